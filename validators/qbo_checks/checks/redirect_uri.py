"""The redirect URI that the app registers at Intuit so that Codat receives its customers.

Two URIs are right, one for each environment, and each is compared byte for byte (RFC 3986, section 6.2.1)
before anything is parsed: a parser's idea of equality is not Intuit's. Everything else is explained.
Source of both URIs: https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup
"""

from __future__ import annotations

from collections.abc import Iterator

from qbo_checks.environments import ENVIRONMENTS
from qbo_checks.excerpt import quote
from qbo_checks.model import Answer, Example, Field, Fields, Finding, Rule, Text
from qbo_checks.pasted import Pasted, first_difference
from qbo_checks.sources import (
    CODAT_SETUP,
    INTUIT_OAUTH_FAQ,
    INTUIT_REDIRECT_URI,
    RFC3986_STRINGS,
    RFC6749_ENDPOINT,
    RFC6749_REGISTERED,
    RFC9700_EXACT,
)

SANDBOX = "https://quickbooksonlinesandbox.codat.io/oauth2/callback"
PRODUCTION = "https://quickbooksonline.codat.io/oauth2/callback"
URIS = {"sandbox": SANDBOX, "production": PRODUCTION}

SCHEME = "https"
PATH = "/oauth2/callback"
HOSTS = {name: uri.removeprefix(f"{SCHEME}://").removesuffix(PATH) for name, uri in URIS.items()}

LAYERS = 8
"""How many layers of quotes and spaces are taken off: more than anyone pastes, few enough to stay fast."""

TITLE = Text(fr="URI de redirection", en="Redirect URI")

FIELDS = (
    Field(
        "uri",
        label=Text(fr="URI de redirection", en="Redirect URI"),
        hint=Text(
            fr="Collez-la telle qu’elle figure dans le portail Intuit, sous Redirect URIs.",
            en="Paste it as it stands in the Intuit portal, under Redirect URIs.",
        ),
    ),
    Field(
        "environment",
        label=Text(fr="Environnement", en="Environment"),
        kind="choice",
        choices=ENVIRONMENTS,
    ),
)

MISMATCH = Text(
    fr="Au moment de la connexion, Intuit affiche « The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app's keys tab and matches it exactly. »",
    en="At the moment of connecting, Intuit shows “The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app's keys tab and matches it exactly.”",
)
EXACTLY = Text(
    fr="Intuit compare l’URI que Codat envoie à celle que vous avez enregistrée, caractère par caractère. Rien n’est corrigé, rien n’est toléré.",
    en="Intuit compares the URI that Codat sends with the one you registered, character by character. Nothing is corrected and nothing is tolerated.",
)

RULES = {
    "exact": Rule(
        "note",
        title=Text(fr="URI exacte", en="Exact URI"),
        message=Text(
            fr="C’est exactement l’URI de Codat pour l’environnement {environment}.",
            en="This is exactly Codat’s URI for the {environment} environment.",
        ),
        help=Text(
            fr="Cliquez sur Save dans le portail Intuit, puis vérifiez que l’URI figure bien dans la liste de l’onglet {tab}.",
            en="Select Save in the Intuit portal, then make sure that the URI is in the list of the {tab} tab.",
        ),
        why=Text(
            fr="Chaque environnement d’Intuit a sa propre liste d’URI de redirection. Une URI exacte, mais enregistrée sous l’autre onglet, est refusée.",
            en="Each Intuit environment has its own list of redirect URIs. An exact URI that is registered under the other tab is refused.",
        ),
        seen=Text(
            fr="L’URI apparaît dans la liste Redirect URIs et la connexion revient chez Codat.",
            en="The URI appears in the Redirect URIs list, and connecting leads back to Codat.",
        ),
        sources=(CODAT_SETUP, INTUIT_REDIRECT_URI),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Rien à vérifier", en="Nothing to check"),
        message=Text(fr="Le champ est vide.", en="The field is empty."),
        help=Text(
            fr="Collez l’URI de redirection, ou copiez celle que Codat attend ici.",
            en="Paste the redirect URI, or copy the one that Codat expects here.",
        ),
        why=Text(
            fr="Sans URI enregistrée, Intuit ne sait pas où renvoyer votre client une fois l’accès autorisé.",
            en="Without a registered URI, Intuit has nowhere to send your customer after they authorize access.",
        ),
        seen=MISMATCH,
        sources=(INTUIT_REDIRECT_URI,),
    ),
    "surrounding-space": Rule(
        "error",
        title=Text(fr="Espace autour de l’URI", en="Space around the URI"),
        message=Text(
            fr="L’URI est entourée d’espaces ou de sauts de ligne (caractère {position}).",
            en="There are spaces or line breaks around the URI (character {position}).",
        ),
        help=Text(
            fr="Supprimez-les : l’URI doit commencer par « https » et finir par « callback ».",
            en="Delete them: the URI must begin with “https” and end with “callback”.",
        ),
        why=Text(
            fr="Une espace copiée avec l’URI en fait partie dès qu’elle est enregistrée, et personne ne la voit. Aucun document d’Intuit ne promet qu’elle sera retirée.",
            en="A space copied along with the URI becomes part of it once saved, and nobody can see it. No Intuit document promises to remove it.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS,),
    ),
    "wrapped": Rule(
        "error",
        title=Text(fr="Signes autour de l’URI", en="Signs around the URI"),
        message=Text(
            fr="« {found} » a été copié avec l’URI (caractère {position}).",
            en="“{found}” was copied along with the URI (character {position}).",
        ),
        help=Text(
            fr="Ne gardez que l’URI, sans guillemets, sans parenthèses, sans balisage Markdown et sans ponctuation finale.",
            en="Keep only the URI, without quotes, brackets, Markdown or a full stop.",
        ),
        why=Text(
            fr="Les guillemets et les crochets viennent du document d’où l’URI a été copiée. Enregistrés chez Intuit, ils font partie de l’adresse.",
            en="The quotes and brackets come from the document that the URI was copied from. Saved at Intuit, they become part of the address.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS,),
    ),
    "missing-scheme": Rule(
        "error",
        title=Text(fr="« https:// » manquant", en="Missing “https://”"),
        message=Text(
            fr="L’URI doit commencer par « https:// ».",
            en="The URI must begin with “https://”.",
        ),
        help=Text(
            fr="Ajoutez « https:// » devant l’hôte.",
            en="Add “https://” before the host.",
        ),
        why=Text(
            fr="Une URI de redirection est une URI absolue : le protocole en fait partie. Le navigateur le masque souvent, et il se perd à la copie.",
            en="A redirect URI is an absolute URI: the scheme is part of it. Browsers often hide it, and then it is lost in copying.",
        ),
        seen=MISMATCH,
        sources=(RFC6749_ENDPOINT,),
    ),
    "http-scheme": Rule(
        "error",
        title=Text(fr="« http » au lieu de « https »", en="“http” instead of “https”"),
        message=Text(
            fr="L’URI commence par « http » : il manque le « s » après le caractère {position}.",
            en="The URI begins with “http”: the “s” is missing after character {position}.",
        ),
        help=Text(fr="Écrivez « https:// ».", en="Write “https://”."),
        why=Text(
            fr="Le code d’autorisation voyage dans cette adresse. Intuit n’accepte que « https », sauf pour localhost en développement, dont Codat ne se sert pas.",
            en="The authorization code travels in this address. Intuit accepts only “https”, except for localhost in development, which Codat does not use.",
        ),
        seen=Text(
            fr="En production, le portail Intuit refuse d’enregistrer l’URI. Sinon, la connexion échoue : « The redirect_uri query parameter value is invalid. »",
            en="In production, the Intuit portal refuses to save the URI. Otherwise connecting fails: “The redirect_uri query parameter value is invalid.”",
        ),
        sources=(INTUIT_REDIRECT_URI, RFC9700_EXACT),
    ),
    "wrong-environment": Rule(
        "error",
        title=Text(fr="URI de l’autre environnement", en="The other environment’s URI"),
        message=Text(
            fr="C’est l’URI de l’environnement {other}, alors que cette étape porte sur l’environnement {environment}.",
            en="This is the URI for the {other} environment, but this step is about the {environment} environment.",
        ),
        help=Text(
            fr="Enregistrez ici l’URI dont l’hôte est « {host} ».",
            en="Register the URI whose host is “{host}” here.",
        ),
        why=Text(
            fr="Intuit tient une liste par environnement, et Codat a une URI pour chacun. Les échanger bloque les deux intégrations.",
            en="Intuit keeps one list per environment, and Codat has one URI for each. Swapping them blocks both integrations.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, INTUIT_REDIRECT_URI),
    ),
    "foreign-host": Rule(
        "error",
        title=Text(fr="Hôte étranger à Codat", en="Not Codat’s host"),
        message=Text(
            fr="L’hôte est « {found} », et non « {host} ».",
            en="The host is “{found}”, not “{host}”.",
        ),
        help=Text(
            fr="Si vous passez par Codat, remplacez toute l’URI par celle de Codat. N’enregistrez jamais une URI que vous ne reconnaissez pas.",
            en="If you connect through Codat, replace the whole URI with Codat’s. Never register a URI that you do not recognize.",
        ),
        why=Text(
            fr="Intuit remet le code d’autorisation de vos clients à cet hôte, quel qu’il soit. Une seule lettre d’écart, et il est remis à quelqu’un d’autre.",
            en="Intuit hands your customers’ authorization codes to this host, whoever owns it. One letter off, and somebody else receives them.",
        ),
        seen=MISMATCH,
        sources=(CODAT_SETUP, RFC9700_EXACT),
    ),
    "path-typo": Rule(
        "error",
        title=Text(fr="Chemin inexact", en="Wrong path"),
        message=Text(
            fr="Le chemin est « {found} » au lieu de « {path} »; il diffère dès le caractère {position}.",
            en="The path is “{found}” instead of “{path}”; it differs from character {position} on.",
        ),
        help=Text(
            fr="Après l’hôte, écrivez exactement « {path} », en minuscules.",
            en="After the host, write exactly “{path}”, in lower case.",
        ),
        why=EXACTLY,
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED),
    ),
    "trailing-slash": Rule(
        "error",
        title=Text(fr="Barre oblique à la fin", en="Slash at the end"),
        message=Text(
            fr="La barre oblique à la fin (caractère {position}) en fait une autre adresse.",
            en="The slash at the end (character {position}) makes it a different address.",
        ),
        help=Text(
            fr="Supprimez-la : Intuit compare les adresses caractère par caractère et refusera celle-ci.",
            en="Delete it: Intuit compares addresses character by character and will refuse this one.",
        ),
        why=Text(
            fr="Un site web répond souvent de la même façon avec ou sans barre finale; Intuit, non. Pour la comparaison, ce sont deux adresses sans rapport.",
            en="A website often answers the same with and without a final slash; Intuit does not. To the comparison, they are two unrelated addresses.",
        ),
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED),
    ),
    "query": Rule(
        "error",
        title=Text(fr="Paramètres après « ? »", en="Parameters after “?”"),
        message=Text(
            fr="Tout ce qui suit le « ? » (caractère {position}) est de trop.",
            en="Everything from the “?” on (character {position}) is too much.",
        ),
        help=Text(
            fr="Supprimez le « ? » et ce qui le suit.",
            en="Delete the “?” and what follows it.",
        ),
        why=Text(
            fr="Intuit demande de ne mettre aucun paramètre dans une URI de redirection : ce qui doit voyager passe par « state ».",
            en="Intuit asks for no parameters in a redirect URI: what has to travel goes into “state”.",
        ),
        seen=Text(
            fr="La connexion échoue avec « invalid_grant », ou avec « The redirect_uri query parameter value is invalid. »",
            en="Connecting fails with “invalid_grant”, or with “The redirect_uri query parameter value is invalid.”",
        ),
        sources=(INTUIT_OAUTH_FAQ, RFC6749_ENDPOINT),
    ),
    "fragment": Rule(
        "error",
        title=Text(fr="Ancre après « # »", en="Fragment after “#”"),
        message=Text(
            fr="Tout ce qui suit le « # » (caractère {position}) est de trop.",
            en="Everything from the “#” on (character {position}) is too much.",
        ),
        help=Text(
            fr="Supprimez le « # » et ce qui le suit.",
            en="Delete the “#” and what follows it.",
        ),
        why=Text(
            fr="La norme OAuth 2.0 l’interdit : « The endpoint URI MUST NOT include a fragment component. »",
            en="The OAuth 2.0 standard forbids it: “The endpoint URI MUST NOT include a fragment component.”",
        ),
        seen=MISMATCH,
        sources=(RFC6749_ENDPOINT,),
    ),
    "different": Rule(
        "error",
        title=Text(fr="Caractère différent", en="Different character"),
        message=Text(
            fr="L’URI diffère de celle de Codat à partir du caractère {position}.",
            en="The URI differs from Codat’s from character {position} on.",
        ),
        help=Text(
            fr="Remplacez-la par l’URI exacte de Codat, que vous pouvez copier ici.",
            en="Replace it with Codat’s exact URI, which you can copy here.",
        ),
        why=EXACTLY,
        seen=MISMATCH,
        sources=(RFC3986_STRINGS, RFC6749_REGISTERED, RFC9700_EXACT),
    ),
}


def _example(uri: str, *rules: str, environment: str = "sandbox", ours: bool = True) -> Example:
    """An example whose correction, where the host is one of ours, is the environment's URI."""
    return Example(
        {"uri": uri, "environment": environment},
        rules,
        verdict="fail",
        cleaned={"uri": URIS[environment]} if ours else {},
    )


EXAMPLES = (
    Example({"uri": SANDBOX, "environment": "sandbox"}, ("exact",), "pass"),
    Example({"uri": PRODUCTION, "environment": "production"}, ("exact",), "pass"),
    _example(SANDBOX + "/", "trailing-slash"),
    _example(PRODUCTION + "//", "trailing-slash", environment="production"),
    _example("", "empty"),
    _example(" \n", "empty"),
    _example(f"  {SANDBOX}", "surrounding-space"),
    _example(f"{SANDBOX}\n", "surrounding-space"),
    _example(f'"{SANDBOX}"', "wrapped"),
    _example(f"[{SANDBOX}]({SANDBOX})", "wrapped"),
    _example(f"« {SANDBOX} »", "wrapped", "surrounding-space"),
    _example(f"{SANDBOX}.", "wrapped"),
    _example(SANDBOX.removeprefix("https://"), "missing-scheme"),
    _example(SANDBOX.replace("https", "http"), "http-scheme"),
    _example(PRODUCTION, "wrong-environment"),
    _example(SANDBOX, "wrong-environment", environment="production"),
    _example("https://app.example.com/oauth2/callback", "foreign-host", ours=False),
    _example("example.com", "missing-scheme", "foreign-host", ours=False),
    _example("https://quickbooksonlinesandbox.codat.io.example.com/oauth2/callback", "foreign-host", ours=False),
    _example("https://quickbooksonlinesandbox.codat.io/oauth/callback", "path-typo"),
    _example("https://quickbooksonlinesandbox.codat.io", "path-typo"),
    _example(f"{SANDBOX}?state=1", "query"),
    _example(f"{SANDBOX}?", "query"),
    _example(f"{SANDBOX}#top", "fragment"),
    _example(f"{SANDBOX}/?state=1#top", "trailing-slash", "query", "fragment"),
    _example(SANDBOX.replace("codat", "Codat"), "different"),
    _example(SANDBOX.replace(".io", ".io:443"), "different"),
    _example(f" http://quickbooksonline.codat.io{PATH}/ ", "surrounding-space", "http-scheme", "wrong-environment", "trailing-slash"),
)  # fmt: skip


def examine(fields: Fields) -> Answer:
    """Compare byte for byte; then, only to explain, take apart what was pasted."""
    environment = fields["environment"]
    expected = URIS[environment]
    if fields["uri"] == expected:
        tab = "Development" if environment == "sandbox" else "Production"
        holes = {"environment": ENVIRONMENTS[environment], "tab": tab}
        return Answer((Finding("exact", "uri", holes=holes),))

    if not fields["uri"].strip():
        return Answer((Finding("empty", "uri"),), {"uri": expected})

    core, peeled = _peel(Pasted(fields["uri"]))
    taken_apart = _Parts(core)
    ours = taken_apart.host.text.lower() in HOSTS.values()
    findings = [*peeled, *_explain(taken_apart, environment, ours=ours)]
    if not findings:
        position = first_difference(fields["uri"], expected)
        findings = [_found("different", Pasted(fields["uri"])[position : position + 1] or core)]
    return Answer(tuple(findings), {"uri": expected} if ours else {})


def _found(rule: str, place: Pasted, **holes: object) -> Finding:
    """A finding at a place; every message may name the place's first character, counted from one."""
    return Finding(
        rule, "uri", place.span, {"position": place.start + 1, "found": quote(place.text), **holes}
    )


def _peel(pasted: Pasted) -> tuple[Pasted, list[Finding]]:
    """Take off the space and the signs around the URI, layer by layer, and say each kind once."""
    taken: dict[str, Pasted] = {}
    for _ in range(LAYERS):
        inner, space = pasted.strip()
        inner, signs = inner.unwrap()
        for rule, stretches in (("surrounding-space", space), ("wrapped", signs)):
            if stretches:
                taken.setdefault(rule, stretches[0])
        if inner == pasted:
            break
        pasted = inner
    return pasted, [_found(rule, place) for rule, place in taken.items()]


class _Parts:
    """A URI's parts, each where it stands (the names are RFC 3986's, section 3)."""

    def __init__(self, uri: Pasted) -> None:
        text = uri.text
        fragment = _index(text, "#")
        query = min(_index(text, "?"), fragment)
        authority = text.find("://", 0, query) + 3 if "://" in text[:query] else 0
        path = min(_index(text, "/", authority), query)
        host = text.rfind("@", authority, path) + 1 or authority
        port = min(_index(text, ":", host), path)
        self.scheme = uri[: max(0, authority - 3)]
        self.host = uri[host:port]
        self.path = uri[path:query]
        self.query = uri[query:fragment]
        self.fragment = uri[fragment:]


def _index(text: str, sign: str, start: int = 0) -> int:
    """Where a sign stands, or the text's length."""
    position = text.find(sign, start)
    return len(text) if position < 0 else position


def _explain(uri: _Parts, environment: str, *, ours: bool) -> Iterator[Finding]:
    """What is wrong with each part, in the order in which they stand."""
    host = HOSTS[environment]
    if not uri.scheme.text:
        yield _found("missing-scheme", uri.host)
    elif uri.scheme.text.lower() == "http":
        yield _found("http-scheme", uri.scheme, position=uri.scheme.span[1])

    if not ours:
        # Nothing is said of the rest: no correction of it would lead to Codat.
        yield _found("foreign-host", uri.host, host=host)
        return
    if uri.host.text.lower() != host:
        other = next(name for name in URIS if name != environment)
        yield _found(
            "wrong-environment",
            uri.host,
            host=host,
            environment=ENVIRONMENTS[environment],
            other=ENVIRONMENTS[other],
        )

    path = uri.path.text.rstrip("/")
    if path != PATH:
        differs = first_difference(path, PATH)
        yield _found("path-typo", uri.path, path=PATH, position=uri.path.start + differs + 1)
    elif path != uri.path.text:
        yield _found("trailing-slash", uri.path[len(path) :])
    if uri.query.text:
        yield _found("query", uri.query)
    if uri.fragment.text:
        yield _found("fragment", uri.fragment)
