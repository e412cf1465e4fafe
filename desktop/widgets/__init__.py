"""Controls, icons, colours and layout helpers that every part of the window uses."""
