"""Two documents beside one another, claim by claim."""
