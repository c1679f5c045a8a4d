"""Renew the README's pictures from a running site with demonstration data.

    python tools/pictures.py http://127.0.0.1:8000

Each is one screen as a reader sees it first, kept in docs/pictures/ as WebP, which the browser
itself makes: the project needs no library for images.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER: Final = Path(__file__).parents[1] / "docs" / "pictures"
MOST_BYTES: Final = 150_000

ENCODE: Final = """async ([png, quality]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


class Picture(NamedTuple):
    """What is looked at: an address, a screen, and what is pressed before."""

    name: str
    path: str
    size: tuple[int, int]
    press: str | None = None


PICTURES: Final = (
    Picture("home-1280", "/zh-hans/", (1280, 860)),
    Picture("search-1280", "/zh-hans/nurseries?region=510502&form=full_day", (1280, 1000)),
    Picture(
        "nursery-1280",
        "/zh-hans/nurseries?region=510502&demo=city&price=published",
        (1280, 1000),
        press=".card h2 a >> nth=0",
    ),
    Picture("notices-hant-390", "/zh-hant/notices", (390, 1000)),
)


def main(origin: str) -> None:
    """Take every picture. Ends with status 1 where one is too heavy for a README."""
    path = shutil.which("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        heavy = [one.name for one in PICTURES if _taken(browser, origin, one) > MOST_BYTES]
        browser.close()
    if heavy:
        raise SystemExit(f"heavier than {MOST_BYTES} bytes: {', '.join(heavy)}")


def _taken(browser: Browser, origin: str, picture: Picture) -> int:
    width, height = picture.size
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(origin.rstrip("/") + picture.path)
    if picture.press:
        page.locator(picture.press).click()
        page.wait_for_load_state()
    webp = _webp(browser.new_page(), page.screenshot())
    (FOLDER / f"{picture.name}.webp").write_bytes(webp)
    print(f"{picture.name}: {len(webp):,} bytes")
    return len(webp)


def _webp(blank: Page, png: bytes) -> bytes:
    said: str = blank.evaluate(ENCODE, [base64.b64encode(png).decode(), 0.86])
    return base64.b64decode(said)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
