"""What documents, claims, people, dates, entities, records and findings are: frozen values, no I/O."""
