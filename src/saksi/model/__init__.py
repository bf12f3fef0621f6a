"""The records: nouns that the rooms take and give; frozen, with ids made from what they say."""
