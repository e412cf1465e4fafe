"""What the left side shows: the pad, the 28x28 that the model sees, and its answer."""
