"""How what an experiment computed is drawn: one small widget for each kind of figure."""
