"""What other sites embed: its script, its package, its pages, and who may."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from base64 import b64encode
from pathlib import Path

import pytest
import qbo_checks
from bs4 import BeautifulSoup
from live_checks import embedding, headers, policy
from live_checks.project import BuildError
from live_checks.runtime import pack

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "option",
    ["", "https://docs.example", "https://*.example.com http://127.0.0.1:8000", "http://localhost:3000"],
)
def test_origins_are_taken(option: str) -> None:
    assert embedding.origins(option) == option.split()


@pytest.mark.parametrize(
    "wrong",
    ["*", "https:", "docs.example", "https://docs.example/", "https://docs.example/x", "'self'", "https://*", "https://a.*.example", "https://a.example;", 'https://a.example"', "HTTPS://A.EXAMPLE", "https://a.example,https://b.example"],
)  # fmt: skip
def test_what_is_no_origin_ends_the_build(wrong: str) -> None:
    with pytest.raises(BuildError, match="embed_hosts names"):
        embedding.origins(f"https://docs.example {wrong}")


def test_the_script_is_small_and_its_fixed_copy_is_named_by_what_it_holds(site: Path) -> None:
    folder = site / "embed" / "v1"
    script = (folder / "qbo-check.js").read_bytes()
    assert len(script) <= 3000
    (fixed,) = folder.glob("qbo-check.*.js")
    assert fixed.read_bytes() == script
    assert hashlib.sha256(script).hexdigest().startswith(fixed.name.split(".")[1])
    assert headers.named_by_hash(fixed.name)
    integrity = f"sha384-{b64encode(hashlib.sha384(script).digest()).decode()}"
    for page in ("embed/index.html", "en/embed/index.html"):
        assert integrity in (site / page).read_text("utf-8")
        assert fixed.name in (site / page).read_text("utf-8")


def test_the_element_takes_the_choices_of_the_checks_and_no_other_field() -> None:
    choices = {
        field.name
        for name in qbo_checks.names()
        for field in qbo_checks.load(name).fields
        if field.kind == "choice"
    }
    declared = re.search(r"const PRESETS = (\[.*\]);", embedding.SOURCE.read_text("utf-8"))
    assert declared
    assert {*json.loads(declared[1])} == choices


def test_each_check_has_its_page_in_each_language(site: Path) -> None:
    pages = [*site.glob("embed/v1/*/*/index.html")]
    assert {path.parent.relative_to(site / "embed/v1").as_posix() for path in pages} == {
        f"{lang}/{check}" for lang in ("fr", "en") for check in qbo_checks.names()
    }
    for path in pages:
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        lang, check = path.parts[-3:-1]
        assert page.html
        assert page.html["lang"] == {"fr": "fr-CA", "en": "en"}[lang]
        assert [tag["check"] for tag in page.select("qbo-check")] == [check]
        assert [tag.name for tag in page.select("body > :is(header, nav, footer, aside)")] == []
        assert "data-labels" not in page.attrs
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len({*ids})
        # Each link and each file is there, and no link stays in the frame.
        assert page.select_one("base")["target"] == "_blank"  # type: ignore[index]
        for tag in page.select("a[href], link[href], script[src]"):
            address = str(tag.get("href") or tag.get("src")).partition("#")[0]
            there = (path.parent / address).resolve()
            assert (there / "index.html" if address.endswith("/") else there).is_file(), (path, address)
        (meta,) = page.select('meta[http-equiv="Content-Security-Policy"]')
        assert "'unsafe" not in str(meta["content"])
        assert "require-trusted-types-for 'script'" in str(meta["content"])


def test_only_those_pages_may_be_framed_and_only_by_whom_the_build_names(site: Path, tmp_path: Path) -> None:
    page, embedded, *_ = headers.rules(site)
    assert embedded.path == "/embed/v1/*"
    assert page.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert embedded.headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    framed = tmp_path / "embed" / "v1" / "fr" / "keys" / "index.html"
    framed.parent.mkdir(parents=True)
    framed.write_text(
        '<meta charset="utf-8"><body data-hosts="https://a.example https://*.b.example">', "utf-8"
    )
    page, embedded, *_ = headers.rules(tmp_path)
    assert page.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert embedded.headers["Content-Security-Policy"].endswith(
        "frame-ancestors 'self' https://a.example https://*.b.example"
    )


def test_hosts_that_join_headers_forget_the_general_one_first(site: Path) -> None:
    _, _, rest = (site / "_headers").read_text("utf-8").partition("\n/embed/v1/*\n")
    lines = rest.partition("\n/")[0].splitlines()
    for name in ("Content-Security-Policy", "Cross-Origin-Resource-Policy"):
        taken, given = (
            next(at for at, line in enumerate(lines) if line.startswith(start))
            for start in (f"  ! {name}", f"  {name}: ")
        )
        assert taken < given


def test_a_page_that_shows_a_frame_of_its_own_site_may() -> None:
    plain = '<!doctype html><head><meta charset="utf-8"></head><body>{}</body>'
    needed = policy.policy_of(policy.Reader(plain.format("<qbo-check data-embedded></qbo-check>")))
    assert needed["frame-src"] == ("'self'",)


def test_the_package_holds_what_it_says_loads_on_a_server_and_has_types_that_hold(tmp_path: Path) -> None:
    source = shutil.copytree(embedding.SOURCE.parent, tmp_path / "plugin" / "live_checks" / "embed")
    shutil.copyfile(ROOT / "LICENSE", tmp_path / "LICENSE")
    npm = str(Path(pack.node()).with_name("npm"))
    packed = json.loads(
        subprocess.run([npm, "pack", "--json", "--pack-destination", tmp_path], cwd=source, capture_output=True, check=True, text=True).stdout
    )  # fmt: skip
    assert {file["path"] for file in packed[0]["files"]} == {
        *("package.json", "README.md", "LICENSE", "qbo-check.js", "qbo-check.d.ts")
    }
    installed = tmp_path / "node_modules" / "qbo-check-embed"
    installed.parent.mkdir()
    shutil.unpack_archive(tmp_path / packed[0]["filename"], tmp_path / "unpacked", "gztar", filter="data")
    shutil.move(tmp_path / "unpacked" / "package", installed)
    (tmp_path / "server.mjs").write_text(
        'import { define } from "qbo-check-embed"; define("https://guide.example/"); console.log(Object.keys(globalThis).filter((name) => /qbo/i.test(name)).length);',
        "utf-8",
    )
    assert (
        subprocess.run([pack.node(), "server.mjs"], cwd=tmp_path, capture_output=True, check=True).stdout
        == b"0\n"
    )
    (tmp_path / "host.ts").write_text(
        'import { define } from "qbo-check-embed";\n'
        'define("https://guide.example/");\n'
        'document.querySelector("qbo-check")?.addEventListener("qbo-check", ({ detail }) => {\n'
        '  const codes: string[] = detail.codes;\n  const failed: boolean = detail.verdict === "fail";\n'
        "  // @ts-expect-error No value is ever told.\n  detail.value;\n  console.log(codes, failed);\n});\n",
        "utf-8",
    )
    subprocess.run(
        [str(ROOT / "node_modules" / ".bin" / "tsc"), "--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2023", "--lib", "es2023,dom,dom.iterable", "--types", "", "host.ts"],
        cwd=tmp_path, check=True,
    )  # fmt: skip
