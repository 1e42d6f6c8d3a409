"""Who of one state came to the other."""
