"""One neuron of the page "Look inside", in a window of its own."""
