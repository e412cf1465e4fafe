"""The page "My drawings": a person's own drawings, kept, learned from and tested on."""
