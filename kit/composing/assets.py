"""Pictures that documents carry: the creditor's logo, known by its first bytes and never by its name."""

from __future__ import annotations

import base64
from dataclasses import dataclass

#: Largest logo that a page carries inside itself; a larger one is shown on paper only.
LARGEST_ON_PAGE = 9_000

_KINDS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


@dataclass(frozen=True, slots=True)
class Assets:
    """What the documents of a book need beside words."""

    #: The bytes of the logo file; None where the book has none.
    logo: bytes | None = None

    @property
    def kind(self) -> str | None:
        """Media type of the logo: PNG or JPEG, None for anything else."""
        if self.logo is None:
            return None
        return next((kind for start, kind in _KINDS if self.logo.startswith(start)), None)

    @property
    def images(self) -> tuple[tuple[str, bytes], ...]:
        """The logo as a paper refers to it."""
        return (("logo", self.logo),) if self.logo is not None and self.kind else ()

    @property
    def on_page(self) -> str:
        """The logo as a page carries it inside itself; empty where it is missing or too large."""
        if self.logo is None or self.kind is None or len(self.logo) > LARGEST_ON_PAGE:
            return ""
        return f"data:{self.kind};base64,{base64.b64encode(self.logo).decode()}"
