"""A real nginx and a real Caddy with what the build writes for them, on a port of 127.0.0.1, at any path."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from live_checks import headers
from live_checks.tools import installed

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

NGINX = """\
{user}
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
{module}
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder};
  proxy_temp_path {folder};
  fastcgi_temp_path {folder};
  uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  server {{
    listen 127.0.0.1:{port};
    root {root};
    {brotli}
    include {configuration};
  }}
}}
"""

CADDY = """\
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	bind 127.0.0.1
	{bare}
	handle_path {path}/* {{
		root * {root}{path}
		import {configuration}
	}}
}}
"""


@contextmanager
def serving(server: str, root: Path, path: str, site: Path, folder: Path) -> Iterator[int]:
    """The port of 127.0.0.1 on which ``root`` is served, whose folder ``path`` is the site or a copy of it.

    ``folder`` is for what the server writes.
    """
    program = installed(server)
    if program is None:
        pytest.fail(f"no {server} here: `make test` says what to install")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    written = folder / f"{server}.conf"
    included = folder / "included.conf"
    if server == "nginx":
        included.write_text(headers.nginx(headers.rules(site), str(included), path), "utf-8")
        configuration = NGINX.format(
            # Pytest's folders are for nobody else.
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            port=port,
            root=root,
            module=f"load_module {BROTLI};" if BROTLI.exists() else "",
            brotli="brotli_static on;" if BROTLI.exists() else "",
            configuration=included,
        )
        command = [program, "-c", str(written), "-p", str(folder), "-e", str(folder / "error.log")]
    else:
        included.write_text(headers.caddy(headers.rules(site), str(included)), "utf-8")
        bare = f"redir {path} {path}/" if path else ""
        configuration = CADDY.format(port=port, root=root, path=path, bare=bare, configuration=included)
        command = [program, "run", "--config", str(written), "--adapter", "caddyfile"]
    written.write_text(configuration, "utf-8")
    surroundings = os.environ | {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(command, env=surroundings, stdout=said, stderr=said)
    try:
        for _ in range(200):
            if process.poll() is not None:
                pytest.fail((folder / "said").read_text())
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()
