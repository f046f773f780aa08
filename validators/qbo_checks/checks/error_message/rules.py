"""What the check may say: the words of each family, and what is left where none is recognized."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from qbo_checks.checks.error_message.families import FAMILIES
from qbo_checks.model import Case, Field, Rule, Text
from qbo_checks.redact import words
from qbo_checks.sources import (
    INTUIT_COMMON_ERRORS,
    INTUIT_ERROR_CODES,
    INTUIT_SECURITY,
    RFC6749_CODES,
)

TITLE = Text(fr="Message d’erreur", en="Error message")

FIELDS = (
    Field(
        "text",
        label=Text(fr="Ce que vous avez vu", en="What you saw"),
        hint=Text(
            fr="Collez l’erreur telle quelle : le texte de la page, la ligne du journal, le JSON ou l’URL complète. Rien n’est transmis.",
            en="Paste the error exactly as you see it: page text, log line, JSON or full URL. Nothing is sent.",
        ),
        kind="lines",
        context=False,
    ),
)

UNKNOWN = {
    "intuit": Case(
        message=Text(
            fr="Ce guide ne connaît pas cette erreur d’Intuit{status}.",
            en="We don’t know this Intuit error{status}.",
        ),
        help=Text(
            fr="Cliquez sur « View error details (for Developers) » et collez ce texte ici. Sinon, écrivez au soutien d’Intuit avec ces précisions : heure, fuseau, étape{trace}. N’envoyez ni clé ni jeton.",
            en="Open “View error details (for Developers)” and paste that text here. Otherwise, contact Intuit’s support with these details: time, time zone, step{trace}. Never send keys or tokens.",
        ),
    ),
    "codat": Case(
        message=Text(
            fr="Ce guide ne connaît pas cette erreur de Codat{status}.",
            en="We don’t know this Codat error{status}.",
        ),
        help=Text(
            fr="Regardez la connexion dans le portail Codat, sous « Companies ». Sinon, écrivez au soutien de Codat avec ces précisions : heure, fuseau, étape{trace}. N’envoyez ni clé ni jeton.",
            en="Look at the connection in the Codat Portal, under “Companies”. Otherwise, contact Codat’s support with these details: time, time zone, step{trace}. Never send keys or tokens.",
        ),
    ),
    "desktop": Case(
        message=Text(
            fr="Cette erreur est celle de QuickBooks Desktop; ce guide porte sur QuickBooks Online.",
            en="This error is from QuickBooks Desktop; this guide is about QuickBooks Online.",
        ),
        help=Text(
            fr="Cherchez-la dans l’aide de QuickBooks Desktop. Dans Codat, ce logiciel a sa propre intégration.",
            en="Look it up in QuickBooks Desktop’s help. In Codat, that software has its own integration.",
        ),
    ),
    "server": Case(
        message=Text(
            fr="Cette page vient d’un serveur web ({server}); rien n’y indique à qui il appartient{status}.",
            en="This page comes from a web server ({server}); nothing in it says whose{status}.",
        ),
        help=Text(
            fr="Cherchez quel hôte a répondu, dans la barre d’adresse ou dans votre journal, et collez aussi cette ligne. Si c’est le vôtre, lisez le journal de votre serveur.",
            en="Find the host that responded, in the address bar or your log, and paste that line too. If it’s yours, read your server’s log.",
        ),
    ),
    "other": Case(
        message=Text(
            fr="Cette erreur ne semble venir ni d’Intuit ni de Codat{status}.",
            en="This error doesn’t seem to come from Intuit or Codat{status}.",
        ),
        help=Text(
            fr="Cherchez-la dans la documentation du service qu’elle nomme. Si QuickBooks est en cause, collez aussi la réponse d’Intuit.",
            en="Look it up in the documentation of the service that it names. If QuickBooks is involved, paste Intuit’s response too.",
        ),
    ),
}
"""What is said of a text that no family explains, by whom it names."""

REST = {
    "unknown": Rule(
        "warning",
        title=Text(fr="Erreur inconnue de ce guide", en="Error unknown to this guide"),
        message=Text(
            fr="Ce guide ne connaît pas cette erreur{status}.",
            en="We don’t know this error{status}.",
        ),
        help=Text(
            fr="Cliquez sur « View error details (for Developers) » et collez ce texte ici. Sinon, écrivez au soutien de Codat avec ces précisions : heure, fuseau, environnement, étape{trace}. N’envoyez ni clé ni jeton.",
            en="Open “View error details (for Developers)” and paste that text here. Otherwise, contact Codat’s support with these details: time, time zone, environment, step{trace}. Never send keys or tokens.",
        ),
        why=Text(
            fr="Mieux vaut le dire que deviner : une cause inventée fait perdre plus de temps qu’une question précise.",
            en="Saying so is better than guessing: an invented cause wastes more time than a precise question.",
        ),
        seen=Text(
            fr="Une page, un journal ou une réponse qu’aucune des sources publiques que nous avons lues n’explique.",
            en="A page, a log or a response that none of the public sources we read explains.",
        ),
        sources=(INTUIT_ERROR_CODES, INTUIT_COMMON_ERRORS),
        cases=tuple(UNKNOWN.values()),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Rien à lire", en="Nothing to read"),
        message=Text(fr="Le champ est vide.", en="The field is empty."),
        help=Text(
            fr="Collez ce que vous avez vu : le texte de la page, une réponse, une ligne de journal ou une URL.",
            en="Paste what you saw: the page’s text, a response, a line of a log or a URL.",
        ),
        why=Text(
            fr="Sans le texte exact, deux erreurs différentes se ressemblent.",
            en="Without the exact text, two different errors look alike.",
        ),
        seen=Text(
            fr="Rien : ce champ ne sert qu’ici, et ni Intuit ni Codat ne le voient.",
            en="Nothing: this field is only used here, and neither Intuit nor Codat sees it.",
        ),
        sources=(INTUIT_ERROR_CODES,),
    ),
    "contains-secret": Rule(
        "warning",
        title=Text(fr="Secret dans le texte", en="Secret in the text"),
        message=Text(
            fr="Ce texte contient ce qui ressemble à un secret (caractère {position}). Nous ne l’avons ni répété ni envoyé.",
            en="This text contains what looks like a secret (character {position}). We haven’t repeated or sent it.",
        ),
        help=Text(
            fr="Retirez-le avant de partager ce texte. S’il a déjà été partagé, remplacez le secret client dans Intuit, puis dans Codat; pour un jeton, déconnectez et reconnectez l’entreprise.",
            en="Remove it before you share this text. If it was already shared, rotate the client secret in Intuit, then in Codat; for a token, disconnect and reconnect the company.",
        ),
        why=Text(
            fr="Avec le secret client, on se fait passer pour votre application; avec un jeton, on lit la comptabilité de votre client. Intuit demande que ni l’un ni l’autre ne figure dans un journal.",
            en="With the client secret, someone can pass for your app; with a token, they can read your customer’s accounts. Intuit asks that neither appear in a log.",
        ),
        seen=Text(
            fr="Rien : Intuit n’avertit pas qu’un journal ou une capture contient un secret.",
            en="Nothing: Intuit doesn’t warn you that a log or a screenshot contains a secret.",
        ),
        sources=(INTUIT_SECURITY, RFC6749_CODES),
    ),
}

RULES = {**{family.code: family.rule for family in FAMILIES}, **REST}


def _words_of(sign: object) -> Iterator[str]:
    """The words by which a sign recognises an error: a report may quote them."""
    if isinstance(sign, str):
        yield sign.lower()
        yield from words(sign)
    elif isinstance(sign, tuple):
        for part in sign:
            yield from _words_of(part)
    elif is_dataclass(sign):
        for each in fields(sign):
            yield from _words_of(getattr(sign, each.name))


VOCABULARY = frozenset(
    word
    for family in FAMILIES
    for sign in (*family.signs, *(sign for case in family.cases for sign in case.signs))
    for word in _words_of(sign)
)
