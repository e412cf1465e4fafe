"""What there is in this computer, as the system tells of it, without torch."""
