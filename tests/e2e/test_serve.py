"""`kit serve`: a preview on loopback alone, that follows the book and gives out nothing else."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait

from kit.output.preview import Preview, Server, waiting
from tests.books import ROOT, TOKENS, digests, own_book, run
from tests.browser.browser import chromium, complaints


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Server, Preview]]:
    """Serve a build of a small book from this process."""
    book = own_book(tmp_path / "book")
    assert run("build", "--book", book).exit_code == 0
    preview = Preview(book / "build")
    preview.renew()
    server = Server(0, preview)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, preview
    server.shutdown()
    server.server_close()


def ask(server: Server, path: str, host: str | None = None, method: str = "GET") -> tuple[int, dict[str, str], str]:
    link = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)
    link.request(method, path, headers={"Host": host} if host else {})
    answer = link.getresponse()
    body = answer.read().decode("utf-8", "replace")
    link.close()
    return answer.status, dict(answer.getheaders()), body


def test_pages_and_papers_are_given_out(served: tuple[Server, Preview]) -> None:
    server, preview = served
    status, headers, page = ask(server, f"/site/{TOKENS['maju-jaya']}/")
    assert status == 200
    assert "Pak Budi" in page
    assert headers["Cache-Control"] == "no-store"
    assert f"/site/{TOKENS['maju-jaya']}/index.html" in ask(server, "/")[2]
    assert ask(server, "/desk/index.html")[0] == 200
    assert ask(server, "/letters/sumber-rejeki/firm.pdf")[1]["Content-Type"] == "application/pdf"
    assert ask(server, "/desk")[1]["Location"] == "/desk/"
    kept = (preview.folder / f"site/{TOKENS['maju-jaya']}/index.html").read_text()
    assert ".newer" not in kept


@pytest.mark.parametrize("path", ["/../data/creditor.yaml", "/%2e%2e/data/creditor.yaml", "/site/../../links.yaml",
                                  "//etc/passwd", "/nothing", "/%00", "/site/%2e%2e%2f%2e%2e%2flinks.yaml"])  # fmt: skip
def test_nothing_outside_the_build_is_given_out(served: tuple[Server, Preview], path: str) -> None:
    status, _, body = ask(served[0], path)
    assert status == 404
    assert "token" not in body
    assert "root:" not in body


def test_only_this_computer_is_answered(served: tuple[Server, Preview]) -> None:
    assert served[0].server_address[0] == "127.0.0.1"
    assert ask(served[0], "/", host="evil.example")[0] == 403
    assert ask(served[0], "/", host="localhost:1")[0] == 200
    assert ask(served[0], "/", method="POST")[0] == 501


def test_a_page_waits_for_news_and_troubles_stand_in_its_place(served: tuple[Server, Preview]) -> None:
    server, preview = served
    seen = json.loads(ask(server, "/.newer?null")[2])["build"]
    threading.Timer(0.2, preview.renew, ["data/x.yaml:3:1: error <b>"]).start()
    assert json.loads(ask(server, f"/.newer?{seen}")[2])["build"] == seen + 1
    page = ask(server, "/desk/index.html")[2]
    assert "data/x.yaml:3:1: error &lt;b>" in page
    assert preview.after(seen + 1, patience=0) == seen + 1


def test_a_page_without_a_script_of_its_own_may_wait_too() -> None:
    page = b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><body></body>'
    assert b"; script-src 'sha256-" in waiting(page)


def test_the_book_is_followed_until_it_is_ended(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    command = [sys.executable, "-m", "kit", "serve", "--book", str(book), "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    before = digests(book)
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        address = re.findall(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())[0]
        with chromium() as browser:
            browser.get(f"{address}site/{TOKENS['warung-endang']}/")
            assert "Rp1.275.000" in body(browser)
            file = book / "data/customers/warung-endang.yaml"
            text = file.read_text()
            file.write_text(text + "payments:\n  - {date: 2026-11-22, amount: 275.000}\n")
            WebDriverWait(browser, 30).until(lambda _: "Rp1.000.000" in body(browser))
            file.write_text(text + "payments:\n  - {date: 2026-11-22, amount: 275.00x}\n")
            WebDriverWait(browser, 30).until(lambda _: "error[" in body(browser))
            file.write_text(text)
            WebDriverWait(browser, 30).until(lambda _: "Rp1.275.000" in body(browser))
            assert not [each for each in complaints(browser) if "Content Security" in each]
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    process.communicate()
    after = digests(book)
    assert {path: after[path] for path in before} == before
    assert not (book / "build").exists()


def body(browser: Chrome) -> str:
    return str(browser.execute_script("return document.body ? document.body.innerText : ''"))


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    book = own_book(tmp_path / "book")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "kit", "serve", "--book", str(book), "--port", str(taken.getsockname()[1])]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 3
    assert "cannot be used" in done.stderr
