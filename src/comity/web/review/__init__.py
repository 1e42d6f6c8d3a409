"""Where people decide: claims one by one or many at once, findings, what is one record."""
