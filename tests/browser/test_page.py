"""The customer's page in a browser: open to everybody, silent to the net, and its sums are the kit's."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from kit.domain.simulation import code, parse_code, simulated
from tests.browser.browser import DESKTOP, PHONE, chromium, complaints, overflow, show, strangers, violations

#: One customer for each state that a page can have.
SHOWN = ("bahari-jaya", "dapur-lestari", "maju-jaya", "mitra-dapur", "anugerah-pangan", "sumber-rejeki",
         "cahaya-papua", "sentosa-jaya", "rasa-timur")  # fmt: skip
CASES = 10_000


def page_of(built: Path, customer: str) -> Path:
    manifest = json.loads((built / "manifest.json").read_text())
    path: str
    (path,) = (
        each["path"]
        for each in manifest["files"]
        if each["customer"] == customer and each["path"].startswith("site/") and each["path"].endswith("index.html")
    )
    return built / path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("customer", SHOWN)
def test_nobody_is_shut_out_and_nothing_is_asked_from_elsewhere(
    browser: Chrome, built: Path, customer: str, width: int, dark: bool
) -> None:
    show(browser, page_of(built, customer), width=width, dark=dark)
    assert violations(browser) == []
    assert complaints(browser) == []
    assert strangers(browser) == []
    assert overflow(browser) <= 0


@pytest.mark.parametrize("name", ["404.html", "index.html"])
def test_the_pages_that_are_nobodys_are_sound(browser: Chrome, built: Path, name: str) -> None:
    show(browser, built / "site" / name)
    assert violations(browser) == complaints(browser) == strangers(browser) == []


def test_account_and_amount_are_copied_as_digits(browser: Chrome, built: Path) -> None:
    show(browser, page_of(built, "sumber-rejeki"))
    copied = []
    for button in browser.find_elements(By.CSS_SELECTOR, "button[data-copy]"):
        caught = (
            "document.oncopy = () => { window.copied = document.activeElement.value || getSelection().toString(); };"
        )
        browser.execute_script(
            "Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});" + caught
        )
        button.click()
        copied.append(browser.execute_script("return window.copied"))
        assert "tersalin" in str(browser.find_element(By.ID, "said").get_attribute("textContent"))
    assert copied == ["0012340099", "14515000"]


def test_the_page_and_the_kit_make_the_same_schedule(browser: Chrome, built: Path) -> None:
    show(browser, page_of(built, "sumber-rejeki"))
    draw = random.Random(20261124)
    start = date(2026, 11, 24)
    asked = [
        (draw.randint(24_000, 10 ** draw.randint(5, 12)), draw.randint(2, 24), start + timedelta(draw.randrange(3_000)))
        for _ in range(CASES)
    ]
    work = """
      const place = document.getElementById("simulator");
      return arguments[0].map(([sum, count, day]) => [place.simulate(sum, count, day), place.code_of(sum, count, day)]);
    """
    plain = [(total, count, [day.year, day.month, day.day]) for total, count, day in asked]
    found = browser.execute_script(work, plain)
    mark = browser.find_element(By.ID, "simulator").get_attribute("data-mark")
    assert mark is not None
    for (total, count, day), (rows, text) in zip(asked, found, strict=True):
        ours = [([each.due.year, each.due.month, each.due.day], each.amount) for each in simulated(total, count, day)]
        assert [(due, amount) for due, amount in rows] == ours, (total, count, day)
        assert text == code(mark, total, count, day)


def test_a_choice_is_shown_and_sent_as_a_message(browser: Chrome, built: Path) -> None:
    show(browser, page_of(built, "sumber-rejeki"))
    place = browser.find_element(By.ID, "simulator")
    Select(place.find_element(By.TAG_NAME, "select")).select_by_visible_text("4")
    amounts = [each.text for each in place.find_elements(By.CSS_SELECTOR, "tbody td.num")]
    assert amounts == ["Rp3.628.000", "Rp3.628.000", "Rp3.628.000", "Rp3.631.000"]
    proposal = parse_code(place.find_element(By.TAG_NAME, "output").text)
    assert proposal is not None
    assert (proposal.count, str(proposal.first)) == (4, "2026-12-07")
    assert proposal.is_about(14_515_000)
    link = urlsplit(place.find_element(By.TAG_NAME, "a").get_attribute("href") or "")
    (message,) = parse_qs(link.query)["text"]
    assert "4 kali, mulai 7 Desember 2026" in message
    assert "baru mengikat setelah perjanjiannya ditandatangani" in message
    assert "Rp" not in message
    assert not browser.find_element(By.ID, "offers").is_displayed()


def test_a_day_out_of_bounds_makes_no_proposal(browser: Chrome, built: Path) -> None:
    show(browser, page_of(built, "sumber-rejeki"))
    place = browser.find_element(By.ID, "simulator")
    browser.execute_script(
        "const it = arguments[0]; it.value = '2027-06-01'; it.dispatchEvent(new Event('input', {bubbles: true}));",
        place.find_element(By.TAG_NAME, "input"),
    )
    assert place.find_element(By.TAG_NAME, "output").text == ""
    assert not place.find_element(By.TAG_NAME, "a").is_displayed()


def test_without_a_script_offers_stand_in_a_table(built: Path) -> None:
    with chromium(scripts=False) as browser:
        show(browser, page_of(built, "sumber-rejeki"))
        rows = browser.find_elements(By.CSS_SELECTOR, "#offers tbody tr")
        assert [each.text.split()[0] for each in rows] == ["2", "3", "4", "5", "6"]
        assert not browser.find_element(By.ID, "simulator").is_displayed()
        assert not any(each.is_displayed() for each in browser.find_elements(By.TAG_NAME, "button"))


def test_the_keyboard_goes_through_the_page_in_its_order(browser: Chrome, built: Path) -> None:
    show(browser, page_of(built, "sumber-rejeki"))
    tops = browser.execute_script("""
      return [...document.querySelectorAll("a[href], button, select, input")]
        .filter((each) => each.offsetParent !== null)
        .map((each) => [each.tabIndex, Math.round(each.getBoundingClientRect().top)]);
    """)
    assert all(index == 0 for index, _ in tops)
    heights = [top for _, top in tops]
    assert all(after >= before - 60 for before, after in pairwise(heights))


def test_it_prints_on_paper_without_buttons(browser: Chrome, built: Path) -> None:
    show(browser, page_of(built, "maju-jaya"))
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not any(each.is_displayed() for each in browser.find_elements(By.CSS_SELECTOR, ".tap, #simulator"))
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
