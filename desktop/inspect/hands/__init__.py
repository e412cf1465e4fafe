"""What people do to a network by hand, in a window of its own, on a copy."""
