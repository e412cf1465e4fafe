"""The page "My digits": a person's own drawings, kept, learned from and tested on."""
