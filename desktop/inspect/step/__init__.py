"""One step of learning, taken apart in a window of its own, on the page "Look inside"."""
