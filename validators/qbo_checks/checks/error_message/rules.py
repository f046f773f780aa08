"""What the check may say."""

from __future__ import annotations

from qbo_checks.model import Cause, Field, Rule, Text
from qbo_checks.sources import (
    CODAT_SETUP,
    INTUIT_COMMON_ERRORS,
    INTUIT_ERROR_CODES,
    INTUIT_OAUTH_FAQ,
    INTUIT_REDIRECT_URI,
    INTUIT_SECURITY,
    RFC6749_AUTHORIZATION_ERRORS,
    RFC6749_CODES,
    RFC6749_TOKEN_ERRORS,
    thread,
)

TITLE = Text(fr="Message d’erreur", en="Error message")

FIELDS = (
    Field(
        "text",
        label=Text(fr="Ce que vous avez vu", en="What you saw"),
        hint=Text(
            fr="Collez le texte de la page, le JSON, la ligne du journal ou l’adresse complète. Rien n’est transmis.",
            en="Paste the page’s text, the JSON, the line of the log or the whole address. Nothing is sent.",
        ),
        kind="lines",
        context=False,
    ),
)

# Headings of the setup page.
ENVIRONMENTS = "quickbooks-online-environments"
SANDBOX_APP = "create-a-quickbooks-online-app-configured-for-sandbox"
PRODUCTION_APP = "get-production-keys-and-configure-app-for-production"
QUESTIONNAIRE = "completing-the-app-assessment-questionnaire"
KEYS = "add-your-apps-secure-keys-to-the-codat-portal"

KEYS_OF_THE_OTHER_ENVIRONMENT = Cause(
    Text(
        fr="Les clés sont celles de l’autre environnement. Copiez celles de l’onglet « Development » dans l’intégration « QuickBooks Online Sandbox », et celles de l’onglet « Production » dans l’intégration « QuickBooks Online ».",
        en="The keys belong to the other environment. Copy those of the “Development” tab into the “QuickBooks Online Sandbox” integration, and those of the “Production” tab into the “QuickBooks Online” integration.",
    ),
    KEYS,
)
HAND_MADE_ADDRESS = Cause(
    Text(
        fr="L’adresse d’autorisation a été tapée, conservée ou modifiée. Repartez du lien de connexion que Codat fournit, sans rien y changer.",
        en="The authorization address was typed, kept from earlier or changed. Start again from the connection link that Codat gives, and change nothing in it.",
    ),
)
OWN_CODE = Cause(
    Text(
        fr="La demande vient de votre propre code. Avec Codat, vous n’avez ni à la construire ni à échanger le code : laissez Codat s’en charger.",
        en="The request comes from your own code. With Codat you neither build it nor exchange the code: leave that to Codat.",
    ),
)
WAIT = Cause(
    Text(
        fr="Intuit subit une panne ou une surcharge passagère, ou est en maintenance. Attendez quelques minutes et recommencez.",
        en="Intuit has an outage, is overloaded or is under maintenance. Wait a few minutes and try again.",
    ),
)
NO_CHANGE_DURING_AN_OUTAGE = Text(
    fr="Corriger des réglages justes pendant une panne crée un vrai problème à la place d’un faux.",
    en="Changing settings that are right during an outage turns a false problem into a real one.",
)
CODAT_SENDS = Text(
    fr="C’est Codat qui envoie cette demande à Intuit avec les clés de votre application. Ce que vous pouvez corriger, ce sont les réglages des deux portails.",
    en="Codat sends this request to Intuit with your app’s keys. What you can fix is the settings in the two portals.",
)

# From the most specific to the most general: this is the order in which several answers are given.
RULES = {
    "redirect-uri-invalid": Rule(
        "error",
        title=Text(fr="URI de redirection refusée", en="Redirect URI refused"),
        message=Text(
            fr="Intuit refuse l’URI de redirection qui lui est présentée (caractère {position}).",
            en="Intuit refuses the redirect URI that it was given (character {position}).",
        ),
        help=Text(
            fr="Dans le portail Intuit, ouvrez « Settings », puis « Redirect URIs », et soumettez l’URI enregistrée à la vérification de ce guide.",
            en="In the Intuit portal, open “Settings”, then “Redirect URIs”, and put the registered URI through the check in this guide.",
        ),
        why=Text(
            fr="Intuit compare l’URI que Codat envoie à celles que vous avez enregistrées, caractère par caractère, dans la liste de l’environnement en cours.",
            en="Intuit compares the URI that Codat sends with those you registered, character by character, in the list of the environment in use.",
        ),
        seen=Text(
            fr="« The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app’s keys tab and matches it exactly. »",
            en="“The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app’s keys tab and matches it exactly.”",
        ),
        sources=(
            INTUIT_REDIRECT_URI,
            thread("intuit/quickbooks-online-mcp-server#51"),
            thread("vm0-ai/vm0#25780"),
        ),
        causes=(
            Cause(
                Text(
                    fr="L’URI enregistrée diffère de celle de Codat, ne serait-ce que d’un caractère : une barre oblique à la fin, un « s » oublié, une majuscule, une espace. Remplacez-la par l’URI exacte.",
                    en="The registered URI differs from Codat’s, if only by one character: a slash at the end, a missing “s”, a capital, a space. Replace it with the exact URI.",
                ),
                SANDBOX_APP,
            ),
            Cause(
                Text(
                    fr="L’URI est enregistrée sous l’autre onglet. Celle du bac à sable va sous « Development »; celle de production, sous « Production ».",
                    en="The URI is registered under the other tab. The sandbox URI goes under “Development”, the production URI under “Production”.",
                ),
                PRODUCTION_APP,
            ),
            Cause(
                Text(
                    fr="L’URI a été saisie sans être enregistrée. Ajoutez-la de nouveau, puis cliquez sur « Save ».",
                    en="The URI was typed but not saved. Add it again, then select “Save”.",
                ),
                SANDBOX_APP,
            ),
        ),
    ),
    "no-sandbox-companies": Rule(
        "error",
        title=Text(fr="Aucune entreprise de bac à sable", en="No sandbox company"),
        message=Text(
            fr="Ces clés de développement n’ouvrent que des entreprises de bac à sable, et la personne connectée n’en a aucune (caractère {position}).",
            en="These development keys open only sandbox companies, and the person who signed in has none (character {position}).",
        ),
        help=Text(
            fr="Décidez quelle entreprise vous voulez connecter : une vraie ou celle du bac à sable. La suite en dépend.",
            en="Decide which company you want to connect: a live one or a sandbox one. What to do depends on it.",
        ),
        why=Text(
            fr="Les clés de développement n’ouvrent jamais un compte réel, essais gratuits compris.",
            en="Development keys never open a live account, free trials included.",
        ),
        seen=Text(
            fr="« No Sandbox companies found for user »",
            en="“No Sandbox companies found for user”",
        ),
        sources=(CODAT_SETUP, thread("myleshyson/laravel-quickbooks#21")),
        causes=(
            Cause(
                Text(
                    fr="Vous vouliez connecter une entreprise réelle. Passez par l’intégration QuickBooks Online, avec les clés de production.",
                    en="You meant to connect a live company. Use the QuickBooks Online integration, with the production keys.",
                ),
                KEYS,
            ),
            Cause(
                Text(
                    fr="Vous vouliez connecter le bac à sable, mais avec un autre compte. Connectez-vous avec le compte de développeur qui possède l’entreprise de bac à sable.",
                    en="You meant to connect the sandbox, but from another account. Sign in with the developer account that owns the sandbox company.",
                ),
                ENVIRONMENTS,
            ),
        ),
    ),
    "wrong-cluster": Rule(
        "error",
        title=Text(fr="Mauvais serveur d’Intuit", en="Wrong Intuit server"),
        message=Text(
            fr="Erreur 130 (caractère {position}) : l’entreprise a été appelée sur le serveur de l’autre environnement.",
            en="Error 130 (character {position}): the company was called on the other environment’s server.",
        ),
        help=Text(
            fr="Vérifiez par quelle intégration l’entreprise a été connectée, puis reconnectez-la par la bonne.",
            en="See which integration the company was connected through, then reconnect it through the right one.",
        ),
        why=Text(
            fr="Intuit garde les entreprises de bac à sable et les entreprises réelles sur des serveurs différents, qui ne se répondent pas.",
            en="Intuit keeps sandbox companies and live companies on different servers, which do not answer for each other.",
        ),
        seen=Text(
            fr="« Accessing Wrong Cluster », code 130, statut 401, avec le détail « WrongClusterError: -11017 »",
            en="“Accessing Wrong Cluster”, code 130, status 401, with the detail “WrongClusterError: -11017”",
        ),
        sources=(thread("routablehq/python-quickbooks#369"),),
        causes=(
            Cause(
                Text(
                    fr="L’entreprise est réelle et l’intégration est celle du bac à sable, ou l’inverse. Reconnectez-la par l’intégration de son environnement.",
                    en="The company is live and the integration is the sandbox one, or the reverse. Reconnect it through its own environment’s integration.",
                ),
                KEYS,
            ),
            Cause(
                Text(
                    fr="Votre propre code appelle Intuit sur le mauvais hôte. Celui du bac à sable est « sandbox-quickbooks.api.intuit.com »; celui de production, « quickbooks.api.intuit.com ».",
                    en="Your own code calls Intuit on the wrong host. The sandbox host is “sandbox-quickbooks.api.intuit.com”, the production host “quickbooks.api.intuit.com”.",
                ),
                ENVIRONMENTS,
            ),
        ),
    ),
    "application-authorization-failed": Rule(
        "error",
        title=Text(
            fr="Application non autorisée pour cette entreprise", en="App not authorized for this company"
        ),
        message=Text(
            fr="Erreur 003100 (caractère {position}) : votre application n’a pas, ou n’a plus, accès à cette entreprise.",
            en="Error 003100 (character {position}): your app does not have access to this company, or no longer has it.",
        ),
        help=Text(
            fr="Assurez-vous que les clés, l’intégration et l’entreprise sont du même environnement. Si c’est le cas, reconnectez l’entreprise.",
            en="Make sure that the keys, the integration and the company belong to the same environment. If they do, reconnect the company.",
        ),
        why=Text(
            fr="Une autorisation vaut pour une application, une entreprise et un environnement. Qu’un seul des trois change, et Intuit refuse l’appel.",
            en="An authorization holds for one app, one company and one environment. Change any of the three, and Intuit refuses the call.",
        ),
        seen=Text(
            fr="« message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403 »",
            en="“message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403”",
        ),
        sources=(
            thread("minimul/qbo_api#138"),
            thread("consolibyte/quickbooks-php#166"),
            thread("IntuitDeveloper/QBOConceptsTutorial-PHP#13"),
        ),
        causes=(
            KEYS_OF_THE_OTHER_ENVIRONMENT,
            Cause(
                Text(
                    fr="Votre client a déconnecté l’application dans QuickBooks. Demandez-lui de reconnecter son entreprise.",
                    en="Your customer disconnected the app in QuickBooks. Ask them to reconnect their company.",
                ),
            ),
            Cause(
                Text(
                    fr="L’accès à la comptabilité n’a pas été accordé. Vérifiez que l’application a la portée com.intuit.quickbooks.accounting, puis reconnectez l’entreprise.",
                    en="Access to accounting was not granted. Make sure that the app has the permission com.intuit.quickbooks.accounting, then reconnect the company.",
                ),
                SANDBOX_APP,
            ),
        ),
    ),
    "authorization-failure": Rule(
        "error",
        title=Text(fr="Personne sans accès à l’entreprise", en="Person without access to the company"),
        message=Text(
            fr="Erreur 120 (caractère {position}) : la personne qui avait connecté l’entreprise n’y a plus accès.",
            en="Error 120 (character {position}): the person who connected the company no longer has access to it.",
        ),
        help=Text(
            fr="Demandez à une personne qui administre l’entreprise de la reconnecter.",
            en="Ask somebody who administers the company to reconnect it.",
        ),
        why=Text(
            fr="La connexion agit au nom de la personne qui l’a autorisée, souvent un comptable. Quand cette personne quitte l’entreprise dans QuickBooks, la connexion tombe avec elle.",
            en="The connection acts for the person who authorized it, often an accountant. When that person is removed from the company in QuickBooks, the connection goes too.",
        ),
        seen=Text(
            fr="« AuthorizationFailure », code 120, avec un détail tel que « -11014-You do not have access to use QuickBooks Online »",
            en="“AuthorizationFailure”, code 120, with a detail such as “-11014-You do not have access to use QuickBooks Online”",
        ),
        sources=(INTUIT_COMMON_ERRORS, INTUIT_ERROR_CODES),
        causes=(
            Cause(
                Text(
                    fr="La personne a été retirée de l’entreprise. Une personne dont le rôle est « Primary Admin » ou « Company Admin » doit reconnecter celle-ci.",
                    en="The person was removed from the company. Somebody whose role is “Primary Admin” or “Company Admin” must reconnect it.",
                ),
            ),
            Cause(
                Text(
                    fr="Ses droits ont changé dans QuickBooks. Demandez à l’administrateur de les rétablir, puis reconnectez l’entreprise.",
                    en="Their rights changed in QuickBooks. Ask the administrator to restore them, then reconnect the company.",
                ),
            ),
        ),
    ),
    "invalid-client": Rule(
        "error",
        title=Text(fr="Clés refusées", en="Keys refused"),
        message=Text(
            fr="« invalid_client » (caractère {position}) : Intuit ne reconnaît pas l’ID client ou le secret client.",
            en="“invalid_client” (character {position}): Intuit does not recognize the client ID or the client secret.",
        ),
        help=Text(
            fr="Copiez de nouveau les deux clés depuis le portail Intuit, vérifiez-les ici, puis enregistrez-les dans le portail Codat.",
            en="Copy both keys from the Intuit portal again, check them here, then save them in the Codat Portal.",
        ),
        why=CODAT_SENDS,
        seen=Text(
            fr="« error » vaut « invalid_client » dans la réponse d’Intuit, avec le statut 401.",
            en="“error” is “invalid_client” in Intuit’s answer, with the status 401.",
        ),
        sources=(
            RFC6749_TOKEN_ERRORS,
            thread("ruckus/quickbooks-ruby#407"),
            thread("intuit/oauth-rubyclient#14"),
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
                    fr="L’ID client et le secret client sont intervertis. Le premier est plus long que le second.",
                    en="The client ID and the client secret are swapped. The first is longer than the second.",
                ),
                KEYS,
            ),
        ),
    ),
    "invalid-grant": Rule(
        "error",
        title=Text(fr="Code ou jeton refusé", en="Code or token refused"),
        message=Text(
            fr="« invalid_grant » (caractère {position}) : Intuit refuse le code d’autorisation ou le jeton d’actualisation.",
            en="“invalid_grant” (character {position}): Intuit refuses the authorization code or the refresh token.",
        ),
        help=Text(
            fr="Si c’est une première connexion, recommencez-la depuis le début, sans recharger la page. Si l’entreprise était déjà connectée, demandez à votre client de la reconnecter.",
            en="If this is a first connection, start it again from the beginning, without reloading the page. If the company was already connected, ask your customer to reconnect it.",
        ),
        why=Text(
            fr="Un code d’autorisation ne sert qu’une fois et un jeton d’actualisation finit par expirer. Tous deux restent liés aux clés et à l’URI de redirection avec lesquelles ils ont été obtenus.",
            en="An authorization code works only once, and a refresh token expires in the end. Both stay bound to the keys and the redirect URI that they were obtained with.",
        ),
        seen=Text(
            fr="« error » vaut « invalid_grant » dans la réponse d’Intuit, avec le statut 400.",
            en="“error” is “invalid_grant” in Intuit’s answer, with the status 400.",
        ),
        sources=(
            INTUIT_OAUTH_FAQ,
            RFC6749_TOKEN_ERRORS,
            thread("intuit/QuickBooks-V3-PHP-SDK#259"),
            thread("routablehq/python-quickbooks#272"),
        ),
        causes=(
            Cause(
                Text(
                    fr="L’URI de redirection n’est pas la même aux deux étapes de la connexion, ou elle porte des paramètres. Enregistrez l’URI exacte de Codat, sans « ? ».",
                    en="The redirect URI is not the same in both steps of the connection, or it has parameters. Register Codat’s exact URI, without “?”.",
                ),
                SANDBOX_APP,
            ),
            Cause(
                Text(
                    fr="Le code d’autorisation a déjà servi ou il a expiré : la page a été rechargée, ou l’on est revenu en arrière. Recommencez la connexion depuis le début.",
                    en="The authorization code was already used, or it expired: the page was reloaded, or somebody went back. Start connecting again from the beginning.",
                ),
            ),
            KEYS_OF_THE_OTHER_ENVIRONMENT,
            Cause(
                Text(
                    fr="Le jeton d’actualisation a expiré, a été remplacé ou a été révoqué. Demandez à votre client de reconnecter son entreprise.",
                    en="The refresh token expired, was replaced or was revoked. Ask your customer to reconnect their company.",
                ),
            ),
        ),
    ),
    "unauthorized-client": Rule(
        "error",
        title=Text(fr="Application non autorisée", en="App not authorized"),
        message=Text(
            fr="« unauthorized_client » (caractère {position}) : cette application n’a pas le droit de faire cette demande.",
            en="“unauthorized_client” (character {position}): this app is not allowed to make this request.",
        ),
        help=Text(
            fr="Vérifiez d’abord que les clés sont celles du bon environnement, puis où en est l’examen de votre application chez Intuit.",
            en="First make sure that the keys belong to the right environment, then see how far Intuit’s review of your app has come.",
        ),
        why=Text(
            fr="La norme distingue une application que l’on ne reconnaît pas (« invalid_client ») d’une application reconnue qui n’a pas ce droit. Les cas où Intuit répond ainsi ne sont pas publiés.",
            en="The standard tells an app that is not recognized (“invalid_client”) from one that is, but lacks this right. Intuit does not publish when it answers this.",
        ),
        seen=Text(
            fr="Selon la norme, « error=unauthorized_client » dans l’adresse de retour ou dans la réponse. Aucun exemple public d’Intuit n’a été trouvé.",
            en="According to the standard, “error=unauthorized_client” in the return address or in the answer. No public example from Intuit was found.",
        ),
        sources=(RFC6749_AUTHORIZATION_ERRORS, RFC6749_TOKEN_ERRORS),
        causes=(
            KEYS_OF_THE_OTHER_ENVIRONMENT,
            Cause(
                Text(
                    fr="L’application n’est pas encore approuvée pour la production. Terminez le questionnaire et attendez la réponse d’Intuit.",
                    en="The app is not approved for production yet. Complete the questionnaire and wait for Intuit’s answer.",
                ),
                QUESTIONNAIRE,
            ),
        ),
    ),
    "invalid-scope": Rule(
        "error",
        title=Text(fr="Portée refusée", en="Scope refused"),
        message=Text(
            fr="« invalid_scope » (caractère {position}) : l’accès demandé est inconnu, mal écrit ou plus large que permis.",
            en="“invalid_scope” (character {position}): the access asked for is unknown, misspelled or wider than allowed.",
        ),
        help=Text(
            fr="Dans le portail Intuit, vérifiez que l’application a la portée com.intuit.quickbooks.accounting.",
            en="In the Intuit portal, make sure that the app has the permission com.intuit.quickbooks.accounting.",
        ),
        why=Text(
            fr="La connexion demande l’accès à la comptabilité. Une application à qui cette portée manque ne peut pas l’obtenir.",
            en="The connection asks for access to accounting. An app without that permission cannot obtain it.",
        ),
        seen=Text(
            fr="Selon la norme, « error=invalid_scope » dans l’adresse de retour. Intuit n’en publie pas les causes.",
            en="According to the standard, “error=invalid_scope” in the return address. Intuit does not publish its causes.",
        ),
        sources=(RFC6749_AUTHORIZATION_ERRORS, RFC6749_TOKEN_ERRORS),
        causes=(
            Cause(
                Text(
                    fr="La portée de la comptabilité n’a pas été cochée à la création de l’application. Ajoutez-la.",
                    en="The accounting permission was not ticked when the app was created. Add it.",
                ),
                SANDBOX_APP,
            ),
            HAND_MADE_ADDRESS,
        ),
    ),
    "unsupported-response-type": Rule(
        "error",
        title=Text(fr="Type de réponse refusé", en="Response type refused"),
        message=Text(
            fr="« unsupported_response_type » (caractère {position}) : la demande d’autorisation ne demande pas un code.",
            en="“unsupported_response_type” (character {position}): the authorization request does not ask for a code.",
        ),
        help=Text(
            fr="Recommencez depuis le lien de connexion de Codat, qui envoie « response_type=code ».",
            en="Start again from Codat’s connection link, which sends “response_type=code”.",
        ),
        why=CODAT_SENDS,
        seen=Text(
            fr="Selon la norme, « error=unsupported_response_type » dans l’adresse de retour. Aucun exemple public d’Intuit n’a été trouvé.",
            en="According to the standard, “error=unsupported_response_type” in the return address. No public example from Intuit was found.",
        ),
        sources=(RFC6749_AUTHORIZATION_ERRORS,),
        causes=(HAND_MADE_ADDRESS, OWN_CODE),
    ),
    "unsupported-grant-type": Rule(
        "error",
        title=Text(fr="Type d’autorisation refusé", en="Grant type refused"),
        message=Text(
            fr="« unsupported_grant_type » (caractère {position}) : Intuit ne connaît pas cette façon de demander un jeton.",
            en="“unsupported_grant_type” (character {position}): Intuit does not know this way of asking for a token.",
        ),
        help=Text(
            fr="Laissez Codat demander les jetons. Si votre code le fait lui-même, comparez « grant_type » à la documentation d’Intuit.",
            en="Leave asking for tokens to Codat. If your own code does it, compare “grant_type” with Intuit’s documentation.",
        ),
        why=CODAT_SENDS,
        seen=Text(
            fr="Selon la norme, « error » vaut « unsupported_grant_type » dans la réponse, avec le statut 400. Aucun exemple public d’Intuit n’a été trouvé.",
            en="According to the standard, “error” is “unsupported_grant_type” in the answer, with the status 400. No public example from Intuit was found.",
        ),
        sources=(RFC6749_TOKEN_ERRORS,),
        causes=(OWN_CODE,),
    ),
    "access-denied": Rule(
        "error",
        title=Text(fr="Accès refusé par votre client", en="Access refused by your customer"),
        message=Text(
            fr="« access_denied » (caractère {position}) : l’autorisation n’a pas été donnée.",
            en="“access_denied” (character {position}): the authorization was not given.",
        ),
        help=Text(
            fr="Vos réglages ne sont sans doute pas en cause. Demandez à votre client s’il a refusé ou fermé la fenêtre, puis recommencez avec lui.",
            en="Your settings are probably not the cause. Ask your customer whether they declined or closed the window, then try again with them.",
        ),
        why=Text(
            fr="Intuit ne laisse entrer une application que si une personne qui en a le droit l’accepte.",
            en="Intuit lets an app in only if somebody who has the right to do so accepts.",
        ),
        seen=Text(
            fr="Selon la norme, « error=access_denied » dans l’adresse de retour, sans code.",
            en="According to the standard, “error=access_denied” in the return address, and no code.",
        ),
        sources=(INTUIT_OAUTH_FAQ, RFC6749_AUTHORIZATION_ERRORS),
        causes=(
            Cause(
                Text(
                    fr="Votre client a refusé l’accès ou quitté la page. Renvoyez-lui le lien de connexion quand il sera prêt.",
                    en="Your customer declined access or left the page. Send them the connection link again when they are ready.",
                ),
            ),
            Cause(
                Text(
                    fr="La personne n’a pas le droit de connecter une application. Selon Codat, il faut le rôle « Primary Admin » ou « Company Admin ».",
                    en="The person is not allowed to connect apps. According to Codat, it takes the role “Primary Admin” or “Company Admin”.",
                ),
            ),
        ),
    ),
    "invalid-request": Rule(
        "error",
        title=Text(fr="Demande mal formée", en="Malformed request"),
        message=Text(
            fr="« invalid_request » (caractère {position}) : il manque un paramètre à la demande, ou l’un d’eux est répété ou faux.",
            en="“invalid_request” (character {position}): the request lacks a parameter, or one is repeated or wrong.",
        ),
        help=Text(
            fr="Lisez « error_description » s’il est là : il nomme souvent le paramètre. Puis recommencez depuis le lien de connexion de Codat.",
            en="Read “error_description” if it is there: it often names the parameter. Then start again from Codat’s connection link.",
        ),
        why=CODAT_SENDS,
        seen=Text(
            fr="Selon la norme, « error=invalid_request » dans l’adresse de retour ou dans la réponse. Intuit n’en publie pas les causes.",
            en="According to the standard, “error=invalid_request” in the return address or in the answer. Intuit does not publish its causes.",
        ),
        sources=(RFC6749_AUTHORIZATION_ERRORS, RFC6749_TOKEN_ERRORS),
        causes=(HAND_MADE_ADDRESS, OWN_CODE),
    ),
    "temporarily-unavailable": Rule(
        "error",
        title=Text(fr="Intuit indisponible pour l’instant", en="Intuit unavailable for now"),
        message=Text(
            fr="« temporarily_unavailable » (caractère {position}) : Intuit ne peut pas traiter la demande pour l’instant.",
            en="“temporarily_unavailable” (character {position}): Intuit cannot handle the request for now.",
        ),
        help=Text(
            fr="Ne changez aucun réglage. Attendez, consultez l’état des services d’Intuit, puis recommencez.",
            en="Change no settings. Wait, look at the status of Intuit’s services, then try again.",
        ),
        why=NO_CHANGE_DURING_AN_OUTAGE,
        seen=Text(
            fr="Selon la norme, « error=temporarily_unavailable » dans l’adresse de retour. L’API d’Intuit répond de son côté par le statut 503.",
            en="According to the standard, “error=temporarily_unavailable” in the return address. Intuit’s API, for its part, answers with the status 503.",
        ),
        sources=(RFC6749_AUTHORIZATION_ERRORS, INTUIT_ERROR_CODES),
        causes=(WAIT,),
    ),
    "server-error": Rule(
        "error",
        title=Text(fr="Erreur interne chez Intuit", en="Internal error at Intuit"),
        message=Text(
            fr="« server_error » (caractère {position}) : une erreur imprévue s’est produite chez Intuit.",
            en="“server_error” (character {position}): something unexpected happened at Intuit.",
        ),
        help=Text(
            fr="Recommencez une fois. Si l’erreur revient, notez l’heure et écrivez au soutien d’Intuit.",
            en="Try once more. If the error comes back, note the time and write to Intuit’s support.",
        ),
        why=NO_CHANGE_DURING_AN_OUTAGE,
        seen=Text(
            fr="Selon la norme, « error=server_error » dans l’adresse de retour. L’API d’Intuit répond de son côté par le statut 500.",
            en="According to the standard, “error=server_error” in the return address. Intuit’s API, for its part, answers with the status 500.",
        ),
        sources=(RFC6749_AUTHORIZATION_ERRORS, INTUIT_ERROR_CODES),
        causes=(WAIT,),
    ),
    "experiencing-problems": Rule(
        "error",
        title=Text(fr="Ancienne page d’erreur d’Intuit", en="Intuit’s older error page"),
        message=Text(
            fr="C’est une page d’erreur d’Intuit qui date de 2017 (caractère {position}). Elle cachait le plus souvent une URI de redirection refusée.",
            en="This is an error page of Intuit’s from 2017 (character {position}). It usually stood for a refused redirect URI.",
        ),
        help=Text(
            fr="Commencez par vérifier l’URI de redirection enregistrée, même si la page parle d’un problème passager.",
            en="Begin by checking the registered redirect URI, even though the page speaks of a passing problem.",
        ),
        why=Text(
            fr="La page invite à réessayer plus tard, ce qui ne change rien : c’est le réglage qu’il faut corriger.",
            en="The page invites you to try again later, which changes nothing: it is the setting that needs mending.",
        ),
        seen=Text(
            fr="« We’re sorry! We are experiencing some problems. Please try again later. »",
            en="“We’re sorry! We are experiencing some problems. Please try again later.”",
        ),
        sources=(thread("IntuitDeveloper/OAuth2PythonSampleApp#1"), thread("IntuitDeveloper/OAuth2_PHP#1")),
        causes=(
            Cause(
                Text(
                    fr="L’URI de redirection n’est pas enregistrée, ou elle diffère de celle de Codat. Remplacez-la par l’URI exacte.",
                    en="The redirect URI is not registered, or it differs from Codat’s. Replace it with the exact URI.",
                ),
                SANDBOX_APP,
            ),
            WAIT,
        ),
    ),
    "connection-problem": Rule(
        "warning",
        title=Text(fr="Page d’erreur générale d’Intuit", en="Intuit’s general error page"),
        message=Text(
            fr="C’est la page d’erreur générale d’Intuit (caractère {position}). Elle ne dit pas la cause.",
            en="This is Intuit’s general error page (character {position}). It does not tell the cause.",
        ),
        help=Text(fr="{next}", en="{next}"),
        why=Text(
            fr="La même page s’affiche pour des fautes différentes. Seuls les détails destinés aux développeurs les distinguent.",
            en="The same page stands for different mistakes. Only the details meant for developers tell them apart.",
        ),
        seen=Text(
            fr="« Uh oh, there’s a connection problem. Sorry, but … didn’t connect. Please try again later, or contact customer support for help. »",
            en="“Uh oh, there’s a connection problem. Sorry, but … didn’t connect. Please try again later, or contact customer support for help.”",
        ),
        sources=(thread("intuit/quickbooks-online-mcp-server#51"), thread("n8n-io/n8n#13800")),
        causes=(
            Cause(
                Text(
                    fr="L’URI de redirection du bac à sable diffère de celle de Codat, ou elle manque. Vérifiez-la sous l’onglet « Development ».",
                    en="The sandbox redirect URI differs from Codat’s, or it is missing. Check it under the “Development” tab.",
                ),
                SANDBOX_APP,
            ),
            Cause(
                Text(
                    fr="L’URI de redirection de production diffère de celle de Codat, ou elle manque. Vérifiez-la sous l’onglet Production.",
                    en="The production redirect URI differs from Codat’s, or it is missing. Check it under the Production tab.",
                ),
                PRODUCTION_APP,
            ),
        ),
    ),
    "unknown": Rule(
        "warning",
        title=Text(fr="Erreur inconnue de ce guide", en="Error unknown to this guide"),
        message=Text(
            fr="Ce texte ne correspond à aucune des erreurs que ce guide connaît.",
            en="This text matches none of the errors that this guide knows.",
        ),
        help=Text(
            fr="Réunissez ce qui permettra d’en trouver la cause : le texte derrière « View error details (for Developers) », la date et l’heure avec le fuseau, l’environnement (bac à sable ou production), l’étape où vous étiez et, si vous l’avez, l’en-tête « intuit_tid » de la réponse. Collez les détails ici, ou joignez le tout à votre demande au soutien de Codat ou d’Intuit, sans clé ni jeton.",
            en="Collect what will help to find the cause: the text behind “View error details (for Developers)”, the date and time with the time zone, the environment (sandbox or production), the step you were at and, if you have it, the response header “intuit_tid”. Paste the details here, or send it all to Codat’s or Intuit’s support, without keys or tokens.",
        ),
        why=Text(
            fr="Mieux vaut le dire que deviner : une cause inventée fait perdre plus de temps qu’une question précise.",
            en="Saying so is better than guessing: an invented cause wastes more time than a precise question.",
        ),
        seen=Text(
            fr="Une page, un journal ou une réponse dont aucune source publique consultée ne donne la cause.",
            en="A page, a log or an answer whose cause is given by none of the public sources consulted.",
        ),
        sources=(INTUIT_ERROR_CODES, INTUIT_COMMON_ERRORS),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Rien à lire", en="Nothing to read"),
        message=Text(fr="Le champ est vide.", en="The field is empty."),
        help=Text(
            fr="Collez ce que vous avez vu : le texte de la page, une réponse, une ligne de journal ou une adresse.",
            en="Paste what you saw: the page’s text, an answer, a line of a log or an address.",
        ),
        why=Text(
            fr="Sans le texte exact, deux erreurs différentes se ressemblent.",
            en="Without the exact text, two different errors look alike.",
        ),
        seen=Text(
            fr="Rien : ce champ ne sert qu’ici, ni Intuit ni Codat ne le voient.",
            en="Nothing: this field is only used here, and neither Intuit nor Codat sees it.",
        ),
        sources=(INTUIT_ERROR_CODES,),
    ),
    "contains-secret": Rule(
        "warning",
        title=Text(fr="Secret dans le texte", en="Secret in the text"),
        message=Text(
            fr="Ce texte contient ce qui ressemble à un secret (caractère {position}). Il n’est répété nulle part dans cette réponse, et rien n’a été transmis.",
            en="This text holds what looks like a secret (character {position}). It is repeated nowhere in this answer, and nothing was sent.",
        ),
        help=Text(
            fr="Retirez-le avant de montrer ce texte à qui que ce soit. Si quelqu’un l’a déjà vu : un secret client, remplacez-le dans le portail Intuit, puis dans le portail Codat; un jeton, révoquez-le en déconnectant l’entreprise, puis reconnectez-la; un code d’autorisation ne sert qu’une fois et expire vite.",
            en="Remove it before you show this text to anyone. If somebody has seen it: replace a client secret in the Intuit portal, then in the Codat Portal; revoke a token by disconnecting the company, then reconnect it; an authorization code works only once and expires soon.",
        ),
        why=Text(
            fr="Avec le secret client, on se fait passer pour votre application; avec un jeton, on lit la comptabilité de votre client. Intuit demande que ni l’un ni l’autre ne figure dans un journal.",
            en="With the client secret, somebody can pass for your app; with a token, they can read your customer’s accounts. Intuit asks that neither stand in a log.",
        ),
        seen=Text(
            fr="Rien : Intuit n’avertit pas qu’un journal ou une capture contient un secret.",
            en="Nothing: Intuit does not warn you that a log or a screenshot holds a secret.",
        ),
        sources=(INTUIT_SECURITY, RFC6749_CODES),
    ),
}
