"""What Python does inside Pyodide before image.mjs saves its memory: import the rules, run them, and forget the rest.

``sys.path`` holds the trimmed standard library and the wheel of the rules. The page never sees this file.
"""

from __future__ import annotations

import codecs
import gc
import opcode
import os
import sys
import zipimport
from collections.abc import Iterable
from functools import cache
from types import CodeType, FunctionType, ModuleType

# inspect imports it, for what is never done here; its 140 classes would stay for ever.
sys.modules["ast"] = ModuleType("ast")

from qbo_checks import registry  # noqa: E402
from qbo_checks.model import Rule  # noqa: E402

HEAP_TYPE = 1 << 9
"""Py_TPFLAGS_HEAPTYPE: a class that is not part of CPython itself."""
METHODS = FunctionType, classmethod, staticmethod, property
LATE: set[str] = set()
"""The modules that a rule may import while it examines (pack.py, ``imports``), and what they import."""
UNUSED = {"__repr__", "__setattr__", "__delattr__"}
EXPLAINED = {"sources", "basis", "examples"}
"""What the pages tell of a rule or of an error message; no answer does."""
OF_THE_SOURCE = "__annotations__", "__static_attributes__", "__firstlineno__"
"""What a class knows of its source."""
HAS_DOCSTRING = 1 << 26
"""CO_HAS_DOCSTRING: the first constant of a function is its docstring."""
LOADS = {opcode.opmap["LOAD_CONST"], opcode.opmap["RETURN_CONST"]}
FORBIDDEN = {"breakpoint", "compile", "eval", "exec", "input", "open"}
"""No rule may: with these go Python's compiler, and what reads files."""

ran: set[CodeType] = set()
"""Every piece of Python that a request needed."""


def import_late(names: list[str]) -> None:
    """Import what a rule may import while it examines."""
    before = {*sys.modules}
    for name in names:
        __import__(name)
        if name.startswith("encodings."):
            # From now on CPython knows it, and need not run what looks for it.
            codecs.lookup(name.removeprefix("encodings."))
    LATE.update(names, sys.modules.keys() - before)


def watch() -> None:
    """From now on, note what runs."""
    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.COVERAGE_ID, "image")

    def began(code: CodeType, _offset: int) -> object:
        ran.add(code)
        return monitoring.DISABLE

    monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.PY_START, began)
    monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.PY_START)


def drop_unreached() -> None:
    """Drop what no request can need.

    Of the rules every function stays; of each module of the standard library in which one ran, that one, and those
    whose name stands in one that stays. Any other is replaced by one that ends the whole image; image.js then says so, and Pyodide with its
    whole library answers the same request. So a gap costs the reader time, never a right answer.
    """
    monitoring = sys.monitoring
    monitoring.set_events(monitoring.COVERAGE_ID, 0)
    monitoring.free_tool_id(monitoring.COVERAGE_ID)
    functions = [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]
    kept = {
        function
        for function in functions
        if function.__code__ in ran
        or ((function.__module__ or "").startswith(("qbo_checks", __name__)) and not _generated(function))
    }
    active = {function.__module__ for function in kept} | LATE
    named: set[str] = set()
    while True:
        known, named = named, _names_in(function.__code__ for function in kept)
        if known == named:
            break
        kept.update(
            function for function in functions if function.__module__ in active and function.__name__ in named
        )
    used = {"encodings", *(function.__module__ or "" for function in kept)}
    for function in functions:
        if function in kept:
            function.__code__ = _stripped(function.__code__)
        else:
            function.__code__ = _aborting(len(function.__code__.co_freevars))
            function.__defaults__ = function.__kwdefaults__ = None
        function.__annotations__ = {}
    _drop_unnamed(named)
    for name, module in list(sys.modules.items()):
        written_in_python = getattr(module, "__file__", None)
        needed = any(f"{known}.".startswith(f"{name}.") for known in used)
        if (written_in_python and not needed) or name.startswith("_codecs_"):
            del sys.modules[name]
    _drop_explanations()
    ran.clear()


def _drop_explanations() -> None:
    """Take what no answer holds: the page has examples and explanations in its HTML."""
    for check in map(registry.load, registry.names()):
        object.__setattr__(check, "examples", None)
        package = sys.modules[f"qbo_checks.checks.{check.id.replace('-', '_')}"]
        package.EXAMPLES = package.examples = None  # type: ignore[attr-defined]
        sys.modules.pop(f"{package.__name__}.examples", None)  # A check may be one file.
    family = sys.modules.get("qbo_checks.checks.error_message.family")
    explaining = (Rule, family.Family) if family else (Rule,)
    for thing in gc.get_objects():
        if isinstance(thing, explaining):
            for explained in EXPLAINED:
                if hasattr(thing, explained):
                    object.__setattr__(thing, explained, None)


def _generated(function: FunctionType) -> bool:
    """Whether a data class has it to be printed, or to refuse a change: no rule does either."""
    return function.__code__.co_filename == "<string>" and function.__name__ in UNUSED


def _names_in(codes: Iterable[CodeType]) -> set[str]:
    """Every name that such code could look up, be it in a string."""
    names: set[str] = set()
    codes = [*codes]
    while codes:
        code = codes.pop()
        names.update(code.co_names)
        names.update(value for value in code.co_consts if isinstance(value, str))
        codes.extend(value for value in code.co_consts if isinstance(value, CodeType))
    return names


def _drop_unnamed(named: set[str]) -> None:
    """Take from the modules, and from the standard library's classes, what no code still here could name."""
    for name, module in list(sys.modules.items()):
        if name == "builtins":
            for attribute in vars(module).keys() & FORBIDDEN:
                delattr(module, attribute)
        elif name != "sys" and not name.startswith(("__", __name__)):
            for attribute in [
                held for held in vars(module) if held not in named and not held.startswith("__")
            ]:
                delattr(module, attribute)
    for kind in [thing for thing in gc.get_objects() if isinstance(thing, type)]:
        if kind.__flags__ & HEAP_TYPE and not kind.__module__.startswith("qbo_checks"):
            for attribute, value in list(vars(kind).items()):
                if attribute not in named and not attribute.startswith("__") and isinstance(value, METHODS):
                    type.__delattr__(kind, attribute)


def _stripped(code: CodeType) -> CodeType:
    """The same code as it was before it ran, without its docstring and its table of lines, which nobody reads here.

    What CPython learns from running it is addresses and counters, which hardly compress.
    """
    constants = [_stripped(value) if isinstance(value, CodeType) else value for value in code.co_consts]
    if code.co_flags & HAS_DOCSTRING and not _loads_first(code):
        constants[0] = None
    return code.replace(co_linetable=b"", co_consts=tuple(constants))


def _loads_first(code: CodeType) -> bool:
    """Whether such code uses the text of its docstring as a value too."""
    return any(
        number == 0 and operation in LOADS
        for operation, number in zip(code.co_code[::2], code.co_code[1::2], strict=True)
    )


@cache
def _aborting(closed_over: int) -> CodeType:
    """Code that ends the image, for a function that closes over so many names."""

    def aborting(*_: object, **__: object) -> None:
        ...()  # type: ignore[operator]

    # The ellipsis becomes the function: a name would be looked up among those of the replaced one's module.
    constants = tuple(os.abort if value is ... else value for value in aborting.__code__.co_consts)
    names = tuple(f"_{number}" for number in range(closed_over))
    return aborting.__code__.replace(co_consts=constants, co_freevars=names, co_linetable=b"")


def charsets(_: str) -> str:
    """The addresses, as JSON, of the capsules in which CPython's codecs show each other their tables."""
    modules = [__import__(name) for name in sys.builtin_module_names if name.startswith("_codecs_")]
    return str([
        id(value) for module in modules for name, value in vars(module).items() if name.startswith("__map_")
    ])  # fmt: skip


def drop_docstrings() -> None:
    """Drop every docstring, of CPython's own classes too, and all that code has learnt from running."""
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            thing.__code__ = _stripped(thing.__code__)
            thing.__doc__ = None
        elif isinstance(thing, ModuleType):
            vars(thing)["__doc__"] = None
        elif isinstance(thing, type):
            # The dictionary behind the view of it that everybody gets.
            (names,) = gc.get_referents(vars(thing))
            if isinstance(names.get("__doc__"), str):
                names["__doc__"] = None
            if thing.__flags__ & HEAP_TYPE:
                for name in OF_THE_SOURCE:
                    names.pop(name, None)


def forget() -> None:
    """Empty every cache that speaks of the build."""
    drop_docstrings()
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
