"""A check in a portal that Docusaurus makes, as its authors are told to embed it: ``make portal``."""

from __future__ import annotations

import os
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import host
import pytest
from live_checks import headers
from live_checks.tools import launch_options
from playwright.sync_api import BrowserType, Page, expect
from qbo_checks.portal import SANDBOX_URI

PORTAL = Path(__file__).parent
DOCUSAURUS = PORTAL / "node_modules" / ".bin" / "docusaurus"
INLINE = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType
) -> dict[str, Any]:
    return browser_type_launch_args | launch_options(browser_type, whole=False)


@pytest.fixture(scope="session")
def base_url(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the portal is, whose policy allows itself and the guide alone, on two hosts."""
    built, guide = tmp_path_factory.mktemp("portal"), tmp_path_factory.mktemp("guide")
    sent: list[headers.Rule] = []
    rules: list[headers.Rule] = []
    with host.serving(built, sent) as portal_url, host.serving(guide, rules) as guide_url:
        host.built_for(portal_url, site, guide)
        rules += host.rules(guide)
        build(built, guide_url)
        hashes = {
            script for page in built.rglob("*.html") for script in INLINE.findall(page.read_text("utf-8"))
        }
        own = " ".join(
            f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in hashes
        )
        policy = f"default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' {guide_url} {own}; frame-src {guide_url}"
        sent.append(headers.Rule("/*", {"Content-Security-Policy": policy}))
        yield portal_url


def build(folder: Path, guide: str) -> None:
    """The portal as it is published, which names where the guide is."""
    if not DOCUSAURUS.exists():
        pytest.fail("there is no Docusaurus: run `make portal`")
    environment = os.environ | {
        "GUIDE_URL": f"{guide}/",
        "DOCUSAURUS_GENERATED_FILES_DIR_NAME": ".cache/docusaurus",
        "NO_UPDATE_NOTIFIER": "1",
        "CI": "true",
    }
    command = [str(DOCUSAURUS), "build", "--out-dir", str(folder)]
    done = subprocess.run(command, cwd=PORTAL, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout, done.stdout


@pytest.fixture(autouse=True)
def nothing_goes_wrong(page: Page) -> Iterator[None]:
    """No complaint in the console, and nothing that a policy forbids, in the portal or in the frame."""
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield
    # The worker's policy, seen at work (plugin/live_checks/element/seal.js).
    assert [
        line for line in said if not re.search(r"Trusted Types policy .*trusted-types 'none'", line)
    ] == []


def test_a_portal_shows_a_check_in_its_colours_and_again_after_it_was_left(page: Page) -> None:
    page.add_init_script(
        'globalThis.heard = []; addEventListener("qbo-check", ({ detail }) => heard.push(detail));'
    )
    page.goto("/")
    element = page.locator("qbo-check")
    frame = page.frame_locator("qbo-check iframe")
    field = frame.get_by_role("textbox")
    body = frame.locator("body")
    expect(field).to_be_visible(timeout=60_000)
    expect(frame.locator(".qbo-check__title")).to_contain_text("sandbox")
    field.fill(f"{SANDBOX_URI}/")
    expect(element).to_have_attribute("data-verdict", "fail", timeout=60_000)
    assert "redirect-uri.trailing-slash" in page.evaluate("heard.at(-1).codes")

    # The reader's choice of colours is the portal's, and the frame's, and nothing typed is lost by it.
    for theme, scheme in (("dark", "slate"), ("light", "default")):
        while page.locator("html").get_attribute("data-theme-choice") != theme:
            page.get_by_role("button", name=re.compile("Switch between dark and light mode")).click()
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    expect(field).to_have_value(f"{SANDBOX_URI}/")

    # Docusaurus puts the next page in the place of this one, without loading it.
    page.evaluate("globalThis.same = true")
    page.get_by_role("link", name="Elsewhere").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Elsewhere")
    expect(element).to_have_count(0)
    page.go_back()
    expect(field).to_be_visible(timeout=60_000)
    field.fill(SANDBOX_URI)
    expect(element).to_have_attribute("data-verdict", "pass", timeout=60_000)
    assert page.evaluate("globalThis.same")
    assert page.evaluate("heard.at(-1).codes") == ["redirect-uri.exact"]
