"""The pages that are read: one module a page. Each reads `register.queries` and changes nothing."""
