"""Names of hosts as browsers send them: Unicode's mapping (UTS 46, non-transitional), and ``xn--`` (RFC 3492).

The mapping is made of Unicode's own properties, which Python carries, and of the few exceptions below. The
codec ``idna`` of the standard library is IDNA's edition of 2003, under which ``faß`` and ``fass`` are one name.
"""

from __future__ import annotations

import unicodedata

MAX_HOST_CHARS = 253
"""The longest name that DNS knows (RFC 1035). Nothing longer is mapped."""

PREFIX = "xn--"

_IGNORED = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200b\u3164\ufeff\uffa0") | {
    chr(point)
    for first, last in (
        (0x180B, 0x180F),
        (0x2060, 0x2064),
        (0x206A, 0x206F),
        (0xFE00, 0xFE0F),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0100, 0xE01EF),
    )
    for point in range(first, last + 1)
}
"""What shows nothing, and counts for nothing."""

_KEPT = frozenset("ßς\u200c\u200d")
"""Deviation characters: other than case folding, the non-transitional mapping leaves them as they are."""

_STOPS = frozenset("\u3002\uff0e\uff61")
"""The full stops that separate labels as a dot does; other characters that hold a dot are refused."""

_REFUSED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
_NEVER = "\ufffd"
_SIGNS = frozenset("\u31ef\ufffc\ufffd") | {chr(point) for point in range(0x2FF0, 0x3000)}
"""Signs that no name may hold: those that describe an ideograph, and those that stand for an object."""

_JOINERS = "\u200c\u200d"
_VIRAMA = 9


def to_ascii(name: str) -> str | None:
    """The name as a browser sends it, or None where a browser refuses it as a name (UTS 46, section 4)."""
    if name.isascii() and PREFIX not in name.lower():
        return name.lower()
    if len(name) > MAX_HOST_CHARS:
        return None
    mapped = _mapped(name)
    if mapped is None:
        return None
    labels = [_read(label) for label in mapped.split(".")]
    shown = [label for label in labels if label is not None]
    if len(shown) < len(labels):
        return None
    if any(
        unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for label in shown for char in label
    ) and not all(map(_reads_one_way, filter(None, shown))):
        return None
    return ".".join(label if label.isascii() else _encoded(label) for label in shown)


def to_unicode(name: str) -> str:
    """A name as it is displayed: its ``xn--`` labels, where they can be read, as the letters they stand for."""
    if len(name) > MAX_HOST_CHARS or PREFIX not in name:
        return name
    return ".".join(_decoded(label) or label for label in name.split("."))


def _encoded(label: str) -> str:
    return PREFIX + label.encode("punycode").decode()


def _decoded(label: str) -> str | None:
    """What an ``xn--`` label stands for; None for another label, or one that stands for nothing."""
    if not label.startswith(PREFIX) or not label.isascii():
        return None
    try:
        return label.removeprefix(PREFIX).encode().decode("punycode")
    except (UnicodeError, OverflowError, ValueError):
        return None


def _mapped(name: str) -> str | None:
    """Each character as UTS 46 maps it, in one normal form; None where one may not be in a name at all."""
    mapped = unicodedata.normalize("NFC", "".join(map(_folded, name)))
    return None if any(not char.isascii() and _is_refused(char) for char in mapped) else mapped


def _folded(char: str) -> str:
    if char.isascii():
        return char.lower()
    if char in _IGNORED:
        return ""
    if char in _KEPT:
        return char
    if char in _STOPS:
        return "."
    if char == "\u1e9e":
        return "ß"
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", char).casefold())
    return _NEVER if "." in plain or "\u3002" in plain else plain


def _is_refused(char: str) -> bool:
    return char in _SIGNS or (char not in _JOINERS and unicodedata.category(char) in _REFUSED)


def _read(label: str) -> str | None:
    """A label as it is displayed, if it may be one; None otherwise."""
    if label.startswith(PREFIX):
        decoded = _decoded(label)
        # What stands for ASCII alone, or for what the mapping would change, is no label that a browser sends.
        if not decoded or decoded.isascii() or _mapped(decoded) != decoded or _encoded(decoded) != label:
            return None
        label = decoded
    if label.isascii():
        return label
    starts_with_mark = unicodedata.category(label[0]).startswith("M")
    return None if starts_with_mark or "." in label or not _joins(label) else label


def _joins(label: str) -> bool:
    """Whether each joiner stands where one may: behind a virama (RFC 5892, appendix A)."""
    return all(
        at > 0 and unicodedata.combining(label[at - 1]) == _VIRAMA
        for at, char in enumerate(label)
        if char in _JOINERS
    )


_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def _reads_one_way(label: str) -> bool:
    """RFC 5893, section 2: what a label of a name may hold in which something is read from right to left."""
    kinds = [unicodedata.bidirectional(char) for char in label]
    within = set(kinds)
    last = next((kind for kind in reversed(kinds) if kind != "NSM"), "")
    if kinds[0] in {"R", "AL"}:
        allowed = {"R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"}
        return within <= allowed and last in {"R", "AL", "EN", "AN"} and not {"EN", "AN"} <= within
    allowed = {"L", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"}
    return kinds[0] == "L" and within <= allowed and last in {"L", "EN"}
