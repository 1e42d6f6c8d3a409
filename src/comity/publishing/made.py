"""What a dossier says of itself: of how many documents it was made, and of which moment it tells."""

from __future__ import annotations

from comity.publishing.dates import label
from comity.publishing.dossier import Dossier
from comity.publishing.wording import counted, text


def made(dossier: Dossier, lang: str) -> str:
    """One line; where another moment than the present is told of, that comes first."""
    said = []
    if dossier.as_of is not None:
        said.append(text("made.as_of", lang, date=label(dossier.as_of, lang)))
    if dossier.known_at:
        said.append(text("made.known_at", lang, time=dossier.known_at))
    said.append(text("made", lang, documents=counted("documents", len(dossier.documents), lang)))
    return " ".join(said)
