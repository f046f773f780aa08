"""Nothing is wrong but the moment: outages, limits, a network that does not reach Intuit."""

from __future__ import annotations

from qbo_checks.checks.error_message.families.common import (
    API_STATUS,
    LIMITS,
    NO_CHANGE_DURING_AN_OUTAGE,
    WAIT,
    seen_in,
)
from qbo_checks.checks.error_message.family import Case, Family
from qbo_checks.checks.error_message.signs import (
    All,
    AnyOf,
    Codes,
    Name,
    Said,
    Shape,
    Status,
    Unless,
    Words,
    words,
)
from qbo_checks.model import Cause, Text
from qbo_checks.sources import INTUIT_ERROR_CODES, RFC6749_AUTHORIZATION_ERRORS

FAMILIES = (
    Family(
        code="unavailable",
        title=Text(fr="Intuit indisponible", en="Intuit is unavailable"),
        seen=Text(
            fr="« 503 Service Temporarily Unavailable », « Gateway Timeout », « BadGateway », ou le code 120 avec « Unknown Error during Authentication »",
            en="“503 Service Temporarily Unavailable”, “Gateway Timeout”, “BadGateway”, or code 120 with “Unknown Error during Authentication”",
        ),
        signs=(
            Status(502, 503, 504),
            *words(
                "service unavailable",
                "service temporarily unavailable",
                "gateway timeout",
                "gateway time-out",
                "bad gateway",
                "service indisponible",
                "service temporairement indisponible",
                "service non disponible",
                "délai d’attente de la passerelle",
                trust="near",
            ),
            Name("ServiceUnavailable", "near"),
            Name("GatewayTimeout", "near"),
            Name("BadGateway", "near"),
            *words(
                "unknown error during authentication",
                "timeout occurred while proxying request",
                "company under maintenance",
            ),
            *words("we’ll be back soon", trust="near"),
            Codes(150, 6002),
            All(Name("SystemFault"), Status(500, 502, 503, 504)),
            Said(
                r"services? | servers? | apis? | intuit | quickbooks | serveurs?",
                r"unavailable | not responding | isn.t responding | is down | are down | be down | under maintenance | outage | overloaded | indisponible | ne repond pas | en panne | en maintenance | hors service",
            ),
        ),
        severity="warning",
        side="intuit",
        message=Text(
            fr="Intuit ne répond pas pour l’instant : c’est une panne, une surcharge ou une maintenance.",
            en="Intuit isn’t responding at the moment: it’s an outage, an overload or maintenance.",
        ),
        help=Text(
            fr="Attendez quelques minutes, puis réessayez. Ne changez aucun réglage. L’état des services est sur status.developer.intuit.com.",
            en="Wait a few minutes, then try again. Don’t change any settings. See status.developer.intuit.com for the state of the services.",
        ),
        causes=(
            WAIT,
            Cause(
                Text(
                    fr="L’entreprise elle-même est en maintenance dans QuickBooks. Réessayez plus tard dans la journée.",
                    en="The company itself is under maintenance in QuickBooks. Try again later in the day.",
                ),
            ),
            Cause(
                Text(
                    fr="Si cela dure plus d’une heure et que la page d’état ne signale aucune panne, écrivez au soutien d’Intuit avec l’heure et l’en-tête « intuit_tid ».",
                    en="If it lasts over an hour and the status page reports no outage, contact Intuit’s support with the time and the “intuit_tid” header.",
                ),
            ),
        ),
        why=NO_CHANGE_DURING_AN_OUTAGE,
        absorbs=(
            "authorization-failure",
            "application-authorization-failed",
            "data-error",
            "refresh-token",
            "server-error",
            "access-token",
            "unauthorized",
            "unreachable",
        ),
        sources=(
            INTUIT_ERROR_CODES,
            API_STATUS,
            seen_in("minimul/qbo_api#96", "2019-02-04"),
            seen_in("minimul/qbo_api#81", "2018-04-03"),
            seen_in("intuit/QuickBooks-V3-DotNET-SDK#342", "2025-02-05"),
            seen_in("ruckus/quickbooks-ruby#175", "2014-10-24"),
        ),
        basis=Text(
            fr="Intuit donne cette explication pour 503 et 150. Pour 502, 504 et le code 120 au statut 500, nous la déduisons de ces fils.",
            en="Intuit gives this explanation for 503 and 150. For 502, 504 and code 120 with status 500, we infer it from these threads.",
        ),
        examples=(
            "<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>",
            'QboApi::InternalServerError: [{:fault_type=>"AuthorizatonFault", :error_code=>"120", :error_message=>"Authorization Failure", :error_detail=>"AuthorizationFailure: Unknown Error during Authentication, statusCode: 500"}]',
            "Service Unavailable\nGateway Timeout",
        ),
    ),
    Family(
        code="rate-limit",
        title=Text(fr="Trop de demandes", en="Too many requests"),
        seen=Text(
            fr="« message=ThrottleExceeded; errorCode=003001; statusCode=429 », avec « The request limit was reached. Try again later »; avant 2016, le statut était 403",
            en="“message=ThrottleExceeded; errorCode=003001; statusCode=429”, with “The request limit was reached. Try again later”; before 2016 the status was 403",
        ),
        signs=(
            Codes(3001),
            Name("ThrottleExceeded"),
            Status(429),
            *words("the request limit was reached", "throttle limit", trust="near"),
            *words("too many requests", "trop de requêtes", trust="near"),
            Said(
                r"rate | throttl\w* | debit | quota | request limits? | call limits? | api limits? | limite de requetes | limite d.appels",
                r"exceed(?:s|ed)? | too many | limit(?:ed)? | limite | reached | depassee? | atteinte? | epuisee?",
            ),
            Said(r"requests | calls | requetes | demandes | appels", r"too many | limit(?:ed)? | trop"),
            *words("monthly API call limit", "CorePlus calls", "API usage limit", trust="near"),
            *words("throttled", "throttling", trust="named"),
        ),
        cases=(
            Case(
                signs=(*words("monthly", "CorePlus", "quota", "per month", "usage limit", trust="near"),),
                message=Text(
                    fr="Votre application a épuisé les appels que son forfait Intuit lui accorde ce mois-ci.",
                    en="Your app has used up the calls that its Intuit plan allows this month.",
                ),
                help=Text(
                    fr="Passez à un forfait supérieur dans le portail Intuit, ou attendez le mois suivant. Une minute d’attente n’y changera rien.",
                    en="Move to a higher tier in the Intuit portal, or wait for next month. Waiting a minute won’t help.",
                ),
                first=1,
            ),
        ),
        severity="warning",
        side="code",
        message=Text(
            fr="Intuit refuse la demande, parce qu’il y en a eu trop en peu de temps.",
            en="Intuit rejected the request because there were too many in a short time.",
        ),
        help=Text(
            fr="Attendez 60 secondes, puis réessayez en espaçant vos demandes. Ne changez aucun réglage.",
            en="Wait 60 seconds, then try again and space out your requests. Don’t change any settings.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Plus de 500 demandes par minute, ou plus de 10 par seconde, pour une entreprise. Espacez-les; Codat le fait pour les siennes.",
                    en="More than 500 requests a minute, or 10 a second, for one company. Space them out; Codat does so for its own.",
                ),
            ),
            Cause(
                Text(
                    fr="Le quota du mois est épuisé : le forfait Builder comprend 500 000 appels CorePlus, puis Intuit bloque les suivants. Même l’actualisation des jetons peut alors échouer.",
                    en="The month’s quota is used up: the Builder tier includes 500,000 CorePlus calls, then Intuit blocks the rest. Even token refreshes may then fail.",
                ),
            ),
        ),
        why=Text(
            fr="Une pointe passe d’elle-même en une minute; un quota épuisé dure jusqu’à la fin du mois. Ce sont deux choses différentes.",
            en="A burst passes by itself within a minute; a quota that’s used up lasts until the end of the month. They’re two different things.",
        ),
        absorbs=("application-authorization-failed", "refresh-token", "unauthorized"),
        sources=(
            LIMITS,
            seen_in("intuit/QuickBooks-V3-PHP-SDK#54", "2017-07-31"),
            seen_in("ruckus/quickbooks-ruby#338", "2016-10-27"),
            seen_in("routablehq/python-quickbooks#43", "2016-10-10"),
            seen_in("estuary/connectors#4780", "2026"),
        ),
        basis=Text(
            fr="Intuit publie les limites, le statut 429 et les 60 secondes. L’effet du quota sur les jetons vient d’un fil.",
            en="Intuit publishes the limits, status 429 and the 60 seconds. The quota’s effect on tokens comes from a thread.",
        ),
        examples=(
            '<Fault type="SERVICE"><Error code="3001"><Message>message=ThrottleExceeded; errorCode=003001; statusCode=429</Message><Detail>The request limit was reached.  Try again later</Detail></Error></Fault>',
            "HTTP/1.1 429 Too Many Requests",
        ),
    ),
    Family(
        code="unreachable",
        title=Text(fr="Intuit hors d’atteinte", en="Intuit can’t be reached"),
        seen=Text(
            fr="« ECONNREFUSED », « ENOTFOUND », « cURL error 28 » ou une erreur de certificat, pour un hôte d’Intuit",
            en="“ECONNREFUSED”, “ENOTFOUND”, “cURL error 28” or a certificate error, for one of Intuit’s hosts",
        ),
        signs=tuple(
            All(each, Shape(r"intuit|quickbooks|(?<![a-z0-9])qbo"))
            for each in (
                Shape(
                    r"e(?<![a-z0-9_]e)(?:connrefused|notfound|timedout|connreset|connaborted|ai_again|hostunreach|netunreach)(?![a-z0-9_])",
                    "near",
                ),
                Shape(r"curl error(?: number)?\W{1,4}\[?(?:5|6|7|28|35|52|56|60)(?!\d)", "near"),
                *words(
                    "connection refused",
                    "connection timed out",
                    "operation timed out",
                    "could not resolve host",
                    "name or service not known",
                    "no such host",
                    "certificate verify failed",
                    "unable to get local issuer certificate",
                    "self signed certificate",
                    "SSL certificate problem",
                    "max retries exceeded",
                    "network is unreachable",
                    "connection reset",
                    "connect timed out",
                    "read timed out",
                    "request timed out",
                    "socket hang up",
                    "a network error occurred",
                    "délai de connexion dépassé",
                    "connexion refusée",
                    "remote name could not be resolved",
                    "could not create SSL/TLS secure channel",
                    trust="near",
                ),
                Unless(Words("network error", "near"), Shape(r"status code [1-5]")),
                Said(
                    r"could not reach | couldn.t reach | can.?t reach | cannot reach | unable to reach | unreachable | impossible de joindre | injoignable",
                    r"quickbooks | qbo | intuit",
                ),
                Said(
                    r"time-?out | timed out",
                    r"intuit | quickbooks | refresh | request | connect\w* | calling | during",
                ),
                Shape(r"time-?out of \d{1,7} ?ms|timeout_?error|network_error", "near"),
                Shape(r"(?:response|status)[ _]?code\W{1,4}0\W", "near"),
                Name("NewConnectionError", "near"),
                Name("SSLError", "near"),
                Name("SocketTimeoutException", "near"),
                Name("UnknownHostException", "near"),
                Name("SSLHandshakeException", "near"),
                Name("ReadTimeout", "near"),
            )
        ),
        severity="warning",
        side="code",
        message=Text(
            fr="Votre serveur n’a pas atteint Intuit : la demande n’a reçu aucune réponse.",
            en="Your server didn’t reach Intuit: the request got no response.",
        ),
        help=Text(
            fr="Réessayez une fois. Si cela dure, vérifiez le pare-feu, le mandataire, le DNS et les certificats de ce serveur.",
            en="Try once more. If it keeps failing, check that server’s firewall, proxy, DNS and certificates.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Un pare-feu ou un mandataire bloque les hôtes d’Intuit. Autorisez « oauth.platform.intuit.com » et « quickbooks.api.intuit.com ».",
                    en="A firewall or a proxy blocks Intuit’s hosts. Allow “oauth.platform.intuit.com” and “quickbooks.api.intuit.com”.",
                ),
            ),
            Cause(
                Text(
                    fr="Le serveur ne prend pas en charge TLS 1.2 ou ne connaît pas l’autorité du certificat. Mettez à jour ses certificats racines.",
                    en="The server doesn’t support TLS 1.2 or doesn’t know the certificate authority. Update its root certificates.",
                ),
            ),
            WAIT,
        ),
        why=Text(
            fr="Aucune clé et aucun jeton n’a été refusé : Intuit n’a même pas vu la demande.",
            en="No key and no token was rejected: Intuit never saw the request.",
        ),
        sources=(
            seen_in("IntuitDeveloper/oauth2-nodejs#6", "2020-01-09"),
            seen_in("intuit/QuickBooks-V3-PHP-SDK#126", "2018-03-07"),
            seen_in("intuit/QuickBooks-V3-PHP-SDK#218", "2019-04-20"),
        ),
        basis=Text(
            fr="Les fils montrent l’erreur; les causes, nous les déduisons.",
            en="The threads show the error; we infer the causes.",
        ),
        examples=(
            "cURL error during making API call. cURL Error Number:[28] with error:[Connection timed out after 10000 milliseconds] in quickbooks/v3-php-sdk",
            "Error: connect ECONNREFUSED 192.0.2.1:443 https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
        ),
    ),
    Family(
        code="temporarily-unavailable",
        title=Text(fr="Intuit indisponible pour l’instant", en="Intuit temporarily unavailable"),
        seen=Text(
            fr="Selon la norme, « error=temporarily_unavailable » dans l’URL de retour. L’API d’Intuit répond de son côté par le statut 503.",
            en="According to the standard, “error=temporarily_unavailable” in the return URL. Intuit’s API returns status 503 instead.",
        ),
        signs=(Name("temporarily_unavailable", "common"),),
        severity="warning",
        side="intuit",
        message=Text(
            fr="Intuit ne peut pas traiter la demande pour l’instant.",
            en="Intuit can’t handle the request at the moment.",
        ),
        help=Text(
            fr="Attendez, consultez l’état des services d’Intuit, puis réessayez. Ne changez aucun réglage.",
            en="Wait, look at the status of Intuit’s services, then try again. Don’t change any settings.",
        ),
        causes=(WAIT,),
        why=NO_CHANGE_DURING_AN_OUTAGE,
        sources=(RFC6749_AUTHORIZATION_ERRORS, INTUIT_ERROR_CODES),
        basis=Text(
            fr="Le sens vient de la norme; qu’Intuit l’emploie ainsi, nous le déduisons.",
            en="The meaning comes from the standard; we infer that Intuit uses it in this way.",
        ),
        examples=("?error=temporarily_unavailable",),
    ),
    Family(
        code="server-error",
        title=Text(fr="Erreur interne d’Intuit", en="Internal Intuit error"),
        seen=Text(
            fr="« error=server_error » dans l’URL de retour; « 500 Internal Server Error », « SystemFault » ou le code 10000 dans une réponse de l’API",
            en="“error=server_error” in the return URL; “500 Internal Server Error”, “SystemFault” or code 10000 in a response from the API",
        ),
        signs=(
            Name("server_error", "common"),
            Codes(10000),
            Name("SystemFault"),
            Unless(
                Status(500, trust="near"), AnyOf(*words("unsupported operation", "unsupported operations"))
            ),
            Name("InternalServerError", "near"),
            *words("QB Severe Exception"),
            Name("SevereException", "named"),
            Name("InternalServiceException", "named"),
            *words("an application error has occurred while processing your request"),
        ),
        severity="warning",
        side="intuit",
        message=Text(
            fr="Une erreur imprévue s’est produite du côté d’Intuit; elle ne vient pas de vos réglages.",
            en="Something unexpected happened on Intuit’s side; your settings aren’t the cause.",
        ),
        help=Text(
            fr="Réessayez une fois. Si l’erreur revient, écrivez au soutien d’Intuit avec l’heure et l’en-tête « intuit_tid ».",
            en="Try once more. If the error comes back, contact Intuit’s support with the time and the “intuit_tid” header.",
        ),
        causes=(WAIT,),
        why=NO_CHANGE_DURING_AN_OUTAGE,
        absorbs=("application-authorization-failed", "data-error"),
        sources=(
            INTUIT_ERROR_CODES,
            RFC6749_AUTHORIZATION_ERRORS,
            seen_in("minimul/qbo_api#81", "2018-04-03"),
        ),
        basis=Text(
            fr="Intuit donne cette explication pour 500 et « SystemFault »; pour « server_error », elle vient de la norme.",
            en="Intuit gives this explanation for 500 and “SystemFault”; for “server_error”, it comes from the standard.",
        ),
        examples=(
            "?error=server_error",
            '[{:fault_type=>"SERVICE", :error_code=>"3100", :error_message=>"message=InternalServerError; errorCode=003100; statusCode=500", :error_detail=>nil}]',
        ),
    ),
)
