"""What makes a PDF last and be read aloud: PDF/A-3a and PDF/UA-1 named in one file, and tables told apart from frames.

The layout engine writes one standard or the other. The files fit both; what is missing is that they say so.
Nothing is attached to them: a paper holds exactly what it shows.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

#: What the engine is asked for: embedded fonts, a named colour space, tags, an identifier from the content.
VARIANT = "pdf/a-3a"

#: The engine would open its profile anew for every paper, and leave it open: see `name_both`.
OPTIONS = {"pdf_variant": VARIANT, "output_intent": "ours"}

#: Goes into the content key of every paper: a new number lays all of them out again.
REVISION = "archive 2"

# ISO 14289-1, 5: the part; ISO 19005-3, 6.6.2.3.3: a schema of its own has to be described.
_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_END = b"</rdf:RDF>"

#: Parts of a table that only arranges things on paper.
_FRAME = frozenset({"/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TD"})


def name_both(document: Any) -> None:
    """Let a document of the engine name its colour space, and PDF/UA-1 beside PDF/A-3a in the packet that counts."""
    document.color_profiles["srgb"] = _srgb()
    metadata = document.metadata
    written = metadata.generate_rdf_metadata

    def generate_rdf_metadata(*arguments: Any) -> bytes:
        data: bytes = written(*arguments)
        head, end, tail = data.rpartition(_END)
        return head + _UA + end + tail

    metadata.generate_rdf_metadata = generate_rdf_metadata


@cache
def _srgb() -> Any:
    """Return the engine's own profile, byte for byte: written anew it depends on what was asked of it before."""
    data = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
    return SimpleNamespace(name="sRGB2014", content=data, components=("r", "g", "b"), pdf_reference=None)


def finish(_document: object, pdf: Any) -> None:
    """Make the tables of a PDF speak, and pack its streams, just before the engine writes it."""
    _tables(pdf)
    _pack(pdf)


def _tables(pdf: Any) -> None:
    """Say of each head whether it names its row or its column, and take what has no heads for no table."""
    for table in [each for each in pdf.objects if isinstance(each, dict) and each.get("S") == "/Table"]:
        rows = list(_rows(pdf, table))
        if not any(cell["S"] == "/TH" for row in rows for cell in row):
            _unframe(pdf, table)
            continue
        for row in rows:
            scope = "/Column" if all(cell["S"] == "/TH" for cell in row) else "/Row"
            for cell in row:
                if cell["S"] == "/TH":
                    cell["A"]["Scope"] = scope


def _kids(pdf: Any, element: Any) -> list[Any]:
    """Return the structure elements right below `element`."""
    found = [pdf.objects[int(each.split()[0])] for each in element.get("K", ()) if isinstance(each, bytes)]
    return [each for each in found if isinstance(each, dict) and "S" in each]


def _rows(pdf: Any, table: Any) -> Any:
    """Yield the cells of each row."""
    for each in _kids(pdf, table):
        if each["S"] == "/TR":
            yield [cell for cell in _kids(pdf, each) if cell["S"] in ("/TH", "/TD")]
        elif each["S"] in ("/THead", "/TBody", "/TFoot"):
            yield from _rows(pdf, each)


def _unframe(pdf: Any, element: Any) -> None:
    """Make plain blocks of a table without heads."""
    for each in _kids(pdf, element):
        if each["S"] in _FRAME - {"/Table"}:
            _unframe(pdf, each)
    element["S"] = "/Div"
    element.pop("A", None)


def _pack(pdf: Any) -> None:
    """Compress every stream once: the engine would do it for the identifier and for the file."""
    for each in pdf.objects:
        if getattr(each, "compress", False):
            raw = each.data
            begin = raw.index(b"stream\n") + len(b"stream\n")
            each.stream = [raw[begin : -len(b"\nendstream")]]
            each.extra = {**each.extra, "Filter": "/FlateDecode", "Length": len(each.stream[0])}
            each.compress = False
