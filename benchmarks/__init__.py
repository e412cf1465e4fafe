"""Inkgrad measured against other ways to do the same work; README.md has the results."""
