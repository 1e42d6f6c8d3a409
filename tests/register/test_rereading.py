"""Reading a document again: what changes is told, and what people decided stands."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from comity.model import codec
from comity.model.claim import Claim
from comity.register.errors import RegisterError
from tests.register import samples
from tests.register.test_moments import at, clock

if TYPE_CHECKING:
    from comity.register.rereading import Change

__all__ = ["clock"]

pytestmark = pytest.mark.usefixtures("register")

RELATIONS, VISIT, SESSION = range(3)


def read_anew(*wanted: int, reader: str = "newer", **slots: Any) -> list[Claim]:
    """Claims of the English page as newer rules read them: some of the old, with other slots for the visit."""
    found = []
    for number, claim in enumerate(samples.english()[2]):
        if number in wanted:
            said = codec.plain(claim.slots) | (slots if number == VISIT else {})
            found.append(
                msgspec.structs.replace(
                    claim,
                    id=f"{reader}{number}".ljust(16, "0"),
                    reader=reader,
                    slots=codec.slots_of(claim.kind, said),
                )
            )
    return found


def acts(changes: list[Change]) -> list[tuple[str, str]]:
    return [
        (one.act, (one.before.claim if one.before is not None else one.after).kind)  # type: ignore[union-attr]
        for one in changes
    ]


@pytest.fixture
def old() -> list[str]:
    from comity.register import actions

    doc, data, claims = samples.english()
    actions.add_document(doc, data, claims)
    actions.add_document(*samples.russian())
    return [claim.id for claim in claims]


def state() -> dict[str, Any]:
    """All that is held of the page and made of it."""
    from comity.register import exchange, queries

    return {
        "lines": list(exchange.export()), "records": queries.records(), "entities": queries.entities(),
        "findings": queries.findings(),
    }  # fmt: skip


def whole() -> None:
    from comity.register import doctor

    assert list(doctor.examine()) == []


def test_what_says_the_same_stays_the_very_claim(old: list[str]) -> None:
    from comity.register import actions

    before = state()
    assert actions.reread("page", read_anew(RELATIONS, VISIT, SESSION)) == []
    assert state() == before


def test_differences_change_nothing(old: list[str]) -> None:
    from comity.register import rereading

    before = state()
    told = rereading.differences("page", read_anew(VISIT, SESSION, date="2000-04-11"))
    assert acts(told) == [("removed", "relations"), ("changed", "visit")]
    assert state() == before


def test_what_is_read_otherwise_takes_the_place_of_the_old(old: list[str]) -> None:
    from comity.register import actions, queries, rereading

    fresh = read_anew(VISIT, SESSION, date="2000-04-11")
    assert acts(actions.reread("page", fresh, by="anna")) == [("removed", "relations"), ("changed", "visit")]
    claims = {one.kind: one for one in queries.claims() if one.doc == "page"}
    assert sorted(claims) == ["session", "visit"] and claims["session"].id == old[SESSION]
    assert str(claims["visit"].slots.date) == "2000-04-11" and claims["visit"].id == fresh[0].id
    assert queries.claim(old[RELATIONS]) is None
    assert rereading.differences("page", fresh) == [], "read once more, nothing differs"
    whole()


@pytest.mark.parametrize("act", ["accept", "edit"])
@pytest.mark.parametrize("gone", [False, True], ids=["otherwise", "no more"])
def test_a_decision_is_never_replaced(old: list[str], act: str, gone: bool) -> None:
    from comity.register import actions, queries

    if act == "accept":
        actions.accept(old[VISIT], by="anna", reason="seen")
    else:
        actions.edit(old[VISIT], {"from": "KAZ", "to": "ISR", "date": "2000-04-10"}, by="anna")
    before = queries.claim(old[VISIT])
    fresh = read_anew(RELATIONS, SESSION, *([] if gone else [VISIT]), date="2000-04-11")
    (change,) = actions.reread("page", fresh)
    assert (change.act, change.before) == ("kept", before)
    assert (change.after is None) == gone
    assert queries.claim(old[VISIT]) == before
    assert sum(one.kind == "visit" and one.doc == "page" for one in queries.claims()) == 1
    actions.undo(old[VISIT])
    assert acts(actions.reread("page", fresh)) == [("removed" if gone else "changed", "visit")]
    whole()


def test_reading_that_comes_to_what_a_person_told_is_no_difference(old: list[str]) -> None:
    from comity.register import actions, queries

    said = codec.plain(samples.english()[2][VISIT].slots) | {"date": "2000-04-11"}
    actions.edit(old[VISIT], said, by="anna")
    assert actions.reread("page", read_anew(RELATIONS, VISIT, SESSION, date="2000-04-11")) == []
    held = queries.claim(old[VISIT])
    assert held is not None and (held.decision, str(held.machine.date)) == ("edited", "2000-04")  # type: ignore[attr-defined]


def test_what_was_rejected_stays_so_and_another_reading_of_it_is_new(old: list[str]) -> None:
    from comity.register import actions, queries

    actions.reject(old[VISIT], by="anna")
    assert actions.reread("page", read_anew(RELATIONS, VISIT, SESSION)) == [], "the same is rejected already"
    fresh = read_anew(RELATIONS, VISIT, SESSION, date="2000-04-11")
    assert acts(actions.reread("page", fresh)) == [("added", "visit")]
    held = queries.claim(old[VISIT])
    assert held is not None and held.decision == "rejected"
    assert actions.reread("page", fresh) == []
    whole()


def test_judgements_hold_for_what_stands_in_the_place(old: list[str]) -> None:
    """A visit parted from another stays so, and so does a person, when both are read otherwise."""
    from comity.register import actions, queries

    ours, theirs = old[VISIT], samples.russian()[2][1].id
    assert len(queries.record(ours).claims) == 2  # type: ignore[union-attr]
    actions.split(queries.record(ours).id, [ours], by="anna", reason="two visits")  # type: ignore[union-attr]
    person = next(one for one in queries.entities() if one.kind == "person")
    made = actions.split(person.id, [f"{ours}/visitors/0"], by="anna", reason="two men")
    fresh = read_anew(RELATIONS, VISIT, SESSION, date="2000-04-04")
    actions.reread("page", fresh)
    assert queries.record(fresh[1].id).claims == (fresh[1].id,)  # type: ignore[union-attr]
    assert sum(one.kind == "person" for one in queries.entities()) == 2
    whole()
    actions.undo_judgement(made.number)
    assert sum(one.kind == "person" for one in queries.entities()) == 1
    for one in queries.judgements_of([theirs]):
        if one.undone_at is None:
            actions.undo_judgement(one.number)
    assert set(queries.record(theirs).claims) == {fresh[1].id, theirs}  # type: ignore[union-attr]
    whole()


EARLY = "Relations were established on 10 April 1992. The commission met on 2 March 1991 in Astana."


def early(date: str, words: str = "The commission met on 2 March 1991") -> tuple[Any, bytes, list[Claim]]:
    """A page with a session before the relations, as rules read it."""
    doc, data = samples.document("early.txt", EARLY)
    parties = ["KAZ", "ISR"]
    established = samples.claim(
        doc, "relations", "Relations were established", parties=parties, act="established", date="1992-04-10"
    )
    met = samples.claim(doc, "session", words, body="Joint Commission", date=date)
    return doc, data, [established, met]


def told_early() -> Any:
    """The finding that the session was before the relations."""
    from comity.register import listing, queries

    found = queries.findings_held(one.id for one in listing.finding_keys(code="C205"))
    return found[0] if found else None


def test_a_dismissal_holds_for_what_newer_rules_read_in_the_same_words(
    clock: list[datetime.datetime],
) -> None:
    from comity.register import actions, exchange, moments

    actions.add_document(*early("1991-03-02"))
    first = told_early().finding.id
    actions.dismiss(first, by="anna", reason="a body of its own")
    said, then = told_early().dismissal, clock[0]
    actions.reread("early", early("1991-03-20")[2])
    found = told_early()
    assert found.finding.id != first and found.dismissal == said
    for time in (then, clock[0]):
        assert "C205" not in {one.code for one in moments.held(moments.Moment(known_at=time)).findings}
    actions.reopen(found.finding.id, by="anna", reason="after all")
    actions.reread("early", early("1991-03-02")[2])
    assert told_early().finding.id == first and told_early().dismissal is None, "reopened is reopened"
    assert sum('"line":"dismissal"' in line for line in exchange.export()) == 2
    whole()


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1991-03-20", "The commission met on 2 March 1991 in Astana"),
        ("1993", "The commission met on 2 March 1991"),
    ],
    ids=["other words", "no fault any more"],
)
def test_a_dismissal_goes_over_to_nothing_else(date: str, words: str) -> None:
    from comity.register import actions, models

    actions.add_document(*early("1991-03-02"))
    actions.dismiss(told_early().finding.id, by="anna", reason="a body of its own")
    actions.reread("early", early(date, words)[2])
    found = told_early()
    assert found is None if date == "1993" else found.dismissal is None
    assert models.Dismissal.objects.count() == 1


def test_what_was_open_before_stays_open() -> None:
    """A person's edit gave the finding other values: nobody dismissed it with these."""
    from comity.register import actions

    doc, data, claims = early("1991-03-02")
    actions.add_document(doc, data, claims)
    actions.dismiss(told_early().finding.id, by="anna", reason="a body of its own")
    actions.edit(claims[1].id, codec.plain(claims[1].slots) | {"date": "1991-02-20"}, by="anna")
    assert told_early().dismissal is None
    actions.reread("early", claims, [(0, 4)])
    assert told_early().dismissal is None


def test_rules_of_the_same_name_that_read_otherwise(old: list[str]) -> None:
    """The ids of new claims may be those of old ones; both are kept apart, there and back."""
    from comity.register import actions, queries

    def dates() -> list[str]:
        return [str(one.slots.date) for one in queries.claims() if one.kind == "visit" and one.doc == "page"]  # type: ignore[attr-defined]

    first = samples.english()[2]
    for date in ("2000-04-11", "2000-04", "2000-04-11"):
        again = [
            one if one.kind != "visit" else
            msgspec.structs.replace(one, slots=codec.slots_of("visit", codec.plain(one.slots) | {"date": date}))
            for one in first
        ]  # fmt: skip
        assert acts(actions.reread("page", again)) == [("changed", "visit")]
        assert dates() == [date]
        assert actions.reread("page", again) == []
    whole()


def test_the_past_is_asked_as_it_was(clock: list[datetime.datetime], old: list[str]) -> None:
    from comity.register import actions, queries

    told = []
    actions.split(old[VISIT], [old[VISIT]], by="anna", reason="two visits")
    told.append((clock[0], queries.dossier_inputs("KAZ", "ISR")))
    actions.reread("page", read_anew(VISIT, SESSION, date="2000-04-11"))
    told.append((clock[0], queries.dossier_inputs("KAZ", "ISR")))
    actions.reread("page", read_anew(RELATIONS, VISIT, reader="newest", date="2000-04-04"))
    told.append((clock[0], queries.dossier_inputs("KAZ", "ISR")))
    for time, inputs in told:
        assert at("KAZ", "ISR", known_at=time) == inputs


def test_what_took_the_place_of_what_is_told(clock: list[datetime.datetime], old: list[str]) -> None:
    from comity.register import actions, succession

    assert succession.replaced(old) == [] and succession.successor(old[VISIT]) == old[VISIT]
    first = actions.reread("page", read_anew(VISIT, SESSION, date="2000-04-11"), by="anna")
    second = actions.reread(
        "page", read_anew(RELATIONS, VISIT, reader="newest", date="2000-04-04"), by="bela"
    )
    assert acts(first) == [("removed", "relations"), ("changed", "visit")]
    assert acts(second) == [("added", "relations"), ("changed", "visit"), ("removed", "session")]
    visit, relations = second[1].after, second[0].after
    assert visit is not None and relations is not None
    told = [
        (one.by, one.after, one.before and one.before.claim.id) for one in succession.replaced([visit.id])
    ]
    assert told == [("bela", visit.id, first[1].after.id), ("", first[1].after.id, old[VISIT])]  # type: ignore[union-attr]
    assert [one.before for one in succession.replaced([relations.id])] == [None]
    assert succession.successor(old[VISIT]) == visit.id
    assert succession.successor(old[SESSION]) is None and succession.successor("nothing") is None


def test_an_export_has_what_was_replaced(old: list[str], other: Path) -> None:
    from comity.register import actions, exchange, store

    actions.split(old[VISIT], [old[VISIT]], by="anna", reason="two visits")
    actions.reread("page", read_anew(VISIT, SESSION, date="2000-04-11"), [(0, 9)], by="anna")
    before = state()
    store.close()
    store.open_register(other)
    exchange.load(before["lines"])
    assert state() == before
    whole()
    store.close()


def test_what_cannot_be_read_again() -> None:
    from comity.register import actions

    doc, data, claims = samples.english()
    with pytest.raises(RegisterError, match="no document page is held"):
        actions.reread("page", claims)
    actions.add_document(doc, data, claims)
    far = msgspec.structs.replace(claims[0], evidence=((0, 10_000),))
    with pytest.raises(RegisterError, match="points at no words"):
        actions.reread("page", [far])


def test_a_failure_half_way_leaves_nothing(old: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.register import actions, derived

    before = state()
    monkeypatch.setattr(derived, "check_text", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.reread("page", read_anew(VISIT, date="2000-04-11"))
    assert state() == before


@pytest.mark.parametrize("docs", [None, ["page"]])
def test_what_older_rules_made_is_made_again(old: list[str], docs: list[str] | None) -> None:
    from comity.register import actions, doctor, models

    before = state()
    models.Finding.objects.filter(document__isnull=True).delete()
    models.Record.objects.all().delete()
    models.Entity.objects.filter(kind="person").delete()
    assert list(doctor.examine()) != []
    actions.make_again(docs)
    whole()
    assert state() == before
