"""Why a document of answers cannot be read, and what to write instead."""

from __future__ import annotations

from typing import TypeAlias

from qbo_checks.model import Text

Refusal: TypeAlias = tuple[Text, Text]
"""What is there that cannot be read, and what to write instead."""


class RefusedError(Exception):
    """The text cannot be read, from ``start`` on. ``refusal`` says why; without one, it is nested too deeply."""

    def __init__(self, start: int, refusal: Refusal | None = None) -> None:
        super().__init__(start)
        self.start = start
        self.refusal = refusal


IN_QUOTES = Text(fr="Mettez le texte entre guillemets droits.", en="Put the text in quotation marks.")
IN_FULL = Text(
    fr="Écrivez la valeur au complet à chaque endroit.", en="Write the value in full in each place."
)
A_PAIR = Text(
    fr="Écrivez l’identifiant, un deux-points, une espace et la réponse, comme « GQ2: yes ».",
    en="Write the ID, a colon, a space and the answer, such as “GQ2: yes”.",
)

# Of YAML.

ANCHOR = (
    Text(
        fr="« & » est une ancre de YAML, et les ancres ne sont pas lues",
        en="“&” is a YAML anchor, and anchors aren’t read",
    ),
    IN_FULL,
)
ALIAS = (
    Text(
        fr="« * » est un alias de YAML, et les alias ne sont pas lus",
        en="“*” is a YAML alias, and aliases aren’t read",
    ),
    IN_FULL,
)
TAG = (
    Text(
        fr="« ! » est une étiquette (tag) de YAML, et les étiquettes ne sont pas lues",
        en="“!” is a YAML tag, and tags aren’t read",
    ),
    Text(
        fr="Supprimez l’étiquette, ou mettez le texte entre guillemets droits.",
        en="Delete the tag, or put the text in quotation marks.",
    ),
)
MERGE = (
    Text(
        fr="« << » est une clé de fusion de YAML, et ces clés ne sont pas lues",
        en="“<<” is a YAML merge key, and merge keys aren’t read",
    ),
    Text(fr="Écrivez chaque réponse sous son propre identifiant.", en="Write each answer under its own ID."),
)
COMPLEX = (
    Text(
        fr="une clé complexe de YAML commence ici, et ces clés ne sont pas lues",
        en="a YAML complex key starts here, and complex keys aren’t read",
    ),
    A_PAIR,
)
DIRECTIVE = (
    Text(
        fr="« % » est une directive de YAML, et les directives ne sont pas lues",
        en="“%” is a YAML directive, and directives aren’t read",
    ),
    Text(fr="Supprimez cette ligne.", en="Delete this line."),
)
DOCUMENTS = (
    Text(
        fr="un deuxième document YAML commence ici, et un seul est lu",
        en="a second YAML document starts here, and only one is read",
    ),
    Text(
        fr="Gardez un seul document dans le fichier, et supprimez la ligne de tirets ou de points qui les sépare.",
        en="Keep one document in the file, and delete the separator (“---” or “...”).",
    ),
)
INDICATOR = (
    Text(
        fr="un indicateur d’indentation suit « | » ou « > », et il n’est pas lu",
        en="an indentation indicator follows “|” or “>”, and it isn’t read",
    ),
    Text(
        fr="Supprimez le chiffre, et commencez le texte sans espaces de trop.",
        en="Delete the digit, and start the text without extra spaces.",
    ),
)
TAB = (
    Text(
        fr="il y a une tabulation dans le retrait de cette ligne, et YAML exige des espaces",
        en="there’s a tab in this line’s indentation, and YAML needs spaces",
    ),
    Text(fr="Remplacez la tabulation par des espaces.", en="Replace the tab with spaces."),
)
CONTROL = (
    Text(
        fr="il y a ici un caractère de commande, et YAML n’en permet pas",
        en="there’s a control character here, and YAML doesn’t allow any",
    ),
    Text(fr="Supprimez ce caractère, qui est invisible.", en="Delete this character, which is invisible."),
)
INDENT = (
    Text(fr="cette ligne n’est pas alignée sur les autres", en="this line isn’t aligned with the others"),
    Text(
        fr="Alignez-la. Si elle continue le texte qui précède, mettez tout ce texte entre guillemets droits.",
        en="Align it. If it continues the text above, put all of that text in quotation marks.",
    ),
)
UNCLOSED = (
    Text(fr="ce guillemet n’est pas fermé", en="this quotation mark isn’t closed"),
    Text(
        fr="Fermez le guillemet à la fin du texte, et décalez les lignes du texte plus à droite que son identifiant.",
        en="Close it where the text ends, and indent the text’s lines further than its ID.",
    ),
)
UNCLOSED_FLOW = (
    Text(fr="ce crochet ou cette accolade n’est pas fermé", en="this bracket or brace isn’t closed"),
    Text(
        fr="Fermez la liste, et décalez ses lignes plus à droite que son identifiant.",
        en="Close the list, and indent its lines further than its ID.",
    ),
)
ESCAPE = (
    Text(
        fr="YAML ne connaît pas ce qui suit cette barre oblique inversée",
        en="YAML doesn’t know what follows this backslash",
    ),
    Text(
        fr="Doublez la barre, ou mettez le texte entre apostrophes.",
        en="Write the backslash twice, or put the text in single quotes.",
    ),
)
TRAILING = (
    Text(fr="quelque chose suit la réponse", en="something follows the answer"),
    Text(
        fr="Mettez toute la réponse entre les mêmes guillemets, ou supprimez ce qui la suit.",
        en="Put the whole answer in the same quotation marks, or delete what follows it.",
    ),
)
SEPARATOR = (
    Text(fr="il manque une virgule ou la fin de la liste", en="a comma or the end of the list is missing"),
    Text(
        fr="Séparez les éléments par des virgules et fermez la liste, comme [a, b].",
        en="Separate the items with commas and close the list, for example [a, b].",
    ),
)
NO_ITEM = (
    Text(fr="il manque une réponse avant ce caractère", en="an answer is missing before this character"),
    Text(
        fr="Écrivez la réponse, ou supprimez le caractère.", en="Write the answer, or delete the character."
    ),
)
NOT_A_PAIR = (
    Text(fr="cette ligne n’est pas de la forme « GQ2: yes »", en="this line isn’t in the form “GQ2: yes”"),
    A_PAIR,
)
COLON = (
    Text(
        fr="ce texte contient un deux-points suivi d’une espace", en="this text contains a colon and a space"
    ),
    IN_QUOTES,
)
RESERVED = (
    Text(
        fr="en YAML, un texte ne peut pas commencer par ce caractère",
        en="in YAML, text can’t start with this character",
    ),
    IN_QUOTES,
)

# Of JSON, and of any document.

NOT_JSON = (
    Text(fr="la suite n’est pas du JSON", en="what follows isn’t JSON"),
    Text(
        fr="Corrigez le fichier à cet endroit, ou exportez de nouveau vos réponses.",
        en="Correct the file at this place, or export your answers again.",
    ),
)
ENCODING = (
    Text(fr="le fichier n’est pas encodé en UTF-8", en="the file isn’t encoded in UTF-8"),
    Text(fr="Enregistrez-le de nouveau, en UTF-8.", en="Save it again, as UTF-8."),
)
COMMENT = (
    Text(
        fr="un commentaire commence ici, et JSON n’en permet pas",
        en="a comment starts here, and JSON doesn’t allow any",
    ),
    Text(
        fr="Supprimez le commentaire, ou écrivez vos réponses en YAML, où « # » en commence un.",
        en="Delete the comment, or write your answers in YAML, where “#” starts one.",
    ),
)
NOT_AN_OBJECT = (
    Text(
        fr="les réponses ne forment pas un objet entre accolades",
        en="the answers aren’t in an object, between braces",
    ),
    Text(fr="Écrivez les réponses entre accolades.", en="Write the answers between braces."),
)
NOT_ANSWERS = (
    Text(fr="« answers » ne contient pas de réponses", en="“answers” doesn’t contain answers"),
    Text(
        fr="Sous « answers », écrivez l’identifiant de chaque question et sa réponse.",
        en="Under “answers”, write the ID of each question and its answer.",
    ),
)
TWICE = (
    Text(fr="« answers » ou « version » figure deux fois", en="“answers” or “version” appears twice"),
    Text(
        fr="Réunissez les réponses sous un seul « answers », avec une seule « version ».",
        en="Put the answers under one “answers”, with one “version”.",
    ),
)
