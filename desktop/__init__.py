"""Inkgrad's window: a pad to draw on and a place to watch the learning. No torch lives here."""
