"""The page "Data": the images to learn from, how many there are, and where they lie."""
