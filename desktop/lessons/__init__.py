"""The page "Learn": the lessons, their experiments, checks and progress, and teachers' files."""
