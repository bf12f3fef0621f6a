"""The order of the rooms, their versions and the trace; the public Python API sits on it."""
