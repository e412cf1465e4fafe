"""How datasets are read, checked, cached and written; `loading` is the door to it all."""
