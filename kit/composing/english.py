"""The fields of a message in English, for customers who are addressed in it; figures and what a human wrote stay.

The kit spells its fields in Indonesian. Here the words among them are said in English: dates,
numbers in words, lists, states, what lies between amount and rest. Amounts keep the Indonesian
form (Rp12.500.000) in both languages, so that a figure is the same text wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kit.basics.dates import MONTHS, MONTHS_SHORT, WEEKDAYS
from kit.basics.terbilang import terbilang
from kit.composing.credit import credit_in_english
from kit.composing.templates import Context, Value

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH: Mapping[str, str] = {
    **{name: ENGLISH_MONTHS[place] for place, name in enumerate(MONTHS)},
    **{name: ENGLISH_MONTHS[place][:3] for place, name in enumerate(MONTHS_SHORT) if name not in MONTHS},
}
_DAY = dict(zip(WEEKDAYS, ENGLISH_WEEKDAYS, strict=True))
_DATE = re.compile(rf"(?:({'|'.join(WEEKDAYS)}), )?([0-9]{{1,2}}) ({'|'.join(_MONTH)}) ([0-9]{{4}})\b")

#: Fields that a human wrote, or that name people and places: they are not touched.
_OWN = frozenset({
    "accounts", "article", "bank", "clause", "contact", "creditor", "customer", "description", "first_number",
    "holder", "incentive", "letter", "merchant", "nmid", "number", "place", "proposed", "qris", "quotes", "reason",
    "says", "sender", "signatory", "token", "transfer", "unlawful_act", "virtual_accounts",
})  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GROUPS = ((10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))

_STATES: Mapping[str, str] = {
    "lunas": "paid",
    "sedang kami bahas bersama": "being discussed",
    "menunggu bukti potong": "awaiting the tax slip",
    "lewat jatuh tempo": "past due",
    "jatuh tempo hari ini": "due today",
    "belum jatuh tempo": "not yet due",
    "menunggu tanda terima": "awaiting confirmation of receipt",
    "menunggu serah terima": "awaiting acceptance",
    "dalam rencana cicilan": "under the instalment plan",
    "sudah dibayar": "paid",
}
_COUNTS = {terbilang(count): _ONES[count] for count in range(11)}
_ORGANS: Mapping[str, str] = {
    "Direksi": "The Board of Directors of",
    "Pimpinan": "The Management of",
    "Pemilik": "The Owner of",
    "Pengurus": "The Board of",
}
#: Words inside composed fields, the longest first.
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"\bklausul keterlambatan dalam kontrak masing-masing\b", "the late-fee clause of each contract"),
    (r"\bklausul keterlambatan kontrak\b", "the late-fee clause of the contract"),
    (r" kontrak nomor ", " of contract no. "),
    (r"\bditambah denda\b", "plus late fee"),
    (r"\bsudah dibayar\b", "paid"),
    (r"\bnota kredit\b", "credit note"),
    (r"\bmenunggu bukti potong\b", "awaiting the slip for"),
    (r"\bmenurut bukti potong\b", "withheld (slip received)"),
    (r"\bpotongan harga\b", "discount"),
    (r"\bdihapuskan\b", "written off"),
    (r"\bmasih dibahas\b", "under discussion"),
    (r"\(tidak termasuk\)", "(not included)"),
    (r", sampai batas tertingginya", ", up to its cap"),
    (r", dihitung sejak ", ", counted from "),
    (r"\bper tahun \(365 hari\)", "per year (365 days)"),
    (r"\bper 30 hari\b", "per 30 days"),
    (r"\bper hari\b", "per day"),
    (r"\bpermil\b", "per mille"),
    (r"\bsatu kali\b", "once"),
    (r" hari\b", " days"),
    (r"\bkurang Rp", "short by Rp"),
    (r"\binvoice tersebut\b", "those invoices"),
    (r"\bsampai dengan ke-", "to no. "),
    (r"\bcicilan ke-", "instalment no. "),
    (r"\bCicilan ke-", "Instalment no. "),
    (r"\bke-", "no. "),
    (r"\bsebesar Rp", "of Rp"),
    (r" dari ([0-9]+)$", r" of \1"),
    (r",? dan ", " and "),
)
#: Words of the facts in a formal demand.
_FACTS: tuple[tuple[str, str], ...] = (
    (r"^menurut catatan pengirim ", "according to the sender's record "),
    (r"\bditerima pada\b", "received on"),
    (r"\bditolak pada\b", "refused on"),
    (r"\bdikembalikan kepada pengirim pada\b", "returned to the sender on"),
    (
        r"\btidak tersampaikan pada (.+?) karena alamat tidak ditemukan",
        r"not delivered on \1 as the address was not found",
    ),
    (r"\(nomor resi ", "(tracking no. "),
    (r" oleh ", " by "),
    (r"^permintaan pelunasan melalui ", "request for payment by "),
    (r"^pengingat melalui ", "reminder by "),
    (r"\bsurat nomor ", "letter no. "),
    (r"\bsurat\b", "letter"),
    (r" nomor ", " no. "),
    (r"^pembayaran$", "payment"),
    (r"^pajak penghasilan yang dipotong, menurut bukti potong$", "income tax withheld, as the slip shows"),
    (r"^potongan harga$", "discount"),
    (r"^nota kredit$", "credit note"),
    (r"^penghapusan tagihan$", "write-off"),
    (r",? dan ", " and "),
)


def spoken(context: dict[str, Value], tongue: str) -> dict[str, Value]:
    """Return `context` in the language whose folder of templates is `tongue`: "en/", or nothing for Indonesian."""
    return in_english(context) if tongue else context


def in_english(context: Context) -> dict[str, Value]:
    """Return `context` with its words in English; what a human wrote and every amount stays as it is."""
    found = {name: value if name in _OWN else _said(name, value) for name, value in context.items()}
    sender = context.get("sender")
    if isinstance(sender, Mapping):
        found["sender"] = {**sender, "introduction": _introduction(str(sender.get("introduction", "")))}
    customer = context.get("customer")
    if isinstance(customer, Mapping):
        found["customer"] = {**customer, "addressee": _addressee(str(customer.get("addressee", "")), customer)}
    creditor = context.get("creditor")
    if isinstance(creditor, Mapping):
        found["creditor"] = {**creditor, "service_hours": _hours(str(creditor.get("service_hours", "")))}
    wish = context.get("wish")
    if isinstance(wish, Mapping) and wish:
        found["wish"] = in_english(wish)
    return _spelled(found)


def english_date(text: str) -> str:
    """Return `text` with the dates in it in English.

    >>> english_date("Rabu, 30 September 2026"), english_date("7 Agu 2026")
    ('Wednesday, 30 September 2026', '7 Aug 2026')
    """
    return _DATE.sub(lambda match: f"{_weekday(match[1])}{match[2]} {_MONTH[match[3]]} {match[4]}", text)


def number_in_words(number: int) -> str:
    """Return a whole number that is not negative in English words, without "and".

    >>> number_in_words(10_500_000), number_in_words(0)
    ('ten million five hundred thousand', 'zero')
    """
    for size, name in _GROUPS:
        if number >= size:
            rest = number % size
            return f"{number_in_words(number // size)} {name}" + (f" {number_in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{_ONES[number // 100]} hundred" + (f" {number_in_words(rest)}" if rest else "")
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


def _weekday(name: str | None) -> str:
    return f"{_DAY[name]}, " if name else ""


def _said(name: str, value: Value) -> Value:
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, tuple):
        return tuple(_said(name, each) for each in value)
    if isinstance(value, Mapping):
        found = {key: each if key in _OWN else _said(key, each) for key, each in value.items()}
        return _spelled(found)
    return value


def _text(name: str, text: str) -> str:
    special = _SPECIAL.get(name)
    if special is not None:
        return special(text)
    return english_date(text) if _DATE.fullmatch(text) else text


def _spelled(fields: dict[str, Value]) -> dict[str, Value]:
    """Spell sums in words anew, from the figure beside them."""
    return {name: _in_words(name, value, fields) for name, value in fields.items()}


def _in_words(name: str, value: Value, fields: Mapping[str, Value]) -> Value:
    figure = fields.get("amount" if name == "words" else name.removesuffix("_words"))
    if not (name == "words" or name.endswith("_words")) or not isinstance(value, str):
        return value
    if isinstance(figure, str) and figure.startswith("Rp"):
        return f"{number_in_words(int(figure[2:].replace('.', '')))} rupiah"
    return count_in_words(figure) if isinstance(figure, int) else value


def count_in_words(count: int) -> str:
    """Return a count as running text writes it: words up to ten, figures above."""
    return number_in_words(count) if count <= 10 else f"{count:,}".replace(",", ".")


def _phrases(text: str) -> str:
    for pattern, said in _PHRASES:
        text = re.sub(pattern, said, text)
    return english_date(text)


def _facts(text: str) -> str:
    for pattern, said in _FACTS:
        text = re.sub(pattern, said, text)
    return english_date(text)


def _state(text: str) -> str:
    return _STATES.get(text) or _phrases(text)


def _and(text: str) -> str:
    """Return a list that a sentence names with "and" before the last of it."""
    before, comma, last = text.rpartition(", dan ")
    if not comma:
        before, comma, last = text.rpartition(" dan ")
    return english_date(f"{before} and {last}" if comma else text)


def _numbers(text: str) -> str:
    """Return how a sentence names invoices: their numbers, how many, or those spoken of."""
    if text == "invoice tersebut":
        return "those invoices"
    count, invoice, rest = text.partition(" invoice")
    if invoice and rest in ("", " dalam tabel") and (count in _COUNTS or count.isdigit()):
        return f"{_COUNTS.get(count, count)} invoices" + (" in the table" if rest else "")
    return _and(text)


def _addressee(text: str, customer: Mapping[str, Value]) -> str:
    """Return the line of the addressee with the organ of a company in English."""
    organ = text.removesuffix(f" {customer.get('name', '')}")
    return f"{_ORGANS[organ]} {customer['name']}" if organ in _ORGANS else text


def _hours(text: str) -> str:
    """Return hours of service with their weekdays in English; the rest stays as its human wrote it."""
    text = re.sub(rf"\b(?:{'|'.join(WEEKDAYS)})\b", lambda match: _DAY[match[0]], text)
    return re.sub(r"\bpukul ", "", text)


def _introduction(text: str) -> str:
    text = text.replace(", mewakili ", ", representing ")
    return text.replace(", berdasarkan surat tugas nomor ", ", under letter of assignment no. ")


#: The columns of a statement by age.
_AGES: Mapping[str, str] = {
    "Belum jatuh tempo": "Not yet due",
    "1–30 hari": "1–30 days",
    "31–60 hari": "31–60 days",
    "61–90 hari": "61–90 days",
    "Lebih dari 90 hari": "More than 90 days",
}
_YOU = {"Saudara": "you", "Perusahaan Saudara": "your company"}
_WE = {"kami": "we", "klien kami": "our client"}
#: How the fields are said that are more than a date.
_SPECIAL: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("all_papers", "missing", "names", "reminded_on"), _and),
    **dict.fromkeys(
        ("basis", "changes", "charged_basis", "charged_how", "missed", "places", "progress", "rate"), _phrases
    ),
    **dict.fromkeys(("delivery", "kind", "what"), _facts),
    **dict.fromkeys(("invoices", "numbers"), _numbers),
    "credit": credit_in_english,
    "counted_from": lambda text: "your receipt" if text == "tanda terima" else "your acceptance",
    "name": lambda text: _AGES.get(text, text),
    "offered": lambda text: _COUNTS.get(text, text),
    "state": _state,
    "we": lambda text: _WE.get(text, text),
    "you": lambda text: _YOU.get(text, text),
}
