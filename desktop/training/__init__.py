"""What the training page shows, and the thread that the learning happens in."""
