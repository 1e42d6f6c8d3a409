"""The evaluation scripts are no package: put their folder where they find one another."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))
