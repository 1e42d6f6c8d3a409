"""Briefs on the site: a page to read, and files to take away."""
