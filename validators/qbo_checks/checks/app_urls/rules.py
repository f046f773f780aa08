"""What the check may say."""

from __future__ import annotations

from dataclasses import replace

from qbo_checks.checks import redirect_uri
from qbo_checks.model import Field, Rule, Text
from qbo_checks.sources import (
    CODAT_HOSTED_LINK,
    CODAT_SETUP,
    CODAT_UNLINK,
    INTUIT_APP_SETTINGS,
    INTUIT_RECONNECT_URL,
    INTUIT_REDIRECT_URI,
    INTUIT_SECURITY,
    INTUIT_TECHNICAL,
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

LONGEST = 8000
"""The longest address that every recipient is asked to support (RFC 9110, section 4.1), in code points."""

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
        fr="la page où l’on se connecte à votre application",
        en="the page where people sign in to your app",
    ),
    "disconnect_url": Text(
        fr="une page qui confirme la déconnexion et explique comment se reconnecter",
        en="a page that confirms the disconnection and explains how to reconnect",
    ),
    "reconnect_url": Text(
        fr="la page d’où vos clients peuvent reconnecter votre application (champ annoncé par Intuit pour janvier 2026, et absent de la documentation de Codat)",
        en="the page where customers can reconnect to your app (a field that Intuit announced for January 2026 and that Codat’s documentation does not mention)",
    ),
    "eula_url": Text(
        fr="votre contrat de licence d’utilisateur final, lisible sans se connecter",
        en="your end user license agreement, readable without signing in",
    ),
    "privacy_url": Text(
        fr="votre politique de confidentialité, lisible sans se connecter",
        en="your privacy policy, readable without signing in",
    ),
}

HOST = "host_domain"

TITLE = Text(fr="Adresses de l’application", en="App URLs")

FIELDS = tuple(
    Field(
        name,
        label=label,
        hint=Text(
            fr=f"Intuit attend ici {PURPOSES[name].fr}.",
            en=f"Intuit expects here {PURPOSES[name].en}.",
        ),
        optional=True,
    )
    for name, label in LABELS.items()
)

UNPUBLISHED = Text(
    fr="Intuit ne publie pas les messages de ce champ. Au mieux, le portail refuse d’enregistrer; au pire, il enregistre une adresse qui ne mène nulle part.",
    en="Intuit does not publish this field’s messages. At best the portal refuses to save; at worst it saves an address that leads nowhere.",
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
ONE_EACH = Text(fr="N’en gardez qu’une par champ.", en="Keep one for each field.")
EACH_IN_ITS_FIELD = Text(
    fr="Chacune est proposée dans le champ que nomme son étiquette : copiez-les une à une.",
    en="Each is offered in the field that its label names: copy them one by one.",
)

RULES = {
    "well-formed": Rule(
        "note",
        title=Text(fr="Forme correcte", en="Well formed"),
        message=Text(
            fr="La forme des adresses est correcte. Cette vérification n’en a ouvert aucune.",
            en="The addresses are well formed. This check has opened none of them.",
        ),
        help=Text(
            fr="Ouvrez chacune dans une fenêtre de navigation privée : c’est ainsi que l’équipe d’Intuit et vos clients la verront.",
            en="Open each one in a private window: that is how Intuit’s reviewers and your customers will see it.",
        ),
        why=Text(
            fr="Une adresse bien écrite peut mener à une page absente ou réservée aux personnes connectées. Seule une visite le montre.",
            en="A well written address can lead to a page that is missing or needs a sign-in. Only a visit shows it.",
        ),
        seen=Text(fr="Le portail enregistre l’adresse.", en="The portal saves the address."),
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Rien à vérifier", en="Nothing to check"),
        message=Text(fr="Tous les champs sont vides.", en="All fields are empty."),
        help=Text(
            fr="Collez au moins une adresse; remplissez les six champs pour tout vérifier.",
            en="Paste at least one address; fill in all six fields to check everything.",
        ),
        why=Text(
            fr="Intuit ne donne pas les clés de production tant que ces adresses manquent.",
            en="Intuit does not give production keys while these addresses are missing.",
        ),
        seen=Text(
            fr="La liste « App details » reste incomplète et les clés de production restent cachées.",
            en="The “App details” list stays incomplete, and the production keys stay hidden.",
        ),
        sources=(INTUIT_APP_SETTINGS,),
    ),
    # A warning, because the reader may be checking one address at a time; never a pass, because Intuit asks for all.
    "missing": Rule(
        "warning",
        title=Text(fr="Champ encore vide", en="Field still empty"),
        message=Text(
            fr="Ce champ est vide. Intuit y attend {purpose}.",
            en="This field is empty. Intuit expects here {purpose}.",
        ),
        help=Text(
            fr="Si vous vérifiez une adresse à la fois, poursuivez. Sinon, remplissez-le avant de demander les clés de production.",
            en="If you are checking one address at a time, carry on. Otherwise fill it in before you ask for production keys.",
        ),
        why=Text(
            fr="Les tâches de la liste « App details » sont toutes obligatoires, y compris le contrat et la politique de confidentialité. Le champ « Connect/Reconnect URL » s’y est ajouté en 2026.",
            en="Every task of the “App details” list is mandatory, the license agreement and privacy policy included. The “Connect/Reconnect URL” field was added in 2026.",
        ),
        seen=Text(
            fr="La liste « App details » reste incomplète et les clés de production restent cachées.",
            en="The “App details” list stays incomplete, and the production keys stay hidden.",
        ),
        sources=(INTUIT_APP_SETTINGS, INTUIT_RECONNECT_URL),
    ),
    "too-long": Rule(
        "error",
        title=Text(fr="Adresse trop longue", en="Address too long"),
        message=Text(
            fr="Ce champ contient {length} caractères; une adresse en a {limit} au plus.",
            en="This field holds {length} characters; an address has {limit} at most.",
        ),
        help=Text(
            fr="Ne collez que l’adresse de la page, sans le texte qui l’entoure.",
            en="Paste only the page’s address, without the text around it.",
        ),
        why=Text(
            fr="La norme HTTP recommande d’accepter 8000 octets. Au-delà, rien n’assure qu’un navigateur ou un serveur suive l’adresse.",
            en="The HTTP standard recommends support for 8,000 octets. Beyond that, no browser or server has to follow the address.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC9110_LENGTH,),
    ),
    "surrounding-space": Rule(
        "error",
        title=Text(fr="Espace autour de l’adresse", en="Space around the address"),
        message=Text(
            fr="L’adresse est entourée d’espaces ou de sauts de ligne (caractère {position}).",
            en="There are spaces or line breaks around the address (character {position}).",
        ),
        help=Text(fr="Supprimez-les.", en="Delete them."),
        why=Text(
            fr="Une espace n’appartient à aucune adresse. Aucun document d’Intuit ne promet qu’elle sera retirée à l’enregistrement.",
            en="A space belongs to no address. No Intuit document promises to remove it on saving.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_WRITTEN,),
    ),
    "wrapped": Rule(
        "error",
        title=Text(fr="Signes autour de l’adresse", en="Signs around the address"),
        message=Text(
            fr="« {found} » a été copié avec l’adresse (caractère {position}).",
            en="“{found}” was copied along with the address (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que l’adresse, sans guillemets, sans crochets, sans balisage Markdown et sans ponctuation finale.",
            en="Keep only the address, without quotes, brackets, Markdown or a full stop.",
        ),
        why=Text(
            fr="Ces signes viennent du document d’où l’adresse a été copiée. Enregistrés, ils en font partie et la page ne s’ouvre plus.",
            en="These signs come from the document that the address was copied from. Once saved they are part of it, and the page no longer opens.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_WRITTEN,),
    ),
    "label-included": Rule(
        "error",
        title=Text(fr="Étiquette copiée avec l’adresse", en="Label copied with the address"),
        message=Text(
            fr="« {found} » a été copié avec l’adresse et n’en fait pas partie (caractère {position}).",
            en="“{found}” was copied along with the address and is not part of it (character {position}).",
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
            fr="Retapez l’adresse, ou copiez la valeur corrigée.",
            en="Type the address again, or copy the corrected value.",
        ),
        why=Text(
            fr="Les pages web et les traitements de texte glissent dans leurs textes des caractères sans largeur. L’œil ne les voit pas; le serveur, oui.",
            en="Web pages and word processors slip characters without width into their text. The eye does not see them; the server does.",
        ),
        seen=BROKEN,
        sources=(RFC3986_CHARACTERS,),
    ),
    "inner-space": Rule(
        "error",
        title=Text(fr="Espace dans l’adresse", en="Space inside the address"),
        message=Text(
            fr="Une espace ou un saut de ligne coupe l’adresse (caractère {position}).",
            en="A space or a line break splits the address (character {position}).",
        ),
        help=Text(
            fr="Si l’adresse a été coupée en fin de ligne, recollez-en les morceaux. Sinon, copiez-la de nouveau depuis la barre d’adresse.",
            en="If the address was wrapped at the end of a line, join its pieces. Otherwise copy it again from the address bar.",
        ),
        why=Text(
            fr="Une adresse ne contient pas d’espace : ce qui suit serait perdu ou lu autrement.",
            en="An address holds no space: what follows would be lost or read differently.",
        ),
        seen=BROKEN,
        sources=(RFC3986_WRITTEN, RFC3986_CHARACTERS),
    ),
    "several-urls": Rule(
        "error",
        title=Text(fr="Plusieurs adresses", en="Several addresses"),
        message=Text(
            fr="Ce champ contient plusieurs adresses; la deuxième commence au caractère {position}.",
            en="This field holds several addresses; the second begins at character {position}.",
        ),
        help=Text(fr="{advice}", en="{advice}"),
        why=Text(
            fr="Chaque champ du portail désigne une seule page. La vérification ne devine pas laquelle vous vouliez.",
            en="Each of the portal’s fields names one page. The check does not guess which one you meant.",
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
            fr="Les claviers d’Asie de l’Est ont une forme large de chaque signe. Une adresse n’admet que la forme ordinaire.",
            en="East Asian keyboards have a wide form of every sign. An address takes only the ordinary form.",
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
            fr="La barre inversée sépare les dossiers sous Windows. Les navigateurs la redressent en silence; un serveur n’y est pas tenu.",
            en="The backslash separates folders in Windows. Browsers silently turn it around; a server need not.",
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
            fr="L’adresse doit commencer par « https:// » (caractère {position}).",
            en="The address must begin with “https://” (character {position}).",
        ),
        help=Text(fr="Ajoutez « https:// » au début.", en="Add “https://” in front."),
        why=Text(
            fr="Le portail attend une adresse absolue. La barre d’adresse masque souvent « https:// », et il se perd à la copie.",
            en="The portal expects an absolute address. Address bars often hide “https://”, and then it is lost in copying.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS, RFC3986_REFERENCE),
    ),
    "malformed-scheme": Rule(
        "error",
        title=Text(fr="Début mal écrit", en="Malformed beginning"),
        message=Text(
            fr="L’adresse commence par « {found} » au lieu de « https:// » (caractère {position}).",
            en="The address begins with “{found}” instead of “https://” (character {position}).",
        ),
        help=Text(
            fr="Écrivez « https:// » une seule fois : un deux-points, puis deux barres obliques.",
            en="Write “https://” once: one colon, then two slashes.",
        ),
        why=Text(
            fr="Sans les deux barres, ce qui suit n’est pas un hôte. Un champ déjà rempli de « https:// » finit par le contenir deux fois.",
            en="Without the two slashes, what follows is not a host. A field prefilled with “https://” ends up holding it twice.",
        ),
        seen=BROKEN,
        sources=(RFC3986_AUTHORITY,),
    ),
    "http-scheme": Rule(
        "error",
        title=Text(fr="« http » au lieu de « https »", en="“http” instead of “https”"),
        message=Text(
            fr="L’adresse commence par « http » : il manque le « s » (caractère {position}).",
            en="The address begins with “http”: the “s” is missing (character {position}).",
        ),
        help=Text(
            fr="Écrivez « https:// », puis vérifiez que la page s’ouvre ainsi.",
            en="Write “https://”, then make sure that the page opens that way.",
        ),
        why=Text(
            fr="Les exigences de sécurité d’Intuit demandent HTTPS partout. En clair, n’importe quel réseau traversé peut lire ou remplacer la page où vos clients se connectent.",
            en="Intuit’s security requirements ask for HTTPS everywhere. In the clear, any network on the way can read or replace the page where your customers sign in.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_SECURITY, INTUIT_APP_SETTINGS),
    ),
    "other-scheme": Rule(
        "error",
        title=Text(fr="Ni « https » ni une page", en="Not “https”, not a page"),
        message=Text(
            fr="« {found} » (caractère {position}) ne mène pas à une page web.",
            en="“{found}” (character {position}) does not lead to a web page.",
        ),
        help=Text(
            fr="Donnez l’adresse d’une page qui commence par « https:// ».",
            en="Give the address of a page that begins with “https://”.",
        ),
        why=Text(
            fr="Intuit ouvre ces adresses dans un navigateur. Un lien vers une boîte de courriel, un fichier ou une application mobile ne s’y ouvre pas.",
            en="Intuit opens these addresses in a browser. A link to a mailbox, a file or a mobile app does not open there.",
        ),
        seen=BROKEN,
        sources=(RFC3986_SCHEME,),
    ),
    "relative": Rule(
        "error",
        title=Text(fr="Adresse relative", en="Relative address"),
        message=Text(
            fr="« {found} » n’est qu’un chemin : l’hôte manque (caractère {position}).",
            en="“{found}” is only a path: the host is missing (character {position}).",
        ),
        help=Text(
            fr="Écrivez l’adresse entière, de « https:// » jusqu’à la page.",
            en="Write the whole address, from “https://” to the page.",
        ),
        why=Text(
            fr="Un chemin ne vaut que sur le site où il est écrit. Intuit ne sait pas à quel site le rattacher.",
            en="A path means something only on the site that it is written on. Intuit cannot know which site to attach it to.",
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
            fr="Sans hôte, il n’y a pas de site à ouvrir.", en="Without a host, there is no site to open."
        ),
        seen=UNPUBLISHED,
        sources=(RFC3986_AUTHORITY,),
    ),
    "userinfo": Rule(
        "error",
        title=Text(fr="« @ » devant l’hôte", en="“@” before the host"),
        message=Text(
            fr="Un nom d’utilisateur ou un courriel précède l’hôte : le « @ » est le caractère {position}.",
            en="A user name or an email stands before the host: the “@” is character {position}.",
        ),
        help=Text(
            fr="Retirez tout ce qui précède l’hôte, « @ » compris. Si c’est un courriel, donnez plutôt l’adresse d’une page.",
            en="Remove everything before the host, the “@” included. If it is an email, give a page’s address instead.",
        ),
        why=Text(
            fr="Ce qui précède le « @ » est un nom d’utilisateur, parfois un mot de passe, que chaque visiteur recevrait. C’est aussi le déguisement préféré des adresses trompeuses.",
            en="What stands before the “@” is a user name, sometimes a password, that every visitor would receive. It is also the favourite disguise of deceptive addresses.",
        ),
        seen=BROKEN,
        sources=(RFC3986_USERINFO,),
    ),
    "localhost": Rule(
        "error",
        title=Text(fr="Votre propre ordinateur", en="Your own computer"),
        message=Text(
            fr="« {found} » désigne l’ordinateur de la personne qui ouvre l’adresse (caractère {position}).",
            en="“{found}” is the computer of whoever opens the address (character {position}).",
        ),
        help=Text(
            fr="Donnez le domaine public où votre application est en ligne.",
            en="Give the public domain where your app is online.",
        ),
        why=Text(
            fr="Cette adresse ne marche que chez vous. Intuit ne tolère localhost que pour les URI de redirection du bac à sable.",
            en="This address works only on your own machine. Intuit allows localhost for sandbox redirect URIs only.",
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
            en="Give your app’s domain name. IP addresses have their place in the hosting step.",
        ),
        why=Text(
            fr="Intuit demande un domaine, et refuse les adresses IP dans les URI de redirection. Une adresse IP change, et rarement un certificat HTTPS la couvre.",
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
            en="“{found}” does not exist on the public Internet (character {position}).",
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
            en="“{found}” is not a valid host name (character {position}).",
        ),
        help=Text(
            fr="Un hôte est fait de lettres, de chiffres et de traits d’union, séparés par des points : app.example.com.",
            en="A host is made of letters, digits and hyphens, separated by dots: app.example.com.",
        ),
        why=Text(
            fr="Deux points de suite, un trait de soulignement, un point final ou un port qui n’est pas un nombre : le navigateur ne trouve pas de site à ce nom.",
            en="Two dots in a row, an underscore, a final dot or a port that is not a number: browsers find no site of that name.",
        ),
        seen=BROKEN,
        sources=(RFC1035_NAMES, RFC3986_AUTHORITY),
    ),
    "non-ascii-host": Rule(
        "warning",
        title=Text(fr="Hôte avec des lettres accentuées", en="Host with letters beyond ASCII"),
        message=Text(
            fr="L’hôte contient « {found} » (caractère {position}). Sa forme technique est {ascii}.",
            en="The host contains “{found}” (character {position}). Its technical form is {ascii}.",
        ),
        help=Text(
            fr="Comparez cette forme à celle que donne votre registraire, puis enregistrez-la. Si elle vous surprend, une lettre a été remplacée par une autre qui lui ressemble.",
            en="Compare this form with the one your registrar gives, then register it. If it surprises you, a letter has been replaced by one that looks like it.",
        ),
        why=Text(
            fr="Un domaine accentué existe, mais voyage sous sa forme « xn-- ». Deux lettres d’alphabets différents peuvent se confondre à l’œil, jamais sous cette forme.",
            en="A domain can have accents, but it travels in its “xn--” form. Letters of two alphabets can look alike to the eye, never in this form.",
        ),
        seen=NOTHING,
        sources=(RFC5890_INTERNATIONAL,),
    ),
    "port": Rule(
        "warning",
        title=Text(fr="Port dans l’adresse", en="Port in the address"),
        message=Text(
            fr="« {found} » (caractère {position}) est un numéro de port.",
            en="“{found}” (character {position}) is a port number.",
        ),
        help=Text(
            fr="Dans le champ « Host domain », retirez-le. Dans une URL, ne le gardez que si la page ne s’ouvre pas sans lui.",
            en="In the “Host domain” field, remove it. In a URL, keep it only if the page does not open without it.",
        ),
        why=Text(
            fr="Une page publique répond sur le port 443, que l’on n’écrit pas. Un autre port trahit souvent un serveur de développement.",
            en="A public page answers on port 443, which is not written. Another port often betrays a development server.",
        ),
        seen=NOTHING,
        sources=(RFC3986_AUTHORITY, INTUIT_APP_SETTINGS),
    ),
    "scheme-included": Rule(
        "warning",
        title=Text(fr="« https:// » devant le domaine", en="“https://” before the domain"),
        message=Text(
            fr="« {found} » est de trop devant le domaine (caractère {position}).",
            en="“{found}” should not stand before the domain (character {position}).",
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
            fr="« {found} » est de trop après le domaine (caractère {position}).",
            en="“{found}” should not follow the domain (character {position}).",
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
            fr="« {found} » (caractère {position}) attend encore une valeur.",
            en="“{found}” (character {position}) still waits for a value.",
        ),
        help=Text(
            fr="Donnez une adresse complète, la même pour tous vos clients. Personne ne remplira ce modèle.",
            en="Give a complete address, the same for all your customers. Nobody fills in the template.",
        ),
        why=Text(
            fr="Les accolades, les crochets et les chevrons viennent d’un exemple de documentation. Le navigateur ouvrirait l’adresse telle quelle.",
            en="Braces and brackets come from an example in documentation. A browser would open the address as it stands.",
        ),
        seen=BROKEN,
        sources=(RFC3986_CHARACTERS,),
    ),
    "unencoded-character": Rule(
        "warning",
        title=Text(fr="Caractère à encoder", en="Character to encode"),
        message=Text(
            fr="« {found} » (caractère {position}) doit être encodé dans une adresse.",
            en="“{found}” (character {position}) must be encoded in an address.",
        ),
        help=Text(
            fr="Copiez la forme encodée, où chaque octet s’écrit « % » suivi de deux chiffres.",
            en="Copy the encoded form, where each byte is written as “%” and two digits.",
        ),
        why=Text(
            fr="Une adresse ne s’écrit qu’avec une partie de l’ASCII. Les navigateurs affichent les accents, mais envoient leur forme encodée; un portail n’y est pas tenu.",
            en="An address is written with part of ASCII only. Browsers show accents but send their encoded form; a portal need not.",
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
            fr="Préférez une adresse sans « # ». Si votre application l’exige, essayez-la avec « ?realmId=1 » ajouté à la fin.",
            en="Prefer an address without “#”. If your app needs it, try it with “?realmId=1” added at the end.",
        ),
        why=Text(
            fr="Intuit ouvre la page de déconnexion avec « ?realmId= ». Ajouté après un « # », ce paramètre se perd. Intuit ne dit rien des ancres.",
            en="Intuit opens the disconnect page with “?realmId=”. Added after a “#”, that parameter is lost. Intuit says nothing of fragments.",
        ),
        seen=NOTHING,
        sources=(RFC3986_FRAGMENT, INTUIT_TECHNICAL),
    ),
    "temporary-host": Rule(
        "warning",
        title=Text(fr="Hôte qui ne dure pas", en="Host that does not last"),
        message=Text(
            fr="« {found} » (caractère {position}) est un hôte provisoire : un tunnel ou un aperçu, qui disparaîtra.",
            en="“{found}” (character {position}) is a temporary host: a tunnel or a preview, which will be gone.",
        ),
        help=Text(
            fr="Donnez l’adresse de votre application en production, sur un domaine à vous.",
            en="Give your app’s production address, on a domain of your own.",
        ),
        why=Text(
            fr="L’équipe d’Intuit peut ouvrir l’adresse des semaines plus tard, et vos clients des années plus tard. Un tunnel se ferme avec l’ordinateur, un aperçu avec la version suivante, et leur nom peut passer à quelqu’un d’autre.",
            en="Intuit’s reviewers may open the address weeks later, and your customers years later. A tunnel closes with the computer, a preview with the next version, and somebody else may get its name.",
        ),
        seen=BROKEN,
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL),
    ),
    "unknown-top-level": Rule(
        "warning",
        title=Text(fr="Fin de domaine inconnue", en="Unknown top-level name"),
        message=Text(
            fr="« {found} » (caractère {position}) finit par un nom qui n’est pas parmi ceux d’Internet.",
            en="“{found}” (character {position}) ends in a name that is not among the Internet’s.",
        ),
        help=Text(
            fr="Vérifiez ce qui suit le dernier point : « .com », « .ca », « .fr » ou la fin que vous avez achetée.",
            en="Check what follows the last dot: “.com”, “.ca”, “.uk” or the ending that you bought.",
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
        title=Text(fr="Domaine à remplacer", en="Stand-in domain"),
        message=Text(
            fr="« {found} » se lit comme le domaine convenu d’un guide, et non comme le vôtre (caractère {position}).",
            en="“{found}” reads like a guide’s stand-in, not like your own domain (character {position}).",
        ),
        help=Text(
            fr="Si ce domaine n’est pas à vous, remplacez-le par le vôtre avant d’enregistrer.",
            en="If this domain is not yours, replace it with your own before you save.",
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
            en="“{found}” is reserved for examples: it is not your domain.",
        ),
        help=Text(
            fr="Remplacez-le par votre propre domaine avant d’enregistrer.",
            en="Replace it with your own domain before you save.",
        ),
        why=Text(
            fr="Les guides écrivent example.com là où va votre domaine. Personne ne peut posséder ce nom.",
            en="Guides write example.com where your own domain goes. Nobody can own that name.",
        ),
        seen=NOTHING,
        sources=(RFC2606_EXAMPLES,),
    ),
    "codat-host": Rule(
        "error",
        title=Text(fr="Page de Codat au lieu de la vôtre", en="Codat’s page instead of yours"),
        message=Text(
            fr="« {found} » appartient à Codat. Le champ {label} attend {purpose}.",
            en="“{found}” belongs to Codat. {label} expects {purpose}.",
        ),
        help=Text(
            fr="Donnez une adresse de votre propre site.",
            en="Give an address on your own site.",
        ),
        why=Text(
            fr="C’est votre application qu’Intuit examine : ses pages, son contrat, sa politique de confidentialité. Seule l’URI de redirection est celle de Codat.",
            en="It is your app that Intuit reviews: its pages, its license, its privacy policy. Only the redirect URI is Codat’s.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS, CODAT_SETUP),
    ),
    "intuit-host": Rule(
        "error",
        title=Text(fr="Page d’Intuit au lieu de la vôtre", en="Intuit’s page instead of yours"),
        message=Text(
            fr="« {found} » appartient à Intuit. Le champ {label} attend {purpose}.",
            en="“{found}” belongs to Intuit. {label} expects {purpose}.",
        ),
        help=Text(
            fr="Donnez une adresse de votre propre site.",
            en="Give an address on your own site.",
        ),
        why=Text(
            fr="Une adresse copiée du portail ou de la documentation d’Intuit ne mène pas à votre application.",
            en="An address copied from Intuit’s portal or documentation does not lead to your app.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "lookalike-host": Rule(
        "error",
        title=Text(fr="Hôte trompeur", en="Deceptive host"),
        message=Text(
            fr="« {found} » imite Codat ou Intuit, mais appartient à quelqu’un d’autre (caractère {position}).",
            en="“{found}” imitates Codat or Intuit but belongs to somebody else (character {position}).",
        ),
        help=Text(
            fr="Ne l’enregistrez pas. Donnez une adresse de votre propre site.",
            en="Do not register it. Give an address on your own site.",
        ),
        why=Text(
            fr="Un hôte appartient à qui possède sa fin. Ce qui précède, fût-ce codat.io ou intuit.com, s’écrit librement.",
            en="A host belongs to whoever owns its end. What stands before it can be anything, even codat.io or intuit.com.",
        ),
        seen=NOTHING,
        sources=(RFC1035_NAMES,),
    ),
    "redirect-uri": Rule(
        "error",
        title=Text(fr="URI de redirection dans le mauvais champ", en="Redirect URI in the wrong field"),
        message=Text(
            fr="C’est une URI de redirection de Codat (caractère {position}). Le champ {label} attend {purpose}.",
            en="This is one of Codat’s redirect URIs (character {position}). {label} expects {purpose}.",
        ),
        help=Text(
            fr="Enregistrez-la sous l’onglet « Redirect URIs », et donnez ici une page de votre site.",
            en="Register it in the “Redirect URIs” tab, and give a page of your own site here.",
        ),
        why=Text(
            fr="Cette adresse reçoit le code d’autorisation d’Intuit. Ouverte par une personne, sans code, elle n’a rien à lui montrer.",
            en="This address receives Intuit’s authorization code. Opened by a person, without a code, it has nothing to show.",
        ),
        seen=BROKEN,
        sources=(INTUIT_REDIRECT_URI, CODAT_SETUP),
    ),
    "api-endpoint": Rule(
        "warning",
        title=Text(
            fr="Point de terminaison d’API comme page de déconnexion", en="API endpoint as a disconnect page"
        ),
        message=Text(
            fr="« {found} » est l’API de Codat (caractère {position}). Intuit ouvre cette adresse dans un navigateur, par une requête GET; l’API attend une requête PATCH authentifiée, avec un corps.",
            en="“{found}” is Codat’s API (character {position}). Intuit opens this address in a browser, with a GET request; the API expects an authenticated PATCH request with a body.",
        ),
        help=Text(
            fr="Donnez plutôt une page de votre site qui confirme la déconnexion et explique comment se reconnecter. Appelez l’API de Codat depuis votre serveur.",
            en="Give a page of your own site that confirms the disconnection and explains how to reconnect. Call Codat’s API from your server.",
        ),
        why=Text(
            fr="Les deux sources se contredisent. Le guide de Codat (version du 17 août 2026) permet de donner l’adresse de son point de terminaison « Unlink connection ». Intuit (pages lues en 2026) demande « any static page that tells a user they’ve disconnected ». Suivez Intuit : un navigateur n’envoie ni clé d’API ni PATCH, donc rien ne serait déconnecté. Cette dernière phrase est notre déduction.",
            en="The two sources disagree. Codat’s guide (version of 17 August 2026) lets you give the address of its “Unlink connection” endpoint. Intuit (pages read in 2026) asks for “any static page that tells a user they’ve disconnected”. Follow Intuit: a browser sends neither an API key nor PATCH, so nothing would be unlinked. That last sentence is our inference.",
        ),
        seen=Text(
            fr="Le portail l’accepte peut-être. Votre client, lui, voit une réponse 401 de l’API, et la connexion reste ouverte chez Codat.",
            en="The portal may accept it. Your customer sees a 401 response from the API, and the connection stays open at Codat.",
        ),
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL, CODAT_SETUP, CODAT_UNLINK),
    ),
    "generic-link": Rule(
        "warning",
        title=Text(fr="Adresse Link de Codat", en="Codat Link URL"),
        message=Text(
            fr="« {found} » est une adresse Link de Codat (caractère {position}), et non une page de votre application.",
            en="“{found}” is a Codat Link URL (character {position}), not a page of your app.",
        ),
        help=Text(
            fr="Si votre application a une page de connexion, donnez-la. Sinon, ouvrez cette adresse dans une fenêtre privée, et demandez à Codat si les mots de passe à usage unique sont désactivés pour vous.",
            en="If your app has a sign-in page, give that. Otherwise open this address in a private window, and ask Codat whether one-time passwords are turned off for you.",
        ),
        why=Text(
            fr="Les deux sources se contredisent. Le guide de Codat (version du 17 août 2026) propose l’adresse Link générique à qui utilise Hosted Link. Intuit (pages lues en 2026) veut la page de connexion de votre application. De plus, Codat active les mots de passe à usage unique par défaut, et l’adresse générique ne marche pas tant qu’ils sont actifs. Suivez Intuit si vous le pouvez. Codat ne publie pas la forme de l’adresse générique : la vérification ne peut pas la reconnaître à coup sûr.",
            en="The two sources disagree. Codat’s guide (version of 17 August 2026) offers the generic Link URL to those who use Hosted Link. Intuit (pages read in 2026) wants your app’s sign-in page. Codat also turns one-time passwords on by default, and the generic URL does not work while they are on. Follow Intuit if you can. Codat does not publish the form of the generic URL: the check cannot recognize it for certain.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL, CODAT_SETUP, CODAT_HOSTED_LINK),
    ),
    "company-link": Rule(
        "warning",
        title=Text(fr="Adresse Link d’une seule entreprise", en="One company’s Link URL"),
        message=Text(
            fr="« {found} » (caractère {position}) n’ouvre que l’entreprise ou la connexion d’un seul client.",
            en="“{found}” (character {position}) opens one customer’s company or connection only.",
        ),
        help=Text(
            fr="Donnez une page qui convient à tous vos clients, de préférence la page de connexion de votre application. Ne gardez celle-ci que si votre application ne sert qu’une entreprise.",
            en="Give a page that suits all your customers, ideally your app’s sign-in page. Keep this one only if your app serves a single company.",
        ),
        why=Text(
            fr="Codat crée une adresse pour chaque entreprise, et une autre pour chaque connexion. Chez Intuit, l’adresse est la même pour tous : chaque client tomberait sur le dossier du premier.",
            en="Codat makes one URL for each company and another for each connection. At Intuit the address is the same for everyone: each customer would land in the first one’s file.",
        ),
        seen=NOTHING,
        sources=(CODAT_HOSTED_LINK, INTUIT_APP_SETTINGS),
    ),
    "one-time-link": Rule(
        "error",
        title=Text(fr="Adresse à usage unique", en="One-time URL"),
        message=Text(
            fr="Cette adresse contient un mot de passe à usage unique (caractère {position}).",
            en="This URL contains a one-time password (character {position}).",
        ),
        help=Text(
            fr="Donnez la page de connexion de votre application. Ne partagez pas cette adresse : elle donne accès jusqu’à son expiration.",
            en="Give your app’s sign-in page. Do not share this URL: it grants access until it expires.",
        ),
        why=Text(
            fr="Le mot de passe expire après une heure ou un jour. Ensuite, l’adresse ne mène plus nulle part, pour personne.",
            en="The password expires after one hour or one day. After that the URL leads nowhere, for anyone.",
        ),
        seen=BROKEN,
        sources=(CODAT_HOSTED_LINK,),
    ),
    "uat-host": Rule(
        "warning",
        title=Text(fr="Hôte d’essai de Codat", en="Codat’s test host"),
        message=Text(
            fr="« {found} » (caractère {position}) est un hôte d’essai (UAT) de Codat.",
            en="“{found}” (character {position}) is a Codat test host (UAT).",
        ),
        help=Text(
            fr="Remplacez-le par l’adresse que vos clients utilisent réellement.",
            en="Replace it with the address that your customers really use.",
        ),
        why=Text(
            fr="Ces adresses servent à obtenir les clés de production. Codat ne documente pas ce que ses hôtes d’essai garantissent.",
            en="These addresses serve to obtain production keys. Codat does not document what its test hosts guarantee.",
        ),
        seen=NOTHING,
        sources=(CODAT_HOSTED_LINK,),
    ),
    "same-url": Rule(
        "warning",
        title=Text(fr="Même adresse deux fois", en="Same address twice"),
        message=Text(
            fr="C’est l’adresse déjà donnée dans le champ {other}. Le champ {label} attend {purpose}.",
            en="This is the address already given in {other}. {label} expects {purpose}.",
        ),
        help=Text(
            fr="Vérifiez que la page remplit vraiment les deux rôles; sinon, donnez une page à chacun.",
            en="Make sure that the page really does both jobs; otherwise give each its own page.",
        ),
        why=Text(
            fr="Chaque champ a son rôle : se connecter, apprendre que l’on est déconnecté, se reconnecter, lire le contrat. Une adresse répétée est souvent un oubli de copie.",
            en="Each field has its job: sign in, learn that you are disconnected, reconnect, read the license. A repeated address is often a copying slip.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS, INTUIT_TECHNICAL, INTUIT_RECONNECT_URL),
    ),
    "eula-is-privacy": Rule(
        "warning",
        title=Text(fr="Contrat et politique à la même adresse", en="License and policy at one address"),
        message=Text(
            fr="Le contrat de licence et la politique de confidentialité ont la même adresse.",
            en="The license agreement and the privacy policy have the same address.",
        ),
        help=Text(
            fr="Si cette page contient les deux textes, ajoutez à chaque adresse l’ancre de sa section. Sinon, corrigez l’une des deux.",
            en="If this page holds both texts, add each section’s anchor to its address. Otherwise correct one of the two.",
        ),
        why=Text(
            fr="Intuit demande deux textes : l’un dit à quelles conditions on utilise votre application, l’autre ce qu’elle fait des données.",
            en="Intuit asks for two texts: one says on what terms people use your app, the other what it does with their data.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "other-host": Rule(
        "note",
        title=Text(fr="Hôte différent de « Host domain »", en="Host differs from “Host domain”"),
        message=Text(
            fr="L’hôte « {found} » n’est ni « {domain} » ni l’un de ses sous-domaines.",
            en="The host “{found}” is neither “{domain}” nor one of its subdomains.",
        ),
        help=Text(
            fr="Rien à faire si la page est bien la vôtre. Sinon, corrigez l’un des deux.",
            en="Nothing to do if the page really is yours. Otherwise correct one of the two.",
        ),
        why=Text(
            fr="Intuit ne dit pas si les adresses doivent se trouver sous le domaine hôte. Une différence est permise, mais révèle parfois une faute de frappe.",
            en="Intuit does not say whether the addresses must be under the host domain. A difference is allowed, but sometimes reveals a typo.",
        ),
        seen=NOTHING,
        sources=(INTUIT_APP_SETTINGS,),
    ),
}
