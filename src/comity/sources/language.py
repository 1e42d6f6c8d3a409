"""In what language a text, or each paragraph of it, is written: English, Russian or neither.

Script first, then the small words that no text can do without. Cheap: a passage of any length is judged by a
sample, and paragraphs are found in one pass.
"""

from __future__ import annotations

import re

from comity.sources.words import words

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"[^\r\n]+")
_CYRILLIC = re.compile(r"[Ѐ-ԯ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")
# Letters of other languages in Cyrillic script: Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Kyrgyz,
# Tatar, …
_NOT_RUSSIAN = re.compile(r"[ІіЇїЄєҐґЎўЈјЉљЊњЋћЂђЏџЃѓЌќЅѕӘәҒғҚқҢңӨөҰұҮүҺһҶҷҲҳӢӣӮӯ]")

_ENGLISH = words(
    "the of and to in a is was were on for with by at from as that this it its be has have had which"
    " between an are or not their his will after during also who he they both since been into new than"
    " first other under"
)
# The same kind of words of languages in Latin script that share some with English.
_OTHERS = tuple(
    words(small)
    for small in (
        "le la les des et du un une dans est pour par sur au aux avec que qui ce entre ont été de l d en à",
        "der die das und in von zu den mit ist im auf für dem des ein eine wurde nicht sich auch zwischen",
        "el la los las de y en un una que por con para del se su al es fue entre como más",
        "il la di e che un una per del della in con le dei nel è da si alla tra sono",
        "o a os as de e em um uma que por com para do da no na se ao entre foi",
        "i w z na do się nie jest o że oraz po od dla przez między był w",
        "ve bir bu ile için da de olarak arasında olan",
        "de het een en van in is dat op te voor met zijn tussen werd",
        "och i att det en av är som för på med till den mellan",
        "a az és egy hogy nem is volt között",
        "și de la în cu a pe din un o între care este",
        "a v na je se s z že do o k mezi i za",
    )
)
_RUSSIAN = words(
    "и в на с по о об от для из за к при между что как был была были было не его ее их это также а"
    " после во со или году года до является который которые он они под этом том"
)
_BULGARIAN = words("на и да се от за в с е по са като при не до към той през който между което ще са бе")


def detect(text: str) -> str:
    """'en', 'ru', or '' where it is neither or too little to tell."""
    if len(text) > 3 * _SAMPLE:
        # The head of a page may be a menu in another language; its middle seldom is.
        middle = len(text) // 2
        text = text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if max(cyrillic, latin) < 2 or max(cyrillic, latin) < 0.6 * len(_LETTER.findall(text)):
        # Mixed half and half, another script, or no words at all.
        if cyrillic >= 20 and latin >= 20:
            return detect(" ".join(_PARAGRAPH.findall(text)[:1])) if "\n" in text else ""
        return ""
    found = _WORD.findall(text.lower())
    if cyrillic > latin:
        if len(_NOT_RUSSIAN.findall(text)) > 0.01 * cyrillic:
            return ""
        russian = sum(word in _RUSSIAN for word in found)
        bulgarian = sum(word in _BULGARIAN for word in found)
        # Without ы, э and ё in some hundred letters it is hardly Russian.
        if bulgarian > russian and (cyrillic < 100 or not re.search("[ыэё]", text)):
            return ""
        return "ru"
    english = sum(word in _ENGLISH for word in found)
    other = max(sum(word in small for word in found) for small in _OTHERS)
    return "en" if english > other or (english and english == other) else ""


def runs(text: str) -> list[tuple[int, int, str]]:
    """The text as `(start, end, language)` runs of paragraphs, which cover it without gaps.

    A paragraph too short to tell (a heading, a name) takes the language of the run before it if that is
    written in the same script, else of the one after it.
    """
    judged: list[tuple[int, int, str, bool]] = []
    start = 0
    for found in _PARAGRAPH.finditer(text):
        paragraph = found[0][:_SAMPLE]
        cyrillic = len(_CYRILLIC.findall(paragraph))
        latin = len(_LATIN.findall(paragraph))
        if cyrillic or latin:
            judged.append((start, found.end(), detect(paragraph), cyrillic > latin))
            start = found.end()
    if not judged:
        return [(0, len(text), "")] if text else []
    judged[-1] = (judged[-1][0], len(text), *judged[-1][2:])
    languages = [language for _, _, language, _ in judged]
    for order in (range(1, len(judged)), range(len(judged) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for i in order:
            near, here = judged[i - step], judged[i]
            # Long enough to tell and still neither: another language, which spreads to nobody.
            short = here[1] - here[0] < 200
            if not languages[i] and short and here[3] == near[3] and languages[i - step]:
                languages[i] = languages[i - step]
    merged: list[tuple[int, int, str]] = []
    for (begin, end, _, _), language in zip(judged, languages, strict=True):
        if merged and merged[-1][2] == language:
            merged[-1] = (merged[-1][0], end, language)
        else:
            merged.append((begin, end, language))
    return merged
