"""A real nginx with the configuration that the build writes beside the site."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from machine import installed

SERVER = """\
{user}
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
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
    include {configuration};
  }}
}}
"""


@contextmanager
def serving(root: Path, configuration: Path, folder: Path) -> Iterator[int]:
    """The port of 127.0.0.1 on which ``root`` is served; ``folder`` is for what nginx writes."""
    program = installed("nginx")
    if program is None:
        pytest.fail("no nginx here: `make test` says what to install")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    written = folder / "nginx.conf"
    written.write_text(
        SERVER.format(
            # Pytest's folders are for nobody else.
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            port=port,
            root=root,
            configuration=configuration,
        ),
        "utf-8",
    )
    process = subprocess.Popen([program, "-c", written, "-p", folder, "-e", folder / "error.log"])
    try:
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()
