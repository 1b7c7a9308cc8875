"""Files that a book keeps about one customer, and what they are by their names. Reads no file itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a kept file is, as far as its name says so."""

    CONTRACT = "contract"
    INVOICE = "invoice"
    RECEIPT = "receipt"
    DELIVERY = "delivery"
    TAX = "tax"
    BANK = "bank"
    MESSAGE = "message"
    ADMISSION = "admission"
    INTERNAL = "internal"
    OTHER = "other"


#: How the name of a file of each sort begins. Internal first: "catatan-kontrak.txt" is a note.
_BEGINS = (
    (Sort.INTERNAL, ("intern", "catatan", "memo")),
    (Sort.BANK, ("kutipan", "rekening", "mutasi", "bank")),
    (Sort.RECEIPT, ("tanda-terima", "ttf")),
    (Sort.DELIVERY, ("surat-jalan", "bast", "serah-terima", "berita-acara", "timesheet")),
    (Sort.TAX, ("faktur-pajak",)),
    (Sort.MESSAGE, ("wa-", "whatsapp", "email", "surel", "pesan", "chat")),
    (Sort.ADMISSION, ("pengakuan", "perjanjian", "janji")),
    (Sort.CONTRACT, ("kontrak", "spk", "po-", "pesanan")),
    (Sort.INVOICE, ("invoice", "inv-", "faktur", "tagihan")),
)
#: A page of a bank statement shows other customers, unless its name says that it was cut or blackened.
_PAGES, _PAGE_BEGINS = ("rekening-koran", "mutasi", "bank-statement", "estatement", "e-statement"), ("rekening", "bank")
_CUT = ("kutipan", "ekstrak", "redaksi", "disensor", "disamarkan")


@dataclass(frozen=True, slots=True)
class Proof:
    """One kept file: its name below its folder, where it lies in the book, its SHA-256 and its size in bytes."""

    name: str
    source: str
    sha256: str
    size: int
    #: The name of another customer that was read in it, or None.
    stranger: str | None = None

    @property
    def sort(self) -> Sort:
        """What it is, by the beginning of its name."""
        name = _plain(self.name)
        return next((sort for sort, words in _BEGINS if name.startswith(words)), Sort.OTHER)

    @property
    def whole_bank_page(self) -> bool:
        """Tell whether it seems to be a bank statement that was neither cut nor blackened."""
        name = _plain(self.name)
        page = name.startswith(_PAGE_BEGINS) or any(word in name for word in _PAGES)
        return page and not any(word in name for word in _CUT)

    @property
    def suffix(self) -> str:
        """The ending of its name in small letters, "bin" where it has none that is safe."""
        found = re.search(r"\.([A-Za-z0-9]{1,5})\Z", self.name)
        return found[1].lower() if found else "bin"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that a book keeps about one customer, each sorted by name."""

    #: Below data/evidence/<id>/.
    kept: tuple[Proof, ...] = ()
    #: Below data/issued/<id>/.
    issued: tuple[Proof, ...] = ()
    #: Standing documents of the creditor, below data/standing/.
    standing: tuple[Proof, ...] = ()
    #: Paths of what lies there and is no file that can be passed on.
    refused: tuple[str, ...] = ()

    def find(self, name: str | None) -> Proof | None:
        """Return the kept file called `name`, or None."""
        return next((each for each in self.kept if each.name == name), None)

    def paper(self, name: str) -> Proof | None:
        """Return the issued PDF called `name`, or None."""
        return next((each for each in self.issued if each.name == name), None)


def _plain(name: str) -> str:
    """Return the last part of a name in small letters, with dashes between its words.

    >>> _plain("2026/Rekening Koran_Juli.pdf")
    'rekening-koran-juli.pdf'
    """
    return re.sub(r"[ _]+", "-", name.rsplit("/", 1)[-1].casefold())
