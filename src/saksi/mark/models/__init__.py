"""The shipped models of the names tagger, as flat files; train/cards/names.md says what they are made of."""
