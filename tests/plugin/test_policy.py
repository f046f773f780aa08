"""The policy of a page and the rules of its hosts, computed from files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from live_checks import headers, policy

PAGE = '<!doctype html><head><meta charset="utf-8">{}</head><body>{}</body>'


def parsed(html: str) -> policy.Policy:
    return policy.policy_of(policy.Reader(html))


def test_nothing_inline_runs_without_its_hash() -> None:
    script = 'var a = "é" && 1 < 2 // </b> &amp;\n'
    scripts = parsed(PAGE.format(f"<script>{script}</script>", '<script type="module">b</script>'))[
        "script-src"
    ]
    # As any other program computes it.
    digest = subprocess.run(
        "openssl dgst -sha256 -binary | base64", shell=True, input=script.encode(), capture_output=True, check=True
    ).stdout.decode().strip()  # fmt: skip
    assert f"'sha256-{digest}'" in scripts
    assert len(scripts) == 3
    assert scripts[0] == "'self'"


def test_a_style_sheet_in_a_page_holds_by_its_hash() -> None:
    plain = parsed(PAGE)
    styled = parsed(PAGE.format("<style>p > a { }</style>", ""))
    assert styled == plain | {"style-src": ("'self'", policy.hashed("p > a { }"))}


def test_data_needs_no_hash() -> None:
    assert parsed(PAGE.format('<script type="application/ld+json">{}</script>', "")) == parsed(PAGE)


def test_only_a_page_with_a_check_may_run_webassembly_and_only_one_with_a_player_may_frame_it() -> None:
    assert "frame-src" not in parsed(PAGE)
    assert "'wasm-unsafe-eval'" not in parsed(PAGE)["script-src"]
    checks = parsed(
        PAGE.format("", '<script src="../assets/qbo-check/x/qbo-check.js" type="module"></script>')
    )
    assert "'wasm-unsafe-eval'" in checks["script-src"]
    assert checks["worker-src"] == ("'self'", "blob:")
    assert "frame-src" not in checks  # A blank frame comes from nowhere.
    plays = parsed(PAGE.format("", '<a data-player="https://player.example/embed/x?y" href="#">'))
    assert plays["frame-src"] == ("https://player.example",)


@pytest.mark.parametrize("wrong", ['<p style="color:red">', '<p onclick="x()">', "<svg ONLOAD=x>"])
def test_what_no_policy_of_ours_lets_through_ends_the_build(wrong: str) -> None:
    with pytest.raises(ValueError, match="belong in a file of their own: <"):
        policy.with_policy(PAGE.format("", wrong))


def test_the_policy_stands_before_what_it_governs_and_is_put_in_once() -> None:
    once = policy.with_policy(PAGE.format("<script>a</script>", ""))
    assert once.index("Content-Security-Policy") < once.index("<script>")
    assert "trusted-types default" in once
    assert policy.with_policy(once) == once
    with pytest.raises(ValueError, match="to put the policy after"):
        policy.with_policy("<p>no head</p>")


def test_only_a_name_made_of_a_hash_is_kept_for_good(tmp_path: Path) -> None:
    for name in (
        "a.0123abcd.min.js",
        "a.js",
        "fonts/a.woff2",
        "x/0123456789abcdef/worker.js",
        "deadline.css",
    ):
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    assert list(headers.hashed(tmp_path)) == ["/assets/a.0123abcd.min.js", "/assets/x/0123456789abcdef/*"]


def test_the_built_site_says_no_more_than_it_needs(site: Path) -> None:
    """No page allows anything by a name that is broader than one host or one hash."""
    pages = [path for path in site.rglob("*.html") if "assets" not in path.relative_to(site).parts]
    assert pages
    for path in pages:
        html = path.read_text("utf-8")
        # The page as it was before the policy was put in has the policy that it was given.
        head, _, rest = html.partition('<meta http-equiv="Content-Security-Policy" content="')
        told, _, rest = rest.partition('"><meta name="referrer" content="no-referrer">')
        needed = parsed(head + rest)
        assert told == policy.serialized(needed | policy.DOCUMENT), path
        assert not {"*", "https:", "http:", "'unsafe-inline'", "'unsafe-eval'"} & {
            source for sources in needed.values() for source in sources
        }
        assert [source for source in needed.get("frame-src", ()) if source != "'self'"] == (
            ["https://www.youtube-nocookie.com"] if path.parent.name == "setup" else []
        )


def test_what_no_reader_needs_is_not_published(site: Path) -> None:
    names = {
        path.relative_to(site).as_posix().removesuffix(".br").removesuffix(".gz")
        for path in site.rglob("*")
        if path.is_file()
    }
    assert [name for name in names if headers.is_never_read(name)] == []
    assert sorted(name for name in names if "/lunr/" in name) == [
        "assets/javascripts/lunr/min/lunr.folded.min.js",
        "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
    ]
    for path in (*site.rglob("*.js"), *site.rglob("*.css")):
        assert b"sourceMappingURL=" not in path.read_bytes() or "pyodide" in path.name, path
    # Cloudflare Pages reads no more rules than these, and no longer lines.
    table = (site / "_headers").read_text("utf-8")
    assert len(headers.rules(site)) < 100
    assert max(map(len, table.splitlines())) < 2000
