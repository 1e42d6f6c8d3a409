"""A register of made-up documents, as large as wanted, to measure on.

    python benchmarks/synthetic.py big.db                   100,000 claims
    python benchmarks/synthetic.py big.db --claims 10000    fewer
    python benchmarks/synthetic.py postgres://…/empty       another database, empty

Pairs of states have their story: relations, missions, heads of mission, visits, agreements, trade year by year. Each
fact is told by one to three documents, in English or Russian, some with another day or figure, so that records have
several sources and rules have something to find. Persons, bodies and companies are invented. A few pairs have much
more than most. The same number of claims gives the same register, byte for byte, but for the times of adding.

Rows are written many at once, and what follows of claims is made by the register itself: `comity doctor` finds
nothing wrong.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import itertools
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from comity.knowledge import states
from comity.model import codec
from comity.model.claim import Claim, claim_id
from comity.model.document import Document
from comity.publishing.wording import sentence, state

READER = "synthetic"
LANGUAGES = ("en", "ru")
_IN_A_DOCUMENT = 55
"""Claims of one document, about."""
_PAIRS_BY_CLAIMS = 250
"""Claims for each pair of states, on average."""

GIVEN = (
    ("Adil", "Адиль"), ("Boris", "Борис"), ("Carla", "Карла"), ("Daniel", "Даниэль"), ("Elena", "Елена"),
    ("Farid", "Фарид"), ("Gleb", "Глеб"), ("Hanna", "Ханна"), ("Igor", "Игорь"), ("Jonas", "Йонас"),
    ("Karim", "Карим"), ("Leila", "Лейла"), ("Marat", "Марат"), ("Nadia", "Надия"), ("Oskar", "Оскар"),
    ("Pavel", "Павел"), ("Rustam", "Рустам"), ("Sara", "Сара"), ("Timur", "Тимур"), ("Viktor", "Виктор"),
)  # fmt: skip
_BEGINNINGS = (
    "Abdr Абдр", "Alm Алм", "Bel Бел", "Bron Брон", "Castel Кастел", "Chag Чаг", "Dalm Далм", "Dorf Дорф",
    "Dubr Дубр", "Erl Ерл", "Ferr Ферр", "Font Фонт", "Gavr Гавр", "Grub Груб", "Hadd Хадд", "Holm Холм",
    "Ibr Ибр", "Jar Яр", "Kal Кал", "Kovr Ковр", "Kuan Куан", "Lind Линд", "Lor Лор", "Mirz Мирз",
    "Mond Монд", "Nov Нов", "Orl Орл", "Osm Осм", "Petr Петр", "Qas Кас", "Roz Роз", "Sad Сад",
    "Sol Сол", "Tarkh Тарх", "Tel Тел", "Urm Урм", "Vald Вальд", "Vern Верн", "Yus Юс", "Zel Зел",
)  # fmt: skip
_ENDINGS = (
    "akov аков", "avin авин", "aev аев", "anov анов", "ashko ашко", "ato ато", "ekov еков", "elli елли", "enko енко",
    "erin ерин", "esku еску", "idze идзе", "igin игин", "inger ингер", "insky инский", "itano итано", "okhin охин",
    "onte онте", "otin отин", "oyan оян", "ukov уков", "unas унас", "urmatov урматов", "yshev ышев",
)  # fmt: skip
FAMILY = tuple(
    (begin.split()[0] + end.split()[0], begin.split()[1] + end.split()[1])
    for begin in _BEGINNINGS
    for end in _ENDINGS
)
"""Invented family names in both scripts: nearly a thousand, so that people of one name are as rare as they are."""
VISITORS = (
    ("President", "Президент"), ("Prime Minister", "Премьер-министр"),
    ("Minister of Foreign Affairs", "Министр иностранных дел"),
    ("Minister of Agriculture", "Министр сельского хозяйства"),
    ("Minister of Health", "Министр здравоохранения"), ("Speaker of the Parliament", "Председатель парламента"),
)  # fmt: skip
SUBJECTS = (
    ("trade and economic cooperation", "торгово-экономическое сотрудничество"), ("air services", "воздушное сообщение"),
    ("mutual travel without visas", "взаимные безвизовые поездки"), ("culture and science", "культура и наука"),
    ("customs matters", "таможенные дела"), ("avoidance of double taxation", "избежание двойного налогообложения"),
    ("tourism", "туризм"), ("fisheries", "рыболовство"), ("education", "образование"),
    ("protection of investments", "защита инвестиций"), ("extradition", "выдача лиц"),
    ("plant quarantine", "карантин растений"),
    ("space research", "исследование космоса"), ("water resources", "водные ресурсы"),
)  # fmt: skip
EVENTS = (
    ("Days of Culture", "Дни культуры", "festival"), ("Business Forum", "Деловой форум", "forum"),
    ("Exhibition of Miniatures", "Выставка миниатюр", "exhibition"),
    ("Evening of Chamber Music", "Вечер камерной музыки", "concert"),
)  # fmt: skip
FIELDS = (
    ("agriculture", "сельское хозяйство"),
    ("health", "здравоохранение"),
    ("space", "космос"),
    ("water", "вода"),
)
COMPANIES = ("Aquavolta", "Nordkran", "Telmira", "Agrosintez", "Solenta", "Kaspigeo", "Orlanda", "Meditrix")
AWARDS = (("Order of Friendship", "Орден Дружбы"), ("Medal for Merit", "Медаль за заслуги"))

Slots = dict[str, Any]
Told = Callable[[str], Slots]
"""A fact as documents of a language tell it."""


@dataclass(frozen=True)
class Fact:
    """Something that happened between two states, and when, for the order of telling."""

    kind: str
    year: int
    told: Told


class Story:
    """What happened between two states."""

    def __init__(self, a: str, b: str, chance: random.Random) -> None:
        self.a, self.b = a, b
        self.chance = chance

    def facts(self, count: int) -> list[Fact]:
        """So many facts, the foundations first."""
        begin = self.chance.randint(1992, 1996)
        found = [
            Fact("relations", begin, self._relations(begin)),
            Fact("mission", begin + 1, self._mission(self.a, self.b, begin + 1)),
            Fact("mission", begin + 2, self._mission(self.b, self.a, begin + 2)),
            Fact("body", begin + 3, self._body(begin + 3)),
        ]
        makers = (
            [("visit", self._visit)] * 8 + [("agreement", self._agreement)] * 5 + [("trade", self._trade)] * 5
            + [("meeting", self._meeting)] * 3 + [("tenure", self._tenure)] * 2 + [("event", self._event)] * 2
            + [("session", self._session), ("enterprise", self._enterprise), ("investment", self._investment)]
            + [("cooperation", self._cooperation), ("award", self._award), ("count", self._count)]
        )  # fmt: skip
        while len(found) < count:
            kind, make = self.chance.choice(makers)
            year = self.chance.randint(begin + 1, 2024)
            found.append(Fact(kind, year, make(year)))
        return found[:count]

    def _person(self, office: tuple[str, str], of: str) -> Callable[[str], Slots]:
        given, family = self.chance.choice(GIVEN), self.chance.choice(FAMILY)

        def told(lang: str) -> Slots:
            at = LANGUAGES.index(lang)
            return {"name": f"{given[at]} {family[at]}", "office": office[at], "of": of}

        return told

    def _day(self, year: int) -> Callable[[], str]:
        """A date as this or that document gives it: mostly the day, sometimes the month, rarely another day."""
        day = datetime.date(year, self.chance.randint(1, 12), self.chance.randint(1, 28))

        def told() -> str:
            dice = self.chance.random()
            if dice < 0.03:
                return (day + datetime.timedelta(days=1)).isoformat()
            return day.isoformat() if dice < 0.8 else f"{day:%Y-%m}"

        return told

    def _sides(self) -> tuple[str, str]:
        return (self.a, self.b) if self.chance.random() < 0.5 else (self.b, self.a)

    def _relations(self, year: int) -> Told:
        when = self._day(year)
        return lambda _: {"parties": [self.a, self.b], "act": "established", "date": when()}

    def _mission(self, sending: str, receiving: str, year: int) -> Told:
        when, place = self._day(year), self._city(receiving)
        return lambda lang: {
            "sending": sending, "receiving": receiving, "type": "embassy", "act": "opened", "date": when(),
            **({"place": place(lang)} if place else {}),
        }  # fmt: skip

    def _city(self, of: str) -> Callable[[str], str] | None:
        capital = _CAPITALS.get(of)
        return None if capital is None else (lambda lang: capital[LANGUAGES.index(lang)])

    def _body(self, year: int) -> Told:
        when = self._day(year)
        names = ("Joint Commission on Trade", "Совместная комиссия по торговле")
        return lambda lang: {
            "name": names[LANGUAGES.index(lang)], "parties": [self.a, self.b], "date": when(),
            "type": "joint commission",
        }  # fmt: skip

    def _session(self, year: int) -> Told:
        when, place = self._day(year), self._city(self._sides()[0])
        names = ("Joint Commission on Trade", "Совместная комиссия по торговле")
        return lambda lang: {
            "body": names[LANGUAGES.index(lang)], "date": when(), **({"place": place(lang)} if place else {}),
        }  # fmt: skip

    def _visit(self, year: int) -> Told:
        home, host = self._sides()
        who, when, place = self._person(self.chance.choice(VISITORS), home), self._day(year), self._city(host)
        rank = self.chance.choice(("state", "official", "working", None))
        return lambda lang: {
            "visitors": [who(lang)], "from": home, "to": host, "date": when(),
            **({"type": rank} if rank else {}), **({"place": place(lang)} if place else {}),
        }  # fmt: skip

    def _meeting(self, year: int) -> Told:
        one = self._person(self.chance.choice(VISITORS), self.a)
        other = self._person(self.chance.choice(VISITORS), self.b)
        when, subject = self._day(year), self.chance.choice(SUBJECTS)
        return lambda lang: {
            "participants": [one(lang), other(lang)], "parties": [self.a, self.b], "date": when(),
            "subject": subject[LANGUAGES.index(lang)],
        }  # fmt: skip

    def _agreement(self, year: int) -> Told:
        when, subject = self._day(year), self.chance.choice(SUBJECTS)
        form = self.chance.choice(("agreement", "memorandum", "protocol", "convention"))
        return lambda lang: {
            "parties": [self.a, self.b], "type": form, "subject": subject[LANGUAGES.index(lang)], "status": "signed",
            "date": when(),
        }  # fmt: skip

    def _trade(self, year: int) -> Told:
        reporter, partner = self._sides()
        flow, value = (
            self.chance.choice(("turnover", "export", "import")),
            self.chance.randint(10, 9000) * 100_000,
        )

        def told(_: str) -> Slots:
            off = 1.07 if self.chance.random() < 0.05 else 1
            return {"reporter": reporter, "partner": partner, "flow": flow, "value": int(value * off),
                    "currency": "USD", "period": str(year)}  # fmt: skip

        return told

    def _tenure(self, year: int) -> Told:
        home, host = self._sides()
        who = self._person(("Ambassador", "Посол"), home)
        return lambda lang: {
            "person": who(lang),
            "of": home,
            "to": host,
            "date": f"{year}/{min(year + 3, 2025)}",
        }

    def _event(self, year: int) -> Told:
        when, event, place = self._day(year), self.chance.choice(EVENTS), self._city(self._sides()[0])
        return lambda lang: {
            "name": event[LANGUAGES.index(lang)], "type": event[2], "field": "cultural" if lang == "en" else "культура",
            "date": when(), "parties": [self.a, self.b], **({"place": place(lang)} if place else {}),
        }  # fmt: skip

    def _enterprise(self, year: int) -> Told:
        home, host = self._sides()
        name = f"{self.chance.choice(COMPANIES)} {self.chance.randint(1, 40)}"
        return lambda _: {"name": name, "home": home, "in": host, "date": str(year)}

    def _investment(self, year: int) -> Told:
        home, host = self._sides()
        value = self.chance.randint(10, 900) * 100_000
        return lambda _: {"from": home, "to": host, "value": value, "currency": "USD", "period": str(year)}

    def _cooperation(self, year: int) -> Told:
        field, people = self.chance.choice(FIELDS), self.chance.randint(5, 300)
        return lambda lang: {
            "parties": [self.a, self.b], "field": field[LANGUAGES.index(lang)],
            "what": ("specialists trained", "подготовка специалистов")[LANGUAGES.index(lang)], "quantity": people,
            "period": str(year),
        }  # fmt: skip

    def _award(self, year: int) -> Told:
        home, host = self._sides()
        who, when, award = (
            self._person(("Ambassador", "Посол"), home),
            self._day(year),
            self.chance.choice(AWARDS),
        )
        return lambda lang: {
            "recipient": who(lang),
            "award": award[LANGUAGES.index(lang)],
            "by": host,
            "date": when(),
        }

    def _count(self, year: int) -> Told:
        number = self.chance.randint(2, 400)
        return lambda lang: {
            "what": ("joint enterprises", "совместные предприятия")[LANGUAGES.index(lang)], "value": number,
            "parties": [self.a, self.b], "date": str(year),
        }  # fmt: skip


def _capitals() -> dict[str, tuple[str, str]]:
    """The largest city that lies in each state, in English and Russian."""
    from comity.knowledge.cities import cities

    found: dict[str, tuple[int, str, str]] = {}
    for entries in cities("en").values():
        for city in entries:
            best = found.get(city.state, (0, "", ""))
            if city.russian and not city.today and not city.ordinary and city.population > best[0]:
                found[city.state] = (city.population, city.name, city.russian)
    return {code: (name, russian) for code, (_, name, russian) in found.items()}


_CAPITALS = _capitals()


def documents(claims: int) -> Iterator[tuple[Document, bytes, list[Claim], list[tuple[str, ...]]]]:
    """Documents with so many claims together, and the pair of states of each claim."""
    chance = random.Random(19921)
    codes = sorted(one.code for one in states() if len(one.code) == 3 and one.kind == "member")[:90]
    every = list(itertools.combinations(codes, 2))
    chance.shuffle(every)
    pairs = every[: max(2, claims // _PAIRS_BY_CLAIMS)]
    weights = [1 / rank**0.4 for rank in range(1, len(pairs) + 1)]
    share = claims / sum(weights)
    number, made = itertools.count(1), 0
    for (a, b), weight in zip(pairs, weights, strict=True):
        size = max(12, round(share * weight))
        if made >= claims:
            return
        size = min(size, claims - made) if (a, b) != pairs[-1] else claims - made
        story = Story(a, b, chance)
        facts = story.facts(max(6, round(size / 1.7)))
        # Each fact is told by one to three documents, the pair's first facts by more.
        tellings = [one for fact in facts for one in [fact] * chance.choice((1, 1, 1, 2, 2, 3))]
        while len(tellings) < size:
            tellings.append(chance.choice(facts))
        chance.shuffle(tellings)
        for first in range(0, size, _IN_A_DOCUMENT):
            some = tellings[first : min(size, first + _IN_A_DOCUMENT)]
            lang = LANGUAGES[next(number) % 2]
            yield _document(f"{a.lower()}-{b.lower()}-{first // _IN_A_DOCUMENT + 1:03}", (a, b), some, lang)
            made += len(some)


def _document(
    name: str, pair: tuple[str, str], facts: list[Fact], lang: str
) -> tuple[Document, bytes, list[Claim], list[tuple[str, ...]]]:
    title = " – ".join(state(code, lang).bare for code in pair)
    text = f"{title}\n\n"
    found = []
    for fact in sorted(facts, key=lambda one: one.year):
        slots = codec.slots_of(fact.kind, fact.told(lang))
        said = sentence(slots, lang, pair)
        found.append((fact.kind, (len(text), len(text) + len(said)), slots))
        text += f"{said} \n"[: len(said) + 1 + (len(found) % 5 == 0)]
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(id=name, name=f"{name}.txt", sha256=sha256, text=text, language=lang, title=title)
    claims = [
        Claim(
            id=claim_id(sha256, kind, (span,), READER, number),
            doc=name,
            kind=kind,
            evidence=(span,),
            slots=slots,
            confidence=round(0.5 + (number * 37 % 50) / 100, 2),
            reader=READER,
            why=("made up",),
        )
        for number, (kind, span, slots) in enumerate(found)
    ]
    return document, data, claims, [pair] * len(claims)


def fill(claims: int, told: Callable[[str], None] = lambda _: None) -> None:
    """Fill the register that is open, and empty, with so many claims."""
    from django.utils import timezone

    from comity.register import derived, models, transactions

    now = timezone.now()
    with transactions.writing():
        for some in _batches(documents(claims), 100):
            keys = [derived.hold_dyads(dyads) for _, _, _, dyads in some]
            models.Document.objects.bulk_create(
                [
                    models.Document(
                        id=one.id, sha256=one.sha256, name=one.name, media_type=one.media_type, encoding=one.encoding,
                        language=one.language, title=one.title, text=one.text, original=data, added_at=now,
                        added_by="synthetic",
                    )
                    for one, data, _, _ in some
                ]
            )  # fmt: skip
            models.Claim.objects.bulk_create(
                [
                    models.Claim(
                        id=claim.id, document_id=claim.doc, kind=claim.kind, dyad_id=key, start=claim.start,
                        slots=codec.plain(claim.slots), evidence=[list(run) for run in claim.evidence],
                        confidence=claim.confidence, reader=claim.reader, why=list(claim.why),
                    )
                    for (_, _, held, _), of in zip(some, keys, strict=True)
                    for claim, key in zip(held, of, strict=True)
                ],
                batch_size=1000,
            )  # fmt: skip
        told("documents and claims are written")
        derived.rebuild_all()


def _batches(things: Iterator[Any], size: int) -> Iterator[list[Any]]:
    while some := list(itertools.islice(things, size)):
        yield some


def main() -> None:
    """Make a register."""
    parser = argparse.ArgumentParser(description="A register of made-up documents.")
    parser.add_argument("db", help="a new file, or an empty database (postgres://…)")
    parser.add_argument("--claims", type=int, default=100_000, help="how many claims")
    wanted = parser.parse_args()
    from comity.register import store

    started = time.perf_counter()

    def told(what: str) -> None:
        print(f"{time.perf_counter() - started:6.1f} s  {what}", file=sys.stderr, flush=True)

    store.open_register(wanted.db)
    from comity.register import queries

    if queries.counts().documents:
        parser.error(f"{wanted.db} holds documents already: name an empty one")
    fill(wanted.claims, told)
    counts = queries.counts()
    told(
        f"{counts.documents:,} documents, {counts.claims:,} claims, {counts.records:,} records, "
        f"{counts.entities:,} entities, {counts.findings:,} findings, {counts.dyads:,} pairs"
    )
    store.close()


if __name__ == "__main__":
    main()
