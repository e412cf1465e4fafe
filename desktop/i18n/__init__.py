"""The window's languages, and the words for the engine's names, settings and errors."""
