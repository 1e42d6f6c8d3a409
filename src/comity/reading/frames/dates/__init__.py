"""The date of an act in its sentence."""
