"""Takes the place of the rules in the worker: Python that tries to reach a server by every route it could have.

Pyodide's own ways, the standard library's, and JavaScript's, which Pyodide hands to Python. It runs in the page
alone; test_worker.py puts it into the wheel that the page is given. A module that the trimmed library lacks is no
way out: each is imported where it is tried.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import js
from pyodide.code import run_js
from pyodide.ffi import create_proxy, to_js

TIMEOUT_SECONDS = 2


async def opened(connection: Any, success: str) -> None:
    """Wait until a connection of JavaScript's has reached somebody; raise where it could not."""
    ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def end(event: Any) -> None:
        if not ended.done():
            ended.set_result(event.type)

    for event in (success, "error"):
        connection.addEventListener(event, create_proxy(end))
    if await ended == "error":
        raise OSError("refused")


async def fetch(url: str) -> None:
    await js.fetch(url)


async def xhr(url: str) -> None:
    request = js.XMLHttpRequest.new()
    request.open("POST", url, False)  # noqa: FBT003 - JavaScript's own order of arguments
    request.send("x")


async def websocket(url: str) -> None:
    await opened(js.WebSocket.new(url.replace("http", "ws", 1)), "open")


async def eventsource(url: str) -> None:
    await opened(js.EventSource.new(url), "open")


async def beacon(url: str) -> None:
    js.navigator.sendBeacon(url, "x")


async def import_scripts(url: str) -> None:
    js.importScripts(url)


async def import_module(url: str) -> None:
    await run_js(f"import({json.dumps(url)})")


async def worker(url: str) -> None:
    """A worker of the worker's own: no policy tells its script from one of ours, whatever the address adds."""
    await opened(js.Worker.new(url, type="module"), "message")


async def worker_of_text(url: str) -> None:
    script = f"await import({json.dumps(url)}); postMessage('open')"
    blob = js.Blob.new(to_js([script]), type="text/javascript")
    await opened(js.Worker.new(js.URL.createObjectURL(blob), type="module"), "message")


async def service_worker(url: str) -> None:
    await js.navigator.serviceWorker.register(url)


async def cache(url: str) -> None:
    await (await js.caches.open("try")).add(url)


async def pyfetch(url: str) -> None:
    from pyodide.http import pyfetch

    await pyfetch(url)


async def open_url(url: str) -> None:
    from pyodide.http import open_url

    open_url(url)


async def urllib(url: str) -> None:
    from urllib.request import urlopen

    urlopen(url, timeout=TIMEOUT_SECONDS)


async def socket(url: str) -> None:
    from socket import create_connection

    host, port = url.split("/")[2].split(":")
    with create_connection((host, int(port)), TIMEOUT_SECONDS) as connection:
        connection.sendall(b"GET /try/socket HTTP/1.0\r\n\r\n")
        if not connection.recv(1):
            raise OSError("nobody there")


ROUTES: dict[str, Callable[[str], Awaitable[None]]] = {
    "js.fetch": fetch,
    "js.XMLHttpRequest": xhr,
    "js.WebSocket": websocket,
    "js.EventSource": eventsource,
    "js.navigator.sendBeacon": beacon,
    "js.importScripts": import_scripts,
    "js.Worker": worker,
    "js.Worker of a text": worker_of_text,
    "js.navigator.serviceWorker": service_worker,
    "js.caches": cache,
    "import()": import_module,
    "pyodide.http.pyfetch": pyfetch,
    "pyodide.http.open_url": open_url,
    "urllib": urllib,
    "socket": socket,
}

outcomes: dict[str, str] = {}
"""What came of each address, once all is known: ``open``, or the exception."""

running: set[asyncio.Future[None]] = set()
"""Held, for what nobody holds may be collected before it has ended."""


async def attempt(route: str, url: str) -> str:
    try:
        await asyncio.wait_for(ROUTES[route](url), TIMEOUT_SECONDS)
    except BaseException as error:  # noqa: BLE001 - each is an answer
        return f"{type(error).__name__}: {error}"
    return "open"


async def try_all(origins: list[str]) -> None:
    tries = [(route, f"{origin}/try/{route}") for route in ROUTES for origin in origins]
    ended = await asyncio.gather(*(attempt(route, url) for route, url in tries))
    outcomes.update({url: outcome for (_, url), outcome in zip(tries, ended, strict=True)})


def answer(request: str) -> str:
    """Begin, where origins are told; and tell what came of it, once it is known."""
    if origins := json.loads(request).get("origins"):
        running.add(asyncio.ensure_future(try_all(origins)))
    return json.dumps(outcomes)
