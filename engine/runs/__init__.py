"""Runs that last: what is kept of each on the disk, while it goes on and after its end."""
