"""Records -> formats that other tools open, one file per format."""
