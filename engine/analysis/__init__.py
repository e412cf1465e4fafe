"""Looking at a trained model: inside it, at its mistakes, and at how sure it is."""
