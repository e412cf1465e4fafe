"""How datasets are read, checked, cached and written; `engine.datasets` is the door to it all."""
