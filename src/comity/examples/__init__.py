"""Documents written for this project, read by `comity demo` and by tests; docs/examples.md tells what is in them."""
