"""What tells no claim is passed over; whom it names is known to the sentences behind it all the same."""

from __future__ import annotations

import pytest

from comity.model.document import Document
from comity.reading.cascade import Reader
from comity.reading.waking import names_nobody

PAGE = "Relations between Norway and Ghana\n\nNorway and Ghana established diplomatic relations in 1960.\n\n"
SIDE = "Отношения Норвегии и Ганы\n\nНорвегия и Гана установили дипломатические отношения в 1960 году.\n\n"
VISIT = "The Norwegian Minister of Trade Ivar Lund visited Ghana on 3 May 2011."


def reading(text: str, language: str = "en") -> tuple[list[dict[str, object]], list[str]]:
    """The slots of the visits of a text, and the sentences that frames looked at."""
    document = Document(id="d", name="d.txt", sha256="0" * 64, text=text, language=language)
    reader, looked = Reader(document), []
    reader.watch = looked.append
    drafts, _ = reader.run()
    return [draft.slots for draft in drafts if draft.kind == "visit"], [one.words for one in looked]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PAGE + "The Ghanaian President Kofi Abena is a tall man. He visited Norway on 3 May 2011.", "en"),
        (PAGE + "The Ghanaian President Kofi Abena is a tall man.\n\nAbena visited Norway on 3 May 2011.", "en"),
        (SIDE + "Президент Ганы Кофи Абенаев был высок.\n\nАбенаев посетил Норвегию 3 мая 2011 года.", "ru"),
        (SIDE + "Отец президента Ганы Кофи Абенаева был высок.\n\nАбенаев посетил Норвегию 3 мая 2011 года.", "ru"),
    ],
)  # fmt: skip
def test_somebody_named_in_what_was_passed_over_is_known(text: str, language: str) -> None:
    (visit,), looked = reading(text, language)
    assert (visit["from"], visit["to"]) == ("GHA", "NOR")
    assert not any("tall" in words or "высок" in words for words in looked)


def test_a_surname_means_nobody_where_nobody_was_named_by_it() -> None:
    visits, _ = reading(PAGE + "It was cold. Abena was there.\n\nAbena visited Norway on 3 May 2011.")
    assert visits == []


@pytest.mark.parametrize(
    "text",
    [
        "The carpenter opened the gate, signed his name and visited the school.",
        "Ivar Hollen opened a book.\n\nIn 1950 the teacher met Alma Kersti and agreed to come.",
        "Island children met at the garden gate. Green fields were opened.",
    ],
)
def test_a_text_that_names_no_state_town_or_organisation_is_passed_over(text: str) -> None:
    assert reading(text) == ([], [])


def test_only_what_may_be_about_somebody_is_looked_at() -> None:
    aside = "The carpenter opened the gate and visited the school."
    visits, looked = reading(f"{aside}\n\n{aside} {VISIT} {aside}\n\n" + f"{aside}\n\n" * 150)
    assert len(visits) == 1
    # what stands behind it in its paragraph, and the paragraph below, may go on with it
    assert looked == [VISIT, aside, aside]


def test_a_paragraph_goes_on_with_the_claim_above_it() -> None:
    visits, _ = reading(f"{VISIT}\n\nHe visited Accra again in June 2012.")
    assert [visit["to"] for visit in visits] == ["GHA", "GHA"]


@pytest.mark.parametrize(
    ("text", "language", "nobody"),
    [
        ("The carpenter opened the gate.\n\n" * 400, "en", True),
        ("The carpenter opened the gate.\n\n" * 400 + "He came from New\nZealand.", "en", False),
        ("x" * 3_990 + " of Saudi Arabia and others. " + "x" * 4_000, "en", False),
        ("x" * 395 + " Chadwick" + " x" * 4_000, "en", True),  # a look ends with no part of a word
        ("The carpenter of Éire, and the café.", "en", False),
        ("The café and the naïve carpenter opened “the gate”.", "en", True),
        ("The carpenter spoke of an anti-Ghanaian (“Norwegian”) gate.", "en", False),
        ("The carpenter had a turkey made of china.", "en", True),
        ("THE CARPENTER OF NORWAY\n\nhe opened the gate", "en", False),
        ("Столяр открыл ворота. " * 400, "ru", True),
        ("Столяр открыл ворота. " * 400 + "Он приехал из Норвегии.", "ru", False),
        ("Столяр открыл ворота.\n\nThe gate was opened by the Ghanaian carpenter.", "ru", False),
    ],
)  # fmt: skip
def test_a_text_names_somebody_wherever_in_it_the_name_stands(text: str, language: str, nobody: bool) -> None:
    assert names_nobody(text, language) is nobody
