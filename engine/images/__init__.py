"""Strokes and bitmaps of any kind -> one 28x28 image, as MNIST's makers would have made it."""
