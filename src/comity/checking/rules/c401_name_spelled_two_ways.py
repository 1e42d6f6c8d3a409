"""What it does
    Compares the people whom one document names and reports two surnames of five letters or more
    that differ by a letter or two, when first name and state agree, or office and state and
    initial; between documents, when first name, state and office agree.

Why it is bad
    One of the spellings is a slip; a search for one misses the other, and a register counts two
    people.

Example
    "Ambassador Lena Haugland presented … Ambassador Lena Haugland's … Ambassador Lena Hauglund
    left".

Remedy
    Use the spelling that the person uses, or the ministry's list.

Known misses
    Surnames alone; two scripts; surnames that differ as those of man and woman do (-ov, -ova);
    first names spelled in two ways.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.people import people
from comity.checking.texts import edits, first_letter, fold, surname
from comity.model.claim import Claim
from comity.model.person import Person
from comity.model.record import Finding

CODE = "C401"
NAME = "name-spelled-two-ways"
SEVERITY: Final = "warning"

_Named = tuple[Person, Claim]


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of spellings of one name, once in each document, and once between documents."""
    everywhere: dict[tuple[str, str, str], dict[str, list[_Named]]] = defaultdict(lambda: defaultdict(list))
    for doc in facts.docs:
        named: dict[str, list[_Named]] = defaultdict(list)
        for claim in facts.of_doc(doc):
            for person in people(claim):
                if person.name and len(person.name.split()) + person.name.count(".") > 1:
                    last = surname(person.name)
                    named[last].append((person, claim))
                    key = (person.of or "", fold(person.office or ""), _given(person))
                    if all(key) and len(key[2]) > 1:
                        everywhere[key][last].append((person, claim))
        yield from _pairs(facts, named, within=True)
    # Between documents only whole first names count, with state and office: initials are of too many people.
    for _, named in sorted(everywhere.items()):
        yield from _pairs(facts, named, within=False)


def _pairs(facts: Facts, named: Mapping[str, Sequence[_Named]], *, within: bool) -> Iterator[Finding]:
    for one, other in combinations(sorted(named), 2):
        if not _near(one, other):
            continue
        told = ((a, b) for a in named[one] for b in named[other] if _same(a[0], b[0]))
        pair = next(told, None)
        docs = [{claim.doc for _, claim in named[spelling]} for spelling in (one, other)]
        if pair is not None and (within or not docs[0] & docs[1]):
            (first, first_claim), (second, second_claim) = pair
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(first_claim),
                [first_claim, second_claim],
                first=first.name,
                second=second.name,
                first_words=facts.words(first_claim, keep=first.name or ""),
                second_words=facts.words(second_claim, keep=second.name or ""),
            )


def _given(person: Person) -> str:
    """The first name, folded; a letter where it is an initial."""
    words = fold((person.name or "").replace(".", " ")).split()
    return words[0] if words else ""


def _near(a: str, b: str) -> bool:
    """Whether two surnames are spellings of one: a letter apart, two in a long name; no endings of
    declension.
    """
    if min(len(a), len(b)) < 5 or a[0] != b[0] or a.isascii() != b.isascii():
        return False
    if a.startswith(b) or b.startswith(a):
        return False
    apart = edits(a, b)
    same_beginning = a[: min(len(a), len(b)) - 2] == b[: min(len(a), len(b)) - 2]
    return apart <= (2 if min(len(a), len(b)) >= 8 else 1) and not (same_beginning and not a.isascii())


def _same(a: Person, b: Person) -> bool:
    """Whether what stands beside the surnames says that the two are one person."""
    if a.of != b.of and a.of and b.of:
        return False
    given = [_given(one) for one in (a, b)]
    if min(len(name) for name in given) > 1:
        return given[0] == given[1]
    return (
        first_letter(a.name or "") == first_letter(b.name or "")
        and bool(a.office)
        and fold(a.office or "") == fold(b.office or "")
    )
