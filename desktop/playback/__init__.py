"""Playback: the whole window as it was at a moment of a kept run."""
