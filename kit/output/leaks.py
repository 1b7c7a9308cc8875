"""Look over the site before it goes out: nothing of other customers, no private number, no place on a machine.

Names and numbers of other customers are sought word by word, whatever stands between the words, also where they are
written as HTML or in an address; what is private whoever it belongs to (NIK, NPWP, telephone, e-mail) by its form.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from kit.basics.problems import Problem, error
from kit.domain.canaries import Canary, Mark, canaries, house_texts, own_texts
from kit.domain.model import Book

SITE = "site/"
#: What else than a customer's own folder lies in a site.
NOBODYS = frozenset({"site/_headers", "site/404.html", "site/index.html"})

_WORD = re.compile(r"[^\W_]+")
_BLOCK = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
_PICTURE = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")
_HASH = re.compile(r"sha256-[A-Za-z0-9+/=]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+ ?62|62|\(?0)[ -]?\(?\d{2,4}\)?(?:[ -]?\d{2,5}){2,4}(?![\w/-])")
_LONG = re.compile(r"(?<![\w.,/-])\d{15,16}(?!\w)|(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)"
                   r"|(?<!\d)\d{4}(?:[ .-]\d{4}){3}(?!\d)")  # fmt: skip
_PATH = re.compile(
    r"file:/|(?<![\w/.:])/(?:home|root|Users|tmp|var|work|mnt|srv|etc)/\w|(?<!\w)[A-Za-z]:\\\w"
    r"|\bdata/(?:customers|register|issued|evidence)\b|\b(?:links|codes|creditor|policy)\.yaml\b"
)
_YAML = re.compile(r"(?:^|>)\s*(?:- )?\"?(?:call_as|formal|liable|invoices|payments|promises|disputes|holds|whatsapp"
                   r"|signatories|senders|notes|token|previous|hash|contact|register)\"?:(?:\s|$)")  # fmt: skip
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
#: What a company is in law says nothing about which one it is.
_FORMS = frozenset({"pt", "cv", "ud", "firma", "fa", "koperasi", "yayasan", "tbk"})
#: Letters and digits that a name or number must have to say something by itself.
_LEAST = 7
_NUMBER = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class _Sought:
    owner: str
    mark: Mark
    words: tuple[str, ...]
    #: Place in `words` of the one under which it is filed, the longest.
    at: int
    text: str


@dataclass(slots=True)
class Guard:
    """Everything by which the customers of a book are known, filed so that a page is looked over in one walk."""

    sought: Mapping[str, tuple[_Sought, ...]]
    #: Telephones and virtual accounts by their digits.
    numbers: Mapping[str, tuple[str, ...]]
    own: Mapping[str, tuple[str, ...]]
    house: tuple[str, ...]
    _blocks: dict[str, tuple[Problem, ...]] = field(default_factory=dict)

    def look(self, path: str, customer: str | None, data: bytes) -> tuple[Problem, ...]:
        """Return what the file of `customer` (None: of nobody) at `path` below a build would give away."""
        if not _is_known(path, customer):
            return (error("leak-file", path=path),)
        if path.endswith((".html", "_headers")):
            return tuple(self._page(path, customer, data.decode("utf-8", "replace")))
        return tuple(self._strangers(path, customer, _inside(data), 0))

    def _page(self, path: str, customer: str | None, text: str) -> Iterator[Problem]:
        """Yield the leaks of a page. Styles and scripts are the same on all pages: they are looked over once."""
        text = _PICTURE.sub("", text)
        for block in _BLOCK.finditer(text):
            if block[0] not in self._blocks:
                first = text.count("\n", 0, block.start())
                self._blocks[block[0]] = tuple(self._lines(path, None, block[0], first))
                yield from self._blocks[block[0]]
        yield from self._lines(path, customer, _BLOCK.sub(lambda found: "\n" * found[0].count("\n"), text), 0)

    def _lines(self, path: str, customer: str | None, text: str, first: int) -> Iterator[Problem]:
        allowed = (*self.own.get(customer or "", ()), *self.house)
        digits = {_digits(each) for each in allowed}
        mails = {each.casefold() for each in allowed}
        plain = [each for each in allowed if sum(map(str.isdigit, each)) > _LEAST or "/" in each]
        for number, raw in enumerate(text.split("\n"), first + 1):
            for line in _readings(raw):
                yield from self._strangers(path, customer, line, number)
                for each in plain:
                    line = line.replace(each, " " * len(each))  # noqa: PLW2901
                for code, form in (("leak-path", _PATH), ("leak-yaml", _YAML)):
                    yield from _told(code, path, customer, number, form.finditer(line))
                found = [each for each in _EMAIL.finditer(line) if each[0].casefold() not in mails]
                yield from _told("leak-email", path, customer, number, found)
                found = [
                    each for each in _PHONE.finditer(line) if _is_phone(each[0]) and _digits(each[0]) not in digits
                ]
                yield from _told("leak-phone", path, customer, number, found)
                found = [each for each in _LONG.finditer(_HASH.sub("", line)) if _digits(each[0]) not in digits]
                yield from _told("leak-identity", path, customer, number, found)

    def _strangers(self, path: str, customer: str | None, text: str, number: int) -> Iterator[Problem]:
        """Yield each name, number or address of another customer in `text`, and each remark of anybody."""
        found = list(_WORD.finditer(text))
        words = [each[0].casefold() for each in found]
        for place, word in enumerate(words):
            for each in self.sought.get(word, ()):
                begin = place - each.at
                if begin < 0 or tuple(words[begin : begin + len(each.words)]) != each.words:
                    continue
                if self._may_say(customer, each):
                    continue
                yield error(
                    f"leak-{each.mark}", path=path, line=number, column=found[begin].start() + 1,
                    found=each.text, owner=each.owner, customer=customer or "-",
                )  # fmt: skip
        for match in re.finditer(r"\+?\d[\d ().-]{5,}\d", text):
            for owner in self.numbers.get(_digits(match[0]), ()):
                if owner != customer and not self._has_digits(customer, match[0]):
                    yield error(
                        "leak-number", path=path, line=number, column=match.start() + 1, found=match[0],
                        owner=owner, customer=customer or "-",
                    )  # fmt: skip

    def _may_say(self, customer: str | None, sought: _Sought) -> bool:
        if sought.mark is Mark.NOTE:
            return False
        if sought.owner == customer:
            return sought.mark is not Mark.EMAIL
        wanted = f" {' '.join(sought.words)} "
        return any(wanted in _flat(each) for each in (*self.own.get(customer or "", ()), *self.house))

    def _has_digits(self, customer: str | None, text: str) -> bool:
        return _digits(text) in {_digits(each) for each in (*self.own.get(customer or "", ()), *self.house)}


def guard(book: Book) -> Guard:
    """Return the guard of a book's site, who knows all its customers."""
    sought: dict[str, list[_Sought]] = {}
    numbers: dict[str, list[str]] = {}
    for customer in book.customers:
        for each in canaries(book, customer):
            if each.mark is Mark.NUMBER:
                numbers.setdefault(_digits(each.text), []).append(customer.id)
            elif (words := _telling(each)) is not None:
                longest = max(range(len(words)), key=lambda place: len(words[place]))
                sought.setdefault(words[longest], []).append(
                    _Sought(customer.id, each.mark, words, longest, each.text.strip()[:60])
                )
    return Guard(
        {word: tuple(found) for word, found in sought.items()},
        {digits: tuple(owners) for digits, owners in numbers.items()},
        {customer.id: own_texts(customer) for customer in book.customers},
        house_texts(book),
    )


def _telling(canary: Canary) -> tuple[str, ...] | None:
    """Return the words of a canary; None where they are too few to belong to one customer alone."""
    words = tuple(each.casefold() for each in _WORD.findall(canary.text))
    if canary.mark is Mark.NAME:
        words = tuple(each for each in words if each not in _FORMS)
    enough = sum(map(len, words)) >= _LEAST
    if canary.mark is Mark.NAME:
        return words if enough and (len(words) > 1 or len(words[0]) > _LEAST) else None
    if canary.mark is Mark.INVOICE:
        return words if enough and any(each.isalpha() for each in words) else None
    if canary.mark in (Mark.ADDRESS, Mark.NOTE):
        return words[:8] if enough and len(words) > 2 else None
    return words if enough else None


def _is_known(path: str, customer: str | None) -> bool:
    """Tell whether a file has a place in a site: nobody's three, a customer's page, papers beside it."""
    if customer is None:
        return path in NOBODYS
    inside = path.removeprefix(SITE).split("/")
    page = inside[1:] == ["index.html"]
    paper = len(inside) == 3 and inside[1] == "documents" and inside[2].endswith((".pdf", ".png", ".jpg", ".jpeg"))
    return path.startswith(SITE) and (page or paper)


def _readings(raw: str) -> Iterator[str]:
    """Yield a line as a browser reads it, and once more with the codes of an address spelled out."""
    line = unescape(raw)
    if line.strip():
        yield line
    if "%" in line and (spelled := unquote(line)) != line:
        yield spelled


def _told(code: str, path: str, customer: str | None, line: int, found: Iterable[re.Match[str]]) -> Iterator[Problem]:
    for each in found:
        yield error(
            code, path=path, line=line, column=each.start() + 1, found=each[0].strip(" >"), customer=customer or "-"
        )


def _is_phone(text: str) -> bool:
    """Tell whether digits are as many as a telephone has, and no amount of money or date."""
    return 9 <= len(_digits(text)) <= 14 and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text)


def _digits(text: str) -> str:
    """Return the digits of a number, a telephone as it is dialled inside the country."""
    digits = _NUMBER.sub("", text)
    return "0" + digits[2:] if digits.startswith("628") or text.strip().startswith("+62") else digits


def _flat(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _inside(data: bytes) -> str:
    """Return what of a paper can be read as text without laying it out: its bytes, and its unpacked streams."""
    pieces = [data]
    for stream in _STREAM.finditer(data):
        try:
            pieces.append(zlib.decompressobj().decompress(stream[1], 2_000_000))
        except zlib.error:
            continue
    return b"\n".join(pieces).decode("utf-8", "replace")
