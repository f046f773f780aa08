"""A real nginx and a real Caddy, at the root and below a path: what is promised comes out, and nothing else."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
import servers
from live_checks import compress, headers

Answer = tuple[http.client.HTTPResponse, bytes]


class Server(NamedTuple):
    name: str
    path: str
    """Below which the guide is: nothing at the root."""
    port: int

    def ask(self, url: str, method: str = "GET", **headers: str) -> Answer:
        """What it answers to an address below its path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            # As it is: no client tidies it up.
            connection.putrequest(method, self.path + url, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


# The second path has what the guide's own begin with, and what means something in an expression.
SERVERS = [("nginx", ""), ("nginx", "/assets/q.bo"), ("caddy", ""), ("caddy", "/assets/q.bo")]


@pytest.fixture(scope="module", params=SERVERS, ids=lambda server: "".join(server) or "root")
def server(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    name, path = request.param
    folder = tmp_path_factory.mktemp(name)
    # What is no page of the site, but may lie about on a server.
    root = folder / "root"
    guide = root / path[1:]
    shutil.copytree(site, guide)
    for stray in (".env", ".git/config", "setup/.hidden", ".well-known/acme-challenge/token"):
        (guide / stray).parent.mkdir(parents=True, exist_ok=True)
        (guide / stray).write_text("there", "utf-8")
    (folder / "above").write_text("above", "utf-8")
    with servers.serving(name, root, path, site, folder) as port:
        yield Server(name, path, port)


def every(site: Path) -> list[str]:
    return [
        f"/{path.relative_to(site).as_posix()}".removesuffix("index.html")
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.name.startswith("_") and path.suffix not in compress.ENCODINGS
    ]


def file(site: Path, url: str) -> Path:
    return site / url[1:] / "index.html" if url.endswith("/") else site / url[1:]


def test_every_file_comes_with_its_headers_its_type_and_its_bytes(server: Server, site: Path) -> None:
    embedded = headers.rules(site)[1].headers
    for url in every(site):
        answer, body = server.ask(url)
        assert (answer.status, body) == (200, file(site, url).read_bytes()), url
        assert answer.headers["Content-Encoding"] is None
        kind = answer.headers["Content-Type"]
        assert kind.partition(";")[0] == headers.TYPES[file(site, url).suffix[1:]], url
        assert "charset" in kind or not kind.startswith("text/"), url
        asset = re.match(f"{headers.ASSETS}|{headers.SEARCH}", url)
        for name, value in headers.EVERYWHERE.items():
            told = embedded.get(name, value) if url.startswith(headers.EMBEDDED) else value
            unsaid = asset and name in headers.OF_PAGES
            assert answer.headers.get_all(name) == (None if unsaid else [told]), url
        (policy,) = answer.headers.get_all("Content-Security-Policy", [])
        if asset:
            assert policy == headers.ASSETS_POLICY
        else:
            framed = url.startswith(headers.EMBEDDED)
            assert f"frame-ancestors '{'self' if framed else 'none'}'" in policy
            assert answer.headers["Access-Control-Allow-Origin"] == ("*" if framed else None)
            assert "default-src 'none'; script-src 'self'" in policy
            assert "unsafe-inline" not in policy
            assert "'unsafe-eval'" not in policy
        (cached,) = answer.headers.get_all("Cache-Control", [])
        assert cached == (
            headers.IMMUTABLE
            if any(part for part in map(headers.named_by_hash, url.split("/")))
            else "no-cache"
        ), url
        if file(site, url).suffix == ".html":
            assert cached == "no-cache"
        # Which server it is in which version is nobody's business.
        assert answer.headers["Server"] in {None, "nginx"}


def test_what_servers_include_is_the_same_when_it_is_written_anew(site: Path) -> None:
    """`make hosts` reads the built pages, which have their policies by then."""
    table = headers.rules(site)
    for ending, text in (
        ("nginx.conf", headers.nginx(table, f"{site.name}.nginx.conf")),
        ("Caddyfile", headers.caddy(table, f"{site.name}.Caddyfile")),
        ("cloudfront.json", json.dumps(headers.cloudfront(table), indent=1) + "\n"),
        ("r2.js", headers.worker(table)),
    ):
        assert site.with_name(f"{site.name}.{ending}").read_text("utf-8") == text


DECOMPRESS = {"br": brotli.decompress, "gzip": gzip.decompress}


def test_what_is_compressed_comes_as_the_build_left_it(server: Server, site: Path) -> None:
    packed = 0
    for url in every(site):
        whole = file(site, url)
        for accepted, ending in (("gzip, deflate, br, zstd", ".br"), ("gzip", ".gz")):
            if accepted != "gzip" and server.name == "nginx" and not servers.BROTLI.exists():
                continue
            answer, body = server.ask(url, Accept_Encoding=accepted)
            form = whole.with_name(whole.name + ending)
            encoding = {".br": "br", ".gz": "gzip"}[ending] if form.exists() else None
            assert answer.headers["Content-Encoding"] == encoding, url
            assert body == (form if form.exists() else whole).read_bytes(), url
            if encoding:
                packed += 1
                assert DECOMPRESS[encoding](body) == whole.read_bytes()
                assert answer.headers.get_all("Vary") == ["Accept-Encoding"], url
                assert answer.headers["Content-Type"].partition(";")[0] == headers.TYPES[whole.suffix[1:]], (
                    url
                )
    assert packed > 100


def test_what_did_not_change_is_not_sent_again(server: Server) -> None:
    first, _ = server.ask("/sandbox/", Accept_Encoding="br")
    again, body = server.ask("/sandbox/", Accept_Encoding="br", If_None_Match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")


@pytest.mark.parametrize(
    "url",
    [
        *("/.env", "/.git/config", "/.git/", "/setup/.hidden", "/%2eenv", "/%2Egit/config", "/./.env"),
        *("/_headers", "/_redirects", "/site.nginx.conf", "/mkdocs.yml"),
        *("/assets/", "/assets", "/assets/qbo-check/", "/assets/guide/", "/search/", "/fr-ca/", "/en/search/"),
        *("/assets/javascripts/bundle.js.map", "/assets/qbo-check/protocol.d.ts", "/index.html~"),
        *("/index.html.gz", "/setup/index.html.br", "/en/index.html%2ebr"),
        *("/no/such/page/", "/assets/qbo-check/0123456789abcdef/worker.js", "/assets/0123456789abcdef.js"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_not_there(server: Server, site: Path, url: str) -> None:
    answer, body = server.ask(url)
    if answer.status in {301, 308}:
        answer, body = server.ask(answer.headers["Location"].removeprefix(server.path))
    assert answer.status == 404
    assert body in {(site / "404.html").read_bytes(), (site / "en" / "404.html").read_bytes()}
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-cache"
    assert b"there" != body != b"above"


@pytest.mark.parametrize("url", ["/../above", "/../../../above", "/..%2fabove", "/%2e%2e/above", "/assets/../../above", "/assets/../../../../above", "/assets..%2f..%2fabove", "/..\\above"])  # fmt: skip
def test_nothing_above_its_folder_is_sent(server: Server, url: str) -> None:
    answer, body = server.ask(url)
    assert body != b"above"
    # nginx will not even look above its root; what is above the guide's path is no business of the guide's.
    assert answer.status in {400, 404} or (not body and server.path)


def test_certificates_can_be_renewed(server: Server) -> None:
    assert server.ask("/.well-known/acme-challenge/token")[1] == b"there"


@pytest.mark.parametrize(("url", "told"), [("/none", "404.html"), ("/en/none", "en/404.html"), ("/en/none/x/", "en/404.html")])  # fmt: skip
@pytest.mark.parametrize("accepted", ["", "gzip"])
def test_what_is_not_there_is_told_in_the_language_asked_for(
    server: Server, site: Path, url: str, told: str, accepted: str
) -> None:
    answer, body = server.ask(url, Accept_Encoding=accepted)
    if accepted:
        body = gzip.decompress(body)
    assert (answer.status, body) == (404, (site / told).read_bytes())


def test_a_folder_without_its_slash_leads_to_it(server: Server) -> None:
    for url in ("/setup", "/en/codes/keys", *([""] if server.path else [])):
        answer, _ = server.ask(url)
        assert answer.status in {301, 302, 308}
        assert answer.headers["Location"] == f"{server.path}{url}/"
    assert server.ask("/en/setup")[0].headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "url",
    [
        *("//evil.example", "//evil.example/", "//evil.example/..", "//evil.example/%2e%2e", "/\\evil.example", "/%5cevil.example"),
        *("/%2f%2fevil.example", "/%2f/evil.example/..", "//evil.example/setup", "///setup", "//setup", "/setup?https://evil.example"),
        *("/setup%0d%0aX-Evil:1", "/http://evil.example", "/https:evil.example/", "/setup//", "/en//setup", "/.//evil.example"),
    ],
)  # fmt: skip
def test_no_answer_leads_elsewhere(server: Server, url: str) -> None:
    answer, _ = server.ask(url, Host="evil.example")
    leads = answer.headers.get("Location", "/")
    assert leads.startswith("/")
    assert not leads.startswith(("//", "/\\"))
    assert "X-Evil" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_can_be_sent_to_it(server: Server, method: str) -> None:
    assert server.ask("/setup/", method)[0].status in {405, 501}
