"""Honours and who was given them."""
