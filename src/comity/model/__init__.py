"""What a document, a claim, a person, a date, an entity, a record and a finding are: frozen values, no I/O.
"""
