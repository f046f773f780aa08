"""What the check may say."""

from __future__ import annotations

from qbo_checks.model import Field, Rule, Text
from qbo_checks.portal import ENVIRONMENTS
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
            fr="Activez d’abord « Show credentials ». Rien de ce que vous collez n’est envoyé.",
            en="Turn on “Show credentials” first. Nothing you paste is sent anywhere.",
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
            en="To make sure that the same keys aren’t used twice.",
        ),
        secret=True,
        optional=True,
    ),
)
REFUSED = Text(
    fr="La connexion échoue : Intuit répond « invalid_client ».",
    en="Connecting fails: Intuit returns “invalid_client”.",
)
ANEW = Text(
    fr="Ouvrez « Keys and credentials », onglet « {tab} », dans le portail Intuit; activez « Show credentials », puis copiez {the_key}.",
    en="Open “Keys and credentials”, “{tab}” tab, in the Intuit portal, turn on “Show credentials”, then copy {the_key}.",
)
ONLY_THE_VALUE = Text(
    fr="Une clé est comparée telle quelle : tout caractère en trop en fait une autre. Codat demande expressément des clés sans espace.",
    en="Keys are compared exactly: any extra character makes a different key. Codat expressly asks for keys without spaces.",
)
TOKENS_EXPIRE = Text(
    fr="Un jeton ou un code vient d’une connexion, pour une seule entreprise, et il expire. Les clés, elles, identifient votre application; c’est avec elles que Codat obtient ses propres jetons.",
    en="A token or code comes from one connection, for one company, and it expires. Keys identify your app; Codat uses them to get tokens of its own.",
)

RULES = {
    "plausible": Rule(
        "note",
        title=Text(fr="Forme attendue", en="Expected form"),
        message=Text(
            fr="Ces valeurs ont la forme de clés d’Intuit. La forme ne dit ni si elles fonctionnent, ni de quel environnement elles viennent.",
            en="These look like Intuit keys. Their form doesn’t show whether they work or which environment they’re from.",
        ),
        help=Text(
            fr="Les avez-vous copiées toutes les deux de l’onglet « {tab} »? Avec celles de l’autre environnement, la connexion échoue.",
            en="Did you copy both from the “{tab}” tab? Keys from the other environment fail when you connect.",
        ),
        why=Text(
            fr="Les clés de développement ne donnent accès qu’aux entreprises de bac à sable; les clés de production, qu’aux comptes réels. Rien dans leur forme ne les distingue : vous seul savez d’où elles viennent.",
            en="Development keys give access to sandbox companies only; production keys, to live accounts only. Nothing in their form tells them apart: only you know where they came from.",
        ),
        seen=Text(
            fr="Avec les bonnes clés, la page d’autorisation d’Intuit s’ouvre. Avec celles de l’autre environnement : « invalid_client », « No Sandbox companies found for user » ou « ApplicationAuthorizationFailed » (003100).",
            en="With the right keys, Intuit’s authorization page opens. With the other environment’s: “invalid_client”, “No Sandbox companies found for user” or “ApplicationAuthorizationFailed” (003100).",
        ),
        sources=(CODAT_SETUP, MIXED_UP_SEEN, NO_SANDBOX_SEEN),
        # A warning would frighten a reader whose keys look right, and a pass would promise too much.
        asks=True,
    ),
    "taken-apart": Rule(
        "note",
        title=Text(fr="Plusieurs valeurs dans un seul champ", en="Several values in one field"),
        message=Text(
            fr="Ce texte contient plusieurs valeurs. Chacune est vérifiée dans son champ (caractères) : {placed}.",
            en="This text contains several values, each checked in its own field (characters): {placed}.",
        ),
        help=Text(
            fr="Assurez-vous que chacune est à la bonne place. Le reste du texte a été ignoré.",
            en="Make sure that each one is in the right place. The rest of the text was ignored.",
        ),
        why=Text(
            fr="Les clés se rangent souvent ensemble, dans un fichier .env, du JSON ou un tableau. Codat les demande une par une, chacune dans son champ.",
            en="Keys are often kept together in a .env file, JSON or a table. Codat asks for them one at a time, each in its own field.",
        ),
        seen=Text(
            fr="Un bloc collé tel quel dans un champ de Codat ne serait pas une clé : Intuit répondrait « invalid_client ».",
            en="A whole block pasted into one of Codat’s fields isn’t a key: Intuit returns “invalid_client”.",
        ),
        sources=(CODAT_SETUP,),
    ),
    "several-values": Rule(
        "error",
        title=Text(fr="Deux valeurs pour une même clé", en="Two values for one key"),
        message=Text(
            fr="Deux valeurs différentes pourraient être {the_key}; la seconde commence au caractère {position}.",
            en="Two different values could be {the_key}; the second begins at character {position}.",
        ),
        help=Text(
            fr="Ne gardez que celle de l’onglet « {tab} », sous « Keys and credentials ».",
            en="Keep only the one from the “{tab}” tab, under “Keys and credentials”.",
        ),
        why=Text(
            fr="Une application a deux paires de clés, et d’anciennes valeurs restent parfois dans un fichier. Choisir à votre place, ce serait deviner.",
            en="An app has two pairs of keys, and old values sometimes stay behind in a file. Choosing for you would be guessing.",
        ),
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "assigned-twice": Rule(
        "warning",
        title=Text(fr="Nom défini deux fois", en="Name set twice"),
        message=Text(
            fr="Le même nom est défini plus d’une fois ({name}); cette valeur, au caractère {position}, est remplacée par la dernière.",
            en="The same name is set more than once ({name}); this value, at character {position}, is replaced by the last one.",
        ),
        help=Text(
            fr="Supprimez la ligne qui ne sert plus, puis comparez celle qui reste avec l’onglet « {tab} ».",
            en="Delete the line you no longer need, then compare the one that’s left with the “{tab}” tab.",
        ),
        why=Text(
            fr="Quand un nom est répété, la plupart des programmes qui lisent ces fichiers gardent sa dernière valeur. La vérification fait de même.",
            en="When a name is repeated, most programs that read these files keep its last value. This check does the same.",
        ),
        seen=Text(
            fr="Rien, si la dernière valeur est la bonne; « invalid_client » sinon.",
            en="Nothing, if the last value is the right one; “invalid_client” otherwise.",
        ),
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "recognized-by-form": Rule(
        "note",
        title=Text(fr="Clé reconnue à sa forme", en="Key recognized by its form"),
        message=Text(
            fr="Le nom de cette valeur (caractère {position}) ne dit pas de quelle clé il s’agit; d’après sa longueur, c’est {the_key}.",
            en="The name of this value (character {position}) doesn’t say which key this is; its length suggests {the_key}.",
        ),
        help=Text(
            fr="Assurez-vous que cette valeur vient bien de « Keys and credentials », onglet « {tab} ».",
            en="Make sure that this value comes from “Keys and credentials”, the “{tab}” tab.",
        ),
        why=Text(
            fr="Les clés d’autres services ont parfois la même longueur. Sans un nom qui le confirme, la forme ne suffit pas.",
            en="Other services’ keys sometimes have the same length. Without a name that confirms it, form isn’t enough.",
        ),
        seen=Text(
            fr="Rien, si c’est bien la clé; « invalid_client » sinon.",
            en="Nothing, if it’s the key after all; “invalid_client” otherwise.",
        ),
        sources=(INTUIT_DOTNET_SDK, INTUIT_PHP_SAMPLE),
    ),
    "commented-out": Rule(
        "error",
        title=Text(fr="Clés en commentaire", en="Keys in a comment"),
        message=Text(
            fr="Les seules clés de ce texte sont dans un commentaire (caractère {position}) : aucun programme ne les lit.",
            en="The only keys in this text are in a comment (character {position}), which no program reads.",
        ),
        help=Text(
            fr="Si ce sont les bonnes, collez-les sans le signe de commentaire. Sinon, copiez celles de l’onglet « {tab} ».",
            en="If they’re the right ones, paste them without the comment marker. Otherwise, copy those of the “{tab}” tab.",
        ),
        why=Text(
            fr="On met souvent en commentaire d’anciennes clés, ou celles d’un autre environnement. Les proposer, ce serait deviner.",
            en="Comments often contain old keys, or another environment’s. Offering them would be guessing.",
        ),
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "token-beside": Rule(
        "warning",
        title=Text(fr="Jeton à côté des clés", en="Token beside the keys"),
        message=Text(
            fr="Ce texte contient aussi un jeton (caractère {position}). Codat n’en a pas besoin.",
            en="This text also contains a token (character {position}). Codat doesn’t need it.",
        ),
        help=Text(
            fr="Ne collez que les deux clés dans Codat. Si ce texte a été partagé, faites révoquer le jeton.",
            en="Paste only the two keys into Codat. If this text was shared, have the token revoked.",
        ),
        why=TOKENS_EXPIRE,
        seen=Text(
            fr="Rien à la connexion. Mais toute personne qui détient un jeton d’actualisation a accès aux données d’une entreprise.",
            en="Nothing when you connect. But anyone who has a refresh token can access a company’s data.",
        ),
        sources=(RFC6749_REFRESH, INTUIT_JS_CLIENT),
    ),
    "other-values": Rule(
        "error",
        title=Text(fr="D’autres valeurs que les clés", en="Values that aren’t keys"),
        message=Text(
            fr="Ce texte ne contient aucune clé de l’application, mais ceci : {kinds}.",
            en="This text contains none of the app’s keys. It contains: {kinds}.",
        ),
        help=Text(
            fr="Ouvrez « Keys and credentials », onglet « {tab} », dans le portail Intuit; activez « Show credentials », puis copiez les deux clés.",
            en="Open “Keys and credentials”, “{tab}” tab, in the Intuit portal, turn on “Show credentials”, then copy both keys.",
        ),
        why=TOKENS_EXPIRE,
        seen=REFUSED,
        sources=(RFC6749_REFRESH, INTUIT_JS_CLIENT),
    ),
    "base64": Rule(
        "error",
        title=Text(fr="Clé encodée en base64", en="Key encoded in base64"),
        message=Text(
            fr="C’est {the_key} encodé en base64, comme dans un « Secret » Kubernetes.",
            en="This is {the_key} encoded in base64, as in a Kubernetes “Secret”.",
        ),
        help=Text(
            fr="Collez la clé décodée. L’encodage ne protège rien : toute personne qui voit cette valeur a la clé.",
            en="Paste the decoded key. The encoding protects nothing: anyone who sees this value has the key.",
        ),
        why=Text(
            fr="Kubernetes garde en base64 ce qui se trouve sous « data ». Codat a besoin de la clé elle-même, décodée.",
            en="Kubernetes keeps what’s under “data” in base64. Codat needs the key itself, decoded.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CHARACTERS, INVALID_CLIENT_SEEN),
    ),
    "other-environment-label": Rule(
        "warning",
        title=Text(fr="Étiquette de l’autre environnement", en="Label of the other environment"),
        message=Text(
            fr="Une étiquette du texte collé désigne {other}, mais cette étape concerne {environment}.",
            en="A label in your text is for {other}, but this step is for {environment}.",
        ),
        help=Text(
            fr="Copiez les clés de l’onglet « {tab} » dans le portail Intuit.",
            en="Copy the keys from the “{tab}” tab in the Intuit portal.",
        ),
        why=Text(
            fr="Une personne a écrit cette étiquette et a pu se tromper, mais c’est le seul indice : les clés elles-mêmes n’en donnent aucun.",
            en="Someone wrote that label and may have made a mistake, but it’s the only clue: the keys themselves give none.",
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
        message=Text(fr="Il manque {the_key} : le champ est vide.", en="The field for {the_key} is empty."),
        help=ANEW,
        why=Text(
            fr="Il faut les deux clés : l’ID client désigne votre application, et le secret client prouve que c’est bien elle.",
            en="Both keys are needed: the client ID identifies your app, and the client secret proves that the request is from it.",
        ),
        seen=Text(
            fr="Ni Intuit ni Codat ne documente ce qui s’affiche alors. Sans ses deux clés, l’intégration de Codat ne peut pas se connecter à Intuit.",
            en="Neither Intuit nor Codat documents what you see in this case. Without both keys, Codat’s integration can’t connect to Intuit.",
        ),
        sources=(CODAT_SETUP, RFC6749_CLIENT_SECRET),
    ),
    "surrounding-space": Rule(
        "error",
        title=Text(fr="Espace autour de la clé", en="Space around the key"),
        message=Text(
            fr="Une espace ou un saut de ligne précède ou suit la clé (caractère {position}).",
            en="There’s a space or a line break before or after the key (character {position}).",
        ),
        help=Text(
            fr="Supprimez les espaces et les sauts de ligne : une clé n’a que des lettres et des chiffres, du premier caractère au dernier.",
            en="Delete any spaces and line breaks: a key has only letters and digits, from its first character to its last.",
        ),
        why=ONLY_THE_VALUE,
        seen=REFUSED,
        sources=(CODAT_SETUP, INVALID_CLIENT_SEEN),
    ),
    "wrapped": Rule(
        "error",
        title=Text(fr="Caractères en trop autour de la clé", en="Extra characters around the key"),
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
            fr="La clé contient un caractère invisible : {character}, au caractère {position} ({count} en tout).",
            en="The key contains an invisible character: {character}, at character {position} ({count} in all).",
        ),
        help=Text(
            fr="Recopiez la clé depuis le portail plutôt que depuis un courriel, un PDF ou une messagerie.",
            en="Copy the key again from the portal rather than from an email, a PDF or a chat.",
        ),
        why=Text(
            fr="Des logiciels glissent de tels caractères dans le texte, pour le couper ou le mettre en page. Personne ne les voit, et ils font pourtant partie de ce qui est comparé.",
            en="Some programs slip such characters into text, to break lines or lay text out. You can’t see them, but they’re part of what’s compared.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CHARACTERS,),
    ),
    "inner-space": Rule(
        "error",
        title=Text(fr="Espace dans la clé", en="Space inside the key"),
        message=Text(
            fr="Il y a une espace à l’intérieur de la clé (caractère {position}).",
            en="There’s a space inside the key (character {position}).",
        ),
        help=Text(
            fr="Supprimez-la. S’il y en a plusieurs, recopiez plutôt la clé depuis le portail.",
            en="Delete it. If there are several, copy the key again from the portal.",
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
            en="Character {position} looks like an ordinary letter or digit but is a different character: {character}.",
        ),
        help=Text(
            fr="Recopiez la clé depuis le portail Intuit, sans essayer de la corriger à l’œil.",
            en="Copy the key again from the Intuit portal. Don’t try to fix it by eye.",
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
        title=Text(fr="Caractère absent de toute clé", en="Character that no key contains"),
        message=Text(
            fr="Le caractère {position} ne peut pas figurer dans une clé : {character}.",
            en="Character {position} can’t be part of a key: {character}.",
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
        title=Text(fr="Caractère inattendu dans la clé", en="Unexpected character in the key"),
        message=Text(
            fr="Le caractère {position} n’est ni une lettre ni un chiffre.",
            en="Character {position} is neither a letter nor a digit.",
        ),
        help=Text(
            fr="Vérifiez que c’est bien une clé d’Intuit. Dans le portail, ouvrez « Keys and credentials », onglet « {tab} », et recopiez {the_key}.",
            en="Make sure it’s an Intuit key. In the portal, open “Keys and credentials”, “{tab}” tab, and copy {the_key} again.",
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
            fr="C’est un texte à remplacer, et non la clé.",
            en="This is a placeholder, not the key.",
        ),
        help=ANEW,
        why=Text(
            fr="Les guides et les fichiers d’exemple mettent un texte d’exemple là où va la clé. Il reste parfois quand le fichier est repris.",
            en="Guides and sample files put a sample text where the key goes. It sometimes stays when the file is reused.",
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
            fr="Le portail cache les clés tant que « Show credentials » n’est pas activé. Jusque-là, vous ne copieriez que des points.",
            en="The portal hides keys until you turn on “Show credentials”. Before then, you’d be copying dots.",
        ),
        seen=REFUSED,
        sources=(INTUIT_PHP_SAMPLE, INVALID_CLIENT_SEEN),
    ),
    "too-short": Rule(
        "error",
        title=Text(fr="Clé trop courte", en="Key too short"),
        message=Text(
            fr="Un {name} a {expected} caractères; celui-ci en a {length} : il en manque {difference}.",
            en="A {name} has {expected} characters; this one has {length}: {difference} too few.",
        ),
        help=Text(
            fr="Recopiez la valeur en entier, de l’onglet « {tab} » du portail : la copie s’est sans doute arrêtée trop tôt.",
            en="Copy the whole value again from the portal’s “{tab}” tab: the copy probably stopped too soon.",
        ),
        why=Text(
            fr="Intuit ne publie aucun format, mais tous les ID clients connus ont 50 caractères et tous les secrets clients 40. Une sélection à la souris en perd facilement un à chaque bout.",
            en="Intuit publishes no format, but every known client ID has 50 characters and every client secret 40. When you select with the mouse, it’s easy to miss one at either end.",
        ),
        seen=REFUSED,
        sources=(INTUIT_DOTNET_SDK, INTUIT_PHP_SAMPLE),
    ),
    "too-long": Rule(
        "error",
        title=Text(fr="Clé trop longue", en="Key too long"),
        message=Text(
            fr="Un {name} a {expected} caractères; celui-ci en a {length} : {difference} de trop.",
            en="A {name} has {expected} characters; this one has {length}: {difference} too many.",
        ),
        help=Text(
            fr="Videz le champ et recopiez la clé seule : elle a sans doute été collée deux fois, ou avec autre chose.",
            en="Clear the field and copy the key alone: it was probably pasted twice, or along with something else.",
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
            fr="Les valeurs semblent interverties : l’ID client a {id_length} caractères, la longueur d’un secret; le secret client en a {secret_length}.",
            en="The values look swapped: the client ID has {id_length} characters, the length of a secret; the client secret has {secret_length}.",
        ),
        help=Text(fr="Échangez-les.", en="Swap them."),
        why=Text(
            fr="Un secret collé dans le champ de l’ID est traité comme un ID : il apparaît dans des URL et peut se retrouver dans des journaux.",
            en="A secret that’s pasted in place of the ID is treated as an ID: it appears in URLs and can end up in logs.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CLIENT_ID, RFC6749_TOKEN_ERRORS),
    ),
    "is-client-secret": Rule(
        "error",
        title=Text(fr="Secret client au lieu de l’ID", en="Client secret instead of the ID"),
        message=Text(
            fr="Cette valeur a {length} caractères, la longueur d’un secret client. Il faut ici un ID client, de {expected} caractères.",
            en="This value has {length} characters, the length of a client secret. This field needs a client ID, of {expected} characters.",
        ),
        help=ANEW,
        why=Text(
            fr="L’ID client figure dans l’URL d’autorisation, que vos clients peuvent lire. Un secret mis à sa place y figurerait aussi.",
            en="The client ID is in the authorization URL, which your customers can read. A secret in its place would be there too.",
        ),
        seen=REFUSED,
        sources=(RFC6749_CLIENT_ID, INTUIT_PHP_SAMPLE),
    ),
    "is-client-id": Rule(
        "error",
        title=Text(fr="ID client au lieu du secret", en="Client ID instead of the secret"),
        message=Text(
            fr="Cette valeur a {length} caractères, la longueur d’un ID client. Il faut ici un secret client, de {expected} caractères.",
            en="This value has {length} characters, the length of a client ID. This field needs a client secret, of {expected} characters.",
        ),
        help=ANEW,
        why=Text(
            fr="Les deux clés se suivent dans le portail et se confondent à la copie. L’ID n’est pas un secret : il ne prouve rien.",
            en="The two keys are next to each other in the portal and easy to confuse. The ID isn’t a secret: it proves nothing.",
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
            fr="Copiez l’ID client (50 caractères) et le secret client (40) l’un après l’autre : la seconde copie a sans doute échoué.",
            en="Copy the client ID (50 characters) and the client secret (40) one after the other: the second copy probably failed.",
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
            fr="Les deux environnements ont ici le même ID client : l’un des deux est faux.",
            en="Both environments have the same client ID here: one of them is wrong.",
        ),
        help=Text(
            fr="Ouvrez « Keys and credentials » : chaque onglet a son propre ID client. Pour {environment}, copiez celui de l’onglet « {tab} ».",
            en="Open “Keys and credentials”: each tab has its own client ID. For {environment}, copy the one from the “{tab}” tab.",
        ),
        why=Text(
            fr="Les clés de développement et de production ne sont pas interchangeables : celles de développement ne fonctionnent pas avec les comptes réels.",
            en="Development and production keys aren’t interchangeable: development keys don’t work with live accounts.",
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
            en="This client ID doesn’t begin with “AB”, nor with “Q0” or “L0” as older ones do.",
        ),
        help=Text(
            fr="Comparez les premiers caractères avec ceux du portail. Ce n’est pas une erreur en soi.",
            en="Compare the first characters with those in the portal. This isn’t an error in itself.",
        ),
        why=Text(
            fr="Intuit ne publie aucun format et a déjà changé celui d’autres valeurs. Le début est peut-être nouveau, ou les premiers caractères n’ont pas été copiés.",
            en="Intuit publishes no format, and has already changed the format of other values. The beginning may be new, or the first characters weren’t copied.",
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
            fr="Cette valeur a la longueur d’une clé, mais ne mêle pas majuscules et minuscules comme les clés connues.",
            en="This value is as long as a key, but known keys mix capital and small letters, and this one doesn’t.",
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
            en="Nothing, if it’s the key after all; “invalid_client” otherwise.",
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
            fr="Cette valeur a la forme d’un code d’autorisation, celui qu’Intuit ajoute à l’URL de retour d’une connexion.",
            en="This value has the form of an authorization code, which Intuit adds to the URL when someone connects.",
        ),
        help=ANEW,
        why=TOKENS_EXPIRE,
        seen=REFUSED,
        sources=(RFC6749_CODE, INTUIT_JS_CLIENT),
    ),
    "is-expired-token": Rule(
        "error",
        title=Text(fr="Identifiant d’un jeton expiré", en="Identifier of an expired token"),
        message=Text(
            fr="Cette valeur est l’identifiant qu’Intuit donne après « Token expired: », et non une clé.",
            en="This value is the identifier that Intuit gives after “Token expired:”, not a key.",
        ),
        help=ANEW,
        why=Text(
            fr="Un tel identifiant commence par « AB0 » et une date. Il a la longueur d’un ID client, mais il vient d’un message d’erreur.",
            en="Such an identifier begins with “AB0” and a date. It’s as long as a client ID, but it comes from an error message.",
        ),
        seen=REFUSED,
        sources=(INTUIT_JAVA_SDK,),
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
            en="This value has the form of an ID token (three parts separated by dots), not of a key.",
        ),
        help=ANEW,
        why=Text(
            fr="Un jeton d’identité dit qui a ouvert une session, et il expire. Il n’identifie pas votre application.",
            en="An ID token says who signed in, and it expires. It doesn’t identify your app.",
        ),
        seen=REFUSED,
        sources=(RFC7519_JWT,),
    ),
    "is-realm-id": Rule(
        "error",
        title=Text(fr="ID d’entreprise QuickBooks (realm ID)", en="QuickBooks company ID (realm ID)"),
        message=Text(
            fr="Cette valeur n’a que des chiffres, {length} en tout : la forme d’un ID d’entreprise QuickBooks (realm ID).",
            en="This value has only digits, {length} of them: the form of a QuickBooks company ID (realm ID).",
        ),
        help=ANEW,
        why=Text(
            fr="Cet ID désigne l’entreprise d’un client, et non votre application. Codat l’obtient à la connexion.",
            en="This ID identifies a customer’s company, not your app. Codat gets it when the customer connects.",
        ),
        seen=REFUSED,
        sources=(NANGO_PROVIDERS, INTUIT_PHP_SAMPLE),
    ),
    "is-oauth1": Rule(
        "error",
        title=Text(fr="Clé d’OAuth 1", en="OAuth 1 key"),
        message=Text(
            fr="Cette valeur a la forme d’une clé ou d’un jeton d’OAuth 1, l’ancien protocole d’Intuit.",
            en="This value has the form of a key or token from OAuth 1, Intuit’s former protocol.",
        ),
        help=ANEW,
        why=Text(
            fr="Codat se connecte avec OAuth 2.0. Une clé d’OAuth 1 ne fonctionne qu’avec l’ancien protocole.",
            en="Codat connects with OAuth 2.0. An OAuth 1 key works only with the former protocol.",
        ),
        seen=REFUSED,
        sources=(RFC5849_CREDENTIALS, INTUIT_DOTNET_SDK),
    ),
    "is-uuid": Rule(
        "error",
        title=Text(fr="UUID", en="UUID"),
        message=Text(
            fr="Cette valeur est un UUID : l’« App ID » d’Intuit, ou un identifiant de Codat. Ce n’est pas une clé.",
            en="This value is a UUID: Intuit’s “App ID”, or one of Codat’s identifiers. It isn’t a key.",
        ),
        help=ANEW,
        why=Text(
            fr="Dans la page de l’application, Intuit affiche un « App ID » de cette forme. Codat désigne ainsi les entreprises et les connexions. Aucun des deux ne sert de clé.",
            en="The app’s page in the Intuit portal shows an “App ID” of this form. Codat gives such IDs to companies and connections. Neither works as a key.",
        ),
        seen=REFUSED,
        sources=(RFC9562_UUID,),
    ),
    "is-url": Rule(
        "error",
        title=Text(fr="URL au lieu d’une clé", en="URL instead of a key"),
        message=Text(
            fr="C’est une URL, et non une clé.",
            en="This is a URL, not a key.",
        ),
        help=Text(
            fr="Ouvrez « Keys and credentials », onglet « {tab} », et copiez {the_key}. Une URI de redirection va sous « Redirect URIs ».",
            en="Open “Keys and credentials”, “{tab}” tab, and copy {the_key}. A redirect URI goes under “Redirect URIs”.",
        ),
        why=Text(
            fr="L’URL « https:// » de la page, ou l’URI de redirection copiée juste avant, reste souvent dans le presse-papiers.",
            en="The page’s “https://” URL, or the redirect URI copied just before, often stays in the clipboard.",
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
            fr="Copiez les deux clés séparément, sous « Keys and credentials », onglet « {tab} ». L’en-tête n’est pas décodé, car il contient votre secret.",
            en="Copy the two keys separately, under “Keys and credentials”, “{tab}” tab. The header isn’t decoded, because it contains your secret.",
        ),
        why=Text(
            fr="Base64 n’est pas un chiffrement : toute personne qui voit cet en-tête a votre secret. S’il a été partagé, remplacez le secret.",
            en="Base64 isn’t encryption: anyone who sees this header has your secret. If it was shared, rotate the secret.",
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
            fr="Un gestionnaire de mots de passe prend parfois ces champs pour une page d’ouverture de session et les remplit d’une adresse de courriel et d’un mot de passe.",
            en="A password manager sometimes takes these fields for a sign-in page and fills in an email address and a password.",
        ),
        seen=REFUSED,
        sources=(RFC5322_ADDRESS,),
    ),
}
