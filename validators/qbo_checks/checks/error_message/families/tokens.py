"""At Intuit's token endpoint: the keys, the authorization code and the refresh token."""

from __future__ import annotations

from qbo_checks.checks.error_message.families.common import (
    BAD,
    CODAT_SENDS,
    KEYS,
    KEYS_OF_THE_OTHER_ENVIRONMENT,
    REFRESH_POLICY,
    SANDBOX_URIS,
    seen_in,
)
from qbo_checks.checks.error_message.family import Family
from qbo_checks.checks.error_message.signs import All, AnyOf, Name, Said, Shape, Status, Words, words
from qbo_checks.model import Cause, Text
from qbo_checks.sources import INTUIT_OAUTH_FAQ, RFC6749_TOKEN_ERRORS

_BUSY = AnyOf(
    Status(429, 500, 502, 503, 504),
    Name("invalid_client"),
    Name("ThrottleExceeded"),
    Shape(
        r"time-?out|timed out|econn(?:refused|reset|aborted)|enotfound|connection (?:reset|refused)|unreachable|is down|be down"
    ),
)
"""What explains a failed refresh better than the token does."""

_REFRESHING = Shape(
    r"refresh[ _-]?token|refreshtoken|refreshusingtoken|refresh_access_token|refreshaccesstoken|grant_type\W{1,4}refresh"
    r"|refresh(?:ing)? (?:the |an? |oauth ?2? ?)?(?:access )?token|token refresh|during refresh|\.refresh\(|(?<!\w)refresh!|jeton d.actualisation"
)
_EXCHANGING = Shape(
    r"authori[sz]ation[ _]code|authori[sz]ationcode|grant_type\W{1,4}authori[sz]ation|exchange(?:authorizationcode|_?code|code)?"
    r"|createtoken|get_bearer_token|getbearertoken|code for (?:an? )?(?:access )?token|oauth2?/callback|[?&]code=|(?<!status )(?<!error )(?<!response )code (?:does|has|was)(?:n.t)? |code d.autorisation|auth[ _]code"
)

FAMILIES = (
    Family(
        code="invalid-client",
        title=Text(fr="Clés refusées", en="Keys rejected"),
        seen=Text(
            fr="« error » vaut « invalid_client » dans la réponse d’Intuit.",
            en="“error” is “invalid_client” in Intuit’s response.",
        ),
        signs=(
            Name("invalid_client", "common"),
            *words("invalid client", trust="near"),
            *words(
                "client authentication failed",
                "invalid client credentials",
                "invalid client secret",
                "client secret is invalid",
                "incorrect client credentials",
                trust="near",
            ),
        ),
        severity="error",
        side="codat",
        message=Text(
            fr="Intuit ne reconnaît pas les clés enregistrées dans Codat.",
            en="Intuit doesn’t recognize the keys saved in Codat.",
        ),
        help=Text(
            fr="Recopiez l’ID client et le secret client : de « Development » dans « QuickBooks Online Sandbox », ou de « Production » dans « QuickBooks Online ».",
            en="Copy both keys again: from “Development” into “QuickBooks Online Sandbox”, or from “Production” into “QuickBooks Online”.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Une clé est incomplète, ou une espace s’y est glissée à la copie. Copiez-la de nouveau en entier.",
                    en="A key is cut short, or a space came along when it was copied. Copy it again, whole.",
                ),
                KEYS,
            ),
            KEYS_OF_THE_OTHER_ENVIRONMENT,
            Cause(
                Text(
                    fr="L’ID client et le secret client sont intervertis. Échangez-les : l’ID client est le plus long des deux.",
                    en="The client ID and the client secret are swapped. Swap them back: the client ID is the longer one.",
                ),
                KEYS,
            ),
            Cause(
                Text(
                    fr="Le secret a été remplacé dans le portail Intuit. Enregistrez le nouveau dans Codat.",
                    en="The secret was rotated in the Intuit portal. Save the new one in Codat.",
                ),
                KEYS,
            ),
        ),
        why=CODAT_SENDS,
        checks="keys",
        absorbs=("app-unknown", "unauthorized", "refresh-token", "access-token"),
        sources=(
            RFC6749_TOKEN_ERRORS,
            seen_in("ruckus/quickbooks-ruby#407", "2017-12-04"),
            seen_in("intuit/oauth-rubyclient#14", "2020-05-13"),
            seen_in("FusionAuth/fusionauth-issues#663", "2020-06-02"),
        ),
        basis=Text(
            fr="Le sens vient de la norme; les causes, des fils. Leur ordre, nous le déduisons.",
            en="The meaning comes from the standard, and the causes from the threads. We infer their order.",
        ),
        examples=('{"error":"invalid_client"}',),
    ),
    Family(
        code="refresh-token",
        title=Text(fr="Jeton d’actualisation refusé", en="Refresh token rejected"),
        seen=Text(
            fr="« invalid_grant » avec « Incorrect or invalid refresh token », ou « Refresh OAuth 2 Access token with Refresh Token failed »",
            en="“invalid_grant” with “Incorrect or invalid refresh token”, or “Refresh OAuth 2 Access token with Refresh Token failed”",
        ),
        signs=(
            *words(
                "incorrect or invalid refresh token",
                "incorrect refresh token or invalid refresh token",
                "refresh token is no longer valid",
                "the refresh token is invalid",
                "refresh token is invalid",
                "invalid refresh token",
                "refresh token invalid",
                "refresh token expired",
                "refresh token has expired",
                "refresh token is expired",
                "expired refresh token",
                "refresh token not found",
                "refresh token was revoked",
                "refresh token revoked",
                "refresh token has been revoked",
                "refresh token is missing or invalid",
                "bad refresh token",
                "jeton d’actualisation invalide",
                "jeton d’actualisation expiré",
                "jeton d’actualisation n’est plus valide",
                "jeton d’actualisation a expiré",
                "jeton d’actualisation non valide",
                trust="common",
            ),
            Name("refresh_token_expired", "common"),
            Name("refresh_token_external_error", "common"),
            Name("refresh_token_invalid", "common"),
            Name("invalid_refresh_token", "common"),
            *words(
                "refresh oauth 2 access token with refresh token failed",
                unless=_BUSY,
            ),
            *words(
                "failed to refresh access token",
                "failed to refresh token",
                "failed to refresh the access token",
                "failed to refresh the token",
                "failed to refresh credentials",
                "failed to refresh quickbooks token",
                "failed to refresh quickbooks",
                "token refresh failed",
                "refresh token failed",
                "refreshing token failed",
                "error refreshing access token",
                "error refreshing token",
                "could not refresh access token",
                "could not refresh token",
                "could not refresh the access token",
                "unable to refresh access token",
                "unable to refresh token",
                "unable to refresh the access token",
                "during token refresh",
                "refresh failed",
                "échec de l’actualisation du jeton",
                "impossible d’actualiser le jeton",
                trust="common",
                unless=_BUSY,
            ),
            All(
                Words("failed getting access token", "near", unless=_BUSY),
                AnyOf(Name("refreshToken"), Shape(r"refreshtoken")),
            ),
            Said(
                r"refresh[ _-]?tokens? | jetons? d.actualisation | jetons? de rafraichissement",
                BAD,
                "common",
                unless=_BUSY,
            ),
            Said(
                r"fail(?:ed|s|ure)? | couldn.t | could not | cannot | can.t | unable | error | echec | impossible",
                " | ".join(
                    rf"{again}\w*[^\w.!?]++(?:\w++[^\w.!?]++){{0,3}}?(?:tokens?|jetons?|credentials|acces|access)"
                    for again in ("refresh", "renew", "actualis", "rafraich", "renouvel")
                ),
                unless=_BUSY,
            ),
            All(Name("invalid_grant", "common"), _REFRESHING),
            All(Words("invalid grant", "near"), _REFRESHING),
        ),
        severity="error",
        side="customer",
        message=Text(
            fr="Le jeton d’actualisation n’est plus valide : Intuit refuse de renouveler l’accès.",
            en="The refresh token no longer works: Intuit won’t renew access with it.",
        ),
        help=Text(
            fr="Demandez à votre client de reconnecter son entreprise. L’URI de redirection n’y est pour rien.",
            en="Ask your customer to reconnect their company. The redirect URI isn’t the cause.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Le jeton a été remplacé : Intuit en donne un nouveau environ chaque jour. Votre code doit toujours garder le dernier reçu; Codat le fait pour vous.",
                    en="The token was replaced: Intuit gives a new one about every day. Your own code must always keep the last one received; Codat does it for you.",
                ),
            ),
            Cause(
                Text(
                    fr="Votre client a déconnecté l’application, ou le jeton est resté 100 jours sans servir. Il doit reconnecter son entreprise.",
                    en="Your customer disconnected the app, or the token went unused for 100 days. They have to reconnect their company.",
                ),
            ),
            Cause(
                Text(
                    fr="Le jeton a cinq ans, son âge maximal : ceux d’octobre 2023 expirent à partir d’octobre 2028. Votre client doit reconnecter son entreprise.",
                    en="The token is five years old, its maximum age: those from October 2023 expire from October 2028 on. Your customer has to reconnect.",
                ),
            ),
            Cause(
                Text(
                    fr="Le code d’autorisation a été échangé deux fois, ce qui révoque les jetons. Ne traitez le retour qu’une fois.",
                    en="The authorization code was exchanged twice, which revokes the tokens. Handle the return only once.",
                ),
            ),
            Cause(
                Text(
                    fr="Les clés ont changé, ou ce sont celles de l’autre environnement : un jeton ne vaut qu’avec les clés qui l’ont obtenu.",
                    en="The keys have changed, or belong to the other environment: a token only works with the keys that obtained it.",
                ),
                KEYS,
            ),
        ),
        why=Text(
            fr="Un jeton d’actualisation ne sert qu’avec les clés qui l’ont obtenu, tant qu’aucun autre ne l’a remplacé et que personne ne l’a révoqué.",
            en="A refresh token only works with the keys that obtained it, as long as no other has replaced it and no one has revoked it.",
        ),
        absorbs=("invalid-grant", "authorization-code", "authorization-failure", "unauthorized"),
        sources=(
            INTUIT_OAUTH_FAQ,
            REFRESH_POLICY,
            seen_in("intuit/QuickBooks-V3-PHP-SDK#308", "2020-04-16"),
            seen_in("intuit/oauth-jsclient#77", "2020-02-10"),
            seen_in("intuit/oauth-jsclient#173", "2024-05-04"),
            seen_in("intuit/quickbooks-online-mcp-server#78", "2026-06-20"),
            seen_in("intuit/QuickBooks-V3-Java-SDK#126", "2020-03-30"),
        ),
        basis=Text(
            fr="Intuit documente le remplacement, les 100 jours et les cinq ans. Le double échange et l’ordre des causes viennent des fils.",
            en="Intuit documents the replacement, the 100 days and the five years. The double exchange and the order of the causes come from the threads.",
        ),
        examples=(
            'Refresh OAuth 2 Access token with Refresh Token failed. Body: [{"error_description":"Incorrect or invalid refresh token","error":"invalid_grant"}].',
            "Refresh token is no longer valid, need to renew credentials",
            "com.intuit.oauth2.exception.OAuthException: failed getting access token\n\tat com.intuit.oauth2.client.OAuth2PlatformClient.refreshToken(OAuth2PlatformClient.java:140)",
        ),
    ),
    Family(
        code="authorization-code",
        title=Text(fr="Code d’autorisation refusé", en="Authorization code rejected"),
        seen=Text(
            fr="« invalid_grant » à l’échange du code, ou « The authorization code has expired or already been used »",
            en="“invalid_grant” when the code is exchanged, or “The authorization code has expired or already been used”",
        ),
        signs=(
            *words(
                "authorization code has expired",
                "authorization code has already been used",
                "authorization code expired",
                "authorization code is invalid",
                "authorization code is expired",
                "authorization code was already used",
                "authorization code already used",
                "authorization code already redeemed",
                "authorization code not found",
                "invalid authorization code",
                "incorrect or invalid authorization code",
                "incorrect authorization code",
                "auth code is invalid",
                "code has expired or already been used",
                "code d’autorisation a expiré",
                "code d’autorisation a déjà été utilisé",
                "code d’autorisation a déjà servi",
                "code d’autorisation invalide",
                "code d’autorisation expiré",
                "code d’autorisation non valide",
                "code d’autorisation n’est plus valide",
                trust="common",
            ),
            Said(
                r"the code | authori[sz]ation code | auth code | le code",
                r"already (?:been )?(?:redeemed|used) | redeemed twice | used twice | used more than once | deja (?:ete )?(?:servi|utilise)",
            ),
            *words(
                "exchange authorization code for access token failed",
                "failed to exchange authorization code",
                "failed to exchange code for token",
                "failed to exchange code",
                "token exchange failed",
                trust="near",
                unless=AnyOf(_BUSY, Status(401, by=("token",))),
            ),
            Name("token_exchange_failed", "near"),
            Said(
                r"auth(?:ori[sz]ation)?[ _-]?codes? | codes? d.autorisation",
                rf"{BAD} | already (?:been )?(?:used|redeemed|exchanged) | deja (?:ete )?(?:utilise|servi|echange)",
                "common",
            ),
            All(Words("the code is not set", "near"), Shape(r"exchange")),
            All(Name("invalid_grant", "common"), _EXCHANGING),
            All(Words("invalid grant", "near"), _EXCHANGING),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="Le code d’autorisation a déjà servi, a expiré ou a été obtenu avec une autre URI de redirection.",
            en="The authorization code was already used, has expired or was obtained with another redirect URI.",
        ),
        help=Text(
            fr="Recommencez depuis l’URL Link, dans un seul onglet, sans recharger la page ni revenir en arrière.",
            en="Start again from the Link URL, in a single tab, without reloading the page or going back.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Le code a déjà servi : la page a été rechargée, ou le retour a été traité deux fois. Recommencez depuis le lien.",
                    en="The code was already used: the page was reloaded, or the return was handled twice. Start again from the link.",
                ),
            ),
            Cause(
                Text(
                    fr="Le code a expiré : il ne vaut que quelques minutes. Recommencez sans attendre.",
                    en="The code expired: it only lasts a few minutes. Start again without waiting.",
                ),
            ),
            Cause(
                Text(
                    fr="L’URI de redirection n’est pas la même aux deux étapes, ou elle porte des paramètres. Enregistrez l’URI exacte, sans « ? ».",
                    en="The redirect URI isn’t the same in both steps, or it has parameters. Register the exact URI, without “?”.",
                ),
                SANDBOX_URIS,
            ),
            KEYS_OF_THE_OTHER_ENVIRONMENT,
        ),
        why=Text(
            fr="Un code d’autorisation ne sert qu’une fois, en quelques minutes, avec les clés et l’URI de redirection qui l’ont obtenu.",
            en="An authorization code works once, within minutes, with the keys and the redirect URI that obtained it.",
        ),
        gives=("sandbox", "production"),
        checks="redirect-uri",
        absorbs=("invalid-grant", "access-token", "unauthorized"),
        sources=(
            INTUIT_OAUTH_FAQ,
            RFC6749_TOKEN_ERRORS,
            seen_in("routablehq/python-quickbooks#116", "2018-07-06"),
            seen_in("routablehq/python-quickbooks#95", "2017-11-03"),
            seen_in("intuit/oauth-jsclient#173", "2024-05-04"),
        ),
        basis=Text(
            fr="Intuit documente l’URI différente et les paramètres; l’usage unique vient de la norme. L’ordre des causes, nous le déduisons.",
            en="Intuit documents the differing URI and the parameters; single use comes from the standard. We infer the order of the causes.",
        ),
        examples=(
            "The authorization code has expired or already been used",
            'Failed to exchange authorization code: {"error":"invalid_grant"}',
            'OAuthException: Failed getting access token: {"error":"invalid_grant","error_description":"Invalid authorization code"}',
        ),
    ),
    Family(
        code="invalid-grant",
        title=Text(fr="Code ou jeton refusé", en="Code or token rejected"),
        seen=Text(
            fr="« error » vaut « invalid_grant » dans la réponse d’Intuit, avec le statut 400, sans rien d’autre.",
            en="“error” is “invalid_grant” in Intuit’s response, with status 400 and nothing else.",
        ),
        signs=(
            Name("invalid_grant", "common"),
            *words("invalid grant", "failed getting access token", trust="near"),
            Status(400, by=("token",)),
        ),
        severity="error",
        side="customer",
        message=Text(
            fr="Intuit refuse le code d’autorisation ou le jeton d’actualisation.",
            en="Intuit rejected the authorization code or the refresh token.",
        ),
        help=Text(
            fr="Première connexion : recommencez depuis le lien, sans recharger la page. Connexion existante : demandez à votre client de reconnecter son entreprise.",
            en="First connection: start again from the link, without reloading. Existing connection: ask your customer to reconnect.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Le code d’autorisation a déjà servi ou il a expiré : la page a été rechargée, ou l’on est revenu en arrière. Recommencez la connexion depuis le début.",
                    en="The authorization code was already used, or it expired: the page was reloaded, or someone went back. Start connecting again from the beginning.",
                ),
            ),
            Cause(
                Text(
                    fr="Le jeton d’actualisation a expiré, a été remplacé ou a été révoqué. Demandez à votre client de reconnecter son entreprise.",
                    en="The refresh token expired, was replaced or was revoked. Ask your customer to reconnect their company.",
                ),
            ),
            Cause(
                Text(
                    fr="L’URI de redirection n’est pas la même aux deux étapes de la connexion, ou elle porte des paramètres. Enregistrez l’URI exacte de Codat, sans « ? ».",
                    en="The redirect URI isn’t the same in both steps of the connection, or it has parameters. Register Codat’s exact URI, without “?”.",
                ),
                SANDBOX_URIS,
            ),
            KEYS_OF_THE_OTHER_ENVIRONMENT,
        ),
        why=Text(
            fr="Un code d’autorisation ne sert qu’une fois et un jeton d’actualisation finit par expirer. Tous deux restent liés aux clés et à l’URI de redirection avec lesquelles ils ont été obtenus.",
            en="An authorization code works only once, and a refresh token eventually expires. Both stay bound to the keys and the redirect URI that they were obtained with.",
        ),
        gives=("sandbox", "production"),
        checks="redirect-uri",
        absorbs=("unauthorized",),
        sources=(
            INTUIT_OAUTH_FAQ,
            RFC6749_TOKEN_ERRORS,
            seen_in("intuit/QuickBooks-V3-PHP-SDK#259", "2019-11"),
            seen_in("routablehq/python-quickbooks#272", "2022-05-19"),
        ),
        basis=Text(
            fr="Intuit donne ces causes; leur ordre, nous le déduisons.",
            en="Intuit gives these causes; we infer their order.",
        ),
        examples=('HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant"}',),
    ),
)
