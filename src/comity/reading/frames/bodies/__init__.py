"""Standing bodies of the relations and their sessions."""
