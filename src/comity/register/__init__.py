"""The database: a Django app with models, migrations, `queries` that read and `actions` that change.

Call `settings.configure(...)` before importing `models`, `queries` or `actions`.
"""
