"""One small script for each way to do the work; `python -m` runs it, `interleave` asks it."""
