"""Several digits on the pad: which they are, which of them is chosen, and how that is shown."""
