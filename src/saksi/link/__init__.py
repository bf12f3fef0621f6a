"""The room many records -> links: the same source, copies, stories, contradictions, independent origins."""
