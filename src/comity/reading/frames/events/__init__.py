"""Occasions of the relations."""
