"""What Python does inside Pyodide before image.mjs saves its memory: import the rules, run them, and forget the rest.

``sys.path`` holds the trimmed standard library and the wheel of the rules. The page never sees this file.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import zipimport
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import Any

from qbo_checks import answers, browser, registry

ran: set[CodeType] = set()
"""Every piece of Python that a request needed."""

ODD = ("", "\0", "\ud800", "\u202e", "\u00e9", "\u0430", "\u3000", "\U0001f469", " ", "\n", '"', "%2F", "://", "\x1b[2J")
"""What is put into the middle of each example: Python has other code for each width of character."""


def requests() -> str:
    """Requests as the page makes them, a line each: every example, as it is and damaged, and every document."""
    return "\n".join(json.dumps(request) for request in (*_checks(), *_documents(), *_faults()))


def _checks() -> Iterator[dict[str, Any]]:
    for check in map(registry.load, registry.names()):
        for number, example in enumerate(check.examples):
            lang = "fr", "en"
            yield from ({"check": check.id, "lang": spoken, "fields": {**example.fields}} for spoken in lang)
            for name, value in example.fields.items():
                if not value or next(field for field in check.fields if field.name == name).kind == "choice":
                    continue
                half = min(len(value) // 2, 1000)
                for damaged in (
                    value[:half] + ODD[number % len(ODD)] + value[half:],
                    value[half:],
                    value.swapcase(),
                    f" {value}\n{value}",
                ):
                    fields = {**example.fields, name: damaged}
                    yield {"check": check.id, "lang": lang[number % 2], "fields": fields}


def _documents() -> Iterator[dict[str, Any]]:
    for example in registry.load("questionnaire").examples:
        text = example.fields["answers"]
        for read in (text, text.encode("ascii", "backslashreplace").decode(), text[: len(text) // 2], f"[{text}"):
            yield {"read": read, "lang": "fr"}
        reading = answers.read(text)
        plain = answers.as_document(reading.answers)["answers"]
        for form in answers.FORMS:
            for lang in ("fr", "en"):
                written = {"write": form, "lang": lang, "answers": plain}
                yield written
                yield {"read": json.loads(browser.answer(json.dumps(written)))["text"], "lang": lang}
    for deep in ("[" * 50_000, '{"a":' * 20_000, "a:\n" + "".join(f"{' ' * n}- b:\n" for n in range(1, 400))):
        yield {"read": deep, "lang": "en"}


def _faults() -> Iterator[dict[str, Any]]:
    """What the page itself would have to get wrong. Each ends as an exception."""
    yield {"check": "nothing", "lang": "fr", "fields": {}}
    yield {"check": "keys", "lang": "de", "fields": {"environment": "sandbox"}}
    yield {"write": "docx", "lang": "fr", "answers": {}}


def watch() -> None:
    """From now on, note what runs."""
    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.COVERAGE_ID, "image")

    def began(code: CodeType, _offset: int) -> object:
        ran.add(code)
        return monitoring.DISABLE

    monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.PY_START, began)
    monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.PY_START)


def thin() -> None:
    """Drop what no request needed.

    Of the rules nothing is dropped. A function of the standard library that never ran is replaced by one that
    ends the whole image; image.js then says so, and Pyodide with its whole library answers the same request.
    So a gap costs the reader time, never a right answer.
    """
    monitoring = sys.monitoring
    monitoring.set_events(monitoring.COVERAGE_ID, 0)
    monitoring.free_tool_id(monitoring.COVERAGE_ID)
    for function in [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]:
        ours = function.__module__.startswith(("qbo_checks", __name__)) if function.__module__ else False
        if ours or function.__code__ in ran:
            function.__code__ = _bare(function.__code__)
        else:
            function.__code__ = _lacking(len(function.__code__.co_freevars))
            function.__defaults__ = function.__kwdefaults__ = None
        function.__annotations__ = {}
    for check in map(registry.load, registry.names()):
        # The page knows its own examples: they are in its HTML.
        object.__setattr__(check, "examples", ())
        sys.modules[f"qbo_checks.checks.{check.id.replace('-', '_')}"].EXAMPLES = ()  # type: ignore[attr-defined]
    used = {code.co_filename for code in ran}
    for name, module in list(sys.modules.items()):
        source = getattr(module, "__file__", None)
        if source and not name.startswith(("qbo_checks", "encodings")) and not any(map(source.startswith, used)):
            del sys.modules[name]
    ran.clear()


def _bare(code: CodeType) -> CodeType:
    """The same code without its table of lines: nobody reads a traceback here."""
    constants = tuple(_bare(value) if isinstance(value, CodeType) else value for value in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)


def _lacking(closed_over: int, made: dict[int, CodeType] = {}) -> CodeType:  # noqa: B006 - it is the cache
    """Code that ends the image, for a function that closes over so many names."""
    if closed_over not in made:

        def lacking(*_: object, **__: object) -> None:
            ...()  # type: ignore[operator]

        code = lacking.__code__
        # The ellipsis becomes the function: a name would be looked up among those of the replaced one's module.
        constants = tuple(os.abort if value is ... else value for value in code.co_consts)
        names = tuple(f"_{number}" for number in range(closed_over))
        made[closed_over] = code.replace(co_consts=constants, co_freevars=names, co_linetable=b"")
    return made[closed_over]


def forget() -> Callable[[str], str]:
    """Empty every cache that speaks of the build, and return what the image answers with."""
    sys.path.clear()
    sys.path_hooks.clear()
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()  # noqa: SLF001 # type: ignore[attr-defined]
    for name in [name for name in sys.modules if name in {__name__, "zipimport", "linecache", "tokenize"}]:
        del sys.modules[name]
    sys._clear_internal_caches()  # noqa: SLF001
    gc.collect()
    gc.collect()
    gc.freeze()
    return browser.answer
