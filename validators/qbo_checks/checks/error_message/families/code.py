"""In the reader's own code, library or connector: what Intuit answered isn't in the text, or there was no call."""

from __future__ import annotations

from qbo_checks.checks.error_message.families.common import KEYS, WAIT, seen_in
from qbo_checks.checks.error_message.family import Family
from qbo_checks.checks.error_message.signs import All, AnyOf, Name, Said, Shape, Status, words
from qbo_checks.model import Cause, Source, Text
from qbo_checks.sources import INTUIT_ERROR_CODES

_CONNECTING = (
    r"connect\w* | connexion\w* | sync | syncs | syncing | synced | synchroni\w* | pairing | authenticat\w* | authentifi\w* | authori[sz]\w* | autoris\w*"
    r" | log ?in | sign[ -]?in | linking | relier"
)
_NOT_NONE = r"(?<![0o] )(?<!no )(?<!any )(?<!without )(?<!aucune )(?<!aucun )(?<!sans )"
_FAILS = (
    r"can.?t | cannot | couldn.?t | could not | unable | fail | fails | failing | broken | lost | inactive | denied | impossible | didn.?t | did not | doesn.?t | won.?t | not able | echoue\w* | perdue? | rompue? | interrompue?"
    rf" | {_NOT_NONE}failed(?!\W{{1,2}}0) | {_NOT_NONE}failures?(?!\W{{1,2}}0) | {_NOT_NONE}errors?(?! \d)(?!\W{{1,2}}0) | {_NOT_NONE}problem | {_NOT_NONE}trouble"
    r" | pas reussi | pas pu | pas possible | arrive pas | arrivons pas | parvient pas | parvenons pas | peut pas | peux pas | marche pas | fonctionne pas"
    rf" | {_NOT_NONE}issues? | {_NOT_NONE}echec | {_NOT_NONE}erreurs?(?!\W{{1,3}}0)"
)
_ASKED = r"must | need | needs | have to | has to | please | required | requise? | veuillez | devez | doit | to keep | to continue | to resume"
_AGAIN = (
    r"re-?connect\w* | re-?authenticat\w* | re-?authori[sz]\w* | re-?link\w* | re-?pair\w* | update your | log ?in again | sign ?in again | log back in"
    r" | reconnexion | authentifier de nouveau | rebrancher"
)
_SETTING = r"quickbooks_\w+ | qbo_\w+ | qb_\w+ | intuit_(?!tid)\w+ | codat_\w+"
_UNSET = r"not set | not configured | not defined | not found | not provided | must be set | unset | missing | undefined | required | empty | null | manquante? | non definie? | vide"
"""What is said of a setting that wasn't given, in words without accents."""

BEFORE_ANY_CALL = (
    Family(
        code="library-settings",
        title=Text(fr="Bibliothèque sans tous ses réglages", en="Library without all its settings"),
        seen=Text(
            fr="« Please Setup Service Context… », « ClientID must be provided in OAuth2 », « Refresh token not specified »",
            en="“Please Setup Service Context…”, “ClientID must be provided in OAuth2”, “Refresh token not specified”",
        ),
        signs=(
            *words(
                "please setup service context",
                "must be provided in OAuth2",
                "no OAuth 1 or OAuth 2 mode specified",
                "can’t construct ServiceContext",
                "files contain empty RealmID",
                "shouldn’t pass a null ippConfiguration",
                "acceess token not specified",
            ),
            *words(
                "provide the URI",
                "URL is required for API call",
                "does not have id_token",
                "please use enum of type Scopes",
                "OAuth mode is not supported",
                "base URL is not setup",
                "refresh token not specified",
                "access token not specified",
                "realm ID not specified",
                "the refresh token is missing",
                "the access token is missing",
                "provide the scopes",
                "no session manager",
                trust="near",
            ),
            Name("Quickbooks::MissingRealmError"),
            Name("InvalidOauthAccessTokenObject", "named"),
            Said(_SETTING, _UNSET),
            Shape(r"keyerror\W{1,4}(?:quickbooks|qbo|qb|intuit|codat)_\w"),
            Said(
                r"quickbooks | qbo | intuit | codat",
                r"not configured | not set up | isn.t configured | n.est pas configuree?",
            ),
            Said(
                r"credentials | client secret | secret client | environment variables? | variables? d.environnement",
                _UNSET,
                "named",
            ),
            All(
                AnyOf(
                    *words("object reference not set", "value cannot be null", "NullPointerException"),
                    Name("NullReferenceException"),
                ),
                Shape(r"servicecontext|intuit\.ipp\.(?:core|security)"),
            ),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="Votre code appelle une bibliothèque sans lui donner un réglage dont elle a besoin.",
            en="Your code calls a library without a setting that it needs.",
        ),
        help=Text(
            fr="Donnez-lui ce que le message nomme : clés, environnement, jetons ou « realmId ». Intuit n’a encore rien reçu.",
            en="Give it what the message names: keys, environment, tokens or “realmId”. Intuit hasn’t received anything yet.",
        ),
        causes=(
            Cause(
                Text(
                    fr="« realmId » est vide. Gardez la valeur qu’Intuit ajoute à l’URL de retour, une par entreprise.",
                    en="“realmId” is empty. Keep the value that Intuit adds to the return URL, one for each company.",
                ),
            ),
            Cause(
                Text(
                    fr="Une clé ou l’environnement n’a pas été lu dans la configuration. Vérifiez les variables de votre serveur.",
                    en="A key or the environment wasn’t read from the configuration. Check your server’s variables.",
                ),
                KEYS,
            ),
            Cause(
                Text(
                    fr="Aucun jeton n’a été enregistré. Reconnectez l’entreprise, puis enregistrez les deux jetons.",
                    en="No token was saved. Reconnect the company, then save both tokens.",
                ),
            ),
        ),
        why=Text(
            fr="La bibliothèque s’arrête avant d’appeler Intuit : les réglages des deux portails ne sont pas en cause.",
            en="The library stops before it calls Intuit: the settings in the two portals aren’t the cause.",
        ),
        absorbs=("refresh-token", "access-token", "app-unknown", "authorization-code", "invalid-scope"),
        sources=(
            seen_in("intuit/QuickBooks-V3-PHP-SDK#79", "2017-10-18"),
            seen_in("intuit/QuickBooks-V3-DotNET-SDK#120", "2020-01-06"),
        ),
        basis=Text(
            fr="Le code de ces bibliothèques le dit; l’ordre des causes, nous le déduisons.",
            en="These libraries’ code says so; we infer the order of the causes.",
        ),
        examples=(
            "Please Setup Service Context before making get CompanyInfo call.",
            "QuickBooksOnline\\API\\Exception\\SdkException: [0]: 'ClientID' must be provided in OAuth2.",
        ),
    ),
)

WITHOUT_THE_ANSWER = (
    Family(
        code="bad-request",
        title=Text(fr="400 sans explication", en="400 without an explanation"),
        seen=Text(
            fr="« 400 Bad Request » ou « BadRequest », sans le corps de la réponse",
            en="“400 Bad Request” or “BadRequest”, without the response body",
        ),
        signs=(
            Status(400, by=("api",)),
            Status(400, trust="near"),
            Name("BadRequest", "near"),
            *words("bad request", "mauvaise requête", "requête incorrecte", trust="near"),
        ),
        fallback=True,
        severity="error",
        side="code",
        message=Text(
            fr="La réponse est 400, sans explication : la demande elle-même est fausse.",
            en="The response is 400, with no explanation: the request itself is wrong.",
        ),
        help=Text(
            fr="Collez ici l’URL appelée et le corps de la réponse : la cause y est. Ne changez encore aucun réglage.",
            en="Paste the URL that was called and the response body here: the cause is in them. Don’t change any settings yet.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’API a répondu : la connexion fonctionne. Corrigez la requête ou l’enregistrement que « Detail » nomme.",
                    en="The API responded: the connection works. Correct the query or the record that “Detail” names.",
                ),
            ),
            Cause(
                Text(
                    fr="« oauth.platform.intuit.com » a répondu : c’est le code ou le jeton. Recommencez la connexion depuis le lien.",
                    en="“oauth.platform.intuit.com” responded: it’s the code or the token. Start connecting again from the link.",
                ),
            ),
        ),
        why=Text(
            fr="400 dit seulement que la demande est mal formée; le corps de la réponse dit en quoi.",
            en="400 only says that the request is malformed; the response body says what’s wrong with it.",
        ),
        sources=(
            INTUIT_ERROR_CODES,
            seen_in("intuit/QuickBooks-V3-DotNET-SDK#220", "2022-02-09"),
            seen_in("intuit/QuickBooks-V3-PHP-SDK#521", "2024-09-18"),
        ),
        basis=Text(
            fr="L’explication vient d’Intuit pour son API, et de la norme pour le serveur de jetons.",
            en="The explanation comes from Intuit for its API, and from the standard for the token endpoint.",
        ),
        examples=(
            "[Microsoft][QuickBooks] HTTP 400",
            "Intuit.Ipp.Exception.IdsException: BadRequest",
        ),
    ),
    Family(
        code="unreadable-answer",
        title=Text(fr="Réponse que votre code n’a pas su lire", en="Response that your code couldn’t read"),
        seen=Text(
            fr="« AuthResponse is not JSON », « Unexpected token < in JSON », « The Response Stream was null or empty »",
            en="“AuthResponse is not JSON”, “Unexpected token < in JSON”, “The Response Stream was null or empty”",
        ),
        signs=(
            *words("AuthResponse is not JSON", "the response stream was null or empty"),
            *words(
                "unexpected token < in JSON",
                "unexpected end of JSON input",
                "is not valid JSON",
                "expecting value: line 1 column 1",
                "error reading json response",
                "unexpected character encountered while parsing",
                "looking for beginning of value",
                "undefined namespace prefix",
                trust="near",
            ),
            Name("JSONDecodeError", "near"),
        ),
        fallback=True,
        severity="warning",
        side="code",
        message=Text(
            fr="Votre code attendait du JSON, et Intuit a renvoyé autre chose : du XML, une page HTML ou rien.",
            en="Your code expected JSON, and Intuit sent something else: XML, an HTML page or nothing.",
        ),
        help=Text(
            fr="Journalisez le statut et le corps bruts, sans jeton, et collez-les ici. Demandez du JSON : « Accept: application/json ».",
            en="Log the raw status and body, without tokens, and paste them here. Ask for JSON: “Accept: application/json”.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’en-tête « Accept » manque ou est mal écrit. Sans lui, l’API d’Intuit répond en XML.",
                    en="The “Accept” header is missing or misspelled. Without it, Intuit’s API responds in XML.",
                ),
            ),
            Cause(
                Text(
                    fr="La réponse est une erreur, souvent un 401 en XML ou un 503 en HTML. Lisez-en le corps.",
                    en="The response is an error, often a 401 in XML or a 503 in HTML. Read its body.",
                ),
            ),
            WAIT,
        ),
        why=Text(
            fr="La vraie erreur est dans le corps de la réponse, que la bibliothèque n’a pas montré.",
            en="The real error is in the response body, which the library didn’t show.",
        ),
        sources=(
            seen_in("intuit/oauth-jsclient#135", "2023-02-13"),
            seen_in("intuit/QuickBooks-V3-DotNET-SDK#373", "2026-06-05"),
            seen_in("ruckus/quickeebooks#40", "2013-03-19"),
        ),
        basis=Text(
            fr="Dans le premier fil, le corps était un 401 en XML. L’ordre des causes, nous le déduisons.",
            en="In the first thread, the body was a 401 in XML. We infer the order of the causes.",
        ),
        examples=(
            "Error: AuthResponse is not JSON",
            "quickbooks: SyntaxError: Unexpected token < in JSON at position 0",
        ),
    ),
    Family(
        code="connector-message",
        title=Text(fr="Message d’un connecteur", en="A connector’s own message"),
        seen=Text(
            fr="« Can’t connect to QuickBooks Online » ou « You must update your QuickBooks pairing », dans un tableur, un outil d’automatisation ou un autre logiciel",
            en="“Can’t connect to QuickBooks Online” or “You must update your QuickBooks pairing”, in a spreadsheet, an automation tool or other software",
        ),
        signs=(
            Said(_CONNECTING, _FAILS, "named"),
            Said(_ASKED, _AGAIN, "named"),
            Said(
                r"accounts? | comptes? | integrations?",
                r"inactive | unlinked | re-?linked | inactifs?",
                "named",
            ),
            Said(
                r"quick ?books | qbo | intuit",
                r"a refuse\w* | refus | refuse | refused | refuses | rejected | rejects | denied | ne repond",
                "named",
            ),
            Said(
                r"quick ?books | qbo | intuit",
                r"not connected | disconnected | n.est pas connectee? | deconnectee?",
            ),
            Shape(
                r"(?:quickbooks|qbo|intuit)[_-](?:auth|oauth|connect|connection|sync|callback|token)_?(?:\w{1,20}_)?(?:failed|failure|error|denied|expired)"
            ),
        ),
        fallback=True,
        severity="warning",
        side="code",
        message=Text(
            fr="Ces mots sont ceux de l’outil qui se connecte à QuickBooks; ils ne disent pas ce qu’Intuit a répondu.",
            en="These words come from the tool that connects to QuickBooks; they don’t say how Intuit responded.",
        ),
        help=Text(
            fr="Reconnectez le compte dans cet outil. Si l’erreur revient, cherchez la réponse d’Intuit dans son journal et collez-la ici.",
            en="Reconnect the account in that tool. If the error comes back, find Intuit’s response in its log and paste it here.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’autorisation a expiré ou a été révoquée. Reconnectez le compte dans l’outil.",
                    en="The authorization expired or was revoked. Reconnect the account in the tool.",
                ),
            ),
            Cause(
                Text(
                    fr="La personne qui reconnecte n’administre pas l’entreprise. Demandez à une personne dont le rôle est « Primary Admin » ou « Company Admin ».",
                    en="The person who reconnects doesn’t administer the company. Ask someone whose role is “Primary Admin” or “Company Admin”.",
                ),
            ),
            WAIT,
        ),
        why=Text(
            fr="Chaque outil a ses propres mots pour des erreurs différentes. Seule la réponse d’Intuit les distingue.",
            en="Each tool has its own words for different errors. Only Intuit’s response tells them apart.",
        ),
        sources=(
            seen_in("Expensify/App#47435", "2024-08-14"),
            Source(
                "Autofy, Could not connect to QuickBooks Online (read in 2026)",
                "https://support.propelware.com/en/articles/1915104-alert-message-could-not-connect-to-quickbooks-online-alert",
            ),
        ),
        basis=Text(
            fr="Les pages d’aide de ces outils donnent ces causes; leur ordre, nous le déduisons.",
            en="The help pages of these tools give these causes; we infer their order.",
        ),
        examples=(
            "Can't connect to QuickBooks Online.",
            "La connexion à QuickBooks en ligne a échoué. Veuillez reconnecter votre compte.",
        ),
    ),
)
