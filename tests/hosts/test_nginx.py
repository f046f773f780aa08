"""A real nginx with the configuration that the build writes: what is promised comes out, and nothing else."""

from __future__ import annotations

import http.client
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hosts
import nginx
import pytest

Ask = Callable[..., tuple[http.client.HTTPResponse, bytes]]


@pytest.fixture(scope="module")
def ask(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("nginx")
    # What is no page of the site, but may lie about on a server.
    root = folder / "root"
    shutil.copytree(site, root)
    for name in (".env", ".git/config", "setup/.hidden", ".well-known/acme-challenge/token"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("there", "utf-8")
    (folder / "above").write_text("above", "utf-8")
    configuration = site.with_name(f"{site.name}.nginx.conf")
    with nginx.serving(root, configuration, folder) as port:

        def ask(path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            try:
                # As it is: no client tidies it up.
                connection.putrequest(method, path, skip_accept_encoding=True)
                for name, value in headers.items():
                    connection.putheader(name.replace("_", "-"), value)
                connection.endheaders()
                answer = connection.getresponse()
                return answer, answer.read()
            finally:
                connection.close()

        yield ask


@pytest.fixture(scope="module")
def rules(site: Path) -> list[hosts.Rule]:
    return hosts.rules(site)


def every(site: Path) -> list[str]:
    return [
        f"/{path.relative_to(site).as_posix()}".removesuffix("index.html")
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.name.startswith("_")
    ]


def test_every_file_comes_with_its_headers_its_type_and_its_bytes(ask: Ask, site: Path) -> None:
    for path in every(site):
        answer, body = ask(path)
        file = site / path[1:] / "index.html" if path.endswith("/") else site / path[1:]
        assert (answer.status, body) == (200, file.read_bytes()), path
        kind = answer.headers["Content-Type"]
        assert kind.partition(";")[0] == hosts.TYPES[file.suffix[1:]], path
        assert "charset" in kind or not kind.startswith("text/"), path
        for name, value in hosts.EVERYWHERE.items():
            asset = path.startswith(hosts.ASSETS) and name in hosts.OF_PAGES
            assert answer.headers.get_all(name) == (None if asset else [value]), path
        (policy,) = answer.headers.get_all("Content-Security-Policy", [])
        if path.startswith(hosts.ASSETS):
            assert policy == hosts.ASSETS_POLICY
        else:
            assert "frame-ancestors 'none'" in policy
            assert "unsafe-inline" not in policy
            assert "'unsafe-eval'" not in policy
        (cached,) = answer.headers.get_all("Cache-Control", [])
        assert cached == (
            hosts.IMMUTABLE if any(part for part in map(hosts.named_by_hash, path.split("/"))) else "no-cache"
        ), path
        if file.suffix == ".html":
            assert cached == "no-cache"
        assert "nginx/" not in answer.headers["Server"]  # Which version is nobody's business.


def test_what_is_worth_packing_is_packed(ask: Ask, site: Path) -> None:
    for path in every(site):
        if path.rpartition(".")[2] in hosts.WORTH_PACKING and (site / path[1:]).stat().st_size > 100:
            assert ask(path, Accept_Encoding="gzip")[0].headers["Content-Encoding"] == "gzip", path


@pytest.mark.parametrize(
    "path",
    [
        *("/.env", "/.git/config", "/.git/", "/setup/.hidden", "/%2eenv", "/%2Egit/config", "/./.env"),
        *("/../above", "/..%2fabove", "/%2e%2e/above", "/assets/../../above", "/assets..%2f..%2fabove", "/..\\above"),
        *("/_headers", "/_redirects", "/site.nginx.conf", "/mkdocs.yml"),
        *("/assets/", "/assets", "/assets/qbo-check/", "/assets/guide/", "/search/", "/fr-ca/", "/en/search/"),
        *("/assets/javascripts/bundle.js.map", "/assets/qbo-check/protocol.d.ts", "/index.html~", "/index.html.gz"),
        *("/no/such/page/", "/assets/qbo-check/0123456789abcdef/worker.js", "/assets/0123456789abcdef.js"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_not_there(ask: Ask, site: Path, path: str) -> None:
    answer, body = ask(path)
    if answer.status == 400:  # nginx will not even look above its root.
        assert ".." in path or "%2e%2e" in path
        return
    if answer.status == 301:
        answer, body = ask(answer.headers["Location"])
    assert answer.status == 404
    assert body in {(site / "404.html").read_bytes(), (site / "en" / "404.html").read_bytes()}
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-cache"
    assert b"there" != body != b"above"


def test_certificates_can_be_renewed(ask: Ask) -> None:
    assert ask("/.well-known/acme-challenge/token")[1] == b"there"


@pytest.mark.parametrize(("path", "page"), [("/none", "404.html"), ("/en/none", "en/404.html"), ("/en/none/x/", "en/404.html")])  # fmt: skip
def test_what_is_not_there_is_told_in_the_language_asked_for(
    ask: Ask, site: Path, path: str, page: str
) -> None:
    answer, body = ask(path)
    assert (answer.status, body) == (404, (site / page).read_bytes())


@pytest.mark.parametrize(
    "path",
    [
        *("//evil.example", "//evil.example/", "//evil.example/..", "//evil.example/%2e%2e", "/\\evil.example", "/%5cevil.example"),
        *("/%2f%2fevil.example", "/%2f/evil.example/..", "//evil.example/setup", "///setup", "//setup", "/setup?https://evil.example"),
        *("/setup%0d%0aX-Evil:1", "/http://evil.example", "/https:evil.example/", "/setup//", "/en//setup", "/.//evil.example"),
    ],
)  # fmt: skip
def test_no_answer_leads_elsewhere(ask: Ask, path: str) -> None:
    answer, _ = ask(path, Host="evil.example")
    leads = answer.headers.get("Location", "/")
    assert leads.startswith("/")
    assert not leads.startswith(("//", "/\\"))
    assert "X-Evil" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_can_be_sent_to_it(ask: Ask, method: str) -> None:
    assert ask("/setup/", method)[0].status in {405, 501}
