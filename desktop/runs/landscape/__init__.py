"""The loss around a run as a map, in a window of its own."""
