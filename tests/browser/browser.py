"""Drives Chromium: opens a page in a given light and width, and tells what it asked for, complained about, or lacks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

#: The widths of a small phone and of a desk, in CSS pixels.
PHONE, DESKTOP = 360, 1280
#: What a browser does without being asked, turned off.
QUIET = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--force-prefers-reduced-motion")  # fmt: skip


@contextmanager
def chromium(downloads: Path | None = None, *, scripts: bool = True) -> Iterator[Chrome]:
    """Lend a browser of its own; files that a page offers are saved in `downloads`."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("chromium and chromedriver are not installed")
    options = ChromeOptions()
    options.binary_location = program
    for each in QUIET:
        options.add_argument(each)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    wishes: dict[str, Any] = {} if scripts else {"profile.managed_default_content_settings.javascript": 2}
    if downloads is not None:
        wishes["download.default_directory"] = str(downloads)
    options.add_experimental_option("prefs", wishes)
    browser = Chrome(options=options, service=Service(driver))
    try:
        yield browser
    finally:
        browser.quit()


def show(browser: Chrome, page: Path, *, width: int = DESKTOP, dark: bool = False) -> None:
    """Open the file `page` at a width in CSS pixels, light or dark, and forget what was logged before."""
    browser.get_log("browser"), browser.get_log("performance")  # type: ignore[no-untyped-call]
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width == PHONE}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    browser.get(page.as_uri())


def complaints(browser: Chrome) -> list[str]:
    """Return what stands in the console since the page was shown."""
    return [each["message"] for each in browser.get_log("browser")]  # type: ignore[no-untyped-call]


def strangers(browser: Chrome) -> list[str]:
    """Return the addresses asked for since the page was shown that are neither files nor data."""
    events = [json.loads(each["message"])["message"] for each in browser.get_log("performance")]  # type: ignore[no-untyped-call]
    asked = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    return [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]


def violations(browser: Chrome) -> list[str]:
    """Return what axe-core has against the page that is shown, with the first place of each."""
    script = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    # Over the protocol, since the page's own policy forbids a script from outside.
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": script})
    asked = {"expression": "axe.run().then((found) => JSON.stringify(found.violations))", "awaitPromise": True}
    answer = browser.execute_cdp_cmd("Runtime.evaluate", {**asked, "returnByValue": True})
    found = json.loads(answer["result"]["value"])
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def overflow(browser: Chrome) -> int:
    """Return by how many CSS pixels the page is wider than the window."""
    return int(browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth"))
