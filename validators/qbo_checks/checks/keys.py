"""The Client ID and the Client secret that the app's owner copies from Intuit's portal into Codat's.

Form is all that can be seen of a key. It shows what a value is not (a token, a placeholder, the other field's
value) and never that a key is valid, nor which environment it belongs to: keys of both look the same. So the
best answer here is a question, and its verdict is review.

Intuit publishes no format. The forms come from what Intuit's own samples and tests hold: 50 letters and digits
for a Client ID (https://github.com/intuit/QuickBooks-V3-DotNET-SDK), 40 for a Client secret
(https://github.com/IntuitDeveloper/OAuth2_PHP).

Nothing that is pasted here is ever quoted: findings hold lengths and positions.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from qbo_checks.environments import ENVIRONMENTS, TABS
from qbo_checks.excerpt import INVISIBLE, named
from qbo_checks.labelled import BLANK, Labelled, Slot, read
from qbo_checks.model import Answer, Example, Field, Fields, Finding, Rule, Text
from qbo_checks.pasted import Pasted
from qbo_checks.sources import (
    CODAT_SETUP,
    INTUIT_DOTNET_SDK,
    INTUIT_JAVA_SDK,
    INTUIT_JS_CLIENT,
    INTUIT_PHP_SAMPLE,
    INVALID_CLIENT_SEEN,
    MIXED_UP_SEEN,
    NANGO_PROVIDERS,
    NO_SANDBOX_SEEN,
    RFC3986_SCHEME,
    RFC5322_ADDRESS,
    RFC5849_CREDENTIALS,
    RFC6749_ACCESS,
    RFC6749_CHARACTERS,
    RFC6749_CLIENT_ID,
    RFC6749_CLIENT_SECRET,
    RFC6749_CODE,
    RFC6749_REFRESH,
    RFC6749_TOKEN_ERRORS,
    RFC7516_COMPACT,
    RFC7519_JWT,
    RFC7617_BASIC,
    RFC9562_UUID,
)

LENGTHS: Mapping[Slot, int] = {"client_id": 50, "client_secret": 40}
KINDS: Mapping[str, Slot] = {
    "client_id": "client_id",
    "client_secret": "client_secret",
    "other_client_id": "client_id",
}
"""Which of the two keys each field takes, in reading order."""

PREFIXES = ("AB", "Q0", "L0")

TITLE = Text(fr="Clés de l’application", en="App keys")

# Every field is secret, the Client ID too: what people paste into the wrong field is their secret, and whoever
# quotes a field cannot know which of the two it holds.
FIELDS = (
    Field(
        "client_id",
        label=Text(fr="ID client (Client ID)", en="Client ID"),
        hint=Text(
            fr="Dans le portail Intuit, sous « Keys and credentials ». Vous pouvez aussi coller ici tout un bloc : fichier .env, JSON, tableau.",
            en="In the Intuit portal, under “Keys and credentials”. You can also paste a whole block here: a .env file, JSON, a table.",
        ),
        secret=True,
    ),
    Field(
        "client_secret",
        label=Text(fr="Secret client (Client secret)", en="Client secret"),
        hint=Text(
            fr="Cliquez d’abord sur « Show credentials ». Rien de ce que vous collez n’est envoyé.",
            en="Select “Show credentials” first. Nothing that you paste is sent anywhere.",
        ),
        secret=True,
    ),
    Field(
        "environment",
        label=Text(fr="Environnement", en="Environment"),
        kind="choice",
        choices=ENVIRONMENTS,
    ),
    Field(
        "other_client_id",
        label=Text(
            fr="ID client de l’autre environnement (facultatif)",
            en="Client ID of the other environment (optional)",
        ),
        hint=Text(
            fr="Pour s’assurer que les mêmes clés ne servent pas deux fois.",
            en="To make sure that the same keys are not used twice.",
        ),
        secret=True,
        optional=True,
    ),
)

NAMES = {
    "client_id": Text(fr="ID client", en="client ID"),
    "client_secret": Text(fr="secret client", en="client secret"),
    "other_client_id": Text(fr="ID client de l’autre environnement", en="client ID of the other environment"),
}
MIXED_UP = {
    "sandbox": Text(
        fr="Intuit répondrait « invalid_client », ou « ApplicationAuthorizationFailed » (erreur 003100, statut 403)",
        en="Intuit would answer “invalid_client”, or “ApplicationAuthorizationFailed” (error 003100, status 403)",
    ),
    "production": Text(
        fr="Intuit afficherait « No Sandbox companies found for user », ou répondrait « ApplicationAuthorizationFailed » (erreur 003100, statut 403)",
        en="Intuit would show “No Sandbox companies found for user”, or answer “ApplicationAuthorizationFailed” (error 003100, status 403)",
    ),
}
REFUSED = Text(
    fr="La connexion échoue : Intuit répond « invalid_client ».",
    en="Connecting fails: Intuit answers “invalid_client”.",
)
ANEW = Text(
    fr="Dans le portail Intuit, ouvrez « Keys and credentials », onglet « {tab} », cliquez sur « Show credentials » et copiez cette valeur-ci : {name}.",
    en="In the Intuit portal, open “Keys and credentials”, the “{tab}” tab, select “Show credentials” and copy this value: {name}.",
)
ONLY_THE_VALUE = Text(
    fr="Une clé est comparée telle quelle : tout caractère en trop en fait une autre. Codat demande expressément des clés sans espace.",
    en="A key is compared as it is: any extra character makes it a different one. Codat expressly asks for keys without spaces.",
)
TOKENS_EXPIRE = Text(
    fr="Un jeton ou un code naît d’une connexion, pour une seule entreprise, et il expire. Les clés, elles, identifient votre application; c’est avec elles que Codat obtient ses propres jetons.",
    en="A token or code comes from one connection, for one company, and it expires. Keys identify your app; Codat uses them to get tokens of its own.",
)

RULES = {
    "plausible": Rule(
        "note",
        title=Text(fr="Forme attendue", en="Expected form"),
        message=Text(
            fr="L’ID client compte {id_length} lettres et chiffres, le secret client {secret_length} : c’est la forme des clés connues. Elle ne dit ni si ces clés fonctionnent, ni de quel environnement elles sont.",
            en="The client ID has {id_length} letters and digits, the client secret {secret_length}: the form of the keys known so far. It tells neither whether these keys work, nor which environment they are for.",
        ),
        help=Text(
            fr="De quel onglet les avez-vous copiées, « Development » ou « Production »? Pour l’environnement {environment}, il faut les deux clés de l’onglet « {tab} ». Venues de l’autre onglet, elles échoueraient à la connexion; par exemple, {mixed_up}.",
            en="Which tab did you copy them from, “Development” or “Production”? For the {environment} environment, both must come from the “{tab}” tab. If they came from the other tab, connecting would fail; for example, {mixed_up}.",
        ),
        why=Text(
            fr="Les clés de développement n’ouvrent que des entreprises de bac à sable; les clés de production, que des comptes réels. Rien dans leur forme ne les distingue : vous seul savez d’où elles viennent.",
            en="Development keys open only sandbox companies; production keys open only live accounts. Nothing in their form tells them apart: only you know where they came from.",
        ),
        seen=Text(
            fr="Les bonnes clés : l’écran de connexion d’Intuit s’ouvre. Celles de l’autre environnement : « invalid_client », « No Sandbox companies found for user » ou « ApplicationAuthorizationFailed » (003100).",
            en="With the right keys, Intuit’s connection screen opens. With the other environment’s: “invalid_client”, “No Sandbox companies found for user” or “ApplicationAuthorizationFailed” (003100).",
        ),
        sources=(CODAT_SETUP, MIXED_UP_SEEN, NO_SANDBOX_SEEN),
        # A warning would frighten a reader whose keys look right, and a pass would promise too much.
        asks=True,
    ),
    "taken-apart": Rule(
        "note",
        title=Text(fr="Plusieurs valeurs dans un seul champ", en="Several values in one field"),
        message=Text(
            fr="Ce texte contient plusieurs valeurs; chacune a été vérifiée à sa place. {placed}.",
            en="This text holds several values; each was checked where it belongs. {placed}.",
        ),
        help=Text(
            fr="Assurez-vous que la répartition est la bonne. Le reste du texte a été laissé de côté.",
            en="Make sure that each went to the right place. The rest of the text was left aside.",
        ),
        why=Text(
            fr="Les clés se rangent souvent ensemble, dans un fichier .env, du JSON ou un tableau. Codat les demande une par une, chacune dans son champ.",
            en="Keys are often kept together in a .env file, JSON or a table. Codat asks for them one at a time, each in its own field.",
        ),
        seen=Text(
            fr="Un bloc collé tel quel dans un champ de Codat ne serait pas une clé : Intuit répondrait « invalid_client ».",
            en="A block pasted as it is into one of Codat’s fields would be no key: Intuit would answer “invalid_client”.",
        ),
        sources=(CODAT_SETUP,),
    ),
    "several-values": Rule(
        "error",
        title=Text(fr="Deux valeurs pour une même clé", en="Two values for one key"),
        message=Text(
            fr="Deux valeurs différentes pourraient être la bonne ({name}); la seconde commence au caractère {position}.",
            en="Two different values could be the right one ({name}); the second begins at character {position}.",
        ),
        help=Text(
            fr="Ne gardez que celle de l’onglet « {tab} », sous « Keys and credentials ».",
            en="Keep only the one from the “{tab}” tab, under “Keys and credentials”.",
        ),
        why=Text(
            fr="Une application a deux paires de clés, et d’anciennes valeurs restent parfois dans un fichier. Choisir à votre place serait deviner.",
            en="An app has two pairs of keys, and old values sometimes stay behind in a file. To choose for you would be to guess.",
        ),
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "other-environment-label": Rule(
        "warning",
        title=Text(fr="Étiquette de l’autre environnement", en="Label of the other environment"),
        message=Text(
            fr="D’après le texte collé, cette clé est celle de l’environnement {other}, alors que cette étape porte sur l’environnement {environment}.",
            en="According to the text you pasted, this key is for the {other} environment, but this step is about the {environment} environment.",
        ),
        help=Text(
            fr="Vérifiez dans le portail Intuit : il faut ici les clés de l’onglet « {tab} ».",
            en="Check in the Intuit portal: the keys needed here are those of the “{tab}” tab.",
        ),
        why=Text(
            fr="L’étiquette est de la main de quelqu’un et peut se tromper, mais c’est le seul indice : les clés elles-mêmes n’en donnent aucun.",
            en="Somebody wrote that label and may have been mistaken, yet it is the only clue: the keys themselves give none.",
        ),
        seen=Text(
            fr="Si l’étiquette dit vrai : « invalid_client », « No Sandbox companies found for user » ou « ApplicationAuthorizationFailed » (003100).",
            en="If the label is right: “invalid_client”, “No Sandbox companies found for user” or “ApplicationAuthorizationFailed” (003100).",
        ),
        sources=(CODAT_SETUP, MIXED_UP_SEEN, NO_SANDBOX_SEEN),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Clé manquante", en="Missing key"),
        message=Text(fr="Le champ est vide : {name}.", en="The field is empty: {name}."),
        help=ANEW,
        why=Text(
            fr="Il faut les deux clés : l’ID client dit qui est votre application, le secret client le prouve.",
            en="Both keys are needed: the client ID says which app yours is, the client secret proves it.",
        ),
        seen=Text(
            fr="Sans ses deux clés, l’intégration de Codat ne peut pas se connecter à Intuit.",
            en="Without both keys, Codat’s integration cannot connect to Intuit.",
        ),
        sources=(CODAT_SETUP, RFC6749_CLIENT_SECRET),
    ),
    "surrounding-space": Rule(
        "error",
        title=Text(fr="Espace autour de la clé", en="Space around the key"),
        message=Text(
            fr="Des espaces ou des sauts de ligne entourent la clé (caractère {position}).",
            en="There are spaces or line breaks around the key (character {position}).",
        ),
        help=Text(
            fr="Supprimez-les : une clé n’a que des lettres et des chiffres, du premier caractère au dernier.",
            en="Delete them: a key has only letters and digits, from its first character to its last.",
        ),
        why=ONLY_THE_VALUE,
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "wrapped": Rule(
        "error",
        title=Text(fr="Signes autour de la clé", en="Signs around the key"),
        message=Text(
            fr="Des guillemets, des crochets ou une ponctuation ont été copiés avec la clé (caractère {position}).",
            en="Quotes, brackets or punctuation were copied along with the key (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que les lettres et les chiffres de la clé.",
            en="Keep only the letters and digits of the key.",
        ),
        why=ONLY_THE_VALUE,
        seen=REFUSED,
        sources=(INTUIT_PHP_SAMPLE, INVALID_CLIENT_SEEN),
    ),
    "label-included": Rule(
        "error",
        title=Text(fr="Étiquette copiée avec la clé", en="Label copied with the key"),
        message=Text(
            fr="Du texte a été copié avec la clé, à partir du caractère {position}; la clé elle-même commence au caractère {value_position}.",
            en="Some text was copied along with the key, from character {position} on; the key itself begins at character {value_position}.",
        ),
        help=Text(
            fr="Ne gardez que la clé, sans « Client ID: », « QBO_CLIENT_ID= » ni rien de ce qui l’entoure.",
            en="Keep only the key, without “Client ID:”, “QBO_CLIENT_ID=” or anything else around it.",
        ),
        why=ONLY_THE_VALUE,
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "invisible-character": Rule(
        "error",
        title=Text(fr="Caractère invisible", en="Invisible character"),
        message=Text(
            fr="La clé contient un caractère qui ne se voit pas : {character}, au caractère {position} ({count} en tout).",
            en="The key contains a character that cannot be seen: {character}, at character {position} ({count} in all).",
        ),
        help=Text(
            fr="Recopiez la clé depuis le portail plutôt que depuis un courriel, un PDF ou une messagerie.",
            en="Copy the key again from the portal rather than from an email, a PDF or a chat.",
        ),
        why=Text(
            fr="Des logiciels glissent de tels caractères dans le texte, pour le couper ou le mettre en page. Personne ne les voit, et ils font pourtant partie de ce qui est comparé.",
            en="Some programs slip such characters into text, to break or lay it out. Nobody sees them, yet they are part of what is compared.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CHARACTERS,),
    ),
    "inner-space": Rule(
        "error",
        title=Text(fr="Espace dans la clé", en="Space inside the key"),
        message=Text(
            fr="Il y a une espace à l’intérieur de la clé (caractère {position}).",
            en="There is a space inside the key (character {position}).",
        ),
        help=Text(
            fr="Supprimez-la. S’il y en a plusieurs, recopiez plutôt la clé depuis le portail.",
            en="Delete it. If there are several, rather copy the key again from the portal.",
        ),
        why=ONLY_THE_VALUE,
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "line-break": Rule(
        "error",
        title=Text(fr="Saut de ligne dans la clé", en="Line break inside the key"),
        message=Text(
            fr="La clé est coupée par un saut de ligne (caractère {position}).",
            en="The key is broken over two lines (character {position}).",
        ),
        help=Text(
            fr="Réunissez les morceaux sur une seule ligne, sans rien entre eux.",
            en="Join the pieces on one line, with nothing between them.",
        ),
        why=Text(
            fr="Un courriel ou un PDF coupe les longues suites de caractères au bord de la page. Le saut de ligne est copié avec le reste.",
            en="An email or a PDF breaks long runs of characters at the edge of the page. The line break is copied with the rest.",
        ),
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "homoglyph": Rule(
        "error",
        title=Text(fr="Lettre d’un autre alphabet", en="Letter of another alphabet"),
        message=Text(
            fr="Le caractère {position} ressemble à une lettre ou à un chiffre ordinaire, mais c’en est un autre : {character}.",
            en="Character {position} looks like an ordinary letter or digit but is another one: {character}.",
        ),
        help=Text(
            fr="Ne corrigez pas à l’œil : recopiez la clé depuis le portail Intuit.",
            en="Do not mend it by eye: copy the key again from the Intuit portal.",
        ),
        why=Text(
            fr="Une clé passée par un correcteur, une reconnaissance de texte ou une saisie à la main peut prendre une lettre cyrillique, grecque ou pleine chasse. L’œil n’y voit rien; la comparaison, si.",
            en="A key that went through a spelling checker, text recognition or typing by hand can pick up a Cyrillic, Greek or full-width letter. The eye sees nothing; the comparison does.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CHARACTERS,),
    ),
    "non-ascii": Rule(
        "error",
        title=Text(fr="Caractère étranger aux clés", en="Character that no key has"),
        message=Text(
            fr="Le caractère {position} ne peut pas figurer dans une clé : {character}.",
            en="Character {position} cannot be part of a key: {character}.",
        ),
        help=ANEW,
        why=Text(
            fr="La norme OAuth 2.0 n’admet dans les clés que les caractères ASCII imprimables. Les clés connues d’Intuit n’ont que des lettres sans accent et des chiffres.",
            en="The OAuth 2.0 standard allows only printable ASCII characters in keys. Intuit’s known keys have only plain letters and digits.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CHARACTERS,),
    ),
    "unexpected-character": Rule(
        "error",
        title=Text(fr="Signe inattendu dans la clé", en="Unexpected sign in the key"),
        message=Text(
            fr="Le caractère {position} n’est ni une lettre ni un chiffre.",
            en="Character {position} is neither a letter nor a digit.",
        ),
        help=Text(
            fr="Est-ce bien une clé d’Intuit, et non celle d’un autre service? Dans le portail, ouvrez « Keys and credentials », onglet « {tab} », et recopiez cette valeur : {name}.",
            en="Is it really Intuit’s key, not another service’s? In the portal, open “Keys and credentials”, the “{tab}” tab, and copy this value again: {name}.",
        ),
        why=Text(
            fr="Les clés d’Intuit que l’on connaît n’ont que des lettres et des chiffres. Les traits d’union, les soulignés ou les barres obliques viennent des clés d’autres services.",
            en="The Intuit keys seen so far have only letters and digits. Hyphens, underscores and slashes come from other services’ keys.",
        ),
        seen=REFUSED,
        sources=(INTUIT_PHP_SAMPLE, INTUIT_DOTNET_SDK),
    ),
    "placeholder": Rule(
        "error",
        title=Text(fr="Texte à remplacer", en="Placeholder"),
        message=Text(
            fr="C’est un texte qui tient la place de la clé, et non la clé.",
            en="This text stands where the key should be; it is not the key.",
        ),
        help=ANEW,
        why=Text(
            fr="Les guides et les fichiers d’exemple mettent un texte convenu là où va la clé. Il reste parfois quand le fichier est repris.",
            en="Guides and sample files put a stock text where the key goes. It sometimes stays when the file is reused.",
        ),
        seen=REFUSED,
        sources=(INTUIT_PHP_SAMPLE, INVALID_CLIENT_SEEN),
    ),
    "masked": Rule(
        "error",
        title=Text(fr="Clé masquée", en="Masked key"),
        message=Text(
            fr="La clé a été copiée alors qu’elle était masquée ou abrégée.",
            en="The key was copied while it was masked or shortened.",
        ),
        help=ANEW,
        why=Text(
            fr="Le portail cache les clés tant que « Show credentials » n’est pas activé. Ce qui se copie alors, ce sont les points.",
            en="The portal hides keys until “Show credentials” is turned on. What is copied before that is the dots.",
        ),
        seen=REFUSED,
        sources=(INTUIT_PHP_SAMPLE, INVALID_CLIENT_SEEN),
    ),
    "too-short": Rule(
        "error",
        title=Text(fr="Clé trop courte", en="Key too short"),
        message=Text(
            fr="{length} caractères au lieu de {expected} ({name}) : il en manque {difference}.",
            en="{length} characters instead of {expected} ({name}): {difference} missing.",
        ),
        help=Text(
            fr="La copie s’est sans doute arrêtée trop tôt. Recopiez la valeur en entier, de l’onglet « {tab} » du portail.",
            en="The copy probably stopped too soon. Copy the whole value again from the portal’s “{tab}” tab.",
        ),
        why=Text(
            fr="Intuit ne publie aucun format, mais tous les ID clients connus ont 50 caractères et tous les secrets clients 40. Une sélection à la souris en perd facilement un à chaque bout.",
            en="Intuit publishes no format, but every known client ID has 50 characters and every client secret 40. Selecting with the mouse easily loses one at either end.",
        ),
        seen=REFUSED,
        sources=(INTUIT_DOTNET_SDK, INTUIT_PHP_SAMPLE),
    ),
    "too-long": Rule(
        "error",
        title=Text(fr="Clé trop longue", en="Key too long"),
        message=Text(
            fr="{length} caractères au lieu de {expected} ({name}) : {difference} de trop.",
            en="{length} characters instead of {expected} ({name}): {difference} too many.",
        ),
        help=Text(
            fr="Autre chose a sans doute été copié avec la clé, ou la clé a été collée deux fois. Videz le champ et recopiez la clé seule.",
            en="Something else was probably copied along, or the key was pasted twice. Empty the field and copy the key alone.",
        ),
        why=Text(
            fr="Intuit ne publie aucun format, mais tous les ID clients connus ont 50 caractères et tous les secrets clients 40.",
            en="Intuit publishes no format, but every known client ID has 50 characters and every client secret 40.",
        ),
        seen=REFUSED,
        sources=(INTUIT_DOTNET_SDK, INTUIT_PHP_SAMPLE),
    ),
    "swapped": Rule(
        "error",
        title=Text(fr="Clés interverties", en="Keys swapped"),
        message=Text(
            fr="Les deux valeurs semblent interverties : celle du champ ID client compte {id_length} caractères, comme un secret client, et l’autre {secret_length}, comme un ID client.",
            en="The two values look swapped: the one in the client ID field has {id_length} characters, like a client secret, and the other {secret_length}, like a client ID.",
        ),
        help=Text(fr="Échangez-les.", en="Exchange them."),
        why=Text(
            fr="Un secret collé dans le champ de l’ID est traité comme un ID : il voyage dans des adresses et peut se retrouver dans des journaux.",
            en="A secret that is pasted in place of the ID is treated as an ID: it travels in addresses and may end up in logs.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CLIENT_ID, RFC6749_TOKEN_ERRORS),
    ),
    "is-client-secret": Rule(
        "error",
        title=Text(fr="Secret client au lieu de l’ID", en="Client secret instead of the ID"),
        message=Text(
            fr="Cette valeur a {length} caractères, la longueur d’un secret client. Il faut ici un ID client, de {expected} caractères.",
            en="This value has {length} characters, the length of a client secret. A client ID, of {expected} characters, belongs here.",
        ),
        help=ANEW,
        why=Text(
            fr="L’ID client voyage dans des adresses que tout le monde peut lire. Un secret mis à sa place y voyagerait aussi.",
            en="The client ID travels in addresses that anyone may read. A secret in its place would travel there too.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CLIENT_ID, INTUIT_PHP_SAMPLE),
    ),
    "is-client-id": Rule(
        "error",
        title=Text(fr="ID client au lieu du secret", en="Client ID instead of the secret"),
        message=Text(
            fr="Cette valeur a {length} caractères, la longueur d’un ID client. Il faut ici un secret client, de {expected} caractères.",
            en="This value has {length} characters, the length of a client ID. A client secret, of {expected} characters, belongs here.",
        ),
        help=ANEW,
        why=Text(
            fr="Les deux clés se suivent dans le portail et se confondent à la copie. L’ID n’est pas un secret : il ne prouve rien.",
            en="The two keys stand next to each other in the portal and are easily confused. The ID is no secret: it proves nothing.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CLIENT_ID, INTUIT_PHP_SAMPLE),
    ),
    "same-value": Rule(
        "error",
        title=Text(fr="Deux fois la même valeur", en="Same value twice"),
        message=Text(
            fr="L’ID client et le secret client sont la même valeur.",
            en="The client ID and the client secret are the same value.",
        ),
        help=Text(
            fr="Copiez l’ID client (50 caractères) et le secret client (40) l’un après l’autre : la seconde copie n’a sans doute pas eu lieu.",
            en="Copy the client ID (50 characters) and the client secret (40) one after the other: the second copy probably did not happen.",
        ),
        why=Text(
            fr="Le presse-papiers garde la valeur précédente quand une copie échoue. Les deux clés d’une application sont toujours différentes.",
            en="The clipboard keeps the previous value when a copy fails. The two keys of an app always differ.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CLIENT_SECRET, INVALID_CLIENT_SEEN),
    ),
    "same-as-other-environment": Rule(
        "error",
        title=Text(fr="Même ID dans les deux environnements", en="Same ID in both environments"),
        message=Text(
            fr="Les deux environnements ont ici le même ID client. L’un des deux est donc faux.",
            en="Both environments have the same client ID here. So one of the two is wrong.",
        ),
        help=Text(
            fr="Ouvrez « Keys and credentials » et comparez les onglets « Development » et « Production » : chacun a son propre ID client. Pour l’environnement {environment}, prenez celui de l’onglet « {tab} ».",
            en="Open “Keys and credentials” and compare the “Development” and “Production” tabs: each has its own client ID. For the {environment} environment, take the one of the “{tab}” tab.",
        ),
        why=Text(
            fr="Les clés de développement et de production ne sont pas interchangeables : celles de développement ne fonctionnent pas avec les comptes réels.",
            en="Development and production keys are not interchangeable: development keys do not work with live accounts.",
        ),
        seen=Text(
            fr="L’une des deux intégrations échoue : « invalid_client », « No Sandbox companies found for user » ou « ApplicationAuthorizationFailed » (003100).",
            en="One of the two integrations fails: “invalid_client”, “No Sandbox companies found for user” or “ApplicationAuthorizationFailed” (003100).",
        ),
        sources=(CODAT_SETUP, MIXED_UP_SEEN, NO_SANDBOX_SEEN),
    ),
    "unknown-prefix": Rule(
        "note",
        title=Text(fr="Début inhabituel", en="Unusual beginning"),
        message=Text(
            fr="Cet ID client ne commence pas par « AB », ni par « Q0 » ou « L0 » comme les plus anciens.",
            en="This client ID does not begin with “AB”, nor with “Q0” or “L0” as older ones do.",
        ),
        help=Text(
            fr="Ce n’est pas une faute en soi. Comparez tout de même les premiers caractères avec ceux du portail.",
            en="This is no fault in itself. Still, compare the first characters with those in the portal.",
        ),
        why=Text(
            fr="Intuit ne publie aucun format et a déjà changé celui d’autres valeurs. Un début nouveau est possible, un début perdu à la copie aussi.",
            en="Intuit publishes no format and has changed that of other values before. A new beginning is possible; so is a wrong copy.",
        ),
        seen=Text(
            fr="Rien, si l’ID est le bon; « invalid_client » sinon.",
            en="Nothing, if the ID is the right one; “invalid_client” otherwise.",
        ),
        sources=(INTUIT_DOTNET_SDK, INTUIT_PHP_SAMPLE),
    ),
    "little-variety": Rule(
        "warning",
        title=Text(fr="Trop régulier pour une clé", en="Too regular for a key"),
        message=Text(
            fr="La longueur est celle d’une clé, mais les clés connues mêlent majuscules et minuscules, et celle-ci non.",
            en="The length is that of a key, but known keys mix capital and small letters, and this one does not.",
        ),
        help=Text(
            fr="Assurez-vous que la valeur vient de « Keys and credentials », et non d’un autre service, et que rien n’en a changé les majuscules.",
            en="Make sure that the value comes from “Keys and credentials”, not from another service, and that nothing changed its capitals.",
        ),
        why=Text(
            fr="Les empreintes, les jetons et les clés de bien d’autres services ont la même longueur, en chiffres hexadécimaux ou tout en minuscules.",
            en="Hashes, tokens and the keys of many other services have the same length, in hexadecimal digits or all in small letters.",
        ),
        seen=Text(
            fr="Rien, si c’est bien la clé; « invalid_client » sinon.",
            en="Nothing, if it is the key after all; “invalid_client” otherwise.",
        ),
        sources=(INTUIT_DOTNET_SDK, INTUIT_PHP_SAMPLE),
    ),
    "is-refresh-token": Rule(
        "error",
        title=Text(fr="Jeton d’actualisation", en="Refresh token"),
        message=Text(
            fr="Cette valeur a la forme d’un jeton d’actualisation (certains codes d’autorisation ont la même), et non celle d’une clé.",
            en="This value has the form of a refresh token (some authorization codes have the same), not of a key.",
        ),
        help=ANEW,
        why=TOKENS_EXPIRE,
        seen=REFUSED,
        sources=(RFC6749_REFRESH, INTUIT_JAVA_SDK, INTUIT_JS_CLIENT),
    ),
    "is-authorization-code": Rule(
        "error",
        title=Text(fr="Code d’autorisation", en="Authorization code"),
        message=Text(
            fr="Cette valeur a la forme d’un code d’autorisation, celui qu’Intuit renvoie dans l’adresse après une connexion.",
            en="This value has the form of an authorization code, which Intuit sends back in the address after a connection.",
        ),
        help=ANEW,
        why=TOKENS_EXPIRE,
        seen=REFUSED,
        sources=(RFC6749_CODE, INTUIT_JS_CLIENT),
    ),
    "is-access-token": Rule(
        "error",
        title=Text(fr="Jeton d’accès", en="Access token"),
        message=Text(
            fr="Cette valeur a la forme d’un jeton d’accès, et non d’une clé.",
            en="This value has the form of an access token, not of a key.",
        ),
        help=ANEW,
        why=TOKENS_EXPIRE,
        seen=REFUSED,
        sources=(RFC6749_ACCESS, RFC7516_COMPACT, INTUIT_JAVA_SDK),
    ),
    "is-id-token": Rule(
        "error",
        title=Text(fr="Jeton d’identité", en="ID token"),
        message=Text(
            fr="Cette valeur a la forme d’un jeton d’identité (trois parties séparées par des points), et non d’une clé.",
            en="This value has the form of an ID token (three parts separated by full stops), not of a key.",
        ),
        help=ANEW,
        why=Text(
            fr="Un jeton d’identité dit qui s’est connecté, et il expire. Il n’identifie pas votre application.",
            en="An ID token says who signed in, and it expires. It does not identify your app.",
        ),
        seen=REFUSED,
        sources=(RFC7519_JWT,),
    ),
    "is-realm-id": Rule(
        "error",
        title=Text(fr="Numéro d’entreprise (realm ID)", en="Company ID (realm ID)"),
        message=Text(
            fr="Cette valeur n’a que des chiffres, {length} en tout : la forme d’un numéro d’entreprise QuickBooks (realm ID).",
            en="This value has only digits, {length} of them: the form of a QuickBooks company ID (realm ID).",
        ),
        help=ANEW,
        why=Text(
            fr="Ce numéro désigne l’entreprise d’un client, pas votre application. Codat l’obtient à la connexion.",
            en="This number stands for a customer’s company, not for your app. Codat gets it by itself when connecting.",
        ),
        seen=REFUSED,
        sources=(NANGO_PROVIDERS, INTUIT_PHP_SAMPLE),
    ),
    "is-oauth1": Rule(
        "error",
        title=Text(fr="Clé d’OAuth 1", en="OAuth 1 key"),
        message=Text(
            fr="Cette valeur a la forme d’une clé ou d’un jeton d’OAuth 1, l’ancien protocole d’Intuit.",
            en="This value has the form of an OAuth 1 key or token, Intuit’s former protocol.",
        ),
        help=ANEW,
        why=Text(
            fr="Codat se connecte avec OAuth 2.0. Les clés d’OAuth 1 sont d’un autre protocole et n’y servent à rien.",
            en="Codat connects with OAuth 2.0. OAuth 1 keys belong to another protocol and are of no use there.",
        ),
        seen=REFUSED,
        sources=(RFC5849_CREDENTIALS, INTUIT_DOTNET_SDK),
    ),
    "is-uuid": Rule(
        "error",
        title=Text(fr="UUID", en="UUID"),
        message=Text(
            fr="Cette valeur est un UUID : sans doute un identifiant d’entreprise ou de connexion de Codat, et non une clé d’Intuit.",
            en="This value is a UUID: probably a Codat company or connection ID, not an Intuit key.",
        ),
        help=ANEW,
        why=Text(
            fr="Codat nomme ses entreprises et ses connexions par des UUID. Il connaît déjà les siens; ce qu’il demande ici vient d’Intuit.",
            en="Codat names its companies and connections with UUIDs. It knows its own already; what it asks for here comes from Intuit.",
        ),
        seen=REFUSED,
        sources=(RFC9562_UUID,),
    ),
    "is-url": Rule(
        "error",
        title=Text(fr="Adresse web", en="Web address"),
        message=Text(
            fr="C’est une adresse web, et non une clé.",
            en="This is a web address, not a key.",
        ),
        help=Text(
            fr="Si c’est l’URI de redirection, elle va sous « Redirect URIs ». Ici, ouvrez « Keys and credentials », onglet « {tab} », et copiez cette valeur : {name}.",
            en="If it is the redirect URI, it goes under “Redirect URIs”. Here, open “Keys and credentials”, the “{tab}” tab, and copy this value: {name}.",
        ),
        why=Text(
            fr="L’adresse « https:// » de la page, ou l’URI de redirection copiée juste avant, reste souvent dans le presse-papiers.",
            en="The page’s “https://” address, or the redirect URI copied just before, often stays in the clipboard.",
        ),
        seen=REFUSED,
        sources=(RFC3986_SCHEME,),
    ),
    "is-basic-header": Rule(
        "error",
        title=Text(fr="En-tête « Authorization »", en="“Authorization” header"),
        message=Text(
            fr="C’est un en-tête « Authorization: Basic » : il contient les deux clés, mais encodées.",
            en="This is an “Authorization: Basic” header: it contains both keys, but encoded.",
        ),
        help=Text(
            fr="Il n’est pas décodé ici, car il contient votre secret. Copiez les deux clés séparément, sous « Keys and credentials », onglet « {tab} ».",
            en="It is not decoded here, because it contains your secret. Copy the two keys separately, under “Keys and credentials”, the “{tab}” tab.",
        ),
        why=Text(
            fr="Base64 n’est pas un chiffrement : qui voit cet en-tête a votre secret. S’il a été partagé, faites renouveler le secret.",
            en="Base64 is not encryption: whoever sees this header has your secret. If it was shared, have the secret renewed.",
        ),
        seen=REFUSED,
        sources=(RFC7617_BASIC, RFC6749_CLIENT_SECRET),
    ),
    "is-email": Rule(
        "error",
        title=Text(fr="Adresse de courriel", en="Email address"),
        message=Text(
            fr="C’est une adresse de courriel, et non une clé.",
            en="This is an email address, not a key.",
        ),
        help=ANEW,
        why=Text(
            fr="Un gestionnaire de mots de passe prend parfois ces champs pour une page de connexion et les remplit d’une adresse et d’un mot de passe.",
            en="A password manager sometimes takes these fields for a sign-in page and fills in an address and a password.",
        ),
        seen=REFUSED,
        sources=(RFC5322_ADDRESS,),
    ),
}

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def made_up(label: str, length: int, alphabet: str = ALPHABET) -> str:
    """A value that looks drawn by lot and is the same each time: no key, real or not, is written down here."""
    return "".join(
        alphabet[byte % len(alphabet)] for byte in hashlib.shake_256(label.encode()).digest(length)
    )


_ID = "AB" + made_up("Client ID", 48)
_SECRET = made_up("Client secret", 40)
_OTHER_ID = "AB" + made_up("Client ID of the other environment", 48)
_OTHER_SECRET = made_up("Client secret of the other environment", 40)
_BOTH = {"client_id": _ID, "client_secret": _SECRET}
_EPOCH = made_up("epoch", 10, "0123456789")


def _example(
    fr: str,
    en: str,
    *rules: str,
    verdict: str = "fail",
    mended: bool = False,
    environment: str = "sandbox",
    **fields: str,
) -> Example:
    """An example: a plausible pair but for the fields that are given, described in words."""
    return Example(
        {**_BOTH, "environment": environment, **fields},
        rules,
        "review" if verdict == "review" else "fail",
        cleaned=_BOTH if mended else {},
        about=Text(fr=fr, en=en),
    )


EXAMPLES = (
    _example("Deux clés inventées", "Two made-up keys", "plausible", verdict="review"),
    _example("Les mêmes, pour la production", "The same, for production", "plausible", verdict="review", environment="production"),
    _example("Deux clés, et l’ID de l’autre environnement", "Two keys, and the other environment’s ID", "plausible", verdict="review", other_client_id=_OTHER_ID),
    _example("Deux champs vides", "Two empty fields", "empty", "empty", client_id="", client_secret=""),
    _example("Un champ qui ne contient que des espaces", "A field that holds only spaces", "empty", client_id=" \t\n"),
    _example("Une clé suivie d’un saut de ligne", "A key followed by a line break", "surrounding-space", mended=True, client_id=f"{_ID}\n"),
    _example("Une clé précédée d’une espace insécable", "A key with a no-break space before it", "surrounding-space", mended=True, client_secret=f"\u00a0{_SECRET}"),
    _example("Une clé entre guillemets", "A key in quotes", "wrapped", mended=True, client_id=f'"{_ID}"'),
    _example("Une clé en gras Markdown, suivie d’une virgule", "A key in Markdown’s bold, with a comma after it", "wrapped", mended=True, client_secret=f"**{_SECRET}**,"),
    _example("Une clé après son étiquette", "A key after its label", "label-included", mended=True, client_id=f"Client ID: {_ID}"),
    _example("Une clé après son étiquette en français", "A key after its label in French", "label-included", mended=True, client_secret=f"Secret client : {_SECRET}"),
    _example("Une ligne d’un fichier .env", "A line of a .env file", "label-included", mended=True, client_id=f'export QBO_CLIENT_ID="{_ID}"'),
    _example("Une ligne de JSON", "A line of JSON", "label-included", mended=True, client_secret=f'  "client_secret": "{_SECRET}",'),
    _example("Une clé suivie d’un mot", "A key with a word after it", "label-included", mended=True, client_id=f"{_ID} Copy"),
    _example("Une clé où s’est glissée une espace sans chasse", "A key with a zero-width space inside", "invisible-character", mended=True, client_id=f"{_ID[:20]}\u200b{_ID[20:]}"),
    _example("Une clé précédée d’une marque d’ordre des octets", "A key with a byte order mark before it", "invisible-character", mended=True, client_secret=f"\ufeff{_SECRET}"),
    _example("Une clé où s’est glissée une espace", "A key with a space inside", "inner-space", mended=True, client_secret=f"{_SECRET[:8]} {_SECRET[8:]}"),
    _example("Une clé coupée en deux lignes", "A key broken over two lines", "line-break", mended=True, client_id=f"{_ID[:30]}\r\n{_ID[30:]}"),
    _example("Une étiquette, puis une clé coupée en deux lignes", "A label, then a key broken over two lines", "label-included", "line-break", mended=True, client_id=f"Client ID:\n{_ID[:30]}\n{_ID[30:]}"),
    _example("Une clé où un « A » est cyrillique", "A key with a Cyrillic “A”", "homoglyph", client_id=f"\u0410{_ID[1:]}"),
    _example("Une clé où un chiffre est pleine chasse", "A key with a full-width digit", "homoglyph", client_secret=f"{_SECRET[:12]}\uff11{_SECRET[13:]}"),
    _example("Une clé où une lettre a un accent", "A key with an accented letter", "non-ascii", client_secret=f"{_SECRET[:12]}é{_SECRET[13:]}"),
    _example("La clé d’un autre service, avec des traits d’union", "Another service’s key, with hyphens", "unexpected-character", client_secret=f"{made_up('dash', 15)}-{made_up('more', 24)}"),
    _example("Le texte d’un guide", "The text of a guide", "placeholder", client_id="your_client_id"),
    _example("La variable au lieu de sa valeur", "The variable instead of its value", "placeholder", client_id="${QBO_CLIENT_ID}"),
    _example("Un nom sans valeur", "A name without a value", "placeholder", client_id="QBO_CLIENT_ID="),
    _example("Quarante fois la lettre x", "The letter x, forty times", "placeholder", client_secret="x" * 40),
    _example("L’alphabet, sur 50 caractères", "The alphabet, 50 characters of it", "placeholder", client_id=ALPHABET[:50]),
    _example("Des points, copiés avant « Show credentials »", "Dots, copied before “Show credentials”", "masked", client_secret="•" * 40),
    _example("Une clé abrégée par des points de suspension", "A key shortened with an ellipsis", "masked", client_id=f"{_ID[:6]}…{_ID[-4:]}"),
    _example("Une clé à laquelle il manque un caractère", "A key with one character missing", "too-short", client_id=_ID[:-1]),
    _example("Une clé collée deux fois", "A key pasted twice", "too-long", client_secret=_SECRET * 2),
    _example("Deux clés, chacune dans le champ de l’autre", "Two keys, each in the other’s field", "swapped", mended=True, client_id=_SECRET, client_secret=_ID),
    _example("Deux clés avec leurs étiquettes, chacune dans le champ de l’autre", "Two keys with their labels, each in the other’s field", "swapped", "label-included", "label-included", mended=True, client_id=f"Client secret: {_SECRET}", client_secret=f"Client ID: {_ID}"),
    _example("Le secret dans le champ de l’ID, et rien dans l’autre", "The secret in the ID’s field, and nothing in the other", "is-client-secret", "empty", client_id=_SECRET, client_secret=""),
    _example("L’ID d’une autre application au lieu du secret", "Another app’s ID instead of the secret", "is-client-id", client_secret=_OTHER_ID),
    _example("Le même ID dans les deux champs", "The same ID in both fields", "same-value", client_secret=_ID),
    _example("Le même ID pour les deux environnements", "The same ID for both environments", "same-as-other-environment", other_client_id=_ID),
    _example("Un ID au début inhabituel", "An ID with an unusual beginning", "plausible", "unknown-prefix", verdict="review", client_id="ZZ" + made_up("prefix", 48)),
    _example("Une empreinte de 40 chiffres hexadécimaux", "A hash of 40 hexadecimal digits", "little-variety", verdict="review", client_secret=made_up("hash", 40, "0123456789abcdef")),
    _example("Un jeton d’actualisation", "A refresh token", "is-refresh-token", client_id=f"AB1{_EPOCH}{made_up('refresh', 37)}"),
    _example("Un jeton d’actualisation, nouvelle forme", "A refresh token, new form", "is-refresh-token", client_secret=f"RT1-12-H0-{_EPOCH}{made_up('new', 20, '0123456789abcdef')}"),
    _example("Un jeton d’actualisation, ancienne forme", "A refresh token, old form", "is-refresh-token", client_id=f"L31{_EPOCH}{made_up('old', 37)}"),
    _example("Un code d’autorisation", "An authorization code", "is-authorization-code", client_secret=f"XAB1{_EPOCH}{made_up('code', 38)}"),
    _example("Un jeton d’accès, coupé à la longueur d’une clé", "An access token, cut to the length of a key", "is-access-token", client_secret=base64.b64encode(b'{"alg":"dir","enc":"A128CBC-HS256"}').decode()[:40]),
    _example("Un jeton d’actualisation après son nom", "A refresh token after its name", "is-refresh-token", client_id=f"refresh_token=AB1{_EPOCH}{made_up('refresh', 37)}"),
    _example("Les mêmes dix caractères, cinq fois", "The same ten characters, five times", "placeholder", client_id=made_up("again", 10) * 5),
    _example("Les rangées du clavier", "The rows of the keyboard", "placeholder", client_id="qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVB"),
    _example("Un jeton d’accès", "An access token", "is-access-token", client_secret="eyJ" + ".".join(made_up(part, 70) for part in "ABCDE")),
    _example("Un jeton d’identité", "An ID token", "is-id-token", client_secret="eyJ" + ".".join(made_up(part, 70) for part in "ABC")),
    _example("Un numéro d’entreprise, avec ses espaces", "A company ID, with its spaces", "is-realm-id", client_id=" ".join(made_up(part, 4, "0123456789") for part in "ABCD")),
    _example("Une clé d’OAuth 1", "An OAuth 1 key", "is-oauth1", client_id=f"qyprd{made_up('consumer', 25)}"),
    _example("Un identifiant d’entreprise de Codat", "A Codat company ID", "is-uuid", client_id="-".join(made_up(f"uuid {length}", length, "0123456789abcdef") for length in (8, 4, 4, 4, 12))),
    _example("L’adresse de la page", "The address of the page", "is-url", client_id="https://developer.intuit.com/"),
    _example("Un en-tête « Authorization »", "An “Authorization” header", "is-basic-header", client_secret=f"Authorization: Basic {made_up('basic', 122)}=="),
    _example("Une adresse de courriel", "An email address", "is-email", client_id="nobody@example.com"),
    _example("Un fichier .env dans un seul champ", "A .env file in one field", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"# Intuit\nQBO_CLIENT_ID={_ID}\nQBO_CLIENT_SECRET={_SECRET}\nQBO_REALM_ID=\n", client_secret=""),
    _example("Du JSON dans un seul champ", "JSON in one field", "taken-apart", "plausible", verdict="review", mended=True, client_id="", client_secret=f'{{"client_id": "{_ID}", "client_secret": "{_SECRET}"}}'),
    _example("La page du portail, copiée en entier", "The portal’s page, copied whole", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"Keys and credentials\nDevelopment\nProduction\nClient ID\n{_ID}\nClient secret\n{_SECRET}\n", client_secret=""),
    _example("Un tableau, copié dans le dernier champ", "A table, copied into the last field", "taken-apart", "plausible", verdict="review", mended=True, client_id="", client_secret="", other_client_id=f"Client ID\tClient secret\n{_ID}\t{_SECRET}\n"),
    _example("Un fichier .env dont le secret est masqué", "A .env file with a masked secret", "taken-apart", "masked", client_id=f"CLIENT_ID={_ID}\nCLIENT_SECRET=********\n", client_secret=""),
    _example("Un fichier .env avec deux ID", "A .env file with two IDs", "several-values", client_id=f"CLIENT_ID={_ID}\nCLIENT_ID={_OTHER_ID}\n"),
    _example("Une clé que son étiquette dit de production", "A key that its label calls production’s", "label-included", "other-environment-label", mended=True, client_id=f"QBO_PRODUCTION_CLIENT_ID={_ID}"),
    Example(
        {"client_id": f"[sandbox]\nclient_id = {_ID}\nclient_secret = {_SECRET}\n[production]\nclient_id = {_OTHER_ID}\nclient_secret = {_OTHER_SECRET}\n", "environment": "sandbox"},
        ("taken-apart", "plausible"),
        "review",
        cleaned={**_BOTH, "other_client_id": _OTHER_ID},
        about=Text(fr="Un fichier avec les clés des deux environnements", en="A file with the keys of both environments"),
    ),
)  # fmt: skip

CORRECTED = {
    "surrounding-space",
    "wrapped",
    "label-included",
    "invisible-character",
    "inner-space",
    "line-break",
    "swapped",
    "taken-apart",
}
"""What can be put right without a doubt about the keys themselves."""
NOTED = {"plausible", "unknown-prefix"}

_BLANK = rf"\s{INVISIBLE}"
_SIGNS = r"\"'`\\“”‘’«»\u2039\u203a„<>()\[\]{}*|,;.:"
_OPENING = re.compile(rf"[{_BLANK}{_SIGNS}=•–—-]*")
_CLOSING = re.compile(rf"[{_BLANK}{_SIGNS}]*")
_SIGN = re.compile(rf"[^{_BLANK}]")
_UNSEEN = re.compile(rf"[{INVISIBLE}]")
_LINE_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_LINE_BREAK = re.compile(rf"[{_LINE_BREAKS}]")
_INNER_SPACE = re.compile(rf"[^\S{_LINE_BREAKS}]")
_SPACE = re.compile(r"\s")
_LETTER = re.compile(r"[^\W_]")
_FOREIGN = re.compile(rf"[^A-Za-z0-9{_BLANK}]")
_ALPHANUMERIC = re.compile(r"[A-Za-z0-9]+\Z")

_MASK = re.compile(r"[•●∙⦁⬤█▪■▮\u2217⚫◦·]{2}|\*{3}(?!\*{0,2}\w)|…|\.\.\.|#{4}")
_TEMPLATE = re.compile(
    r"\$[({]|\{\{|#\{|<%|%\(|\A\W?([%@])\w{1,40}\1\W?\Z|\bos\.environ|\bprocess\.env|\bgetenv\b"
)
_STOCK = re.compile(
    r"client|secret|credential|placeholder|ex[ae]mple|replace|remplace|insert|quickbooks|intuit|sandbox"
    r"|production|loremipsum|deadbeef|foobar|x{6}",
    re.IGNORECASE,
)
"""Words that stand for a key, too long to turn up in a random one by chance."""
_ROWS = ("qwertyuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "wxcvbn")
_NEIGHBOURS = frozenset(row[at : at + 2] for row in _ROWS for at in range(len(row) - 1))
"""Letters that stand side by side on a keyboard (QWERTY or AZERTY)."""
_FILLER = re.compile(
    r"(?:todo|tbd|none|null|nil|undefined|test|dummy|fake|sample|key|value|id|n/?[ad]|redacted|hidden"
    r"|aucune?|àvenir|àdéterminer|caché|masqué)\Z",
    re.IGNORECASE,
)

_NAMED = "(?i:(?:[a-z]{{1,12}}_)?{}[\"']{{0,2}}(?:=>|[=:]))"

INSTEAD: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("placeholder", re.compile(r"(?i:your|votre|paste|colle[rz]|copie[rz]|enter|change_?me|client[_-]?(?:id|secret)|x{6})")),
    ("is-url", re.compile(r"(?i:[a-z][a-z0-9+.-]{0,20}://|www\.)")),
    ("is-url", re.compile(r"(?i:(?:[a-z0-9-]{1,63}\.){1,5}(?:com|io|net|org|ca|fr|dev|app)(?:[/:?#]|\Z))")),
    # A token by its name, as token endpoints and settings files give it.
    ("is-refresh-token", re.compile(_NAMED.format("refresh_?token"))),
    ("is-access-token", re.compile(_NAMED.format("access_?token"))),
    ("is-id-token", re.compile(_NAMED.format("id_?token"))),
    ("is-authorization-code", re.compile(_NAMED.format("(?:authorization_?|auth_?)?code"))),
    ("is-realm-id", re.compile(_NAMED.format("(?:realm|company)_?id"))),
    ("is-basic-header", re.compile(r"(?i:(?:.{0,40}authorization['\"]?[:=])?['\"]?basic)[A-Za-z0-9+/]{16}")),
    ("is-access-token", re.compile(r"(?i:(?:.{0,40}authorization['\"]?[:=])?['\"]?bearer)[A-Za-z0-9_.-]{16}")),
    ("is-access-token", re.compile(r"eyJ[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){4}\Z")),
    ("is-id-token", re.compile(r"eyJ[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){2}\Z")),
    # An access token cut short: Intuit's have 300 characters and more.
    ("is-access-token", re.compile(r"eyJ(?:[A-Za-z0-9_-]*\.|[A-Za-z0-9_-]{60})")),
    ("is-refresh-token", re.compile(r"RT1-")),
    # Case is lost where a value was typed or read out; no key begins like this in either.
    ("is-refresh-token", re.compile(r"(?i:(?:AB|L3|L0|Q0)1[0-9]{10}[a-z0-9]{37}\Z|L31[0-9]{10}[a-z0-9]{20})")),
    ("is-authorization-code", re.compile(r"(?i:(?:X?AB|Q0|L0)1[0-9]{10}[a-z0-9]{20,40}\Z)")),
    ("is-oauth1", re.compile(r"(?i:(?:qyprd|lvprd)[a-z0-9]{20,}\Z)")),
    ("is-uuid", re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\Z")),
    ("is-realm-id", re.compile(r"[0-9]{10,19}\Z")),
    ("is-email", re.compile(r"[^@]+@[^@.]+\.[^@]+\Z")),
)  # fmt: skip
"""What is no key, in the order in which it is tested: a refresh token is as long as a Client ID."""

_LOOKALIKES = frozenset(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0417"
    "\u0430\u0431\u0441\u0435\u043e\u0440\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u0131\u0251\u0261\u0578\u057d\u0585"
)
"""Cyrillic, Greek, Armenian and rare Latin letters that are drawn like a letter or digit of ASCII."""

LONGEST = 20_000
"""The longest text that is searched for keys. A file of settings is shorter; of more, only the length is told."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What was pasted for one key: where it stands, and its value without anything blank.

    ``form`` is the key whose form the value has; a value that is something else altogether is ``no_key``.
    """

    slot: str
    field: str
    place: Pasted
    value: str
    form: Slot | None = None
    no_key: bool = False


def examine(fields: Fields) -> Answer:
    """Find each key in what was pasted, wherever it was pasted; look at each; then at all of them together."""
    findings: list[Finding] = []
    found: dict[str, list[_Key]] = {slot: [] for slot in KINDS}
    for field in KINDS:
        places, said = _places(field, fields)
        findings += said
        for slot, place in places.items():
            key, said = _look(slot, field, place)
            found[slot].append(key)
            findings += said

    keys: dict[str, _Key] = {}
    for slot, candidates in found.items():
        # What stands in a key's own field comes before what was found in another.
        candidates.sort(key=lambda key: key.field != key.slot)
        if candidates:
            keys[slot] = candidates[0]
            differing = [key for key in candidates if key.value != candidates[0].value]
            findings += [_found("several-values", key.field, key.place, slot) for key in differing]
        elif slot != "other_client_id":
            findings.append(_found("empty", slot, None, slot))

    findings += _compare(keys)
    rules = {finding.rule for finding in findings}
    if rules <= NOTED | {"taken-apart"}:
        lengths = {"id_length": LENGTHS["client_id"], "secret_length": LENGTHS["client_secret"]}
        findings.append(_found("plausible", keys["client_id"].field, None, "client_id", **lengths))

    cleaned = {}
    if rules & CORRECTED and rules <= CORRECTED | NOTED | {"other-environment-label"}:
        # Both keys or neither: half a corrected pair would look like a whole one.
        cleaned = {slot: key.value for slot, key in keys.items()}
        if "swapped" in rules:
            cleaned |= {"client_id": cleaned["client_secret"], "client_secret": cleaned["client_id"]}
    return Answer(_in_reading_order(findings, fields["environment"]), cleaned)


def _found(rule: str, field: str, place: Pasted | None, slot: str, **holes: object) -> Finding:
    """A finding about the key ``slot``, at a place in a field. No hole ever takes what was pasted."""
    position = place.start + 1 if place else 0
    span = place.span if place else None
    return Finding(rule, field, span, {"position": position, "name": NAMES[slot], **holes})


def _in_reading_order(findings: list[Finding], environment: str) -> tuple[Finding, ...]:
    """The findings as they stand in the form, each with the words for the environment."""

    def in_words(finding: Finding) -> Finding:
        about_other = finding.holes["name"] is NAMES["other_client_id"]
        here = _other(environment) if about_other else environment
        words = {
            "environment": ENVIRONMENTS[here],
            "other": ENVIRONMENTS[_other(here)],
            "tab": TABS[here],
            "mixed_up": MIXED_UP[here],
        }
        return replace(finding, holes={**words, **finding.holes})

    fields = list(KINDS)
    in_order = sorted(findings, key=lambda finding: (fields.index(finding.field), finding.span or (-1, -1)))
    return tuple(map(in_words, in_order))


def _other(environment: str) -> str:
    return next(name for name in ENVIRONMENTS if name != environment)


def _places(field: str, fields: Fields) -> tuple[dict[str, Pasted], list[Finding]]:
    """Where each key stands in what one field holds, and what there is to say about that."""
    pasted = Pasted(fields[field])
    whole, _ = pasted.strip()
    if len(whole.text) > LONGEST:
        return {field: pasted}, []
    if not BLANK.sub("", whole.text):
        return {}, []
    found = _read(whole)
    ours, theirs = fields["environment"], _other(fields["environment"])
    others = [value for value in found if value.environment == theirs]
    secrets = _most_likely(found, "client_secret", ours, theirs)
    if field == "other_client_id" and (fields["client_id"].strip() or not secrets):
        # Only an ID is wanted here, and of a whole file it is the other environment's.
        chosen = {field: _most_likely(found, "client_id", theirs, ours)}
    else:
        ids = _most_likely(found, "client_id", ours, theirs)
        chosen = {
            "client_id": ids,
            "client_secret": secrets,
            "other_client_id": (
                _most_likely(others, "client_id", theirs, ours)
                if ids and ids[0].environment != theirs
                else []
            ),
        }
    chosen = {slot: values for slot, values in chosen.items() if values}
    said = [
        _found("several-values", field, value.value, slot)
        for slot, values in chosen.items()
        for value in _differing(values)
    ]
    said += [
        _found("other-environment-label", field, values[0].value, slot)
        for slot, values in chosen.items()
        if slot != "other_client_id" and values[0].environment == theirs
    ]
    if len(chosen) > 1:
        placed = {slot: values[0].value for slot, values in chosen.items()}
        return placed, [_found("taken-apart", field, None, field, placed=_itinerary(placed)), *said]
    for values in chosen.values():
        place = values[0].value
        begin, end = place.start - whole.start, place.span[1] - whole.start
        around = next((part for part in (whole[:begin], whole[end:]) if _LETTER.search(part.text)), None)
        if around and not _differing(values):
            said.append(_found("label-included", field, around, field, value_position=place.start + 1))
        return {field: place if around else pasted}, said
    return {field: pasted}, said


def _read(whole: Pasted) -> list[Labelled]:
    """The values in a text; none in an address or a header, which name a client_id among other things."""
    one_line = not _LINE_BREAK.search(whole.text)
    if one_line and _instead(whole.text, BLANK.sub("", whole.text)) in {"is-url", "is-basic-header"}:
        return []
    return read(whole)


def _most_likely(found: list[Labelled], slot: Slot, ours: str, theirs: str) -> list[Labelled]:
    """The values for one key whose names are surest, of the environment that is wanted where there are any."""
    values = [value for value in found if value.slot == slot]
    rank = max((value.rank for value in values), default=0)
    surest = [value for value in values if value.rank == rank]
    for environment in (ours, None, theirs):
        if those := [value for value in surest if value.environment == environment]:
            return those
    return []


def _differing(values: list[Labelled]) -> list[Labelled]:
    return [value for value in values if value.value.text != values[0].value.text][:1]


def _itinerary(placed: Mapping[str, Pasted]) -> Text:
    """Where each key was found: ``Client ID: characters 10 to 59``."""
    spans = [(NAMES[slot], place.start + 1, place.span[1]) for slot, place in placed.items()]
    return Text(
        fr="; ".join(f"{name.fr}\u00a0: caractères {first} à {last}" for name, first, last in spans),
        en="; ".join(f"{name.en}: characters {first} to {last}" for name, first, last in spans),
    )


def _look(slot: str, field: str, place: Pasted) -> tuple[_Key, list[Finding]]:
    """One value by itself: what it is instead of a key, or else everything that must come off it."""
    outer, _ = place.strip()
    if len(outer.text) > LONGEST:
        return _Key(slot, field, outer, outer.text, no_key=True), [_misfit(outer, outer.text, slot, field)]
    core = _core(outer)
    value = BLANK.sub("", core.text)
    if instead := _instead(outer.text, value):
        # Only this is said: taking the quotes off a refresh token would not make a key of it.
        finding = _found(instead, field, core, slot, length=len(value))
        return _Key(slot, field, core, value, no_key=True), [finding]

    said = [*_taken_off(place, core, slot, field), *_strangers(core, slot, field)]
    form = next((kind for kind, length in LENGTHS.items() if length == len(value)), None)
    form = form if _ALPHANUMERIC.match(value) else None
    if not form and len(value) != LENGTHS[KINDS[slot]]:
        said.append(_misfit(core, value, slot, field))
    if form == KINDS[slot]:
        if value == value.lower() or value == value.upper():
            said.append(_found("little-variety", field, core, slot))
        if form == "client_id" and not value.startswith(PREFIXES):
            said.append(_found("unknown-prefix", field, core[:2], slot))
    return _Key(slot, field, core, value, form), said


def _taken_off(place: Pasted, core: Pasted, slot: str, field: str) -> Iterator[Finding]:
    """What stands around and inside the value without being part of it: each kind once, where it begins."""
    outer, spaces = place.strip()
    edges = outer[: core.start - outer.start], outer[core.span[1] - outer.start :]
    for rule, pattern, parts in (
        ("surrounding-space", _SPACE, (*spaces, *edges)),
        ("wrapped", _SIGN, edges),
        ("line-break", _LINE_BREAK, (core,)),
        ("inner-space", _INNER_SPACE, (core,)),
        ("invisible-character", _UNSEEN, (outer,)),
    ):
        if first := next(filter(None, (_first(pattern, part) for part in parts)), None):
            count = len(_UNSEEN.findall(outer.text))
            yield _found(rule, field, first, slot, count=count, character=named(first.text))


def _strangers(core: Pasted, slot: str, field: str) -> Iterator[Finding]:
    """The characters that no key has: each kind once, where it begins."""
    strangers: dict[str, re.Match[str]] = {}
    for match in _FOREIGN.finditer(core.text):
        strangers.setdefault(_stranger(match[0]), match)
    for rule, match in strangers.items():
        yield _found(rule, field, core[match.start() : match.end()], slot, character=named(match[0]))


def _misfit(core: Pasted, value: str, slot: str, field: str) -> Finding:
    length, expected = len(value), LENGTHS[KINDS[slot]]
    rule = "too-short" if length < expected else "too-long"
    lengths = {"length": length, "expected": expected, "difference": abs(length - expected)}
    return _found(rule, field, core, slot, **lengths)


def _core(place: Pasted) -> Pasted:
    """The value without the space and the signs around it."""
    opening, closing = _OPENING.match(place.text), _CLOSING.match(place.text[::-1])
    begin = opening.end() if opening else 0
    return place[begin : max(begin, len(place.text) - (closing.end() if closing else 0))]


def _instead(text: str, value: str) -> str | None:
    """What a value is, where it is no key. ``text`` still has the signs around it."""
    if _MASK.search(text) or _MASK.search(BLANK.sub("", text)):
        return "masked"
    if _TEMPLATE.search(text) or not value:
        return "placeholder"
    if rule := next((rule for rule, pattern in INSTEAD if pattern.match(value)), None):
        return rule
    if _is_cut_token(value):
        return "is-access-token"
    return "placeholder" if _STOCK.search(value) or _FILLER.match(value) or _drawn_by_hand(value) else None


def _is_cut_token(value: str) -> bool:
    """Whether a value is the beginning of an access token: JSON in base64, of which every byte can be read.

    Three letters alone would call one right key in 240,000 a token.
    """
    if not value.startswith("eyJ") or not _ALPHANUMERIC.match(value) or len(value) > LENGTHS["client_id"]:
        return False
    header = base64.b64decode(value[: len(value) // 4 * 4])
    return header.startswith(b'{"') and all(0x20 <= byte < 0x7F for byte in header)


def _drawn_by_hand(value: str) -> bool:
    """Whether a value as long as a key is a run along the alphabet or a keyboard, or the same over and over.

    Of 40 characters drawn by lot, some 29 differ, one pair in 10 has neighbours, and no six characters ever
    come back.
    """
    if not 20 <= len(value) <= LENGTHS["client_id"]:
        return False
    low = value.lower()
    steps = sum(
        ord(after) - ord(before) in {-1, 0, 1} or low[at : at + 2] in _NEIGHBOURS
        for at, (before, after) in enumerate(pairwise(value))
    )
    pieces = [value[at : at + 6] for at in range(len(value) - 5)]
    return len(set(value)) < 8 or 2 * steps > len(value) or len(set(pieces)) < len(pieces)


def _first(pattern: re.Pattern[str], part: Pasted) -> Pasted | None:
    match = pattern.search(part.text)
    return part[match.start() : match.end()] if match else None


def _stranger(character: str) -> str:
    """The rule for a character that no key has."""
    if character.isascii():
        return "unexpected-character"
    folded = unicodedata.normalize("NFKC", character)
    return "homoglyph" if character in _LOOKALIKES or _ALPHANUMERIC.match(folded) else "non-ascii"


def _compare(keys: Mapping[str, _Key]) -> Iterator[Finding]:
    """What shows only when the keys are seen together."""
    client_id, secret, other = map(keys.get, KINDS)
    same = bool(client_id and secret and client_id.value == secret.value and not client_id.no_key)
    if client_id and secret and (client_id.form, secret.form) == ("client_secret", "client_id"):
        lengths = {"id_length": len(client_id.value), "secret_length": len(secret.value)}
        yield _found("swapped", client_id.field, None, "client_id", **lengths)
    else:
        for key in keys.values():
            # One value in both fields is one fault: which of the two it is, is part of it.
            if key.form and key.form != KINDS[key.slot] and not (same and key is not other):
                rule = f"is-{key.form.replace('_', '-')}"
                lengths = {"length": len(key.value), "expected": LENGTHS[KINDS[key.slot]]}
                yield _found(rule, key.field, key.place, key.slot, **lengths)
    if secret and same:
        yield _found("same-value", secret.field, None, "client_secret")
    if client_id and other and client_id.value == other.value and not client_id.no_key:
        yield _found("same-as-other-environment", other.field, None, "other_client_id")
