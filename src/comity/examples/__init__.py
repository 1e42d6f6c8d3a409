"""Documents written for this project, read by `comity demo` and by tests; see README.md beside them."""
