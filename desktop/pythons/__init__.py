"""Other environments' Pythons, in which the worker can work in place of this program's own."""
