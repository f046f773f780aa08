"""What the check may say."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple

from qbo_checks import countries
from qbo_checks.model import Field, Rule, Text
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


def address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """An address of either version, which its colons tell. Raises ValueError for anything else."""
    return ipaddress.IPv6Address(text) if ":" in text else ipaddress.IPv4Address(text)


_NUMBERS = {str(number): number for number in range(256)}
"""What stands between the dots of an IPv4 address; a zero before another digit does not."""


def _usual(text: str) -> tuple[int, int] | None:
    """The first and the last number of an IPv4 address or network as most are written: ipaddress takes ten times as long."""
    written, slash, bits = text.partition("/")
    parts = written.split(".", 4)
    if len(parts) != 4:
        return None
    try:
        high, upper, lower, low = map(_NUMBERS.__getitem__, parts)
        others = (1 << 32 - _NUMBERS[bits]) - 1 if slash else 0
    except (KeyError, ValueError):
        return None
    number = high << 24 | upper << 16 | lower << 8 | low
    return number & ~others, number | others


def _numbered(text: str) -> tuple[int, int]:
    """The version and the number of an address. Raises ValueError for anything else."""
    usual = _usual(text) if "/" not in text else None
    if usual:
        return 4, usual[0]
    it = address(text)
    return it.version, int(it)


class Interval(NamedTuple):
    """All addresses of one version (4 or 6) from the first to the last, both included."""

    version: int
    first: int
    last: int

    @classmethod
    def of(cls, text: str) -> Interval:
        """An address, a network (CIDR or netmask) or ``first-last``. Raises ValueError for anything else."""
        first, dash, last = text.partition("-")
        if not dash and (usual := _usual(text)):
            return cls(4, *usual)
        if dash and "%" not in first:  # A zone may have a dash.
            version, begin = _numbered(first)
            return cls(version, begin, _numbered(last)[1])
        if "/" not in text:
            version, only = _numbered(text)
            return cls(version, only, only)
        kind = ipaddress.IPv6Network if ":" in text else ipaddress.IPv4Network
        network = kind(text, strict=False)
        return cls(network.version, int(network.network_address), int(network.broadcast_address))

    @property
    def size(self) -> int:
        return self.last - self.first + 1

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

MAX_ENTRIES = 2000

MAX_APART = 3
"""How many findings of one kind are told one by one; of more, only the first is, and the others together."""

MAX_NAMED = 5
"""How many of those that are told together are quoted."""

ANY_PROVIDER = Text(fr="plusieurs hébergeurs", en="several cloud providers")

LIST = "\n".join(map(str, CODAT))
"""Codat's ranges as they are offered for copying, one a line."""


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
            fr="Collez-les comme vous les avez : une par ligne, séparées par des virgules, en plages ou en notation CIDR.",
            en="Paste them as you have them: one per line, separated by commas, as ranges or in CIDR notation.",
        ),
        kind="lines",
        optional=True,
    ),
)

VOCABULARY = frozenset(
    word.lower()
    for name in countries.names().values()
    for word in re.findall(r"[^\W\d_]+", f"{name.fr} {name.en}")
)
"""The words of the countries' names, which a report may quote."""

UNPUBLISHED = Text(
    fr="Intuit ne publie ni le format de ce champ ni ses messages. Le portail demande le début et la fin de chaque plage.",
    en="Intuit publishes neither this field’s format nor its messages. The portal asks for the start and the end of each range.",
)
REVIEWED = Text(
    fr="Rien, à notre connaissance, au moment de la saisie. Intuit lit la réponse avant de donner les clés de production.",
    en="Nothing that we know of when you enter it. Intuit reads the answer before it gives production keys.",
)

RULES = {
    "complete": Rule(
        "note",
        title=Text(fr="Plages de Codat au complet", en="All of Codat’s ranges"),
        message=Text(
            fr="Les {count} plages de Codat sont dans la liste.",
            en="All {count} of Codat’s ranges are in the list.",
        ),
        help=Text(
            fr="Comparez-les à la page de référence de Codat avant l’envoi : elles datent du troisième trimestre de 2024 et, selon Codat, peuvent changer.",
            en="Compare them with Codat’s reference page before you submit: they’re as of the third quarter of 2024, and Codat says they can change.",
        ),
        why=Text(
            fr="Codat appelle QuickBooks Online pour vous, depuis ses propres serveurs. Intuit doit les reconnaître comme ceux de votre application.",
            en="Codat calls QuickBooks Online for you, from its own servers. Intuit needs to recognize them as part of your app.",
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
            fr="Il manque le pays, qu’Intuit exige.",
            en="The country is missing, and Intuit requires one.",
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
            en="“{found}” isn’t the name of a country.",
        ),
        help=Text(
            fr="Écrivez seulement les noms des pays où se trouvent les serveurs, séparés par des virgules.",
            en="Write only the names of the servers’ countries, separated by commas.",
        ),
        why=Text(
            fr="La réponse dit à Intuit dans quels pays se trouvent les serveurs.",
            en="The answer tells Intuit which countries the servers are in.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "cloud-region": Rule(
        "error",
        title=Text(fr="Région d’un hébergeur au lieu d’un pays", en="Cloud region instead of a country"),
        message=Text(
            fr="« {found} » (caractère {position}) est une région infonuagique ({provider}), et non un pays.",
            en="“{found}” (character {position}) is a cloud region ({provider}), not a country.",
        ),
        help=Text(
            fr="Écrivez plutôt le pays où elle se trouve : {country}.",
            en="Write the country that it’s in: {country}.",
        ),
        why=Text(
            fr="Intuit demande un pays. Un nom de région trompe facilement : deux régions dont les noms se suivent se trouvent parfois dans deux pays.",
            en="Intuit asks for a country. A region’s name misleads easily: two regions with neighbouring names may be in two countries.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "region-of-country": Rule(
        "note",
        title=Text(fr="Région d’un pays déjà nommé", en="Region of a country that you named"),
        message=Text(
            fr="« {found} » (caractère {position}) est une région infonuagique ({provider}); son pays ({country}) est déjà nommé.",
            en="“{found}” (character {position}) is a cloud region ({provider}). You already named its country ({country}).",
        ),
        help=Text(
            fr="Dans le portail, choisissez seulement le pays.",
            en="In the portal, choose the country only.",
        ),
        why=Text(
            fr="Intuit demande un pays; la région ne lui dit rien de plus.",
            en="Intuit asks for a country; the region tells it nothing more.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "city": Rule(
        "error",
        title=Text(fr="Ville ou province au lieu d’un pays", en="City or state instead of a country"),
        message=Text(
            fr="« {found} » (caractère {position}) est une ville, une province ou un État, et non un pays.",
            en="“{found}” (character {position}) is a city, a state or a province, not a country.",
        ),
        help=Text(
            fr="Écrivez plutôt le pays où se trouve cet endroit : {country}.",
            en="Write the country that it’s in: {country}.",
        ),
        why=Text(
            fr="Intuit demande un pays. Des villes de plusieurs pays peuvent porter le même nom.",
            en="Intuit asks for a country. Cities in several countries can share a name.",
        ),
        seen=UNPUBLISHED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "hosting-provider": Rule(
        "error",
        title=Text(fr="Hébergeur au lieu d’un pays", en="Hosting provider instead of a country"),
        message=Text(
            fr="« {found} » (caractère {position}) est un hébergeur, et non un pays.",
            en="“{found}” (character {position}) is a hosting provider, not a country.",
        ),
        help=Text(
            fr="Cherchez dans sa console la région de votre application, puis écrivez le pays de cette région.",
            en="Find your app’s region in its console, then write the country of that region.",
        ),
        why=Text(
            fr="Un hébergeur a des serveurs dans plusieurs pays. Intuit demande où se trouvent les vôtres.",
            en="A provider has servers in several countries. Intuit asks where yours are.",
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
            fr="Ajoutez le Royaume-Uni à votre propre pays, sous le nom affiché dans la liste du portail.",
            en="Add the United Kingdom to your own country, under the name shown in the portal’s list.",
        ),
        why=Text(
            fr="Codat demande de déclarer ses lieux d’hébergement avec les vôtres, car c’est Codat qui appelle QuickBooks Online. Codat nomme le pays « United Kingdom of Great Britain and Northern Ireland ».",
            en="Codat asks you to declare its hosting locations with your own, because Codat calls QuickBooks Online. Codat names the country “United Kingdom of Great Britain and Northern Ireland”.",
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
            fr="Ajoutez le pays de vos serveurs s’ils se trouvent ailleurs. Sinon, ne changez rien.",
            en="Add your servers’ country if they’re elsewhere. Otherwise, change nothing.",
        ),
        why=Text(
            fr="Codat demande ses lieux d’hébergement et les vôtres, s’il y a lieu. La vérification ne sait pas où sont vos serveurs.",
            en="Codat asks for its hosting locations as well as your own, if applicable. The check can’t know where your servers are.",
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
    # As with some of Codat's ranges missing: Intuit asks for none, Codat for all of its own.
    "no-addresses": Rule(
        "warning",
        title=Text(fr="Aucune adresse IP", en="No IP address"),
        message=Text(
            fr="Vous n’avez donné aucune adresse IP.",
            en="You haven’t given any IP addresses.",
        ),
        help=Text(
            fr="Copiez la liste de Codat, à jour au troisième trimestre de 2024. Pour Intuit, les adresses IP sont facultatives, mais Codat demande les siennes.",
            en="Copy Codat’s list, as of the third quarter of 2024. For Intuit, IP addresses are optional, but Codat asks for its own.",
        ),
        why=Text(
            fr="Intuit n’exige que le pays. La page de Codat demande pourtant d’ajouter ses adresses : ajoutez-les, rien ne s’y oppose.",
            en="Intuit requires only the country. Codat’s page still asks you to add its addresses: do so, there’s no reason not to.",
        ),
        seen=REVIEWED,
        sources=(INTUIT_APP_SETTINGS, CODAT_HOSTING),
    ),
    "no-address-found": Rule(
        "error",
        title=Text(fr="Aucune adresse lisible", en="No readable address"),
        message=Text(
            fr="Ce texte ne contient aucune adresse IP.",
            en="This text contains no IP address.",
        ),
        help=Text(
            fr="Collez des adresses comme 51.104.28.73, ou copiez la liste de Codat.",
            en="Paste addresses such as 51.104.28.73, or copy Codat’s list.",
        ),
        why=Text(
            fr="Seules des adresses IP ont leur place ici; les noms et les commentaires ne comptent pas.",
            en="Only IP addresses belong here; names and comments don’t count.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "too-many": Rule(
        "error",
        title=Text(fr="Trop d’adresses", en="Too many addresses"),
        message=Text(
            fr="La vérification s’arrête à {entries} adresses; il y en a davantage.",
            en="The check stops at {entries} addresses; there are more here.",
        ),
        help=Text(
            fr="Regroupez en plages les adresses qui se suivent, et ne collez que celles de votre hébergement.",
            en="Merge neighbouring addresses into ranges, and paste only those of your hosting.",
        ),
        why=Text(
            fr="Un formulaire n’a pas des milliers de lignes. La limite garantit une réponse immédiate.",
            en="Forms don’t have thousands of lines. The limit keeps the answer immediate.",
        ),
        seen=UNPUBLISHED,
        sources=(OWASP_INPUT,),
    ),
    "malformed": Rule(
        "error",
        title=Text(fr="Adresse mal formée", en="Malformed address"),
        message=Text(
            fr="« {found} » (caractère {position}) n’est ni une adresse IP ni une plage.",
            en="“{found}” (character {position}) isn’t an IP address or a range.",
        ),
        help=Text(
            fr="Écrivez une adresse IPv4 en quatre nombres de 0 à 255, sans zéro devant ni port : 51.104.28.73. Une plage a deux adresses de même version.",
            en="Write an IPv4 address as four numbers from 0 to 255, without leading zeros or a port: 51.104.28.73. A range has two addresses of the same version.",
        ),
        why=Text(
            fr="S’il manque un chiffre, l’adresse est celle d’un autre serveur, ou d’aucun. Un zéro devant un nombre se lit en base 8 dans certains outils.",
            en="With a digit missing, the address is another server’s, or no server’s. Some tools read a leading zero as base 8.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC4632_CIDR, RFC4291_ADDRESSES),
    ),
    "invisible-character": Rule(
        "warning",
        title=Text(fr="Caractère invisible", en="Invisible character"),
        message=Text(
            fr="Un caractère invisible ({character}) se cache au caractère {position}.",
            en="An invisible character ({character}) is hidden at character {position}.",
        ),
        help=Text(
            fr="Retapez cette adresse à la main, ou copiez la liste corrigée.",
            en="Retype this address by hand, or copy the corrected list.",
        ),
        why=Text(
            fr="Il vient souvent d’une page web ou d’un document. Personne ne le voit, mais il change l’adresse pour le portail.",
            en="It often comes from a web page or a document. You can’t see it, but it changes the address.",
        ),
        seen=UNPUBLISHED,
        sources=(OWASP_INPUT,),
    ),
    "left-out": Rule(
        "note",
        title=Text(fr="Ligne sans adresse", en="Line without an address"),
        message=Text(
            fr="« {found} » (caractère {position}) ne contient aucune adresse IP; cette ligne est ignorée.",
            en="“{found}” (character {position}) has no IP address in it; this line is ignored.",
        ),
        help=Text(
            fr="Si c’est un commentaire, ne changez rien. Sinon, écrivez l’adresse IP.",
            en="If it’s a comment, change nothing. Otherwise write the IP address.",
        ),
        why=Text(
            fr="Une adresse mal copiée ressemble parfois à un commentaire.",
            en="An address that was copied badly may look like a comment.",
        ),
        seen=UNPUBLISHED,
        sources=(CODAT_HOSTING,),
    ),
    "too-large": Rule(
        "warning",
        title=Text(fr="Très grande plage", en="Very large range"),
        message=Text(
            fr="« {found} » (caractère {position}) compte {count} adresses : sont-elles toutes les vôtres?",
            en="“{found}” (character {position}) covers {count} addresses: are they all yours?",
        ),
        help=Text(
            fr="Gardez-la si toute la plage est à vous. Sinon, donnez seulement les adresses de vos serveurs, et vérifiez chaque chiffre.",
            en="Keep it if the whole range is yours. If not, give only your servers’ addresses, and check each digit.",
        ),
        why=Text(
            fr="Une plage de cette taille est d’ordinaire celle d’un hébergeur entier, ou contient un chiffre mal tapé. Déclarer une adresse, c’est affirmer qu’elle est à vous.",
            en="A range of this size usually belongs to a whole provider, or has a mistyped digit. Declaring an address says that it’s yours.",
        ),
        seen=REVIEWED,
        sources=(RFC4632_CIDR, CODAT_HOSTING),
    ),
    "host-name": Rule(
        "warning",
        title=Text(fr="Nom au lieu d’une adresse", en="Name instead of an address"),
        message=Text(
            fr="« {found} » (caractère {position}) est un nom, et non une adresse IP; il est ignoré.",
            en="“{found}” (character {position}) is a name, not an IP address; it’s ignored.",
        ),
        help=Text(
            fr="Si c’est un commentaire, ne changez rien. Sinon, demandez à votre hébergeur les adresses de sortie de ce serveur.",
            en="If it’s a comment, change nothing. Otherwise ask your hosting provider for that server’s outgoing addresses.",
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
            fr="« {found} » (caractère {position}) finit avant de commencer; elle est ignorée.",
            en="“{found}” (character {position}) ends before it begins; it’s ignored.",
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
            en="Millions of networks use these same addresses. Intuit never sees them, and they belong to no country.",
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
            fr="La norme réserve ces adresses à la machine elle-même, à la documentation, à la multidiffusion ou à un usage futur. Celles des exemples (192.0.2.x, 198.51.100.x, 203.0.113.x) en font partie.",
            en="The standard reserves these addresses for the machine itself, documentation, multicast or future use. The addresses used in examples (192.0.2.x, 198.51.100.x, 203.0.113.x) are among them.",
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
            fr="Retirez-la d’ici. Si vous recevez les webhooks de Codat, elle va dans les règles de votre pare-feu.",
            en="Remove it from here. If you receive Codat’s webhooks, it belongs in your firewall’s rules.",
        ),
        why=Text(
            fr="Codat publie deux listes. L’une dit d’où partent ses appels à QuickBooks Online, l’autre, d’où partent ses appels à votre serveur.",
            en="Codat publishes two lists. One says where it calls QuickBooks Online from, the other where it calls your server from.",
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
            fr="Si vous vouliez une seule adresse, retirez ce qui la suit : la barre oblique et le nombre, ou le masque.",
            en="If you meant a single address, remove what follows it: the slash and the number, or the mask.",
        ),
        why=Text(
            fr="Le nombre après la barre (notation CIDR), ou le masque, dit combien de bits désignent le réseau; le reste de l’adresse ne compte pas.",
            en="The number after the slash (CIDR notation), or the mask, says how many bits name the network; the rest of the address doesn’t count.",
        ),
        seen=UNPUBLISHED,
        sources=(RFC4632_CIDR,),
    ),
    "duplicate": Rule(
        "note",
        title=Text(fr="Adresse répétée", en="Repeated address"),
        message=Text(
            fr="« {found} » (caractère {position}) est déjà dans la liste, au caractère {other}.",
            en="“{found}” (character {position}) is already in the list, at character {other}.",
        ),
        help=Text(fr="Ne la gardez qu’une fois.", en="Keep only one."),
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
            en="Write Codat’s range exactly, unless the neighbouring addresses really are yours.",
        ),
        why=Text(
            fr="Les adresses voisines sont d’ordinaire celles d’autres clients du même hébergeur. Les déclarer, c’est affirmer qu’elles sont à vous.",
            en="The neighbouring addresses usually belong to other customers of the same provider. Declaring them says that they’re yours.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "range-missing": Rule(
        "warning",
        title=Text(fr="Plages de Codat manquantes", en="Missing Codat ranges"),
        message=Text(
            fr="Il manque ces plages de Codat : {ranges}.",
            en="These Codat ranges are missing: {ranges}.",
        ),
        help=Text(
            fr="Copiez la liste complète, à jour au troisième trimestre de 2024, ou ajoutez ce qui manque.",
            en="Copy the complete list, as of the third quarter of 2024, or add what’s missing.",
        ),
        why=Text(
            fr="Codat demande d’inscrire ses adresses avec les vôtres, car c’est de là que viennent les appels à QuickBooks Online. Elles peuvent changer : la page de référence de Codat fait foi.",
            en="Codat asks you to enter its addresses with your own, because calls to QuickBooks Online come from there. They can change: Codat’s reference page is authoritative.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "range-partial": Rule(
        "warning",
        title=Text(fr="Plage de Codat incomplète", en="Codat’s range incomplete"),
        message=Text(
            fr="Il manque à votre liste {count} des {total} adresses de la plage de Codat {range}, à commencer par {first}.",
            en="Your list lacks {count} of the {total} addresses in Codat’s range {range}, starting with {first}.",
        ),
        help=Text(
            fr="Écrivez la plage entière, ou copiez la liste complète.",
            en="Write the whole range, or copy the complete list.",
        ),
        why=Text(
            fr="Codat se sert de toute la plage. Un seul chiffre de moins à la fin en retire des centaines d’adresses.",
            en="Codat uses the whole range. One missing digit at the end removes hundreds of addresses.",
        ),
        seen=REVIEWED,
        sources=(CODAT_HOSTING,),
    ),
    "more": Rule(
        "note",
        title=Text(fr="Et d’autres encore", en="And more of them"),
        message=Text(
            fr="« {title} » : c’est aussi le cas de {count} autres, à partir du caractère {position} (« {found} »).",
            en="“{title}” applies to {count} more, from character {position} on (“{found}”).",
        ),
        help=Text(
            fr="Faites partout la même correction; si une liste corrigée est offerte, elle en tient déjà compte.",
            en="Fix each one the same way. If you’re offered a corrected list, it already does that.",
        ),
        why=Text(
            fr="Une remarque expliquée une fois, avec ce qu’elle touche, se lit mieux que la même remarque répétée vingt fois.",
            en="One explanation with a list of what it’s about is easier to read than the same remark twenty times.",
        ),
        seen=UNPUBLISHED,
        sources=(OWASP_INPUT,),
    ),
}
