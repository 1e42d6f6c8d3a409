"""Small documents made for the tests: PDFs written by hand, DOCX files, archives."""

from __future__ import annotations

import io
import zipfile


def pdf(pages: list[list[tuple[float, float, float, str]]]) -> bytes:
    """A PDF of pages of `(x, y, size, words)`, with a text layer of Latin and Cyrillic letters."""
    letters = [bytes([b]).decode("cp1251", "ignore") for b in range(256)]
    maps = "".join(
        f"<{b:02x}> <{ord(c):04x}>\n" for b, c in enumerate(letters) if c and b >= 32 and b != 0x98
    )
    lines = maps.splitlines()
    chunks = [lines[i : i + 90] for i in range(0, len(lines), 90)]
    cmap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    cmap += "1 begincodespacerange <00> <ff> endcodespacerange\n"
    cmap += "".join(f"{len(c)} beginbfchar\n" + "\n".join(c) + "\nendbfchar\n" for c in chunks)
    cmap += "endcmap end end"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>"
        % (b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(pages))), len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/ToUnicode 4 0 R"
        b"/FirstChar 32/LastChar 255/Widths[%s]>>" % b" ".join([b"600"] * 224),
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap.encode()),
    ]
    for i, page in enumerate(pages):
        content = b"".join(
            b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm <%s> Tj ET\n"
            % (size, x, y, words.encode("cp1251").hex().encode())
            for x, y, size, words in page
        )
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
            b"/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % (6 + 2 * i)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def archive(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive, packed as tight as can be."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing, compresslevel=9) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return held.getvalue()
