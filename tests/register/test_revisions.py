"""The register's revision: another after every act, the same after what changes nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from comity.checking.holders import parse
from comity.register.errors import RegisterError
from tests.register import samples

pytestmark = pytest.mark.usefixtures("register")

HOLDERS = b"state,office,name,from,to\nKAZ,President,Nursultan Nazarbayev,1990-04-24,1999-03\n"


def _filled() -> tuple[str, str]:
    """Two documents; the ids of a visit in each."""
    from comity.register import actions

    found = []
    for doc, data, claims in (samples.english(), samples.russian()):
        actions.add_document(doc, data, claims)
        found.append(next(one.id for one in claims if one.kind == "visit"))
    return found[0], found[1]


def _acts() -> dict[str, Callable[[], Any]]:
    """An act by each public function of `actions`, in an order in which all are possible."""
    from comity.register import actions, queries

    one, other = _filled()
    actions.import_holders(parse(HOLDERS, "table"))
    doc, data = samples.document("late.txt", "Nothing is said here.")
    finding = queries.findings()[0].id
    judged: list[Any] = []

    def batch() -> None:
        with actions.batch():
            actions.accept(other)

    return {
        "add_document": lambda: actions.add_document(doc, data, []),
        "newer_version": lambda: actions.newer_version("late", "page"),
        "make_again": lambda: actions.make_again(["page"]),
        "import_holders": lambda: actions.import_holders(
            parse(HOLDERS + b"KAZ,Envoy,B. Omar,2001,2002\n", "table")
        ),
        "dismiss": lambda: actions.dismiss(finding, reason="no fault"),
        "reopen": lambda: actions.reopen(finding),
        "split": lambda: judged.append(actions.split(one, [one])),
        "merge": lambda: judged.append(actions.merge([one, other])),
        "undo_judgement": lambda: actions.undo_judgement(judged[1].number),
        "accept": lambda: actions.accept(one),
        "undo": lambda: actions.undo(one),
        "edit": lambda: actions.edit(one, {"from": "KAZ", "to": "ISR", "date": "2000-05"}),
        "reject": lambda: actions.reject(other),
        "batch": batch,
        "reread": lambda: actions.reread("page-ru", []),
    }


NO_ACTS = {"hold_decision", "whoami"}


def test_every_act_changes_the_revision() -> None:
    from comity.register import actions, transactions

    public = {
        name
        for name, value in vars(actions).items()
        if inspect.isfunction(value) and value.__module__ == actions.__name__ and not name.startswith("_")
    }
    acts = _acts()
    assert set(acts) == public - NO_ACTS
    for name, act in acts.items():
        before = transactions.revision()
        act()
        after = transactions.revision()
        assert after.mark != before.mark, name
        assert before.at is not None and after.at is not None and after.at >= before.at, name


def test_repair_changes_it_too() -> None:
    from comity.register import doctor, transactions

    _filled()
    before = transactions.revision()
    doctor.repair()
    assert transactions.revision() != before


def test_what_changes_nothing_leaves_it_as_it_was() -> None:
    from comity.register import actions, queries, transactions

    assert transactions.revision() == transactions.Revision(), "a register that nobody has written to"
    _filled()
    before = transactions.revision()
    assert not actions.add_document(*samples.english("again.txt")).new
    kept = queries.document("page-ru")
    assert kept is not None
    actions.reread("page-ru", [one.claim for one in kept.claims], kept.unread)
    with pytest.raises(RegisterError):
        actions.undo("none")
    with pytest.raises(RegisterError), actions.batch():
        actions.import_holders(parse(HOLDERS, "table"))
        actions.accept("none")
    assert transactions.revision() == before
