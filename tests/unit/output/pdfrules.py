"""Rules of PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), read from a finished file with qpdf's eyes, none of ours.

Not all of them: what a letter of ours can break. Each fault names the rule that it breaks.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUAID = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
#: What may lie right below an element that has rules about it.
KIDS = {
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}, "/THead": {"/TR"}, "/TBody": {"/TR"}, "/TFoot": {"/TR"},
    "/TR": {"/TH", "/TD"}, "/L": {"/LI", "/L", "/Caption"}, "/LI": {"/Lbl", "/LBody"},
}  # fmt: skip
PARENTS = {"/TH": {"/TR"}, "/TD": {"/TR"}, "/LI": {"/L"}, "/LBody": {"/LI"}}
SHOWS = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "EI"}


def faults(data: bytes) -> list[str]:
    """Return everything that is wrong with a PDF, empty for one that keeps the rules below."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf_any: Any = pdf
        said = [f"qpdf: {each}" for each in pdf_any.check_pdf_syntax()]
        return said + [each for rule in (_file, _packet, _fonts, _pages, _tree) for each in rule(pdf_any)]


def elements(pdf: Any) -> list[tuple[str, Any, str]]:
    """Return every structure element in reading order as (kind, element, kind of its parent)."""
    found: list[tuple[str, Any, str]] = []

    def walk(element: Any, parent: str) -> None:
        kind = str(element.S)
        found.append((kind, element, parent))
        for each in _kids(element):
            walk(each, kind)

    for each in _kids(pdf.Root.StructTreeRoot):
        walk(each, "")
    return found


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [each for each in kids if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def _file(pdf: Any) -> Iterator[str]:
    root = pdf.Root
    if "/ID" not in pdf.trailer or "/Encrypt" in pdf.trailer:
        yield "A 6.1.3: identifier, no encryption"
    intents = [each for each in root.get("/OutputIntents", []) if each.S == "/GTS_PDFA1"]
    if len(intents) != 1 or intents[0].DestOutputProfile.N != 3:
        yield "A 6.2.3: one RGB output intent"
    if "/AcroForm" in root or "/AF" in root or "/OpenAction" in root or "/AA" in root or "/OCProperties" in root:
        yield "A 6.4, 6.5, 6.8, 6.9: nothing that acts, nothing attached, no layers"
    if "/EmbeddedFiles" in root.get("/Names", {}) or "/JavaScript" in root.get("/Names", {}):
        yield "A 6.8: nothing embedded"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "UA 6.2: marked"
    if not re.fullmatch(r"id|en|id-ID|en-[A-Z]{2}", str(root.get("/Lang", ""))):
        yield "UA 7.2: language"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "UA 7.1: shows its title"
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and "/LZWDecode" in str(each.get("/Filter", "")):
            yield "A 6.1.7: no LZW"


def _packet(pdf: Any) -> Iterator[str]:
    text = pdf.Root.Metadata.read_bytes().decode()
    tree = ET.fromstring(text[text.index("<x:xmpmeta") : text.index("</x:xmpmeta>") + len("</x:xmpmeta>")])
    packets = tree.findall(f"{RDF}RDF")
    if len(packets) != 1:
        yield "A 6.6.2: one packet"
    said = {name: value for each in packets[0].findall(f"{RDF}Description") for name, value in each.attrib.items()}
    if (said.get(f"{PDFAID}part"), said.get(f"{PDFAID}conformance")) != ("3", "A"):
        yield "A 6.6.4: says PDF/A-3a"
    if said.get(f"{PDFUAID}part") != "1":
        yield "UA 5: says PDF/UA-1"
    if [each.text for each in tree.iter(f"{SCHEMA}prefix")] != ["pdfuaid"]:
        yield "A 6.6.2.3: describes the schema that it adds"
    title = [each.text for each in tree.findall(f".//{DC}title//{RDF}li")]
    if not title or title != [str(pdf.docinfo.get("/Title"))]:
        yield "UA 7.1: one title, the same twice"
    if said.get(f"{PDF}Producer") != str(pdf.docinfo.get("/Producer")):
        yield "A 6.6.3: one producer"


def _fonts(pdf: Any) -> Iterator[str]:
    for font in (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"):
        if font.Subtype == "/Type0":
            if "/ToUnicode" not in font:
                yield f"A 6.2.11.7: {font.BaseFont} says its letters"
            continue
        descriptor: Any = font.get("/FontDescriptor", {})
        if not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"A 6.2.11.4: {font.get('/BaseFont')} is embedded"


def _pages(pdf: Any) -> Iterator[str]:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    known = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    for page in pdf.pages:
        marks = known[int(page.obj.StructParents)]
        if page.obj.get("/Tabs") != "/S":
            yield "UA 7.18.3: order of tabs"
        for each in page.obj.get("/Annots", []):
            if int(each.get("/F", 0)) & 0b111011 or not int(each.get("/F", 0)) & 4:
                yield "A 6.3.2: a link is printed"
            if "/A" in each and not str(each.get("/Contents", "")):
                yield "UA 7.18.5: a link says where it leads"
        open_marks: list[bool] = []
        instructions: Any = pikepdf.parse_content_stream(page)
        for operands, operator in instructions:
            name = str(operator)
            if name in ("BDC", "BMC"):
                mark = (
                    operands[1].get("/MCID") if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else None
                )
                if mark is not None and int(mark) >= len(marks):
                    yield "UA 7.1: marked content belongs to the tree"
                open_marks.append(mark is not None or str(operands[0]) == "/Artifact")
            elif name == "EMC":
                open_marks.pop()
            elif name in SHOWS and not any(open_marks):
                yield f"UA 7.1: {name} outside of marked content"
            elif name in ("k", "K"):
                yield "A 6.2.4.3: no CMYK"


def _tree(pdf: Any) -> Iterator[str]:
    rank = 0
    for kind, element, parent in elements(pdf):
        if parent in KIDS and kind not in KIDS[parent]:
            yield f"UA 7.2: {kind} below {parent}"
        if kind in PARENTS and parent not in PARENTS[kind]:
            yield f"UA 7.2: {kind} below {parent}"
        if kind == "/Figure" and not str(element.get("/Alt", "")):
            yield "UA 7.3: a figure without words"
        if kind == "/Table":
            yield from _table(element)
        if re.fullmatch(r"/H[1-6]", kind):
            if int(kind[2]) > rank + 1:
                yield f"UA 7.4.2: {kind} after H{rank}"
            rank = int(kind[2])


def _table(table: Any) -> Iterator[str]:
    rows = [each for each in _kids(table) if each.S == "/TR"]
    rows += [row for part in _kids(table) if part.S != "/TR" for row in _kids(part)]
    cells = [[(str(cell.S), cell.get("/A", {})) for cell in _kids(row)] for row in rows]
    heads = [attributes for row in cells for kind, attributes in row if kind == "/TH"]
    if not heads:
        yield "UA 7.5: a table without heads"
    if any(str(each.get("/Scope", "")) not in ("/Row", "/Column") for each in heads):
        yield "UA 7.5: a head that names neither row nor column"
    if len({sum(int(attributes.get("/ColSpan", 1)) for _, attributes in row) for row in cells}) > 1:
        yield "UA 7.2: rows of different width"
