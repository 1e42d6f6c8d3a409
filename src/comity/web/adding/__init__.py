"""Adding documents on the site: what was handed over waits in the database and is read by a worker."""
