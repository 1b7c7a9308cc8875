"""The kit's own scripts in pages: put in at the end, allowed by their hash, and nothing else is."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from kit.composing.templates import Wording


def with_scripts(html: str, wording: Wording, *names: str) -> str:
    """Return a filled page with these scripts at its end. No template may bring a script of its own."""
    scripts = "".join(f"<script>{_lean(wording.text(name))}</script>\n" for name in names)
    return html.replace("</body>", f"{scripts}</body>")


def allowed(wording: Wording, *names: str) -> str:
    """Return the source expressions by which a policy allows these scripts and no others."""
    return " ".join(f"'sha256-{digest(_lean(wording.text(name)))}'" for name in names)


@cache
def digest(text: str) -> str:
    """Return the SHA-256 of `text` as content security policies write it (CSP Level 3, 2.3.1)."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _lean(script: str) -> str:
    """Return `script` without indentation and lines that are comments: every page carries it."""
    lines = (line.strip() for line in script.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))
