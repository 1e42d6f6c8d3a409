"""The day of credentials does not contradict an earlier beginning of the same term."""

from comity.model.claim import Claim, Tenure
from comity.model.edtf import Date
from comity.model.person import Person
from comity.resolving import resolve

PERSON = Person(name="Astrid Lie", office="Ambassador", of="NOR")


def _claim(number: int, **dates: Date) -> Claim:
    slots = Tenure(person=PERSON, of="NOR", to="TCD", **dates)
    return Claim(id=f"{number:016x}", doc="a", kind="tenure", evidence=((number, number + 1),), slots=slots)


def test_credentials_after_the_beginning_of_a_term() -> None:
    term = _claim(1, date=Date.parse("2014-07/.."))
    credentials = _claim(2, date=Date.parse("2014-09-12/.."), credentials=Date.parse("2014-09-12"))
    (record,) = resolve([term, credentials]).records
    assert record.differences == ()
    assert record.slots == Tenure(
        person=PERSON, of="NOR", to="TCD", date=Date.parse("2014-07/.."), credentials=Date.parse("2014-09-12")
    )


def test_two_beginnings_of_a_term_differ() -> None:
    (record,) = resolve(
        [_claim(1, date=Date.parse("2014-07/..")), _claim(2, date=Date.parse("2014-11/.."))]
    ).records
    assert [difference.slot for difference in record.differences] == ["date"]
