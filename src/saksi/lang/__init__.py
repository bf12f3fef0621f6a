"""Language packs: words as data, one folder per language, and the loader that refuses a bad row."""
