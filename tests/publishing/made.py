"""A small register made by hand: two documents whose sentences each state one claim of a kind, some in conflict."""

from __future__ import annotations

import hashlib
from typing import Any

from comity.model import codec
from comity.model.claim import Claim, claim_id
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Difference, Evidence, Finding, Observation, Record
from comity.publishing.dossier import Dossier, build

DYAD = ("KAZ", "ISR")
PARTIES = ["KAZ", "ISR"]

SENTENCES: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "page-en": [
        ("Israel recognised Kazakhstan on 25 December 1991.", "recognition", {"by": "ISR", "of": "KAZ", "date": "1991-12-25"}),
        ("Relations were established on 10 April 1992.", "relations", {"parties": PARTIES, "act": "established", "date": "1992-04-10"}),
        ("The embassy of Kazakhstan opened in May 1996.", "mission", {"sending": "KAZ", "receiving": "ISR", "type": "embassy", "act": "opened", "date": "1996-05", "place": "Tel Aviv"}),
        ("Israel has had an embassy in Almaty since August 1992.", "mission", {"sending": "ISR", "receiving": "KAZ", "type": "embassy", "act": "opened", "date": "1992-08", "place": "Almaty"}),
        ("Ambassador Anna Serik served from January 1997 to June 2002.", "tenure", {"person": {"name": "Anna Serik", "office": "Ambassador", "of": "KAZ"}, "of": "KAZ", "to": "ISR", "date": "1997-01/2002-06"}),
        ("Ambassador Marat Omar served from May 2002 to March 2006.", "tenure", {"person": {"name": "Marat Omar", "office": "Ambassador", "of": "KAZ"}, "of": "KAZ", "to": "ISR", "date": "2002-05/2006-03", "credentials": "2002-09-12"}),
        ("Since August 2004 David Barak has been Ambassador of Israel.", "tenure", {"person": {"name": "David Barak", "office": "Ambassador", "of": "ISR"}, "of": "ISR", "to": "KAZ", "date": "2004-08/.."}),
        ("Honorary Consul Noa Peri has served since 2010.", "tenure", {"person": {"name": "Noa Peri", "office": "Honorary Consul", "of": "KAZ"}, "of": "KAZ", "to": "ISR", "date": "2010/.."}),
        ("President Erlan Sadyk paid an official visit to Israel on 3–5 April 2000.", "visit", {"visitors": [{"name": "Erlan Sadyk", "office": "President", "of": "KAZ"}], "from": "KAZ", "to": "ISR", "date": "2000-04-03/2000-04-05", "type": "official", "place": "Jerusalem"}),
        ("President Dan Levi came to Kazakhstan on 30 June 2009 for a summit.", "visit", {"visitors": [{"name": "Dan Levi", "office": "President", "of": "ISR"}, {"office": "Minister of Industry", "of": "ISR"}], "from": "ISR", "to": "KAZ", "date": "2009-06-30/2009-07-01", "type": "state", "occasion": "summit"}),
        ("On 30 June 2009 Dan Levi met Erlan Sadyk in Astana.", "meeting", {"participants": [{"name": "Dan Levi", "office": "President", "of": "ISR"}, {"name": "Erlan Sadyk", "office": "President", "of": "KAZ"}], "date": "2009-06-30", "place": "Astana", "parties": PARTIES, "subject": "agriculture"}),
        ("An agreement on customs was signed on 4 April 2000 in Jerusalem.", "agreement", {"parties": PARTIES, "type": "agreement", "subject": "customs affairs", "status": "signed", "date": "2000-04-04", "place": "Jerusalem"}),
        ("A treaty on extradition is being drafted.", "agreement", {"parties": PARTIES, "type": "treaty", "subject": "extradition", "status": "draft"}),
        ("The Joint Commission was set up in 1993.", "body", {"name": "Joint Commission", "parties": PARTIES, "date": "1993", "type": "joint commission"}),
        ("Its third session met in Almaty in June 1998.", "session", {"body": "Joint Commission", "date": "1998-06", "place": "Almaty", "number": 3}),
        ("An exhibition of crafts opened in Haifa in May 2014.", "event", {"name": "exhibition of crafts", "date": "2014-05", "place": "Haifa", "type": "exhibition", "field": "cultural", "parties": PARTIES}),
        ("Turnover was $723.9 million in 2005.", "trade", {"reporter": "KAZ", "partner": "ISR", "flow": "turnover", "value": 723900000, "currency": "USD", "period": "2005"}),
        ("Exports were $661.6 million in 2005.", "trade", {"reporter": "KAZ", "partner": "ISR", "flow": "export", "value": 661600000, "currency": "USD", "period": "2005"}),
        ("Imports were $62.3 million in 2005.", "trade", {"reporter": "KAZ", "partner": "ISR", "flow": "import", "value": 62300000, "currency": "USD", "period": "2005"}),
        ("Israelis have invested $302 million in mining.", "investment", {"from": "ISR", "to": "KAZ", "value": 302000000, "currency": "USD", "sectors": ["mining"]}),
        ("The Israeli company Shaked has worked in Kazakhstan since 2008.", "enterprise", {"name": "Shaked", "home": "ISR", "in": "KAZ", "date": "2008/..", "sector": "irrigation"}),
        ("Forty doctors were trained in 2016.", "cooperation", {"parties": PARTIES, "field": "health", "what": "training of doctors", "quantity": 40, "period": "2016"}),
        ("Almaty and Tel Aviv became twin cities in December 1999.", "twinning", {"places": ["Almaty", "Tel Aviv"], "date": "1999-12"}),
        ("Dan Levi received the Order of Friendship in December 2013.", "award", {"recipient": {"name": "Dan Levi", "office": "President", "of": "ISR"}, "award": "Order of Friendship", "by": "President of Kazakhstan", "date": "2013-12"}),
        ("Twenty-eight documents are in force.", "count", {"what": "bilateral documents", "value": 28, "parties": PARTIES}),
        ("On 9 August 2011 Kazakhstan protested to Israel.", "incident", {"act": "protest", "by": "KAZ", "against": "ISR", "date": "2011-08-09"}),
    ],
    "page-ru": [
        ("Посольство Казахстана открыто в ноябре 1995 г.", "mission", {"sending": "KAZ", "receiving": "ISR", "type": "embassy", "act": "opened", "date": "1995-11"}),
        ("Дипломатические отношения установлены 10 апреля 1992 г.", "relations", {"parties": PARTIES, "act": "established", "date": "1992-04-10"}),
        ("Товарооборот составил 2,2 млрд долл. в 2008 г.", "trade", {"partner": "ISR", "flow": "turnover", "value": 2200000000, "currency": "USD", "period": "2008"}),
        ("Подписан протокол о туризме.", "agreement", {"parties": PARTIES, "type": "protocol", "subject": "туризм", "status": "signed"}),
    ],
}  # fmt: skip
"""Sentences of each document with the kind and slots of the claim that each makes."""


def documents() -> dict[str, Document]:
    """The documents, by id."""
    made = {}
    for doc, sentences in SENTENCES.items():
        text = "\n".join(words for words, _, _ in sentences) + "\n"
        language = doc[-2:]
        made[doc] = Document(
            id=doc,
            name=f"{doc}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            language=language,
            title={"en": "A page about relations", "ru": "Страница об отношениях"}[language],
            date=Date.parse("2017-03"),
        )
    return made


def claims() -> list[Claim]:
    """The claims, each with the words of its sentence."""
    made = []
    for doc, document in documents().items():
        offset = 0
        for words, kind, slots in SENTENCES[doc]:
            span = (offset, offset + len(words))
            offset += len(words) + 1
            made.append(
                Claim(
                    id=claim_id(document.sha256, kind, (span,), "test"),
                    doc=doc,
                    kind=kind,
                    evidence=(span,),
                    slots=codec.slots_of(kind, slots),
                    reader="test",
                )
            )
    return made


def records() -> list[Record]:
    """One record a claim, but the two embassies of Kazakhstan and the two foundings of relations are one each."""
    by_text = {}
    for claim in claims():
        by_text.setdefault((claim.kind, _same(claim)), []).append(claim)
    made = []
    for (kind, _), several in by_text.items():
        dates = {str(getattr(claim.slots, "date", None) or ""): claim for claim in several}
        differs = len(several) > 1 and len(dates) > 1
        made.append(
            Record(
                id=f"{kind}-{several[0].id[:8]}",
                kind=kind,
                dyad=("ISR", "KAZ"),
                slots=several[0].slots,
                claims=tuple(claim.id for claim in several),
                differences=(
                    Difference("date", tuple(Observation(date, (claim.id,)) for date, claim in dates.items())),
                )
                if differs
                else (),
            )
        )
    return made


def _same(claim: Claim) -> str:
    slots = codec.plain(claim.slots)
    if claim.kind == "relations":
        return "relations"
    if claim.kind == "mission":
        return str(slots["sending"])
    return claim.id


def findings() -> list[Finding]:
    """Findings of the real rules are tested elsewhere; none here unless a test brings its own."""
    return []


def dossier(extra: tuple[Finding, ...] = ()) -> Dossier:
    """The dossier of the register made here."""
    return build(DYAD, claims(), records(), (), [*findings(), *extra], documents())


def hostile(text: str) -> Dossier:
    """The dossier with a hostile text in every place where a document's text can stand."""
    document = Document(id="bad", name=text, sha256="0" * 64, text=text, language="en", title=text)
    made, kept = [], []
    for number, claim in enumerate(claims()):
        plain = codec.plain(claim.slots)
        one = Claim(
            id=f"{number:016x}",
            doc="bad",
            kind=claim.kind,
            evidence=((0, len(text)),),
            slots=codec.slots_of(claim.kind, {key: _poisoned(key, value, text) for key, value in plain.items()}),
        )
        made.append(one)
        difference = Difference("place", (Observation(text, (one.id,)), Observation(f"{text}2", (one.id,))))
        kept.append(
            Record(
                id=f"r{number}", kind=claim.kind, dyad=("ISR", "KAZ"), slots=one.slots, claims=(one.id,),
                differences=(difference,),
            )
        )  # fmt: skip
    return build(DYAD, made, kept, (), (), {"bad": document})


_KEPT = {"type", "act", "status", "flow", "form", "date", "period", "credentials", "parties", "sending", "receiving",
         "from", "to", "of", "by", "currency"}  # fmt: skip


def _poisoned(key: str, value: Any, text: str) -> Any:
    if key in _KEPT and not (key == "by" and len(str(value)) > 3):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, dict):
        return {name: text if name != "of" else one for name, one in value.items()}
    if isinstance(value, list):
        return [_poisoned("", one, text) for one in value]
    return value


def evidence(claim: Claim) -> Evidence:
    """A claim as the evidence of a finding."""
    return Evidence(claim.doc, claim.evidence[0], claim.id)
