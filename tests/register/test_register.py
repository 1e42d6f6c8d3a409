"""The register: what is added is there whole, decisions hold and can be undone, derived things follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.model import codec
from comity.register.errors import RegisterError, UnfitError
from tests.register import samples

pytestmark = pytest.mark.usefixtures("register")


def add_both() -> tuple[list[str], list[str]]:
    from comity.register import actions

    made = []
    for doc, data, claims in (samples.english(), samples.russian()):
        actions.add_document(doc, data, claims, [(0, 5)], by="tester")
        made.append([claim.id for claim in claims])
    return made[0], made[1]


def test_a_document_comes_back_as_it_was() -> None:
    from comity.register import actions, queries

    doc, data, claims = samples.english()
    added = actions.add_document(doc, data, claims, [(3, 9)], by="tester")
    assert (added.doc, added.new, added.claims, added.dyads) == ("page", True, 3, (("ISR", "KAZ"),))
    held = queries.document("page")
    assert held is not None
    assert held.document == doc
    assert queries.original("page") == data
    assert [one.claim for one in held.claims] == claims
    assert held.unread == ((3, 9),)
    assert (held.added_by, held.added_at.tzinfo is not None) == ("tester", True)
    assert queries.claims() == tuple(claims)


def test_the_same_bytes_again_change_nothing() -> None:
    from comity.register import actions, queries

    doc, data, claims = samples.english()
    actions.add_document(doc, data, claims)
    before = queries.counts()
    again = actions.add_document(*samples.english("other.txt"))
    assert (again.doc, again.new) == ("page", False)
    assert queries.counts() == before


def test_other_bytes_under_the_same_name_get_another_id() -> None:
    from comity.register import actions, queries

    actions.add_document(*samples.english())
    doc, data, claims = samples.russian("page.txt")
    added = actions.add_document(doc, data, claims)
    assert added.doc == f"page-{doc.sha256[:8]}"
    held = queries.document(added.doc)
    assert held is not None and {one.claim.doc for one in held.claims} == {added.doc}


def test_records_and_dossier_inputs() -> None:
    from comity.register import queries

    english, russian = add_both()
    inputs = queries.dossier_inputs("KAZ", "ISR")
    assert inputs.dyad == ("ISR", "KAZ")
    assert len(inputs.claims) == 5
    assert set(inputs.documents) == {"page", "page-ru"}
    kinds = sorted(record.kind for record in inputs.records)
    assert kinds == ["relations", "session", "visit"]
    (visit,) = queries.records(dyad=("KAZ", "ISR"), kind="visit")
    assert set(visit.claims) == {english[1], russian[1]}
    assert str(visit.slots.date) == "2000-04-03/2000-04-05"  # type: ignore[attr-defined]
    assert queries.record(english[1]) == queries.record(visit.id) == visit
    (person,) = queries.entities(kind="person")
    assert person.names == ("Nursultan Nazarbayev", "Н. Назарбаев")
    assert queries.dossier_inputs("KAZ", "EST").claims == ()


def test_order_of_adding_does_not_matter(other: Path) -> None:
    from comity.register import actions, queries, store

    add_both()
    first = (queries.records(), queries.entities(), queries.findings())
    store.open_register(other)
    actions.add_document(*samples.russian())
    actions.add_document(*samples.english())
    assert (queries.records(), queries.entities(), queries.findings()) == first


def test_the_register_makes_the_records_that_the_pipeline_makes() -> None:
    from comity.register import queries
    from comity.resolving import resolve

    add_both()
    made = resolve([*samples.english()[2], *samples.russian()[2]])
    assert codec.encode(queries.records()) == codec.encode(made.records)
    assert codec.encode(queries.entities()) == codec.encode(made.entities)


def test_a_decision_holds_and_can_be_undone() -> None:
    from comity.register import actions, queries

    english, _ = add_both()
    before = (queries.records(), queries.findings())

    rejected = actions.reject(english[1], by="desk", reason="another president")
    assert (rejected.decision, rejected.decided_by, rejected.reason) == (
        "rejected",
        "desk",
        "another president",
    )
    assert english[1] not in {claim.id for claim in queries.claims()}
    (visit,) = queries.records(kind="visit")
    assert english[1] not in visit.claims

    edited = actions.edit(english[1], {"from": "KAZ", "to": "ISR", "date": "2000-05"}, by="desk")
    assert str(edited.claim.slots.date) == "2000-05"  # type: ignore[attr-defined]
    assert str(edited.machine.date) == "2000-04", "the machine's value stays"  # type: ignore[attr-defined]

    assert actions.undo(english[1], by="desk").decision == "rejected"
    back = actions.undo(english[1], by="desk")
    assert (back.decision, back.claim.slots) == ("", back.machine)
    assert (queries.records(), queries.findings()) == before
    with pytest.raises(RegisterError, match="nothing was decided"):
        actions.undo(english[1])
    history = queries.history(english[1])
    assert [(event.decision, event.undone_by) for event in history] == [
        ("rejected", "desk"),
        ("edited", "desk"),
    ]


def test_accepting_leaves_the_claim() -> None:
    from comity.register import actions, queries

    english, _ = add_both()
    before = queries.records()
    assert actions.accept(english[0], by="desk").decision == "accepted"
    assert queries.records() == before
    assert queries.counts().decided == 1


def test_an_edit_may_move_a_claim_to_another_dyad() -> None:
    from comity.register import actions, queries

    english, _ = add_both()
    actions.edit(english[1], {"from": "KAZ", "to": "EST", "date": "2000-04"})
    assert {one.states for one in queries.dyads()} == {("ISR", "KAZ"), ("EST", "KAZ")}
    (moved,) = queries.records(dyad=("KAZ", "EST"), kind="visit")
    assert moved.claims == (english[1],)


def test_an_edit_must_fit_the_kind() -> None:
    from comity.register import actions, queries

    english, _ = add_both()
    for wrong in ({"colour": "red"}, {"date": "3 April"}, {"type": "secret"}):
        with pytest.raises(RegisterError, match="not the slots of a visit"):
            actions.edit(english[1], wrong)
    held = queries.claim(english[1])
    assert held is not None and held.decision == ""
    with pytest.raises(RegisterError, match="no claim"):
        actions.accept("0" * 16)


def test_no_claim_without_its_words() -> None:
    import msgspec

    from comity.register import actions, queries

    doc, data, claims = samples.english()
    for evidence in (((0, 10_000),), ((5, 5),), ()):
        wrong = msgspec.structs.replace(claims[1], evidence=evidence)
        with pytest.raises(RegisterError, match="no words"):
            actions.add_document(doc, data, [claims[0], wrong])
    assert queries.counts().documents == 0, "nothing is stored, not even the document"


def test_bytes_other_than_those_that_were_read_are_refused() -> None:
    from comity.register import actions, queries

    doc, data, claims = samples.english()
    with pytest.raises(UnfitError, match="changed while it was read"):
        actions.add_document(doc, data + b" ", claims)
    assert queries.counts().documents == 0


def test_a_failure_half_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.register import actions, extending, queries

    actions.add_document(*samples.english())
    before = (queries.counts(), queries.records())

    def fail(*_: object, **__: object) -> None:
        raise OSError("the disk went away")

    monkeypatch.setattr(extending, "resolve", fail)
    with pytest.raises(OSError, match="went away"):
        actions.add_document(*samples.russian())
    assert (queries.counts(), queries.records()) == before


def test_what_several_states_did_is_found_under_each_pair() -> None:
    from comity.register import actions, queries

    doc, data = samples.document("three.txt", "The three signed a treaty.")
    treaty = samples.claim(doc, "agreement", "signed a treaty", parties=["KAZ", "EST", "MEX"], type="treaty")
    actions.add_document(doc, data, [treaty])
    for pair in (("KAZ", "EST"), ("MEX", "KAZ"), ("EST", "MEX")):
        assert [claim.id for claim in queries.claims(dyad=pair)] == [treaty.id]
    assert queries.claims(dyad=("KAZ", "ISR")) == ()


def test_a_document_without_claims_is_held() -> None:
    from comity.register import actions, queries

    doc, data = samples.document("empty.txt", "Nothing of relations.")
    assert actions.add_document(doc, data, []).new
    (summary,) = queries.documents()
    assert (summary.id, summary.claims) == ("empty", 0)


ODD = (
    "They met on Monday, 3 April 2000. Mr. Mr. Lotem came. The school CINADCO and its courses; "
    "the school SINADCO and its guests. The commission\ufffds work went on."
)


def test_the_register_finds_what_checking_all_at_once_finds() -> None:
    from comity.checking import check
    from comity.register import actions, derived, queries
    from comity.resolving import resolve

    pages = [samples.english(), samples.russian()]
    for name in ("odd.txt", "other.txt"):
        doc, data = samples.document(name, f"{samples.EN} {ODD} {name}")
        claims = [
            samples.claim(doc, "relations", "Relations were", parties=["KAZ", "ISR"], act="established")
        ]
        claims.append(
            samples.claim(doc, "relations", "were established", parties=["KAZ", "EST"], act="resumed")
        )
        pages.append((doc, data, claims))
    for page in pages:
        actions.add_document(*page)
    claims = [claim for _, _, some in pages for claim in some]
    made = resolve(claims)
    found = check(claims, made.records, made.entities, [doc for doc, _, _ in pages])
    assert {finding.code for finding in found} & set(derived.TEXT_RULES)
    assert {finding.id for finding in queries.findings()} == {finding.id for finding in found}
    assert queries.counts().findings == len(found)


def test_rules_of_the_text_alone_give_for_each_document_what_they_give_for_all() -> None:
    from comity.checking import check
    from comity.register.derived import TEXT_RULES

    documents = [samples.document(f"{n}.txt", f"{ODD} {n}")[0] for n in range(3)]
    together = check([], documents=documents, select=TEXT_RULES)
    alone = [one for document in documents for one in check([], documents=[document], select=TEXT_RULES)]
    assert {one.id for one in together} == {one.id for one in alone} != set()


def test_a_page_about_many_states_is_made_whole_and_checked_as_one() -> None:
    """More dyads than are made together; rules about one dyad's page are silent on it."""
    from comity.checking import check
    from comity.register import actions, queries
    from comity.resolving import resolve

    codes = [f"{a}{b}X" for a in "ABCDEFGH" for b in "ABCDEFGH"]
    words = [f"Relations with {code} were established in 1992." for code in codes]
    doc, data = samples.document(
        "hub.txt", " ".join([*words, "The 40th anniversary of diplomatic relations was kept in 2012."])
    )
    claims = [
        samples.claim(doc, "relations", said, parties=["KAZ", code], act="established", date="1992")
        for code, said in zip(codes, words, strict=True)
    ]
    one, one_data = samples.document(
        "one.txt", "Relations began in 1992. The 40th anniversary of diplomatic relations fell in 2012."
    )
    own = samples.claim(
        one, "relations", "Relations began in 1992", parties=["KAZ", "AAX"], act="established", date="1992"
    )
    actions.add_document(one, one_data, [own])
    actions.add_document(doc, data, claims)
    resolved = resolve([own, *claims])
    assert codec.encode(queries.records()) == codec.encode(resolved.records)
    assert len(queries.dyads()) == 64
    found = check([own, *claims], resolved.records, resolved.entities, [one, doc])
    assert {finding.id for finding in queries.findings()} == {finding.id for finding in found}
    assert [finding.evidence[0].doc for finding in found if finding.code == "C217"] == ["one"]


def test_the_order_is_that_of_code_points_in_every_database() -> None:
    """PostgreSQL sorts ids by the rules of a language; answers must not depend on it."""
    from comity.register import actions, queries

    names = ["b", "A", "a", "B", "é", "z", "ж", "а", "_", "a-b", "ab"]
    for name in names:
        doc, data = samples.document(f"{name}.txt", f"{samples.EN} {name}")
        said = samples.claim(doc, "relations", "Relations were", parties=["KAZ", "ISR"], act="established")
        actions.add_document(doc, data, [said])
    assert [one.id for one in queries.documents()] == sorted(names)
    assert [one.doc for one in queries.claims()] == sorted(names)
