"""The body of a DOCX from the tree of a paper: named styles, native numbers, tables with their widths."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from kit.output.docx_parts import TEXT_WIDTH, run, twips
from kit.output.docx_tree import Node

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "div", "section", "header", "table", "ol", "ul", "li", "main", "article"})
#: Class of a paragraph to its style; the first that fits.
_BY_CLASS = {
    "title": "Title", "date": "Date", "addressee": "Addressee", "caption": "PanelCaption", "figure": "PanelFigure",
    "position": "Small", "listed-head": "Small", "inside": "Small", "annex-head": "Small", "signatory": "Signatory",
    "hand": "Line", "place": "Place",
}  # fmt: skip
#: Tables whose first row is a head and whose rows have hairlines.
_RULED = frozenset({"invoices", "rows", "sum"})
#: Side of the meterai box, and the height of rows in which somebody signs.
_STAMP, _HAND = twips(350), twips(200)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the paper a block stands: what styles, keeps together and numbers it."""

    style: str = "Normal"
    panel: bool = False
    together: bool = False
    agreement: bool = False
    centred: bool = False
    right: bool = False
    letters: str = ""
    #: The number of its list, 0 outside of lists.
    list: int = 0
    width: int = TEXT_WIDTH


@dataclass(slots=True)
class Body:
    """Grows by one block after the other; `lists` holds the kind of each list that was begun."""

    widths: list[tuple[str, str, int]]
    parts: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=lambda: ["clause"])
    #: Between the parties of an agreement and its first Pasal lists count a, b, c.
    recitals: bool = False
    _break: bool = False

    def blocks(self, node: Node, place: Place) -> None:
        """Write what stands below `node`: blocks as they come, words between them as paragraphs."""
        loose: list[Node | str] = []
        for kid in node.kids:
            if isinstance(kid, Node) and kid.tag in _BLOCKS:
                self._loose(loose, place)
                loose = []
                self._block(kid, place)
            else:
                loose.append(kid)
        self._loose(loose, place)

    def _loose(self, kids: list[Node | str], place: Place) -> None:
        holder = Node("p", {}, kids)
        if holder.text:
            self.paragraph(holder, place)

    def _block(self, node: Node, place: Place) -> None:
        classes = node.classes
        if node.tag == "table":
            self.recitals &= not any(node.all("h2"))
            self._table(node, place)
            self.recitals |= "parties" in classes
        elif node.tag in ("ol", "ul"):
            kind = "bullet" if node.tag == "ul" else "decimal"
            if place.agreement and node.tag == "ol":
                kind = "letter" if self.recitals else "ayat"
            self.lists.append(kind)
            number = len(self.lists)
            style = "Small" if place.style == "Small" else "ListItem"
            for item in (kid for kid in node.kids if isinstance(kid, Node)):
                self.blocks(item, replace(place, style=style, list=number))
        elif node.tag in ("p", "h1", "h2", "h3") or "hand" in classes:
            self.recitals &= node.tag != "h2"
            self.paragraph(node, self._styled(node, place))
            if "slip-sign" in classes:
                self.paragraph(Node("p"), Place("Receiver"))
        elif "meterai" in classes:
            self._stamp(node)
        else:
            self._break |= "slip" in classes
            inner = replace(place, agreement=place.agreement or "agreement" in classes)
            inner = replace(inner, panel=place.panel or bool(classes & {"demand", "payment"}))
            inner = replace(inner, together=place.together or bool(classes & {"closing", "deed"}))
            inner = replace(inner, style="Small" if "annexes" in classes else place.style)
            self.blocks(node, replace(inner, style="Closing") if "closing" in classes else inner)
            if inner.panel and not place.panel:
                self.gap(place)

    def _styled(self, node: Node, place: Place) -> Place:
        """Return the place of a paragraph with the style that its tag and classes ask for."""
        classes = node.classes
        style = {"h1": "Letterhead", "h2": "Heading1", "h3": "Heading2"}.get(node.tag, place.style)
        style = next((name for each, name in _BY_CLASS.items() if each in classes), style)
        if place.panel and style in ("Normal", "Small"):
            style = "Panel"
        if place.agreement and "number" in classes:
            style = "Number"
        centred = place.agreement and (node.tag in ("h2", "h3") or "title" in classes)
        letters = ("b " if classes & {"until", "witnesses"} else "") + ("i" if "words" in classes else "")
        if "point" in classes:
            return replace(place, style="Clause", list=1, together=place.together or "leads" in classes)
        together = place.together or bool(classes & {"leads", "lead", "witnesses"})
        return replace(place, style=style, centred=centred, letters=letters, together=together)

    def paragraph(self, node: Node, place: Place) -> None:
        """Write one paragraph with the words of `node`."""
        made = f'<w:pStyle w:val="{place.style}"/>'
        made += "<w:keepNext/>" if place.together else ""
        made += "<w:pageBreakBefore/>" if self._break else ""
        made += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{place.list}"/></w:numPr>' if place.list else ""
        made += '<w:jc w:val="center"/>' if place.centred else '<w:jc w:val="right"/>' if place.right else ""
        self._break = False
        self.parts.append(f"<w:p><w:pPr>{made}</w:pPr>{''.join(runs(node, place.letters))}</w:p>")

    def gap(self, place: Place) -> None:
        """Write a little room before what follows."""
        self.paragraph(Node("p"), Place("Gap", together=place.together))

    def _stamp(self, node: Node) -> None:
        """Write the box that waits for a meterai: a table of one cell, 35 mm each way."""
        inner = Body(self.widths)
        inner.blocks(node, Place("Cell", centred=True, letters="sans 16 soft"))
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="5B6475"/>'
            for side in ("top", "left", "bottom", "right")
        )
        self.parts.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{_STAMP}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{_STAMP}"/></w:tblGrid><w:tr><w:trPr>'
            f'<w:cantSplit/><w:trHeight w:val="{_STAMP}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{_STAMP}" '
            f'w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{"".join(inner.parts)}</w:tc></w:tr></w:tbl>'
        )

    def _table(self, table: Node, place: Place) -> None:
        columns = self._columns(table, place.width)
        ruled = bool(table.classes & _RULED)
        signs = bool(table.classes & {"signatures", "sign"})
        if signs:
            self.gap(replace(place, together=True))
        together = place.together or signs or "short" in table.classes or "sum" in table.classes
        rows = list(table.all("tr"))
        made = [
            self._row(
                table, row, columns, replace(place, together=together and (row is not rows[-1] or place.together))
            )
            for row in rows
        ]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        side, right = (30 if ruled else 0), (200 if "columns" in table.classes else 70)
        margins = (
            f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar>'
        )
        self.parts.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"
        )
        # A table needs a paragraph behind it: else two of them become one.
        self.gap(place)

    def _columns(self, table: Node, whole: int) -> list[int]:
        """Return the widths of the columns in twips: the style sheet's, the others in equal parts of the rest."""
        named = [" ".join(col.classes) for col in table.all("col")]
        if not named:
            first = next(table.all("tr"))
            named = [""] * sum(int(cell.attributes.get("colspan", 1)) for cell in first.all("td", "th"))
        known = [
            next((twips(size) for owner, column, size in reversed(self.widths)
                  if column == name and (not owner or owner in table.classes)), 0)
            for name in named
        ]  # fmt: skip
        free = known.count(0)
        left = max(whole - sum(known), 200 * free)
        return [width or left // free for width in known]

    def _row(self, table: Node, row: Node, columns: list[int], place: Place) -> str:
        cells = [kid for kid in row.kids if isinstance(kid, Node) and kid.tag in ("td", "th")]
        head = all(cell.tag == "th" for cell in cells)
        made = ["<w:cantSplit/>"]
        if table.classes & {"sign"} and "low" not in row.classes and not any(row.all("div")):
            made.append(f'<w:trHeight w:val="{_HAND}" w:hRule="atLeast"/>')
        made += ["<w:tblHeader/>"] if head else []
        at, written = 0, []
        for cell in cells:
            span = int(cell.attributes.get("colspan", 1))
            width = sum(columns[at : at + span])
            at += span
            written.append(self._cell(table, row, cell, span, replace(place, width=width)))
        return f"<w:tr><w:trPr>{''.join(made)}</w:trPr>{''.join(written)}</w:tr>"

    def _cell(self, table: Node, row: Node, cell: Node, span: int, place: Place) -> str:
        ruled = table.classes & _RULED
        head = cell.tag == "th" and cell.attributes.get("scope") != "row"
        bold = "total" in row.classes or (cell.tag == "th" and (head or "facts" in table.classes))
        bold &= not table.classes & {"reference", "parties"}
        size = "17" if "rows" in table.classes or head else "19" if ruled and "sum" not in table.classes else ""
        letters = "b " if bold else ""
        letters += "i " if "words" in cell.classes else ""
        letters += "sans " if head or "rows" in table.classes else ""
        letters += "soft " if "note" in row.classes else ""
        inner = Body(self.widths, lists=self.lists, recitals=self.recitals)
        right = bool(cell.classes & {"right", "figure"})
        inner.blocks(cell, replace(place, style="Cell", letters=letters + size, right=right))
        if not inner.parts or inner.parts[-1].endswith("</w:tbl>"):
            inner.paragraph(Node("p"), replace(place, style="Cell"))
        edges = ""
        if ruled and (head or "total" in row.classes):
            side = "bottom" if head else "top"
            edges = f'<w:{side} w:val="single" w:sz="5" w:space="0" w:color="1D2433"/>'
        elif ruled:
            edges = '<w:bottom w:val="single" w:sz="2" w:space="0" w:color="D9DDE5"/>'
        elif "blank" in row.classes and cell is list(row.all("td"))[-1]:
            edges = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="5B6475"/>'
        made = f'<w:tcW w:w="{place.width}" w:type="dxa"/>'
        made += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        made += f"<w:tcBorders>{edges}</w:tcBorders>" if edges else ""
        top = 280 if "blank" in row.classes else 40
        made += f'<w:tcMar><w:top w:w="{top}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/></w:tcMar>'
        made += '<w:vAlign w:val="bottom"/>' if head else ""
        return f"<w:tc><w:tcPr>{made}</w:tcPr>{''.join(inner.parts)}</w:tc>"


def runs(node: Node, letters: str = "") -> list[str]:
    """Return the words below `node` as runs, white space as single spaces and none at the edges."""
    pieces: list[tuple[str, str]] = []
    _collect(node, letters, pieces)
    made: list[str] = []
    before = " "
    for text, look in pieces:
        if text == "\n":
            made.append("<w:r><w:br/></w:r>")
            before = " "
            continue
        words = re.sub(r"[ \t\r\n]+", " ", text)
        words = words[1:] if before.endswith(" ") and words.startswith(" ") else words
        if words:
            made.append(f'<w:r>{run(look)}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>')
            before = words
    return made


def _collect(node: Node, letters: str, pieces: list[tuple[str, str]]) -> None:
    for kid in node.kids:
        if isinstance(kid, str):
            pieces.append((kid, letters))
        elif kid.tag == "br":
            pieces.append(("\n", letters))
        elif kid.tag == "img":
            pieces.append((f"[{kid.attributes.get('alt', '')}]", letters))
        else:
            _span(kid, letters, pieces)


def _span(node: Node, letters: str, pieces: list[tuple[str, str]]) -> None:
    """Add the words of an element inside a line; some of them begin a line of their own on paper, too."""
    classes = node.classes
    look = letters
    if node.tag in ("strong", "b") or "name" in classes or "number" in classes or "lost" in classes:
        look += " b"
    if node.tag in ("em", "i") or "words" in classes:
        look += " i"
    if classes & {"under", "file", "soft"}:
        look += " soft"
    if classes & {"file", "words"} and pieces:
        pieces.append(("\n", letters))
    if "box" in classes:
        pieces.append(("\u2610", letters))
    if "figure" in classes:
        look += " b"
    _collect(node, look, pieces)
