"""What a pasted error says once its shapes are undone, and whose words it holds.

Three views of one text, each with the place of every character in what was pasted:

- ``plain``: escapes of JSON, HTML and addresses read, colours, invisible characters and a terminal's breaks gone;
- ``low``: the same, in lower case without accents, with the digits and letters that a screenshot confuses put back;
- ``condensed``: only the letters and digits of ``low``, markup left out, with the characters that a screenshot
  confuses made one. A phrase is looked for here, so that quotes, tags, line breaks within words and a misread
  ``l`` do not hide it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from string import ascii_lowercase
from typing import Literal, TypeAlias

from qbo_checks.checks.error_message.literals import literals
from qbo_checks.excerpt import INVISIBLE
from qbo_checks.model import Span
from qbo_checks.text import FULL_WIDTH, Pasted

Owner: TypeAlias = Literal["intuit", "codat", "desktop", "other"]
"""Who speaks: Intuit, Codat, Intuit's other product, or somebody else whose host or name stands in the text."""

FOREIGN: frozenset[Owner | None] = frozenset({"desktop", "other"})
"""Who may use the same words and numbers for something else."""

Answerer: TypeAlias = Literal["token", "api", "page", "codat"]
"""Which address answered: Intuit's token endpoint, its API, its authorization page, or Codat's API."""

MAX_DISTANCE = 300
"""How many characters from a mark of Intuit's or Codat's a number may stand and still be theirs."""

MAX_OCCURRENCES = 1_000
"""How many places of one phrase are tried: a text that holds more says the same on each line."""

MAX_PATH_CHARS = 400
"""How far after a host its query is looked for."""

MAX_CUT_HOST_CHARS = 80
"""How far before its end a text is looked at for a host that it was cut in."""

_ESCAPE = re.compile(
    # What each begins with: nine places of ten aren't looked at further, nor in the three below.
    rf"(?=[%\\&\[\x1b\u241b\ufffd^\u00c2\u00c3\u00e2{INVISIBLE}])(?:"
    # Several octets that make one character: in an address, in Python's or a shell's bytes, read as Windows-1252.
    r"(?P<octets>(?:%|\\{1,8}+x)[C-Fc-f][0-9A-Fa-f](?:(?:%|\\{1,8}+x)[89ABab][0-9A-Fa-f]){1,3})"
    r"|(?P<mistaken>[\u00c2\u00c3][\u00a0-\u00bf]|\u00e2\u20ac[\u2122\u0153\u009d\u02dc\u201c\u201d\u00a6\u00a2])"
    # An octet of an address, perhaps encoded more than once; JSON, Markdown; HTML; what nobody sees.
    r"|%(?:25){0,3}(?P<octet>[0-9A-Fa-f]{2})"
    # A terminal's colours (ECMA-48), as such or as a log spells them.
    r"|(?P<colour>(?:\x1b|\u241b|\ufffd|\^\[|\\(?:x1b|u001b|033|e))\[[0-9;]{0,16}+[A-Za-z]|\[[0-9;]{1,16}+m)"
    r"|\\{1,8}+(?:(?:u00|x)(?P<escaped>[0-9A-Fa-f]{2})|u(?P<wide>[0-9A-Fa-f]{4})|(?P<break>[nr])|(?P<tab>t)|(?P<sign>[_\"'/]))"
    r"|&(?:amp;){0,3}(?:\#(?:[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6})|(?P<decimal>[0-9]{1,7}))|(?P<entity>[A-Za-z]{2,8}));"
    rf"|(?P<invisible>[{INVISIBLE}]+))"
)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

_ACCENTS = str.maketrans(
    "àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ",
    "aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy",
)
_LOWER = {
    **_ACCENTS,
    **{point: ord(sign) for point, sign in FULL_WIDTH.items()},
    **{upper + wide: upper + 32 for upper in range(ord("A"), ord("Z") + 1) for wide in (0, 0xFEE0)},
}
"""Capitals, full-width forms and accented letters, one for one: a longer lower case would lose the places."""

_ALIKE = (("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"), ("8", "b"))
"""What a screenshot confuses: zero and o, one, i and l, five and s, eight and b."""

_LAYERS = 3
"""How many shapes may stand one in another: an address in HTML in JSON."""

_WIDTHS = {80, 100, 120, 132}
"""How wide terminals are by default. One cuts lines there, in the middle of a word if need be."""

_BREAK = re.compile(r"(?<=[^\r\n])\r?\n(?=[^\r\n])")

_DIGIT = re.compile("[0-9]")
_MISREAD_NUMBER = re.compile(r"(?=[0-9oil])(?<![a-z0-9_])(?=[oil]{0,5}[0-9])[0-9oil]{2,6}(?![a-z0-9_])")
_MISREAD_WORD = re.compile(
    r"(?=[01])(?:(?<=[a-z])[01]{1,3}(?=[a-z])|(?<![a-z0-9])[01](?=[a-z]{2})|(?<=[a-z]{3})(?<!oauth)1{1,2}(?![\w.])|(?<=ur)1(?!\w)|(?<=qb)0)"
)
_MISREAD_I = re.compile(
    # Not where a name in CamelCase goes on: clientId, expiresIn, lineItem, userIsActive.
    r"(?=I)(?:(?<=[a-z])I{1,2}(?!d(?![a-z])|n|s[A-Z]|f|tem|m|[A-Z])|(?<=ou)I(?=d(?![a-z]))|(?<=[A-Z])I(?=[aeiouy])"
    r"|(?<![A-Za-z])I(?=[aeou][a-z]{2}|['\u2019][a-z\u00e0-\u00ff]{4}))"
)
_AS_LETTERS = str.maketrans("01", "ol")
_AS_DIGITS = str.maketrans("oil", "011")

_TAG = re.compile(
    r"</?(?:a|abbr|article|b|body|br|button|center|code|details|div|em|font|footer|h[1-6]|head|header|hr|html|i"
    r"|img|label|li|link|main|mark|meta|ol|p|pre|section|small|span|strong|summary|table|tbody|td|th|title|tr"
    r"|u|ul|wbr)(?=[\s/>])[^<>]{0,2000}>"
)
"""Markup of a page. What XML an answer is made of stays: its attributes hold the codes."""

_SERVER_PAGE = re.compile(
    r"(?:(?:http |error |erreur )?[45][0-9][0-9][ :-]{1,3}[a-z][a-z '-]{3,40}\W{1,8}){1,3}"
    r"(?P<server>nginx|openresty|tengine|apache|caddy|litespeed|lighttpd|varnish|envoy|haproxy|traefik|microsoft-iis)(?:/[0-9.]{1,12})?"
    r"(?: ?\([a-z0-9 .-]{1,20}\))?\W*"
    r"|\{ ?\"statuscode\" ?: ?500 ?, ?(?:\"error\" ?: ?\"internal server error\" ?, ?)?\"message\" ?: ?\"internal server error\" ?\}"
)
"""All that a web server answers by itself: a status, once or more, and the program's name; or JSON with neither."""
_REMARK = re.compile(r"<!(?:--.{0,200}?-->|[^<>-][^<>]{0,200}>)")
"""A comment of HTML, or the line that says what the page is written in."""
MAX_PAGE_CHARS = 2_000
"""How long such a page is at most: several lines of one comment are in it for an old browser's sake."""
_SERVERS = {
    "apache": "Apache", "caddy": "Caddy", "envoy": "Envoy", "haproxy": "HAProxy", "litespeed": "LiteSpeed", "microsoft-iis": "IIS",
    "openresty": "OpenResty", "tengine": "Tengine", "traefik": "Traefik", "varnish": "Varnish",
}  # fmt: skip

_LETTERS_AND_DIGITS = re.compile(r"[a-z0-9]+")

# Each alternative begins with letters, and asks after them what must not stand before: so most places aren't looked at.
_INTUIT = re.compile(
    r"intuit|quickbooks|quickbo?o?k?\Z|quickeebooks|qb(?<![a-z0-9]qb)[o_-]|realm_?id|v3/company"
    r"|fault\W{1,12}(?:error|type)|<error code=|error\W{1,3}:\W{0,3}\[\W{0,4}(?:message|detail|code)\W|</?fault|fault_?type"
    r"|validationfault|systemfault|authenticationfault|authori[sz]ati?onfault"
    r"|fault\W{1,3}(?:authentication|authorization|service|validation)\W{1,3}code|error code:\d{1,5}, error message"
    r"|error_?code\W{0,4}=\W{0,2}0[o0]\w{4}|code\W{1,6}\w{1,8}\W{1,8}element|wrongclustererror|srv-1[0-9]{2}|moreinfo"
)
_CUT_NAME = re.compile(r"(?:u?i?c?k?b)?ooks(?![a-z])")
"""What is left of QuickBooks where a text begins within it."""
_CODAT = re.compile(
    r"codat|service\W{1,6}(?:publicapi|clientsapi|quickbooksonline)|dataconnectionerrors|integrationkey|canberetried|detailederrorcode"
    r"|publicapi\W{1,8}(?:error|correlationid)|clientsapi\W{1,8}(?:error|correlationid)"
)
_DESKTOP = re.compile(
    r"quickbooks[ -](?:desktop|pro|premier|enterprise|point of sale|pos|database server|file doctor|tool hub)(?![a-z])"
    r"|web ?connector|qb(?<![a-z]qb)(?:wc|xml|fc|posxml|sdk)|\.qb[wbmx](?![a-z])|company file|hosting mode|multi-?user mode"
    r"|0x8004[0-9a-f]{4}|h(?<![a-z0-9]h)(?:101|202|303|505)(?![a-z0-9])|6(?<!\d6)[0-9]{3}\W{1,4}-[0-9]{1,5}(?!\d)"
)
_ONLINE = re.compile(
    r"intuit\.com|quickbooks[ -](?:online|en ligne)|realm_?id|qbo(?<![a-z]qbo)(?![a-z])|oauth|v3/company|intuit_tid|errorcode=0|codat"
)
"""QuickBooks Desktop is another product, whose errors have numbers of their own."""
_VENDORS = re.compile(
    # Names that are nothing else, also as a part of an identifier: XeroClient, GoogleProvider.
    r"(?<![a-z0-9])(?:(?:xero|stripe|shopify|hubspot|salesforce|freshbooks|sageone|netsuite|freeagent|squareup|paypal|twilio"
    r"|sendgrid|mailchimp|slack|gitlab|bitbucket|google|gmail|youtube|firebase|microsoft|azure|aadsts|office365|outlook"
    r"|sharepoint|onedrive|amazon|botocore|cognito|auth0|keycloak|openai|chatgpt|anthropic|copilot|gemini|huggingface|facebook"
    r"|instagram|whatsapp|linkedin|twitter|discord|spotify|strava|fitbit|dropbox|atlassian|jira|asana|airtable|zendesk"
    r"|docusign|rippling|klaviyo|woocommerce|magento|prestashop|bigcommerce|squarespace|walmart|gocardless|truelayer"
    r"|yodlee|chargebee|braintree|adyen|pipedrive|trello|telegram|tiktok|pinterest|nextcloud|owncloud|vercel|netlify"
    r"|heroku|supabase|datadog|grafana|prometheus|docker|kubernetes|kubectl|kubelet|postgres|mysql|mariadb|mongo|redis"
    r"|rabbitmq|kafka|elasticsearch|opensearch|snowflake|bigquery|databricks|terraform|ansible|jenkins|systemd|cloudflare"
    r"|fedex|usps|purolator|canadapost|datev|lexoffice|sevdesk|bexio|pennylane|qonto|cegid|sellsy|axonaut|fortnox|visma|tripletex"
    r"|quickfile|lightspeed|moneris|worldline|sumup|zettle|klarna|mollie|razorpay|airwallex|hellosign"
    r"|surveymonkey|typeform|mailgun|postmark|sparkpost|mandrill|calendly|eventbrite|clickup|basecamp|smartsheet|mixpanel|algolia)\w*"
    # An API that is said to be somebody's: “FedEx API: 503”.
    r"|(?!(?:quickbooks|online|intuit|codat|qbo?|accounting|payments?|payroll|rest|restful|web|http|https|json|graphql|oauth2?|public"
    r"|external|v[0-9]|the|this|that|our|your|my|their|its|an?|any|each|all|every|of|to|from|by|for|in|on|at|with|via|and|or|no|new|old|wrong"
    r"|un|une|le|la|les|l|d|de|des|du|cette|notre|votre|sandbox|production|company|report|query|batch|cdc|graph|data|partner"
    r"|invalid|unknown|missing|bad|first|second|same|other|only|calling|call|using|use|used|reach|reaching|through|per|monthly|daily) )"
    r"[a-z][a-z0-9]{2,20} api(?= ?:)"
    # What only one of them calls an error.
    r"|throttlingexception|notauthorizedexception|invalid_api_keys|item_login_required"
    # Names that begin other words as well.
    r"|sage|zoho|myob|revolut|monzo|plaid|aws|s3|okta|codex|gusto|intercom|etsy|ebay|openssh|sshd|ssh|sftp|ftp|smtp|imap|ldap|caldav|carddav|vpn"
    r"|dpkg|nfs|samba|odoo)(?![a-z0-9])"
)
_VENDOR_NAMES: dict[str, list[str]] = {}
for _name in literals(_VENDORS.pattern) or ():
    _VENDOR_NAMES.setdefault(_name[:4], []).append(_name)
"""Names by their first letters. Each stands where a run of letters and digits begins: few of a text's need a look."""
_TOOLS = re.compile(
    r"(?:^|\n)[^\n]{0,40}?(?<![\w-])(?:npm (?:err!|error|warn)|yarn error|pnpm err|fatal:|remote:|psql:|mysql(?:dump)?:|ssh:|kubelet|docker:"
    r"|error response from daemon|composer|pip install|error: could not (?:find|build)|collecting|bundler?:)"
    # Heroku's router and a server's log of visits: the status is what the reader's own app answered.
    r"|heroku\[router\]|code=h[0-9]{2} desc=|(?:^|\n)[^\n\[]{0,60}?[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?::[0-9]{1,5})? - (?:\"|[^\s\[]{1,40} \[)"
    # What Spring, Quarkus or ASP.NET answers where the reader's own code failed.
    r"|timestamp\"\s{0,3}:\s{0,3}\"?[0-9][^{}]{8,60}?\"status\"\s{0,3}:\s{0,3}[45][0-9]{2}\s{0,3},\s{0,20}\"error\"|\"traceid\"\s{0,3}:\s{0,3}\"00-[0-9a-f]{32}-"
    r"|pip\._vendor|npm-debug"
    r"|password authentication failed for user|could not be resolved to an installable set"
    r"|error [0-9]{4} \([0-9a-z]{5}\)|sqlstate|activerecord::|psycopg2?\.|sqlalchemy\.|sequelize|prismaclient|failed to pull image|(?:ghcr|gcr|quay|docker)\.io/|imagepullbackoff|pull access denied|manifest unknown"
)
"""Lines of a tool whose own failure they tell, whatever the package, the container or the account is called."""
_OF_TOOLS = literals(_TOOLS.pattern) or ()
# Apache signs its own pages: “Apache/2.4.52 (Ubuntu) Server at app.example.com Port 443”.
_HOST = re.compile(r"(?:://(?:[^\s/@\"'<>]{1,80}@)?|[)0-9] server at )(?P<host>[a-z0-9.-]{1,253})")
_OWN_HOSTS = re.compile(
    r"(?:^|\.)(?:intuit\.com|intuit\.net|codat\.io)$|^localhost$|^127\.|^0\.0\.0\.0$|^\[?::1"
    r"|(?:^|\.)(?:example\.(?:com|net|org)|w3\.org|xmlsoap\.org|ngrok\.io|ngrok-free\.app|decibelinsight\.net|github\.com"
    r"|npmjs\.com|readthedocs\.io|stackoverflow\.com|axios-http\.com|mozilla\.org|rfc-editor\.org|ietf\.org)$"
)
"""Hosts that say nothing about who answered: the reader's own machine, schemas, documentation."""
_HOST_SIGNS = f"{ascii_lowercase}.-"
_CUT_HOST = re.compile(r"[a-z][a-z-]{2,30}\.[a-z.]{1,40}\Z")
_HOSTS: Mapping[str, tuple[Owner, Answerer]] = {
    "oauth.platform.intuit.com": ("intuit", "token"),
    "quickbooks.api.intuit.com": ("intuit", "api"),
    "sandbox-quickbooks.api.intuit.com": ("intuit", "api"),
    "appcenter.intuit.com": ("intuit", "page"),
    "api.codat.io": ("codat", "codat"),
}
"""Hosts that are told by their beginning where a text ends within them: ``https://oauth.platform.in``."""
_COMES_BACK = re.compile(r"[?&#](?:error|code|state|realmid)=")
"""What Intuit adds to an address of the reader's."""
_ENDS_AN_ADDRESS = re.compile(r"[\s\"'<>)\]}]")

_ANSWERERS: Mapping[Answerer, re.Pattern[str]] = {
    "token": re.compile(
        r"oauth\.platform\.intuit\.com|tokens/bearer|tokens/revoke|oauth2platformclient|get_bearer_token|tokenclient|token exchange"
        r"|token endpoint"
    ),
    "api": re.compile(
        r"quickbooks\.api\.intuit\.com|v3/company|syncresthandler|asyncresthandler|intuit\.ipp|ipp\.core"
        r"|dataservice|quickbooks\.exceptions|general authentication"
    ),
    "page": re.compile(r"appcenter\.intuit\.com|accounts\.intuit\.com|appconnections"),
    "codat": re.compile(
        r"api\.codat\.io|publicapi|clientsapi|codat[ _-]?api|codat\w{0,20}error|codat\.error|codat_\w{1,20}\.models"
    ),
}

_STATUS = re.compile(
    r"(?<![a-z0-9])(?:http/[0-9.]{1,3}\"? +|(?:https? ?(?:error|code|status)?|(?:https?[ _]?)?(?:response[ _]?)?status(?:[ _]?code| of)?"
    r"|response[ _]?code|\(code|got an?|returned(?: an error)?|server error|code http|statut|code d.?etat)\W{1,8}"
    r"|(?:error|erreur|failed|rejected|refused|echoue|refusee?)\W{1,3}(?=[45])|error[ _]?code\W{1,3}(?=4|50[234])|(?:quickbooks|qbo|intuit|codat)(?: online| api)?\W{1,3}(?=[45]))(?P<labelled>[1-5][0-9][0-9])(?!\w|\.[1-9])"
    r"|(?<![a-z])(?:forbidden|unauthori[sz]ed|not found|bad request|bad gateway|service unavailable|too many requests|interdit)\W{1,3}"
    r"(?P<after>[45][0-9][0-9])(?!\w|\.[1-9])"
    r"|(?<![\w.#:-])(?P<phrased>[1-5][0-9][0-9])\W{1,3}(?:client error|server error|unauthori[sz]ed|forbidden|too many requests"
    r"|bad request|bad gateway|payment required|not found|conflict|method not allowed|internal server error"
    r"|service (?:temporarily )?un\w*|gateway time-?out|non autorise|trop de requetes|acces interdit|interdit"
    r"|mauvaise requete|requete incorrecte|service (?:temporairement )?(?:indisponible|non disponible)|passerelle)"
)

_NUMBER = re.compile(
    r"(?<![a-z0-9_-])(?P<label>error[ _-]?(?:code|number|no)|err(?:or)?[ _]?code|fault[ _-]?code|code d.?erreur"
    r"|(?P<bare>code)|(?P<word>error|erreur|fault))(?:\W{1,8}|\W{1,4}(?:is|est|no|n)\W{1,3})"
    r"(?<!-)(?P<zeros>0{0,2})(?P<number>[0-9]{3,5})(?!\w|-[0-9])(?!\s?(?:ms|secs?|seconds?|kb|mb|bytes?|files?|fichiers?|lines?|items?)(?!\w))"
)
_THREE_DIGITS = re.compile("[0-9]{3}")
_FAULT = re.compile(r"fault|element|detail|error|exception|erreur|fail")
_PROGRAMS = re.compile(r"exit(?:ed)?|make[:\[]|npm |signal|postal|zip|country|currency|area|tax|promo")
_MAX_CHARS_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is said to be an error's code or an HTTP status: which, and where (in ``plain``)."""

    number: int
    span: Span


class Reading:
    """One pasted text, read. Every place below is one of ``plain``; :meth:`pasted` gives it back."""

    def __init__(self, text: str) -> None:
        pasted = Pasted.of(text)
        if cut := _cut(text):
            pasted, _ = pasted.rewritten(_BREAK, lambda found: "" if found.start() in cut else None)
        for _ in range(_LAYERS):
            pasted, escape = pasted.rewritten(_ESCAPE, _written)
            if not escape:
                break
        self._read = pasted
        self.plain = pasted.text
        self.lower = _lower(self.plain)
        self.low = _unmisread(self.plain, self.lower)
        self._owners: dict[int, Owner | None] = {}
        self._answerers: dict[int, Answerer | None] = {}
        self._held: dict[frozenset[str], bool] = {}

    def pasted(self, span: Span) -> Span:
        """The same stretch in the text as it was pasted."""
        return self._read[slice(*span)].span

    # Phrases

    def holds_any(self, words: frozenset[str]) -> bool:
        """Whether any of these stands in ``low``. Many signs ask about the same ones."""
        held = self._held.get(words)
        if held is None:
            held = self._held[words] = any(map(self.low.__contains__, words))
        return held

    @cached_property
    def _without_tags(self) -> str:
        return _TAG.sub(lambda tag: " " * len(tag[0]), self.low)

    @cached_property
    def condensed(self) -> str:
        return _condensed(self._without_tags)

    def runs_of(self, size: int) -> set[str]:
        """So many letters from each place of the condensed text on, and of the text whose tags are condensed too."""
        kept = self.condensed
        runs = {kept[at : at + size] for at in range(len(kept) - size + 1)}
        if self._without_tags != self.low:
            kept = _condensed(self.low)
            runs.update(kept[at : at + size] for at in range(len(kept) - size + 1))
        return runs

    @cached_property
    def _runs(self) -> tuple[list[int], list[int]]:
        """For each run of letters and digits, where it begins in the condensed text and in ``plain``."""
        runs = [run.span() for run in _LETTERS_AND_DIGITS.finditer(self._without_tags)]
        begins = accumulate((end - start for start, end in runs), initial=0)
        return list(begins)[:-1], [start for start, _ in runs]

    def place(self, at: int) -> int:
        """Where a letter or digit of the condensed text stands in ``plain``."""
        begins, places = self._runs
        run = bisect_right(begins, at) - 1
        return places[run] + at - begins[run]

    def occurrences(self, phrase: str) -> Iterator[Span]:
        """Where a condensed phrase stands, from the first on; not the thousandth time that a log repeats it."""
        at = self.condensed.find(phrase)
        for _ in range(MAX_OCCURRENCES):
            if at < 0:
                return
            yield self.place(at), self.place(at + len(phrase) - 1) + 1
            at = self.condensed.find(phrase, at + len(phrase))

    # Whose words

    @cached_property
    def server(self) -> str:
        """The program whose own page is all of the text, and names nobody; empty for any other text."""
        if not self._has_numbers or len(self.low) > MAX_PAGE_CHARS:
            return ""
        page = " ".join(_TAG.sub(" ", _REMARK.sub(" ", self.low)).split())
        found = _SERVER_PAGE.fullmatch(page)
        return _SERVERS.get(found["server"], found["server"] or "NestJS, Fastify") if found else ""

    @cached_property
    def _marks(self) -> tuple[list[int], list[Owner]]:
        ours: Owner = "desktop" if not _ONLINE.search(self.low) and _DESKTOP.search(self.low) else "intuit"
        found: list[tuple[int, Owner]] = [(mark.start(), ours) for mark in _INTUIT.finditer(self.low)]
        if _CUT_NAME.match(self.low):
            found.append((0, ours))
        if self._cut_host:
            found.append(self._cut_host[:2])
        if ours == "desktop":
            found += [(mark.start(), ours) for mark in _DESKTOP.finditer(self.low)]
        found += [(mark.start(), "codat") for mark in _CODAT.finditer(self.low)]
        found += [(place, "other") for place in self._vendors]
        hosts = [*_HOST.finditer(self.low)]
        returns = [mark.start() for mark in _COMES_BACK.finditer(self.low)] if hosts else []
        for host in hosts:
            back = bisect_left(returns, host.end())
            if self._cut_host and host.end() == len(self.low):
                continue
            if not _is_own(host["host"]) and (
                back == len(returns)
                or returns[back] - host.end() > MAX_PATH_CHARS
                or _ENDS_AN_ADDRESS.search(self.low, host.end(), returns[back])
            ):
                found.append((host.start(), "other"))
        found.sort()
        return [place for place, _ in found], [owner for _, owner in found]

    @property
    def _vendors(self) -> Iterator[int]:
        """Where somebody else is named."""
        known = {run[:4] for run in _LETTERS_AND_DIGITS.findall(self.low)} & _VENDOR_NAMES.keys()
        if " api" not in self.low and not any(
            name in self.low for begins in known for name in _VENDOR_NAMES[begins]
        ):
            return
        end = 0
        for run in _LETTERS_AND_DIGITS.finditer(self.low):
            start, after = run.span()
            if (
                (run[0][:4] in known or self.low.startswith(" api", after))
                and start >= end
                and (vendor := _VENDORS.match(self.low, start))
            ):
                yield start
                end = vendor.end()

    @cached_property
    def _cut_host(self) -> tuple[int, Owner, Answerer] | None:
        """Where the text ends within one of our hosts, and whose it is."""
        tail = self.low[-MAX_CUT_HOST_CHARS:]
        name = tail[len(tail.rstrip(_HOST_SIGNS)) :]
        found = _CUT_HOST.search(self.low, len(self.low) - len(name)) if "." in name else None
        known = [
            told for host, told in _HOSTS.items() if found and host.startswith(found[0]) and host != found[0]
        ]
        return (found.start(), *known[0]) if found and known else None

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.plain)]

    @cached_property
    def _tool_lines(self) -> set[int]:
        if not any(map(self.low.__contains__, _OF_TOOLS)):
            return set()  # As for most texts; the search takes ten times as long.
        return {
            line
            for mark in _TOOLS.finditer(self.low)
            for line in range(
                bisect_left(self._breaks, mark.start() + 1), bisect_left(self._breaks, mark.end() - 1) + 1
            )
        }

    def owner(self, place: int) -> Owner | None:
        """Whose words stand at a place: who is named on its line, or else nearest to it. None where nobody is."""
        # Many signs ask about the same places of a log that repeats itself.
        if place not in self._owners:
            self._owners[place] = self._owner(place)
        return self._owners[place]

    def _owner(self, place: int) -> Owner | None:
        places, owners = self._marks
        if not places:
            return None
        line = bisect_left(self._breaks, place)
        if line in self._tool_lines:
            return "other"
        begin = self._breaks[line - 1] + 1 if line else 0
        end = self._breaks[line] if line < len(self._breaks) else len(self.plain)
        first, after = bisect_left(places, begin), bisect_left(places, end)
        around = bisect_left(places, place)
        # Only the marks next to the place are looked at: a line may have any number of them.
        beside = sorted(
            {max(around - 1, 0), min(around, len(places) - 1)}, key=lambda mark: abs(places[mark] - place)
        )
        on_line = [mark for mark in (*beside, first, after - 1) if first <= mark < after]
        ours = [mark for mark in on_line if owners[mark] not in FOREIGN]
        return owners[next(iter((*ours, *on_line, *beside)))]

    def near(self, place: int) -> bool:
        """Whether something of Intuit's or Codat's stands near a place, and nothing of another's nearer."""
        places, owners = self._marks
        around = bisect_left(places, place)
        distances = [
            (abs(places[mark] - place), owners[mark])
            for mark in (around - 1, around)
            if 0 <= mark < len(places)
        ]
        distance, _ = min(distances, default=(MAX_DISTANCE + 1, None))
        return distance <= MAX_DISTANCE and self.owner(place) not in {*FOREIGN, None}

    @property
    def owners(self) -> set[Owner]:
        """Everybody who is named."""
        return set(self._marks[1])

    @cached_property
    def _answering(self) -> tuple[list[int], list[Answerer]]:
        found = sorted(
            (host.start(), kind) for kind, hosts in _ANSWERERS.items() for host in hosts.finditer(self.low)
        )
        if self._cut_host:
            found.append(self._cut_host[::2])
        return [place for place, _ in found], [kind for _, kind in found]

    def answerer(self, place: int) -> Answerer | None:
        """Which address answered what stands at a place: the nearest that is named."""
        if place not in self._answerers:
            self._answerers[place] = self._answerer(place)
        return self._answerers[place]

    def _answerer(self, place: int) -> Answerer | None:
        places, kinds = self._answering
        around = bisect_left(places, place)
        candidates = [mark for mark in (around - 1, around) if 0 <= mark < len(places)]
        return kinds[min(candidates, key=lambda mark: abs(places[mark] - place))] if candidates else None

    # Numbers

    @cached_property
    def _has_numbers(self) -> bool:
        """Whether any stands there that could be a code or a status: few texts hold one."""
        return _THREE_DIGITS.search(self.low) is not None

    @cached_property
    def statuses(self) -> tuple[Number, ...]:
        """Every HTTP status that is said to be one."""
        if not self._has_numbers:
            return ()
        return tuple(
            Number(int(found["labelled"] or found["after"] or found["phrased"]), found.span())
            for found in _STATUS.finditer(self.low)
        )

    @cached_property
    def codes(self) -> tuple[Number, ...]:
        """Every number that counts as a code of Intuit's, once: said to be one, near something of theirs."""
        if not self._has_numbers:
            return ()
        found: dict[int, Number] = {}
        for number in _NUMBER.finditer(self.low):
            code = int(number["number"])
            # A log says the same on each line; only the first place of a code is ever told.
            if code in found:
                continue
            place = number.start()
            before = self.low[max(0, place - _MAX_CHARS_BEFORE) : place]
            after = self.low[number.end() : number.end() + 2]
            certain = len(number["zeros"]) == 2 and not (number["bare"] or number["word"])
            if _PROGRAMS.search(before):
                continue
            if number["word"] and re.match(r"\s[a-z]", after) and not self.near(place):
                continue
            if not certain and not self.near(place):
                continue
            if number["bare"] and not _FAULT.search(
                self.low[max(0, place - MAX_DISTANCE) : number.end() + MAX_DISTANCE]
            ):
                continue
            found[code] = Number(code, number.span())
        return tuple(found.values())


@lru_cache(maxsize=64)
def _is_own(host: str) -> bool:
    return bool(_OWN_HOSTS.search(host))


def _cut(text: str) -> set[int]:
    """Where a terminal cut lines: after each that is as wide as the terminal, if none is wider."""
    widths = [len(line) for line in text.split("\n")]
    width = max(widths)
    if width not in _WIDTHS:
        return set()
    return {
        end - 1
        for end, wide in zip(accumulate(size + 1 for size in widths), widths, strict=True)
        if wide == width
    }


def _written(escape: re.Match[str]) -> str:
    return _worth(escape.lastgroup or "", escape[escape.lastgroup or 0])


@lru_cache(maxsize=256)
def _worth(kind: str, written: str) -> str:
    """What an escape stands for. The same few fill a text that has many."""
    if kind in {"octet", "escaped", "wide", "hexadecimal"}:
        return _sign(int(written, 16), single=kind == "octet")
    if kind == "octets":
        return _decoded(bytes.fromhex(re.sub("[^0-9A-Fa-f]", "", written)))
    if kind == "mistaken":
        return _decoded(written.encode("cp1252", "replace"))
    if kind == "decimal":
        return _sign(int(written))
    if kind == "entity":
        return _ENTITIES.get(written.lower(), " ")
    return {"sign": written, "break": "\n", "tab": " "}.get(kind, "")


def _decoded(octets: bytes) -> str:
    """A character by its octets; a space if they make none."""
    decoded = octets.decode("utf-8", "replace")
    return " " if "\ufffd" in decoded else decoded


def _unmisread(plain: str, lower: str) -> str:
    """The text in lower case, its characters one for one, with the digits and letters that are confused put back."""
    read = _MISREAD_I.sub(lambda found: "l" * len(found[0]), plain) if "I" in plain else plain
    if read != plain:  # Most have none, and to put a long text in lower case takes a tenth of its reading.
        lower = _lower(read)
    if _DIGIT.search(lower):
        lower = _MISREAD_NUMBER.sub(lambda found: found[0].translate(_AS_DIGITS), lower)
        lower = _MISREAD_WORD.sub(lambda found: found[0].translate(_AS_LETTERS), lower)
    return lower.replace("+", " ")


def _sign(point: int, *, single: bool = False) -> str:
    """A character by its code point; a space for a control, for half of a pair, or for one octet of several."""
    if 0x20 <= point < 0x80 or (not single and 0xA0 <= point < 0x110000 and not 0xD800 <= point < 0xE000):
        return chr(point)
    return " "


def condense(words: str) -> str:
    """A phrase of ours, condensed."""
    return _condensed(_lower(words))


def _condensed(low: str) -> str:
    return _alike("".join(_LETTERS_AND_DIGITS.findall(low)))


def likened(words: str) -> str:
    """A name as it is compared: in one case, with what a screenshot confuses made one, its signs kept."""
    return _alike(_lower(re.sub(r"\s*\n\s*", "", words)))


def _lower(text: str) -> str:
    # Most texts are ASCII, and str.translate takes twenty times as long.
    return text.lower() if text.isascii() else text.translate(_LOWER)


def _alike(text: str) -> str:
    for sign, other in _ALIKE:
        text = text.replace(sign, other)
    return text
