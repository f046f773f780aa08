"""What the check may say."""

from __future__ import annotations

from qbo_checks.model import Field, Rule, Text
from qbo_checks.portal import ENVIRONMENTS
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

CLIENT_ID_LENGTH = 50

TITLE = Text(fr="URI de redirection", en="Redirect URI")

FIELDS = (
    Field(
        "uri",
        label=Text(fr="URI de redirection", en="Redirect URI"),
        hint=Text(
            fr="Collez-la telle qu’elle figure dans le portail Intuit, sous « Redirect URIs ».",
            en="Paste it exactly as it appears in the Intuit portal, under “Redirect URIs”.",
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
    en="When someone connects, Intuit shows “The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app’s keys tab and matches it exactly.”",
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
    en="Neither Intuit nor Codat documents what you see in this case.",
)
EXACTLY = Text(
    fr="Intuit compare l’URI que Codat envoie à celle que vous avez enregistrée, caractère par caractère. Rien n’est corrigé, rien n’est toléré.",
    en="Intuit compares the URI that Codat sends with the one you registered, character by character. Nothing is corrected and nothing is tolerated.",
)

# What stands in a placeholder below, where one sentence does not suit every case.
THE_END = Text(fr="la fin", en="the end")
FULL_STOP = Text(fr=".", en=".")
ALMOST = Text(
    fr=" : une valeur n’en diffère qu’à partir du caractère {at} ({sign}).",
    en=": one value is close, but differs at character {at} ({sign}).",
)
ELSEWHERE = Text(
    fr="Ce n’est pas l’hôte de Codat : un navigateur cherche",
    en="This isn’t Codat’s host: a browser looks up",
)
MAPPED = Text(
    fr="Pour Intuit, ce n’est pas l’hôte de Codat :",
    en="To Intuit, this isn’t Codat’s host:",
)
REFUSED = Text(
    fr="Ce n’est pas l’hôte de Codat, et les navigateurs le refusent :",
    en="This isn’t Codat’s host, and browsers refuse it:",
)
ONE_AT_A_TIME = Text(
    fr="Vérifiez-les une à la fois. Dans le portail Intuit, chaque URI a sa propre ligne : cliquez sur « Add URI ».",
    en="Check them one at a time. In the Intuit portal, each URI has its own row: select “Add URI”.",
)
KEEP = Text(
    fr="Gardez celle qui commence au caractère {row} : c’est exactement l’URI de Codat. Vérifiez le reste séparément.",
    en="Keep the one that begins at character {row}: it’s exactly Codat’s URI. Check the rest separately.",
)
KEEP_WITH_PLAYGROUND = Text(
    fr="Gardez celle qui commence au caractère {row} : c’est exactement l’URI de Codat. L’URI de l’OAuth Playground peut rester, sur sa propre ligne.",
    en="Keep the one that begins at character {row}: it’s exactly Codat’s URI. The OAuth Playground’s URI can stay, in its own row.",
)

RULES = {
    "exact": Rule(
        "note",
        title=Text(fr="URI exacte", en="Exact URI"),
        message=Text(
            fr="C’est exactement l’URI de Codat pour {environment}.",
            en="This is exactly Codat’s URI for {environment}.",
        ),
        help=Text(
            fr="Cliquez sur « Save » dans le portail Intuit, puis rechargez la page : l’URI doit figurer dans la liste, sous « {tab} ».",
            en="Select “Save” in the Intuit portal, then reload the page: the URI must be in the list, under “{tab}”.",
        ),
        why=Text(
            fr="Chaque environnement d’Intuit a sa propre liste d’URI de redirection. Intuit refuse une URI, même exacte, qui est enregistrée sous l’autre onglet.",
            en="Each Intuit environment has its own list of redirect URIs. Intuit refuses an exact URI that’s registered under the other tab.",
        ),
        seen=Text(
            fr="L’URI apparaît dans la liste « Redirect URIs » et, une fois l’accès autorisé, votre client revient à Codat.",
            en="The URI appears in the “Redirect URIs” list, and after authorizing, your customer returns to Codat.",
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
        title=Text(fr="Ce n’est pas une URL", en="Not a URL"),
        message=Text(
            fr="Le champ ne contient pas d’URL.",
            en="The field doesn’t contain a URL.",
        ),
        help=Text(
            fr="Enregistrez « {expected} ». Si vous avez collé une clé par mégarde, videz le champ.",
            en="Register “{expected}”. If you pasted a key by mistake, clear the field.",
        ),
        why=Text(
            fr="Une URI de redirection est une URL complète. Comme une clé collée au mauvais endroit aurait la même allure, rien de ce texte n’est répété.",
            en="A redirect URI is a complete URL. A key that was pasted into the wrong place would look the same, so none of this text is repeated.",
        ),
        seen=UNKNOWN,
        sources=(RFC6749_ENDPOINT, INTUIT_REDIRECT_URI),
    ),
    "several-uris": Rule(
        "error",
        title=Text(fr="Plusieurs URL", en="Several URLs"),
        message=Text(
            fr="Le champ contient {count} URL; la deuxième commence au caractère {position}.",
            en="The field contains {count} URLs; the second begins at character {position}.",
        ),
        help=Text(fr="{advice}", en="{advice}"),
        why=Text(
            fr="Deux URL sur une même ligne n’en font qu’une, qui n’existe pas. L’URI du bac à sable et celle de production s’enregistrent d’ailleurs sous des onglets différents.",
            en="Two URLs in one row become a single URL, which doesn’t exist. The sandbox URI and the production URI belong under different tabs anyway.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI, RFC3986_WRITTEN),
    ),
    "surrounding-space": Rule(
        "error",
        title=Text(fr="Espace autour de l’URI", en="Space around the URI"),
        message=Text(
            fr="Une espace ou un saut de ligne précède ou suit l’URI (caractère {position}).",
            en="There’s a space or a line break before or after the URI (character {position}).",
        ),
        help=Text(
            fr="Supprimez les espaces et les sauts de ligne : l’URI doit commencer par « https » et finir par « callback ».",
            en="Delete any spaces and line breaks: the URI must begin with “https” and end with “callback”.",
        ),
        why=Text(
            fr="Une espace copiée avec l’URI en fait partie dès qu’elle est enregistrée, et personne ne la voit. Aucun document d’Intuit ne promet qu’elle sera retirée.",
            en="A space copied along with the URI becomes part of it once saved, and no one can see it. No Intuit document promises to remove it.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC3986_WRITTEN),
    ),
    "wrapped": Rule(
        "error",
        title=Text(fr="Caractères en trop autour de l’URI", en="Extra characters around the URI"),
        message=Text(
            fr="« {found} » a été copié avec l’URI (caractère {position}).",
            en="“{found}” was copied along with the URI (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que l’URI, sans guillemets, parenthèses, crochets, balisage Markdown ni ponctuation finale.",
            en="Keep only the URI, without quotes, brackets, Markdown or final punctuation.",
        ),
        why=Text(
            fr="Les guillemets et les crochets viennent du document d’où l’URI a été copiée. Une fois enregistrés dans le portail, ils font partie de l’URL.",
            en="The quotes and brackets come from the document the URI was copied from. Once saved in the Intuit portal, they’re part of the URL.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC3986_WRITTEN),
    ),
    "label-included": Rule(
        "error",
        title=Text(fr="Mots copiés avec l’URI", en="Words copied along with the URI"),
        message=Text(
            fr="« {found} » ne fait pas partie de l’URI (caractère {position}).",
            en="“{found}” isn’t part of the URI (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que l’URL, de « https » à « callback ».",
            en="Keep only the URL, from “https” to “callback”.",
        ),
        why=Text(
            fr="L’étiquette d’un champ, le nom d’une variable ou la suite d’une phrase se copient facilement avec l’URL. Une fois enregistrés, ils en font partie.",
            en="A field’s label, a variable’s name or the rest of a sentence is easily copied along with the URL. Once you save, these words are part of it.",
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
            en="Clear the portal’s field and paste the URI again: you can’t be sure of deleting what you can’t see.",
        ),
        why=Text(
            fr="Les traitements de texte, les messageries et les PDF insèrent de tels caractères pour couper les lignes ou fixer le sens de lecture. L’œil ne les voit pas; la comparaison, oui.",
            en="Word processors, messaging apps and PDFs insert such characters to break lines or to set the direction of reading. The eye doesn’t see them; the comparison does.",
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
            fr="Ces caractères commandent un terminal ou une imprimante. Une URI n’en contient jamais.",
            en="These characters control a terminal or a printer. A URI never contains any.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "inner-space": Rule(
        "error",
        title=Text(fr="Espace dans l’URI", en="Space inside the URI"),
        message=Text(
            fr="L’URL est coupée par une espace ou un saut de ligne (caractère {position}).",
            en="A space or a line break splits the URL (character {position}).",
        ),
        help=Text(
            fr="Supprimez les espaces et les sauts de ligne : une URI n’en contient pas.",
            en="Delete every space and line break: a URI never contains any.",
        ),
        why=Text(
            fr="Un courriel ou un PDF coupe une longue URL en fin de ligne, et la coupure se copie avec elle.",
            en="An email or a PDF breaks a long URL at the end of a line, and the break is copied along.",
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
            en="Chinese, Japanese and Korean keyboards also write Latin letters and symbols in full width. They look like the ordinary ones, but they’re different characters.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "percent-encoded": Rule(
        "error",
        title=Text(fr="Caractère codé avec « % »", en="Percent-encoded character"),
        message=Text(
            fr="À partir du caractère {position}, des caractères sont codés avec « % ».",
            en="Characters are percent-encoded from character {position} on.",
        ),
        help=Text(
            fr="Écrivez les caractères eux-mêmes : « : » au lieu de « %3A », « / » au lieu de « %2F ».",
            en="Write the characters themselves: “:” instead of “%3A”, “/” instead of “%2F”.",
        ),
        why=Text(
            fr="Ce codage sert à écrire une URI à l’intérieur d’une autre. Une URI codée équivaut souvent à l’original pour un navigateur, jamais pour une comparaison caractère par caractère.",
            en="This encoding is for writing one URI inside another. A browser often treats an encoded URI as the same one. A comparison character by character never does.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_PERCENT, RFC3986_STRINGS),
    ),
    "escaped-character": Rule(
        "error",
        title=Text(fr="Notation de HTML, de JSON ou d’un courriel", en="HTML, JSON or email notation"),
        message=Text(
            fr="« {found} » (caractère {position}) vient de HTML, de JSON ou de la source d’un courriel, et ne fait pas partie de l’URL.",
            en="“{found}” (character {position}) comes from HTML, JSON or the source of an email, and isn’t part of the URL.",
        ),
        help=Text(
            fr="Copiez l’URL telle qu’elle s’affiche, et non depuis le code source.",
            en="Copy the URL as displayed, not from the source code.",
        ),
        why=Text(
            fr="Un code source note certains caractères autrement, et le logiciel qui l’affiche les rétablit. Aucun document d’Intuit ne promet que son portail le fait.",
            en="Source code writes some characters in another way, and the software that displays it restores them. No Intuit document promises that its portal does.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "defanged": Rule(
        "error",
        title=Text(fr="URL désamorcée", en="Defanged URL"),
        message=Text(
            fr="« {found} » (caractère {position}) a été écrit pour que personne ne puisse ouvrir l’URL par mégarde.",
            en="“{found}” (character {position}) was written so that no one can open the URL by accident.",
        ),
        help=Text(
            fr="Rétablissez les caractères ordinaires, et regardez bien l’hôte.",
            en="Restore the ordinary characters, and look closely at the host.",
        ),
        why=Text(
            fr="Les équipes de sécurité et certaines messageries écrivent « hxxps » ou « [.] » dans les URL dont elles se méfient. Telle quelle, celle-ci ne mène nulle part.",
            en="Security teams and some mail programs write “hxxps” or “[.]” in URLs that they don’t trust. This one leads nowhere as written.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "doubled-scheme": Rule(
        "error",
        title=Text(fr="Protocole écrit deux fois", en="Scheme written twice"),
        message=Text(
            fr="« {found} » (caractère {position}) est en trop : l’URL a déjà son protocole.",
            en="“{found}” (character {position}) is one scheme too many: the URL already has its own.",
        ),
        help=Text(fr="Ne gardez qu’un seul « https:// ».", en="Keep a single “https://”."),
        why=Text(
            fr="Une URL copiée apporte déjà son « https:// », même collée à la suite d’un autre. Pour un navigateur, « https » devient alors l’hôte.",
            en="A copied URL brings its own “https://” along, even when pasted after another one. To a browser, “https” then becomes the host.",
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
            en="A redirect URI is an absolute URI: the scheme is part of it. Browsers often hide it, so it gets lost in copying.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_ENDPOINT, RFC3986_SCHEME),
    ),
    "http-scheme": Rule(
        "error",
        title=Text(fr="« http » au lieu de « https »", en="“http” instead of “https”"),
        message=Text(
            fr="L’URI commence par « http » : il manque le « s » de « https » (après le caractère {position}).",
            en="The URI begins with “http”: the “s” of “https” is missing (after character {position}).",
        ),
        help=Text(fr="Écrivez « https:// ».", en="Write “https://”."),
        why=Text(
            fr="Intuit transmet le code d’autorisation dans cette URL, et n’accepte que « https », sauf pour localhost en développement, dont Codat ne se sert pas.",
            en="Intuit passes the authorization code in this URL, and accepts only “https”, except for localhost in development, which Codat doesn’t use.",
        ),
        seen=Text(
            fr="Selon notre déduction, le portail Intuit refuse d’enregistrer l’URI en production. Sinon, la connexion échoue : « The redirect_uri query parameter value is invalid. »",
            en="We infer that in production, the Intuit portal refuses to save the URI. Otherwise, connecting fails: “The redirect_uri query parameter value is invalid.”",
        ),
        sources=(INTUIT_REDIRECT_URI, RFC9700_EXACT),
    ),
    "other-scheme": Rule(
        "error",
        title=Text(fr="Autre protocole que « https »", en="Not “https”"),
        message=Text(
            fr="Le protocole « {found} » n’est pas « https » : le caractère {position} est {sign}.",
            en="The scheme “{found}” isn’t “https”: character {position} is {sign}.",
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
            en="Write the scheme and the host all in lower case.",
        ),
        why=Text(
            fr="Un navigateur met lui-même le protocole et l’hôte en minuscules, et la page s’ouvre. La comparaison d’Intuit porte sur les caractères : « C » n’est pas « c ».",
            en="A browser lower-cases the scheme and the host by itself, and the page opens. Intuit compares characters: “C” isn’t “c”.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CASE, RFC6749_REGISTERED),
    ),
    "backslash": Rule(
        "error",
        title=Text(fr="Barre oblique inversée", en="Backslash"),
        message=Text(
            fr="Il y a une barre oblique inversée, « \\ », au caractère {position}.",
            en="There’s a backslash, “\\”, at character {position}.",
        ),
        help=Text(
            fr="Remplacez chaque « \\ » par « / ».",
            en="Replace every “\\” with “/”.",
        ),
        why=Text(
            fr="Le navigateur la change en barre oblique sans le dire, et l’URL semble fonctionner. D’autres logiciels y lisent un autre hôte.",
            en="A browser silently turns it into a slash, so the URL seems to work. Other software reads a different host there.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_CHARACTERS, RFC3986_STRINGS),
    ),
    "userinfo": Rule(
        "error",
        title=Text(fr="Nom d’utilisateur devant l’hôte", en="User name before the host"),
        message=Text(
            fr="Ce qui précède « @ » n’est pas l’hôte, mais un nom d’utilisateur (caractère {position}).",
            en="What comes before the “@” isn’t the host but a user name (character {position}).",
        ),
        help=Text(
            fr="Supprimez tout, de la fin de « https:// » jusqu’au « @ » compris, et regardez bien l’hôte qui reste.",
            en="Delete everything after “https://” up to and including the “@”, and look closely at the host that’s left.",
        ),
        why=Text(
            fr="L’hôte véritable vient après « @ ». C’est un vieux moyen de faire passer une URL pour une autre.",
            en="The real host comes after the “@”. This is an old way of passing one URL off as another.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_USERINFO, RFC3986_MISLEADING),
    ),
    "missing-host": Rule(
        "error",
        title=Text(fr="Hôte manquant", en="Missing host"),
        message=Text(
            fr="L’URL n’a pas d’hôte : il manque « {host} ».",
            en="The URL has no host: “{host}” is missing.",
        ),
        help=Text(
            fr="Enregistrez l’URI au complet : « {expected} ».",
            en="Register the whole URI: “{expected}”.",
        ),
        why=Text(
            fr="Sans hôte, l’URL ne mène nulle part : Intuit ne peut pas savoir que votre client doit revenir à Codat.",
            en="Without a host, the URL leads nowhere: Intuit can’t tell that your customer has to return to Codat.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_ENDPOINT, RFC3986_HOST),
    ),
    "localhost": Rule(
        "error",
        title=Text(fr="Votre propre ordinateur", en="Your own computer"),
        message=Text(
            fr="« {found} » désigne votre propre ordinateur, et non Codat.",
            en="“{found}” is your own computer, not Codat.",
        ),
        help=Text(
            fr="Enregistrez plutôt « {expected} ». Si une application de test se sert de localhost, ajoutez son URI sur une autre ligne, sous « Development » seulement.",
            en="Register “{expected}” instead. If a test app of yours uses localhost, add its URI in a separate row, under “Development” only.",
        ),
        why=Text(
            fr="Intuit permet localhost, sans https, pour les environnements de bac à sable. Mais c’est Codat qui reçoit le code d’autorisation, et Codat ne se trouve pas sur votre ordinateur.",
            en="Intuit allows localhost, without https, for sandbox environments. But Codat receives the authorization code, and Codat isn’t on your computer.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI, CODAT_SETUP, RFC8252_LOOPBACK),
    ),
    "ip-address": Rule(
        "error",
        title=Text(fr="Adresse IP au lieu de l’hôte", en="IP address instead of the host"),
        message=Text(
            fr="« {found} » est une adresse IP; Intuit n’en accepte pas.",
            en="“{found}” is an IP address; Intuit doesn’t accept any.",
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
            en="Intuit doesn’t accept the URI. What the portal shows then isn’t documented.",
        ),
        sources=(INTUIT_REDIRECT_URI, RFC3986_HOST),
    ),
    "homoglyph-host": Rule(
        "error",
        title=Text(fr="Caractère trompeur dans l’hôte", en="Look-alike character in the host"),
        message=Text(
            fr="Attention : {character} (caractère {position}) imite une lettre ordinaire. {whose} « {ascii} ».",
            en="Careful: {character} (character {position}) imitates an ordinary letter. {whose} “{ascii}”.",
        ),
        help=Text(
            fr="N’enregistrez pas cette URL, même corrigée. Remplacez toute l’URI par « {expected} ».",
            en="Don’t register this URL, even corrected. Replace the whole URI with “{expected}”.",
        ),
        why=Text(
            fr="Deux lettres que l’œil confond peuvent mener à deux sites différents. C’est un moyen connu de détourner les codes d’autorisation : demandez-vous d’où vient cette URL.",
            en="Two letters that the eye confuses can lead to two different sites. It’s a known way to divert authorization codes: ask yourself where this URL came from.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, UTR36_SPOOFING, RFC9700_EXACT),
    ),
    "other-codat-host": Rule(
        "error",
        title=Text(fr="Autre hôte de Codat", en="Another Codat host"),
        message=Text(
            fr="« {found} » est dans le domaine de Codat, mais n’est pas l’hôte attendu, « {host} ».",
            en="“{found}” is in Codat’s domain, but it isn’t the expected host, “{host}”.",
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
            fr="Ajoutez « {expected} » sur une autre ligne. Celle du Playground peut rester dans la liste.",
            en="Add “{expected}” in its own row. The Playground’s can stay in the list.",
        ),
        why=Text(
            fr="Intuit l’inscrivait d’office dans les nouvelles applications, d’où la confusion. Elle sert à essayer OAuth à la main; Codat n’y reçoit rien.",
            en="Intuit used to put it into new apps by default, hence the confusion. It’s for trying OAuth by hand; nothing reaches Codat through it.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI, CODAT_SETUP),
    ),
    "lookalike-host": Rule(
        "error",
        title=Text(fr="Hôte qui ressemble à celui de Codat", en="Host that resembles Codat’s"),
        message=Text(
            fr="L’hôte « {found} » ressemble à « {host} », mais c’en est un autre.",
            en="The host “{found}” resembles “{host}”, but it’s a different one.",
        ),
        help=Text(
            fr="Ne le corrigez pas lettre par lettre : remplacez toute l’URI par « {expected} ».",
            en="Don’t correct it letter by letter: replace the whole URI with “{expected}”.",
        ),
        why=Text(
            fr="Une lettre d’écart, ou un mot ajouté à la fin, et l’hôte peut appartenir à n’importe qui. Cette personne recevrait alors les codes d’autorisation de vos clients.",
            en="One letter off, or one word added at the end, and the host can belong to anyone, who’d then receive your customers’ authorization codes.",
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
            en="If you connect through Codat, replace the whole URI with Codat’s. Never register a URI that you don’t recognize.",
        ),
        why=Text(
            fr="Intuit remet le code d’autorisation de vos clients à cet hôte, quel qu’il soit. Une seule lettre d’écart, et il est remis à quelqu’un d’autre.",
            en="Intuit hands your customers’ authorization codes to this host, no matter who owns it. One letter off, and someone else receives them.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC9700_EXACT),
    ),
    "wrong-environment": Rule(
        "error",
        title=Text(fr="URI de l’autre environnement", en="The other environment’s URI"),
        message=Text(
            fr="C’est l’URI pour {other}; il faut ici celle pour {environment}.",
            en="This is the URI for {other}; you need the one for {environment} here.",
        ),
        help=Text(
            fr="Enregistrez celle-ci : « {expected} ».",
            en="Register this one: “{expected}”.",
        ),
        why=Text(
            fr="Intuit tient une liste par environnement, et Codat a une URI pour chacun. Si elles sont interverties, les deux intégrations échouent.",
            en="Intuit keeps one list per environment, and Codat has one URI for each. If they’re swapped, both integrations fail.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, INTUIT_REDIRECT_URI),
    ),
    "www": Rule(
        "error",
        title=Text(fr="« www. » devant l’hôte", en="“www.” before the host"),
        message=Text(
            fr="« www. » (caractère {position}) est en trop devant l’hôte.",
            en="“www.” (character {position}) makes it a different host.",
        ),
        help=Text(
            fr="Supprimez « www. » : l’hôte est « {host} ».",
            en="Delete “www.”: the host is “{host}”.",
        ),
        why=Text(
            fr="« www. » est une habitude des sites web, et non une règle : c’est le nom d’un autre hôte, que Codat n’utilise pas ici.",
            en="“www.” is a habit of websites, not a rule: it names another host, which Codat doesn’t use here.",
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
            fr="Pour le DNS, ce point final désigne le même hôte, et l’URL s’ouvre dans un navigateur. Pour la comparaison, c’est un caractère de trop.",
            en="To the DNS, this final dot means the same host, and the URL opens in a browser. To the comparison, it’s one character too many.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_HOST, RFC6749_REGISTERED),
    ),
    "port": Rule(
        "error",
        title=Text(fr="Port après l’hôte", en="Port after the host"),
        message=Text(
            fr="« {found} » (caractère {position}) est en trop après l’hôte.",
            en="“{found}” (character {position}) shouldn’t follow the host: Codat’s URI has no port.",
        ),
        help=Text(
            fr="Supprimez le deux-points et ce qui le suit, jusqu’à « /oauth2 ».",
            en="Delete the colon and what follows it, up to “/oauth2”.",
        ),
        why=Text(
            fr="« https » emploie déjà le port 443, et le navigateur l’omet. La norme n’admet une différence de port que pour localhost.",
            en="“https” already means port 443, and browsers leave it out. The standard allows a different port for localhost only.",
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
            en="The host alone isn’t enough: Intuit compares the whole URI, and Codat expects your customer at this exact path.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC6749_REGISTERED),
    ),
    "double-slash": Rule(
        "error",
        title=Text(fr="Barre oblique en double", en="Doubled slash"),
        message=Text(
            fr="Il y a une barre oblique de trop au caractère {position}.",
            en="There’s one slash too many at character {position}.",
        ),
        help=Text(
            fr="N’en gardez qu’une : « {expected} ».",
            en="Keep only one: “{expected}”.",
        ),
        why=Text(
            fr="Elle apparaît quand on joint un hôte et un chemin qui ont chacun la leur. Bien des serveurs l’ignorent; une comparaison, non.",
            en="It appears when a host and a path that each have one are joined. Many servers ignore it; a comparison doesn’t.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_PATH, RFC6749_REGISTERED),
    ),
    "dot-segment": Rule(
        "error",
        title=Text(fr="« . » ou « .. » dans le chemin", en="“.” or “..” in the path"),
        message=Text(
            fr="Le chemin contient « {found} » (caractère {position}).",
            en="The path contains “{found}” (character {position}).",
        ),
        help=Text(
            fr="Écrivez le chemin directement : « {path} ».",
            en="Write the path directly: “{path}”.",
        ),
        why=Text(
            fr="Un navigateur résout ces points avant d’envoyer l’URL. Intuit compare l’URI telle qu’elle est écrite.",
            en="A browser resolves these dots before it sends the URL. Intuit compares the URI as written.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_DOTS, RFC6749_REGISTERED),
    ),
    "path-parameter": Rule(
        "error",
        title=Text(fr="Paramètre après « ; »", en="Parameter after “;”"),
        message=Text(
            fr="Le « ; » et ce qui le suit (caractère {position}) sont en trop dans le chemin.",
            en="The “;” and what follows it (character {position}) aren’t part of Codat’s path.",
        ),
        help=Text(
            fr="Arrêtez l’URI juste avant le « ; ».",
            en="Stop the URI just before the “;”.",
        ),
        why=Text(
            fr="Certains serveurs ajoutent un identifiant de session de cette façon, « ;jsessionid » par exemple. Il n’a rien à faire dans une URL enregistrée.",
            en="Some servers add a session identifier in this way, “;jsessionid” for instance. It has no place in a registered URL.",
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
            en="Write “{path}”, all in lower case.",
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
            fr="Le chemin n’est pas « {path} » : il diffère dès le caractère {position}, qui est {sign}.",
            en="The path isn’t “{path}”: it differs at character {position}, which is {sign}.",
        ),
        help=Text(
            fr="Écrivez exactement « {path} » après l’hôte, en minuscules.",
            en="Write exactly “{path}” after the host, in lower case.",
        ),
        why=EXACTLY,
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED),
    ),
    "trailing-slash": Rule(
        "error",
        title=Text(fr="Barre oblique à la fin", en="Slash at the end"),
        message=Text(
            fr="La barre oblique à la fin (caractère {position}) en fait une autre URL.",
            en="The slash at the end (character {position}) makes it a different URL.",
        ),
        help=Text(
            fr="Supprimez-la : Intuit compare les URL caractère par caractère et refusera celle-ci.",
            en="Delete it: Intuit compares URLs character by character and will refuse this one.",
        ),
        why=Text(
            fr="Un site web répond souvent de la même façon avec ou sans barre finale; Intuit, non. Pour la comparaison, ce sont deux URL sans rapport.",
            en="A website often answers the same with and without a final slash; Intuit doesn’t. To the comparison, they’re two unrelated URLs.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED),
    ),
    "query": Rule(
        "error",
        title=Text(fr="Paramètres après « ? »", en="Parameters after “?”"),
        message=Text(
            fr="Le « ? » et ce qui le suit (caractère {position}) sont en trop.",
            en="The “?” and what follows it (character {position}) aren’t part of Codat’s URI.",
        ),
        help=Text(
            fr="Terminez l’URI par « callback ».",
            en="End the URI with “callback”.",
        ),
        why=Text(
            fr="Intuit demande de ne mettre aucun paramètre dans une URI de redirection : les valeurs à transmettre vont dans « state ».",
            en="Intuit asks for no parameters in a redirect URI: pass any values in “state”.",
        ),
        seen=QUERY_SEEN,
        sources=(INTUIT_OAUTH_FAQ, RFC6749_ENDPOINT),
    ),
    "fragment": Rule(
        "error",
        title=Text(fr="Ancre après « # »", en="Fragment after “#”"),
        message=Text(
            fr="Le « # » et ce qui le suit (caractère {position}) sont en trop.",
            en="The “#” and what follows it (character {position}) aren’t part of Codat’s URI.",
        ),
        help=Text(
            fr="Terminez l’URI par « callback ».",
            en="End the URI with “callback”.",
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
        title=Text(fr="URL de retour avec un code", en="Return URL with a code"),
        message=Text(
            fr="C’est l’URL de retour d’une connexion : elle contient un code d’autorisation (caractère {position}).",
            en="This is the URL that Intuit sends people back to: it contains an authorization code (character {position}).",
        ),
        help=Text(
            fr="N’enregistrez que ce qui précède le « ? », et ne communiquez cette URL à personne.",
            en="Register only what comes before the “?”, and don’t share this URL with anyone.",
        ),
        why=Text(
            fr="Le code s’échange contre un accès aux données de l’entreprise : c’est un secret, de courte durée et à usage unique. Rien de cette URL n’est donc répété ici.",
            en="The code is exchanged for access to the company’s data: it’s a secret, short-lived and for a single use. That’s why none of this URL is repeated here.",
        ),
        seen=QUERY_SEEN,
        sources=(RFC6749_RESPONSE, RFC6749_CODES, INTUIT_OAUTH_FAQ),
    ),
    "authorize-url": Rule(
        "error",
        title=Text(fr="URL d’autorisation d’Intuit", en="Intuit’s authorization URL"),
        message=Text(
            fr="C’est l’URL qui ouvre la page d’autorisation d’Intuit, et non l’URI de redirection.",
            en="This is the URL that opens Intuit’s authorization page, not the redirect URI.",
        ),
        help=Text(
            fr="N’enregistrez que la valeur de « redirect_uri »; elle est vérifiée ici selon les mêmes règles, avec le reste de l’URL.",
            en="Register only the value of “redirect_uri”; it’s checked here by the same rules, along with the rest of the URL.",
        ),
        why=Text(
            fr="Cette URL est composée de nouveau à chaque connexion. Parmi ses paramètres, seule l’URI de redirection s’enregistre dans le portail Intuit.",
            en="This URL is built again each time someone connects. Of its parameters, only the redirect URI is registered in the Intuit portal.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_AUTHORIZATION, INTUIT_REDIRECT_URI),
    ),
    "authorize-host": Rule(
        "error",
        title=Text(fr="Autre hôte que celui de l’autorisation", en="Not the authorization host"),
        message=Text(
            fr="« {found} » (caractère {position}) n’ouvre pas la page d’autorisation : son hôte est toujours « {authorize} ».",
            en="“{found}” (character {position}) doesn’t open the authorization page: its host is always “{authorize}”.",
        ),
        help=Text(
            fr="Écrivez « {authorize} » pour les deux environnements : seules les clés changent.",
            en="Write “{authorize}” for both environments: only the keys differ.",
        ),
        why=Text(
            fr="Intuit a un hôte d’API pour le bac à sable, mais une seule URL d’autorisation pour les deux environnements.",
            en="Intuit has an API host for the sandbox, but a single authorization URL for both environments.",
        ),
        seen=UNKNOWN,
        sources=(INTUIT_OAUTH_FAQ, RFC6749_AUTHORIZATION),
    ),
    "authorize-repeated": Rule(
        "error",
        title=Text(fr="Paramètre donné deux fois", en="Parameter given twice"),
        message=Text(
            fr="L’URL contient « {name} » plus d’une fois (caractère {position}).",
            en="The URL contains “{name}” more than once (character {position}).",
        ),
        help=Text(
            fr="Ne gardez qu’une valeur par paramètre, et cherchez ce qui ajoute une seconde série à l’URL.",
            en="Keep one value for each parameter, and look for what adds a second set to the URL.",
        ),
        why=Text(
            fr="La norme l’interdit : « Request and response parameters MUST NOT be included more than once. » Un serveur peut refuser la demande, ou retenir l’une ou l’autre valeur.",
            en="The standard forbids it: “Request and response parameters MUST NOT be included more than once.” A server may refuse the request, or take either value.",
        ),
        seen=GENERIC,
        sources=(RFC6749_AUTHORIZATION,),
    ),
    "authorize-exact": Rule(
        "note",
        title=Text(fr="« redirect_uri » exacte", en="Exact “redirect_uri”"),
        message=Text(
            fr="La valeur de « redirect_uri » est exactement l’URI de Codat pour {environment}.",
            en="The value of “redirect_uri” is exactly Codat’s URI for {environment}.",
        ),
        help=Text(
            fr="Si Intuit la refuse, vérifiez la liste sous « {tab} » : l’URI doit s’y trouver telle quelle.",
            en="If Intuit refuses it, check the list under “{tab}”: it must contain exactly this URI.",
        ),
        why=Text(
            fr="Intuit compare deux URI : celle de cette URL, et celle que vous avez enregistrée. La première est juste; il reste à vérifier la seconde.",
            en="Intuit compares two URIs: the one in this URL, and the one you registered. The first is right, so the second is left to check.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_REGISTERED, CODAT_SETUP),
    ),
    "authorize-redirect-uri": Rule(
        "error",
        title=Text(fr="« redirect_uri » absente", en="No “redirect_uri”"),
        message=Text(
            fr="Cette URL d’autorisation n’a pas de « redirect_uri », ou elle est vide.",
            en="This authorization URL has no “redirect_uri”, or an empty one.",
        ),
        help=Text(
            fr="Copiez l’URL au complet, ou ajoutez-y « redirect_uri » avec l’URI de Codat : « {expected} ».",
            en="Copy the whole URL, or add “redirect_uri” to it, with Codat’s URI: “{expected}”.",
        ),
        why=Text(
            fr="C’est ce paramètre qui dit à Intuit où renvoyer votre client. Il manque souvent parce que l’URL a été copiée en partie.",
            en="This parameter tells Intuit where to send your customer. It’s often missing because only part of the URL was copied.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_AUTHORIZATION,),
    ),
    "authorize-client-id": Rule(
        "warning",
        title=Text(fr="« client_id » inhabituel", en="Unusual “client_id”"),
        message=Text(
            fr="« client_id » n’a pas la forme habituelle, 50 lettres et chiffres; sa longueur est de {length}.",
            en="“client_id” doesn’t have the usual form, 50 letters and digits; its length is {length}.",
        ),
        help=Text(
            fr="Comparez-le à l’ID client qui se trouve sous « Keys and credentials », onglet « {tab} ».",
            en="Compare it with the client ID under “Keys and credentials”, “{tab}” tab.",
        ),
        why=Text(
            fr="Intuit ne publie pas le format de l’ID client; tous ceux que l’on connaît ont 50 lettres et chiffres. Un autre est souvent tronqué, ou c’est un texte à remplacer.",
            en="Intuit publishes no format for the client ID; all known ones are 50 letters and digits. Another one is often cut short, or a placeholder.",
        ),
        seen=GENERIC,
        sources=(RFC6749_CLIENT_ID, RFC6749_AUTHORIZATION),
    ),
    "authorize-scope": Rule(
        "error",
        title=Text(fr="« scope » sans la comptabilité", en="“scope” without accounting"),
        message=Text(
            fr="« scope » ne contient pas « com.intuit.quickbooks.accounting »{near}",
            en="“scope” doesn’t contain “com.intuit.quickbooks.accounting”{near}",
        ),
        help=Text(
            fr="Demandez « com.intuit.quickbooks.accounting », et vérifiez que l’application a cette portée.",
            en="Ask for “com.intuit.quickbooks.accounting”, and make sure that the app has this scope.",
        ),
        why=Text(
            fr="L’intégration de Codat lit la comptabilité. Sans cette portée, l’accès que votre client accorde ne comprend pas la comptabilité.",
            en="Codat’s integration reads the accounts. Without this scope, the access that your customer grants doesn’t include them.",
        ),
        seen=GENERIC,
        sources=(CODAT_SETUP, RFC6749_SCOPE),
    ),
    "authorize-response-type": Rule(
        "error",
        title=Text(fr="« response_type » autre que « code »", en="“response_type” other than “code”"),
        message=Text(
            fr="« response_type » doit être « code »; ici, il est absent ou différent.",
            en="“response_type” must be “code”; here it’s missing or different.",
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
            fr="Cette URL d’autorisation n’a pas de « state », ou il est vide.",
            en="This authorization URL has no “state”, or an empty one.",
        ),
        help=Text(
            fr="Ajoutez « state » avec une valeur imprévisible, et vérifiez au retour que c’est la même.",
            en="Add “state” with an unpredictable value, and check on return that it’s the same.",
        ),
        why=Text(
            fr="Ce paramètre prouve que la réponse correspond bien à votre demande. Sans lui, quelqu’un peut faire accepter à votre application une autorisation que vous n’avez pas demandée.",
            en="This parameter proves that the response is to your own request. Without it, someone can make your app accept an authorization that you didn’t ask for.",
        ),
        seen=GENERIC,
        sources=(RFC6749_STATE, RFC6749_AUTHORIZATION),
    ),
    "authorize-client-secret": Rule(
        "error",
        title=Text(fr="Secret client dans l’URL", en="Client secret in the URL"),
        message=Text(
            fr="L’URL contient « client_secret » (caractère {position}).",
            en="The URL contains “client_secret” (character {position}).",
        ),
        help=Text(
            fr="Retirez-le, puis remplacez ce secret dans le portail Intuit : considérez-le comme divulgué.",
            en="Remove it now, and rotate this secret in the Intuit portal.",
        ),
        why=Text(
            fr="Une URL reste dans l’historique du navigateur et dans les journaux des serveurs. La norme interdit d’y mettre le secret client.",
            en="A URL stays in the browser’s history and in server logs. The standard forbids putting the client secret there.",
        ),
        seen=UNKNOWN,
        sources=(RFC6749_CLIENT_SECRET,),
    ),
}
