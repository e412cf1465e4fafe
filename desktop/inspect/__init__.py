"""The page "Look inside": weights, gradients and activations as pictures, live."""
