"""Searching: words that meet, questions that are understood, and an index that keeps step, on both databases."""

from __future__ import annotations

import tomllib
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.register import settings, store, transactions
from tests.publishing import made
from tests.register import samples

# The tables can be imported once Django knows where they are; each test opens a register of its own.
settings.configure("comity.db")

from comity.register import actions, derived, exchange, models, queries  # noqa: E402
from comity.register import doctor as physician  # noqa: E402
from comity.register.searching import asking, engine, finding, index, marking, words  # noqa: E402

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/searching/words.toml").read_text("utf-8"))


def meet(asked: str, held: str) -> bool:
    return bool(set(words.asked_terms(asked)) & set(words.held_terms(held)))


@pytest.mark.parametrize("several", [case["words"] for case in CASES["same"]], ids=lambda it: it[0])
def test_forms_and_spellings_of_one_word_meet(several: list[str]) -> None:
    missed = [(asked, held) for asked in several for held in several if not meet(asked, held)]
    assert not missed


@pytest.mark.parametrize("several", [case["words"] for case in CASES["other"]], ids=lambda it: it[0])
def test_other_words_do_not_meet(several: list[str]) -> None:
    assert not meet(several[0], several[1])
    assert not meet(several[1], several[0])


@given(st.text(max_size=40))
def test_any_text_becomes_plain_terms_at_its_places(text: str) -> None:
    for place in words.places(text):
        assert text[place.start : place.end]
        assert all(term.isascii() and term.isalnum() and term == term.lower() for term in place.terms)


@given(st.text(max_size=80))
def test_any_question_is_understood_or_refused(question: str) -> None:
    asked = asking.understand(question)
    if not asked.problems:
        for one in asked.wanted:
            assert all(one.terms)
    for key, values in asked.problems:
        assert asking.text(key, "en", **values) != asking.text(key, "ru", **values)


FILTERS = ("kind:visit", "state:KAZ", "-state:ISR", "from:2001", 'place:"Tel Aviv"', "in:claim")


@given(
    st.lists(st.sampled_from(FILTERS), unique=True),
    st.sampled_from(["", "joint commission", '"joint commission" -trade', "embas*"]),
)
def test_a_question_written_from_its_parts_is_the_same(filters: list[str], said: str) -> None:
    asked = asking.understand(" ".join([said, *filters]))
    again = asking.understand(asking.written(asking.words_of(asked.words), asked.filters))
    assert (again.wanted, again.filters, again.low, again.high) == (
        asked.wanted, asked.filters, asked.low, asked.high,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ("colour:red", "filter"),
        ("kind:visitation", "kind"),
        ("state:Kazahstan", "state"),
        ("from:soon", "from"),
        ("to:2001/2003", "to"),
        ("in:attic", "in"),
        ("kind:", "value"),
        ("from:2005 to:2001", "order"),
        ("?!", "nothing"),
        ("x" * 400, "long"),
        ("a b c d e f g h i j k l m n o p q r s t u v w x y z", "many"),
    ],
)
def test_what_cannot_be_understood_is_told(question: str, problem: str) -> None:
    assert [key for key, _ in asking.understand(question).problems] == [f"search.problem.{problem}"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kind:visit", "вид:визит"),
        ("state:KAZ", "страна:Казахстан"),
        ("state:kz", "state:Kazakhstan"),
        ("from:2001 to:2005", "с:2001 по:2005"),
        ("place:Jerusalem", "место:Иерусалим"),
        ("in:document", "in:documents"),
    ],
)
def test_filters_are_the_same_in_both_languages(one: str, other: str) -> None:
    first, second = asking.understand(one), asking.understand(other)
    assert not first.problems and not second.problems
    assert (first.wanted, first.low, first.high) == (second.wanted, second.low, second.high)


def test_marks_stand_on_words_in_any_form() -> None:
    asked = asking.understand("Nazarbaev visit*")
    text = "Президента Назарбаева ждут; Nazarbayev visited twice"
    assert [text[a:b] for a, b in marking.runs(text, asked)] == ["Назарбаева", "Nazarbayev visited"]
    start, end = marking.window(text, marking.runs(text, asked), 20)
    assert 0 <= start < end <= len(text)


QUESTIONS = tomllib.loads((Path(__file__).parents[1] / "cases/searching/questions.toml").read_text("utf-8"))[
    "question"
]


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["asked"])
def test_a_sentence_is_taken_for_words_and_filters_or_for_none(case: dict[str, str]) -> None:
    asked, meant = asking.understand(case["asked"]), case.get("meant", "")
    assert asked.meant == meant and asked.words == case["asked"]
    plain = asking.understand(asked.plain)
    assert not plain.meant
    assert (asked.wanted, asked.filters, asked.low, asked.high, asked.problems) == (
        plain.wanted, plain.filters, plain.low, plain.high, plain.problems,
    )  # fmt: skip
    # Who meant the words themselves has a way to them.
    assert not asking.understand(asked.alone).meant


# --- in a register -------------------------------------------------------------------------------------------


def fill() -> None:
    """Put the documents made by hand into the register that is open."""
    claims = made.claims()
    for doc, document in made.documents().items():
        mine = [claim for claim in claims if claim.doc == doc]
        actions.add_document(document, document.text.encode(), mine, by="tester")


def found(question: str, **how: Any) -> finding.Answer:
    asked = asking.understand(question)
    assert not asked.problems, asked.problems
    return finding.find(asked, **how)


def claims_of(question: str) -> set[str]:
    return {one.held.claim.id for one in found(question, size=200).claims}


def test_each_claim_is_found_by_its_words_and_its_kind(held: str) -> None:
    for claim in made.claims():
        assert claim.id in claims_of(f"kind:{claim.kind}"), claim.kind
        text = made.documents()[claim.doc].text
        first = words.WORD.findall(text[slice(*claim.evidence[0])])
        assert claim.id in claims_of(f'"{" ".join(first[:4])}"'), claim


def test_filters_narrow_and_minus_leaves_out(held: str) -> None:
    every = claims_of("in:claim")
    assert every == {claim.id for claim in made.claims()}
    visits, others = claims_of("kind:visit"), claims_of("in:claim -kind:visit")
    assert visits and others and visits | others == every and not visits & others
    assert claims_of("kind:visit kind:meeting") == visits | claims_of("kind:meeting")
    early, late = claims_of("from:1900 to:1999"), claims_of("from:2000 to:2099")
    assert early and late and early != late
    assert not claims_of("state:BRA")
    assert claims_of("state:KAZ") >= claims_of("state:KAZ state:ISR")


def test_what_is_counted_is_what_is_found(held: str) -> None:
    answer = found("in:claim", size=200)
    assert answer.counts["claim"] == len(answer.claims)
    for kind, number in answer.facets.kinds:
        assert len(claims_of(f"kind:{kind}")) == number
    for place, number in answer.facets.places:
        assert len(claims_of(f'in:claim place:"{place}"')) == number
    for decade, number in answer.facets.decades:
        within = [one for one in answer.claims if _low(one.held.claim.id) // 10 * 10 == decade]
        assert len(within) == number


def _low(claim: str) -> int:
    return (models.Entry.objects.get(sort="claim", ref=claim).low or 0) // 10000


def test_pages_follow_one_another_in_the_order_of_time(held: str) -> None:
    whole = [one.held.claim.id for one in found("in:claim", size=200).claims]
    parts = [
        one.held.claim.id for page in range(1, 20) for one in found("in:claim", page=page, size=7).claims
    ]
    assert parts == whole
    lows = [_low(one) for one in whole]
    assert lows == sorted(lows, reverse=True)
    dated = [
        low
        for low in (_low(one.held.claim.id) for one in found("in:claim", size=200, oldest_first=True).claims)
        if low
    ]
    assert dated == sorted(dated)


@pytest.mark.parametrize("question", ["Nazarbaev", "Nazarbayev", "назарбаева", "НАЗАРБАЕВ", "nazar*"])
def test_a_name_is_found_in_both_scripts(register: str, question: str) -> None:
    for sample in (samples.english(), samples.russian()):
        actions.add_document(*sample)
    answer = found(question)
    assert {one.held.claim.doc for one in answer.claims} == {"page", "page-ru"}
    assert [one.kind for one in answer.entities] == ["person"]
    assert {"Nursultan Nazarbayev", "Н. Назарбаев"} <= set(answer.entities[0].names)


def test_an_english_question_finds_what_a_russian_document_tells(register: str) -> None:
    actions.add_document(*samples.russian())
    assert found("visited kind:visit").counts["claim"] == 1
    assert found("установил* отношения").documents[0].id == "page-ru"
    assert not found("посетил").documents[0].passage.isascii()


def test_the_index_keeps_step_with_every_act(held: str) -> None:
    claim = next(one for one in made.claims() if one.kind == "visit")
    assert claim.id in claims_of("kind:visit")
    actions.reject(claim.id, by="reviewer")
    assert claim.id not in claims_of("kind:visit")
    actions.undo(claim.id, by="reviewer")
    assert claim.id in claims_of("kind:visit")
    actions.edit(claim.id, {"from": "BRA", "to": "PER", "date": "1971", "place": "Lima"}, by="reviewer")
    assert claims_of("state:BRA kind:visit place:Лима from:1971 to:1971") == {claim.id}
    done: list[int] = []
    assert not list(physician.examine(advance=done.append))
    assert sum(done) == physician.steps()
    quick: list[int] = []
    assert not list(physician.examine(deep=False, advance=quick.append))
    assert sum(quick) == physician.steps(deep=False) < physician.steps()


def test_an_act_that_fails_leaves_the_index_as_it_was(held: str) -> None:
    before = (models.Entry.objects.count(), engine.count())
    claim = next(one for one in made.claims() if one.kind == "visit")
    with pytest.raises(RuntimeError), transactions.writing():
        actions.reject(claim.id, by="reviewer")
        raise RuntimeError("no")
    assert (models.Entry.objects.count(), engine.count()) == before
    assert claim.id in claims_of("kind:visit")


def test_doctor_tells_of_an_index_that_is_not_of_today_and_cures_it(held: str) -> None:
    assert not list(index.problems())
    models.Entry.objects.filter(sort="claim", kind="visit").update(digest="old")
    entity = models.Entity.objects.filter(kind="person").first()
    assert entity is not None
    models.Entry.objects.filter(sort="entity", ref=entity.id).update(thing="nobody")
    engine.drop([models.Entry.objects.filter(sort="document").values_list("id", flat=True)[0]])
    told = list(index.problems())
    assert len(told) == 3
    assert all(problem.derived for problem in physician.examine(deep=False))
    physician.repair()
    assert not list(physician.examine())


def test_an_index_made_anew_is_the_same(held: str) -> None:
    def whole() -> list[tuple[Any, ...]]:
        columns = (
            "sort",
            "ref",
            "part",
            "thing",
            "dyad",
            "kind",
            "facet__mark",
            "low",
            "high",
            "weight",
            "digest",
        )
        return sorted(models.Entry.objects.values_list(*columns), key=str)

    before = whole()
    index.rebuild()
    assert whole() == before
    derived.rebuild_all()
    assert whole() == before


def test_an_import_is_found_as_its_export_was(held: str, other: Path) -> None:
    lines = list(exchange.export())
    questions = ("in:claim", "visit", "kind:person", "in:document")
    before = [finding.plain(found(one, size=50), "en") for one in questions]
    store.close()
    store.open_register(other)
    exchange.load(lines)
    assert [finding.plain(found(one, size=50), "en") for one in questions] == before
    assert queries.counts().claims == len(made.claims())


def test_a_long_document_is_found_passage_by_passage(register: str) -> None:
    text = (
        "\n".join(f"Line {number} tells of barley." for number in range(3000))
        + "\nThe last word is zanzibar."
    )
    document, data = samples.document("long.txt", text)
    actions.add_document(document, data, [])
    answer = found("zanzibar")
    assert answer.counts["document"] == 1
    assert "zanzibar" in answer.documents[0].passage
    one = answer.documents[0]
    assert text[one.start : one.start + len(one.passage)] == one.passage
    assert found("barley").counts["document"] == 1


def test_a_phrase_of_many_words_of_two_terms_each_is_cut_before_it_is_multiplied_out(held: str) -> None:
    one = tuple(words.asked_terms("стали"))
    assert len(one) > 1, "a word of several terms"
    tracemalloc.start()
    try:
        said, _ = engine.condition([engine.Wanted(terms=(one,) * 24)])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert said and peak < 5_000_000
