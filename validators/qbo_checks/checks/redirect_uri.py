"""The redirect URI that the app registers at Intuit so that Codat receives its customers.

Two URIs are right, one for each environment, and each is compared byte for byte (RFC 3986, section 6.2.1)
before anything is parsed: a parser's idea of equality is not Intuit's. Everything else is explained.
Source of both URIs: https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_uppercase

from qbo_checks import lookalikes
from qbo_checks.environments import ENVIRONMENTS, TABS
from qbo_checks.excerpt import named, quote
from qbo_checks.model import Answer, Comparison, Example, Field, Fields, Finding, Rule, Text
from qbo_checks.pasted import first_difference
from qbo_checks.sources import (
    CODAT_SETUP,
    INTUIT_OAUTH_FAQ,
    INTUIT_REDIRECT_URI,
    RFC3986_CASE,
    RFC3986_CHARACTERS,
    RFC3986_DOTS,
    RFC3986_HOST,
    RFC3986_MISLEADING,
    RFC3986_PATH,
    RFC3986_PERCENT,
    RFC3986_PORT,
    RFC3986_SCHEME,
    RFC3986_STRINGS,
    RFC3986_USERINFO,
    RFC3986_WRITTEN,
    RFC6749_AUTHORIZATION,
    RFC6749_CLIENT_ID,
    RFC6749_CLIENT_SECRET,
    RFC6749_CODES,
    RFC6749_ENDPOINT,
    RFC6749_REGISTERED,
    RFC6749_RESPONSE,
    RFC6749_SCOPE,
    RFC6749_STATE,
    RFC8252_LOOPBACK,
    RFC9700_EXACT,
    UTR36_SPOOFING,
)
from qbo_checks.uri import (
    BREAKS,
    FULL_WIDTH,
    LONGEST,
    SPACES,
    Parts,
    Traced,
    beginnings,
    holds_secret,
    lower,
    parameter,
    peel,
    plain,
    refanged,
    split,
    unescaped,
    unseen,
    word_start,
)

SANDBOX = "https://quickbooksonlinesandbox.codat.io/oauth2/callback"
PRODUCTION = "https://quickbooksonline.codat.io/oauth2/callback"
URIS = {"sandbox": SANDBOX, "production": PRODUCTION}

SCHEME = "https"
PATH = "/oauth2/callback"
HOSTS = {name: uri.removeprefix(f"{SCHEME}://").removesuffix(PATH) for name, uri in URIS.items()}
OURS = tuple(HOSTS.values())

CODAT = "codat.io"
PLAYGROUND = "developer.intuit.com"
AUTHORIZE = "appcenter.intuit.com"
SCOPE = "com.intuit.quickbooks.accounting"
CLIENT_ID_LENGTH = 50
MOST_URIS = 20
"""How many addresses are looked at, where several were pasted."""

CAPITALS = frozenset(ascii_uppercase)
QUOTES = frozenset('"<>`')
"""What ends an address that stands in a text; a space may be inside it."""

CONTINUED = frozenset("/\\@.:?#;%&")
"""What goes on with an address after a space; any other character begins a word of its own."""

LABEL_ENDS = frozenset("=:([{'\"<>`|,;")
"""What may stand between a label and its address without a space."""

_CODE = re.compile(r"(?:^|[?&#])\s*(c\s*o\s*d\s*e\s*=)\s*[^&#\s]")

_NAME = re.compile(r"[a-z0-9.-]+")
_GAPPED = re.compile(r"https?\s*:\s*[/\\]\s*[/\\]\s*\Z")
"""A scheme with spaces in it, right before a host."""

_DOUBLED_SCHEME = re.compile(r"(?:https?:[/\\]{0,2})+(?=https?:[/\\]{2})")
_PARAMETERS = re.compile(r";[^/]*")
_DOUBLED = re.compile(r"(?<=/)/+")
_DOTS = re.compile(r"/(\.\.?)(?![^/])")
_SEGMENT = re.compile(r"/?[^/]*")
_VERSION = re.compile(r"/(oauth[0-9._v-]{0,8})/callback")

TITLE = Text(fr="URI de redirection", en="Redirect URI")

FIELDS = (
    Field(
        "uri",
        label=Text(fr="URI de redirection", en="Redirect URI"),
        hint=Text(
            fr="Collez-la telle qu’elle figure dans le portail Intuit, sous « Redirect URIs ».",
            en="Paste it as it stands in the Intuit portal, under “Redirect URIs”.",
        ),
    ),
    Field(
        "environment",
        label=Text(fr="Environnement", en="Environment"),
        kind="choice",
        choices=ENVIRONMENTS,
    ),
)

MISMATCH = Text(
    fr="Au moment de la connexion, Intuit affiche « The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app’s keys tab and matches it exactly. »",
    en="At the moment of connecting, Intuit shows “The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app’s keys tab and matches it exactly.”",
)
QUERY_SEEN = Text(
    fr="La connexion échoue avec « invalid_grant », ou avec « The redirect_uri query parameter value is invalid. »",
    en="Connecting fails with “invalid_grant”, or with “The redirect_uri query parameter value is invalid.”",
)
GENERIC = Text(
    fr="Intuit ne documente pas de texte pour ce cas. Sa page d’erreur générale dit « Uh oh, there’s a connection problem. »; le détail est sous « View error details (for Developers) ».",
    en="Intuit documents no text for this case. Its general error page says “Uh oh, there’s a connection problem.”; the details are under “View error details (for Developers)”.",
)
UNKNOWN = Text(
    fr="Ni Intuit ni Codat ne documente ce qui s’affiche alors.",
    en="Neither Intuit nor Codat documents what is shown then.",
)
EXACTLY = Text(
    fr="Intuit compare l’URI que Codat envoie à celle que vous avez enregistrée, caractère par caractère. Rien n’est corrigé, rien n’est toléré.",
    en="Intuit compares the URI that Codat sends with the one you registered, character by character. Nothing is corrected and nothing is tolerated.",
)

RULES = {
    "exact": Rule(
        "note",
        title=Text(fr="URI exacte", en="Exact URI"),
        message=Text(
            fr="C’est exactement l’URI de Codat pour l’environnement {environment}.",
            en="This is exactly Codat’s URI for the {environment} environment.",
        ),
        help=Text(
            fr="Cliquez sur « Save » dans le portail Intuit, puis vérifiez que l’URI figure bien dans la liste de l’onglet « {tab} ».",
            en="Select “Save” in the Intuit portal, then make sure that the URI is in the list of the “{tab}” tab.",
        ),
        why=Text(
            fr="Chaque environnement d’Intuit a sa propre liste d’URI de redirection. Une URI exacte, mais enregistrée sous l’autre onglet, est refusée.",
            en="Each Intuit environment has its own list of redirect URIs. An exact URI that is registered under the other tab is refused.",
        ),
        seen=Text(
            fr="L’URI apparaît dans la liste « Redirect URIs » et la connexion revient chez Codat.",
            en="The URI appears in the “Redirect URIs” list, and connecting leads back to Codat.",
        ),
        sources=(CODAT_SETUP, INTUIT_REDIRECT_URI),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Rien à vérifier", en="Nothing to check"),
        message=Text(fr="Le champ est vide.", en="The field is empty."),
        help=Text(
            fr="Collez l’URI de redirection, ou copiez celle que Codat attend ici.",
            en="Paste the redirect URI, or copy the one that Codat expects here.",
        ),
        why=Text(
            fr="Sans URI enregistrée, Intuit ne sait pas où renvoyer votre client une fois l’accès autorisé.",
            en="Without a registered URI, Intuit has nowhere to send your customer after they authorize access.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI,),
    ),
    "not-a-uri": Rule(
        "error",
        title=Text(fr="Ce n’est pas une adresse", en="Not an address"),
        message=Text(
            fr="Le champ ne contient pas d’adresse.",
            en="The field does not hold an address.",
        ),
        help=Text(
            fr="L’URI à enregistrer ici est « {expected} ». Si vous avez collé une clé par mégarde, videz le champ.",
            en="The URI to register here is “{expected}”. If you pasted a key by mistake, clear the field.",
        ),
        why=Text(
            fr="Une URI de redirection est une adresse web complète. Comme une clé collée au mauvais endroit aurait la même allure, rien de ce texte n’est répété.",
            en="A redirect URI is a complete web address. A key that was pasted into the wrong place would look the same, so nothing of this text is repeated.",
        ),
        seen=UNKNOWN,
        sources=(RFC6749_ENDPOINT, INTUIT_REDIRECT_URI),
    ),
    "several-uris": Rule(
        "error",
        title=Text(fr="Plusieurs adresses", en="Several addresses"),
        message=Text(
            fr="Le champ contient {count} adresses; la deuxième commence au caractère {position}.",
            en="The field holds {count} addresses; the second begins at character {position}.",
        ),
        help=Text(
            fr="Vérifiez-les une à la fois. Dans le portail Intuit, chaque URI a sa propre ligne : cliquez sur « Add URI ».",
            en="Check them one at a time. In the Intuit portal, each URI has its own row: select “Add URI”.",
        ),
        why=Text(
            fr="Deux adresses sur une même ligne n’en font qu’une, qui n’existe pas. L’URI du bac à sable et celle de production s’enregistrent d’ailleurs sous des onglets différents.",
            en="Two addresses in one row make a single one, which does not exist. Besides, the sandbox URI and the production URI belong under different tabs.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI, RFC3986_WRITTEN),
    ),
    "surrounding-space": Rule(
        "error",
        title=Text(fr="Espace autour de l’URI", en="Space around the URI"),
        message=Text(
            fr="L’URI est entourée d’espaces ou de sauts de ligne (caractère {position}).",
            en="There are spaces or line breaks around the URI (character {position}).",
        ),
        help=Text(
            fr="Supprimez-les : l’URI doit commencer par « https » et finir par « callback ».",
            en="Delete them: the URI must begin with “https” and end with “callback”.",
        ),
        why=Text(
            fr="Une espace copiée avec l’URI en fait partie dès qu’elle est enregistrée, et personne ne la voit. Aucun document d’Intuit ne promet qu’elle sera retirée.",
            en="A space copied along with the URI becomes part of it once saved, and nobody can see it. No Intuit document promises to remove it.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC3986_WRITTEN),
    ),
    "wrapped": Rule(
        "error",
        title=Text(fr="Signes autour de l’URI", en="Signs around the URI"),
        message=Text(
            fr="« {found} » a été copié avec l’URI (caractère {position}).",
            en="“{found}” was copied along with the URI (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que l’URI, sans guillemets, sans parenthèses, sans balisage Markdown et sans ponctuation finale.",
            en="Keep only the URI, without quotes, brackets, Markdown or a full stop.",
        ),
        why=Text(
            fr="Les guillemets et les crochets viennent du document d’où l’URI a été copiée. Enregistrés chez Intuit, ils font partie de l’adresse.",
            en="The quotes and brackets come from the document that the URI was copied from. Saved at Intuit, they become part of the address.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC3986_WRITTEN),
    ),
    "label-included": Rule(
        "error",
        title=Text(fr="Mots copiés avec l’URI", en="Words copied along with the URI"),
        message=Text(
            fr="« {found} » ne fait pas partie de l’URI (caractère {position}).",
            en="“{found}” is not part of the URI (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que l’adresse, de « https » à « callback ».",
            en="Keep only the address, from “https” to “callback”.",
        ),
        why=Text(
            fr="L’étiquette d’un champ, le nom d’une variable ou la suite d’une phrase se copient facilement avec l’adresse. Chez Intuit, ils en feraient partie.",
            en="A field’s label, a variable’s name or the rest of a sentence is easily copied along with the address. At Intuit, it would be part of it.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC3986_WRITTEN),
    ),
    "invisible-character": Rule(
        "error",
        title=Text(fr="Caractère invisible", en="Invisible character"),
        message=Text(
            fr="Un caractère invisible, {character}, s’est glissé dans le texte (caractère {position}).",
            en="An invisible character, {character}, has slipped into the text (character {position}).",
        ),
        help=Text(
            fr="Videz le champ du portail et collez-y l’URI de nouveau : ce qui ne se voit pas ne s’efface pas à coup sûr.",
            en="Clear the portal’s field and paste the URI again: what cannot be seen cannot be deleted with certainty.",
        ),
        why=Text(
            fr="Les traitements de texte, les messageries et les PDF insèrent de tels caractères pour couper les lignes ou fixer le sens de lecture. L’œil ne les voit pas; la comparaison, oui.",
            en="Word processors, messaging apps and PDFs insert such characters to break lines or to set the direction of reading. The eye does not see them; the comparison does.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "control-character": Rule(
        "error",
        title=Text(fr="Caractère de commande", en="Control character"),
        message=Text(
            fr="Un caractère de commande, {character}, s’est glissé dans le texte (caractère {position}).",
            en="A control character, {character}, has slipped into the text (character {position}).",
        ),
        help=Text(
            fr="Videz le champ du portail et collez-y l’URI de nouveau, depuis ce guide plutôt que depuis un terminal.",
            en="Clear the portal’s field and paste the URI again, from this guide rather than from a terminal.",
        ),
        why=Text(
            fr="Ces caractères donnent des ordres à un terminal ou à une imprimante. Une URI n’en contient jamais.",
            en="These characters give orders to a terminal or a printer. A URI never holds any.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "inner-space": Rule(
        "error",
        title=Text(fr="Espace dans l’URI", en="Space inside the URI"),
        message=Text(
            fr="L’adresse est coupée par une espace ou un saut de ligne (caractère {position}).",
            en="The address is broken by a space or a line break (character {position}).",
        ),
        help=Text(
            fr="Supprimez toutes les espaces : une URI s’écrit d’un seul tenant.",
            en="Delete every space: a URI is written in one piece.",
        ),
        why=Text(
            fr="Un courriel ou un PDF coupe une longue adresse en fin de ligne, et la coupure se copie avec elle. Une URI ne contient jamais d’espace.",
            en="An email or a PDF breaks a long address at the end of a line, and the break is copied along. A URI never holds a space.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_WRITTEN),
    ),
    "fullwidth-character": Rule(
        "error",
        title=Text(fr="Caractère pleine chasse", en="Full-width character"),
        message=Text(
            fr="Le caractère {position} est la forme pleine chasse de « {plain} » : {character}.",
            en="Character {position} is the full-width form of “{plain}”: {character}.",
        ),
        help=Text(
            fr="Remettez le clavier en mode latin et retapez l’URI, ou collez-la depuis ce guide.",
            en="Switch the keyboard back to Latin letters and type the URI again, or paste it from this guide.",
        ),
        why=Text(
            fr="Les claviers chinois, japonais et coréens écrivent aussi les lettres et les signes latins en pleine chasse. Ils se lisent comme les autres, mais ce sont d’autres caractères.",
            en="Chinese, Japanese and Korean keyboards also write Latin letters and signs in full width. They read like the ordinary ones, but they are other characters.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "percent-encoded": Rule(
        "error",
        title=Text(fr="Caractère codé avec « % »", en="Percent-encoded character"),
        message=Text(
            fr="À partir du caractère {position}, des caractères sont codés avec « % ».",
            en="From character {position} on, characters are percent-encoded.",
        ),
        help=Text(
            fr="Écrivez les signes eux-mêmes : « : » au lieu de « %3A », « / » au lieu de « %2F ».",
            en="Write the signs themselves: “:” instead of “%3A”, “/” instead of “%2F”.",
        ),
        why=Text(
            fr="Ce codage sert à transporter une URI dans une autre. Une URI codée équivaut souvent à l’original pour un navigateur, jamais pour une comparaison caractère par caractère.",
            en="This encoding carries one URI inside another. An encoded URI is often the same to a browser, and never to a comparison character by character.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_PERCENT, RFC3986_STRINGS),
    ),
    "escaped-character": Rule(
        "error",
        title=Text(fr="Notation de HTML, de JSON ou d’un courriel", en="Notation of HTML, JSON or email"),
        message=Text(
            fr="« {found} » (caractère {position}) est une notation de HTML, de JSON ou de la source d’un courriel, et non une partie de l’adresse.",
            en="“{found}” (character {position}) is a notation of HTML, of JSON or of an email’s source, not part of the address.",
        ),
        help=Text(
            fr="Copiez l’adresse telle qu’elle s’affiche, et non depuis le code source.",
            en="Copy the address as it is displayed, not from the source code.",
        ),
        why=Text(
            fr="Un code source note certains signes autrement, et le logiciel qui l’affiche les rétablit. Aucun document d’Intuit ne promet que son portail le fait.",
            en="Source code writes some signs in another way, and the software that displays it puts them back. No Intuit document promises that its portal does.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "defanged": Rule(
        "error",
        title=Text(fr="Adresse désamorcée", en="Defanged address"),
        message=Text(
            fr="« {found} » (caractère {position}) a été écrit pour que personne ne puisse ouvrir l’adresse par mégarde.",
            en="“{found}” (character {position}) was written so that nobody can open the address by accident.",
        ),
        help=Text(
            fr="Rétablissez les signes ordinaires, et regardez bien l’hôte.",
            en="Put the ordinary signs back, and look closely at the host.",
        ),
        why=Text(
            fr="Les équipes de sécurité et certaines messageries écrivent « hxxps » ou « [.] » dans les adresses dont elles se méfient. Telle quelle, celle-ci ne mène nulle part.",
            en="Security teams and some mail programs write “hxxps” or “[.]” in addresses that they do not trust. As it stands, this one leads nowhere.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "doubled-scheme": Rule(
        "error",
        title=Text(fr="Protocole écrit deux fois", en="Scheme written twice"),
        message=Text(
            fr="« {found} » est de trop : l’adresse a déjà son protocole (caractère {position}).",
            en="“{found}” is too much: the address already has its scheme (character {position}).",
        ),
        help=Text(fr="Ne gardez qu’un seul « https:// ».", en="Keep a single “https://”."),
        why=Text(
            fr="Une adresse copiée apporte déjà son « https:// », même collée derrière un autre. Pour un navigateur, « https » devient alors l’hôte.",
            en="A copied address brings its own “https://” along, even when it is pasted behind another one. To a browser, “https” then becomes the host.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_SCHEME, RFC3986_STRINGS),
    ),
    "missing-scheme": Rule(
        "error",
        title=Text(fr="« https:// » manquant", en="Missing “https://”"),
        message=Text(
            fr="L’URI doit commencer par « https:// ».",
            en="The URI must begin with “https://”.",
        ),
        help=Text(
            fr="Ajoutez « https:// » devant l’hôte.",
            en="Add “https://” before the host.",
        ),
        why=Text(
            fr="Une URI de redirection est une URI absolue : le protocole en fait partie. Le navigateur le masque souvent, et il se perd à la copie.",
            en="A redirect URI is an absolute URI: the scheme is part of it. Browsers often hide it, and then it is lost in copying.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_ENDPOINT, RFC3986_SCHEME),
    ),
    "http-scheme": Rule(
        "error",
        title=Text(fr="« http » au lieu de « https »", en="“http” instead of “https”"),
        message=Text(
            fr="L’URI commence par « http » : il manque le « s » après le caractère {position}.",
            en="The URI begins with “http”: the “s” is missing after character {position}.",
        ),
        help=Text(fr="Écrivez « https:// ».", en="Write “https://”."),
        why=Text(
            fr="Le code d’autorisation voyage dans cette adresse. Intuit n’accepte que « https », sauf pour localhost en développement, dont Codat ne se sert pas.",
            en="The authorization code travels in this address. Intuit accepts only “https”, except for localhost in development, which Codat does not use.",
        ),
        seen=Text(
            fr="En production, le portail Intuit refuse d’enregistrer l’URI. Sinon, la connexion échoue : « The redirect_uri query parameter value is invalid. »",
            en="In production, the Intuit portal refuses to save the URI. Otherwise connecting fails: “The redirect_uri query parameter value is invalid.”",
        ),
        sources=(INTUIT_REDIRECT_URI, RFC9700_EXACT),
    ),
    "other-scheme": Rule(
        "error",
        title=Text(fr="Autre protocole que « https »", en="Not “https”"),
        message=Text(
            fr="L’URI commence par « {found} » au lieu de « https » (caractère {position}).",
            en="The URI begins with “{found}” instead of “https” (character {position}).",
        ),
        help=Text(
            fr="Écrivez exactement « https:// » devant l’hôte.",
            en="Write exactly “https://” before the host.",
        ),
        why=Text(
            fr="Intuit n’accepte que « https ». Une lettre de trop, comme dans « httpss », désigne déjà un autre protocole.",
            en="Intuit accepts only “https”. One letter too many, as in “httpss”, already names another scheme.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI, RFC3986_SCHEME),
    ),
    "uppercase-scheme-host": Rule(
        "error",
        title=Text(fr="Majuscule dans le protocole ou l’hôte", en="Capital in the scheme or host"),
        message=Text(
            fr="« {found} » est une majuscule (caractère {position}).",
            en="“{found}” is a capital letter (character {position}).",
        ),
        help=Text(
            fr="Écrivez le protocole et l’hôte tout en minuscules.",
            en="Write the scheme and the host in lower case throughout.",
        ),
        why=Text(
            fr="Un navigateur met lui-même le protocole et l’hôte en minuscules, et la page s’ouvre. La comparaison d’Intuit porte sur les caractères : « C » n’est pas « c ».",
            en="A browser lower-cases the scheme and the host by itself, and the page opens. Intuit’s comparison is about characters: “C” is not “c”.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CASE, RFC6749_REGISTERED),
    ),
    "backslash": Rule(
        "error",
        title=Text(fr="Barre oblique inversée", en="Backslash"),
        message=Text(
            fr="Il y a une barre oblique inversée, « \\ », au caractère {position}.",
            en="There is a backslash, “\\”, at character {position}.",
        ),
        help=Text(
            fr="Remplacez chaque « \\ » par « / ».",
            en="Replace every “\\” with “/”.",
        ),
        why=Text(
            fr="Le navigateur la change en barre oblique sans le dire, et l’adresse semble fonctionner. D’autres logiciels y lisent un autre hôte.",
            en="A browser silently turns it into a slash, so the address seems to work. Other software reads a different host there.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "userinfo": Rule(
        "error",
        title=Text(fr="Nom d’utilisateur devant l’hôte", en="User name before the host"),
        message=Text(
            fr="Ce qui précède « @ » n’est pas l’hôte, mais un nom d’utilisateur (caractère {position}).",
            en="What stands before the “@” is not the host but a user name (character {position}).",
        ),
        help=Text(
            fr="Supprimez tout, de la fin de « https:// » jusqu’au « @ » compris, et regardez bien l’hôte qui reste.",
            en="Delete everything after “https://” up to and including the “@”, and look closely at the host that is left.",
        ),
        why=Text(
            fr="L’hôte véritable vient après « @ ». C’est un vieux moyen de faire passer une adresse pour une autre.",
            en="The real host comes after the “@”. This is an old way of passing one address off as another.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_USERINFO, RFC3986_MISLEADING),
    ),
    "missing-host": Rule(
        "error",
        title=Text(fr="Hôte manquant", en="Missing host"),
        message=Text(
            fr="L’adresse n’a pas d’hôte : il manque « {host} ».",
            en="The address has no host: “{host}” is missing.",
        ),
        help=Text(
            fr="Enregistrez l’URI au complet : « {expected} ».",
            en="Register the whole URI: “{expected}”.",
        ),
        why=Text(
            fr="Sans hôte, l’adresse ne mène nulle part : Intuit ne sait pas que votre client doit revenir chez Codat.",
            en="Without a host, the address leads nowhere: Intuit cannot tell that your customer has to return to Codat.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_ENDPOINT, RFC3986_HOST),
    ),
    "localhost": Rule(
        "error",
        title=Text(fr="Votre propre ordinateur", en="Your own computer"),
        message=Text(
            fr="« {found} » désigne l’ordinateur où le navigateur s’exécute, et non Codat.",
            en="“{found}” is the computer that the browser runs on, not Codat.",
        ),
        help=Text(
            fr="Enregistrez plutôt « {expected} ». Si une application de test se sert de localhost, ajoutez-le sur une autre ligne, sous « Development » seulement.",
            en="Register “{expected}” instead. If a test app of yours uses localhost, add it in a row of its own, under “Development” only.",
        ),
        why=Text(
            fr="Intuit permet localhost, sans https, pour les environnements de bac à sable. Mais c’est Codat qui reçoit le code d’autorisation, et Codat ne se trouve pas sur votre ordinateur.",
            en="Intuit allows localhost, without https, for sandbox environments. Yet it is Codat that receives the authorization code, and Codat is not on your computer.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI, CODAT_SETUP, RFC8252_LOOPBACK),
    ),
    "ip-address": Rule(
        "error",
        title=Text(fr="Adresse IP au lieu de l’hôte", en="IP address instead of the host"),
        message=Text(
            fr="« {found} » est une adresse IP; Intuit n’en accepte pas.",
            en="“{found}” is an IP address; Intuit does not accept any.",
        ),
        help=Text(
            fr="Remplacez toute l’URI par « {expected} ».",
            en="Replace the whole URI with “{expected}”.",
        ),
        why=Text(
            fr="La règle d’Intuit est explicite : « IP addresses aren’t allowed. » Les adresses IP de Codat, que demande le questionnaire, ne servent pas ici.",
            en="Intuit’s rule is explicit: “IP addresses aren’t allowed.” Codat’s IP addresses, which the questionnaire asks for, have no place here.",
        ),
        seen=Text(
            fr="Intuit n’accepte pas l’URI. Le texte que le portail affiche alors n’est pas documenté.",
            en="Intuit does not accept the URI. What the portal shows then is not documented.",
        ),
        sources=(INTUIT_REDIRECT_URI, RFC3986_HOST),
    ),
    "homoglyph-host": Rule(
        "error",
        title=Text(fr="Hôte contrefait", en="Counterfeit host"),
        message=Text(
            fr="L’hôte contient {character}, qui se lit comme une lettre ou un signe ordinaire (caractère {position}). Ce n’est pas l’hôte de Codat : en ASCII, il s’écrit « {ascii} ».",
            en="The host holds {character}, which reads like an ordinary letter or sign (character {position}). This is not Codat’s host: in ASCII it is “{ascii}”.",
        ),
        help=Text(
            fr="Ne corrigez pas cette lettre et n’enregistrez rien de cette adresse. Remplacez toute l’URI par « {expected} », que donne la documentation de Codat.",
            en="Do not correct that letter, and register nothing of this address. Replace the whole URI with “{expected}”, which Codat’s documentation gives.",
        ),
        why=Text(
            fr="Deux lettres que l’œil confond peuvent mener à deux sites différents. C’est un moyen connu de détourner les codes d’autorisation : demandez-vous d’où vient cette adresse.",
            en="Two letters that the eye confuses can lead to two different sites. This is a known way of diverting authorization codes: ask yourself where this address came from.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, UTR36_SPOOFING, RFC9700_EXACT),
    ),
    "other-codat-host": Rule(
        "error",
        title=Text(fr="Autre hôte de Codat", en="Another host of Codat’s"),
        message=Text(
            fr="« {found} » est dans le domaine de Codat, mais n’est pas l’hôte attendu, « {host} ».",
            en="“{found}” is in Codat’s domain, but it is not the expected host, “{host}”.",
        ),
        help=Text(
            fr="Remplacez toute l’URI par « {expected} ».",
            en="Replace the whole URI with “{expected}”.",
        ),
        why=Text(
            fr="Codat a un hôte pour chaque usage : son portail, son API, Link, et un par intégration. Pour QuickBooks Online, il y en a deux, un par environnement.",
            en="Codat has a host for each purpose: its portal, its API, Link, and one for each integration. QuickBooks Online has two, one for each environment.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC6749_REGISTERED),
    ),
    "playground": Rule(
        "error",
        title=Text(fr="URI de l’OAuth Playground", en="The OAuth Playground’s URI"),
        message=Text(
            fr="C’est l’URI de l’OAuth Playground d’Intuit, et non celle de Codat.",
            en="This is the URI of Intuit’s OAuth Playground, not Codat’s.",
        ),
        help=Text(
            fr="Si elle figure déjà dans la liste, elle n’y nuit pas. Ajoutez, sur une autre ligne, « {expected} ».",
            en="If it is already in the list, it does no harm there. Add “{expected}” in a row of its own.",
        ),
        why=Text(
            fr="Intuit l’inscrivait d’office dans les nouvelles applications, d’où la confusion. Elle sert à essayer OAuth à la main; Codat ne reçoit rien par là.",
            en="Intuit used to put it into new apps by default, hence the confusion. It is for trying OAuth by hand; nothing reaches Codat through it.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI, CODAT_SETUP),
    ),
    "lookalike-host": Rule(
        "error",
        title=Text(fr="Hôte qui ressemble à celui de Codat", en="Host that resembles Codat’s"),
        message=Text(
            fr="L’hôte « {found} » ressemble à « {host} », mais c’en est un autre.",
            en="The host “{found}” resembles “{host}”, but it is a different one.",
        ),
        help=Text(
            fr="Ne le corrigez pas lettre par lettre : remplacez toute l’URI par « {expected} ».",
            en="Do not correct it letter by letter: replace the whole URI with “{expected}”.",
        ),
        why=Text(
            fr="Une lettre d’écart, ou un mot ajouté à la fin, et l’hôte peut appartenir à n’importe qui. C’est lui qui recevrait les codes d’autorisation de vos clients.",
            en="One letter off, or one word added at the end, and the host may belong to anyone. It is they who would receive your customers’ authorization codes.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC9700_EXACT),
    ),
    "foreign-host": Rule(
        "error",
        title=Text(fr="Hôte étranger à Codat", en="Not Codat’s host"),
        message=Text(
            fr="L’hôte est « {found} », et non « {host} ».",
            en="The host is “{found}”, not “{host}”.",
        ),
        help=Text(
            fr="Si vous passez par Codat, remplacez toute l’URI par celle de Codat. N’enregistrez jamais une URI que vous ne reconnaissez pas.",
            en="If you connect through Codat, replace the whole URI with Codat’s. Never register a URI that you do not recognize.",
        ),
        why=Text(
            fr="Intuit remet le code d’autorisation de vos clients à cet hôte, quel qu’il soit. Une seule lettre d’écart, et il est remis à quelqu’un d’autre.",
            en="Intuit hands your customers’ authorization codes to this host, whoever owns it. One letter off, and somebody else receives them.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC9700_EXACT),
    ),
    "wrong-environment": Rule(
        "error",
        title=Text(fr="URI de l’autre environnement", en="The other environment’s URI"),
        message=Text(
            fr="C’est l’URI de l’environnement {other}, alors que cette étape porte sur l’environnement {environment}.",
            en="This is the URI for the {other} environment, but this step is about the {environment} environment.",
        ),
        help=Text(
            fr="Enregistrez ici l’URI dont l’hôte est « {host} ».",
            en="Register the URI whose host is “{host}” here.",
        ),
        why=Text(
            fr="Intuit tient une liste par environnement, et Codat a une URI pour chacun. Les échanger bloque les deux intégrations.",
            en="Intuit keeps one list per environment, and Codat has one URI for each. Swapping them blocks both integrations.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, INTUIT_REDIRECT_URI),
    ),
    "www": Rule(
        "error",
        title=Text(fr="« www. » devant l’hôte", en="“www.” before the host"),
        message=Text(
            fr="L’hôte commence par « www. » (caractère {position}), qui est de trop.",
            en="The host begins with “www.” (character {position}), which is too much.",
        ),
        help=Text(
            fr="Supprimez « www. » : l’hôte est « {host} ».",
            en="Delete “www.”: the host is “{host}”.",
        ),
        why=Text(
            fr="« www. » est une habitude des sites web, et non une règle : c’est le nom d’un autre hôte, que Codat n’utilise pas ici.",
            en="“www.” is a habit of websites, not a rule: it names another host, which Codat does not use here.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC3986_HOST),
    ),
    "trailing-dot-host": Rule(
        "error",
        title=Text(fr="Point à la fin de l’hôte", en="Dot after the host"),
        message=Text(
            fr="L’hôte finit par un point (caractère {position}).",
            en="The host ends with a dot (character {position}).",
        ),
        help=Text(
            fr="Supprimez le point qui suit « codat.io ».",
            en="Delete the dot that follows “codat.io”.",
        ),
        why=Text(
            fr="Pour le DNS, ce point final désigne le même hôte, et l’adresse s’ouvre dans un navigateur. Pour la comparaison, c’est un caractère de trop.",
            en="To the DNS, this final dot means the same host, and the address opens in a browser. To the comparison, it is one character too many.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_HOST, RFC6749_REGISTERED),
    ),
    "port": Rule(
        "error",
        title=Text(fr="Port après l’hôte", en="Port after the host"),
        message=Text(
            fr="« {found} » après l’hôte est de trop (caractère {position}).",
            en="“{found}” after the host is too much (character {position}).",
        ),
        help=Text(
            fr="Supprimez le deux-points et ce qui le suit, jusqu’à « /oauth2 ».",
            en="Delete the colon and what follows it, up to “/oauth2”.",
        ),
        why=Text(
            fr="Le port 443 est celui de « https », et le navigateur l’omet. La norme n’excuse une différence de port que pour localhost.",
            en="Port 443 is the one of “https”, and browsers leave it out. The standard excuses a different port for localhost only.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_PORT, RFC9700_EXACT),
    ),
    "missing-path": Rule(
        "error",
        title=Text(fr="Chemin manquant", en="Missing path"),
        message=Text(
            fr="L’URI s’arrête après l’hôte : il manque « {path} ».",
            en="The URI stops after the host: “{path}” is missing.",
        ),
        help=Text(
            fr="Ajoutez « {path} » juste après l’hôte.",
            en="Add “{path}” right after the host.",
        ),
        why=Text(
            fr="L’hôte seul ne suffit pas : Intuit compare l’URI au complet, et Codat attend votre client à ce chemin précis.",
            en="The host alone is not enough: Intuit compares the whole URI, and Codat waits for your customer at this very path.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC6749_REGISTERED),
    ),
    "double-slash": Rule(
        "error",
        title=Text(fr="Barre oblique en double", en="Doubled slash"),
        message=Text(
            fr="Il y a une barre oblique de trop au caractère {position}.",
            en="There is one slash too many at character {position}.",
        ),
        help=Text(
            fr="N’en gardez qu’une : « {expected} ».",
            en="Keep only one: “{expected}”.",
        ),
        why=Text(
            fr="Elle apparaît quand on joint un hôte et un chemin qui ont chacun la leur. Bien des serveurs l’ignorent; une comparaison, non.",
            en="It appears when a host and a path that each have one are joined. Many servers ignore it; a comparison does not.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_PATH, RFC6749_REGISTERED),
    ),
    "dot-segment": Rule(
        "error",
        title=Text(fr="« . » ou « .. » dans le chemin", en="“.” or “..” in the path"),
        message=Text(
            fr="Le chemin contient « {found} » (caractère {position}).",
            en="The path holds “{found}” (character {position}).",
        ),
        help=Text(
            fr="Écrivez le chemin directement : « {path} ».",
            en="Write the path directly: “{path}”.",
        ),
        why=Text(
            fr="Un navigateur résout ces points avant d’envoyer l’adresse. Intuit compare l’URI telle qu’elle est écrite.",
            en="A browser resolves these dots before it sends the address. Intuit compares the URI as it is written.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_DOTS, RFC6749_REGISTERED),
    ),
    "path-parameter": Rule(
        "error",
        title=Text(fr="Paramètre après « ; »", en="Parameter after “;”"),
        message=Text(
            fr="Le chemin contient un « ; » (caractère {position}); ce qui le suit est de trop.",
            en="The path holds a “;” (character {position}); what follows it is too much.",
        ),
        help=Text(
            fr="Supprimez le « ; » et ce qui le suit.",
            en="Delete the “;” and what follows it.",
        ),
        why=Text(
            fr="Certains serveurs ajoutent un identifiant de session de cette façon, « ;jsessionid » par exemple. Il n’a rien à faire dans une adresse enregistrée.",
            en="Some servers add a session identifier in this way, “;jsessionid” for instance. It has no place in a registered address.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_PATH, RFC6749_REGISTERED),
    ),
    "path-case": Rule(
        "error",
        title=Text(fr="Majuscule dans le chemin", en="Capital in the path"),
        message=Text(
            fr="Le chemin s’écrit en minuscules; « {found} » contient une majuscule au caractère {position}.",
            en="The path is in lower case; “{found}” has a capital at character {position}.",
        ),
        help=Text(
            fr="Écrivez « {path} », tout en minuscules.",
            en="Write “{path}”, in lower case throughout.",
        ),
        why=Text(
            fr="La norme distingue les majuscules dans un chemin, et la comparaison aussi. Un correcteur automatique en ajoute parfois une.",
            en="The standard treats capitals in a path as different, and so does the comparison. Automatic correction sometimes adds one.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CASE, RFC6749_REGISTERED),
    ),
    "oauth-version": Rule(
        "error",
        title=Text(fr="« oauth » au lieu de « oauth2 »", en="“oauth” instead of “oauth2”"),
        message=Text(
            fr="Le chemin contient « {found} » au lieu de « oauth2 » (caractère {position}).",
            en="The path has “{found}” instead of “oauth2” (character {position}).",
        ),
        help=Text(
            fr="Écrivez « {path} », avec le chiffre 2.",
            en="Write “{path}”, with the digit 2.",
        ),
        why=Text(
            fr="D’autres intégrations de Codat, comme FreeAgent ou Wave, utilisent bien « /oauth/callback ». Celle de QuickBooks Online a un 2.",
            en="Other Codat integrations, such as FreeAgent or Wave, do use “/oauth/callback”. The one for QuickBooks Online has a 2.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC6749_REGISTERED),
    ),
    "path-typo": Rule(
        "error",
        title=Text(fr="Chemin inexact", en="Wrong path"),
        message=Text(
            fr="Le chemin est « {found} » au lieu de « {path} »; il diffère dès le caractère {position}.",
            en="The path is “{found}” instead of “{path}”; it differs from character {position} on.",
        ),
        help=Text(
            fr="Après l’hôte, écrivez exactement « {path} », en minuscules.",
            en="After the host, write exactly “{path}”, in lower case.",
        ),
        why=EXACTLY,
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED),
    ),
    "trailing-slash": Rule(
        "error",
        title=Text(fr="Barre oblique à la fin", en="Slash at the end"),
        message=Text(
            fr="La barre oblique à la fin (caractère {position}) en fait une autre adresse.",
            en="The slash at the end (character {position}) makes it a different address.",
        ),
        help=Text(
            fr="Supprimez-la : Intuit compare les adresses caractère par caractère et refusera celle-ci.",
            en="Delete it: Intuit compares addresses character by character and will refuse this one.",
        ),
        why=Text(
            fr="Un site web répond souvent de la même façon avec ou sans barre finale; Intuit, non. Pour la comparaison, ce sont deux adresses sans rapport.",
            en="A website often answers the same with and without a final slash; Intuit does not. To the comparison, they are two unrelated addresses.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED),
    ),
    "query": Rule(
        "error",
        title=Text(fr="Paramètres après « ? »", en="Parameters after “?”"),
        message=Text(
            fr="Tout ce qui suit le « ? » (caractère {position}) est de trop.",
            en="Everything from the “?” on (character {position}) is too much.",
        ),
        help=Text(
            fr="Supprimez le « ? » et ce qui le suit.",
            en="Delete the “?” and what follows it.",
        ),
        why=Text(
            fr="Intuit demande de ne mettre aucun paramètre dans une URI de redirection : ce qui doit voyager passe par « state ».",
            en="Intuit asks for no parameters in a redirect URI: what has to travel goes into “state”.",
        ),
        seen=QUERY_SEEN,
        sources=(INTUIT_OAUTH_FAQ, RFC6749_ENDPOINT),
    ),
    "fragment": Rule(
        "error",
        title=Text(fr="Ancre après « # »", en="Fragment after “#”"),
        message=Text(
            fr="Tout ce qui suit le « # » (caractère {position}) est de trop.",
            en="Everything from the “#” on (character {position}) is too much.",
        ),
        help=Text(
            fr="Supprimez le « # » et ce qui le suit.",
            en="Delete the “#” and what follows it.",
        ),
        why=Text(
            fr="La norme OAuth 2.0 l’interdit : « The endpoint URI MUST NOT include a fragment component. »",
            en="The OAuth 2.0 standard forbids it: “The endpoint URI MUST NOT include a fragment component.”",
        ),
        seen=MISMATCH,
        sources=(RFC6749_ENDPOINT,),
    ),
    "different": Rule(
        "error",
        title=Text(fr="Caractère différent", en="Different character"),
        message=Text(
            fr="L’URI diffère de celle de Codat à partir du caractère {position}.",
            en="The URI differs from Codat’s from character {position} on.",
        ),
        help=Text(
            fr="Remplacez-la par l’URI exacte de Codat, que vous pouvez copier ici.",
            en="Replace it with Codat’s exact URI, which you can copy here.",
        ),
        why=EXACTLY,
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED, RFC9700_EXACT),
    ),
    "callback-with-code": Rule(
        "error",
        title=Text(fr="Adresse de retour avec un code", en="Return address with a code"),
        message=Text(
            fr="C’est l’adresse à laquelle Intuit renvoie après une connexion : elle contient un code d’autorisation (caractère {position}).",
            en="This is the address that Intuit leads back to after connecting: it holds an authorization code (character {position}).",
        ),
        help=Text(
            fr="N’enregistrez que ce qui précède le « ? », et ne transmettez cette adresse à personne.",
            en="Register only what stands before the “?”, and do not pass this address on to anyone.",
        ),
        why=Text(
            fr="Le code s’échange contre un accès aux données de l’entreprise : c’est un secret, de courte durée et à usage unique. Rien de cette adresse n’est donc répété ici.",
            en="The code is exchanged for access to the company’s data: it is a secret, short-lived and for a single use. That is why nothing of this address is repeated here.",
        ),
        seen=QUERY_SEEN,
        sources=(RFC6749_RESPONSE, RFC6749_CODES, INTUIT_OAUTH_FAQ),
    ),
    "authorize-url": Rule(
        "error",
        title=Text(fr="Adresse d’autorisation d’Intuit", en="Intuit’s authorization address"),
        message=Text(
            fr="C’est l’adresse qui ouvre la page d’autorisation d’Intuit, et non l’URI de redirection.",
            en="This is the address that opens Intuit’s authorization page, not the redirect URI.",
        ),
        help=Text(
            fr="N’enregistrez que la valeur de « redirect_uri »; elle est examinée ici selon les mêmes règles, avec le reste de l’adresse.",
            en="Register only the value of “redirect_uri”; it is examined here by the same rules, along with the rest of the address.",
        ),
        why=Text(
            fr="Cette adresse est composée de nouveau à chaque connexion. Parmi ses paramètres, seule l’URI de redirection s’enregistre chez Intuit.",
            en="This address is put together anew each time somebody connects. Of its parameters, only the redirect URI is registered at Intuit.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_AUTHORIZATION, INTUIT_REDIRECT_URI),
    ),
    "authorize-exact": Rule(
        "note",
        title=Text(fr="« redirect_uri » exacte", en="Exact “redirect_uri”"),
        message=Text(
            fr="La valeur de « redirect_uri » est exactement l’URI de Codat pour l’environnement {environment}.",
            en="The value of “redirect_uri” is exactly Codat’s URI for the {environment} environment.",
        ),
        help=Text(
            fr="Si Intuit la refuse, c’est la liste de l’onglet « {tab} » qu’il faut vérifier : l’URI doit s’y trouver telle quelle.",
            en="If Intuit refuses it, look at the list of the “{tab}” tab: the URI must be there exactly as it is here.",
        ),
        why=Text(
            fr="La comparaison a deux côtés : l’URI que l’adresse envoie, et celle qui est enregistrée. Quand la première est juste, il reste la seconde.",
            en="The comparison has two sides: the URI that the address sends, and the one that is registered. When the first is right, the second remains.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_REGISTERED, CODAT_SETUP),
    ),
    "authorize-redirect-uri": Rule(
        "error",
        title=Text(fr="« redirect_uri » absente", en="No “redirect_uri”"),
        message=Text(
            fr="Cette adresse d’autorisation n’a pas de « redirect_uri », ou elle est vide.",
            en="This authorization address has no “redirect_uri”, or an empty one.",
        ),
        help=Text(
            fr="Copiez l’adresse au complet, ou ajoutez-y « redirect_uri » avec l’URI de Codat : « {expected} ».",
            en="Copy the whole address, or add “redirect_uri” to it, with Codat’s URI: “{expected}”.",
        ),
        why=Text(
            fr="C’est ce paramètre qui dit à Intuit où renvoyer votre client. Il manque souvent parce que l’adresse a été copiée en partie.",
            en="This parameter tells Intuit where to send your customer. It is often missing because only part of the address was copied.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_AUTHORIZATION,),
    ),
    "authorize-client-id": Rule(
        "warning",
        title=Text(fr="« client_id » inhabituel", en="Unusual “client_id”"),
        message=Text(
            fr="« client_id » n’a pas la forme habituelle, 50 lettres et chiffres; sa longueur est de {length}.",
            en="“client_id” does not have the usual form, 50 letters and digits; its length is {length}.",
        ),
        help=Text(
            fr="Comparez-le à l’ID client de l’onglet « {tab} », sous « Keys and credentials ».",
            en="Compare it with the client ID of the “{tab}” tab, under “Keys and credentials”.",
        ),
        why=Text(
            fr="Intuit ne publie pas le format de l’ID client; tous ceux que l’on connaît ont 50 lettres et chiffres. Un autre est souvent tronqué, ou c’est un texte à remplacer.",
            en="Intuit publishes no format for the client ID; all known ones are 50 letters and digits. Another one is often cut short, or a text to be replaced.",
        ),
        seen=GENERIC,
        sources=(RFC6749_CLIENT_ID, RFC6749_AUTHORIZATION),
    ),
    "authorize-scope": Rule(
        "error",
        title=Text(fr="« scope » sans la comptabilité", en="“scope” without accounting"),
        message=Text(
            fr="« scope » ne contient pas « com.intuit.quickbooks.accounting ».",
            en="“scope” does not hold “com.intuit.quickbooks.accounting”.",
        ),
        help=Text(
            fr="Demandez « com.intuit.quickbooks.accounting », et vérifiez que l’application a cette portée.",
            en="Ask for “com.intuit.quickbooks.accounting”, and make sure that the app has this permission.",
        ),
        why=Text(
            fr="L’intégration de Codat lit la comptabilité. Sans cette portée, l’accès accordé ne s’y étend pas.",
            en="Codat’s integration reads the accounts. Without this scope, the access that is granted does not reach them.",
        ),
        seen=GENERIC,
        sources=(CODAT_SETUP, RFC6749_SCOPE),
    ),
    "authorize-response-type": Rule(
        "error",
        title=Text(fr="« response_type » autre que « code »", en="“response_type” other than “code”"),
        message=Text(
            fr="« response_type » doit être « code »; ici, il est absent ou différent.",
            en="“response_type” must be “code”; here it is missing or different.",
        ),
        help=Text(
            fr="Écrivez « response_type=code ».",
            en="Write “response_type=code”.",
        ),
        why=Text(
            fr="La norme exige la valeur « code » pour obtenir un code d’autorisation, en minuscules et sans rien d’autre.",
            en="The standard requires the value “code” for an authorization code, in lower case and with nothing else.",
        ),
        seen=GENERIC,
        sources=(RFC6749_AUTHORIZATION,),
    ),
    "authorize-state": Rule(
        "warning",
        title=Text(fr="« state » absent", en="No “state”"),
        message=Text(
            fr="Cette adresse d’autorisation n’a pas de « state », ou il est vide.",
            en="This authorization address has no “state”, or an empty one.",
        ),
        help=Text(
            fr="Ajoutez « state » avec une valeur imprévisible, et vérifiez au retour que c’est la même.",
            en="Add “state” with an unpredictable value, and check on return that it is the same.",
        ),
        why=Text(
            fr="Ce paramètre prouve que la réponse répond bien à votre demande. Sans lui, quelqu’un peut faire accepter une autorisation qui n’est pas la vôtre.",
            en="This parameter proves that the response answers your own request. Without it, somebody can have an authorization accepted that is not yours.",
        ),
        seen=GENERIC,
        sources=(RFC6749_STATE, RFC6749_AUTHORIZATION),
    ),
    "authorize-client-secret": Rule(
        "error",
        title=Text(fr="Secret client dans l’adresse", en="Client secret in the address"),
        message=Text(
            fr="L’adresse contient « client_secret » (caractère {position}).",
            en="The address holds “client_secret” (character {position}).",
        ),
        help=Text(
            fr="Retirez-le tout de suite, et traitez ce secret comme divulgué.",
            en="Remove it at once, and treat this secret as exposed.",
        ),
        why=Text(
            fr="Une adresse reste dans l’historique du navigateur et dans les journaux des serveurs. La norme interdit d’y mettre le secret client.",
            en="An address stays in the browser’s history and in server logs. The standard forbids putting the client secret there.",
        ),
        seen=UNKNOWN,
        sources=(RFC6749_CLIENT_SECRET,),
    ),
}


def _example(
    uri: str, *rules: str, environment: str = "sandbox", ours: bool = True, about: Text | None = None
) -> Example:
    """An example whose correction, where the host is one of ours, is the environment's URI."""
    return Example(
        {"uri": uri, "environment": environment},
        rules,
        verdict="fail",
        cleaned={"uri": URIS[environment]} if ours else {},
        about=about,
    )


def _made_up(what: str) -> str:
    """50 characters that look like a client ID or an authorization code, and are none."""
    return hashlib.sha256(what.encode()).hexdigest()[:CLIENT_ID_LENGTH]


def _authorize_uri(**changes: str) -> str:
    """An authorization address, whole, with some of its parameters changed. An empty one is left out."""
    parameters = {
        "client_id": _made_up("client ID"),
        "redirect_uri": SANDBOX.replace(":", "%3A").replace("/", "%2F"),
        "response_type": "code",
        "scope": SCOPE,
        "state": "8f2b",
        **changes,
    }
    query = "&".join(f"{name}={value}" for name, value in parameters.items() if value)
    return f"https://{AUTHORIZE}/connect/oauth2?{query}"


_RETURNED = f"?code={_made_up('authorization code')}&state=8f2b&realmId={'9' * 16}"
_RETURNED_ABOUT = Text(
    fr="L’adresse du navigateur après une connexion, avec un code inventé",
    en="The browser’s address after connecting, with a made-up code",
)
_SECRET_ABOUT = Text(
    fr="Une adresse d’autorisation qui contient un secret client inventé",
    en="An authorization address that holds a made-up client secret",
)
_KEY_ABOUT = Text(fr="Une clé inventée", en="A made-up key")
_UNSEEN_ABOUT = Text(
    fr="L’URI exacte, avec un caractère que personne ne voit",
    en="The exact URI, with a character that nobody sees",
)
_HOMOGLYPH_ABOUT = Text(
    fr="L’URI exacte, dont une lettre vient d’un autre alphabet",
    en="The exact URI, one letter of which comes from another alphabet",
)

EXAMPLES = (
    Example({"uri": SANDBOX, "environment": "sandbox"}, ("exact",), "pass"),
    Example({"uri": PRODUCTION, "environment": "production"}, ("exact",), "pass"),
    _example(SANDBOX + "/", "trailing-slash"),
    _example(PRODUCTION + "//", "trailing-slash", environment="production"),
    _example("", "empty"),
    _example(" \n", "empty"),
    _example('""', "not-a-uri", ours=False),
    _example("\ufeff", "invisible-character", "empty", about=Text(fr="Un seul caractère, que personne ne voit", en="A single character, which nobody sees")),
    _example("quickbooks", "not-a-uri", ours=False),
    _example("I do not know what to paste.", "not-a-uri", ours=False),
    _example(_made_up("client ID"), "not-a-uri", ours=False, about=_KEY_ABOUT),
    _example(f"{SANDBOX} {PRODUCTION}", "several-uris"),
    _example(f"{SANDBOX}{SANDBOX}", "several-uris"),
    _example(f"- {SANDBOX}\n- https://app.example.com/callback", "wrapped", "surrounding-space", "several-uris", ours=False),
    _example(f"  {SANDBOX}", "surrounding-space"),
    _example(f"{SANDBOX}\n", "surrounding-space"),
    _example(f"{SANDBOX}\u00a0", "surrounding-space", about=Text(fr="L’URI exacte, suivie d’une espace insécable", en="The exact URI, followed by a no-break space")),
    _example(f'"{SANDBOX}"', "wrapped"),
    _example(f"[{SANDBOX}]({SANDBOX})", "wrapped"),
    _example(f"« {SANDBOX} »", "wrapped", "surrounding-space"),
    _example(f"{SANDBOX}.", "wrapped"),
    _example(f"Redirect URI: {SANDBOX}", "label-included"),
    _example(f"redirect_uri={SANDBOX}", "label-included"),
    _example(f'{{"redirect_uri": "{SANDBOX}"}}', "wrapped", "label-included"),
    _example(f'<a href="{SANDBOX}">Codat</a>', "wrapped", "label-included"),
    _example(f"{SANDBOX} (Development)", "label-included", "wrapped"),
    _example("URI : quickbooksonlinesandbox.codat.io/oauth2/callback", "label-included", "missing-scheme"),
    _example(SANDBOX.replace("callback", "call\u200bback"), "invisible-character", about=_UNSEEN_ABOUT),
    _example(f"\ufeff{SANDBOX}", "invisible-character", about=_UNSEEN_ABOUT),
    _example(SANDBOX.replace("callback", "call\x08back"), "control-character", about=_UNSEEN_ABOUT),
    _example(SANDBOX.replace(".io/", ".io/\n"), "inner-space"),
    _example(SANDBOX.replace("online", " online "), "inner-space"),
    _example(SANDBOX.replace("://", "\uff1a\uff0f\uff0f"), "fullwidth-character"),
    _example("".join(chr(ord(char) + 0xFEE0) for char in SANDBOX), "fullwidth-character"),
    _example(SANDBOX.replace(":", "%3A").replace("/", "%2F"), "percent-encoded"),
    _example(SANDBOX.replace("callback", "c%61llback"), "percent-encoded"),
    _example(SANDBOX.replace(":", "&#58;").replace("/", "&#x2F;"), "escaped-character"),
    _example(SANDBOX.replace("/", "\\/"), "escaped-character"),
    _example(SANDBOX.replace("sandbox", "sand=\r\nbox"), "escaped-character"),
    _example(SANDBOX.replace("https", "hxxps").replace(".", "[.]"), "defanged"),
    _example("hxxps://app[.]example[.]com/callback", "defanged", "foreign-host", ours=False),
    _example(f"https://{SANDBOX}", "doubled-scheme"),
    _example(SANDBOX.removeprefix("https://"), "missing-scheme"),
    _example(SANDBOX.removeprefix("https:"), "missing-scheme"),
    _example(SANDBOX.replace("https", "http"), "http-scheme"),
    _example(SANDBOX.replace("https", "httpss"), "other-scheme"),
    _example(SANDBOX.replace("https", "ftp"), "other-scheme"),
    _example("urn:ietf:wg:oauth:2.0:oob", "other-scheme", "foreign-host", ours=False),
    _example(SANDBOX.replace("codat", "Codat"), "uppercase-scheme-host"),
    _example(SANDBOX.replace("https", "HTTPS"), "uppercase-scheme-host"),
    _example(SANDBOX.replace("/", "\\"), "backslash"),
    _example(SANDBOX.replace("://", "://codat@"), "userinfo"),
    _example(f"https://quickbooksonlinesandbox.codat.io@example.com{PATH}", "userinfo", "foreign-host", ours=False),
    _example(f"https://quickbooksonlinesandbox.codat.io\\@example.com{PATH}", "lookalike-host", "backslash", ours=False),
    _example(PATH, "missing-scheme", "missing-host", ours=False),
    _example("https://", "missing-host", ours=False),
    _example("http://localhost:3000/callback", "localhost", ours=False),
    _example("https://127.0.0.1/oauth2/callback", "ip-address", ours=False),
    _example("http://[::1]:8080/callback", "http-scheme", "ip-address", ours=False),
    _example(SANDBOX.replace("codat", "c\u043edat"), "homoglyph-host", ours=False, about=_HOMOGLYPH_ABOUT),
    _example(SANDBOX.replace("codat.io", lookalikes.ascii_name("c\u043edat.io")), "homoglyph-host", ours=False),
    _example("https://app.codat.io/oauth2/callback", "other-codat-host", ours=False),
    _example("https://developer.intuit.com/v2/OAuth2Playground/RedirectUrl", "playground", ours=False),
    _example("https://quickbooksonlinesandbox.codat.io.example.com/oauth2/callback", "lookalike-host", ours=False),
    _example(SANDBOX.replace("codat.io", "codat.com"), "lookalike-host", ours=False),
    _example(SANDBOX.replace("books", "book"), "lookalike-host", ours=False),
    _example("https://app.example.com/oauth2/callback", "foreign-host", ours=False),
    _example("example.com", "missing-scheme", "foreign-host", ours=False),
    _example(PRODUCTION, "wrong-environment"),
    _example(SANDBOX, "wrong-environment", environment="production"),
    _example(SANDBOX.replace("://", "://www."), "www"),
    _example(SANDBOX.replace(".io", ".io."), "trailing-dot-host"),
    _example(SANDBOX.replace(".io", ".io:443"), "port"),
    _example(SANDBOX.replace(".io", ".io:"), "port"),
    _example(SANDBOX.removesuffix(PATH), "missing-path"),
    _example(SANDBOX.removesuffix(PATH) + "/", "missing-path"),
    _example(SANDBOX.replace(PATH, f"/{PATH}"), "double-slash"),
    _example(SANDBOX.replace("://", ":///"), "double-slash"),
    _example(SANDBOX.replace("/oauth2/", "/./oauth2/x/../"), "dot-segment"),
    _example(f"{SANDBOX};jsessionid=1", "path-parameter"),
    _example(SANDBOX.replace("callback", "Callback"), "path-case"),
    _example(SANDBOX.replace("oauth2", "oauth"), "oauth-version"),
    _example(SANDBOX.replace("oauth2/c", "OAuth/C"), "path-case", "oauth-version"),
    _example(SANDBOX.replace("callback", "calback"), "path-typo"),
    _example(f"{SANDBOX}?state=1", "query"),
    _example(f"{SANDBOX}?", "query"),
    _example(f"{SANDBOX}#top", "fragment"),
    _example(f"{SANDBOX}/?state=1#top", "trailing-slash", "query", "fragment"),
    _example(SANDBOX.replace("://", ":/"), "different"),
    _example(SANDBOX.replace("://", "//"), "different"),
    _example(SANDBOX + _RETURNED, "callback-with-code", about=_RETURNED_ABOUT),
    _example(_RETURNED, "callback-with-code", ours=False, about=_RETURNED_ABOUT),
    _example(f"https://app.example.com/callback{_RETURNED}", "foreign-host", "callback-with-code", ours=False, about=_RETURNED_ABOUT),
    _example(_authorize_uri(), "authorize-url", "authorize-exact"),
    _example(_authorize_uri(redirect_uri=SANDBOX + "/"), "authorize-url", "trailing-slash"),
    _example(_authorize_uri(redirect_uri="https%3A%2F%2Fapp.example.com%2Fcallback"), "authorize-url", "foreign-host", ours=False),
    _example(_authorize_uri(redirect_uri=""), "authorize-url", "authorize-redirect-uri", ours=False),
    _example(_authorize_uri(client_id="YOUR_CLIENT_ID"), "authorize-url", "authorize-client-id", "authorize-exact"),
    _example(_authorize_uri(response_type="token"), "authorize-url", "authorize-exact", "authorize-response-type"),
    _example(_authorize_uri(scope="openid+email"), "authorize-url", "authorize-exact", "authorize-scope"),
    _example(_authorize_uri(state=""), "authorize-url", "authorize-state", "authorize-exact"),
    _example(_authorize_uri(client_secret=_made_up("client secret")[:40]), "authorize-url", "authorize-exact", "authorize-client-secret", about=_SECRET_ABOUT),
    _example(f" http://quickbooksonline.codat.io{PATH}/ ", "surrounding-space", "http-scheme", "wrong-environment", "trailing-slash"),
    _example("Redirect URI: <HTTP://www.QuickbooksOnline.codat.io.:443//oauth/callback/?x#y>", "label-included", "http-scheme", "uppercase-scheme-host", "wrong-environment", "www", "trailing-dot-host", "port", "double-slash", "oauth-version", "trailing-slash", "query", "fragment", "wrapped"),
)  # fmt: skip


def examine(fields: Fields) -> Answer:
    """Compare byte for byte; then, only to explain, take apart what was pasted."""
    environment, pasted = fields["environment"], fields["uri"]
    expected = URIS[environment]
    compared = Comparison("uri", expected, pasted)
    if pasted == expected:
        exact = Finding("exact", "uri", holes=_holes(environment))
        return Answer((exact,), comparison=compared)

    legible, unseen_chars = _legible(Traced.of(pasted))
    reading = _read(legible, environment)
    differs = Traced.of(pasted)[first_difference(pasted, expected) :][:1]
    findings = _each_once([*unseen_chars, *reading.findings]) or [_found("different", differs)]
    secret = holds_secret(legible.text) or any(finding.rule == "not-a-uri" for finding in findings)
    unquoted = {"found": "…", "ascii": "…"} if secret else {}
    return Answer(
        tuple(
            replace(finding, holes={**_holes(environment), **finding.holes, **unquoted})
            for finding in findings
        ),
        {"uri": expected} if reading.ours else {},
        comparison=compared if reading.value is None else replace(compared, pasted=reading.value),
        secrets=("uri",) if secret else (),
    )


def _each_once(findings: list[Finding]) -> list[Finding]:
    """The first finding of each kind, in reading order."""
    first: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda finding: (finding.span or (0, 0))[0]):
        first.setdefault(finding.rule, finding)
    return [*first.values()]


def _holes(environment: str) -> dict[str, object]:
    """What any message may name."""
    other = next(name for name in URIS if name != environment)
    return {
        "expected": URIS[environment],
        "host": HOSTS[environment],
        "path": PATH,
        "environment": ENVIRONMENTS[environment],
        "other": ENVIRONMENTS[other],
        "tab": TABS[environment],
    }


def _found(rule: str, place: Traced, **holes: object) -> Finding:
    """A finding at a place; every message may name the place's first character, counted from one."""
    told = {
        "position": place.start + 1,
        "found": quote(place.text),
        "character": named(place.text[:1] or " "),
    }
    return Finding(rule, "uri", place.span, {**told, **holes})


@dataclass(slots=True)
class _Reading:
    """What was found in a text, and whether its host is one of ours; ``value`` is what to compare instead."""

    findings: list[Finding]
    ours: bool = False
    value: str | None = None


def _read(text: Traced, environment: str, *, inside: bool = False) -> _Reading:
    """Find the address in a text, and explain it. One ``inside`` an authorization address has none inside."""
    core, space, sign = peel(text)
    if not core.text:
        return _Reading([_found("not-a-uri" if sign else "empty", core)], ours=not sign)
    findings: list[Finding] = []
    for rule, place in (("surrounding-space", space), ("wrapped", sign)):
        if place:
            findings.append(_found(rule, place))

    begun = beginnings(lower(core.text))
    code = _code(core)
    if len(begun) > 1:
        findings += [*code, _found("several-uris", core[begun[1] :], count=len(begun))]
        return _Reading(findings, ours=_all_ours(core, begun))

    uri, around = _address(core, begun)
    nameless = not begun and not _is_ours(uri)
    if nameless and code:
        return _Reading([*findings, *code])
    if nameless and (uri.first(SPACES) or not uri.first("./:")):
        return _Reading([_found("not-a-uri", core)])
    findings += [*code, *around]
    uri, before = _plain(uri)
    findings += before
    parts = split(uri)
    if parts.host_name == AUTHORIZE and not inside:
        reading = _authorize(parts, environment)
    else:
        reading = _Reading(list(_explain(parts, environment)), ours=_bare_host(parts) in OURS)
    instead = {"query"} if code else set()
    reading.findings = [*findings, *(found for found in reading.findings if found.rule not in instead)]
    return reading


def _legible(pasted: Traced) -> tuple[Traced, list[Finding]]:
    """The text without what cannot be seen, full-width forms as ASCII; and the first of each kind."""
    invisible, control, full_width = unseen(pasted.text)
    findings = [
        _found(rule, place)
        for rule, chars in (("invisible-character", invisible), ("control-character", control))
        if (place := pasted.first(chars))
    ]
    if wide := pasted.first(full_width):
        findings.append(_found("fullwidth-character", wide, plain=FULL_WIDTH[ord(wide.text)]))
    legible = pasted.without(invisible | control) if invisible | control else pasted
    legible = legible.read_as(legible.text.translate(FULL_WIDTH)) if full_width else legible
    for rule, read in (("escaped-character", unescaped), ("defanged", refanged)):
        legible, first = read(legible)
        findings += [_found(rule, first)] if first else []
    return legible, findings


def _code(core: Traced) -> list[Finding]:
    """The authorization code that an address holds, by the place of its name alone."""
    name = _CODE.search(lower(core.text))
    return [_found("callback-with-code", core[name.start(1) : name.end(1)])] if name else []


def _bare_host(parts: Parts) -> str:
    """The host without what a browser would also do without, and without ``www.``."""
    return parts.host_name.removeprefix("www.")


def _is_ours(uri: Traced) -> bool:
    return _bare_host(split(uri)) in OURS


def _is_whole(uri: Traced) -> bool:
    parts = split(uri)
    return _bare_host(parts) in OURS and parts.path.text == PATH


def _all_ours(core: Traced, begun: list[int]) -> bool:
    """Whether each of a few addresses is one of ours."""
    ends = [*begun[1:], len(core.text)]
    few = len(begun) <= MOST_URIS
    return few and all(_is_ours(core[begin:end]) for begin, end in zip(begun, ends, strict=True))


def _address(core: Traced, begun: list[int]) -> tuple[Traced, list[Finding]]:
    """The address that a text holds, without the words around it and the spaces inside it."""
    begin = _begin(lower(core.text), begun)
    uri = core[begin:]
    if split(uri).userinfo.first(BREAKS):
        # To a browser, all of this is a user name: what follows the @ is the host.
        return uri.without(SPACES), []
    end = uri.find(QUOTES)
    around = [core[:begin], uri[end:]]
    uri = uri[:end]

    findings = []
    gap = uri.find(SPACES)
    if gap < len(uri.text):
        word, rest = uri[:gap], uri[gap:]
        joined = uri.without(SPACES) if len(uri.text) <= LONGEST else uri
        continued = rest.text.lstrip()[:1] in CONTINUED
        if _is_whole(word) or (_is_ours(word) and not continued and not _is_whole(joined)):
            around.append(rest)
            uri = word
        elif begun or _is_ours(joined):
            findings.append(_found("inner-space", uri[gap : gap + 1]))
            # An authorization address has a list in it whose values are separated by spaces.
            uri = uri if split(uri).host_name == AUTHORIZE else joined
    end = uri.find(",|")
    if end < len(uri.text) and _is_whole(uri[:end]):
        # The next cell of a table, or the name of a link.
        around.append(uri[end:])
        uri = uri[:end]
    uri, _, sign = peel(uri)
    places = [(peel(place)[0], place) for place in around if place.text]
    words = [inner for inner, _ in places if any(map(str.isalnum, inner.text))]
    signs = [place for inner, place in places if inner not in words] + ([sign] if sign else [])
    findings += [_found("label-included", place) for place in words[:1]]
    findings += [_found("wrapped", place) for place in signs[:1]]
    return uri, findings


def _plain(uri: Traced) -> tuple[Traced, list[Finding]]:
    """The address where all of it was percent-encoded, once or more, or stands behind a second scheme."""
    uri, encoded = plain(uri)
    findings = [_found("percent-encoded", encoded)] if encoded else []
    if doubled := _DOUBLED_SCHEME.match(lower(uri.text)):
        findings.append(_found("doubled-scheme", uri[: doubled.end()]))
        uri = uri[doubled.end() :]
    return uri, findings


def _begin(low: str, begun: list[int]) -> int:
    """Where the address begins in a text that may have words before it."""
    begin = begun[0] if begun else min((at for host in OURS if (at := low.find(host)) >= 0), default=0)
    if not begun and (gapped := _GAPPED.search(low, max(0, begin - LONGEST), begin)):
        begin = gapped.start()
    word = word_start(low, begin)
    label = low[word:begin]
    # A word with a slash or a dot in it is an address already, and the rest is its path or query.
    inseparable = "/\\?#@%" if begun else "/\\?#@%."
    if label and (label[-1] not in LABEL_ENDS or any(sign in label for sign in inseparable)):
        return word
    return word if label in ("http:", "https:") else begin


def _explain(uri: Parts, environment: str) -> Iterator[Finding]:
    """What is wrong with each part."""
    bare = _bare_host(uri)
    ours = bare in OURS
    yield from _explain_scheme(uri, bare)
    if (backslash := uri.separator.first("\\") or uri.host.first("\\")) or (
        ours and (backslash := uri.path.first("\\"))
    ):
        yield _found("backslash", backslash)
    if uri.userinfo.text:
        yield _found("userinfo", uri.userinfo)
    if not ours:
        # Nothing is said of the rest: no correction of it would lead to Codat.
        yield _stranger(uri)
        return

    if bare != HOSTS[environment]:
        yield _found("wrong-environment", uri.host)
    yield from _explain_host(uri)
    yield from _explain_path(uri.path)
    if uri.query.text:
        yield _found("query", uri.query)
    if uri.fragment.text:
        yield _found("fragment", uri.fragment)


def _explain_scheme(uri: Parts, bare: str) -> Iterator[Finding]:
    scheme = lower(uri.scheme.text)
    separator = uri.separator.text.replace("\\", "/")
    if not scheme:
        yield _found("missing-scheme", uri.separator if separator else uri.host)
    elif scheme == "http" and not _is_local(bare):
        yield _found("http-scheme", uri.scheme, position=uri.scheme.span[1])
    elif scheme not in ("http", SCHEME):
        yield _found("other-scheme", uri.scheme)
    if separator.startswith("://") and len(separator) > 3:
        yield _found("double-slash", uri.separator[3:])
    elif scheme in ("http", SCHEME) and separator != "://":
        yield _found("different", uri.separator)


def _explain_host(uri: Parts) -> Iterator[Finding]:
    """What is wrong with a host of ours."""
    host = uri.host.decoded()
    capital = uri.scheme.first(CAPITALS) or host.first(CAPITALS)
    if capital:
        yield _found("uppercase-scheme-host", capital)
    if lower(host.text).startswith("www."):
        yield _found("www", host[:4])
    if host.text.endswith("."):
        yield _found("trailing-dot-host", host[len(host.text.rstrip(".")) :])
    if uri.port.text:
        yield _found("port", uri.port)
    encoded = uri.host if host.text != uri.host.text else uri.path
    if encoded.text != encoded.decoded().text:
        yield _found("percent-encoded", encoded[encoded.text.index("%") :][:3])


def _is_local(host: str) -> bool:
    return host == "localhost" or host.endswith(".localhost")


def _stranger(uri: Parts) -> Finding:
    """What a host is that is none of ours."""
    host = uri.host_name
    shown = lookalikes.unicode_name(host)
    resembles = lookalikes.resembles(shown, OURS)
    if resembles and not shown.isascii():
        imitation = next(char for char in shown if not char.isascii())
        ascii_name = quote(lookalikes.ascii_name(shown))
        place = uri.host.first(imitation) or uri.host
        return _found("homoglyph-host", place, character=named(imitation), ascii=ascii_name)
    rules = {
        "missing-host": not host or (host == PATH.split("/")[1] and not uri.separator.text),
        "localhost": _is_local(host),
        "ip-address": _is_ip_address(host),
        "other-codat-host": _is_codat(host) and not _is_misspelt(host),
        "playground": host == PLAYGROUND and "playground" in lower(uri.path.text),
        "lookalike-host": resembles,
        "foreign-host": True,
    }
    rule = next(rule for rule, holds in rules.items() if holds)
    return _found(rule, uri.host)


def _is_codat(host: str) -> bool:
    """Whether a host is in Codat's own domain, whoever reads it: a name that DNS could hold, nothing else."""
    return f".{host}".endswith(f".{CODAT}") and _NAME.fullmatch(host) is not None


def _is_misspelt(host: str) -> bool:
    """Whether a host in Codat's own domain is nearly one of ours."""
    models = tuple(ours.removesuffix(f".{CODAT}") for ours in OURS)
    return lookalikes.resembles(host.removesuffix(f".{CODAT}"), models)


def _is_ip_address(host: str) -> bool:
    """Whether a browser would take a host for an IP address: its last label is a number."""
    last = host.rpartition(".")[2]
    number = last[2:] if last.startswith("0x") else last if last.isdecimal() else "-"
    digits = set("0123456789abcdef")
    return host.startswith("[") or set(number) <= digits or (":" in host and set(host) <= digits | {":", "."})


def _explain_path(path: Traced) -> Iterator[Finding]:
    """What is wrong with the path; each fault is then left aside, to see the next."""
    if len(path.text) > LONGEST:
        yield _found("path-typo", path)
        return
    path = path.read_as(path.text.replace("\\", "/")).decoded().decoded()
    if path.find(";") < len(path.text):
        yield _found("path-parameter", path[path.find(";") :][:1])
        path = path.cut(_PARAMETERS)
    trailing = path[len(path.text.rstrip("/")) :]
    path = path[: len(path.text.rstrip("/"))]
    if doubled := _DOUBLED.search(path.text):
        yield _found("double-slash", path[doubled.start() : doubled.end()])
        path = path.cut(_DOUBLED)
    if dots := _DOTS.search(path.text):
        yield _found("dot-segment", path[dots.start(1) : dots.end(1)])
        path = _without_dots(path)

    if not path.text:
        yield _found("missing-path", trailing)
        return
    if trailing.text:
        yield _found("trailing-slash", trailing)
    low = lower(path.text)
    version = _VERSION.fullmatch(low)
    if low != PATH and not version:
        differs = path[first_difference(path.text, PATH) :]
        yield _found("path-typo", path, path=PATH, position=differs.start + 1)
        return
    if capital := path.first(CAPITALS):
        yield _found("path-case", capital, found=quote(path.text))
    if version and low != PATH:
        yield _found("oauth-version", path[version.start(1) : version.end(1)])


def _without_dots(path: Traced) -> Traced:
    """The path as a browser would send it (RFC 3986, section 5.2.4)."""
    kept: list[range] = []
    for segment in _SEGMENT.finditer(path.text):
        if segment[0] == "/..":
            del kept[-1:]
        elif segment[0] != "/.":
            kept.append(range(segment.start(), segment.end()))
    return path.pick([at for places in kept for at in places])


def _authorize(uri: Parts, environment: str) -> _Reading:
    """What is wrong with an authorization address: first with the redirect URI in it."""
    query = uri.query
    redirect = parameter(query, "redirect_uri")
    if redirect is None or not redirect.text.strip():
        reading = _Reading([_found("authorize-redirect-uri", redirect or query)])
    elif redirect.text == URIS[environment]:
        reading = _Reading([_found("authorize-exact", redirect)], ours=True, value=redirect.text)
    else:
        reading = _read(redirect, environment, inside=True)
        reading.value = redirect.text

    client_id, response_type, scope, state, secret = (
        parameter(query, name) or query[:0]
        for name in ("client_id", "response_type", "scope", "state", "client_secret")
    )
    reading.findings.append(_found("authorize-url", uri.host))
    if not (
        client_id.text.isascii() and client_id.text.isalnum() and len(client_id.text) == CLIENT_ID_LENGTH
    ):
        reading.findings.append(_found("authorize-client-id", client_id, length=len(client_id.text)))
    if response_type.text != "code":
        reading.findings.append(_found("authorize-response-type", response_type))
    if SCOPE not in scope.text.split():
        reading.findings.append(_found("authorize-scope", scope))
    if not state.text:
        reading.findings.append(_found("authorize-state", state))
    if secret.text:
        reading.findings.append(_found("authorize-client-secret", secret[:0]))
    return reading
