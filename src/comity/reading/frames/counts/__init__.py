"""Stated numbers of things of the relations."""
