"""What Python does inside Pyodide before image.mjs saves its memory: import the rules, run them, and forget the rest.

``sys.path`` holds the trimmed standard library and the wheel of the rules. The page never sees this file.
"""

from __future__ import annotations

import gc
import os
import sys
import zipimport
from functools import cache
from types import CodeType, FunctionType

from qbo_checks import registry

THRESHOLD = gc.get_threshold()

ran: set[CodeType] = set()
"""Every piece of Python that a request needed."""


def watch() -> None:
    """From now on, note what runs."""
    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.COVERAGE_ID, "image")

    def began(code: CodeType, _offset: int) -> object:
        ran.add(code)
        return monitoring.DISABLE

    monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.PY_START, began)
    monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.PY_START)


def collect(often: bool) -> None:  # noqa: FBT001 - called from image.mjs, by place
    """Let the collector of garbage run at every turn, or as rarely as it does by itself.

    When it runs depends on what ran before, and so will not be the same in the page as here.
    """
    gc.set_threshold(*((60, 2, 2) if often else THRESHOLD))


def thin() -> None:
    """Drop what no request needed.

    Of the rules nothing is dropped. A function of the standard library that never ran is replaced by one that
    ends the whole image; image.js then says so, and Pyodide with its whole library answers the same request.
    So a gap costs the reader time, never a right answer.
    """
    monitoring = sys.monitoring
    monitoring.set_events(monitoring.COVERAGE_ID, 0)
    monitoring.free_tool_id(monitoring.COVERAGE_ID)
    used = {"encodings"}
    for function in [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]:
        home = function.__module__ or ""
        if function.__code__ in ran or home.startswith(("qbo_checks", __name__)):
            used.add(home)
            function.__code__ = _bare(function.__code__)
        else:
            function.__code__ = _lacking(len(function.__code__.co_freevars))
            function.__defaults__ = function.__kwdefaults__ = None
        function.__annotations__ = {}
    for name, module in list(sys.modules.items()):
        written_in_python = getattr(module, "__file__", None)
        if written_in_python and not any(f"{known}.".startswith(f"{name}.") for known in used):
            del sys.modules[name]
    for check in map(registry.load, registry.names()):
        # The page knows its own examples: they are in its HTML.
        object.__setattr__(check, "examples", ())
        sys.modules[f"qbo_checks.checks.{check.id.replace('-', '_')}"].EXAMPLES = ()  # type: ignore[attr-defined]
    ran.clear()


def _bare(code: CodeType) -> CodeType:
    """The same code without its table of lines: nobody reads a traceback here."""
    constants = tuple(_bare(value) if isinstance(value, CodeType) else value for value in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)


@cache
def _lacking(closed_over: int) -> CodeType:
    """Code that ends the image, for a function that closes over so many names."""

    def lacking(*_: object, **__: object) -> None:
        ...()  # type: ignore[operator]

    # The ellipsis becomes the function: a name would be looked up among those of the replaced one's module.
    constants = tuple(os.abort if value is ... else value for value in lacking.__code__.co_consts)
    names = tuple(f"_{number}" for number in range(closed_over))
    return lacking.__code__.replace(co_consts=constants, co_freevars=names, co_linetable=b"")


def forget() -> None:
    """Empty every cache that speaks of the build."""
    sys.path.clear()
    sys.path_hooks.clear()
    sys.path_importer_cache.clear()
    vars(zipimport)["_zip_directory_cache"].clear()
    for name in [name for name in sys.modules if name in {__name__, "zipimport", "linecache", "tokenize"}]:
        del sys.modules[name]
    sys._clear_internal_caches()  # noqa: SLF001
    gc.collect()
    gc.collect()
    gc.freeze()
