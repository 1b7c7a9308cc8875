"""A preview on loopback: gives out one folder of finished files, read only, and tells pages of a newer build."""

from __future__ import annotations

import base64
import hashlib
import json
import mimetypes
import re
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

#: The only address on which a preview listens.
LOOPBACK = "127.0.0.1"
#: Seconds after which a page that waits for news is told that there are none, and asks again.
PATIENCE = 20.0
NEWS = "/.newer"

_WAIT = f"""(async () => {{ let seen = null; for (;;) {{ try {{
const told = await (await fetch("{NEWS}?" + seen)).json();
if (seen !== null && told.build !== seen) location.reload(); seen = told.build;
}} catch {{ await new Promise((go) => setTimeout(go, 1000)); }} }} }})();"""
_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')


class Preview:
    """What is shown just now: the folder of the newest build, and its number; every page waits for the next one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.build = 0
        #: What stands instead of the pages while the book cannot be built; empty when all is well.
        self.trouble = ""
        self._news = threading.Condition()

    def renew(self, trouble: str = "") -> None:
        """Tell every page that waits that there is a newer build, or why there is none."""
        with self._news:
            self.build += 1
            self.trouble = trouble
            self._news.notify_all()

    def after(self, seen: int, patience: float = PATIENCE) -> int:
        """Return the number of the build that followed `seen`, waiting for it at most `patience` seconds."""
        with self._news:
            self._news.wait_for(lambda: self.build != seen, timeout=patience)
            return self.build


class Server(ThreadingHTTPServer):
    """The server of one preview, on loopback alone."""

    daemon_threads = True

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "Santun"
    sys_version = ""

    def do_GET(self) -> None:
        # A page elsewhere that was given our address under its own name gets nothing (DNS rebinding).
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host not in (LOOPBACK, "localhost"):
            self._give(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        url = urlsplit(self.path)
        if url.path == NEWS:
            seen = int(url.query) if url.query.isascii() and url.query.isdigit() else -1
            told = json.dumps({"build": self.server.preview.after(seen)}).encode()
            self._give(HTTPStatus.OK, told, "application/json")
            return
        if self.server.preview.trouble:
            self._page(HTTPStatus.OK, _told(self.server.preview.trouble))
            return
        self._file(unquote(url.path))

    def _file(self, wanted: str) -> None:
        folder = self.server.preview.folder.resolve()
        if "\0" in wanted:
            self._page(HTTPStatus.NOT_FOUND, _told("Not found."))
            return
        path = folder.joinpath(*[part for part in wanted.split("/") if part]).resolve()
        if not path.is_relative_to(folder):
            self._page(HTTPStatus.NOT_FOUND, _told("Not found."))
            return
        if wanted == "/":
            self._page(HTTPStatus.OK, _contents(folder))
            return
        if path.is_dir() and not wanted.endswith("/"):
            self._give(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", Location=f"{wanted}/")
            return
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self._page(HTTPStatus.NOT_FOUND, _told("Not found."))
        elif path.suffix == ".html":
            self._page(HTTPStatus.OK, path.read_bytes())
        else:
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            self._give(HTTPStatus.OK, path.read_bytes(), f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)

    def _page(self, status: HTTPStatus, html: bytes) -> None:
        self._give(status, waiting(html), "text/html; charset=utf-8")

    def _give(self, status: HTTPStatus, body: bytes, kind: str, **more: str) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store",
                   "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", **more}  # fmt: skip
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the library's name)
        """Say nothing: addresses hold the customers' tokens."""


def waiting(html: bytes) -> bytes:
    """Return a page that reloads itself after the next build; the file on the disk stays as it is."""
    digest = base64.b64encode(hashlib.sha256(_WAIT.encode()).digest())
    html = _POLICY.sub(lambda found: found[1] + _widened(found[2], digest) + found[3], html, count=1)
    return html.replace(b"</body>", b"<script>" + _WAIT.encode() + b"</script></body>", 1)


def _widened(policy: bytes, digest: bytes) -> bytes:
    """Return `policy` with the waiting script and its question to ourselves allowed."""
    ours = b"'sha256-" + digest + b"'"
    if b"script-src " not in policy:
        policy += b"; script-src"
    return policy.replace(b"script-src", b"script-src " + ours, 1) + b"; connect-src 'self'"


def _told(text: str) -> bytes:
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<!doctype html><meta charset='utf-8'><title>Santun</title><body><pre>{safe}</pre></body>".encode()


def _contents(folder: Path) -> bytes:
    """Return a page that leads to the desk and to every customer's page."""
    listing = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    own = [each for each in listing if each["customer"] and each["path"].startswith("site/")]
    pages = {each["customer"]: each["path"] for each in own if each["path"].endswith("/index.html")}
    items = "".join(f"<li><a href='/{path}'>{customer}</a>" for customer, path in sorted(pages.items()))
    head = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Santun</title><body>"
    return f"{head}<h1>Santun</h1><p><a href='/desk/index.html'>Desk</a><ul>{items}</ul></body>".encode()


def watch(stamp: Callable[[], object], changed: Callable[[], None], stop: threading.Event, pause: float = 0.5) -> None:
    """Call `changed` whenever `stamp` returns something new, until `stop` is set; it looks every `pause` seconds."""
    seen = stamp()
    while not stop.wait(pause):
        now = stamp()
        if now != seen:
            seen = now
            changed()
