"""A dossier as one value, then pages, Markdown and charts of it, in every language of the interface."""
