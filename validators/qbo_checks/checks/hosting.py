"""Where the app is hosted: the countries and the IP addresses that Intuit asks for, Codat's included.

Codat talks to QuickBooks Online on the developer's behalf, so its hosting is declared along with the
developer's own. Its addresses are dynamic; those below are, in Codat's words, correct as of Q3 2024.
Source: https://docs.codat.io/integrations/accounting/quickbooksonline/quickbooks-online-integration-reference#qbo-app-hosting
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from qbo_checks.excerpt import INVISIBLE, quote
from qbo_checks.model import Answer, Example, Field, Fields, Finding, Rule, Span, Text, Verdict
from qbo_checks.sources import (
    CODAT_HOSTING,
    CODAT_WEBHOOKS,
    INTUIT_APP_SETTINGS,
    OWASP_INPUT,
    RFC1918_PRIVATE,
    RFC4291_ADDRESSES,
    RFC4632_CIDR,
    RFC6890_SPECIAL,
)
from qbo_checks.uri import FULL_WIDTH


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """All addresses of one version (4 or 6) from the first to the last, both included."""

    version: int
    first: int
    last: int

    @classmethod
    def of(cls, text: str) -> Interval:
        """An address, a network (CIDR or netmask) or ``first-last``. Raises ValueError for anything else."""
        first, dash, last = text.partition("-")
        if dash:
            begin, end = ipaddress.ip_address(first), ipaddress.ip_address(last)
            return cls(begin.version, int(begin), int(end))
        if "/" not in text:
            only = ipaddress.ip_address(text)
            return cls(only.version, int(only), int(only))
        network = ipaddress.ip_network(text, strict=False)
        return cls(network.version, int(network.network_address), int(network.broadcast_address))

    def meets(self, other: Interval) -> bool:
        return self.version == other.version and self.first <= other.last and other.first <= self.last

    def within(self, other: Interval) -> bool:
        return self.version == other.version and other.first <= self.first and self.last <= other.last

    def __str__(self) -> str:
        kind = ipaddress.IPv4Address if self.version == 4 else ipaddress.IPv6Address
        ends = kind(self.first), kind(self.last)
        return str(ends[0]) if self.first == self.last else f"{ends[0]}-{ends[1]}"


CODAT = tuple(
    map(
        Interval.of,
        (
            "20.77.152.0-20.77.153.255",
            "51.104.28.73",
            "51.132.44.0-51.132.47.255",
            "51.132.155.0-51.132.159.255",
        ),
    )
)
"""Codat's hosting, all of it in the United Kingdom (Codat's integration reference, as of Q3 2024)."""

WEBHOOKS = tuple(map(Interval.of, ("4.159.114.108", "20.117.190.191")))
"""Where Codat's webhooks come from: for a firewall of the developer's, not for Intuit."""

PRIVATE = tuple(map(Interval.of, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
"""RFC 1918, section 3, and RFC 4193."""

RESERVED = tuple(
    map(
        Interval.of,
        (
            *("0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24"),
            *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
            *("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"),
            *("2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fe80::/10", "ff00::/8"),
        ),
    )
)
"""The special-purpose registries of RFC 6890 and multicast: nobody can be hosted there."""

MOST_ENTRIES = 2000
MOST_CHARACTERS = 100_000
"""A form is filled in by hand: beyond this, something else was pasted."""

MOST_COUNTRY_CHARACTERS = 1000

SHOWN = 20
"""How many findings of one kind are told one by one."""

TITLE = Text(fr="Hébergement", en="Hosting")

FIELDS = (
    Field(
        "country",
        label=Text(fr="Pays d’hébergement", en="Hosting countries"),
        hint=Text(
            fr="Le pays où vos serveurs se trouvent, et le Royaume-Uni, où se trouvent ceux de Codat.",
            en="The country where your servers are, and the United Kingdom, where Codat’s are.",
        ),
        optional=True,
    ),
    Field(
        "addresses",
        label=Text(fr="Adresses IP", en="IP addresses"),
        hint=Text(
            fr="Collez-les comme vous les avez : une par ligne, avec des virgules, en plages ou en notation CIDR.",
            en="Paste them as you have them: one a line, with commas, as ranges or in CIDR notation.",
        ),
        kind="lines",
        optional=True,
    ),
)

UNPUBLISHED = Text(
    fr="Intuit ne publie ni le format de ce champ ni ses messages. Le portail demande le début et la fin de chaque plage.",
    en="Intuit publishes neither this field’s format nor its messages. The portal asks for the start and the end of each range.",
)
REVIEWED = Text(
    fr="Rien de connu au moment de la saisie. La réponse fait partie de ce qu’Intuit lit avant de donner les clés de production.",
    en="Nothing known while typing. The answer is part of what Intuit reads before it gives production keys.",
)

RULES = {
    "complete": Rule(
        "note",
        title=Text(fr="Plages de Codat au complet", en="All of Codat’s ranges"),
        message=Text(
            fr="Les {count} plages de Codat y sont toutes.",
            en="All {count} of Codat’s ranges are there.",
        ),
        help=Text(
            fr="Codat les dit dynamiques et exactes au troisième trimestre de 2024. Comparez-les à sa page de référence avant d’envoyer.",
            en="Codat calls them dynamic, and correct as of the third quarter of 2024. Compare them with its reference page before you submit.",
        ),
        why=Text(
            fr="Codat appelle QuickBooks Online pour vous, depuis ses propres serveurs. Intuit doit les reconnaître comme ceux de votre application.",
            en="Codat calls QuickBooks Online for you, from its own servers. Intuit has to recognize them as your app’s.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Rien à vérifier", en="Nothing to check"),
        message=Text(fr="Les deux champs sont vides.", en="Both fields are empty."),
        help=Text(
            fr="Inscrivez les pays d’hébergement; la liste des adresses de Codat est prête à copier.",
            en="Enter the hosting countries; the list of Codat’s addresses is ready to copy.",
        ),
        why=Text(
            fr="Intuit demande où l’application est hébergée avant de donner les clés de production. Le pays est obligatoire, l’adresse IP ne l’est pas.",
            en="Intuit asks where the app is hosted before it gives production keys. The country is required; the IP address is optional.",
        ),
        seen=Text(
            fr="La liste « App details » reste incomplète et les clés de production restent cachées.",
            en="The “App details” list stays incomplete, and the production keys stay hidden.",
        ),
        sources=(INTUIT_APP_SETTINGS, CODAT_HOSTING),
    ),
    # A warning, because the reader may be checking the addresses alone.
    "country-missing": Rule(
        "warning",
        title=Text(fr="Pays encore vide", en="Country still empty"),
        message=Text(
            fr="Aucun pays n’est donné, et Intuit en exige un.",
            en="No country is given, and Intuit requires one.",
        ),
        help=Text(
            fr="Inscrivez le pays de vos serveurs et le Royaume-Uni (United Kingdom).",
            en="Enter your servers’ country and the United Kingdom.",
        ),
        why=Text(
            fr="Le pays est la seule partie obligatoire de la réponse; l’adresse IP est facultative.",
            en="The country is the one required part of the answer; the IP address is optional.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS, CODAT_HOSTING),
    ),
    "country-unreadable": Rule(
        "error",
        title=Text(fr="Ce n’est pas un pays", en="Not a country"),
        message=Text(
            fr="« {found} » n’est pas le nom d’un pays.",
            en="“{found}” is not the name of a country.",
        ),
        help=Text(
            fr="Écrivez des noms de pays, séparés par des virgules. Les adresses IP vont dans l’autre champ.",
            en="Write names of countries, separated by commas. IP addresses go in the other field.",
        ),
        why=Text(
            fr="La réponse dit à Intuit dans quels pays se trouvent les serveurs.",
            en="The answer tells Intuit which countries the servers are in.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "united-kingdom-missing": Rule(
        "error",
        title=Text(fr="Royaume-Uni absent", en="United Kingdom missing"),
        message=Text(
            fr="Le Royaume-Uni manque : les serveurs de Codat s’y trouvent.",
            en="The United Kingdom is missing: Codat’s servers are there.",
        ),
        help=Text(
            fr="Gardez votre propre pays et ajoutez « United Kingdom », sous le nom que la liste du portail lui donne.",
            en="Keep your own country and add “United Kingdom”, under the name that the portal’s list gives it.",
        ),
        why=Text(
            fr="Codat demande de déclarer ses lieux d’hébergement avec les vôtres, car c’est Codat qui appelle QuickBooks Online. Codat nomme le pays « United Kingdom of Great Britain and Northern Ireland ».",
            en="Codat asks you to declare its hosting locations with your own, because it is Codat that calls QuickBooks Online. It names the country “United Kingdom of Great Britain and Northern Ireland”.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "only-united-kingdom": Rule(
        "warning",
        title=Text(fr="Seulement le Royaume-Uni", en="Only the United Kingdom"),
        message=Text(
            fr="Seul le Royaume-Uni, le pays de Codat, est nommé.",
            en="Only the United Kingdom, Codat’s country, is named.",
        ),
        help=Text(
            fr="Si vos serveurs se trouvent ailleurs, ajoutez leur pays. S’ils sont aussi au Royaume-Uni, ou si vous n’en avez pas, ne changez rien.",
            en="If your servers are elsewhere, add their country. If they are in the United Kingdom too, or if you have none, change nothing.",
        ),
        why=Text(
            fr="Codat demande ses lieux d’hébergement et les vôtres, s’il y a lieu. La vérification ne sait pas où sont vos serveurs.",
            en="Codat asks for its hosting locations as well as your own, if applicable. The check cannot know where your servers are.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "part-of-united-kingdom": Rule(
        "note",
        title=Text(fr="Partie du Royaume-Uni", en="Part of the United Kingdom"),
        message=Text(
            fr="« {found} » fait partie du Royaume-Uni.",
            en="“{found}” is part of the United Kingdom.",
        ),
        help=Text(
            fr="Dans le portail, choisissez le Royaume-Uni (United Kingdom).",
            en="In the portal, choose United Kingdom.",
        ),
        why=Text(
            fr="Intuit demande un pays, et Codat nomme le sien « United Kingdom of Great Britain and Northern Ireland ».",
            en="Intuit asks for a country, and Codat names its own “United Kingdom of Great Britain and Northern Ireland”.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "no-addresses": Rule(
        "note",
        title=Text(fr="Aucune adresse IP", en="No IP address"),
        message=Text(
            fr="Aucune adresse IP n’est donnée.",
            en="No IP address is given.",
        ),
        help=Text(
            fr="Intuit les dit facultatives; Codat demande d’inscrire les siennes. La liste est prête à copier, exacte au troisième trimestre de 2024.",
            en="Intuit calls them optional; Codat asks you to enter its own. The list is ready to copy, correct as of the third quarter of 2024.",
        ),
        why=Text(
            fr="Intuit n’exige que le pays. La page de Codat demande pourtant d’ajouter ses adresses : suivez-la, rien ne s’y oppose.",
            en="Intuit requires only the country. Codat’s page still asks you to add its addresses: follow it, nothing speaks against it.",
        ),
        seen=REVIEWED,
        sources=(INTUIT_APP_SETTINGS, CODAT_HOSTING),
    ),
    "no-address-found": Rule(
        "error",
        title=Text(fr="Aucune adresse lisible", en="No readable address"),
        message=Text(
            fr="Ce texte ne contient aucune adresse IP.",
            en="This text holds no IP address.",
        ),
        help=Text(
            fr="Collez des adresses comme 51.104.28.73, ou copiez la liste de Codat.",
            en="Paste addresses such as 51.104.28.73, or copy Codat’s list.",
        ),
        why=Text(
            fr="Seules des adresses IP ont leur place ici; les noms et les commentaires ne comptent pas.",
            en="Only IP addresses belong here; names and comments do not count.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "too-many": Rule(
        "error",
        title=Text(fr="Trop d’adresses", en="Too many addresses"),
        message=Text(
            fr="Il y a là plus de {entries} adresses ou de {characters} caractères : la vérification s’arrête.",
            en="There are more than {entries} addresses or {characters} characters here: the check stops.",
        ),
        help=Text(
            fr="Regroupez les adresses qui se suivent en plages, et ne collez que celles de votre hébergement.",
            en="Merge neighbouring addresses into ranges, and paste only those of your hosting.",
        ),
        why=Text(
            fr="Personne ne remplit un formulaire de milliers de lignes. La limite garantit une réponse immédiate.",
            en="Nobody fills in a form of thousands of lines. The limit keeps the answer immediate.",
        ),
        seen=UNPUBLISHED,
        sources=(OWASP_INPUT,),
    ),
    "malformed": Rule(
        "error",
        title=Text(fr="Adresse mal formée", en="Malformed address"),
        message=Text(
            fr="« {found} » (caractère {position}) n’est pas une adresse IP.",
            en="“{found}” (character {position}) is not an IP address.",
        ),
        help=Text(
            fr="Une adresse IPv4 a quatre nombres de 0 à 255, sans zéro devant et sans port : 51.104.28.73. Une plage a deux adresses de même version.",
            en="An IPv4 address has four numbers from 0 to 255, without leading zeros and without a port: 51.104.28.73. A range has two addresses of the same version.",
        ),
        why=Text(
            fr="Un chiffre perdu désigne un autre serveur, ou aucun. Un zéro devant un nombre se lit en base 8 dans certains outils.",
            en="A lost digit names another server, or none. Some tools read a leading zero as base 8.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC4632_CIDR, RFC4291_ADDRESSES),
    ),
    "host-name": Rule(
        "warning",
        title=Text(fr="Nom au lieu d’une adresse", en="Name instead of an address"),
        message=Text(
            fr="« {found} » (caractère {position}) est un nom, et non une adresse IP; il est laissé de côté.",
            en="“{found}” (character {position}) is a name, not an IP address; it is left out.",
        ),
        help=Text(
            fr="Si c’est un commentaire, ne changez rien. Sinon, demandez à votre hébergeur les adresses de sortie de ce serveur.",
            en="If it is a comment, change nothing. Otherwise ask your hosting provider for that server’s outgoing addresses.",
        ),
        why=Text(
            fr="Le portail demande des adresses. Un nom peut mener à plusieurs, et elles changent.",
            en="The portal asks for addresses. A name can lead to several, and they change.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "reversed": Rule(
        "error",
        title=Text(fr="Plage à l’envers", en="Reversed range"),
        message=Text(
            fr="« {found} » (caractère {position}) finit avant de commencer; elle ne compte pas.",
            en="“{found}” (character {position}) ends before it begins; it does not count.",
        ),
        help=Text(fr="Écrivez d’abord la plus petite adresse.", en="Write the lower address first."),
        why=Text(
            fr="Une plage à l’envers est vide pour la plupart des outils. C’est souvent un chiffre mal tapé.",
            en="A reversed range is empty to most tools. Often a digit was mistyped.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "private": Rule(
        "error",
        title=Text(fr="Adresse privée", en="Private address"),
        message=Text(
            fr="« {found} » (caractère {position}) appartient à un réseau privé.",
            en="“{found}” (character {position}) belongs to a private network.",
        ),
        help=Text(
            fr="Donnez l’adresse publique par laquelle vos serveurs sortent sur Internet.",
            en="Give the public address through which your servers reach the Internet.",
        ),
        why=Text(
            fr="Des millions de réseaux emploient ces mêmes adresses. Intuit ne les voit jamais et ne peut les situer dans aucun pays.",
            en="Millions of networks use these same addresses. Intuit never sees them and can place them in no country.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC1918_PRIVATE, RFC6890_SPECIAL),
    ),
    "reserved": Rule(
        "error",
        title=Text(fr="Adresse réservée", en="Reserved address"),
        message=Text(
            fr="« {found} » (caractère {position}) est réservée, en tout ou en partie : aucun serveur public n’y répond.",
            en="“{found}” (character {position}) is reserved, wholly or in part: no public server answers there.",
        ),
        help=Text(
            fr="Remplacez-la par l’adresse publique de vos serveurs.",
            en="Replace it with your servers’ public address.",
        ),
        why=Text(
            fr="La norme réserve ces adresses à la machine elle-même, à la documentation, à la diffusion ou à un usage futur. Celles des exemples (192.0.2.x, 198.51.100.x, 203.0.113.x) en sont.",
            en="The standard reserves these addresses for the machine itself, documentation, multicast or future use. Those of examples (192.0.2.x, 198.51.100.x, 203.0.113.x) are among them.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC6890_SPECIAL,),
    ),
    "webhook-address": Rule(
        "error",
        title=Text(fr="Adresse des webhooks de Codat", en="Codat’s webhook address"),
        message=Text(
            fr="« {found} » (caractère {position}) contient une adresse d’où Codat envoie ses webhooks, et non une adresse d’hébergement.",
            en="“{found}” (character {position}) contains an address that Codat sends webhooks from, not a hosting address.",
        ),
        help=Text(
            fr="Retirez-la d’ici. Sa place est dans les règles de votre pare-feu, si vous recevez les webhooks de Codat.",
            en="Remove it from here. Its place is in your firewall’s rules, if you receive Codat’s webhooks.",
        ),
        why=Text(
            fr="Codat publie deux listes. L’une dit d’où partent ses appels à QuickBooks Online, l’autre d’où partent ses appels chez vous.",
            en="Codat publishes two lists. One says where it calls QuickBooks Online from, the other where it calls you from.",
        ),
        seen=REVIEWED,
        sources=(CODAT_WEBHOOKS, CODAT_HOSTING),
    ),
    "host-bits": Rule(
        "note",
        title=Text(fr="Le réseau commence plus tôt", en="The network begins earlier"),
        message=Text(
            fr="« {found} » (caractère {position}) désigne tout le réseau {network}.",
            en="“{found}” (character {position}) names the whole network {network}.",
        ),
        help=Text(
            fr="Si vous vouliez une seule adresse, retirez la barre oblique et le nombre qui la suit.",
            en="If you meant a single address, remove the slash and the number after it.",
        ),
        why=Text(
            fr="En notation CIDR, le nombre après la barre dit combien de bits désignent le réseau; le reste de l’adresse ne compte pas.",
            en="In CIDR notation the number after the slash says how many bits name the network; the rest of the address does not count.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC4632_CIDR,),
    ),
    "duplicate": Rule(
        "note",
        title=Text(fr="Adresse répétée", en="Repeated address"),
        message=Text(
            fr="« {found} » (caractère {position}) est déjà donnée au caractère {other}.",
            en="“{found}” (character {position}) is already given at character {other}.",
        ),
        help=Text(fr="Une fois suffit.", en="Once is enough."),
        why=Text(
            fr="La répétition est sans danger, mais cache parfois une adresse oubliée.",
            en="The repetition is harmless but sometimes hides a forgotten address.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "overlapping": Rule(
        "warning",
        title=Text(fr="Plages qui se chevauchent", en="Overlapping ranges"),
        message=Text(
            fr="« {found} » (caractère {position}) chevauche celle du caractère {other}.",
            en="“{found}” (character {position}) overlaps the one at character {other}.",
        ),
        help=Text(
            fr="Vérifiez le début et la fin des deux, puis gardez une seule plage.",
            en="Check the start and the end of both, then keep a single range.",
        ),
        why=Text(
            fr="Un chevauchement révèle souvent une borne mal tapée, qui déclare des adresses de trop.",
            en="An overlap often reveals a mistyped end, which declares too many addresses.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "beyond-codat": Rule(
        "warning",
        title=Text(fr="Plus large que la plage de Codat", en="Wider than Codat’s range"),
        message=Text(
            fr="« {found} » (caractère {position}) déborde la plage de Codat {range}.",
            en="“{found}” (character {position}) reaches beyond Codat’s range {range}.",
        ),
        help=Text(
            fr="Écrivez la plage de Codat telle quelle, sauf si les adresses voisines sont vraiment les vôtres.",
            en="Write Codat’s range as it is, unless the neighbouring addresses really are yours.",
        ),
        why=Text(
            fr="Les adresses voisines sont celles d’autres clients du même hébergeur. Les déclarer, c’est les dire vôtres.",
            en="The neighbouring addresses belong to other customers of the same provider. Declaring them says that they are yours.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "range-missing": Rule(
        "error",
        title=Text(fr="Plage de Codat absente", en="Codat’s range missing"),
        message=Text(
            fr="Il manque {range}, qui est à Codat.",
            en="{range}, which is Codat’s, is missing.",
        ),
        help=Text(
            fr="Ajoutez-la, ou copiez la liste complète, exacte au troisième trimestre de 2024 selon Codat.",
            en="Add it, or copy the complete list, correct as of the third quarter of 2024 according to Codat.",
        ),
        why=Text(
            fr="Codat demande d’inscrire ses adresses avec les vôtres, car c’est de là que viennent les appels à QuickBooks Online. Elles sont dynamiques : la page de référence de Codat fait foi.",
            en="Codat asks you to enter its addresses with your own, because calls to QuickBooks Online come from there. They are dynamic: Codat’s reference page is authoritative.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "range-partial": Rule(
        "error",
        title=Text(fr="Plage de Codat incomplète", en="Codat’s range incomplete"),
        message=Text(
            fr="De la plage de Codat {range}, il manque {count} des {total} adresses; la première est {first}.",
            en="Of Codat’s range {range}, {count} of {total} addresses are missing; the first is {first}.",
        ),
        help=Text(
            fr="Écrivez la plage entière, ou copiez la liste complète.",
            en="Write the whole range, or copy the complete list.",
        ),
        why=Text(
            fr="Codat se sert de toute la plage. Un seul chiffre de moins à la fin en retranche des centaines d’adresses.",
            en="Codat uses the whole range. One digit less at the end takes hundreds of addresses away.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "more": Rule(
        "note",
        title=Text(fr="Et d’autres encore", en="And more of them"),
        message=Text(
            fr="« {title} » : {count} autres cas ne sont pas montrés.",
            en="“{title}”: {count} more are not shown.",
        ),
        help=Text(
            fr="Corrigez ceux-ci d’abord, ou copiez la liste corrigée.",
            en="Mend these first, or copy the corrected list.",
        ),
        why=Text(
            fr="Vingt exemples d’une même faute en disent autant que mille, et se lisent mieux.",
            en="Twenty examples of one mistake say as much as a thousand, and read better.",
        ),
        seen=UNPUBLISHED,
        sources=(OWASP_INPUT,),
    ),
}

LIST = "\n".join(map(str, CODAT))
"""Codat's ranges as they are offered for copying, one a line."""

COUNTRIES = "Canada, United Kingdom"


def _example(
    addresses: str,
    *rules: str,
    verdict: Verdict = "fail",
    cleaned: str | None = LIST,
    country: str = COUNTRIES,
) -> Example:
    given = {} if cleaned is None else {"addresses": cleaned}
    return Example({"country": country, "addresses": addresses}, rules, verdict, given)


def _country(country: str, *rules: str, verdict: Verdict, cleaned: str | None = None) -> Example:
    given = {} if cleaned is None else {"country": cleaned}
    return Example({"country": country, "addresses": LIST}, (*rules, "complete"), verdict, given)


EXAMPLES = (
    _example(LIST, "complete", verdict="pass", cleaned=None),
    _example("20.77.152.0/23, 51.104.28.73, 51.132.44.0/22, 51.132.155.0/24, 51.132.156.0/22", "complete", verdict="pass"),
    _example("IP address range\t20.77.152.0\t20.77.153.255\nSingle IP\t51.104.28.73\nIP address range\t51.132.44.0\t51.132.47.255\nIP address range\t51.132.155.0\t51.132.159.255", "complete", verdict="pass"),
    Example({}, ("empty",), "fail", {"addresses": LIST}),
    _example("", "no-addresses", verdict="pass"),
    # Countries
    _country("", "country-missing", verdict="review"),
    _country("Canada et Royaume-Uni", verdict="pass"),
    _country("Canada", "united-kingdom-missing", verdict="fail", cleaned="Canada, United Kingdom"),
    _country("Ukraine", "united-kingdom-missing", verdict="fail", cleaned="Ukraine, United Kingdom"),
    _country("UK", "only-united-kingdom", verdict="review"),
    _country("Canada, Angleterre", "part-of-united-kingdom", verdict="pass"),
    _country("51.104.28.73", "country-unreadable", verdict="fail"),
    # Codat's ranges
    _example("20.77.152.0 – 20.77.153.255", *("range-missing",) * 3),
    _example("51.104.28.73; 20.77.152.0/24; 51.132.44.0 à 51.132.47.255; 51.132.155.0-159.255", "range-partial"),
    _example(LIST.replace("20.77.152.0", "20.77.152.1"), "range-partial"),
    _example(LIST.replace("20.77.153.255", "20.77.155.255"), "beyond-codat", "complete", verdict="review"),
    _example(f"{LIST}\n4.159.114.108", "webhook-address", "complete"),
    # Other entries
    _example("demain", "no-address-found"),
    _example(f"{LIST}\n10.0.0.5", "private", "complete"),
    _example(f"{LIST}\n203.0.113.10", "reserved", "complete"),
    _example("0.0.0.0/0", "reserved", *("range-missing",) * 4),
    _example(f"{LIST}\n300.1.2.3", "malformed", "complete"),
    _example(f"{LIST}\n8.8.8.8:443", "malformed", "complete"),
    _example(f"api.boreal.example\n{LIST}", "host-name", "complete", verdict="review"),
    _example(LIST.replace("20.77.152.0-20.77.153.255", "20.77.153.255-20.77.152.0"), "reversed", "range-missing"),
    _example(f"{LIST}\n8.8.8.9/24", "host-bits", "complete", verdict="pass", cleaned=f"8.8.8.0-8.8.8.255\n{LIST}"),
    _example(f"{LIST}\n51.104.28.73", "duplicate", "complete", verdict="pass"),
    _example(f"{LIST}\n8.8.8.0/24 8.8.8.8", "overlapping", "complete", verdict="review", cleaned=f"8.8.8.0-8.8.8.255\n{LIST}"),
    _example(f"2001:4860:4860::8888 # DNS\n{LIST}", "complete", verdict="pass", cleaned=f"{LIST}\n2001:4860:4860::8888"),
    Example(
        {"country": COUNTRIES, "addresses": " ".join(f"10.0.0.{host}" for host in range(2 * SHOWN)) + f" {LIST}"},
        (*("private",) * SHOWN, "more", "complete"),
        "fail",
        {"addresses": LIST},
        about=Text(fr="Quarante adresses privées", en="Forty private addresses"),
    ),
    Example(
        {"country": COUNTRIES, "addresses": "8.8.8.8 " * (MOST_ENTRIES + 1)},
        ("too-many",),
        "fail",
        about=Text(fr="Deux mille et une adresses", en="Two thousand and one addresses"),
    ),
)  # fmt: skip


def examine(fields: Fields) -> Answer:
    """Read the countries, then the addresses, then compare the addresses with Codat's."""
    country, addresses = fields["country"], fields["addresses"]
    if not country.strip() and not addresses.strip():
        return Answer((Finding("empty", "country"),), {"addresses": LIST})
    findings, cleaned = _countries(country)
    if not addresses.strip():
        findings.append(Finding("no-addresses", "addresses"))
        return Answer(tuple(findings), {**cleaned, "addresses": LIST})

    reader = _Reader(addresses)
    if reader.too_many:
        holes = {"entries": MOST_ENTRIES, "characters": MOST_CHARACTERS}
        return Answer((*findings, Finding("too-many", "addresses", holes=holes)), cleaned)
    told = [*reader.findings, *_of_entries(reader.entries), *_repeated(reader.entries)]
    told.sort(key=lambda found: found.span or (0, 0))
    findings += _shortened(told)
    if reader.entries or told:
        findings += _missing(reader.entries)
    else:
        findings.append(Finding("no-address-found", "addresses"))

    better = _complete(reader.entries)
    if better != addresses.strip():
        cleaned["addresses"] = better
    return Answer(tuple(findings), cleaned)


def missing_ranges(addresses: str) -> tuple[str, ...]:
    """Which of Codat's ranges a text does not cover in full; none of them means that it is complete.

    For other checks. Entries that are private, reserved, reversed or malformed cover nothing.

    >>> missing_ranges("20.77.152.0/23, 51.104.28.73, 51.132.44.0/22")
    ('51.132.155.0-51.132.159.255',)
    """
    reader = _Reader(addresses)
    if reader.too_many:
        return tuple(map(str, CODAT))
    return tuple(str(whole) for whole, gaps in _gaps(reader.entries) if gaps)


# Countries

KINGDOM = frozenset({"united kingdom", "royaume uni", "great britain", "grande bretagne", "u k"})
KINGDOM_ALONE = frozenset({"uk", "u k", "gb", "g b", "gbr", "r u", "britain"})
"""Short names, which must stand alone: New Britain is another country, and 64 GB are none."""
SHORT = frozenset({"uk", "gbr"})
"""Short names that mean nothing else among other words, but for example.co.uk."""

KINGDOM_PARTS = frozenset({
    "england", "scotland", "wales", "northern ireland",
    "angleterre", "ecosse", "pays de galles", "irlande du nord", "d irlande du nord",
})  # fmt: skip
NEGATIONS = frozenset({
    "aucun", "aucune", "except", "excepte", "excluding", "hors", "na", "no", "non", "none", "not", "outside", "pas",
    "sans", "sauf", "without",
})  # fmt: skip
BETWEEN_COUNTRIES = re.compile(r"[,;/|&+\n\r\t•·()]|\s[-–—]\s")


def _countries(country: str) -> tuple[list[Finding], dict[str, str]]:
    """What is to be said of the countries, and the list with the United Kingdom where it is missing."""
    if not country.strip():
        return [Finding("country-missing", "country")], {}
    named = country if len(country) <= MOST_COUNTRY_CHARACTERS else ""
    items = [words for item in BETWEEN_COUNTRIES.split(named) for words in _split(_words(item)) if words]
    if not items:
        return [Finding("country-unreadable", "country", (0, len(country)), {"found": quote(country)})], {}
    kingdom = [words for words in items if _is_kingdom(words)]
    parts = [words for words in items if " ".join(words) in KINGDOM_PARTS]
    findings = []
    if parts and not kingdom:
        findings.append(Finding("part-of-united-kingdom", "country", holes={"found": " ".join(parts[0])}))
    if not parts and not kingdom:
        findings.append(Finding("united-kingdom-missing", "country"))
        negated = any(NEGATIONS.intersection(words) for words in items)
        better = f"{country.strip().rstrip(' ,;')}, United Kingdom"
        return findings, {} if negated else {"country": better}
    if len(items) == len(kingdom) + len(parts) and all(map(_is_alone, kingdom)):
        findings.append(Finding("only-united-kingdom", "country"))
    return findings, {}


def _words(text: str) -> list[str]:
    """Words as they are compared: without accents, case or punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join("" if unicodedata.combining(char) else char if char.isalpha() else " " for char in plain)
    return kept.split()


def _split(words: list[str]) -> list[list[str]]:
    """The words on either side of “and” and “et”."""
    items: list[list[str]] = [[]]
    for word in words:
        if word in ("and", "et"):
            items.append([])
        elif word not in ("the", "le", "la", "au", "in", "en"):
            items[-1].append(word)
    return items


def _is_kingdom(words: list[str]) -> bool:
    if NEGATIONS.intersection(words):
        return False
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    short = "co" not in words and not SHORT.isdisjoint(words)
    return short or " ".join(words) in KINGDOM_ALONE or not KINGDOM.isdisjoint(pairs)


def _is_alone(words: list[str]) -> bool:
    """Whether nothing but the kingdom is named: “Canada United Kingdom” names two countries."""
    own = {"united", "kingdom", "royaume", "uni", "great", "britain", "grande", "bretagne", "of", "de"}
    return " ".join(words) in KINGDOM_ALONE or own.issuperset(words)


# Addresses


@dataclass(frozen=True, slots=True)
class _Entry:
    """One address, network or range, where it stands in the text."""

    text: str
    span: Span
    interval: Interval

    @property
    def is_usable(self) -> bool:
        """Whether the entry counts: it is in order, and no part of it is private, reserved or a webhook's."""
        it = self.interval
        return it.first <= it.last and not any(map(it.meets, PRIVATE + RESERVED + WEBHOOKS))


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u2192\u2026-"
TOKEN = re.compile(
    r"(?P<comment>(?:#|//)[^\n\r]*)"
    rf"|(?P<dash>=>|[{DASHES}]+>?)"
    # Sites that disarm addresses write 192[.]0[.]2[.]1.
    rf"|(?P<word>(?:\[\.\]|\(\.\)|[^\s,;|()\[\]{{}}<>\"'`«»“”‘’=#{INVISIBLE}{DASHES}])+)"
)
"""A comment, a dash or arrow, or a word. No two begin alike, so nothing is ever tried twice."""

TO = frozenset({"to", "through", "thru", "until", "à", "a", "au", "end", "fin", "last"})
BESIDE_TO = frozenset({"jusqu", "up", "ip", "address", "adresse"})
A_RANGE = frozenset({"range", "plage"})
HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
POINTS = frozenset(".:") | {chr(code) for code, sign in FULL_WIDTH.items() if sign in ".:"}
IN_ADDRESSES = HEXADECIMAL.union(".:/-*")
NOT_IN_ADDRESSES = re.compile(r"[^0-9./*:]")
LONGEST_ADDRESS = 90
"""An IPv6 address with its zone and prefix is shorter: a longer word is no address."""


@dataclass(slots=True)
class _Reader:
    """Finds the addresses in a text, one word after the other."""

    given: str
    entries: list[_Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    too_many: bool = False
    opener: _Entry | None = None
    """The last entry, while it may still become the start of a range."""
    link: str = ""
    """What joins the opener to the next address: a “dash”, a “word” such as “to”, or nothing."""
    in_range: bool = False
    """Whether this line says that it holds a range, as the rows of Codat's table do."""

    def __post_init__(self) -> None:
        self.too_many = len(self.given) > MOST_CHARACTERS
        end = 0
        for token in TOKEN.finditer(self.given if not self.too_many else ""):
            if "\n" in self.given[end : token.start()]:
                self.in_range = False
                # A dash before a line is a bullet, and one after a line joins nothing.
                if token["dash"] or self.link == "dash":
                    self._forget()
            if token["word"]:
                self._word(token["word"], token.start())
            elif token["dash"] and self.opener:
                self.link = "dash"
            else:
                self._forget()
            end = token.end()
            self.too_many = len(self.entries) + len(self.findings) > MOST_ENTRIES
            if self.too_many:
                return

    def _forget(self) -> None:
        self.opener, self.link = None, ""

    def _word(self, word: str, start: int) -> None:
        name = word.lower().rstrip(":.")
        if not name or name in BESIDE_TO:
            return
        if name in TO and self.opener:
            self.link = "word"
        elif name in A_RANGE:
            self.in_range = True
        elif not POINTS.isdisjoint(word) or (self.link == "dash" and word.isdigit()):
            self._dotted(*_bare(word, start))
        else:
            self._forget()

    def _dotted(self, word: str, start: int) -> None:
        """An address, something that was meant to be one, or a word with a dot or a colon in it."""
        span, opener = (start, start + len(word)), self.opener
        if opener and self.link == "dash" and start - opener.span[1] == 1:
            word = _completed(word, opener.text)
        interval = _interval(word)
        linked = opener if self.link else None
        self._forget()
        if interval is None:
            self._other(word, span, linked)
            return
        is_one = interval.first == interval.last
        if opener and self.in_range and is_one and not self.given[opener.span[1] : start].strip("\t |\u00a0"):
            linked = opener
        if linked:
            self._close(linked, span, interval)
            return
        entry = _Entry(self.given[slice(*span)], span, interval)
        self.entries.append(entry)
        self.opener = entry if is_one else None

    def _close(self, opener: _Entry, span: Span, end: Interval) -> None:
        """The last entry and this address are the two ends of one range."""
        self.entries.pop()
        span, start = (opener.span[0], span[1]), opener.interval
        if start.version != end.version or end.first != end.last:
            self._tell("malformed", span)
            return
        joined = Interval(start.version, start.first, end.last)
        self.entries.append(_Entry(self.given[slice(*span)], span, joined))

    def _other(self, word: str, span: Span, opener: _Entry | None) -> None:
        # “8.8.8.8 - 10” may be a range or a remark: the reader decides.
        if _is_meant_as_address(word) or (opener and word.isdigit()):
            if opener:
                self.entries.pop()
                span = (opener.span[0], span[1])
            self._tell("malformed", span)
        elif _is_host_name(word):
            self._tell("host-name", span)

    def _tell(self, rule: str, span: Span) -> None:
        self.findings.append(_found(rule, span, self.given[slice(*span)]))


def _found(rule: str, span: Span, text: str, **holes: object) -> Finding:
    return Finding(rule, "addresses", span, {"position": span[0] + 1, "found": quote(text), **holes})


def _bare(word: str, start: int) -> tuple[str, int]:
    """A word without its label (``IP:``), Markdown's asterisks and a sentence's full stop."""
    label, colon, rest = word.partition(":")
    if (
        colon
        and rest
        and "." not in label
        and not rest.startswith("//")
        and not HEXADECIMAL.issuperset(label)
    ):
        word, start = rest, start + len(label) + 1
    inner = word.lstrip("*_")
    start += len(word) - len(inner)
    if not inner.endswith((".*", "::")):
        inner = inner.rstrip("*_.:!?")
    return inner, start


def _completed(end: str, start: str) -> str:
    """The end of a range of which only the last numbers are written: ``51.132.155.0-159.255``."""
    numbers = end.split(".")
    if not all(number.isdigit() for number in numbers) or len(numbers) > 3 or start.count(".") != 3:
        return end
    return ".".join([*start.split(".")[: 4 - len(numbers)], *numbers])


def _interval(word: str) -> Interval | None:
    """The addresses that a word names: one, a network, or all those that an asterisk stands for."""
    zoned = "%" in word and not word.lower().startswith(
        "fe80"
    )  # a zone has a meaning on a link alone (RFC 4007)
    # Most words of a text are no addresses: a look at their letters costs less than an exception.
    if not IN_ADDRESSES.issuperset(word.partition("%")[0]) or not word.isascii():
        return None
    if len(word) > LONGEST_ADDRESS or zoned:
        return None
    try:
        if word.endswith(".*"):
            return Interval.of(f"{word.replace('*', '0')}-{word.replace('*', '255')}")
        return Interval.of(word)
    except ValueError:
        return None


def _is_meant_as_address(word: str) -> bool:
    """Whether a word that is no address was meant as one: 51.132.44, 300.1.2.3, 20.77.152.O, 1.2.3.4:443."""
    word = word.translate(FULL_WIDTH).replace("[.]", ".").replace("(.)", ".")
    dots, colons = word.count("."), word.count(":")
    numbers = sum(part[:1].isdigit() for part in word[:LONGEST_ADDRESS].split("."))
    if not NOT_IN_ADDRESSES.search(word):
        # Numbers with one dot and times of day are no addresses.
        return (
            dots > 1
            or (dots > 0 and ("/" in word or "*" in word))
            or (colons > 1 and "::" in word)
            or colons > 2
        )
    if colons > 1 and "://" not in word:
        return HEXADECIMAL.union(":./").issuperset(word.partition("%")[0])
    return dots == 3 and numbers > 1 and "://" not in word


def _is_host_name(word: str) -> bool:
    """Whether a word is a host's name or an address on the web; an abbreviation such as “p. ex.” is neither."""
    labels = word.split(".")
    named = len(labels) > 1 and len(word) > 5 and len(labels[-1]) > 1 and all(map(str.isalnum, labels))
    return "://" in word or (named and labels[-1].isalpha())


def _of_entries(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """What is to be said of each entry by itself."""
    for entry in entries:
        it, tell = entry.interval, (entry.span, entry.text)
        if it.first > it.last:
            yield _found("reversed", *tell)
        elif any(map(it.within, PRIVATE)):
            yield _found("private", *tell)
        elif any(map(it.meets, PRIVATE + RESERVED)):
            yield _found("reserved", *tell)
        elif any(map(it.meets, WEBHOOKS)):
            yield _found("webhook-address", *tell)
        else:
            if (beyond := _exceeded(it)) is not None:
                yield _found("beyond-codat", *tell, range=beyond)
            address, slash, _ = entry.text.partition("/")
            if slash and int(ipaddress.ip_address(address)) != it.first:
                yield _found("host-bits", *tell, network=it)


def _exceeded(interval: Interval) -> Interval | None:
    """The first of Codat's ranges that an interval meets and reaches beyond."""
    for whole in CODAT:
        if whole.meets(interval) and (interval.first < whole.first or interval.last > whole.last):
            return whole
    return None


def _repeated(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Entries given before, and entries that overlap another: sorted once, then compared with the widest so far."""
    known: dict[Interval, _Entry] = {}
    for entry in entries:
        if entry.interval in known:
            yield _found("duplicate", entry.span, entry.text, other=known[entry.interval].span[0] + 1)
        elif entry.interval.first <= entry.interval.last:
            known[entry.interval] = entry
    # An entry that is wrong in itself is told for that alone.
    known = {interval: entry for interval, entry in known.items() if entry.is_usable}
    widest: _Entry | None = None
    for interval in sorted(known, key=lambda it: (it.version, it.first, -it.last)):
        entry = known[interval]
        if widest and widest.interval.meets(interval):
            earlier, later = sorted((widest, entry), key=lambda one: one.span)
            yield _found("overlapping", later.span, later.text, other=earlier.span[0] + 1)
            if interval.last <= widest.interval.last:
                continue
        widest = entry


def _shortened(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of each kind, and how many more there are."""
    counts: Counter[str] = Counter()
    for found in findings:
        counts[found.rule] += 1
        if counts[found.rule] <= SHOWN:
            yield found
    for rule, count in counts.items():
        if count > SHOWN:
            yield Finding("more", "addresses", holes={"title": RULES[rule].title, "count": count - SHOWN})


def _merged(intervals: Iterable[Interval]) -> list[Interval]:
    """The same addresses in order, as few disjoint intervals as overlap allows."""
    merged: list[Interval] = []
    for it in sorted(intervals):
        if merged and merged[-1].meets(it):
            merged[-1] = Interval(it.version, merged[-1].first, max(merged[-1].last, it.last))
        else:
            merged.append(it)
    return merged


def _gaps(entries: Iterable[_Entry]) -> Iterator[tuple[Interval, list[Interval]]]:
    """Each of Codat's ranges, and the parts of it that no usable entry covers."""
    given = _merged(entry.interval for entry in entries if entry.is_usable)
    for whole in CODAT:
        gaps, begin = [], whole.first
        for it in filter(whole.meets, given):
            if it.first > begin:
                gaps.append(Interval(whole.version, begin, it.first - 1))
            begin = it.last + 1
        if begin <= whole.last:
            gaps.append(Interval(whole.version, begin, whole.last))
        yield whole, gaps


def _missing(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Which of Codat's ranges are missing, wholly or in part, or that none is."""
    complete = True
    for whole, gaps in _gaps(entries):
        if gaps:
            complete = False
            count, total = sum(gap.last - gap.first + 1 for gap in gaps), whole.last - whole.first + 1
            first = Interval(whole.version, gaps[0].first, gaps[0].first)
            rule = "range-missing" if count == total else "range-partial"
            holes = {"range": whole, "count": count, "total": total, "first": first}
            yield Finding(rule, "addresses", holes=holes)
    if complete:
        yield Finding("complete", "addresses", holes={"count": len(CODAT)})


def _complete(entries: Iterable[_Entry]) -> str:
    """The reader's own addresses and all of Codat's, one a line.

    A range that is wider than Codat's was meant to be Codat's: nothing else of it is kept.
    """
    own = [
        entry.interval for entry in entries if entry.is_usable and not any(map(entry.interval.meets, CODAT))
    ]
    return "\n".join(map(str, sorted([*_merged(own), *CODAT])))
