"""One build of the book of stories, and one browser, for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.books import run, story_book
from tests.browser.browser import chromium


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build of the repository's book."""
    book = story_book(tmp_path_factory.mktemp("book"))
    result = run("build", "--book", book)
    assert result.exit_code == 0, result.output
    return book / "build"


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder into which the browser saves."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="package")
def browser(downloads: Path) -> Iterator[Chrome]:
    """Return the browser; it is gone before other tests count the processes of this one."""
    with chromium(downloads) as lent:
        yield lent
