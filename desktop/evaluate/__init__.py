"""The page "Evaluate": how good the model is, what it gets wrong, and how sure it was."""
