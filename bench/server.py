"""Serves what is measured as a host on the web would: nginx, and files compressed beforehand.

The built site is served as it is in production, with the configuration that the build wrote for it. The pages of
the other columns, with the packages of npm that they use, are on a port of their own, for the site's policy would
forbid them: cached for ever, HTML excepted.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from live_checks import compress
from live_checks.tools import installed

ROOT = Path(__file__).parents[1]
NPM = {
    "pyodide": ROOT / "node_modules" / "pyodide",
    "pyscript": ROOT / "node_modules" / "@pyscript" / "core" / "dist",
    "micropython": ROOT / "node_modules" / "@micropython" / "micropython-webassembly-pyscript",
}
RULES = ROOT / "validators" / "qbo_checks"

CONFIGURATION = """\
daemon off;
worker_processes auto;
worker_rlimit_nofile 8192;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{module}
events {{ }}
http {{
  log_format sent escape=json '{{"uri":"$uri","status":$status,"bytes":$bytes_sent}}';
  access_log {folder}/access.log sent;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  sendfile on; tcp_nopush on; keepalive_timeout 600; keepalive_requests 1000000;
  {brotli}
  map $uri $kept {{ default "public, max-age=31536000, immutable"; ~(/|\\.html)$ "no-cache"; }}
  server {{
    listen 127.0.0.1:{ports[0]};
    listen 127.0.0.1:{ports[2]} ssl http2;
    ssl_certificate {folder}/certificate.pem;
    ssl_certificate_key {folder}/key.pem;
    root {root}/site;
    include {ours};
  }}
  server {{
    listen 127.0.0.1:{ports[1]};
    root {root}/others;
    types {{ text/html html; text/javascript js mjs; application/json json; application/wasm wasm; }}
    default_type application/octet-stream;
    charset utf-8;
    gzip_static on;
    add_header Cache-Control $kept;
    add_header Vary Accept-Encoding;
  }}
}}
"""


@dataclass(frozen=True)
class Sent:
    uri: str
    status: int
    bytes: int


@dataclass(frozen=True)
class Host:
    site: str
    secure: str
    """The same site over HTTP/2 and TLS, with a certificate that nobody trusts."""
    others: str
    root: Path
    log: Path

    def path(self, column: str) -> str:
        return "/sandbox/" if column == "ours" else f"/pages/{column}/"

    def url(self, column: str) -> str:
        return (self.site if column == "ours" else self.others) + self.path(column)

    @staticmethod
    def public(uri: str) -> str:
        """The address of what nginx calls by its file: a page is a folder's."""
        return uri.removesuffix("index.html")

    @contextmanager
    def listening(self) -> Iterator[list[Sent]]:
        """What is sent while the block runs, known once it has ended."""
        sent: list[Sent] = []
        before = self.log.stat().st_size
        yield sent
        time.sleep(0.1)  # nginx writes a line once the last byte has left.
        with self.log.open(encoding="utf-8") as lines:
            lines.seek(before)
            sent.extend(Sent(**json.loads(line)) for line in lines)


@contextmanager
def serving(site: Path) -> Iterator[Host]:
    """A host of the built site and of the bench's pages, for as long as the block runs."""
    nginx = installed("nginx")
    if nginx is None:
        raise FileNotFoundError("nginx is missing: run `python -m live_checks.tools nginx`")
    with tempfile.TemporaryDirectory(prefix="qbo-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # Where nginx is started by root, it reads files as somebody else.
        root = assemble(folder / "www", site)
        ports = free_port(), free_port(), free_port()
        certify(folder)
        module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
        configuration = folder / "nginx.conf"
        configuration.write_text(
            CONFIGURATION.format(
                folder=folder,
                root=root,
                ours=site.with_name(f"{site.name}.nginx.conf"),
                ports=ports,
                module=f"load_module {module};" if module.exists() else "",
                # It goes out over https alone on the web, and on loopback: http is enough here.
                brotli="brotli_static on;" if module.exists() else "",
            ),
            "utf-8",
        )
        server = subprocess.Popen(  # noqa: S603 - the server that was found, its own configuration
            [nginx, "-p", name, "-c", str(configuration), "-e", str(folder / "error.log")]
        )
        try:
            urls = [f"http://127.0.0.1:{port}" for port in ports[:2]]
            for url in urls:
                wait_for(url)
            yield Host(urls[0], f"https://127.0.0.1:{ports[2]}", urls[1], root, folder / "access.log")
        finally:
            server.terminate()
            server.wait()


def certify(folder: Path) -> None:
    """A key and a certificate of its own, for as long as the server runs."""
    command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost"
    files = ("-keyout", folder / "key.pem", "-out", folder / "certificate.pem")
    subprocess.run(["openssl", *command.split(), *files], check=True, capture_output=True)  # noqa: S603, S607


def assemble(root: Path, site: Path) -> Path:
    """Put all that is served into two folders, each file beside its compressed forms."""
    shutil.copytree(site, root / "site")
    others = root / "others"
    shutil.copytree(ROOT / "bench" / "pages", others / "pages")
    for name, package in NPM.items():
        shutil.copytree(package, others / "npm" / name, ignore=shutil.ignore_patterns("*.map", "*.d.ts"))
    with zipfile.ZipFile(others / "rules.zip", "w", zipfile.ZIP_DEFLATED) as rules:
        for path in sorted(RULES.rglob("*")):
            if path.suffix in {".py", ".toml"} and not {"__main__.py", "cli"}.intersection(path.parts):
                rules.write(path, path.relative_to(RULES.parent))
    # The site brings its own.
    compress.compress(others, ROOT / ".cache" / "compressed")
    return root


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(url: str) -> None:
    address = urlsplit(url)
    for _ in range(100):
        with suppress(OSError), socket.create_connection((address.hostname, address.port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError(url)
