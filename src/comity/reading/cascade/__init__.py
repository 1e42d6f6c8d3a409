"""The cascade: a document through the stages to claims.

text → blocks → sentences → units (dates, amounts, phrases) → actors → roles → frames → claims. Each stage is one
module of `comity.reading`, which passes values on. Here they are joined: `document` reads a whole document, `reader`
takes one text through the stages; beside it stands what depends on where in the page a sentence is (`page`, `titles`,
`rows`, `dating`, `meaning`) and what sentences leave to those behind them (`remembering`).
"""

from comity.reading.cascade.document import RULES, Reading, read
from comity.reading.cascade.reader import Reader
from comity.reading.claiming import Unread

__all__ = ["RULES", "Reader", "Reading", "Unread", "read"]
