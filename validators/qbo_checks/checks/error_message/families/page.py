"""What a browser shows: its console, and Intuit's pages that tell no cause."""

from __future__ import annotations

from qbo_checks.checks.error_message.families.common import (
    PRODUCTION_URIS,
    SANDBOX_URIS,
    WAIT,
    seen_in,
)
from qbo_checks.checks.error_message.family import Case, Family
from qbo_checks.checks.error_message.signs import All, AnyOf, Name, Shape, Status, Words, words
from qbo_checks.model import Cause, Text

FAMILIES = (
    Family(
        code="browser-trace",
        title=Text(fr="Trace de la console du navigateur", en="Trace from the browser’s console"),
        seen=Text(
            fr="« AppConnection flow landed on Error screen », « blocked by CORS policy », « ERR_TOO_MANY_REDIRECTS », ou 400 de « preauthorizations »",
            en="“AppConnection flow landed on Error screen”, “blocked by CORS policy”, “ERR_TOO_MANY_REDIRECTS”, or 400 from “preauthorizations”",
        ),
        signs=(
            *words("AppConnection flow landed on Error screen", "developer-apps-subscription-ui"),
            All(
                AnyOf(
                    *words(
                        "blocked by CORS policy",
                        "Access-Control-Allow-Origin",
                        "cross-origin request blocked",
                        "CORS error",
                        "CORS header",
                    )
                ),
                Shape(r"intuit|quickbooks"),
            ),
            Name("ERR_TOO_MANY_REDIRECTS", "near"),
            *words(
                "redirected you too many times",
                "vous a redirigé à de trop nombreuses reprises",
                "vous a redirigé trop de fois",
                "redirige la demande d’une manière",
                trust="near",
            ),
            All(
                Shape(r"preauthori[sz]ations"),
                AnyOf(Status(400, 401, 403, 404, 500), Shape(r"(?<!\d)4\d\d(?!\d)|bad request")),
            ),
            All(
                Shape(r"appcenter\.intuit\.com|appconnections[\w.-]{0,20}\.intuit\.com"),
                AnyOf(
                    Words("failed to load resource"),
                    Shape(r"net::err_"),
                    Words("refused to display"),
                    Words("x-frame-options"),
                    Words("refused to connect"),
                ),
            ),
        ),
        cases=(
            Case(
                signs=(
                    All(
                        AnyOf(*words("CORS", "cross-origin", "Access-Control-Allow-Origin")),
                        Shape(r"tokens/bearer|oauth\.platform|quickbooks\.api"),
                    ),
                ),
                message=Text(
                    fr="Le navigateur a appelé lui-même le serveur de jetons ou l’API : Intuit n’accepte cet appel que d’un serveur.",
                    en="The browser itself called the token endpoint or the API: Intuit accepts that call only from a server.",
                ),
                help=Text(
                    fr="Laissez Codat faire cet appel, ou faites-le depuis votre serveur. Le secret client ne va jamais dans une page.",
                    en="Let Codat make that call, or make it from your server. The client secret never goes into a page.",
                ),
                first=2,
            ),
            Case(
                signs=(
                    *words(
                        "CORS",
                        "cross-origin",
                        "Access-Control-Allow-Origin",
                        "x-frame-options",
                        "refused to display",
                    ),
                ),
                message=Text(
                    fr="La page d’autorisation a été demandée par un script ou dans un cadre : Intuit ne l’ouvre que dans le navigateur.",
                    en="The authorization page was fetched by a script or framed: Intuit only opens it in the browser itself.",
                ),
                help=Text(
                    fr="Ouvrez cette URL par un lien ou une redirection (« window.location »), et non par « fetch » ni « XMLHttpRequest ».",
                    en="Open that URL with a link or a redirect (“window.location”), not with “fetch” or “XMLHttpRequest”.",
                ),
                first=1,
            ),
            Case(
                signs=(
                    Name("ERR_TOO_MANY_REDIRECTS", "near"),
                    *words(
                        "redirected you too many times",
                        "vous a redirigé à de trop nombreuses reprises",
                        "vous a redirigé trop de fois",
                        trust="near",
                    ),
                ),
                message=Text(
                    fr="La page d’Intuit se redirige sans fin : l’URL d’autorisation est fausse, ou un témoin est en cause.",
                    en="Intuit’s page keeps redirecting: the authorization URL is wrong, or a cookie is the cause.",
                ),
                help=Text(
                    fr="Ouvrez l’URL Link dans une fenêtre privée. Si cela recommence, vérifiez « scope » et « redirect_uri » dans l’URL.",
                    en="Open the Link URL in a private window. If it happens again, check “scope” and “redirect_uri” in the URL.",
                ),
                first=3,
            ),
            Case(
                signs=(Shape(r"preauthori[sz]ations"),),
                message=Text(
                    fr="Intuit refuse les paramètres de l’URL d’autorisation : l’un manque, est faux ou s’y trouve deux fois.",
                    en="Intuit rejects the parameters of the authorization URL: one is missing, wrong or repeated.",
                ),
                help=Text(
                    fr="Repartez de l’URL Link de Codat, sans rien y ajouter. Sinon, vérifiez l’URL d’autorisation entière.",
                    en="Start again from Codat’s Link URL and add nothing to it. Otherwise check the whole authorization URL.",
                ),
                first=4,
            ),
        ),
        severity="warning",
        side="intuit",
        message=Text(
            fr="C’est la trace de la page d’erreur générale d’Intuit; elle ne dit pas la cause.",
            en="This is the trace of Intuit’s generic error page; it doesn’t give the cause.",
        ),
        help=Text(
            fr="Sur la page, cliquez sur « View error details (for Developers) » et collez ce texte ici. Vérifiez d’abord l’URI de redirection.",
            en="On the page, open “View error details (for Developers)” and paste that text here. Check the redirect URI first.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’URI de redirection n’est pas dans la liste d’Intuit. Comparez-la, caractère par caractère.",
                    en="The redirect URI isn’t in Intuit’s list. Compare it, character by character.",
                ),
                SANDBOX_URIS,
            ),
            Cause(
                Text(
                    fr="La page d’autorisation a été appelée par un script. Ouvrez-la par un lien.",
                    en="A script called the authorization page. Open it with a link.",
                ),
            ),
            Cause(
                Text(
                    fr="Le navigateur a appelé le serveur de jetons ou l’API. Faites cet appel depuis un serveur.",
                    en="The browser called the token endpoint or the API. Do that from a server.",
                ),
            ),
            Cause(
                Text(
                    fr="Un témoin du navigateur, ou « scope » mal écrit. Essayez une fenêtre privée, puis vérifiez l’URL.",
                    en="A browser cookie, or “scope” misspelled. Try a private window, then check the URL.",
                ),
            ),
            Cause(
                Text(
                    fr="Un paramètre est en double ou vide dans l’URL d’autorisation. Repartez du lien de Codat.",
                    en="A parameter is duplicated or empty in the authorization URL. Start again from Codat’s link.",
                ),
            ),
        ),
        why=Text(
            fr="La console montre des avertissements de la page d’Intuit, rarement la cause. Les détails pour développeurs la donnent.",
            en="The console shows warnings from Intuit’s own page, seldom the cause. The details for developers give it.",
        ),
        gives=("sandbox", "production"),
        checks="redirect-uri",
        absorbs=("unauthorized", "wrong-address", "connection-problem"),
        sources=(
            seen_in("n8n-io/n8n#13800", "2025-03-10"),
            seen_in("IntuitDeveloper/oauth2-nodejs#8", "2023-01-10"),
            seen_in("intuit/oauth-jsclient#3", "2018-12-10"),
            seen_in("IntuitDeveloper/OAuth2_PHP#10", "2017-12-21"),
            seen_in("IntuitDeveloper/OAuth2_DotnetCore_MVC5_SampleApp#3", "2019-11-19"),
        ),
        basis=Text(
            fr="Intuit écrit que l’échange ne se fait que depuis un serveur. Le reste vient des fils.",
            en="Intuit states that the exchange only works from a server. The rest comes from the threads.",
        ),
        examples=(
            'AppConnection flow landed on Error screen Object {appProps: null, context: {…}, destination: Array(1), msgProps: {offering: "QBO"}}',
            "This page isn’t working\nappcenter.intuit.com redirected you too many times.\nTry clearing your cookies.\nERR_TOO_MANY_REDIRECTS",
        ),
    ),
    Family(
        code="experiencing-problems",
        title=Text(fr="Ancienne page d’erreur d’Intuit", en="Intuit’s older error page"),
        seen=Text(
            fr="« We’re sorry! We are experiencing some problems. Please try again later. »",
            en="“We’re sorry! We are experiencing some problems. Please try again later.”",
        ),
        signs=(
            *words(
                "we’re sorry we are experiencing some problems",
                "we’re sorry we’re experiencing some problem",
                "we are experiencing some problems please try again later",
                "we’re experiencing some problems please try again later",
                "we’re experiencing problems please try again later",
                "nous éprouvons certains problèmes",
                "nous éprouvons des problèmes",
                trust="common",
            ),
        ),
        severity="warning",
        side="intuit",
        message=Text(
            fr="Cette page d’erreur d’Intuit date de 2017. Elle signalait le plus souvent une URI de redirection refusée.",
            en="This error page of Intuit’s dates from 2017. It usually meant a rejected redirect URI.",
        ),
        help=Text(
            fr="Vérifiez d’abord l’URI de redirection enregistrée, même si la page parle d’un problème passager.",
            en="Check the registered redirect URI first, even though the page speaks of a passing problem.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’URI de redirection n’est pas enregistrée, ou elle diffère de celle de Codat. Remplacez-la par l’URI exacte.",
                    en="The redirect URI isn’t registered, or it differs from Codat’s. Replace it with the exact URI.",
                ),
                SANDBOX_URIS,
            ),
            WAIT,
        ),
        why=Text(
            fr="La page invite à réessayer plus tard, ce qui ne change rien : c’est le réglage qu’il faut corriger.",
            en="The page invites you to try again later, which changes nothing: it’s the setting that needs fixing.",
        ),
        gives=("sandbox", "production"),
        checks="redirect-uri",
        sources=(
            seen_in("IntuitDeveloper/OAuth2PythonSampleApp#1", "2017-07-29"),
            seen_in("IntuitDeveloper/OAuth2_PHP#1", "2017-07-28"),
        ),
        basis=Text(
            fr="Les deux fils donnent la même cause; nous déduisons qu’elle vaut encore.",
            en="Both threads give the same cause; we infer that it’s still true.",
        ),
        examples=("We're sorry! We are experiencing some problems. Please try again later.",),
    ),
    Family(
        code="connection-problem",
        title=Text(fr="Page d’erreur générale d’Intuit", en="Intuit’s generic error page"),
        seen=Text(
            fr="« Uh oh, there’s a connection problem. Sorry, but … didn’t connect. Please try again later, or contact customer support for help. »",
            en="“Uh oh, there’s a connection problem. Sorry, but … didn’t connect. Please try again later, or contact customer support for help.”",
        ),
        signs=(
            *words(
                "uh oh there’s a connection problem",
                "there’s a connection problem sorry but",
                "didn’t connect please try again later",
                "did not connect please try again later",
                "hay un problema de conexión",
                "há um problema de conexão",
                "es gibt ein Verbindungsproblem",
                "un problème de connexion est survenu",
                "un problème de connexion s’est produit",
                "il y a un problème de connexion",
                "ne s’est pas connecté veuillez réessayer plus tard",
                "ne s’est pas connectée veuillez réessayer plus tard",
                "n’a pas pu se connecter veuillez réessayer plus tard",
                "communiquer avec le soutien à la clientèle pour obtenir de l’aide",
                "contacter le service à la clientèle pour obtenir de l’aide",
                "contacter le service client pour obtenir de l’aide",
                "contacter l’assistance à la clientèle",
                trust="common",
            ),
            Shape(
                r"(?:sorry|desolee?s?)\W{1,4}(?:but |mais )?(?:[^\s.!?]{1,40}\.?\s{1,4}){1,8}?(?:didn.?t connect|did not connect|ne s.est pas connectee?|n.a pas pu se connecter)(?!\w)"
            ),
            # Cut within its last word.
            Shape(
                r"(?:sorry|desolee?s?)\W{1,4}(?:but|mais) (?:[^\s.!?]{1,40}\.?\s{1,4}){1,8}?(?:didn.?t|did not|ne s.est pas|n.a pas pu se) co\w{0,7}\Z"
            ),
            *words("view error details (for developers)", "afficher les détails de l’erreur", trust="near"),
        ),
        severity="warning",
        side="intuit",
        message=Text(
            fr="Cette page générale d’Intuit ne donne pas la cause.",
            en="This generic Intuit page doesn’t give the cause.",
        ),
        help=Text(fr="{next}", en="{next}"),
        causes=(
            Cause(
                Text(
                    fr="L’URI de redirection du bac à sable diffère de celle de Codat, ou elle manque. Vérifiez-la sous l’onglet « Development ».",
                    en="The sandbox redirect URI differs from Codat’s, or it’s missing. Check it on the “Development” tab.",
                ),
                SANDBOX_URIS,
            ),
            Cause(
                Text(
                    fr="L’URI de redirection de production diffère de celle de Codat, ou elle manque. Vérifiez-la sous l’onglet « Production ».",
                    en="The production redirect URI differs from Codat’s, or it’s missing. Check it on the “Production” tab.",
                ),
                PRODUCTION_URIS,
            ),
        ),
        why=Text(
            fr="La même page s’affiche pour des fautes différentes. Seuls les détails destinés aux développeurs les distinguent.",
            en="The same page appears for different mistakes. Only the details meant for developers tell them apart.",
        ),
        gives=("sandbox", "production"),
        checks="redirect-uri",
        sources=(
            seen_in("intuit/quickbooks-online-mcp-server#51", "2026-05-07"),
            seen_in("n8n-io/n8n#13800", "2025-03-10"),
        ),
        basis=Text(
            fr="La page vient des fils; que l’URI de redirection soit la cause la plus fréquente, nous le déduisons.",
            en="The page comes from the threads; we infer that the redirect URI is the most frequent cause.",
        ),
        examples=("Uh oh, there's a connection problem",),
    ),
)
