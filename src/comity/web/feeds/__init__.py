"""To follow the register without coming back to it: feeds of what is new, and a calendar of each dyad."""
