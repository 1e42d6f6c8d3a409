"""The rules, one module each, named by code and what is found. `comity.checking.registry` loads them all."""
