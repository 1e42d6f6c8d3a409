"""How a page of the register is cited: in words, and for reference managers."""

from __future__ import annotations

import datetime
import json
import re

import msgspec

from comity.publishing.dates import label
from comity.publishing.wording import text


class Citation(msgspec.Struct, frozen=True):
    """What is cited: its title, its permanent address, the day on which it was read, and the page's language."""

    title: str
    address: str
    read: datetime.date
    lang: str = "en"

    def words(self) -> str:
        """One line for a footnote."""
        from comity.model.edtf import Date

        day = label(Date.parse(self.read.isoformat()), self.lang)
        return text("cite.words", self.lang, title=self.title, address=self.address, date=day)

    def bibtex(self) -> str:
        """An entry for BibTeX."""
        key = re.sub(r"[^a-z0-9]+", "-", self.address.partition("://")[2].partition("/")[2].casefold()).strip(
            "-"
        )
        rows = {
            "title": f"{{{_braced(self.title)}}}",
            "publisher": "Comity",
            "url": _braced(self.address),
            "urldate": self.read.isoformat(),
            "langid": {"en": "english", "ru": "russian"}[self.lang],
        }
        inside = ",\n".join(f"  {name} = {{{value}}}" for name, value in rows.items())
        return f"@online{{comity-{key},\n{inside}\n}}\n"

    def ris(self) -> str:
        """An entry in RIS."""
        title = " ".join(self.title.split())
        rows = ("TY  - ELEC", f"TI  - {title}", "PB  - Comity", f"UR  - {self.address}",
                f"Y2  - {self.read:%Y/%m/%d}", f"LA  - {self.lang}", "ER  - ")  # fmt: skip
        return "\r\n".join(rows) + "\r\n"

    def csl(self) -> str:
        """An entry in CSL JSON."""
        read = {"date-parts": [[self.read.year, self.read.month, self.read.day]]}
        entry = {"id": self.address, "type": "webpage", "title": self.title, "container-title": "Comity",
                 "URL": self.address, "accessed": read, "language": self.lang}  # fmt: skip
        return json.dumps([entry], ensure_ascii=False, indent=2) + "\n"


def _braced(words: str) -> str:
    """A text as BibTeX takes it: what it would read as its own signs is written out."""
    return re.sub(
        r"([{}%#&$_\\])", lambda found: f"\\{found[0]}" if found[0] != "\\" else " ", " ".join(words.split())
    )
