"""Posts: what happened to them, whose they are, where and since when."""
