"""What the network says of the sketch: digit, bars, the 28x28 it saw, and why."""
