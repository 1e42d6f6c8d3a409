"""What processes of `tests.commands` are begun from: libraries and knowledge, loaded by reading the examples.

There is no register: the command line and the models of the register are what each process imports for itself.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from comity import examples, pipeline

for _name in (
    "django.core.handlers.wsgi", "django.core.management", "django.contrib.auth.hashers", "django.db.models",
    "django.db.backends.sqlite3.base", "django.forms", "rich.table", "comity.publishing.html",
):  # fmt: skip
    importlib.import_module(_name)
pipeline.read_paths([Path(examples.__file__).parent])
assert not {"comity.cli", "comity.register.models"} & set(sys.modules)
