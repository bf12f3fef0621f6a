"""Bytes from anywhere -> RawPage, one generator per format; the only room with a network."""
