"""How the house speaks: one table of greetings, connectives and closings for each register and language.

A chat is familiar, an e-mail or a letter formal, a somasi or an agreement legal; a customer is called in
each as a human wrote it, `call_as` in the familiar one, `formal` in the others. The wording that the
kit brings keeps to this table; a creditor's own may have another one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Register(StrEnum):
    """A register in which the kit speaks."""

    FAMILIAR = "familiar"
    FORMAL = "formal"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Manner:
    """The fixed words of one register in one language."""

    #: How a message begins; an empty text where its frame or form has no greeting.
    greetings: tuple[str, ...]
    #: The line before the name of who sends.
    closings: tuple[str, ...]
    #: The word for "if".
    conditional: str
    #: Words of other registers, or of none, that do not stand here.
    avoided: tuple[str, ...]


#: Words that the house never says, in no register: slang, and "you" without a form of address.
NEVER = ("Anda", "kamu", "nggak", "dong", "biar", "gimana", "udah")

MANNERS: Mapping[tuple[Register, str], Manner] = {
    (Register.FAMILIAR, "id"): Manner(
        ("Halo, {{ contact.call_as }}. Saya ", "Yth. {{ contact.formal }}, saya "), ("Terima kasih,", "Salam,"), "bila",
        ("apabila", "adapun", "guna", "Demikian", "dengan ini", "bersama ini", "sampai dengan", "Saudara"),
    ),
    (Register.FORMAL, "id"): Manner(
        ("Yth. {{ contact.formal }},", "Dengan hormat,"), ("Hormat kami,",), "apabila",
        ("bila", "adapun", "guna", "Halo", "Saudara", "agar supaya", "demi untuk"),
    ),
    (Register.LEGAL, "id"): Manner(
        ("Dengan hormat,", ""), ("Hormat kami,", ""), "apabila",
        ("bila", "adapun", "guna", "Halo", "Bapak", "Ibu", "agar supaya"),
    ),
    (Register.FAMILIAR, "en"): Manner(
        ("Hello {{ contact.call_as }}, this is ", "Dear {{ contact.formal }}, this is "),
        ("Thank you,", "Kind regards,"), "if", ("hereby", "herewith", "should you"),
    ),
    (Register.FORMAL, "en"): Manner(
        ("Dear {{ contact.formal }},",), ("Yours sincerely,",), "if", ("hereby", "herewith", "Hello", "Hi "),
    ),
    (Register.LEGAL, "en"): Manner(("",), ("",), "if", ("Hello", "Hi ", "please note")),
}  # fmt: skip


def register_of(template: str) -> Register:
    """Return the register of a template below letters/, by its folder and the kind of its file.

    >>> register_of("due/whatsapp.txt"), register_of("en/somasi-1/letter.md"), register_of("due/letter.md")
    (<Register.FAMILIAR: 'familiar'>, <Register.LEGAL: 'legal'>, <Register.FORMAL: 'formal'>)
    """
    path = template.removeprefix("en/")
    folder, _, file = path.rpartition("/")
    if re.match(r"(?:somasi-[0-9]|agreement)", folder) or re.match(r"parts/(?:somasi|two|agreement)-", path):
        return Register.LEGAL
    if file == "whatsapp.txt" or file.startswith("chat-"):
        return Register.FAMILIAR
    return Register.FORMAL
