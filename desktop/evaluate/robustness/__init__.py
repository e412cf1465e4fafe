"""How much a network can stand: curves along a distortion, and the sketch distorted the same."""
