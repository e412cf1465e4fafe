"""Plot cards with curves, axes, legends and a crosshair, and what can be saved of them."""
