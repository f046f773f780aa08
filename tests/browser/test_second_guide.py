"""Another vendor's guide (tests/second_guide) is built by the same package, and its check answers in the same way."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import host
import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "tests" / "second_guide"
OURS = re.compile(r"Intuit|Codat|QuickBooks|redirect-uri|app-urls|client_secret")


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("second") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    done = subprocess.run(
        command,
        cwd=GUIDE,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def base_url(second_site: Path) -> Iterator[str]:
    with host.serving(second_site, host.rules(second_site)) as url:
        yield url


@pytest.mark.slow
def test_its_check_answers_from_its_own_image(page: Page, second_site: Path, asked: list[str]) -> None:
    page.goto("/")
    check = page.locator("qbo-check")
    check.get_by_role("textbox").fill("RR473124828CA")
    check.get_by_role("button", name="Check", exact=True).click()
    expect(check).to_have_attribute("data-verdict", "fail")
    finding = check.locator("[data-code]")
    expect(finding).to_have_attribute("data-code", "parcel-number.digit")
    expect(finding).to_contain_text("The check digit (character 11) is wrong.")
    expect(finding.locator("mark")).to_have_text("8")
    assert [url for url in asked if url.endswith("/python.wasm")]
    assert not [url for url in asked if "/library/" in url or "/stock/" in url]
    finding.locator("summary").click()
    finding.locator("[data-part=explain]").click()
    expect(page.locator('[id="parcel-number.digit"]')).to_be_visible()

    # Whatever is ours stays ours.
    pages = [path for path in second_site.rglob("*") if path.suffix in {".html", ".txt", ".xml"}]
    assert len(pages) >= 3
    for path in pages:
        if path.name != "licences.txt":
            told = path.read_text("utf-8")
            assert not OURS.findall(told), path
