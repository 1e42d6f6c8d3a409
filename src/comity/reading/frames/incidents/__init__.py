"""Hostile acts: what was done, by whom, to whom."""
