"""The process that computes, and the window's way to it: messages, questions, the run's state."""
