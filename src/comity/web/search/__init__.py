"""Searching on the site."""
