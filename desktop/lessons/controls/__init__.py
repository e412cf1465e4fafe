"""What a reader sets in an experiment: a field for each control, and the rows they stand in."""
