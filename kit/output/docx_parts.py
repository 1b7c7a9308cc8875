"""What every DOCX of ours has in common: its styles, its numbering, its page, and the small files around the text.

Times New Roman and Arial stand in for our faces, which no lawyer has; every word processor knows these two.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

#: Goes into the content key of every DOCX: a new number makes all of them anew.
REVISION = "docx 1"

SERIF, SANS = "Times New Roman", "Arial"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

#: Twentieths of a point in a millimetre, as 1440 / 25.4.
TWIPS = (7200, 127)


def twips(tenths: int) -> int:
    """Return tenths of a millimetre in twentieths of a point, rounded down.

    >>> twips(2100)
    11905
    """
    return tenths * TWIPS[0] // (TWIPS[1] * 10)


#: Width of the text, in twips: A4 without 30 mm and 25 mm.
TEXT_WIDTH = twips(1550)
#: Margins of letter.css; 9 mm from the edge to head and foot.
PAGE = (
    f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{twips(200)}" w:right="{twips(250)}" w:bottom="{twips(200)}" '
    f'w:left="{twips(300)}" w:header="{twips(150)}" w:footer="{twips(90)}" w:gutter="0"/><w:titlePg/>'
)

_HEADING = "sans b 20"
_AFTER_0 = '<w:spacing w:after="0"/>'
_PANEL = (
    '<w:pBdr><w:left w:val="single" w:sz="16" w:space="8" w:color="ACCENT"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="F6F7F9"/>'
)
_RULE = 'w:val="single" w:sz="4" w:space="1" w:color="5B6475"/>'
_LINES = f"<w:pBdr><w:bottom {_RULE}<w:between {_RULE}</w:pBdr>"
#: Style, what it builds on, paragraph properties, run properties; sizes in half points, distances in twentieths of one.
_STYLES = (
    ("Letterhead", "Normal", f'<w:tabs><w:tab w:val="right" w:pos="8787"/></w:tabs>{_AFTER_0}', "sans b 22"),
    ("Contacts", "Normal", '<w:spacing w:after="0"/>', "sans 16 soft"),
    ("Title", "Normal", '<w:keepNext/><w:spacing w:before="120" w:after="60"/>', "sans b 26"),
    ("Number", "Normal", '<w:spacing w:after="240"/><w:jc w:val="center"/>', ""),
    ("Heading1", "Normal", '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="0"/>', _HEADING),
    ("Heading2", "Normal", '<w:keepNext/><w:spacing w:before="0" w:after="100"/><w:outlineLvl w:val="1"/>', _HEADING),
    ("Date", "Normal", '<w:jc w:val="right"/>', ""),
    ("Addressee", "Normal", '<w:spacing w:after="180"/>', ""),
    ("Clause", "Normal", "", ""),
    ("ListItem", "Normal", '<w:spacing w:after="60"/>', ""),
    ("Cell", "Normal", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', ""),
    ("Panel", "Normal", f"<w:keepNext/><w:keepLines/>{_PANEL}{_AFTER_0}", ""),
    ("PanelCaption", "Panel", "", "sans 16 soft"),
    ("PanelFigure", "Panel", "", "sans b 34"),
    ("Small", "Normal", '<w:spacing w:after="40"/>', "sans 16 soft"),
    ("Closing", "Normal", '<w:keepNext/><w:keepLines/><w:spacing w:after="0"/>', ""),
    ("Signatory", "Closing", '<w:spacing w:before="800" w:after="0"/>', ""),
    ("Line", "Normal", f'<w:keepNext/>{_LINES}<w:spacing w:before="280" w:after="0"/>', ""),
    ("Receiver", "Line", '<w:spacing w:before="1300" w:after="0"/><w:ind w:right="4250"/>', ""),
    ("Place", "Normal", '<w:keepNext/><w:spacing w:before="280"/><w:ind w:left="3900"/>', ""),
    ("Gap", "Normal", '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', ""),
    ("Header", "Normal", '<w:spacing w:after="0"/>', ""),
    ("Footer", "Normal", '<w:spacing w:after="0"/><w:jc w:val="right"/>', "sans 16 soft"),
)  # fmt: skip

#: Kind of list, how its numbers look, how they count; the first is that of a whole paper, the others begin anew.
NUMBERING = {"clause": "%1.", "ayat": "(%1)", "letter": "%1.", "decimal": "%1.", "bullet": "–"}
_FORMATS = {"letter": "lowerLetter", "bullet": "bullet"}


def run(what: str) -> str:
    """Return the properties of a run from words such as "sans b 22 soft"; a number is a size in half points."""
    words = what.split()
    made = f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:cs="{SANS}"/>' if "sans" in words else ""
    made += "<w:b/>" if "b" in words else ""
    made += "<w:i/>" if "i" in words else ""
    made += '<w:color w:val="5B6475"/>' if "soft" in words else ""
    size = next((each for each in words if each.isdecimal()), "")
    made += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return f"<w:rPr>{made}</w:rPr>" if made else ""


def styles(language: str, accent: str) -> str:
    """Return styles.xml: the text in `language`, panels under the `accent` colour (six hexadecimal digits)."""
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{_public(name)}"/><w:basedOn w:val="{base}"/>'
        f"<w:qFormat/><w:pPr>{paragraph.replace('ACCENT', accent)}</w:pPr>{run(letters)}</w:style>"
        for name, base, paragraph, letters in _STYLES
    )
    return (
        f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" '
        f'w:cs="{SERIF}" w:eastAsia="{SERIF}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{language}" '
        'w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:widowControl/><w:spacing w:after="110" w:line="280" w:lineRule="atLeast"/></w:pPr></w:style>'
        f"{named}</w:styles>"
    )


def _public(name: str) -> str:
    """Return the name under which a word processor knows a style."""
    return {"Heading1": "heading 1", "Heading2": "heading 2", "Header": "header", "Footer": "footer"}.get(name, name)


def numbering(lists: list[str]) -> str:
    """Return numbering.xml: a definition of each kind, and a list for each entry of `lists`, from one on."""
    kinds = list(NUMBERING)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start '
        f'w:val="1"/><w:numFmt w:val="{_FORMATS.get(kind, "decimal")}"/><w:lvlText w:val="{NUMBERING[kind]}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(140 if kind == "bullet" else 80)}" '
        f'w:hanging="{twips(60 if kind == "bullet" else 80)}"/></w:pPr></w:lvl></w:abstractNum>'
        for place, kind in enumerate(kinds)
    )
    each = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kinds.index(kind)}"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, kind in enumerate(lists, 1)
    )
    return f"{HEAD}<w:numbering {W}>{abstract}{each}</w:numbering>"


def footer(first: str, second: str) -> str:
    """Return the foot of every page but the first: "Halaman 2 dari 3", the words given."""
    fields = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(word)} </w:t></w:r><w:fldSimple w:instr=" {field} "><w:r><w:t>2</w:t>'
        '</w:r></w:fldSimple><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        for word, field in ((first, "PAGE"), (second, "NUMPAGES"))
    )
    return f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{fields}</w:p></w:ftr>'


def empty(kind: str) -> str:
    """Return a head (`hdr`) or foot (`ftr`) with nothing in it."""
    return f'{HEAD}<w:{kind} {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:{kind}>'


def relations(targets: tuple[tuple[str, str, str], ...]) -> str:
    """Return a .rels part from (id, kind, target)."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{kind if "://" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for name, kind, target in targets
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


CORE = f"{_PACKAGE}/relationships/metadata/core-properties"


def content_types() -> str:
    """Return [Content_Types].xml."""
    parts = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
             "header1": "header", "header2": "header", "footer1": "footer", "footer2": "footer"}  # fmt: skip
    rows = "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="{_WORD}.{kind}+xml"/>' for n, kind in parts.items()
    )
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    core = f'<Override PartName="/docProps/core.xml" ContentType="{kind}"/>'
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="jpg" ContentType="image/jpeg"/>{rows}{core}</Types>'
    )


def core(title: str, author: str, language: str) -> str:
    """Return the properties of the file: title, author, language, and no date."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


SETTINGS = (
    f'{HEAD}<w:settings {W}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
