"""The law firm that speaks for a creditor from the somasi on, and the power under which it acts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """Where the firm is reached; it is the creditor's address in the matter."""

    street: str
    city: str
    province: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Advocate:
    """One who signs: name with titles, and position."""

    name: str
    position: str


@dataclass(frozen=True, slots=True)
class SuratKuasa:
    """The power of attorney under which counsel acts."""

    number: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Counsel:
    """The firm, who of it signs, and its power."""

    firm: str
    address: Office
    advocates: tuple[Advocate, ...]
    #: Without it no somasi goes out under counsel's name.
    surat_kuasa: SuratKuasa | None = None
    phone: str | None = None
    email: str | None = None
