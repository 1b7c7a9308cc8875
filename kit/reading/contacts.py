"""How a customer is reached: one e-mail address, one telephone number. Messages never repeat either."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.reading.fields import Findings, Missing
from kit.reading.kinds import text_of
from kit.reading.nodes import Node

#: What stands before the @: of the signs that mail allows only those that need no care in any header or link.
_LOCAL = re.compile(r"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*", re.ASCII)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.ASCII)
_SEVERAL = re.compile(r"[,;/&|]|\b(?:atau|or|dan|and)\b|\+.*\+")
#: Indonesian mobile numbers without their leading 62.
_MOBILE = re.compile(r"8[1-9][0-9]{7,10}", re.ASCII)
_PRINTED = re.compile(r"\+?[0-9 ().-]{6,25}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Email:
    """Exactly one mailbox, without a display name."""

    def read(self, node: Node, name: str, to: Findings) -> str | Missing:
        """Return the address with its domain in ASCII."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        if text.count("@") > 1 or "," in text or ";" in text:
            return to.error("email-several", node, field=name)
        local, _, domain = text.partition("@")
        ascii_domain = _punycode(domain)
        if ascii_domain is None or not _DOMAIN.fullmatch(ascii_domain):
            return to.error("email-domain" if domain else "email", node, field=name)
        if not _LOCAL.fullmatch(local) or len(local) > 64 or len(local) + len(ascii_domain) > 253:
            return to.error("email", node, field=name)
        return f"{local}@{ascii_domain}"


@dataclass(frozen=True, slots=True)
class WhatsApp:
    """One mobile number, read into the digits that wa.me wants (6281234567890)."""

    def read(self, node: Node, name: str, to: Findings) -> str | Missing:
        """Return the number with its country code, digits only."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        if _SEVERAL.search(text):
            return to.error("phone-several", node, field=name)
        bare = re.sub(r"[ ().-]", "", text)
        if not re.fullmatch(r"\+?[0-9]+", bare, re.ASCII):
            return to.error("phone", node, field=name)
        if bare.startswith("+") and not bare.startswith("+62"):
            return bare[1:] if re.fullmatch(r"\+[1-9][0-9]{7,14}", bare) else to.error("phone", node, field=name)
        inland = bare.removeprefix("+").removeprefix("62").removeprefix("0")
        if inland == bare:
            return to.error("phone", node, field=name)
        if _MOBILE.fullmatch(inland):
            return "62" + inland
        return to.error("phone" if inland.startswith(("8", "0")) else "phone-landline", node, field=name)


@dataclass(frozen=True, slots=True)
class Phone:
    """One number of any kind, kept as it is to be printed and dialled."""

    def read(self, node: Node, name: str, to: Findings) -> str | Missing:
        """Return the number as written."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        if _SEVERAL.search(text):
            return to.error("phone-several", node, field=name)
        good = _PRINTED.fullmatch(text) and 6 <= sum(map(str.isdigit, text)) <= 15
        return text if good else to.error("phone", node, field=name)


def _punycode(domain: str) -> str | None:
    """Return `domain` in lower-case ASCII, or None where it is no domain."""
    if "ß" in domain or "ς" in domain or not all(label[:1].isalnum() for label in domain.split(".")):
        return None  # the two would lead to different owners under IDNA 2003 and 2008
    try:
        return domain.lower() if domain.isascii() else domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
