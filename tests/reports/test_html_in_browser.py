"""The HTML report in a real browser: its script runs under its own policy, it fits a telephone, it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clausecheck.reports import html

from .browser import CHROMIUM, Browser
from .sample import nothing_found, sample

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine to show the HTML report")

SHOWN = "document.querySelector('.filters .count').textContent"
CONTRAST = """(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((n) => n / 255)
      .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" ? behind(element.parentElement) : colour;
  };
  const written = [...document.querySelectorAll("body *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => element.tagName !== "SCRIPT");
  return Math.min(...written.map((element) => {
    const [dark, bright] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  }));
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {"full": sample(), "other side": sample("licensee", "counterparty"), "empty": nothing_found()}
    for name, review in made.items():
        (folder / f"{name}.html").write_text(html.render(review), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


def test_page_loads_nothing_and_breaks_no_policy(browser: Browser, pages: dict[str, Path]):
    for page in pages.values():
        browser.open(page)
        assert [r["request"]["url"] for r in browser.happened("Network.requestWillBeSent")] == [page.as_uri()]
        assert browser.happened("Log.entryAdded") == []
        assert browser.happened("Runtime.exceptionThrown") == []


def test_filters_hide_count_and_give_way_to_a_link(browser: Browser, pages: dict[str, Path]):
    browser.open(pages["full"])
    assert browser.run(SHOWN) == "Showing 11 of 11"
    browser.run("document.querySelector('input[value=error]').click()")
    assert browser.run(SHOWN) == "Showing 5 of 11"
    assert browser.run("document.querySelector('#f-assign-back-1').checkVisibility()") is False
    browser.run("location.hash = 'f-assign-back-1'; new Promise((done) => setTimeout(done, 100))")
    assert browser.run(SHOWN) == "Showing 11 of 11"
    assert browser.run("document.querySelector('#f-assign-back-1').checkVisibility()") is True


def test_copy_button_copies_the_words_alone(browser: Browser, pages: dict[str, Path]):
    browser.open(pages["full"])
    browser.run(
        "navigator.clipboard.writeText = async (text) => { window.copied = text };"
        "document.querySelector('[data-copy=f-registered-licence-1-words]').click();"
        "new Promise((done) => setTimeout(done, 50))"
    )
    assert browser.run("window.copied") == (
        "Registration\nThe licence in clause 2.1 is an exclusive licence to be registered at the Japan Patent Office"
        " (専用実施権).\nLicensor shall apply for registration within [FILL: number] days of signing."
    )
    assert browser.run("document.querySelector('.tools [role=status]').textContent") == "Copied"


def test_page_fits_a_telephone(browser: Browser, pages: dict[str, Path]):
    for page in pages.values():
        browser.open(page, width=360)
        assert browser.run("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(browser: Browser, pages: dict[str, Path], scheme: str):
    for page in pages.values():
        browser.open(page, scheme=scheme)
        assert browser.run(CONTRAST) >= 4.5


def test_controls_are_large_enough_to_hit(browser: Browser, pages: dict[str, Path]):
    browser.open(pages["full"], width=360)
    small = browser.run(
        "[...document.querySelectorAll('button, summary, .filters label, nav a, td a, .sources a')]"
        ".filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.textContent)"
    )
    assert small == []


def test_what_a_filter_hides_is_printed_all_the_same(browser: Browser, pages: dict[str, Path]):
    browser.open(pages["full"])
    browser.run("document.querySelector('input[value=error]').click()")
    browser.call("Emulation.setEmulatedMedia", media="print")
    hidden = browser.run(
        "[...document.querySelectorAll('.finding')].filter((one) => !one.checkVisibility()).map((one) => one.id)"
    )
    browser.call("Emulation.setEmulatedMedia", media="")
    assert hidden == []
