"""What the world already knows: places, outlets, agencies, positions, event codes; tables with their licences."""
