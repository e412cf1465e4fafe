"""What the engine says to people: codes and values, and the English sentences for them."""
