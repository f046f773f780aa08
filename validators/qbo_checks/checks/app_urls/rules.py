"""What the check may say."""

from __future__ import annotations

from dataclasses import replace

from qbo_checks.checks import redirect_uri
from qbo_checks.model import Case, Field, Rule, Text
from qbo_checks.sources import (
    CODAT_HOSTED_LINK,
    CODAT_SETUP,
    CODAT_UNLINK,
    INTUIT_APP_SETTINGS,
    INTUIT_RECONNECT_URL,
    INTUIT_REDIRECT_URI,
    INTUIT_SECURITY,
    INTUIT_TECHNICAL,
    NEXT_ROUTE_GROUPS,
    RFC1035_NAMES,
    RFC2606_EXAMPLES,
    RFC3986_AUTHORITY,
    RFC3986_CHARACTERS,
    RFC3986_FRAGMENT,
    RFC3986_REFERENCE,
    RFC3986_SCHEME,
    RFC3986_USERINFO,
    RFC3986_WRITTEN,
    RFC5890_INTERNATIONAL,
    RFC6761_SPECIAL,
    RFC9110_LENGTH,
)

LABELS = {
    "host_domain": Text(fr="Domaine hôte (Host domain)", en="Host domain"),
    "launch_url": Text(fr="URL de lancement (Launch URL)", en="Launch URL"),
    "disconnect_url": Text(fr="URL de déconnexion (Disconnect URL)", en="Disconnect URL"),
    "reconnect_url": Text(fr="URL de reconnexion (Connect/Reconnect URL)", en="Connect/Reconnect URL"),
    "eula_url": Text(
        fr="Contrat de licence (End User License Agreement URL)", en="End User License Agreement URL"
    ),
    "privacy_url": Text(fr="Politique de confidentialité (Privacy Policy URL)", en="Privacy Policy URL"),
}
"""The portal's labels, which exist in English only; in French, what they mean comes first."""

PURPOSES = {
    "host_domain": Text(
        fr="le domaine de votre application, sans « https:// » (app.example.com)",
        en="your app’s domain, without “https://” (app.example.com)",
    ),
    "launch_url": Text(
        fr="la page d’ouverture de session de votre application",
        en="the page where people sign in to your app",
    ),
    "disconnect_url": Text(
        fr="une page qui confirme la déconnexion et explique comment se reconnecter",
        en="a page that confirms the disconnection and explains how to reconnect",
    ),
    "reconnect_url": Text(
        fr="la page d’où vos clients peuvent reconnecter QuickBooks",
        en="the page where customers can reconnect QuickBooks",
    ),
    "eula_url": Text(
        fr="votre contrat de licence d’utilisateur final, public et lisible sans ouvrir de session",
        en="your end user licence agreement, public and readable without signing in",
    ),
    "privacy_url": Text(
        fr="votre politique de confidentialité, publique et lisible sans ouvrir de session",
        en="your privacy policy, public and readable without signing in",
    ),
}

HOST = "host_domain"

TITLE = Text(fr="URL de l’application", en="App URLs")

FIELDS = tuple(
    Field(
        name,
        label=label,
        hint=Text(
            fr=f"Intuit attend ici {PURPOSES[name].fr}.",
            en=f"Intuit expects {PURPOSES[name].en}.",
        ),
        optional=True,
    )
    for name, label in LABELS.items()
)

UNPUBLISHED = Text(
    fr="Intuit ne publie pas les messages de ce champ. Au mieux, le portail refuse d’enregistrer; au pire, il enregistre une URL qui ne mène nulle part.",
    en="Intuit doesn’t publish this field’s messages. At best the portal refuses to save; at worst it saves a URL that leads nowhere.",
)
BROKEN = Text(
    fr="Rien dans le portail, le plus souvent : c’est votre client qui voit une erreur du navigateur au lieu de votre page.",
    en="Usually nothing in the portal: your customer is the one who sees a browser error instead of your page.",
)
NOTHING = Text(
    fr="Rien de connu : ni Intuit ni Codat ne publie de message à ce sujet.",
    en="Nothing known: neither Intuit nor Codat publishes a message about it.",
)

# What stands in a placeholder below, where one sentence does not suit every case.
ONE_EACH = Text(fr="N’en gardez qu’une par champ.", en="Keep only one in each field.")
EACH_IN_ITS_FIELD = Text(
    fr="Copiez-les une à une : chacune est proposée dans le champ que nomme son étiquette.",
    en="Copy them one by one: each is offered in the field that its label names.",
)

TOKEN_OF_OWN = Case(
    message=Text(
        fr="À partir du caractère {position}, cette URL contient une valeur secrète ou à usage unique.",
        en="From character {position} on, this URL contains a secret or one-time value.",
    ),
    help=Text(
        fr="Donnez plutôt {purpose}, à une URL sans cette valeur. Révoquez la valeur si elle sert encore.",
        en="Give {purpose}, at a URL without that value. Revoke the value if it still works.",
    ),
)
"""What ``one-time-link`` says of a URL that isn't Codat's."""

OWN_COMPANY = Case(
    message=Text(
        fr="« {found} » (caractère {position}) désigne l’entreprise d’un seul client.",
        en="“{found}” (character {position}) names one customer’s company.",
    ),
    help=Text(
        fr="Retirez ce paramètre : Intuit ajoute lui-même « realmId » quand il ouvre la page.",
        en="Remove this parameter: Intuit adds “realmId” itself when it opens the page.",
    ),
)
"""What ``company-link`` says of a URL that isn't Codat's."""

OWN_ENDPOINT = Case(
    message=Text(
        fr="« {found} » (caractère {position}) annonce un point de terminaison pour des programmes, et non une page.",
        en="“{found}” (character {position}) suggests an endpoint for programs, not a page.",
    ),
    help=Text(
        fr="Donnez plutôt {purpose}.",
        en="Replace it with {purpose}.",
    ),
)
"""What ``api-endpoint`` says of a URL that isn't Codat's."""

RULES = {
    "well-formed": Rule(
        "note",
        title=Text(fr="Forme correcte", en="Well formed"),
        message=Text(
            fr="La forme des URL est correcte. Cette vérification ne les ouvre pas.",
            en="The URLs are well formed. This check doesn’t open them.",
        ),
        help=Text(
            fr="Ouvrez chacune dans une fenêtre de navigation privée : c’est ainsi que l’équipe d’Intuit et vos clients la verront.",
            en="Open each one in a private window: that’s how Intuit’s reviewers and your customers will see it.",
        ),
        why=Text(
            fr="Une URL bien écrite peut mener à une page absente, ou qui exige une ouverture de session. Seule une visite le montre.",
            en="A well-formed URL can lead to a page that’s missing or requires signing in. Only a visit shows it.",
        ),
        seen=Text(
            fr="Intuit ne documente pas ce que le portail affiche. Selon notre déduction, il enregistre l’URL.",
            en="Intuit doesn’t document what the portal shows. We infer that it saves the URL.",
        ),
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Rien à vérifier", en="Nothing to check"),
        message=Text(fr="Tous les champs sont vides.", en="All fields are empty."),
        help=Text(
            fr="Collez au moins une URL; remplissez les six champs pour tout vérifier.",
            en="Paste at least one URL; fill in all six fields to check everything.",
        ),
        why=Text(
            fr="Intuit ne donne pas les clés de production tant que ces URL manquent.",
            en="Intuit doesn’t grant production keys while these URLs are missing.",
        ),
        seen=Text(
            fr="La liste « App details » reste incomplète et les clés de production restent cachées.",
            en="The “App details” list stays incomplete, and the production keys stay hidden.",
        ),
        sources=(INTUIT_APP_SETTINGS,),
    ),
    # A note, because the reader may be checking one URL at a time; never a pass, because Intuit requires all six.
    "missing": Rule(
        "note",
        title=Text(fr="Champs encore vides", en="Fields still empty"),
        message=Text(
            fr="Il reste à remplir {empty}.",
            en="You haven’t filled in {empty}.",
        ),
        help=Text(
            fr="Remplissez chaque champ avant de demander les clés de production : Intuit exige les six.",
            en="Fill in every field before you ask for production keys: Intuit requires all six.",
        ),
        why=Text(
            fr="Les tâches de la liste « App details » sont toutes obligatoires, y compris le contrat et la politique de confidentialité. Intuit a annoncé le champ « Connect/Reconnect URL » pour janvier 2026; la documentation de Codat n’en parle pas.",
            en="Every task in “App details” is mandatory, including the licence agreement and privacy policy. Intuit announced the “Connect/Reconnect URL” field for January 2026; Codat’s documentation doesn’t mention it.",
        ),
        seen=Text(
            fr="La liste « App details » reste incomplète et les clés de production restent cachées.",
            en="The “App details” list stays incomplete, and the production keys stay hidden.",
        ),
        sources=(INTUIT_APP_SETTINGS, INTUIT_RECONNECT_URL),
        asks=True,
    ),
    "too-long": Rule(
        "error",
        title=Text(fr="URL trop longue", en="URL too long"),
        message=Text(
            fr="Ce champ contient {length} caractères : au-delà de {limit}, une URL risque d’être refusée.",
            en="This field contains {length} characters: a URL of over {limit} may be refused.",
        ),
        help=Text(
            fr="Ne collez que l’URL de la page, sans le texte qui l’entoure.",
            en="Paste only the page’s URL, without the text around it.",
        ),
        why=Text(
            fr="La norme HTTP recommande d’accepter les URL d’au moins 8000 octets. Au-delà, rien ne garantit qu’un navigateur ou un serveur accepte l’URL.",
            en="The HTTP standard recommends support for URLs of at least 8000 octets. Beyond that, a browser or a server may not accept the URL.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC9110_LENGTH,),
    ),
    "surrounding-space": Rule(
        "error",
        title=Text(fr="Espace autour de l’URL", en="Space around the URL"),
        message=Text(
            fr="Une espace ou un saut de ligne précède ou suit l’URL (caractère {position}).",
            en="There’s a space or a line break before or after the URL (character {position}).",
        ),
        help=Text(fr="Supprimez les espaces et les sauts de ligne.", en="Delete any spaces and line breaks."),
        why=Text(
            fr="Une URL ne contient pas d’espace. Aucun document d’Intuit ne promet que le portail la retire à l’enregistrement.",
            en="A URL doesn’t contain spaces. No Intuit document promises that the portal removes one when you save.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_WRITTEN,),
    ),
    "wrapped": Rule(
        "error",
        title=Text(fr="Caractères en trop autour de l’URL", en="Extra characters around the URL"),
        message=Text(
            fr="« {found} » a été copié avec l’URL (caractère {position}).",
            en="“{found}” was copied along with the URL (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que l’URL, sans guillemets, parenthèses, crochets, balisage Markdown ni ponctuation finale.",
            en="Keep only the URL, without quotes, brackets, Markdown or final punctuation.",
        ),
        why=Text(
            fr="Ces caractères viennent du document d’où l’URL a été copiée. Enregistrés, ils en font partie et la page ne s’ouvre plus.",
            en="These characters come from the document that the URL was copied from. Once saved, they’re part of it, and the page no longer opens.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_WRITTEN,),
    ),
    "label-included": Rule(
        "error",
        title=Text(fr="Étiquette copiée avec l’URL", en="Label copied with the URL"),
        message=Text(
            fr="« {found} » a été copié avec l’URL et n’en fait pas partie (caractère {position}).",
            en="“{found}” was copied along with the URL and isn’t part of it (character {position}).",
        ),
        help=Text(fr="Ne gardez que ce qui suit.", en="Keep only what follows it."),
        why=Text(
            fr="Une ligne copiée d’un document ou d’un fichier de configuration commence souvent par le nom du champ.",
            en="A line copied from a document or a settings file often begins with the field’s name.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_WRITTEN,),
    ),
    "invisible-character": Rule(
        "error",
        title=Text(fr="Caractère invisible", en="Invisible character"),
        message=Text(
            fr="Le caractère {position} est invisible : {found}.",
            en="Character {position} is invisible: {found}.",
        ),
        help=Text(
            fr="Retapez l’URL, ou copiez la valeur corrigée.",
            en="Type the URL again, or copy the corrected value.",
        ),
        why=Text(
            fr="Les pages web et les traitements de texte glissent dans leurs textes des caractères sans largeur. L’œil ne les voit pas; le serveur, oui.",
            en="Web pages and word processors slip characters without width into their text. The eye doesn’t see them; the server does.",
        ),
        seen=BROKEN,
        sources=(RFC3986_CHARACTERS,),
    ),
    "inner-space": Rule(
        "error",
        title=Text(fr="Espace dans l’URL", en="Space inside the URL"),
        message=Text(
            fr="Une espace ou un saut de ligne coupe l’URL (caractère {position}).",
            en="A space or a line break splits the URL (character {position}).",
        ),
        help=Text(
            fr="Réunissez les morceaux si l’URL a été coupée en fin de ligne. Sinon, copiez-la de nouveau depuis la barre d’adresse.",
            en="Join the pieces if the URL was wrapped at the end of a line. Otherwise, copy it again from the address bar.",
        ),
        why=Text(
            fr="Une URL ne contient pas d’espace : ce qui suit serait perdu ou lu autrement.",
            en="A URL contains no space: what follows would be lost or read differently.",
        ),
        seen=BROKEN,
        sources=(RFC3986_WRITTEN, RFC3986_CHARACTERS),
    ),
    "several-urls": Rule(
        "error",
        title=Text(fr="Plusieurs URL", en="Several URLs"),
        message=Text(
            fr="Ce champ contient plusieurs URL; la deuxième commence au caractère {position}.",
            en="This field contains several URLs; the second begins at character {position}.",
        ),
        help=Text(fr="{advice}", en="{advice}"),
        why=Text(
            fr="Chaque champ du portail désigne une seule page. La vérification ne devine pas laquelle vous vouliez.",
            en="Each of the portal’s fields names one page. The check doesn’t guess which one you meant.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "fullwidth-character": Rule(
        "error",
        title=Text(fr="Caractère pleine chasse", en="Full-width character"),
        message=Text(
            fr="« {found} » (caractère {position}) est un caractère pleine chasse.",
            en="“{found}” (character {position}) is a full-width character.",
        ),
        help=Text(
            fr="Tapez le caractère ordinaire du clavier.", en="Type the keyboard’s ordinary character."
        ),
        why=Text(
            fr="Les claviers d’Asie de l’Est écrivent aussi une forme large de chaque caractère. Une URL n’admet que la forme ordinaire.",
            en="East Asian keyboards can also type a wide form of every character. A URL takes only the ordinary form.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_CHARACTERS,),
    ),
    "backslash": Rule(
        "error",
        title=Text(fr="Barre oblique inversée", en="Backslash"),
        message=Text(
            fr="Le caractère {position} est une barre oblique inversée.",
            en="Character {position} is a backslash.",
        ),
        help=Text(fr="Écrivez « / ».", en="Write “/”."),
        why=Text(
            fr="La barre inversée sépare les dossiers sous Windows. Les navigateurs la remplacent en silence par une barre oblique; un serveur ne le fait pas toujours.",
            en="The backslash separates folders in Windows. Browsers silently turn it into a slash; a server may not.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_CHARACTERS,),
    ),
    # These say the same of any address as of the redirect URI; only what is shown then is another matter.
    **{
        name: replace(redirect_uri.RULES[name], seen=UNPUBLISHED)
        for name in ("escaped-character", "defanged", "percent-encoded")
    },
    "missing-scheme": Rule(
        "error",
        title=Text(fr="« https:// » manquant", en="Missing “https://”"),
        message=Text(
            fr="L’URL doit commencer par « https:// » (caractère {position}).",
            en="The URL must begin with “https://” (character {position}).",
        ),
        help=Text(fr="Ajoutez « https:// » au début.", en="Add “https://” in front."),
        why=Text(
            fr="Le portail attend une URL absolue. La barre d’adresse masque souvent « https:// », et il se perd à la copie.",
            en="The portal expects an absolute URL. Address bars often hide “https://”, so it gets lost in copying.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS, RFC3986_REFERENCE),
    ),
    "malformed-scheme": Rule(
        "error",
        title=Text(fr="Début mal écrit", en="Malformed beginning"),
        message=Text(
            fr="L’URL commence par « {found} » au lieu de « https:// » (caractère {position}).",
            en="The URL begins with “{found}” instead of “https://” (character {position}).",
        ),
        help=Text(
            fr="Écrivez « https:// » une seule fois : un deux-points, puis deux barres obliques.",
            en="Write “https://” once: one colon, then two slashes.",
        ),
        why=Text(
            fr="Selon la norme, il n’y a d’hôte qu’après « // »; un navigateur corrige parfois l’URL, d’autres logiciels non. Dans un champ qui contient déjà « https:// », une URL collée l’ajoute une seconde fois.",
            en="By the standard, only what follows “//” is a host; a browser may correct the URL, but other software may not. If a field already contains “https://”, pasting a URL adds it again.",
        ),
        seen=BROKEN,
        sources=(RFC3986_AUTHORITY,),
    ),
    "http-scheme": Rule(
        "error",
        title=Text(fr="« http » au lieu de « https »", en="“http” instead of “https”"),
        message=Text(
            fr="L’URL commence par « http » : il manque le « s » (caractère {position}).",
            en="The URL begins with “http”: the “s” is missing (character {position}).",
        ),
        help=Text(
            fr="Écrivez « https:// », puis vérifiez que la page s’ouvre ainsi.",
            en="Write “https://”, then make sure that the page opens that way.",
        ),
        why=Text(
            fr="Les exigences de sécurité d’Intuit demandent HTTPS partout. Sans ce protocole, n’importe quel réseau traversé peut lire ou remplacer la page où vos clients ouvrent une session.",
            en="Intuit’s security requirements ask for HTTPS everywhere. Without it, any network along the way can read or replace the page where your customers sign in.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_SECURITY, INTUIT_APP_SETTINGS),
    ),
    "other-scheme": Rule(
        "error",
        title=Text(fr="Ni « https » ni une page", en="Not “https”, not a page"),
        message=Text(
            fr="« {found} » (caractère {position}) ne mène pas à une page web.",
            en="“{found}” (character {position}) doesn’t lead to a web page.",
        ),
        help=Text(
            fr="Donnez l’URL d’une page qui commence par « https:// ».",
            en="Give the URL of a page that begins with “https://”.",
        ),
        why=Text(
            fr="Intuit ouvre ces URL dans un navigateur. Un lien vers une boîte de courriel, un fichier ou une application mobile ne s’y ouvre pas.",
            en="Intuit opens these URLs in a browser. A link to a mailbox, a file or a mobile app doesn’t open there.",
        ),
        seen=BROKEN,
        sources=(RFC3986_SCHEME,),
    ),
    "relative": Rule(
        "error",
        title=Text(fr="URL relative", en="Relative URL"),
        message=Text(
            fr="« {found} » n’est qu’un chemin : l’hôte manque (caractère {position}).",
            en="“{found}” is only a path: the host is missing (character {position}).",
        ),
        help=Text(
            fr="Écrivez l’URL entière, de « https:// » jusqu’à la page.",
            en="Write the whole URL, from “https://” to the page.",
        ),
        why=Text(
            fr="Un chemin n’a de sens que sur son propre site. Intuit ne peut pas savoir duquel il s’agit.",
            en="A path means something only on its own site. Intuit can’t know which site you mean.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_REFERENCE,),
    ),
    "missing-host": Rule(
        "error",
        title=Text(fr="Hôte manquant", en="Missing host"),
        message=Text(
            fr="Aucun nom d’hôte n’est donné (caractère {position}).",
            en="No host name is given (character {position}).",
        ),
        help=Text(
            fr="Écrivez le domaine de votre application, comme app.example.com.",
            en="Write your app’s domain, such as app.example.com.",
        ),
        why=Text(
            fr="Sans hôte, il n’y a pas de site à ouvrir.", en="Without a host, there’s no site to open."
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_AUTHORITY,),
    ),
    "userinfo": Rule(
        "error",
        title=Text(fr="« @ » devant l’hôte", en="“@” before the host"),
        message=Text(
            fr="Un nom d’utilisateur ou une adresse de courriel précède l’hôte : le « @ » est le caractère {position}.",
            en="There’s a user name or an email address before the host: the “@” is character {position}.",
        ),
        help=Text(
            fr="Retirez tout ce qui précède l’hôte, « @ » compris. Si c’est une adresse de courriel, donnez plutôt l’URL d’une page.",
            en="Remove everything before the host, the “@” included. If it’s an email address, give a page’s URL instead.",
        ),
        why=Text(
            fr="Ce qui précède le « @ » est un nom d’utilisateur, parfois un mot de passe, que chaque visiteur recevrait. Les URL trompeuses s’en servent souvent.",
            en="What comes before the “@” is a user name, sometimes a password, that every visitor would receive. Deceptive URLs often use it.",
        ),
        seen=BROKEN,
        sources=(RFC3986_USERINFO,),
    ),
    "localhost": Rule(
        "error",
        title=Text(fr="Votre propre ordinateur", en="Your own computer"),
        message=Text(
            fr="« {found} » désigne l’ordinateur de la personne qui ouvre l’URL (caractère {position}).",
            en="“{found}” means the computer of the person who opens the URL (character {position}).",
        ),
        help=Text(
            fr="Donnez le domaine public où votre application est en ligne.",
            en="Give the public domain where your app is online.",
        ),
        why=Text(
            fr="Cette URL ne fonctionne que sur votre ordinateur. Intuit ne tolère localhost que pour les URI de redirection du bac à sable.",
            en="This URL works only on your own computer. Intuit allows localhost for sandbox redirect URIs only.",
        ),
        seen=BROKEN,
        sources=(RFC6761_SPECIAL, INTUIT_REDIRECT_URI),
    ),
    "ip-address": Rule(
        "error",
        title=Text(fr="Adresse IP au lieu d’un domaine", en="IP address instead of a domain"),
        message=Text(
            fr="« {found} » est une adresse IP (caractère {position}).",
            en="“{found}” is an IP address (character {position}).",
        ),
        help=Text(
            fr="Donnez le nom de domaine de votre application. Les adresses IP ont leur place à l’étape de l’hébergement.",
            en="Give your app’s domain name. IP addresses go in the hosting step.",
        ),
        why=Text(
            fr="Intuit demande un domaine, et refuse les adresses IP dans les URI de redirection. Une adresse IP change, et un certificat HTTPS la couvre rarement.",
            en="Intuit asks for a domain, and refuses IP addresses in redirect URIs. An IP address changes, and an HTTPS certificate rarely covers it.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS, INTUIT_REDIRECT_URI),
    ),
    "private-host": Rule(
        "error",
        title=Text(fr="Hôte privé", en="Private host"),
        message=Text(
            fr="« {found} » n’existe pas sur l’Internet public (caractère {position}).",
            en="“{found}” doesn’t exist on the public Internet (character {position}).",
        ),
        help=Text(
            fr="Donnez le domaine public de votre application, par exemple app.example.com.",
            en="Give your app’s public domain, for example app.example.com.",
        ),
        why=Text(
            fr="Un nom sans point, ou qui finit par .local, .internal ou .test, n’est connu que d’un réseau privé.",
            en="A name without a dot, or one that ends in .local, .internal or .test, is known only to a private network.",
        ),
        seen=BROKEN,
        sources=(RFC6761_SPECIAL,),
    ),
    "invalid-host": Rule(
        "error",
        title=Text(fr="Hôte mal formé", en="Malformed host"),
        message=Text(
            fr="« {found} » n’est pas un nom d’hôte valable (caractère {position}).",
            en="“{found}” isn’t a valid host name (character {position}).",
        ),
        help=Text(
            fr="Employez des lettres, des chiffres et des traits d’union, séparés par des points : app.example.com.",
            en="Use letters, digits and hyphens, separated by dots: app.example.com.",
        ),
        why=Text(
            fr="Deux points de suite, ou un port qui n’est pas un nombre, ne mènent à aucun site. Un navigateur accepte parfois un trait de soulignement ou un point final; d’autres logiciels les refusent.",
            en="Two dots in a row, or a port that isn’t a number, lead to no site. A browser may accept an underscore or a final dot, but other software may not.",
        ),
        seen=BROKEN,
        sources=(RFC1035_NAMES, RFC3986_AUTHORITY),
    ),
    "non-ascii-host": Rule(
        "warning",
        title=Text(fr="Hôte avec des lettres non ASCII", en="Host with non-ASCII letters"),
        message=Text(
            fr="L’hôte contient « {found} » (caractère {position}). Sa forme technique est {ascii}.",
            en="The host contains “{found}” (character {position}). Its technical form is {ascii}.",
        ),
        help=Text(
            fr="Comparez cette forme à celle de votre registraire avant de l’enregistrer. Si elles diffèrent, une lettre a été remplacée par une autre qui lui ressemble.",
            en="Compare this form with your registrar’s before you save it. If they differ, a letter has been replaced by a look-alike.",
        ),
        why=Text(
            fr="Un domaine peut avoir des accents, mais le DNS n’emploie que sa forme « xn-- ». Deux lettres d’alphabets différents peuvent se confondre à l’œil, jamais sous cette forme.",
            en="A domain can have accents, but the DNS uses only its “xn--” form. Letters of two alphabets can look alike, but never in this form.",
        ),
        seen=NOTHING,
        sources=(RFC5890_INTERNATIONAL,),
    ),
    "port": Rule(
        "warning",
        title=Text(fr="Port dans l’URL", en="Port in the URL"),
        message=Text(
            fr="« {found} » (caractère {position}) est un numéro de port.",
            en="“{found}” (character {position}) is a port number.",
        ),
        help=Text(
            fr="Retirez-le du champ « Host domain ». Dans une URL, ne le gardez que si la page ne s’ouvre pas sans lui.",
            en="Remove it from “Host domain”. In a URL, keep it only if the page doesn’t open without it.",
        ),
        why=Text(
            fr="Une page publique répond sur le port 443, que l’on n’écrit pas. Un autre port signale souvent un serveur de développement.",
            en="A public page answers on port 443, which isn’t written. Another port often points to a development server.",
        ),
        seen=NOTHING,
        sources=(RFC3986_AUTHORITY, INTUIT_APP_SETTINGS),
    ),
    "scheme-included": Rule(
        "warning",
        title=Text(fr="« https:// » devant le domaine", en="“https://” before the domain"),
        message=Text(
            fr="« {found} » (caractère {position}) est en trop devant le domaine.",
            en="“{found}” (character {position}) isn’t part of the domain.",
        ),
        help=Text(fr="N’écrivez que le domaine.", en="Write only the domain."),
        why=Text(
            fr="Intuit demande « your app’s site domain ». Codat parle d’une URL, mais plusieurs guides de 2025 et de 2026 constatent que le champ ne veut que le domaine.",
            en="Intuit asks for “your app’s site domain”. Codat speaks of a URL, but several guides of 2025 and 2026 found that the field wants the domain alone.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS, CODAT_SETUP),
    ),
    "path-included": Rule(
        "warning",
        title=Text(fr="Chemin après le domaine", en="Path after the domain"),
        message=Text(
            fr="« {found} » (caractère {position}) est en trop après le domaine.",
            en="“{found}” (character {position}) isn’t part of the domain.",
        ),
        help=Text(
            fr="N’écrivez que le domaine; la page elle-même va dans le champ « Launch URL ».",
            en="Write only the domain; the page itself belongs in “Launch URL”.",
        ),
        why=Text(
            fr="Intuit demande le domaine du site, et non l’une de ses pages.",
            en="Intuit asks for the site’s domain, not for one of its pages.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "template": Rule(
        "error",
        title=Text(fr="Modèle à remplir", en="Template to fill in"),
        message=Text(
            fr="« {found} » (caractère {position}) est une partie à remplacer.",
            en="“{found}” (character {position}) is a placeholder: fill it in.",
        ),
        help=Text(
            fr="Donnez une URL complète, la même pour tous vos clients. Intuit ne remplira pas ce modèle.",
            en="Give a complete URL, the same for all your customers. Intuit won’t fill in the template.",
        ),
        why=Text(
            fr="Les accolades, les crochets et les chevrons viennent d’un exemple de documentation. Le navigateur ouvrirait l’URL telle quelle.",
            en="Braces and brackets come from an example in documentation. A browser would open the URL as written.",
        ),
        seen=BROKEN,
        sources=(RFC3986_CHARACTERS,),
    ),
    "route-group": Rule(
        "error",
        title=Text(fr="Dossier du code dans l’URL", en="Source folder in the URL"),
        message=Text(
            fr="Le dossier entre parenthèses (caractère {position}) range le code et ne figure jamais dans une URL.",
            en="The folder in parentheses (character {position}) organizes source code and never shows in a URL.",
        ),
        help=Text(
            fr="Retirez-le, puis ouvrez la page pour confirmer l’URL.",
            en="Remove it, then open the page to confirm the URL.",
        ),
        why=Text(
            fr="Next.js et d’autres cadriciels rangent des pages dans des dossiers entre parenthèses, qu’ils retirent de l’URL. Le chemin du fichier ne mène donc à aucune page.",
            en="Next.js and other frameworks keep pages in folders in parentheses, which they leave out of the URL. So the file’s path leads to no page.",
        ),
        seen=BROKEN,
        sources=(NEXT_ROUTE_GROUPS,),
    ),
    "typographic-character": Rule(
        "error",
        title=Text(fr="Caractère typographique", en="Typographic character"),
        message=Text(
            fr="Le caractère {position} vient d’une mise en page, et non d’un clavier : {found}.",
            en="Character {position} comes from typesetting, not from a keyboard: {found}.",
        ),
        help=Text(
            fr="Écrivez plutôt « {plain} » ou, mieux, copiez l’URL depuis la barre d’adresse.",
            en="Write “{plain}” instead or, better, copy the URL from the address bar.",
        ),
        why=Text(
            fr="Un PDF réunit deux lettres, comme f et i, en un seul caractère, et un traitement de texte change un trait d’union en tiret. L’œil ne voit pas la différence; pour le serveur, c’est une autre page.",
            en="A PDF joins two letters, such as f and i, into one character, and a word processor turns a hyphen into a dash. The eye doesn’t see the difference; to the server, it’s another page.",
        ),
        seen=BROKEN,
        sources=(RFC3986_CHARACTERS,),
    ),
    "unencoded-character": Rule(
        "warning",
        title=Text(fr="Caractère à encoder", en="Character to encode"),
        message=Text(
            fr="« {found} » (caractère {position}) doit être encodé dans une URL.",
            en="“{found}” (character {position}) must be encoded in a URL.",
        ),
        help=Text(
            fr="Copiez la forme encodée, où chaque octet s’écrit « % » suivi de deux chiffres hexadécimaux.",
            en="Copy the encoded form, where each byte is written as “%” and two hexadecimal digits.",
        ),
        why=Text(
            fr="Une URL ne s’écrit qu’avec une partie des caractères ASCII. Les navigateurs affichent les accents, mais envoient leur forme encodée; un portail ne le fait pas toujours.",
            en="A URL uses only some of the ASCII characters. Browsers show accents but send their encoded form; a portal may not.",
        ),
        seen=NOTHING,
        sources=(RFC3986_CHARACTERS,),
    ),
    "fragment": Rule(
        "warning",
        title=Text(fr="Ancre après « # »", en="Fragment after “#”"),
        message=Text(
            fr="Ce qui suit le « # » (caractère {position}) n’est jamais envoyé au serveur.",
            en="What follows the “#” (character {position}) is never sent to the server.",
        ),
        help=Text(
            fr="Préférez une URL sans « # ». Si votre application l’exige, essayez-la avec « ?realmId=1 » ajouté à la fin.",
            en="Use a URL without “#” if you can. If your app needs it, try it with “?realmId=1” added at the end.",
        ),
        why=Text(
            fr="Intuit ouvre la page de déconnexion avec « ?realmId= ». Ajouté après un « # », ce paramètre se perd. Intuit ne dit rien des ancres.",
            en="Intuit opens the disconnect page with “?realmId=”. Added after a “#”, that parameter is lost. Intuit says nothing about fragments.",
        ),
        seen=NOTHING,
        sources=(RFC3986_FRAGMENT, INTUIT_TECHNICAL),
    ),
    "temporary-host": Rule(
        "warning",
        title=Text(fr="Hôte provisoire", en="Temporary host"),
        message=Text(
            fr="« {found} » (caractère {position}) est un hôte provisoire (tunnel ou aperçu), qui disparaîtra.",
            en="“{found}” (character {position}) is a temporary host (a tunnel or a preview) that will disappear.",
        ),
        help=Text(
            fr="Donnez l’URL de votre application en production, sur un domaine à vous.",
            en="Give your app’s production URL, on a domain of your own.",
        ),
        why=Text(
            fr="L’équipe d’Intuit peut ouvrir l’URL des semaines plus tard, et vos clients des années plus tard. Un tunnel se ferme avec l’ordinateur, un aperçu avec la version suivante, et leur nom peut passer à quelqu’un d’autre.",
            en="Intuit’s reviewers may open the URL weeks later, and your customers years later. A tunnel closes with the computer, a preview with the next version, and someone else may get its name.",
        ),
        seen=BROKEN,
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL),
    ),
    "test-host": Rule(
        "note",
        title=Text(fr="Hôte d’un environnement d’essai", en="Host of a test environment"),
        message=Text(
            fr="Le nom « {found} » (caractère {position}) est celui d’un environnement d’essai.",
            en="The name “{found}” (character {position}) is that of a test environment.",
        ),
        help=Text(
            fr="Gardez-le pour le bac à sable seulement. Pour la production, donnez l’hôte que vos clients utilisent.",
            en="Keep it for the sandbox only. For production, give the host that your customers use.",
        ),
        why=Text(
            fr="Le portail a un jeu d’URL pour chaque environnement. L’équipe d’Intuit et vos clients n’ont souvent pas accès à un environnement d’essai.",
            en="The portal has one set of URLs for each environment. Intuit’s reviewers and your customers often can’t reach a test environment.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "unknown-top-level": Rule(
        "warning",
        title=Text(fr="Domaine de premier niveau inconnu", en="Unknown top-level domain"),
        message=Text(
            fr="« {found} » (caractère {position}) ne finit pas par un domaine de premier niveau connu.",
            en="“{found}” (character {position}) doesn’t end in a known top-level domain.",
        ),
        help=Text(
            fr="Vérifiez ce qui suit le dernier point : « .com », « .ca », « .fr » ou la fin du domaine que vous avez enregistré.",
            en="Check what follows the last dot: “.com”, “.ca”, “.uk” or the ending you registered.",
        ),
        why=Text(
            fr="Un domaine finit par l’un des quelque 1400 noms de la racine du DNS. La liste d’ici date de 2026 : un nom plus récent peut y manquer.",
            en="A domain ends in one of the 1,400 or so names of the DNS root. The list used here dates from 2026: a newer name may be missing.",
        ),
        seen=BROKEN,
        sources=(RFC1035_NAMES,),
    ),
    "placeholder-domain": Rule(
        "warning",
        title=Text(fr="Domaine à remplacer", en="Placeholder domain"),
        message=Text(
            fr="« {found} » ressemble au domaine d’exemple d’un guide, et non au vôtre (caractère {position}).",
            en="“{found}” looks like a guide’s placeholder, not your own domain (character {position}).",
        ),
        help=Text(
            fr="Si ce domaine n’est pas à vous, remplacez-le par le vôtre avant d’enregistrer.",
            en="If this domain isn’t yours, replace it with your own before you save.",
        ),
        why=Text(
            fr="De tels domaines existent et appartiennent à d’autres : vos clients y arriveraient.",
            en="Such domains exist and belong to others: your customers would end up there.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "example-domain": Rule(
        "warning",
        title=Text(fr="Domaine d’exemple", en="Example domain"),
        message=Text(
            fr="« {found} » est réservé aux exemples : ce n’est pas votre domaine.",
            en="“{found}” is reserved for examples: it isn’t your domain.",
        ),
        help=Text(
            fr="Remplacez-le par votre propre domaine avant d’enregistrer.",
            en="Replace it with your own domain before you save.",
        ),
        why=Text(
            fr="Les guides écrivent example.com là où va votre domaine. Personne ne peut enregistrer ce nom.",
            en="Guides write example.com where your own domain goes. No one can register that name.",
        ),
        seen=NOTHING,
        sources=(RFC2606_EXAMPLES,),
    ),
    "codat-host": Rule(
        "error",
        title=Text(fr="Page de Codat au lieu de la vôtre", en="Codat’s page instead of yours"),
        message=Text(
            fr="« {found} » appartient à Codat, et non à votre application.",
            en="“{found}” belongs to Codat, not to your app.",
        ),
        help=Text(
            fr="Donnez plutôt {purpose}.",
            en="Replace it with {purpose}.",
        ),
        why=Text(
            fr="C’est votre application qu’Intuit examine : ses pages, son contrat, sa politique de confidentialité. Seule l’URI de redirection est celle de Codat.",
            en="It’s your app that Intuit reviews: its pages, its licence, its privacy policy. Only the redirect URI is Codat’s.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS, CODAT_SETUP),
    ),
    "intuit-host": Rule(
        "error",
        title=Text(fr="Page d’Intuit au lieu de la vôtre", en="Intuit’s page instead of yours"),
        message=Text(
            fr="« {found} » appartient à Intuit, et non à votre application.",
            en="“{found}” belongs to Intuit, not to your app.",
        ),
        help=Text(
            fr="Donnez plutôt {purpose}.",
            en="Replace it with {purpose}.",
        ),
        why=Text(
            fr="Une URL copiée du portail ou de la documentation d’Intuit ne mène pas à votre application.",
            en="A URL copied from Intuit’s portal or documentation doesn’t lead to your app.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "lookalike-host": Rule(
        "error",
        title=Text(fr="Hôte trompeur", en="Deceptive host"),
        message=Text(
            fr="« {found} » imite Codat ou Intuit, mais appartient à quelqu’un d’autre (caractère {position}).",
            en="“{found}” imitates Codat or Intuit but belongs to someone else (character {position}).",
        ),
        help=Text(
            fr="Ne l’enregistrez pas. Donnez une URL de votre propre site.",
            en="Don’t register it. Give a URL on your own site.",
        ),
        why=Text(
            fr="C’est la fin d’un hôte qui indique son propriétaire. Ce qui précède peut être n’importe quoi, même codat.io ou intuit.com.",
            en="The end of a host says who owns it. What comes before can be anything, even codat.io or intuit.com.",
        ),
        seen=NOTHING,
        sources=(RFC1035_NAMES,),
    ),
    "redirect-uri": Rule(
        "error",
        title=Text(fr="URI de redirection dans le mauvais champ", en="Redirect URI in the wrong field"),
        message=Text(
            fr="C’est une URI de redirection de Codat (caractère {position}), et non une page de votre site.",
            en="This is one of Codat’s redirect URIs (character {position}), not a page on your site.",
        ),
        help=Text(
            fr="Donnez ici {purpose}. Enregistrez cette URI sous l’onglet « Redirect URIs ».",
            en="Give {purpose}. Register this URI under “Redirect URIs”.",
        ),
        why=Text(
            fr="Cette URL reçoit le code d’autorisation d’Intuit. Ouverte par une personne, sans code, elle n’a rien à lui montrer.",
            en="This URL receives Intuit’s authorization code. Opened by a person, without a code, it has nothing to show.",
        ),
        seen=BROKEN,
        sources=(INTUIT_REDIRECT_URI, CODAT_SETUP),
    ),
    "api-endpoint": Rule(
        "warning",
        title=Text(
            fr="Point de terminaison d’API à la place d’une page", en="API endpoint in the place of a page"
        ),
        message=Text(
            fr="Cette URL est celle de l’API de Codat, « {found} » (caractère {position}); ouverte dans un navigateur, elle ne déconnecte rien.",
            en="This is a Codat API URL, “{found}” (character {position}); opening it in a browser disconnects nothing.",
        ),
        help=Text(
            fr="Donnez une page de votre site qui confirme la déconnexion et explique comment se reconnecter. Appelez l’API depuis votre serveur.",
            en="Use a page on your site that confirms the disconnection and explains how to reconnect. Call the API from your server.",
        ),
        why=Text(
            fr="Les deux sources se contredisent. Le guide de Codat (mis à jour le 4 février 2026) permet de donner l’URL de son point de terminaison « Unlink connection ». Intuit (page lue le 28 novembre 2026) demande « any static page that tells a user they’ve disconnected ». Suivez Intuit : un navigateur envoie une requête GET sans clé d’API, alors que le point de terminaison attend une requête PATCH authentifiée; rien ne serait donc déconnecté (selon notre déduction).",
            en="The two sources disagree. Codat’s guide (updated on 4 February 2026) lets you give the URL of its “Unlink connection” endpoint. Intuit (page read on 28 November 2026) asks for “any static page that tells a user they’ve disconnected”. Follow Intuit: a browser sends a GET request without an API key, but the endpoint expects an authenticated PATCH, so nothing would be unlinked (our inference).",
        ),
        seen=Text(
            fr="Le portail l’accepte peut-être. Votre client, lui, voit une réponse 401 de l’API, et la connexion reste établie dans Codat (selon notre déduction).",
            en="The portal may accept it. Your customer sees a 401 response from the API, and the connection stays linked in Codat (our inference).",
        ),
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL, CODAT_SETUP, CODAT_UNLINK),
        cases=(OWN_ENDPOINT,),
    ),
    "generic-link": Rule(
        "warning",
        title=Text(fr="URL Link de Codat", en="Codat Link URL"),
        message=Text(
            fr="« {found} » est une URL Link de Codat (caractère {position}), et non une page de votre application.",
            en="“{found}” is a Codat Link URL (character {position}), not a page of your app.",
        ),
        help=Text(
            fr="Donnez la page d’ouverture de session de votre application. Si elle n’en a pas, essayez cette URL dans une fenêtre de navigation privée.",
            en="Give your app’s sign-in page. If it has none, try this URL in a private window.",
        ),
        why=Text(
            fr="Les deux sources se contredisent. Le guide de Codat (mis à jour le 4 février 2026) propose l’URL Link générique si vous utilisez Hosted Link. Intuit (page lue le 28 novembre 2026) veut la page d’ouverture de session de votre application. L’URL générique ne fonctionne pas tant que les mots de passe à usage unique sont actifs, et Codat se contredit sur leur réglage par défaut. Suivez Intuit si vous le pouvez. Codat ne publie pas la forme de l’URL générique : la vérification ne peut pas la reconnaître à coup sûr.",
            en="The two sources disagree. Codat’s guide (updated on 4 February 2026) offers the generic Link URL if you use Hosted Link. Intuit (page read on 28 November 2026) wants your app’s sign-in page. The generic URL doesn’t work while one-time passwords are on, and Codat contradicts itself on whether they’re on by default. Follow Intuit if you can. Codat doesn’t publish the form of the generic URL: the check can’t recognize it for certain.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL, CODAT_SETUP, CODAT_HOSTED_LINK),
    ),
    "company-link": Rule(
        "warning",
        title=Text(fr="URL d’une seule entreprise", en="One company’s URL"),
        message=Text(
            fr="Cette URL Link mène à l’entreprise ou à la connexion d’un seul client (caractère {position}).",
            en="This Link URL leads to one customer’s company or connection (character {position}).",
        ),
        help=Text(
            fr="Donnez une page qui convient à tous vos clients, comme votre page d’ouverture de session. Ne gardez celle-ci que si votre application ne sert qu’une entreprise.",
            en="Give a page that suits all your customers, ideally your app’s sign-in page. Keep this one only if your app serves a single company.",
        ),
        why=Text(
            fr="Codat crée une URL pour chaque entreprise, et une autre pour chaque connexion. Intuit emploie la même URL pour tous : chaque client arriverait à l’entreprise du premier.",
            en="Codat creates one URL for each company and another for each connection. Intuit uses one URL for everyone: each customer would land in the first one’s company.",
        ),
        seen=NOTHING,
        sources=(CODAT_HOSTED_LINK, INTUIT_APP_SETTINGS),
        cases=(OWN_COMPANY,),
    ),
    "one-time-link": Rule(
        "error",
        title=Text(fr="URL à usage unique", en="One-time URL"),
        message=Text(
            fr="Cette URL contient un mot de passe à usage unique (caractère {position}).",
            en="This URL contains a one-time password (character {position}).",
        ),
        help=Text(
            fr="Donnez la page d’ouverture de session de votre application. Ne partagez pas cette URL : elle donne accès jusqu’à son expiration.",
            en="Give your app’s sign-in page. Don’t share this URL: it grants access until it expires.",
        ),
        why=Text(
            fr="Intuit envoie tous vos clients à la même URL. Un jeton de réinitialisation ou d’invitation, un code d’autorisation ou une signature ne vaut que pour une personne ou pour une durée limitée. Pour cette intégration, le mot de passe à usage unique de Codat expire après un jour. Ensuite, l’URL ne mène plus nulle part.",
            en="Intuit sends all your customers to the same URL. A reset or invitation token, an authorization code or a signature works for one person or for a limited time. For this integration, Codat’s one-time password expires after one day. After that, the URL leads nowhere.",
        ),
        seen=BROKEN,
        sources=(CODAT_HOSTED_LINK, INTUIT_APP_SETTINGS),
        cases=(TOKEN_OF_OWN,),
    ),
    "uat-host": Rule(
        "warning",
        title=Text(fr="Hôte d’essai de Codat", en="Codat’s test host"),
        message=Text(
            fr="« {found} » (caractère {position}) est un hôte d’essai (UAT) de Codat.",
            en="“{found}” (character {position}) is a Codat test host (UAT).",
        ),
        help=Text(
            fr="Remplacez-le par l’URL que vos clients utilisent réellement.",
            en="Replace it with the URL that your customers really use.",
        ),
        why=Text(
            fr="Ces URL servent à obtenir les clés de production. Codat ne documente pas ce que ses hôtes d’essai garantissent.",
            en="These URLs are what you submit to get production keys. Codat doesn’t document what its test hosts guarantee.",
        ),
        seen=NOTHING,
        sources=(CODAT_HOSTED_LINK,),
    ),
    "same-url": Rule(
        "warning",
        title=Text(fr="Même URL deux fois", en="Same URL twice"),
        message=Text(
            fr="C’est la même URL que dans le champ « {other} ».",
            en="This is the same URL as in “{other}”.",
        ),
        help=Text(
            fr="Donnez ici {purpose}, à moins que la même page ne remplisse vraiment les deux rôles.",
            en="Give {purpose}, unless the same page really does both jobs.",
        ),
        why=Text(
            fr="Chaque champ a son rôle : ouvrir une session, confirmer la déconnexion, reconnecter QuickBooks, lire le contrat. Une URL répétée est souvent une erreur de copie.",
            en="Each field has its job: sign in, confirm the disconnection, reconnect, read the licence. A repeated URL is often a copying error.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL, INTUIT_RECONNECT_URL),
    ),
    "eula-is-privacy": Rule(
        "warning",
        title=Text(fr="Contrat et politique à la même URL", en="Licence and policy at one URL"),
        message=Text(
            fr="Le contrat de licence et la politique de confidentialité ont la même URL.",
            en="The licence agreement and the privacy policy have the same URL.",
        ),
        help=Text(
            fr="Ajoutez à chaque URL l’ancre de sa section, si la page contient les deux textes. Sinon, corrigez l’une des deux.",
            en="Add each section’s anchor to its URL if the page contains both texts. Otherwise, correct one of the two.",
        ),
        why=Text(
            fr="Intuit demande deux textes : l’un dit à quelles conditions on utilise votre application, l’autre ce qu’elle fait des données.",
            en="Intuit asks for two texts: one gives the terms on which people use your app, the other says what it does with their data.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "other-host": Rule(
        "note",
        title=Text(fr="Hôte différent de « Host domain »", en="Host differs from “Host domain”"),
        message=Text(
            fr="« {found} » n’est pas sous le domaine « {domain} ».",
            en="“{found}” isn’t under the domain “{domain}”.",
        ),
        help=Text(
            fr="Rien à faire si ce domaine est bien à vous. Sinon, corrigez l’un des deux.",
            en="Nothing to do if this domain is yours. Otherwise, correct one of the two.",
        ),
        why=Text(
            fr="Intuit ne dit pas si les URL doivent se trouver sous le domaine hôte. Une différence est permise, mais révèle parfois une faute de frappe.",
            en="Intuit doesn’t say whether the URLs must be under the host domain. A difference is allowed, but sometimes reveals a typo.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
}
