"""Header lines of an e-mail: our own grammar, our own quoting, ASCII bytes that every reader decodes alike.

The standard library glues or splits words where ASCII and other letters mix, and older Pythons take
`=?utf-8?q?…=0ABcc:…?=` in a name for a header. So values are checked here and encoded whole.
"""

from __future__ import annotations

import re
import unicodedata
from email.header import Header

from kit.basics.problems import Problem, error
from kit.composing.documents import Mailbox

#: Characters that a header value may have; a subject that is longer is nobody's intention.
LONGEST = 300
#: The longest header line that old readers like.
_LINE = 78

#: Control, format, surrogate and private characters, line and paragraph separators.
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_ENCODED_WORD = re.compile(r"=\?.*?\?=", re.DOTALL)
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@(?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")


def check_text(name: str, text: str, /, customer: str) -> tuple[Problem, ...]:
    """Refuse what no header value may hold: controls, line ends, encoded words, too many characters."""
    for character in text:
        if unicodedata.category(character) in _REFUSED:
            code = f"U+{ord(character):04X}"
            return (error("mail-header-character", customer=customer, header=name, character=code),)
    if _ENCODED_WORD.search(text):
        return (error("mail-header-encoded-word", customer=customer, header=name),)
    if len(text) > LONGEST:
        return (error("mail-header-too-long", customer=customer, header=name, length=len(text), limit=LONGEST),)
    return ()


def check_mailbox(name: str, box: Mailbox, /, customer: str) -> tuple[Problem, ...]:
    """Refuse a display name that no header may hold, and everything but one plain ASCII address."""
    problems = check_text(name, box.name, customer)
    if not _ADDRESS.fullmatch(box.address) or len(box.address) > 254 or len(box.address.partition("@")[0]) > 64:
        problems += (error("mail-address", customer=customer, header=name),)
    return problems


def text_line(name: str, text: str) -> str:
    """Return the header `name` with free text: as it is where it is short ASCII, else wholly encoded.

    >>> text_line("Subject", "Tagihan INV/1")
    'Subject: Tagihan INV/1'
    """
    line = f"{name}: {text}"
    if _PLAIN.fullmatch(text) and len(line) <= _LINE:
        return line
    return f"{name}: {_encoded(name, text)}"


def mailbox_line(name: str, box: Mailbox) -> str:
    """Return the header `name` with exactly one person.

    >>> mailbox_line("To", Mailbox("Budi, S.H.", "budi@maju.example"))
    'To: "Budi, S.H." <budi@maju.example>'
    """
    if not box.name:
        return f"{name}: {box.address}"
    quoted = '"' + box.name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    shown = quoted if _PLAIN.fullmatch(box.name) and len(f"{name}: {quoted}") <= _LINE else _encoded(name, box.name)
    last = shown.rpartition("\r\n")[2] if "\r\n" in shown else f"{name}: {shown}"
    gap = " " if len(f"{last} <{box.address}>") <= _LINE else "\r\n "
    return f"{name}: {shown}{gap}<{box.address}>"


def _encoded(name: str, text: str) -> str:
    return Header(text, "utf-8", maxlinelen=75, header_name=name).encode(linesep="\r\n")
