"""The desk in a browser: nothing to complain about, and what it offers works without a server."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from tests.browser.browser import DESKTOP, PHONE, chromium, complaints, overflow, show, strangers, violations

PAGES = ("desk/index.html", "desk/customers/sentosa-jaya.html")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("page", PAGES)
def test_nobody_is_shut_out_and_nothing_is_asked_from_elsewhere(
    browser: Chrome, built: Path, page: str, width: int, dark: bool
) -> None:
    show(browser, built / page, width=width, dark=dark)
    assert violations(browser) == []
    assert complaints(browser) == []
    assert strangers(browser) == []
    assert overflow(browser) <= 0


def names(browser: Chrome) -> list[str]:
    rows = browser.find_elements(By.CSS_SELECTOR, "#customers tbody tr")
    return [each.find_element(By.TAG_NAME, "a").text for each in rows if each.is_displayed()]


def test_customers_are_sorted_and_filtered(browser: Chrome, built: Path) -> None:
    show(browser, built / PAGES[0])
    everyone = names(browser)
    head = browser.find_elements(By.CSS_SELECTOR, "#customers thead button")[1]
    head.click()
    assert names(browser)[0] == "PT Prima Niaga Sentral"
    head.click()
    assert names(browser) != everyone
    assert sorted(names(browser)) == sorted(everyone)
    assert browser.find_elements(By.CSS_SELECTOR, "#customers th[aria-sort=ascending]")
    browser.find_element(By.ID, "filter").send_keys("SENTOSA")
    assert names(browser) == ["PT Sentosa Jaya Makmur"]


def test_what_was_ticked_is_saved_as_one_file(browser: Chrome, built: Path, downloads: Path) -> None:
    show(browser, built / PAGES[0])
    for who, outcome in (("maju-jaya", "sent whatsapp"), ("warung-endang", "contact no-answer")):
        job = browser.find_element(By.CSS_SELECTOR, f".job[data-customer={who}]")
        job.find_element(By.CSS_SELECTOR, "input").click()
        Select(job.find_element(By.TAG_NAME, "select")).select_by_value(outcome)
    browser.find_element(By.ID, "by").send_keys("Dewi Anggraini")
    browser.find_element(By.ID, "export").click()
    saved = downloads / "santun-2026-11-23.json"
    for _ in range(100):
        if saved.exists() and saved.read_text():
            break
        time.sleep(0.05)
    entries = {each.pop("customer"): each for each in json.loads(saved.read_text())["entries"]}
    told = {"date": "2026-11-23", "by": "Dewi Anggraini"}
    assert entries == {
        "maju-jaya": {"kind": "sent", "stage": "reminder-1", "items": ["INV/2026/0912"], "channel": "whatsapp", **told},
        "warung-endang": {"kind": "contact", "via": "call", "outcome": "no-answer", **told},
    }


def test_without_a_script_everything_is_there_to_read(built: Path) -> None:
    with chromium(scripts=False) as browser:
        show(browser, built / PAGES[0])
        assert len(names(browser)) == 20
        assert not browser.find_element(By.ID, "export").is_displayed()
