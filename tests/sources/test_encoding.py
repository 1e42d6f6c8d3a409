"""Which encoding bytes are in: every encoding of Russian and English, with sentences of the field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.sources import from_bytes
from comity.sources.encoding import CYRILLIC, decode

RUSSIAN = (
    "Дипломатические отношения между двумя государствами установлены 10 апреля 1992 года.",
    "В мае 1996 г. начало работу Посольство, а в августе 2004 г. прибыл новый Посол.",
    "Товарооборот составил 12,5 млн долл. США; подписано 14 соглашений в области сельского хозяйства.",
    "ПОСОЛЬСТВО РЕСПУБЛИКИ: ДВУСТОРОННИЕ ОТНОШЕНИЯ И ДОГОВОРНО-ПРАВОВАЯ БАЗА",
    "Официальный визит Министра иностранных дел (Foreign Minister) состоялся 3-5 июня.",
)
ENGLISH = (
    "Diplomatic relations were established on 10 April 1992 – the embassy opened in May.",
    "The Minister’s “official visit” took place in June; trade reached €12 million.",
)
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize("encoding", [*CYRILLIC, *WIDE])
@pytest.mark.parametrize("sentence", RUSSIAN)
def test_russian_comes_back(encoding: str, sentence: str) -> None:
    for text in (sentence, "\r\n".join([sentence] * 40)):
        found = decode(text.encode(encoding))
        assert found.text.lstrip("\ufeff") == text
        assert found.notes == ()


@pytest.mark.parametrize("encoding", ["cp1252", *WIDE])
@pytest.mark.parametrize("sentence", ENGLISH)
def test_english_comes_back(encoding: str, sentence: str) -> None:
    assert decode(sentence.encode(encoding)).text.lstrip("\ufeff") == sentence


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("cp1252", "L'ambassadeur a été reçu à l'Élysée; les relations diplomatiques ont été établies."),
        ("cp1252", "Die Botschaft wurde 1995 eröffnet, über hundert Verträge für die Wirtschaft."),
        (
            "cp1250",
            "Stosunki dyplomatyczne zostały nawiązane, ambasador złożył listy uwierzytelniające. Współpraca.",
        ),
    ],
)
def test_other_languages(encoding: str, sentence: str) -> None:
    assert decode(sentence.encode(encoding)).text == sentence


def test_lost_quotes_stay_utf8() -> None:
    text = "the �Kazakh� side � and the text goes on"
    found = decode(text.encode())
    assert (found.text, found.encoding, found.notes) == (text, "utf-8", ())


def test_utf8_cut_within_a_character_is_utf8_with_a_note() -> None:
    found = decode(("Посол вручил верительные грамоты. " * 5 + "Й").encode()[:-1])
    assert found.encoding == "utf-8"
    assert found.text.startswith("Посол вручил")
    assert len(found.notes) == 1


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "windows-1252", "windows-1251", "utf-8", "nonsense", "hex", "rot13"]
)
@pytest.mark.parametrize("encoding", CYRILLIC)
def test_words_decide_against_a_wrong_declaration(declared: str, encoding: str) -> None:
    assert decode(RUSSIAN[0].encode(encoding), declared).text == RUSSIAN[0]


def test_declaration_decides_between_like_encodings() -> None:
    page = (
        '<html><head><meta charset="iso-8859-2"></head><body><p>Žádost přijal velvyslanec, řekl že čeká.</p>'
    )
    document = from_bytes(page.encode("iso8859-2"), "page.html")
    assert document.text == "Žádost přijal velvyslanec, řekl že čeká."
    assert document.encoding == "iso8859-2"


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "cp1251", "utf-16", "x", "idna", "punycode"]))
def test_decoding_never_fails(data: bytes, declared: str) -> None:
    found = decode(data, declared)
    assert isinstance(found.text, str)
    assert found.encoding


@given(st.text(max_size=200).filter(lambda t: "\x00" not in t and not t.startswith("\ufeff")))
def test_utf8_is_always_believed(text: str) -> None:
    assert decode(text.encode()).text == text
