"""A lesson file as a teacher writes it: the dialog, the sequence of lessons, and the draft."""
