"""Fields for numbers, what stands in them, and what is said where that is no number."""
