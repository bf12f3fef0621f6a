"""Web pages over the record and their JSON twins; reads the store, never runs a room."""
