"""At Intuit's API: the company, the access token, the record."""

from __future__ import annotations

from qbo_checks.checks.error_message.families.common import (
    APP,
    BAD,
    CODAT_CONNECTIONS,
    CODAT_ERRORS,
    ENVIRONMENTS,
    KEYS,
    KEYS_OF_THE_OTHER_ENVIRONMENT,
    RFC6750_ERRORS,
    SUBSCRIPTION_STATES,
    WRONG_HOST,
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
from qbo_checks.sources import INTUIT_COMMON_ERRORS, INTUIT_ERROR_CODES, RFC6749_TOKEN_ERRORS

_REALM = Said(
    r"realm[ _-]?ids? | company ids? | numeros? d.entreprise | id d.entreprise",
    rf"{BAD} | not recogni[sz]ed | unrecogni[sz]ed | mismatch | required | undefined | null | empty | not set | vide",
)

_DATASET = Shape(r"status\W{1,6}(?:auth|fetch|map|validation|internal|processing)error(?!\w)", "near")
"""How Codat says that a synchronization failed."""

FAMILIES = (
    Family(
        code="subscription",
        title=Text(fr="Abonnement QuickBooks échu", en="QuickBooks subscription lapsed"),
        seen=Text(
            fr="« Subscription period has ended or cancelled or there was a billing problem » (6190), « Subscription for company has lapsed or Invalid destination URL is used » (7001)",
            en="“Subscription period has ended or cancelled or there was a billing problem” (6190), “Subscription for company has lapsed or Invalid destination URL is used” (7001)",
        ),
        signs=(
            Codes(6190, 7001),
            *words(
                "subscription period has ended",
                "subscription for company has lapsed",
                "your trial or subscription period ended",
                "no destination found for given partition key",
                "invalid destination URL is used",
            ),
            *words(
                "invalid company status",
                "subscription has lapsed",
                "subscription has expired",
                "subscription expired",
                "subscription has been cancelled",
                "subscription has ended",
                "subscription was canceled",
                "trial has expired",
                "account suspended",
                "abonnement a expiré",
                "abonnement a pris fin",
                "abonnement est échu",
                "abonnement expiré",
                "période d’abonnement",
                trust="near",
            ),
            Said(
                r"subscriptions? | abonnements? | trials? | essais?",
                r"expired | ended | lapsed | cancell?ed | suspended | inactive | unpaid | echue? | expiree? | terminee? | pris fin | resiliee? | suspendue? | impayee?",
            ),
        ),
        cases=(
            Case(
                signs=(
                    Codes(7001),
                    *words(
                        "subscription for company has lapsed",
                        "no destination found for given partition key",
                        "invalid destination URL is used",
                    ),
                ),
                message=Text(
                    fr="L’abonnement de l’entreprise est échu, ou elle a été appelée sur l’hôte de l’autre environnement.",
                    en="The company’s subscription has lapsed, or it was called on the other environment’s host.",
                ),
                help=Text(
                    fr="Demandez à votre client si QuickBooks Online s’ouvre encore. Sinon, demandez-lui de renouveler l’abonnement; si oui, vérifiez l’hôte et l’environnement.",
                    en="Ask your customer whether QuickBooks Online still opens. If not, ask them to renew the subscription; if so, check the host and the environment.",
                ),
            ),
        ),
        severity="error",
        side="customer",
        message=Text(
            fr="L’abonnement QuickBooks Online de votre client est échu ou impayé.",
            en="Your customer’s QuickBooks Online subscription has lapsed or is unpaid.",
        ),
        help=Text(
            fr="Demandez-lui de le renouveler dans QuickBooks. Ne changez aucun réglage : la connexion reprendra d’elle-même.",
            en="Ask them to renew it in QuickBooks. Don’t change any settings: the connection will work again by itself.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’essai gratuit ou l’abonnement a pris fin, ou un paiement a échoué. Votre client le règle sous l’engrenage, dans les renseignements du compte.",
                    en="The free trial or the subscription ended, or a payment failed. Your customer settles this under the gear icon, in the account information.",
                ),
            ),
            Cause(
                Text(
                    fr="L’entreprise de bac à sable a expiré. Créez-en une autre dans le portail Intuit, sous « Sandboxes ».",
                    en="The sandbox company has expired. Create another in the Intuit portal, under “Sandboxes”.",
                ),
                ENVIRONMENTS,
            ),
            WRONG_HOST,
        ),
        why=Text(
            fr="Sans abonnement, une entreprise reste consultable un certain temps. Ensuite, Intuit refuse d’y écrire, puis de l’ouvrir.",
            en="A company without a subscription can be read for a time; then Intuit refuses to write to it, and later to open it.",
        ),
        absorbs=("data-error", "authorization-failure"),
        sources=(
            INTUIT_ERROR_CODES,
            SUBSCRIPTION_STATES,
            seen_in("intuit/QuickBooks-V3-PHP-SDK#211", "2019-03-15"),
            seen_in("ruckus/quickbooks-ruby#321", "2016"),
            seen_in("ruckus/quickeebooks#40", "2013-03-19"),
        ),
        basis=Text(
            fr="Intuit donne cette explication pour 6190; le message de 7001 nomme les deux causes.",
            en="Intuit gives this explanation for 6190; the message of 7001 names both causes.",
        ),
        examples=(
            "Invalid Company Status : Subscription period has ended or cancelled or there was a billing problem : You can't add data to QuickBooks Online Plus because your trial or subscription period ended",
            "Subscription for company has lapsed or Invalid destination URL is used. Sandbox company works with Sandbox URL and Production company works with Production URL.; errorCode=007001; statusCode=400",
        ),
    ),
    Family(
        code="wrong-cluster",
        title=Text(fr="Mauvais serveur d’Intuit", en="Wrong Intuit server"),
        seen=Text(
            fr="« Accessing Wrong Cluster », code 130, statut 401, avec le détail « WrongClusterError: -11017 »",
            en="“Accessing Wrong Cluster”, code 130, status 401, with the detail “WrongClusterError: -11017”",
        ),
        signs=(
            *words("accessing wrong cluster", "you have accessed the wrong server"),
            Name("WrongClusterError"),
            Codes(130),
            Shape(r"11017(?<!\d11017)(?!\d)", "near"),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="L’entreprise a été appelée sur le serveur de l’autre environnement.",
            en="The company was called on the other environment’s server.",
        ),
        help=Text(
            fr="Regardez par quelle intégration l’entreprise a été connectée, puis reconnectez-la par celle de son environnement.",
            en="See which integration the company was connected through, then reconnect it through its own environment’s integration.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’entreprise est réelle et l’intégration est celle du bac à sable, ou l’inverse. Reconnectez-la par l’intégration de son environnement.",
                    en="The company is live and the integration is the sandbox one, or the reverse. Reconnect it through its own environment’s integration.",
                ),
                KEYS,
            ),
            WRONG_HOST,
        ),
        why=Text(
            fr="Intuit garde les entreprises de bac à sable et les entreprises réelles sur des serveurs différents, et aucun n’a accès aux entreprises de l’autre.",
            en="Intuit keeps sandbox companies and live companies on different servers, and neither can reach the other’s.",
        ),
        absorbs=("access-token", "unauthorized", "authorization-failure"),
        sources=(INTUIT_ERROR_CODES, seen_in("routablehq/python-quickbooks#369", "2024-11-21")),
        basis=Text(
            fr="Intuit publie le code; la cause, nous la déduisons du fil.",
            en="Intuit publishes the code; we infer the cause from the thread.",
        ),
        examples=(
            '<Fault type="AuthenticationFault"><Error code="130"><Message>Accessing Wrong Cluster</Message><Detail>WrongClusterError: -11017-You have accessed the wrong server.</Detail></Error></Fault>',
            '{"code":"130","element":null}',
        ),
    ),
    Family(
        code="scope",
        title=Text(fr="Portée insuffisante", en="Insufficient scope"),
        seen=Text(
            fr="« The access token does not have sufficient scope », avec le code 3100, ou « insufficient_scope » dans l’en-tête « WWW-Authenticate »",
            en="“The access token does not have sufficient scope”, with code 3100, or “insufficient_scope” in the “WWW-Authenticate” header",
        ),
        signs=(
            Name("insufficient_scope", "common"),
            *words(
                "does not have sufficient scope",
                "doesn’t have sufficient scope",
                "insufficient scope",
                "scope is insufficient",
                "portée insuffisante",
                trust="common",
            ),
            *words("requires additional permissions", "additional permissions required", trust="near"),
            All(
                Words("company selector", "near"),
                Shape(
                    r"(?:does ?n.t|does not|do not|don.t) (?:show|display|list)|empty|no compan|n.affiche pas|vide"
                ),
            ),
            Said(
                r"scopes? | portees?",
                r"lacks? | missing | insufficient | not (?:been )?granted | insuffisante?s? | manque(?:nt|nte)?",
            ),
        ),
        severity="error",
        side="intuit",
        message=Text(
            fr="Le jeton d’accès ne permet pas ce qui est demandé : il lui manque une portée.",
            en="The access token doesn’t allow this call: it lacks a scope.",
        ),
        help=Text(
            fr="Dans le portail Intuit, sous « Permissions », cochez la portée com.intuit.quickbooks.accounting, puis reconnectez l’entreprise.",
            en="In the Intuit portal, under “Permissions”, select the scope com.intuit.quickbooks.accounting, then reconnect the company.",
        ),
        causes=(
            Cause(
                Text(
                    fr="L’accès à la comptabilité n’a pas été demandé ou accordé. Ajoutez la portée com.intuit.quickbooks.accounting, puis reconnectez l’entreprise.",
                    en="Access to accounting wasn’t requested or granted. Add the scope com.intuit.quickbooks.accounting, then reconnect the company.",
                ),
                APP,
            ),
            WRONG_HOST,
            KEYS_OF_THE_OTHER_ENVIRONMENT,
        ),
        why=Text(
            fr="Une portée ajoutée à l’application ne vaut pas pour les connexions déjà faites : il faut les refaire.",
            en="A scope added to the app doesn’t apply to connections already made: they have to be made again.",
        ),
        absorbs=("application-authorization-failed", "authorization-failure", "unauthorized"),
        sources=(
            seen_in("IntuitDeveloper/QBOConceptsTutorial-PHP#13", "2019-09-12"),
            seen_in("intuit/QuickBooks-V3-Java-SDK#43", "2018"),
            seen_in("intuit/oauth-jsclient#66", "2019"),
            RFC6750_ERRORS,
        ),
        basis=Text(
            fr="Le message nomme la portée; les fils montrent que l’autre hôte le provoque aussi.",
            en="The message names the scope; the threads show that the other host also triggers it.",
        ),
        examples=(
            '<Error code="3100"><Message>message=AuthorizationFailed; errorCode=003100; statusCode=403</Message><Detail>The access token does not have sufficient scope</Detail></Error>',
            "The access token does not have sufficient scope",
        ),
    ),
    Family(
        code="application-authorization-failed",
        title=Text(
            fr="Application non autorisée pour cette entreprise", en="App not authorized for this company"
        ),
        seen=Text(
            fr="« message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403 »",
            en="“message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403”",
        ),
        signs=(
            Codes(3100, 3201),
            Name("ApplicationAuthorizationFailed"),
            Name("AuthorizationFailed", "near"),
            All(Name("AuthorizationFailed"), Shape(r"moreinfo")),
            Name("Quickbooks::Forbidden"),
            Name("QboApi::Forbidden"),
            Said(
                r"application | app | apps",
                r"plus autorisee? a acceder a (?:cette |l.)entreprise | pas autorisee? a acceder a (?:cette |l.)entreprise | plus autorisee? | pas autorisee? a acceder | not authori[sz]ed to access | no longer authori[sz]ed | no longer has access",
            ),
            Status(403, by=("api",)),
            All(Status(403, trust="near"), Shape(r"intuit|quickbooks|(?<![a-z0-9])qbo")),
        ),
        severity="error",
        side="customer",
        message=Text(
            fr="Votre application n’a pas, ou n’a plus, accès à cette entreprise.",
            en="Your app doesn’t have access to this company, or no longer has it.",
        ),
        help=Text(
            fr="Assurez-vous que les clés, l’intégration et l’entreprise sont du même environnement. Si c’est le cas, reconnectez l’entreprise.",
            en="Make sure that the keys, the integration and the company belong to the same environment. If they do, reconnect the company.",
        ),
        causes=(
            WRONG_HOST,
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
                    en="Access to accounting wasn’t granted. Check that the app has the scope com.intuit.quickbooks.accounting, then reconnect the company.",
                ),
                APP,
            ),
        ),
        why=Text(
            fr="Une autorisation vaut pour une application, une entreprise et un environnement. Qu’un seul des trois change, et Intuit refuse l’appel.",
            en="An authorization is valid for one app, one company and one environment. Change any of the three, and Intuit refuses the call.",
        ),
        absorbs=("authorization-failure", "unauthorized"),
        sources=(
            seen_in("minimul/qbo_api#138", "2024-09-18"),
            seen_in("consolibyte/quickbooks-php#166", "2017-03-27"),
            seen_in("mcohen01/node-quickbooks#154", "2020-02-18"),
            seen_in("intuit/oauth-jsclient#2", "2018-11-23"),
            INTUIT_ERROR_CODES,
        ),
        basis=Text(
            fr="Intuit écrit que 403 signifie un accès interdit. Les causes et leur ordre viennent des fils; 3201 n’est pas dans la liste d’Intuit.",
            en="Intuit states that 403 means forbidden access. The causes and their order come from the threads; 3201 isn’t on Intuit’s list.",
        ),
        examples=(
            "message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403",
            "errorCode=003201 (AuthorizationFailure) statusCode=401",
        ),
    ),
    Family(
        code="authorization-failure",
        title=Text(fr="Autorisation perdue", en="Authorization lost"),
        seen=Text(
            fr="« AuthorizationFailure », code 120, avec un détail tel que « -11014-You do not have access to use QuickBooks Online »",
            en="“AuthorizationFailure”, code 120, with a detail such as “-11014-You do not have access to use QuickBooks Online”",
        ),
        signs=(
            Codes(120),
            *words("do not have access to use quickbooks online"),
            Shape(r"11014(?<!\d11014)(?!\d)", "near"),
            Name("AuthorizationFailure", "common", before="quickbooks::"),
            Words("authorization failure", "near", before="quickbooks::"),
            *words("authorisation failure", "échec d’autorisation", "échec de l’autorisation", trust="near"),
            Said(
                r"connections? | connexions? | authori[sz]ations?(?!\W{1,2}code) | (?<!code d.)autorisations?",
                r"lost | expired | disconnected | no longer valid | revoked | perdue? | expiree? | revoquee? | interrompue?",
            ),
            Said(
                r"quickbooks access | qbo access | intuit access | (?<!jeton d.)acces (?:a )?(?:quickbooks|qbo)",
                r"ended | expired | revoked | removed | lost | a pris fin | expire | revoque | perdu",
            ),
            Said(
                r"credentials | identifiants", r"expired | revoked | expires? | revoques? | no longer valid"
            ),
            Said(r"accounts? | comptes?", r"expired | disconnected | deconnectee? | a expire", "named"),
            Name("AuthorizationFault", "near"),
            Name("AuthorizatonFault", "near"),
            Shape(r"intuit\.ipp\.exception\.authorizationexception"),
        ),
        cases=(
            Case(
                signs=(
                    Codes(120),
                    *words("do not have access to use quickbooks online"),
                    Shape(r"11014(?<!\d11014)(?!\d)", "near"),
                ),
                message=Text(
                    fr="La personne qui avait connecté l’entreprise n’y a plus accès.",
                    en="The person who connected the company no longer has access to it.",
                ),
                help=Text(
                    fr="Demandez à une personne qui administre l’entreprise de la reconnecter.",
                    en="Ask someone who administers the company to reconnect it.",
                ),
            ),
        ),
        severity="error",
        side="customer",
        message=Text(
            fr="Intuit n’accepte plus l’autorisation sur laquelle cette connexion repose.",
            en="Intuit no longer accepts the authorization that this connection depends on.",
        ),
        help=Text(
            fr="Demandez à une personne qui administre l’entreprise de la reconnecter.",
            en="Ask someone who administers the company to reconnect it.",
        ),
        causes=(
            Cause(
                Text(
                    fr="La personne a été retirée de l’entreprise. Une personne dont le rôle est « Primary Admin » ou « Company Admin » doit reconnecter celle-ci.",
                    en="The person was removed from the company. Someone whose role is “Primary Admin” or “Company Admin” must reconnect it.",
                ),
            ),
            Cause(
                Text(
                    fr="Ses droits ont changé dans QuickBooks. Demandez à l’administrateur de les rétablir, puis reconnectez l’entreprise.",
                    en="Their rights changed in QuickBooks. Ask the administrator to restore them, then reconnect the company.",
                ),
            ),
            Cause(
                Text(
                    fr="Votre client a déconnecté l’application. Renvoyez-lui l’URL Link.",
                    en="Your customer disconnected the app. Send them the Link URL again.",
                ),
            ),
        ),
        why=Text(
            fr="La connexion agit au nom de la personne qui l’a autorisée, souvent un comptable. Quand cette personne quitte l’entreprise dans QuickBooks, la connexion cesse aussi de fonctionner.",
            en="The connection acts for the person who authorized it, often an accountant. When that person is removed from the company in QuickBooks, the connection stops working too.",
        ),
        absorbs=("unauthorized",),
        sources=(
            INTUIT_COMMON_ERRORS,
            INTUIT_ERROR_CODES,
            seen_in("minimul/qbo_api#96", "2019-02-03"),
        ),
        basis=Text(
            fr="Intuit donne cette explication pour le code 120. Pour les mots seuls, nous la déduisons de pages d’aide.",
            en="Intuit gives this explanation for code 120. For the words alone, we infer it from help pages.",
        ),
        examples=(
            '<Error code="120"><Message>Authorization Failure</Message></Error>',
            "Authorization failure",
        ),
    ),
    Family(
        code="codat-connection",
        title=Text(fr="Réponse ou état de Codat", en="Codat’s response or status"),
        seen=Text(
            fr="Un état de connexion (« Deauthorized », « PendingAuth », « Unlinked ») ou un JSON de Codat avec « service » et « correlationId »",
            en="A connection status (“Deauthorized”, “PendingAuth”, “Unlinked”) or Codat’s JSON with “service” and “correlationId”",
        ),
        signs=(
            Name("Deauthorized", "common"),
            Name("PendingAuth", "common"),
            Name("Unlinked", "near"),
            _DATASET,
            All(
                Shape(r"correlationid"),
                AnyOf(
                    Shape(r"service\W{1,6}\w{3,30}\W{1,4}(?:error|statuscode)|codat"),
                    Shape(
                        r"service\W{1,6}(?:publicapi|clientsapi|quickbooksonline)|canberetried|detailederrorcode"
                    ),
                ),
            ),
            Shape(r"(?:publicapi|clientsapi|service\W{1,6}quickbooksonline)\W{1,8}error"),
            Status(400, 401, 402, 403, 404, 409, 429, 500, 502, 503, 504, by=("codat",)),
            *words("company limit exceeded", "sync schedule not allowed", trust="near"),
            Shape(r"data ?type \w{1,40} not supported by platform"),
            Said(r"codat api keys? | codat keys? | codat credentials | cles? (?:d.api )?(?:de )?codat", BAD),
            Said(
                r"free tier | free plan | forfait gratuit",
                r"limit | exceeded | reached | expired | depassee? | atteinte?",
                "named",
            ),
        ),
        cases=(
            Case(
                signs=(
                    Name("Deauthorized", "common"),
                    Shape(r"status\W{1,6}autherror"),
                    *words("authorization was revoked", trust="near"),
                ),
                message=Text(
                    fr="La connexion est « Deauthorized » : Intuit n’accepte plus l’autorisation de votre client.",
                    en="The connection is “Deauthorized”: Intuit no longer accepts your customer’s authorization.",
                ),
                help=Text(
                    fr="Envoyez à votre client l’URL Link de la même entreprise. Ne créez pas une autre entreprise.",
                    en="Send your customer the same company’s Link URL to reconnect. Don’t create another company.",
                ),
                first=0,
            ),
            Case(
                signs=(Name("PendingAuth", "common"),),
                message=Text(
                    fr="La connexion est « PendingAuth » : votre client n’a pas encore terminé l’autorisation.",
                    en="The connection is “PendingAuth”: your customer hasn’t finished authorizing yet.",
                ),
                help=Text(
                    fr="Demandez-lui d’aller au bout depuis l’URL Link. S’il voit une erreur d’Intuit, collez-la ici.",
                    en="Ask them to finish from the Link URL. If they see an error from Intuit, paste it here.",
                ),
                first=1,
            ),
            Case(
                signs=(Name("Unlinked", "near"),),
                message=Text(
                    fr="La connexion est « Unlinked » : quelqu’un l’a déconnectée, dans votre application ou dans Codat.",
                    en="The connection is “Unlinked”: someone disconnected it, in your app or in Codat.",
                ),
                help=Text(
                    fr="Envoyez à votre client l’URL Link de la même entreprise, sauf si la déconnexion était voulue.",
                    en="Send your customer the same company’s Link URL, unless the disconnection was intended.",
                ),
                first=2,
            ),
            Case(
                signs=(
                    Status(429, by=("codat",)),
                    All(Shape(r"correlationid"), Shape(r"statuscode\W{1,4}429")),
                ),
                message=Text(
                    fr="C’est Codat, et non Intuit, qui répond 429 : trop de demandes en peu de temps.",
                    en="Codat, not Intuit, returned 429: too many requests in a short time.",
                ),
                help=Text(
                    fr="Attendez, puis réessayez en espaçant vos demandes à l’API de Codat. Ne changez aucun réglage.",
                    en="Wait, then try again and space out your requests to Codat’s API. Don’t change any settings.",
                ),
                first=6,
            ),
            Case(
                signs=(
                    Status(402, by=("codat",)),
                    Shape(r"statuscode\W{1,4}402"),
                    *words(
                        "company limit exceeded",
                        "sync schedule not allowed",
                        "account expired",
                        "payment required",
                        trust="near",
                    ),
                ),
                message=Text(
                    fr="C’est Codat, et non Intuit, qui refuse : votre compte Codat a atteint une limite de son forfait.",
                    en="Codat, not Intuit, refused: your Codat account has reached a limit of its plan.",
                ),
                help=Text(
                    fr="Dans le portail Codat, sous « Companies », supprimez les entreprises inutiles, ou passez à un autre forfait.",
                    en="In the Codat Portal, under “Companies”, delete companies you don’t need, or change your plan.",
                ),
                first=5,
            ),
            Case(
                signs=(
                    Status(401, by=("codat",)),
                    All(Shape(r"correlationid"), Shape(r"statuscode\W{1,4}401")),
                    Said(
                        r"codat api keys? | codat keys? | codat credentials | cles? (?:d.api )?(?:de )?codat",
                        BAD,
                    ),
                ),
                message=Text(
                    fr="C’est Codat, et non Intuit, qui répond 401 : la clé d’API de Codat est fausse ou absente.",
                    en="Codat, not Intuit, returned 401: the Codat API key is wrong or missing.",
                ),
                help=Text(
                    fr="Dans le portail Codat, sous « Developers » > « API keys », copiez l’en-tête d’autorisation entier. Les clés d’Intuit n’y sont pour rien.",
                    en="In the Codat Portal, under “Developers” > “API keys”, copy the whole authorization header. The Intuit keys aren’t the cause.",
                ),
                first=3,
            ),
            Case(
                signs=(
                    Status(404, 409, by=("codat",)),
                    All(Shape(r"correlationid"), Shape(r"statuscode\W{1,4}(?:404|409)")),
                    Shape(r"data ?type \w{1,40} not supported by platform"),
                ),
                message=Text(
                    fr="C’est Codat, et non Intuit, qui répond : ce que vous demandez n’existe pas, ou n’est pas encore synchronisé.",
                    en="Codat, not Intuit, responded: what you asked for doesn’t exist, or isn’t synced yet.",
                ),
                help=Text(
                    fr="Vérifiez les identifiants de l’entreprise et de la connexion dans l’URL, puis attendez la fin de la synchronisation.",
                    en="Check the company and connection IDs in the URL, then wait for the sync to finish.",
                ),
                first=4,
            ),
            Case(
                signs=(_DATASET,),
                message=Text(
                    fr="Codat n’a pas pu lire ces données dans QuickBooks; la connexion reste en place.",
                    en="Codat couldn’t read this data from QuickBooks; the connection is still there.",
                ),
                help=Text(
                    fr="Attendez, puis relancez la synchronisation dans le portail Codat. Si cela dure, écrivez au soutien de Codat.",
                    en="Wait, then queue the sync again in the Codat Portal. If it goes on, contact Codat’s support.",
                ),
                first=7,
            ),
        ),
        severity="warning",
        side="codat",
        message=Text(
            fr="Cette réponse vient de Codat, et non d’Intuit.",
            en="This response comes from Codat, not from Intuit.",
        ),
        help=Text(
            fr="Regardez la connexion dans le portail Codat, sous « Companies ». Si vous écrivez au soutien de Codat, donnez le « correlationId ».",
            en="Look at the connection in the Codat Portal, under “Companies”. If you contact Codat’s support, give the “correlationId”.",
        ),
        causes=(
            Cause(
                Text(
                    fr="« Deauthorized » : votre client a révoqué l’accès, ou l’autorisation n’est plus valide. Il reconnecte la même entreprise par l’URL Link.",
                    en="“Deauthorized”: your customer revoked access, or the authorization is no longer valid. They reconnect the same company through the Link URL.",
                ),
            ),
            Cause(
                Text(
                    fr="« PendingAuth » : l’autorisation n’est pas terminée. Votre client ouvre l’URL Link et suit les étapes jusqu’au bout.",
                    en="“PendingAuth”: the authorization isn’t finished. Your customer follows the Link URL to the end.",
                ),
            ),
            Cause(
                Text(
                    fr="« Unlinked » : la connexion a été coupée, dans votre application ou dans Codat. Reconnectez si ce n’était pas voulu.",
                    en="“Unlinked”: the connection was cut, in your app or in Codat. Reconnect if that wasn’t intended.",
                ),
            ),
            Cause(
                Text(
                    fr="401 : la clé d’API de Codat. Copiez l’en-tête entier sous « Developers » > « API keys ».",
                    en="401: the Codat API key. Copy the whole header under “Developers” > “API keys”.",
                ),
            ),
            Cause(
                Text(
                    fr="404 ou 409 : un identifiant faux, ou des données qui ne sont pas encore synchronisées.",
                    en="404 or 409: a wrong ID, or data that hasn’t been synced yet.",
                ),
            ),
            Cause(
                Text(
                    fr="402 : le forfait. Le forfait gratuit s’arrête à 50 entreprises et à 365 jours.",
                    en="402: the plan. The free plan stops at 50 companies and at 365 days.",
                ),
            ),
            Cause(
                Text(
                    fr="429 : trop de demandes à l’API de Codat. Espacez-les.",
                    en="429: too many requests to Codat’s API. Space them out.",
                ),
            ),
            Cause(
                Text(
                    fr="« FetchError » : Intuit était indisponible pendant la synchronisation. Relancez-la plus tard.",
                    en="“FetchError”: Intuit was unavailable during the sync. Queue it again later.",
                ),
            ),
        ),
        why=Text(
            fr="Codat et Intuit refusent avec les mêmes statuts, pour des raisons différentes. Il faut savoir lequel des deux a répondu pour savoir quoi corriger.",
            en="Codat and Intuit refuse with the same statuses, for different reasons. Knowing which one responded tells you what to fix.",
        ),
        absorbs=(
            "refresh-token",
            "access-token",
            "authorization-failure",
            "unauthorized",
            "rate-limit",
            "unavailable",
            "server-error",
            "data-error",
            "wrong-address",
        ),
        sources=(CODAT_ERRORS, CODAT_CONNECTIONS),
        basis=Text(
            fr="Codat documente les états des connexions, les statuts HTTP et leurs causes, et recommande de garder la même entreprise.",
            en="Codat documents the connection statuses, the HTTP statuses and their causes, and recommends keeping the same company.",
        ),
        examples=(
            '{"id":"00000000-0000-0000-0000-000000000000","integrationKey":"qhyg","platformName":"QuickBooks Online","status":"Deauthorized"}',
            '{"statusCode":429,"service":"PublicApi","error":"Too many requests. Retry later","correlationId":"00000000-0000-0000-0000-000000000000"}',
        ),
    ),
    Family(
        code="access-token",
        title=Text(fr="Jeton d’accès refusé", en="Access token rejected"),
        seen=Text(
            fr="« message=AuthenticationFailed; errorCode=003200; statusCode=401 », « SRV-110-Authentication Failure » (code 100) ou « invalid_token »",
            en="“message=AuthenticationFailed; errorCode=003200; statusCode=401”, “SRV-110-Authentication Failure” (code 100) or “invalid_token”",
        ),
        signs=(
            Codes(3200, 3202, 100, 110),
            *words(
                "SRV-110",
                "AuthenticationErrorGeneral",
                "AuthenticationOAuthError",
                "general authentication error",
                "exception authenticating OAuth",
                "QB Auth Exception",
                "malformed bearer token",
            ),
            Name("ApplicationAuthenticationFailed"),
            Name("AuthenticationFailed", "near"),
            All(Name("AuthenticationFailed"), AnyOf(*words("bearer token", "token expired", "moreInfo"))),
            Name("AuthenticationFault", "near"),
            Shape(r"type\W{1,6}authentication(?!\w)", "near"),
            Said(
                r"(?<!refresh )access[ _-]?tokens? | bearer tokens? | (?<!refresh )oauth tokens? | jetons? d.acces",
                BAD,
            ),
            Said(
                r"quickbooks (?:access )?tokens?(?! refresh) | qbo (?:access )?tokens?(?! refresh) | intuit (?:access )?tokens?(?! refresh)"
                r" | jetons? (?:quickbooks|qbo|intuit)",
                BAD,
            ),
            Name("invalid_token", "common"),
            Name("Quickbooks::AuthorizationFailure"),
            Name("QboApi::Unauthorized"),
            Name("InvalidTokenException", "near"),
            Unless(
                Shape(
                    r"quickbooks\.exceptions\.authorizationexception|intuit\.ipp\.exception\.authenticationexception"
                ),
                AnyOf(Name("invalid_grant"), Name("invalid_client")),
            ),
            *words("application authentication failed", trust="near"),
            *words(
                "token expired",
                "token has expired",
                "token is expired",
                "token revoked",
                "access token expired",
                "access token has expired",
                "access token is expired",
                "access token is invalid",
                "access token invalid",
                "invalid access token",
                "invalid tokens",
                "the token has expired",
                "jeton d’accès expiré",
                "jeton d’accès a expiré",
                "jeton d’accès invalide",
                "jeton d’accès non valide",
                "jeton d’accès n’est plus valide",
                trust="near",
                before="refresh ",
            ),
            Status(401, by=("api",)),
        ),
        cases=(
            Case(
                signs=(*words("malformed bearer token", "too short or too long"), Codes(3202)),
                message=Text(
                    fr="Le jeton d’accès est mal formé : il est tronqué, vide ou entouré d’autre chose.",
                    en="The access token is malformed: it’s cut short, empty or wrapped in something else.",
                ),
                help=Text(
                    fr="Envoyez le jeton d’accès entier, après « Bearer » et une espace, et non le jeton d’actualisation.",
                    en="Send the whole access token, after “Bearer” and a space, and not the refresh token.",
                ),
                first=2,
            ),
            Case(
                signs=(*words("token revoked", "revoked token", "has been revoked", trust="near"),),
                message=Text(
                    fr="Le jeton d’accès a été révoqué : l’application a été déconnectée.",
                    en="The access token was revoked: the app was disconnected.",
                ),
                help=Text(
                    fr="Demandez à votre client de reconnecter son entreprise : l’actualisation échouera aussi.",
                    en="Ask your customer to reconnect their company: a refresh would fail too.",
                ),
                first=1,
            ),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="Intuit refuse le jeton d’accès : il a expiré, a été révoqué ou est mal formé.",
            en="Intuit rejected the access token: it’s expired, revoked or malformed.",
        ),
        help=Text(
            fr="Actualisez le jeton, puis réessayez. Si l’actualisation échoue, reconnectez l’entreprise. Les clés et l’URI de redirection ne sont pas en cause.",
            en="Refresh the token, then try again. If the refresh fails, reconnect the company. The keys and the redirect URI aren’t the cause.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Le jeton a expiré : il ne vaut qu’une heure. Votre code l’actualise avant chaque série d’appels; Codat le fait pour vous.",
                    en="The token expired: it lasts one hour. Your own code refreshes it before each series of calls; Codat does it for you.",
                ),
            ),
            Cause(
                Text(
                    fr="L’autorisation a été révoquée ou le jeton d’actualisation n’est plus valide. Votre client reconnecte la même entreprise.",
                    en="The authorization was revoked or the refresh token is no longer valid. Your customer reconnects the same company.",
                ),
            ),
            Cause(
                Text(
                    fr="L’en-tête est mal formé : jeton tronqué, guillemets, ou le jeton d’actualisation à sa place.",
                    en="The header is malformed: a token cut short, quotation marks, or the refresh token in its place.",
                ),
            ),
            WRONG_HOST,
        ),
        why=Text(
            fr="Un jeton d’accès ne vaut qu’une heure. C’est l’erreur la plus fréquente des fils publics, et un réglage n’en est presque jamais la cause.",
            en="An access token lasts one hour. It’s the most frequent error in public threads, and a setting is hardly ever the cause.",
        ),
        absorbs=("unauthorized",),
        sources=(
            INTUIT_ERROR_CODES,
            seen_in("routablehq/python-quickbooks#118", "2018-08-09"),
            seen_in("routablehq/python-quickbooks#120", "2018-08-30"),
            seen_in("routablehq/python-quickbooks#250", "2021-10-06"),
            seen_in("intuit/QuickBooks-V3-Java-SDK#159", "2021"),
            seen_in("IntuitDeveloper/HelloWorld-PHP#8", "2020-01-17"),
            RFC6750_ERRORS,
        ),
        basis=Text(
            fr="Intuit écrit que 401 signifie un jeton expiré ou révoqué. Le code de quickbooks-ruby montre que son « AuthorizationFailure » est un 401.",
            en="Intuit states that 401 means an expired or revoked token. The code of quickbooks-ruby shows that its “AuthorizationFailure” is a 401.",
        ),
        examples=(
            '{"fault":{"error":[{"message":"message=AuthenticationFailed; errorCode=003200; statusCode=401","detail":null,"code":"3200","element":null}],"type":"AUTHENTICATION"}}',
            "General Authentication Error AuthenticationErrorGeneral: SRV-110-Authentication Failure , statusCode: 401",
            "Quickbooks::AuthorizationFailure (Quickbooks::AuthorizationFailure):\n  app/models/sync.rb:12",
        ),
    ),
    Family(
        code="unauthorized",
        title=Text(fr="401 sans explication", en="401 without an explanation"),
        seen=Text(
            fr="« 401 Unauthorized », avec ou sans l’hôte qui a répondu",
            en="“401 Unauthorized”, with or without the host that responded",
        ),
        signs=(
            Status(401, trust="near"),
            Status(401, by=("token",)),
            *words("unauthorized. please ensure you are authenticated correctly", trust="near"),
            *words("unauthorized", "non autorisé", trust="near"),
        ),
        fallback=True,
        cases=(
            Case(
                signs=(Status(401, by=("token",)),),
                message=Text(
                    fr="Le serveur de jetons d’Intuit répond 401 : il refuse l’ID client ou le secret client.",
                    en="Intuit’s token endpoint returned 401: it rejects the client ID or the client secret.",
                ),
                help=Text(
                    fr="Recopiez les deux clés du bon onglet dans Codat : « Development » pour le bac à sable, « Production » pour de vrais clients.",
                    en="Copy both keys from the right tab into Codat again: “Development” for the sandbox, “Production” for live customers.",
                ),
                first=0,
            ),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="La réponse est 401, sans explication : les identifiants présentés n’ont pas été acceptés.",
            en="The response is 401, with no explanation: the credentials weren’t accepted.",
        ),
        help=Text(
            fr="Regardez quel hôte a répondu : la cause en dépend. Collez ici l’URL appelée et le corps de la réponse.",
            en="See which host responded: the cause depends on it. Paste the URL that was called and the response body here.",
        ),
        causes=(
            Cause(
                Text(
                    fr="« oauth.platform.intuit.com » a répondu : ce sont les clés. Recopiez-les du bon onglet.",
                    en="“oauth.platform.intuit.com” responded: it’s the keys. Copy them again from the right tab.",
                ),
                KEYS,
            ),
            Cause(
                Text(
                    fr="« quickbooks.api.intuit.com » a répondu : c’est le jeton d’accès. Actualisez-le; sinon, reconnectez l’entreprise.",
                    en="“quickbooks.api.intuit.com” responded: it’s the access token. Refresh it, or else reconnect the company.",
                ),
            ),
            Cause(
                Text(
                    fr="« api.codat.io » a répondu : c’est la clé d’API de Codat. Copiez-la de nouveau dans le portail Codat.",
                    en="“api.codat.io” responded: it’s the Codat API key. Copy it again from the Codat Portal.",
                ),
            ),
        ),
        why=Text(
            fr="Le statut 401 dit seulement que les identifiants n’ont pas été acceptés. Chaque hôte attend les siens.",
            en="401 only says that the credentials weren’t accepted. Each host expects different ones.",
        ),
        checks="keys",
        sources=(
            INTUIT_ERROR_CODES,
            RFC6749_TOKEN_ERRORS,
            seen_in("airbytehq/airbyte#40519", "2024-06-26"),
            seen_in("intuit/QuickBooks-V3-DotNET-SDK#138", "2020-08-10"),
        ),
        basis=Text(
            fr="L’explication vient d’Intuit pour son API, et de la norme pour le serveur de jetons. Le reste, nous le déduisons de l’hôte.",
            en="The explanation comes from Intuit for its API, and from the standard for the token endpoint. We infer the rest from the host.",
        ),
        examples=(
            "401 Client Error: Unauthorized for url: https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
        ),
    ),
    Family(
        code="wrong-address",
        title=Text(fr="Mauvaise URL d’Intuit", en="Wrong Intuit URL"),
        seen=Text(
            fr="« 404 Not Found », « Object moved to /NotFound » ou « 405 » d’un hôte d’Intuit",
            en="“404 Not Found”, “Object moved to /NotFound” or “405” from one of Intuit’s hosts",
        ),
        signs=(
            Status(404, by=("api", "token")),
            All(Status(404, trust="near"), Shape(r"intuit|quickbooks|(?<![a-z0-9])qbo")),
            All(Status(302, trust="near"), Words("object moved", "near")),
            Status(405, by=("token", "api")),
            *words("this page does not exist", trust="near"),
            Shape(r"got a (?:404|302), expected http"),
            *words("ids service endpoint was not found"),
            Name("EndpointNotFoundException", "near"),
            *words("no realm ID", trust="near"),
            Name("QboApi::NotFound"),
            Name("QboApi::MethodNotAllowed"),
            Name("Quickbooks::NotFound"),
            _REALM,
        ),
        cases=(
            Case(
                signs=(_REALM,),
                message=Text(
                    fr="L’ID d’entreprise (« realmId ») manque ou n’est pas celui de la connexion.",
                    en="The company ID (“realmId”) is missing or isn’t the connection’s own.",
                ),
                help=Text(
                    fr="Prenez la valeur de « realmId » dans l’URL de retour. Le jeton et l’hôte doivent être ceux de la même entreprise.",
                    en="Take the value of “realmId” from the return URL. The token and the host must belong to the same company.",
                ),
                first=2,
            ),
        ),
        severity="error",
        side="code",
        message=Text(
            fr="L’URL appelée n’existe pas dans l’API d’Intuit, ou elle attend une autre méthode.",
            en="Intuit’s API has no such URL, or the URL expects another method.",
        ),
        help=Text(
            fr="Comparez l’hôte et le chemin avec la documentation. Avec Codat, votre code n’appelle pas l’API d’Intuit.",
            en="Compare the host and the path with the documentation. With Codat, your code doesn’t call Intuit’s API.",
        ),
        causes=(
            WRONG_HOST,
            Cause(
                Text(
                    fr="Le serveur de jetons a été ouvert dans un navigateur. Il n’accepte que POST : ce n’est pas une panne.",
                    en="The token endpoint was opened in a browser. It only accepts POST: this isn’t an outage.",
                ),
            ),
            Cause(
                Text(
                    fr="L’ID d’entreprise manque dans le chemin ou n’est pas le bon. Il suit « /v3/company/ ».",
                    en="The company ID is missing from the path or isn’t the right one. It follows “/v3/company/”.",
                ),
            ),
        ),
        why=Text(
            fr="L’API, le serveur de jetons et la page d’autorisation ont chacun leur hôte.",
            en="The API, the token endpoint and the authorization page each have their own host.",
        ),
        sources=(
            INTUIT_ERROR_CODES,
            seen_in("intuit/QuickBooks-V3-PHP-SDK#219", "2019-04-25"),
            seen_in("intuit/QuickBooks-V3-PHP-SDK#266", "2019-12-11"),
            seen_in("intuit/oauth-jsclient#180", "2024-07-22"),
        ),
        basis=Text(
            fr="Intuit explique le statut 404; le reste vient des fils.",
            en="Intuit explains status 404; the rest comes from the threads.",
        ),
        examples=(
            "QuickBooksOnline/API/Exception/ServiceException with message 'Request is not made successful. Response Code:[302] with body: [<html><head><title>Object moved</title></head><body><h2>Object moved to <a href=\"/NotFound\">here</a>.</h2></body></html>].'",
        ),
    ),
    Family(
        code="data-error",
        title=Text(fr="Donnée refusée, connexion intacte", en="Record rejected, working connection"),
        seen=Text(
            fr="« type » vaut « ValidationFault », avec un code tel que 610, 2020, 5010, 5020, 6000, 6140 ou 6240",
            en="“type” is “ValidationFault”, with a code such as 610, 2020, 5010, 5020, 6000, 6140 or 6240",
        ),
        signs=(
            Codes(
                500,
                (600, 699),
                700,
                800,
                900,
                (1000, 1050),
                (2000, 2699),
                3000,
                (4000, 4002),
                (5000, 5030),
                (6000, 6189),
                (6191, 6549),
                10100,
                10200,
            ),
            Name("ValidationFault"),
            *words(
                "business validation error",
                "a business validation error has occurred while processing your request",
                "stale object error",
                "duplicate name exists error",
                "duplicate document number error",
                "the name supplied already exists",
                "is already using this name",
                "string length specified does not match the supported length",
                "does not conform to the syntax rules of RFC 822",
                "txnid cannot be linked",
                "account period closed",
                "cannot update through services API",
                "deposited transaction cannot be changed",
                "this transaction has been deposited",
                "another user has deleted this transaction",
                "working on this at the same time",
                "TxnType=Invoice",
                "something you’re trying to use has been made inactive",
                "you do not have the access rights to use this feature",
                "request has invalid or unsupported property",
            ),
            *words(
                "object not found",
                "permission denied error",
                "required param missing",
                "required parameter is missing",
                "invalid reference id",
                "unsupported operation",
                "unsupported operations",
                "invalid account type",
                "invalid enumeration",
                "malformed request",
                "duplicate request ID",
                "this number has already been used",
                "permission to access this feature",
                "is missing in the request",
                "parent reference invalid",
                "amount is not equal to",
                "batch size exceeds allowed limit",
                "query parser error",
                "QueryValidationError",
                "invalid number",
                "invalid date",
                trust="near",
            ),
            Name("ValidationException", "near"),
            Name("MalformedRequest", "near"),
            *words("QB Validation Exception", "QB Unsupported Exception", "QB Object Not Found Exception"),
            Shape(r"quickbooks\.exceptions\.(?:unsupported|objectnotfound)exception"),
            Name("Quickbooks::InvalidModelException"),
            Name("Quickbooks::RequestTooLarge"),
            All(
                AnyOf(
                    *words(
                        "object not found",
                        "invalid reference id",
                        "required param missing",
                        "stale object",
                        "duplicate name exists",
                        "invalid number",
                    )
                ),
                Shape(r"(?<!\d)(?:610|2\d{3}|50[0-3]0|6[0-4]\d0)(?!\d)"),
            ),
            Said(
                r"invoices? | bills? | customers? | vendors? | items? | payments? | factures? | fournisseurs? | articles? | paiements?",
                r"not found | does not exist | doesn.t exist | inactive | deleted | introuvables? | n.existe pas | inactifs? | supprimee?s?",
            ),
        ),
        cases=(
            Case(
                signs=(
                    Codes(5020, 5030),
                    *words(
                        "permission denied error",
                        "do not have the access rights",
                        "permission to access this feature",
                        "feature not supported",
                        trust="near",
                    ),
                ),
                message=Text(
                    fr="La connexion fonctionne; la personne ou l’abonnement n’a pas droit à cette fonction.",
                    en="The connection works; the person or the plan isn’t entitled to this feature.",
                ),
                help=Text(
                    fr="Demandez à votre client ses droits et son abonnement QuickBooks. Ne changez aucun réglage de connexion.",
                    en="Ask your customer about their rights and their QuickBooks plan. Don’t change any connection settings.",
                ),
                first=1,
            ),
            Case(
                signs=(Codes(610), *words("made inactive")),
                message=Text(
                    fr="La connexion fonctionne; l’enregistrement demandé n’existe pas ou a été désactivé.",
                    en="The connection works; the record that was asked for doesn’t exist or was made inactive.",
                ),
                help=Text(
                    fr="Corrigez la référence, ou réactivez l’enregistrement dans QuickBooks. Ne changez aucun réglage.",
                    en="Correct the reference, or make the record active again in QuickBooks. Don’t change any settings.",
                ),
                first=0,
            ),
        ),
        severity="warning",
        side="code",
        message=Text(
            fr="La connexion fonctionne : Intuit refuse seulement l’enregistrement ou la requête.",
            en="The connection works: Intuit only rejected the record or the query.",
        ),
        help=Text(
            fr="Corrigez ce que « Detail » nomme, puis réessayez. Ne changez ni les clés ni l’URI de redirection.",
            en="Correct what “Detail” names, then try again. Don’t change the keys or the redirect URI.",
        ),
        causes=(
            Cause(
                Text(
                    fr="Une valeur manque, est en double, est périmée ou renvoie à un élément désactivé. « Detail » et « element » disent laquelle.",
                    en="A value is missing, duplicated, stale or refers to something inactive. “Detail” and “element” say which.",
                ),
            ),
            Cause(
                Text(
                    fr="L’abonnement ou les droits de votre client ne comprennent pas cette fonction.",
                    en="Your customer’s plan or rights don’t include this feature.",
                ),
            ),
            Cause(
                Text(
                    fr="L’URL appelée ne contient pas l’ID d’entreprise. Vérifiez « realmId ».",
                    en="The URL your code called doesn’t contain the company ID. Check “realmId”.",
                ),
            ),
        ),
        why=Text(
            fr="Pour répondre ainsi, Intuit a accepté les clés, le jeton et l’entreprise. Il n’y a rien à reconnecter.",
            en="To respond in this way, Intuit accepted the keys, the token and the company. There’s nothing to reconnect.",
        ),
        sources=(
            INTUIT_ERROR_CODES,
            INTUIT_COMMON_ERRORS,
            seen_in("intuit/QuickBooks-V3-DotNET-SDK#353", "2025-05-09"),
            seen_in("mcohen01/node-quickbooks#48", "2016-03-17"),
            seen_in("routablehq/python-quickbooks#127", "2018-10-10"),
            seen_in("intuit/QuickBooks-V3-PHP-SDK#241", "2019-08-02"),
            seen_in("intuit/oauth-jsclient#89", "2020-05-13"),
        ),
        basis=Text(
            fr="Intuit publie chaque code; nous en déduisons que la connexion fonctionne.",
            en="Intuit publishes each code; we infer that the connection works.",
        ),
        examples=(
            '{"Fault":{"Error":[{"Message":"Object Not Found","Detail":"Object Not Found : Something you\'re trying to use has been made inactive.","code":"610","element":""}],"type":"ValidationFault"}}',
            "{ Message: 'A business validation error has occurred while processing your request',\n  Detail: 'Business Validation Error: Unexpected Internal Error. (-30000)',\n  code: '6000',\n  element: '' }",
        ),
    ),
)
