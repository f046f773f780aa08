"""Before anybody has authorized anything: the address that is opened, the app, the person who signs in."""

from __future__ import annotations

from qbo_checks.checks.error_message.families.common import (
    APP,
    BAD,
    CODAT_SENDS,
    ENVIRONMENTS,
    HAND_MADE_ADDRESS,
    KEYS,
    KEYS_OF_THE_OTHER_ENVIRONMENT,
    OAUTH_ERRORS,
    OWN_CODE,
    PRODUCTION_KEYS,
    PRODUCTION_URIS,
    PROJECTOR,
    QUESTIONNAIRE,
    SANDBOX_URIS,
    STANDARD_ONLY,
    WORKATO,
    seen_in,
)
from qbo_checks.checks.error_message.family import Case, Family
from qbo_checks.checks.error_message.signs import All, AnyOf, Name, Said, Shape, Words, words
from qbo_checks.model import Cause, Text
from qbo_checks.sources import (
    CODAT_SETUP,
    INTUIT_OAUTH_FAQ,
    INTUIT_REDIRECT_URI,
    RFC6749_AUTHORIZATION_ERRORS,
    RFC6749_STATE,
    RFC6749_TOKEN_ERRORS,
)

_ALREADY = r"already (?:been )?(?:connected|subscribed|linked) | deja (?:ete )?(?:connectee?|associee?|liee?)"

FAMILIES = (
    Family(
        code="redirect-uri-invalid",
        title=Text(fr="URI de redirection refusée", en="Redirect URI rejected"),
        seen=Text(
            fr="« The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app’s keys tab and matches it exactly. »",
            en="“The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app’s keys tab and matches it exactly.”",
        ),
        signs=(
            *words(
                "redirect_uri query parameter value is invalid",
                "redirect_uri query parameter value is missing",
                "listed in the redirect uris section on your app’s keys tab",
                "in the redirect uris section on your app’s",
            ),
            *words(
                "redirect_uri is invalid",
                "redirect uri is invalid",
                "redirect_uri is not valid",
                "invalid redirect_uri",
                "invalid redirect uri",
                "redirect_uri does not match",
                "redirect uri does not match",
                "redirect_uri doesn’t match",
                "redirect uri doesn’t match",
                "redirect_uri not registered",
                "redirect_uri est invalide",
                "redirect_uri n’est pas valide",
                "redirect_uri non valide",
                "uri de redirection n’est pas valide",
                "uri de redirection est invalide",
                "uri de redirection non valide",
                trust="common",
            ),
            Said(
                r"redirect[ _-]?ur[il]s? | callback urls? | ur[il]s? de redirection",
                rf"{BAD} | mismatch | does(?: not|n.t) match | do(?: not|n.t) match | did(?: not|n.t) match | not (?:registered|listed|allowed) | unregistered"
                r" | ne correspond pas | pas enregistree | non enregistree",
                "common",
            ),
            Name("redirect_uri_mismatch", "common"),
            Name("invalid_redirect_uri", "common"),
            All(
                Name("redirect_uri", "common"),
                AnyOf(*words("valeur du paramètre", trust="common")),
                AnyOf(*words("invalide", "pas valide", "non valide", "incorrecte", trust="common")),
            ),
        ),
        severity="error",
        side="intuit",
        message=Text(
            fr="L’URI de redirection envoyée n’est pas dans la liste de votre application, dans le portail Intuit.",
            en="The redirect URI that was sent isn’t in your app’s list in the Intuit portal.",
        ),
        help=Text(
            fr="Dans le portail Intuit, sous « Settings » > « Redirect URIs », collez l’URI exacte de cet environnement, cliquez sur « Save », puis rechargez la page.",
            en="In the Intuit portal, under “Settings” > “Redirect URIs”, paste this environment’s exact URI, select “Save”, then reload the page.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’URI enregistrée diffère de celle de Codat, ne serait-ce que d’un caractère : une barre oblique à la fin, un « s » oublié, une majuscule, une espace. Remplacez-la par l’URI exacte.",
                    en="The registered URI differs from Codat’s, if only by one character: a slash at the end, a missing “s”, a capital, a space. Replace it with the exact URI.",
                ),
                SANDBOX_URIS,
            ),
            Cause(
                Text(
                    fr="L’URI est enregistrée sous l’autre onglet. Celle du bac à sable va sous « Development »; celle de production, sous « Production ».",
                    en="The URI is registered under the other tab. The sandbox URI goes under “Development”, the production URI under “Production”.",
                ),
                PRODUCTION_URIS,
            ),
            Cause(
                Text(
                    fr="L’URI a été saisie sans être enregistrée. Ajoutez-la de nouveau, puis cliquez sur « Save ».",
                    en="The URI was typed but not saved. Add it again, then select “Save”.",
                ),
                SANDBOX_URIS,
            ),
            Cause(
                Text(
                    fr="Les clés enregistrées dans Codat sont celles d’une autre application. Comparez le « Client ID » des deux portails.",
                    en="The keys saved in Codat belong to another app. Compare the “Client ID” in both portals.",
                ),
                KEYS,
            ),
        ),
        why=Text(
            fr="Intuit compare l’URI reçue à celles que vous avez enregistrées, caractère par caractère, dans la liste de l’environnement en cours.",
            en="Intuit compares the URI it receives with those you registered, character by character, in the list of the environment in use.",
        ),
        gives=("sandbox", "production"),
        checks="redirect-uri",
        absorbs=("invalid-request",),
        sources=(
            INTUIT_REDIRECT_URI,
            seen_in("intuit/quickbooks-online-mcp-server#51", "2026-05-07"),
            seen_in("vm0-ai/vm0#25780", "2026-08-08"),
        ),
        basis=Text(
            fr="Intuit documente la comparaison exacte et une liste par environnement. L’ordre des causes, nous le déduisons des fils.",
            en="Intuit documents the exact comparison and one list for each environment. We infer the order of the causes from the threads.",
        ),
        examples=(
            "The redirect_uri query parameter value is invalid.",
            "The redirect_uri query parameter value is inva\nlid. Make sure it is listed in the Redirect URIs section on you\nr app's keys tab and matches it exactly.",
            "Le paramètre redirect_uri n’est pas valide",
        ),
    ),
    Family(
        code="app-unknown",
        title=Text(fr="Application inconnue d’Intuit", en="App unknown to Intuit"),
        seen=Text(
            fr="« Sorry, but undefined didn’t connect », ou un message qui dit que « client_id » n’est pas valide",
            en="“Sorry, but undefined didn’t connect”, or a message that “client_id” isn’t valid",
        ),
        signs=(
            *words(
                "but undefined didn’t connect",
                "undefined didn’t connect",
                "undefined did not connect",
                "mais undefined ne s’est pas connecté",
                "undefined ne s’est pas connecté",
                "undefined n’a pas pu se connecter",
                "but null didn’t connect",
                "null didn’t connect",
            ),
            *words(
                "client_id query parameter value is invalid",
                "client_id query parameter is missing",
                "client_id query parameter value is missing",
                "client_id is invalid",
                "client_id is missing",
                "client_id is not valid",
                "client_id parameter is missing",
                "client_id parameter is invalid",
                "invalid client_id",
                "missing client_id",
                "missing required parameter: client_id",
                "client_id est invalide",
                "client_id n’est pas valide",
                "client_id est manquant",
                "client_id non valide",
                "client id is invalid",
                "invalid client id",
                trust="common",
            ),
            Said(
                r"client[ _-]?ids? | ids? client | identifiants? client",
                rf"{BAD} | undefined | required | empty | vide",
            ),
            Shape(r"[?&]client_id=(?:undefined|null|none|nan)?(?=[&\s]|$)", "near"),
        ),
        severity="error",
        side="codat",
        message=Text(
            fr="Intuit ne trouve aucune application pour cet ID client.",
            en="Intuit can’t find an app with this client ID.",
        ),
        help=Text(
            fr="Vérifiez d’abord le « Client ID » enregistré dans le portail Codat, puis l’URI de redirection.",
            en="First check the “Client ID” saved in the Codat Portal, then the redirect URI.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Le « Client ID » est vide, tronqué ou entouré d’espaces dans Codat. Copiez-le de nouveau en entier.",
                    en="The “Client ID” is empty, cut short or surrounded by spaces in Codat. Copy it again, whole.",
                ),
                KEYS,
            ),
            KEYS_OF_THE_OTHER_ENVIRONMENT,
            Cause(
                Text(
                    fr="L’URI de redirection n’est pas enregistrée : Intuit montre parfois la même page. Comparez-la avec l’URI exacte.",
                    en="The redirect URI isn’t registered: Intuit sometimes shows the same page. Compare it with the exact URI.",
                ),
                SANDBOX_URIS,
            ),
        ),
        why=Text(
            fr="Quand l’application est connue, la page donne son nom. « undefined » y tient lieu du nom qu’Intuit n’a pas trouvé.",
            en="When Intuit knows the app, the page gives its name. “undefined” replaces the name that Intuit didn’t find.",
        ),
        gives=("sandbox", "production"),
        checks="keys",
        absorbs=("connection-problem", "invalid-request", "browser-trace", "unauthorized"),
        sources=(OAUTH_ERRORS, seen_in("intuit/quickbooks-online-mcp-server#51", "2026-05-07")),
        basis=Text(
            fr="Nous le déduisons : des projets publics montrent « undefined » avec un ID client vide, ou avec une URI non enregistrée.",
            en="We infer it: public projects show “undefined” with an empty client ID, or with an unregistered URI.",
        ),
        examples=(
            "Uh oh, there’s a connection problem.\nSorry, but undefined didn’t connect. Please try again later, or contact customer support for help.",
            "client_id is invalid",
        ),
    ),
    Family(
        code="no-sandbox-companies",
        title=Text(fr="Aucune entreprise de bac à sable", en="No sandbox company"),
        seen=Text(
            fr="« No Sandbox companies found for user »",
            en="“No Sandbox companies found for user”",
        ),
        signs=tuple(
            words(
                "no sandbox companies",
                "no sandbox company found",
                "aucune entreprise sandbox",
                "aucune entreprise de bac à sable",
            )
        ),
        severity="error",
        side="intuit",
        message=Text(
            fr="Ces clés de développement ne donnent accès qu’à des entreprises de bac à sable, et la personne qui a ouvert la session n’en a aucune.",
            en="Development keys only give access to sandbox companies, and the person who signed in has none.",
        ),
        help=Text(
            fr="Décidez quelle entreprise vous voulez connecter : une entreprise réelle ou une entreprise de bac à sable. La suite en dépend.",
            en="Decide which company you want to connect: a live one or a sandbox one. What to do next depends on that.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Vous vouliez connecter une entreprise réelle. Passez par l’intégration « QuickBooks Online », avec les clés de production.",
                    en="You meant to connect a live company. Use the “QuickBooks Online” integration, with the production keys.",
                ),
                PRODUCTION_KEYS,
            ),
            Cause(
                Text(
                    fr="Vous vouliez connecter le bac à sable, mais avec un autre compte. Ouvrez une session avec le compte de développeur qui possède l’entreprise de bac à sable.",
                    en="You meant to connect the sandbox, but from another account. Sign in with the developer account that owns the sandbox company.",
                ),
                ENVIRONMENTS,
            ),
        ),
        why=Text(
            fr="Les clés de développement ne donnent jamais accès à un compte réel, essais gratuits compris.",
            en="Development keys never give access to a live account, free trials included.",
        ),
        sources=(CODAT_SETUP, seen_in("myleshyson/laravel-quickbooks#21", "2018")),
        basis=Text(
            fr="Codat écrit que le bac à sable ne donne pas accès aux comptes réels; le message vient du fil.",
            en="Codat states that the sandbox doesn’t give access to live accounts; the message comes from the thread.",
        ),
        examples=("No Sandbox companies found for user",),
    ),
    Family(
        code="already-connected",
        title=Text(
            fr="Entreprise déjà connectée par quelqu’un d’autre",
            en="Company already connected by someone else",
        ),
        seen=Text(
            fr="« App_Already_Purchased », « The application has already been subscribed to by another user for this company »",
            en="“App_Already_Purchased”, “The application has already been subscribed to by another user for this company”",
        ),
        signs=(
            Name("app_already_purchased", "common"),
            Name("already_connected", "named"),
            *words(
                "already been subscribed to by another user for this company",
                "already been subscribed to by another user",
                "to make changes to this subscription",
                "another user has already connected this company",
                "already connected to this app by another user",
                "already connected by another user",
                trust="common",
            ),
            Said(
                _ALREADY,
                r"apps? | another user | other user | someone else | different user | autre utilisateur | quelqu.un d.autre",
            ),
            Said(
                _ALREADY,
                r"by (?:another|a different) user | by someone else | par un autre utilisateur | par une autre personne | par quelqu.un d.autre",
                "common",
            ),
            *words("app already purchased", trust="near"),
            All(Words("lose the current", "near"), Words("settings if you connect", "near")),
        ),
        severity="error",
        side="customer",
        message=Text(
            fr="Une autre personne a déjà connecté cette entreprise à votre application.",
            en="Another person has already connected this company to your app.",
        ),
        help=Text(
            fr="Demandez à cette personne de déconnecter l’application dans QuickBooks, ou de faire elle-même la connexion. Son adresse de courriel est souvent dans le message.",
            en="Ask that person to disconnect the app in QuickBooks, or to connect it themselves. The message often gives their email address.",
        ),
        causes=(
            Cause(
                Text(
                    fr="La personne qui a connecté l’entreprise est toujours là : elle la déconnecte sous « Apps » > « Overview » dans QuickBooks, puis vous la reconnectez.",
                    en="The person who connected the company is still there: they disconnect it under “Apps” > “Overview” in QuickBooks, then you connect it again.",
                ),
            ),
            Cause(
                Text(
                    fr="Cette personne est partie. Une personne dont le rôle est « Primary Admin » peut retirer l’application, puis la reconnecter.",
                    en="That person has left. Someone whose role is “Primary Admin” can remove the app, then connect it again.",
                ),
            ),
            Cause(
                Text(
                    fr="L’entreprise existe deux fois dans Codat. Reconnectez celle qui a déjà une connexion, au lieu d’en créer une autre.",
                    en="The company exists twice in Codat. Reconnect the one that already has a connection instead of creating another.",
                ),
            ),
        ),
        why=Text(
            fr="Une entreprise n’a qu’une connexion active par application, celle de la personne qui l’a autorisée.",
            en="A company has one active connection for each app, and it belongs to the person who authorized it.",
        ),
        sources=(
            PROJECTOR,
            WORKATO,
        ),
        basis=Text(
            fr="Les pages d’aide de Workato et de Projector (2020) citent le message; la marche à suivre, nous la déduisons.",
            en="Workato’s and Projector’s (2020) help pages quote the message; we infer what to do.",
        ),
        examples=(
            "App_Already_Purchased\nThe application has already been subscribed to by another user for this company. Please contact the administrator to make changes to this subscription.",
        ),
    ),
    Family(
        code="retired-protocol",
        title=Text(fr="Protocole OAuth 1 retiré", en="OAuth 1, a retired protocol"),
        seen=Text(
            fr="« oauth_problem=signature_invalid », « Error getting application from request token », ou une redirection vers la page « third-party app security requirements »",
            en="“oauth_problem=signature_invalid”, “Error getting application from request token”, or a redirect to the page “third-party app security requirements”",
        ),
        signs=(
            *words(
                "error getting application from request token",
                "third-party-app-security-requirements-updating-soon",
                "missing grantUrl in setup function",
                "signature in the OAuth request has been changed",
            ),
            Name("intuit.ipp.anywhere"),
            Shape(r"keyerror\W{1,6}oauth_token|oauth_(?:verifier|consumer_key|nonce|signature)", "near"),
            Shape(r"oauth\.intuit\.com/oauth/v1|/oauth/v1/get_(?:request|access)_token"),
            Name("oauth_problem", "common"),
            *words("OAuth error: parameter rejected", trust="near"),
            Shape(r"uninitialized constant oauth(?![a-z0-9])", "near"),
            All(
                AnyOf(
                    *words(
                        "consumer_key_unknown",
                        "consumer_key_rejected",
                        "token_rejected",
                        "signature_invalid",
                        "permission_unknown",
                        "timestamp_refused",
                        "nonce_used",
                        trust="common",
                    ),
                    Name("OAuth::Problem", "common"),
                ),
                AnyOf(
                    Shape(
                        r"oauth_(?:token|verifier|problem|consumer|signature|callback)|oauth::|oauth1|request_token|consumer"
                    ),
                ),
            ),
            All(
                Words("oauth 1.0", "near"),
                AnyOf(*words("deprecated", "no longer supported", "retired", "not supported", trust="near")),
            ),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="Cette demande suit OAuth 1, qu’Intuit a retiré.",
            en="This request follows OAuth 1, which Intuit has retired.",
        ),
        help=Text(
            fr="Créez une application OAuth 2 dans le portail Intuit et servez-vous de son « Client ID » et de son « Client secret ».",
            en="Create an OAuth 2 app in the Intuit portal, and use its “Client ID” and “Client secret”.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Votre code ou votre bibliothèque date d’avant OAuth 2. Passez par Codat, ou mettez la bibliothèque à jour.",
                    en="Your code or library predates OAuth 2. Connect through Codat, or update the library.",
                ),
                APP,
            ),
            Cause(
                Text(
                    fr="Vos clés sont une « consumer key » et un « consumer secret ». Une application créée aujourd’hui donne les bonnes.",
                    en="Your keys are a consumer key and a consumer secret. An app created today gives the right ones.",
                ),
                KEYS,
            ),
        ),
        why=Text(
            fr="Les jetons d’OAuth 1 ne s’actualisent plus et ne donnent plus accès aux données : aucun réglage n’y changera rien.",
            en="OAuth 1 tokens can’t be renewed or used any more: no setting will change that.",
        ),
        absorbs=("access-token", "unauthorized", "server-error", "unreachable"),
        sources=(
            seen_in("consolibyte/quickbooks-php#147", "2016-12-15"),
            seen_in("mcohen01/node-quickbooks#54", "2016-04-05"),
            seen_in("mcohen01/node-quickbooks#139", "2019-07-02"),
            seen_in("consolibyte/quickbooks-php#214", "2019-05-16"),
        ),
        basis=Text(
            fr="Ces fils disent qu’Intuit a retiré OAuth 1; qu’une erreur précise vienne de là, nous le déduisons de ses mots.",
            en="These threads say that Intuit retired OAuth 1; we infer from an error’s words that this is its cause.",
        ),
        examples=(
            "Oops! An error has occurred.\nPlease close this window and try again.\n\nError Code: internal_error\nMessage: Error getting application from request token",
            'HTTP/1.1 401 Unauthorized\nwww-authenticate: OAuth oauth_problem="signature_invalid"\nhost: oauth.intuit.com',
        ),
    ),
    Family(
        code="state-mismatch",
        title=Text(fr="« state » différent au retour", en="“state” differs on return"),
        seen=Text(
            fr="« csrf_detected », « state mismatch » ou « Invalid state », dans le journal de votre application",
            en="“csrf_detected”, “state mismatch” or “Invalid state”, in your app’s log",
        ),
        signs=(
            Name("csrf_detected", "common"),
            Name("InvalidStateException", "common"),
            Words("OAuth state mismatch", "common"),
            Name("csrf_mismatch", "near"),
            Name("state_mismatch", "near"),
            *words(
                "state mismatch",
                "state does not match",
                "state parameter does not match",
                "invalid state parameter",
                "state parameter mismatch",
                "OAuth state validation failed",
                trust="near",
            ),
            Name("invalid_state", "near"),
            Said(
                r"state parameter | state value | oauth state | parametre state | state returned",
                r"mismatch\w* | did(?: not|n.t) match | does(?: not|n.t) match | differs? | different | differente? | ne correspond",
            ),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="Votre application ne reconnaît pas le « state » qu’Intuit a renvoyé.",
            en="Your app doesn’t recognize the “state” that Intuit sent back.",
        ),
        help=Text(
            fr="Recommencez depuis l’URL Link, dans un seul onglet. Avec Codat, votre code n’a pas à traiter ce retour.",
            en="Start again from the Link URL, in a single tab. With Codat, your code doesn’t handle this return.",
        ),
        causes=(
            Cause(
                Text(
                    fr="La session a expiré ou le témoin a été bloqué entre le départ et le retour. Recommencez dans une fenêtre privée.",
                    en="The session expired or the cookie was blocked between leaving and returning. Start again in a private window.",
                ),
            ),
            OWN_CODE,
        ),
        why=Text(
            fr="« state » protège du détournement d’une connexion. Ne désactivez pas ce contrôle pour faire disparaître l’erreur.",
            en="“state” protects against a hijacked connection. Don’t switch that check off to make the error go away.",
        ),
        sources=(
            RFC6749_STATE,
            seen_in("IntuitDeveloper/OAuth2PythonSampleApp#10", "2020-07-30"),
            seen_in("omniauth/omniauth-oauth2#140", "2021-09-03"),
        ),
        basis=Text(
            fr="Le rôle de « state » vient de la norme; les causes, nous les déduisons des fils.",
            en="What “state” is for comes from the standard; we infer the causes from the threads.",
        ),
        examples=(
            "(quickbooks) Authentication failure! csrf_detected: OmniAuth::Strategies::OAuth2::CallbackError, csrf_detected | CSRF detected",
        ),
    ),
    Family(
        code="access-denied",
        title=Text(fr="Accès refusé par votre client", en="Access declined by your customer"),
        seen=Text(
            fr="Selon la norme, « error=access_denied » dans l’URL de retour, sans code.",
            en="According to the standard, “error=access_denied” in the return URL, and no code.",
        ),
        signs=(
            Name("access_denied", "common"),
            Said(
                r"permission | rights?(?! now| away| after| before) | droits? | autorise\w* | admin\w*",
                r"connect(?:er)? (?:the |this |an? |cette |une |des |l.)?app\w* | to connect | can connect | peu(?:t|vent) connecter",
            ),
            *words(
                "permission to connect this app",
                "permission de connecter cette application",
                "autorisation de connecter cette application",
                "autorisé à connecter cette application",
                "allowed to connect this app",
                trust="common",
            ),
            Said(r"need to be | needs to be | must be | have to be | doit etre | devez etre", r"admin\w*"),
        ),
        cases=(
            Case(
                signs=(Shape(r"admin|permission|droits"),),
                message=Text(
                    fr="La personne n’a pas le droit de connecter une application à cette entreprise.",
                    en="The person isn’t allowed to connect an app to this company.",
                ),
                help=Text(
                    fr="Demandez à une personne dont le rôle est « Primary Admin » ou « Company Admin » d’ouvrir l’URL Link.",
                    en="Ask someone whose role is “Primary Admin” or “Company Admin” to open the Link URL.",
                ),
                first=1,
            ),
        ),
        severity="warning",
        side="customer",
        message=Text(
            fr="La personne a refusé l’accès ou fermé la fenêtre.",
            en="The person declined or closed the window.",
        ),
        help=Text(
            fr="Renvoyez-lui le lien. Si son rôle n’est ni « Primary Admin » ni « Company Admin », demandez à une personne qui a l’un de ces rôles d’ouvrir le lien.",
            en="Send the link again. If their role isn’t “Primary Admin” or “Company Admin”, ask someone who has one of these roles to open it.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Votre client a refusé l’accès ou quitté la page. Renvoyez-lui l’URL Link quand il sera prêt.",
                    en="Your customer declined access or left the page. Send them the Link URL again when they’re ready.",
                ),
            ),
            Cause(
                Text(
                    fr="La personne n’a pas le droit de connecter une application. Selon Codat, il faut le rôle « Primary Admin » ou « Company Admin ».",
                    en="The person isn’t allowed to connect apps. According to Codat, their role must be “Primary Admin” or “Company Admin”.",
                ),
            ),
        ),
        why=Text(
            fr="Intuit n’accorde l’accès que si une personne qui en a le droit y consent. Vos réglages ne sont pas en cause.",
            en="Intuit grants access only if someone with the right to do so agrees. Your settings aren’t the cause.",
        ),
        sources=(INTUIT_OAUTH_FAQ, RFC6749_AUTHORIZATION_ERRORS),
        basis=Text(
            fr="Intuit écrit qu’un refus revient ainsi; le rôle requis vient de Codat.",
            en="Intuit states that a refusal comes back this way; the role needed comes from Codat.",
        ),
        examples=(
            "https://quickbooksonline.codat.io/oauth2/callback?error=access_denied&error_description=The+user+declined",
        ),
    ),
    Family(
        code="unauthorized-client",
        title=Text(fr="Application non autorisée", en="App not authorized"),
        seen=Text(
            fr="Selon la norme, « error=unauthorized_client » dans l’URL de retour ou dans la réponse. Nous n’avons trouvé aucun exemple public.",
            en="According to the standard, “error=unauthorized_client” in the return URL or in the response. We found no public example.",
        ),
        signs=(Name("unauthorized_client", "common"),),
        severity="error",
        side="intuit",
        message=Text(
            fr="Intuit connaît l’application, mais ne lui permet pas de faire cette demande.",
            en="Intuit knows the app, but doesn’t allow it to make this request.",
        ),
        help=Text(
            fr="Vérifiez que les clés sont celles du bon environnement, puis où en est l’examen de votre application par Intuit.",
            en="Check that the keys belong to the right environment, then check the status of Intuit’s review of your app.",
        ),
        causes=(
            KEYS_OF_THE_OTHER_ENVIRONMENT,
            Cause(
                Text(
                    fr="L’application n’est pas encore approuvée pour la production. Terminez le questionnaire et attendez la décision d’Intuit.",
                    en="The app isn’t approved for production yet. Complete the questionnaire and wait for Intuit’s decision.",
                ),
                QUESTIONNAIRE,
            ),
        ),
        why=Text(
            fr="La norme distingue une application que l’on ne reconnaît pas (« invalid_client ») d’une application reconnue qui n’a pas ce droit.",
            en="The standard distinguishes an app that isn’t recognized (“invalid_client”) from a recognized app that lacks this right.",
        ),
        checks="keys",
        sources=(RFC6749_AUTHORIZATION_ERRORS, RFC6749_TOKEN_ERRORS),
        basis=STANDARD_ONLY,
        examples=("?error=unauthorized_client&state=maple",),
    ),
    Family(
        code="invalid-scope",
        title=Text(fr="Portée refusée", en="Scope rejected"),
        seen=Text(
            fr="Selon la norme, « error=invalid_scope » dans l’URL de retour. Intuit n’en publie pas les causes.",
            en="According to the standard, “error=invalid_scope” in the return URL. Intuit doesn’t publish its causes.",
        ),
        signs=(
            Name("invalid_scope", "common"),
            *words(
                "scope query parameter value is invalid",
                "scope is invalid",
                "scope is missing",
                "scope query parameter is missing",
                trust="near",
            ),
        ),
        severity="error",
        side="intuit",
        message=Text(
            fr="La portée demandée est inconnue, mal écrite ou plus large que permis.",
            en="The requested scope is unknown, misspelled or wider than allowed.",
        ),
        help=Text(
            fr="Dans le portail Intuit, sous « Permissions », vérifiez que l’application a la portée com.intuit.quickbooks.accounting.",
            en="In the Intuit portal, under “Permissions”, check that the app has the scope com.intuit.quickbooks.accounting.",
        ),
        causes=(
            Cause(
                Text(
                    fr="La portée de la comptabilité n’a pas été cochée à la création de l’application. Ajoutez-la.",
                    en="The accounting scope wasn’t selected when the app was created. Add it.",
                ),
                APP,
            ),
            HAND_MADE_ADDRESS,
        ),
        why=Text(
            fr="La connexion demande l’accès à la comptabilité. Une application à qui cette portée manque ne peut pas l’obtenir.",
            en="The connection asks for access to accounting. An app without that scope can’t get it.",
        ),
        sources=(RFC6749_AUTHORIZATION_ERRORS, RFC6749_TOKEN_ERRORS, OAUTH_ERRORS),
        basis=STANDARD_ONLY,
        examples=("?error=invalid_scope&error_description=Unknown%20scope",),
    ),
    Family(
        code="unsupported-response-type",
        title=Text(fr="Type de réponse refusé", en="Response type rejected"),
        seen=Text(
            fr="Selon la norme, « error=unsupported_response_type » dans l’URL de retour. Nous n’avons trouvé aucun exemple public.",
            en="According to the standard, “error=unsupported_response_type” in the return URL. We found no public example.",
        ),
        signs=(
            Name("unsupported_response_type", "common"),
            *words(
                "response_type query parameter value is invalid",
                "response_type is invalid",
                "response_type query parameter is missing",
                trust="near",
            ),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="La demande d’autorisation ne demande pas un code.",
            en="The authorization request doesn’t ask for a code.",
        ),
        help=Text(
            fr="Recommencez depuis l’URL Link de Codat, qui envoie « response_type=code ».",
            en="Start again from Codat’s Link URL, which sends “response_type=code”.",
        ),
        causes=(HAND_MADE_ADDRESS, OWN_CODE),
        why=CODAT_SENDS,
        sources=(RFC6749_AUTHORIZATION_ERRORS,),
        basis=STANDARD_ONLY,
        examples=("?error=unsupported_response_type",),
    ),
    Family(
        code="unsupported-grant-type",
        title=Text(fr="Type d’autorisation refusé", en="Grant type rejected"),
        seen=Text(
            fr="Selon la norme, « error » vaut « unsupported_grant_type » dans la réponse, avec le statut 400. Nous n’avons trouvé aucun exemple public.",
            en="According to the standard, “error” is “unsupported_grant_type” in the response, with status 400. We found no public example.",
        ),
        signs=(Name("unsupported_grant_type", "common"),),
        severity="error",
        side="code",
        message=Text(
            fr="Intuit ne connaît pas cette façon de demander un jeton.",
            en="Intuit doesn’t know this way of asking for a token.",
        ),
        help=Text(
            fr="Laissez Codat demander les jetons. Si votre code le fait lui-même, envoyez « authorization_code » ou « refresh_token », sous forme de données de formulaire.",
            en="Let Codat ask for the tokens. If your own code does it, send “authorization_code” or “refresh_token” as form data.",
        ),
        causes=(OWN_CODE,),
        why=CODAT_SENDS,
        sources=(RFC6749_TOKEN_ERRORS,),
        basis=STANDARD_ONLY,
        examples=('{"error": "unsupported_grant_type"}',),
    ),
    Family(
        code="invalid-request",
        title=Text(fr="Demande mal formée", en="Malformed request"),
        seen=Text(
            fr="Selon la norme, « error=invalid_request » dans l’URL de retour ou dans la réponse. Intuit n’en publie pas les causes.",
            en="According to the standard, “error=invalid_request” in the return URL or in the response. Intuit doesn’t publish its causes.",
        ),
        signs=(Name("invalid_request", "common"),),
        severity="error",
        side="code",
        message=Text(
            fr="Il manque un paramètre à la demande, ou l’un d’eux est répété ou faux.",
            en="The request lacks a parameter, or one is repeated or wrong.",
        ),
        help=Text(
            fr="Lisez « error_description » s’il est là : il nomme souvent le paramètre. Puis recommencez depuis l’URL Link de Codat.",
            en="Read “error_description” if it’s there: it often names the parameter. Then start again from Codat’s Link URL.",
        ),
        causes=(
            HAND_MADE_ADDRESS,
            OWN_CODE,
            Cause(
                Text(
                    fr="Votre code a actualisé le même jeton deux fois en même temps. Faites les demandes l’une après l’autre.",
                    en="Your code refreshed the same token twice at the same time. Run refreshes one after the other.",
                ),
            ),
        ),
        why=CODAT_SENDS,
        sources=(
            RFC6749_AUTHORIZATION_ERRORS,
            RFC6749_TOKEN_ERRORS,
            seen_in("intuit/QuickBooks-V3-DotNET-SDK#342", "2025-02-05"),
        ),
        basis=STANDARD_ONLY,
        examples=("?error=invalid_request&error_description=missing%20state",),
    ),
)
