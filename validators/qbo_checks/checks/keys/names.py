"""What the name of a value says: which of the two keys it is, of which environment, and whose."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias

Slot: TypeAlias = Literal["client_id", "client_secret"]

UNCLEAR = "unclear"
"""An environment that is spoken of without its being said that the value belongs to it."""

UNNAMED = "unnamed"
"""The environment of a file that has others by name, which take nothing from it: Wrangler’s own ``vars``."""

ENVIRONMENTS = {
    "sandbox": {"sandbox", "sandboxes", "development", "dev", "développement"},
    "production": {"production", "prod", "live"},
}
_EITHER = ENVIRONMENTS["sandbox"] | ENVIRONMENTS["production"]
OWN = {"intuit", "quickbooks", "quickbook", "qbo", "qb"}
_SLOT_WORDS = {
    "client",
    "consumer",
    "id",
    "identifier",
    "identifiant",
    "secret",
    "secrète",
    "key",
    "clé",
    "oauth",
    "app",
    "application",
}
_VOCABULARY = {*_SLOT_WORDS, *OWN, *_EITHER, "online", "de", "du", "d", "l", "of", "for", "pour"}
_TITLE = {
    *_VOCABULARY,
    *{"the", "these", "this", "are", "is", "and", "keys", "credentials", "credential", "settings", "config"},
    *{"configuration", "environment", "env", "environnement", "api", "tab", "onglet", "values", "company"},
    *{"clé", "clés", "la", "le", "les", "des", "our", "use", "codat", "in", "on", "companies", "secrets"},
    *{"identifiants", "vars", "variables", "account", "compte", "only", "real", "actual", "ids"},
}
"""What the words of a title above keys, or of a remark beside one, are taken from."""

NO_KEYS = {
    *{"token", "code", "realm", "company", "password", "passwd", "pwd", "hash", "sha", "commit", "digest"},
    *{
        "checksum",
        "signature",
        "etag",
        "session",
        "cookie",
        "csrf",
        "jwt",
        "webhook",
        "verifier",
        "uri",
        "url",
    },
    *{"access", "encryption", "salt", "nonce", "state", "revision", "version", "aws", "google", "github"},
    *{"stripe", "xero", "azure", "database", "redis", "hmac", "signing", "private", "public"},
}
"""Words of names whose value is no key of Intuit's, whatever form it has."""

HELD = {
    "value",
    "valeur",
    "content",
    "string",
    "default",
    "val",
    "text",
    "plaintext",
    "data",
    "body",
    "parametervalue",
}
"""Names of what holds the value of a name: ``{"name": "client_id", "value": …}``, ``<input … value=…>``."""
HOLDERS = {
    "name",
    "key",
    "id",
    "variable",
    "env",
    "label",
    "field",
    "title",
    "nom",
    "clé",
    "parameterkey",
    "setting",
    "parameter",
    "champ",
}
"""Names of what holds that name."""

_JOINED = re.compile(r"(?i)(client|consumer)(?=ids?(?![a-z])|secret|key|identif)")
_RUN_ON = re.compile(r"(?i)(qbo|qb|intuit|quickbooks)(?=client|consumer|secret)")
_SANDBOX = re.compile(r"(?i)\bbac[ _-]?[àa][ _-]?sable\b")
_CAMEL = re.compile(r"(?i)(oauth)2?|(quick)[ _-]?(books)")
"""Names that have a capital inside."""
_COMPOUND = re.compile("oauth|quick|sable")
_WORD = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]+|[A-ZÀ-Þ]+(?![a-zà-ÿ])")
_ACCESSOR = re.compile(
    r"(?i)^(?:\$?process\.env\.|import\.meta\.env\.|\$env:|env\.|os\.environ\.)?"
    r"(?:(?:(?:next|nuxt|expo)_public|vite|react_app|vue_app|gatsby|public|tf_var)_)?"
)
"""How code reaches a variable, and what frameworks put before the name of one."""
_SPEAKS = re.compile(r"(?i)sand|sable|dev|dév|prod|live")
_CLAUSE = re.compile(r"(?<=\w)\s*[,.;:(!–—]")
_FALSE = {"false", "0", "no", "off", "non", "n"}
_TRUE = {"true", "1", "yes", "on", "oui", "y"}


@dataclass(frozen=True, slots=True)
class Name:
    """What a name says.

    ``rank`` is how surely it names this app's key: 3 where it names Intuit and nothing unknown, 2 where it names
    Intuit among other words, 1 where it names nobody (``CLIENT_ID``), 0 where it may be somebody else's
    (``ACME_CLIENT_ID``). ``stem`` is what the names of one pair share. ``claims`` is false for a name whose value
    may be a key by its form (``MY_VALUE``).
    """

    slot: Slot | None
    environment: str | None
    rank: int
    stem: frozenset[str]
    claims: bool


def understand(name: str) -> Name:
    """What a name says. ``Production Client ID``, ``QBO_CLIENT_ID`` and ``quickbooksClientId`` are made of words."""
    found = words(name)
    own = bool(found & OWN)
    known = found <= _VOCABULARY
    slot: Slot | None = None
    party = found & {"client", "consumer"}
    if found & NO_KEYS:
        slot = None
    elif {"secret", "secrète"} & found and (
        party or (known and not found & {"key"}) or (own and "app" in found)
    ):
        slot = "client_secret"
    elif (
        found & {"id", "identifier", "identifiant"} and (party or (own and known and "app" not in found))
    ) or ("key" in found and known and (party or (own and "app" not in found))):
        slot = "client_id"
    rank = (3 if known else 2) if own else int(known)
    stem = frozenset(found - _SLOT_WORDS - _EITHER - OWN - {"online"}) | ({"intuit"} if own else set())
    return Name(slot, environment(found), rank, stem, slot is not None or bool(found & NO_KEYS))


def words(name: str) -> frozenset[str]:
    """The words of a name or a remark, in lower case: ``oauth2ClientId`` is oauth, client and id."""
    if name.isascii() and name.isalpha() and name.islower() and not _COMPOUND.search(name):
        plain = name  # As most words of a text are: what follows takes ten times as long.
    else:
        plain = _CAMEL.sub(
            lambda name: f" {''.join(filter(None, name.groups())).lower()} ",
            _SANDBOX.sub("sandbox", _ACCESSOR.sub("", name)),
        )
    spaced = _JOINED.sub(r"\1 ", _RUN_ON.sub(r"\1 ", plain))
    return frozenset(word.lower() for word in _WORD.findall(spaced))


def knows(name: str) -> bool:
    """Whether all of a name's words are ones that names of keys are made of."""
    found = words(name)
    return bool(found) and found <= _VOCABULARY


def owned(name: str) -> bool:
    """Whether a name names Intuit or QuickBooks."""
    return not OWN.isdisjoint(words(name))


def environment(found: Collection[str]) -> str | None:
    """The one environment that some words name."""
    named = [name for name, synonyms in ENVIRONMENTS.items() if not synonyms.isdisjoint(found)]
    return named[0] if len(named) == 1 else None


def remark(text: str) -> str | None:
    """The environment that a title or a remark gives: UNCLEAR where it names one among words of another kind."""
    if not _SPEAKS.search(text):
        return None
    found = words(text)
    if found.isdisjoint(_EITHER):
        return None
    clauses = map(words, _CLAUSE.split(text))
    says = any(environment(clause) and clause <= _TITLE for clause in clauses)
    return (says and environment(found)) or UNCLEAR


_NOUNS = {
    "keys",
    "key",
    "credentials",
    "credential",
    "clés",
    "clé",
    "identifiants",
    "secrets",
    "ids",
    "values",
}
_NO_TITLES = {
    "not",
    "pas",
    "instead",
    "than",
    "without",
    "except",
    "sauf",
    "sans",
    "old",
    "former",
    "anciennes",
    "unlike",
}


def introduced(line: str) -> str | None:
    """The environment of the keys that the end of a line speaks of: “here are the QBO sandbox keys:”."""
    found: set[str] = set()
    for word in reversed(re.findall(r"[^\W\d_]+", line)[-12:]):
        low = word.lower()
        if low not in _TITLE:
            return environment(found) if found & _NOUNS and low not in _NO_TITLES else None
        found.add(low)
    return environment(found) if found & _NOUNS else None


_LOGIN: dict[frozenset[str], Slot] = {
    frozenset({"username"}): "client_id",
    frozenset({"user", "name"}): "client_id",
    frozenset({"nom", "d", "utilisateur"}): "client_id",
    frozenset({"password"}): "client_secret",
    frozenset({"mot", "de", "passe"}): "client_secret",
}


def login(name: str) -> Slot | None:
    """Which key the half of a login holds in a password manager: ``Username`` or ``login_password``."""
    return _LOGIN.get(words(name) - {"login"})


_API_HOST = re.compile(r"(?i:(?<![\w.-])(?P<sandbox>sandbox-)?quickbooks\.api\.intuit\.com(?![\w.-]))")
_STATES = re.compile(r"(?i)env|tab|onglet|sand|sable")
_CALLED = {"name", "title", "nom", "titre", "baseurl"}
"""Names of what a password manager or a list calls its items, “QuickBooks Online sandbox”, and of what the PHP SDK
takes: “Development”."""
_ABOUT = {"env", "environment", "environnement", "tab", "onglet"}


def stated(name: str, value: str) -> str | None:
    """The environment that an assignment states: ``QBO_ENV=production``, ``useSandbox: true``.

    ``NODE_ENV`` and ``APP_ENV`` say how the program runs, not which company it opens; the host of Intuit's API does.
    """
    if (host := _API_HOST.search(value)) and not (_API_HOST.search(name) or environment(words(name))):
        # What is called the sandbox's address, or stands behind the other one, is one of two.
        return "sandbox" if host["sandbox"] else "production"
    if name.lower() in _CALLED:
        said = remark(value) if len(value) < 40 else None
        return said if said != UNCLEAR else None
    if not _STATES.search(name):
        return None  # As most do not: to take a name into its words costs more.
    found = words(name)
    given = value.strip().lower()
    if found & _ABOUT and found <= {*_ABOUT, *OWN, "oauth", "api", "client", "online", "mode", "target"}:
        return environment(words(value)) if len(given) < 40 else None
    if "sandbox" in found and found <= {
        "sandbox",
        "use",
        "is",
        "mode",
        "enabled",
        "api",
        "client",
        "online",
        *OWN,
    }:
        return "sandbox" if given in _TRUE else "production" if given in _FALSE else None
    return None
