"""Morphology and marking of roles: the only code that differs between languages."""
