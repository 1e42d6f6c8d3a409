"""The site: dossiers, documents with their claims, and claims. It reads `register.queries` and changes
nothing.
"""
