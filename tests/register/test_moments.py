"""The register as of another date and another time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from comity.model.edtf import Date
from comity.register.errors import RegisterError
from tests.register import samples
from tests.register.test_keeping import fill

if TYPE_CHECKING:
    from comity.register.queries import DossierInputs, Held

pytestmark = pytest.mark.usefixtures("register")

DAY = datetime.timedelta(days=1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime.datetime]]:
    """The time of the register, which a test moves on; a day passes at each act."""
    from comity.register import actions

    now = [datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)]

    def tick() -> datetime.datetime:
        now[0] += DAY
        return now[0]

    monkeypatch.setattr(actions.timezone, "now", tick)
    yield now


def at(a: str, b: str, **moment: Any) -> DossierInputs:
    from comity.register import moments

    return moments.dossier_inputs(a, b, **moment)


def as_now() -> DossierInputs:
    from comity.register import queries

    return queries.dossier_inputs("KAZ", "ISR")


def all_now() -> Held:
    from comity.register import queries

    return queries.Held(
        claims=queries.claims(), records=queries.records(), entities=tuple(queries.entities()),
        findings=queries.findings(), documents=queries.full_documents(),
    )  # fmt: skip


def test_every_moment_is_what_the_register_said_then(clock: list[datetime.datetime]) -> None:
    """The law: asked later about a time, the register answers what it answered at that time."""
    from comity.register import actions, moments

    told: list[tuple[datetime.datetime, DossierInputs, Held]] = []

    def keep() -> None:
        told.append((clock[0], as_now(), all_now()))

    keep()
    pages = [samples.english(), samples.russian()]
    for page in pages:
        actions.add_document(*page)
        keep()
    claims = [claim.id for _, _, some in pages for claim in some]
    for act in (
        lambda: actions.accept(claims[0]),
        lambda: actions.edit(claims[1], {"from": "KAZ", "to": "EST", "date": "2000-04"}),
        lambda: actions.reject(claims[3]),
        lambda: actions.edit(claims[1], {"from": "KAZ", "to": "ISR", "date": "2001"}),
        lambda: actions.undo(claims[1]),
        lambda: actions.undo(claims[1]),
        lambda: actions.undo(claims[3]),
        lambda: actions.split(claims[1], [claims[1]], reason="two visits"),
        lambda: actions.reread("page", pages[0][2][1:]),
        lambda: actions.reread("page", pages[0][2]),
    ):
        act()
        keep()
    fill_later()
    keep()
    assert len({msgspec.json.encode([one.id for one in inputs.claims]) for _, inputs, _ in told}) > 4
    for time, inputs, every in told:
        assert at("ISR", "KAZ", known_at=time) == inputs, time
        assert moments.held(moments.Moment(known_at=time)) == every, time


def fill_later() -> None:
    from comity.register import actions

    doc, data = samples.document("late.txt", f"{samples.EN} Mr. Mr. Lotem came in 2009.")
    one = samples.claim(
        doc, "relations", "Relations were", parties=["KAZ", "ISR"], act="resumed", date="2009"
    )
    actions.add_document(doc, data, [one])


def test_without_a_moment_it_is_the_present() -> None:
    fill()
    assert at("KAZ", "ISR") == as_now()
    later = datetime.datetime.now(datetime.UTC) + DAY
    assert at("KAZ", "ISR", known_at=later) == as_now()
    assert at("KAZ", "ISR", as_of=Date.parse("2090")) == as_now()


def test_as_of_leaves_out_what_began_later() -> None:
    from comity.register import actions

    for page in (samples.english(), samples.russian()):
        actions.add_document(*page)

    def kinds(date: str) -> list[str]:
        found = at("KAZ", "ISR", as_of=Date.parse(date))
        assert {claim for one in found.records for claim in one.claims} == {one.id for one in found.claims}
        return sorted(one.kind for one in found.records)

    assert kinds("1991") == []
    assert kinds("1992-04-09") == []
    assert kinds("1992-04-10") == kinds("1999") == ["relations"]
    assert kinds("2000-04") == ["relations", "session", "visit"]
    assert kinds("2000-03") == ["relations", "session"], "a session of 2000 may have been by then"
    assert at("KAZ", "EST", as_of=Date.parse("2000")).claims == ()


@pytest.mark.parametrize("text", ["soon", "2003-13", "2000/2001", "2000/.."])
def test_what_is_no_date(text: str) -> None:
    from comity.register import moments

    with pytest.raises(RegisterError, match="Give one such as"):
        moments.date_of(text)


def test_times_as_users_give_them() -> None:
    from comity.register import moments

    assert moments.time_of("2026-11-20") > moments.time_of("2026-11-20T23:59")
    assert moments.time_of("2026-11-20T10:00+05:00") == moments.time_of("2026-11-20T05:00")
    for text in ("soon", "2026-13-01", "2026"):
        with pytest.raises(RegisterError, match="is no time"):
            moments.time_of(text)
