"""Looks at pages in a browser: what no test of their text can see.

    apt-get install chromium && pip install playwright
    python3 tests/browser/page.py target/debug/itkommun

It takes half a minute, and is no part of `.ci/run`: it asks for a browser of 300 MB.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PROGRAM = sys.argv[1]
PAGES = {
    "register": ["export", "--force", "--to"],
    "metrics": ["metrics", "--format", "html"],
    "show": ["show", "Falkenberg", "--format", "html"],
    "profile": ["profile", "Falkenberg", "--format", "html"],
    "map": ["chart", "nominees", "--map", "--format", "html"],
    "timeline": ["chart", "timeline", "--format", "html"],
    "schema": ["schema", "metrics", "--format", "html"],
}

# Relative luminance and contrast as WCAG 2 defines them, of each text against the nearest painted background.
CONTRAST = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return parse(getComputedStyle(document.body).backgroundColor);
  };
  let least = 21;
  for (const element of document.querySelectorAll("body *:not(svg *, script, style)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [a, b] = [parse(getComputedStyle(element).color), ground(element)].map(luminance);
    least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return least;
}"""


def check(browser, name, url):
    for scheme in ("light", "dark"):
        for width in (360, 800, 1400):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            heard = []
            page.on("console", lambda message: heard.append(message.text))
            page.on("pageerror", lambda error: heard.append(str(error)))
            page.on("request", lambda request: request.url.startswith("file:") or heard.append(request.url))
            page.goto(url)
            scrolled = page.evaluate("document.documentElement.scrollWidth")
            assert scrolled <= width, f"{name}: {scrolled} px wide on a screen of {width}"
            contrast = page.evaluate(CONTRAST)
            assert contrast >= 4.5, f"{name}, {scheme}: contrast {contrast:.2f}"
            assert not heard, f"{name}: {heard}"
            page.close()


def check_script(browser, url):
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(url)
    names = "[...document.querySelectorAll('#municipalities tbody tr:not([hidden])')].map(row => row.cells[1].innerText)"
    heading = page.locator("#municipalities th", has_text="Name")
    # By the keyboard, and as Swedish sorts.
    heading.locator("button").focus()
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert page.evaluate(names)[-3:] == ["Östra Göinge", "Överkalix", "Övertorneå"]
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert page.evaluate(names)[-1] == "Ale"
    page.get_by_label("Filter rows").fill("jarfalla")
    assert page.evaluate(names) == ["Järfälla"]
    assert page.locator("#indicators").is_hidden(), "a table without such rows"
    page.goto(url + "#winners/2009")
    assert page.locator("tr[id='winners/2009']").is_visible(), "a link to a row shows it"
    assert "Falkenberg" in page.locator("tr[id='winners/2009']").inner_text()


def check_print(browser, url):
    page = browser.new_page(color_scheme="dark")
    page.goto(url)
    page.emulate_media(media="print")
    assert page.get_by_role("search").is_hidden() and page.locator("nav").first.is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for name, arguments in PAGES.items():
        path = Path(folder) / f"{name}.html"
        if arguments[-1] == "--to":
            subprocess.run([PROGRAM, *arguments, path], check=True)
        else:
            path.write_bytes(subprocess.run([PROGRAM, *arguments], check=True, stdout=subprocess.PIPE).stdout)
        check(browser, name, path.as_uri())
    register = (Path(folder) / "register.html").as_uri()
    check_script(browser, register)
    check_print(browser, register)
    browser.close()
print(f"{len(PAGES)} pages are as they should be")
