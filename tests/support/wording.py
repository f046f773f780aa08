"""Words that neither language's readers should meet, wherever they stand: pages, checks, templates, the command.

The pages' sources, the checks' sentences and the built site are each read by a test of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qbo_checks.model import Language

QUOTED = re.compile(r"“[^”]*”|«[^»]*»")
"""What is quoted is somebody else's, or spoken of."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a passage may not hold, with an example that is right and one that is wrong."""

    name: str
    lang: Language
    fault: str
    right: str
    wrong: str
    but: tuple[str, ...] = ()
    """The pages that may."""

    def faults(self, text: str) -> list[str]:
        """Each place where the passage breaks the rule, with the words around it."""
        return [text[max(0, hit.start() - 40) : hit.end() + 40] for hit in re.finditer(self.fault, text)]


def unquoted(text: str) -> str:
    """A passage with one mark for each quotation, and without no-break spaces."""
    return QUOTED.sub("“”", text).replace("\u00a0", " ")


PLAIN = (
    Rule("connexion, where one opens a session", "fr", r"(?i)(?:page|écran) de connexion|\bconnectez-vous (?:à|au)\b|\bse connecter (?:à|au) (?:un|votre|son) compte|\boù vos clients se connectent\b|s’est connecté\b", "Votre page d’ouverture de session.", "Votre page de connexion."),
    Rule("English from French", "en", r"(?i)\b(?:holds?|holding|stands?|stood|standing|mends?|is too much|at Intuit|at Codat|(?<!free )trial(?!s? (?:included|accounts?))|somebody|nobody|whoever|altogether|meanwhile|besides|all the same|need not|errands?|had better|the one of|give the keys|take the keys)\b|of (?:Codat|Intuit)’s(?=[.,;:)]|$| (?:and|or|that|which)\b)|\bin silence\b|, for (?:it|they|its|their|you|the)\b", "The field contains one URI, free trials included.", "What stands in the field at Intuit."),
    Rule("not contracted", "en", r"(?i)\b(?:is|are|was|were|does|do|did|has|have|had|will|would|(?-i:could)|should) not\b|\bcan ?not\b|\b(?:it|there) is\b(?! (?:not|what|how)\b|[,.:])|\bthat is (?:not|a|an|the)\b|\b(?:you|they|we) (?:are|will)\b(?!\s*[.,;:)])", "It isn’t there; that’s why.", "It is there, and does not open."),
    Rule("license as a noun", "en", r"\b[Ll]icense\b(?! [Aa]greement)", "Your licence; **End User License Agreement**.", "Your license."),
    Rule("a verb that the portals do not use", "en", r"\b(?:[Cc]lick|[Pp]ress)(?:es|ing|ed)?\b", "Select **Save**.", "Press **Save**."),
    Rule("a sign, where it is a character", "en", r"(?i)\bsigns?\b(?! (?:in|out|up)\b|-(?:in|on)\b)", "Sign in, then delete the extra character.", "Signs around the key."),
    Rule("answers, where a program returns", "en", r"\bIntuit answers?\b", "Intuit returns an error.", "Intuit answers “invalid_client”."),
    Rule("an id in small letters", "en", r"\bids?\b(?!, section)", "The question’s ID.", "Its id."),
    Rule("a verb that the portals do not use, in French", "fr", r"\b[Aa]ppuy\w+", "Cliquez sur **Save**.", "Appuyez sur **Save**."),
    Rule("Voyez, where the reader is sent on", "fr", r"(?<![Vv]ous )(?<!\bl[ae] )(?<!\bles )\b[Vv]oyez\b", "Consultez le glossaire.", "Voyez le glossaire."),
    Rule("keys that open", "fr", r"\b(?:clés?|jetons?) [^.:;]*\bouvr(?:e|ent)\b|n’ouvrent que", "Les clés donnent accès aux comptes réels.", "Les clés n’ouvrent que les comptes réels."),
    Rule("au départ, for a default", "fr", r"\bau départ\b", "Ce réglage est actif par défaut.", "Il est actif au départ."),
    Rule("an environment without its preposition", "fr", r"\bl’environnement (?:bac|production)", "L’environnement de production.", "Dans l’environnement bac à sable."),
    Rule("an answer as a person", "fr", r"\b[Uu]n (?:oui|non)\b", "Si vous répondez « Yes », Intuit demande si l’affaire est réglée.", "Un oui demande si c’est réglé."),
    Rule("an answer as a person, in English", "en", r"\b[Aa] (?:yes|no) asks\b", "If you answer “Yes”, Intuit asks why.", "A yes asks why."),
    Rule("qui, without the person", "fr", r"(?:[:;] |\b(?:à|pour) )qui (?:le |la |l’|les |voit|détient|possède|utilise|veut)", "Toute personne qui voit cette valeur a la clé.", "L’encodage ne protège rien : qui voit cette valeur a la clé."),
    Rule("chez, for a company’s portal", "fr", r"\b[Cc]hez (?:Intuit|Codat)\b", "Dans le portail Intuit.", "Enregistrée chez Intuit."),
    Rule("marcher, for a program", "fr", r"\bne marche(?:nt)?\b|\bmarche(?:nt)? (?:pas|que|chez)\b", "L’URL ne fonctionne pas.", "L’URL ne marche pas."),
    Rule("si, then a future", "fr", r"\b[Ss]i (?:vous|vos|votre|l’|le|la|les|il|elle|ce|cette|Intuit|Codat)\b[^,;.:?«]*\b(?!front)\w+(?:rez|ront|rons)\b", "Si vos clients se connectent, vous le verrez.", "C’est vrai si vos clients se connecteront."),
    Rule("a pronoun for a company", "fr", r"\b(?:Intuit|Codat)(?: :|[,;])? c’est (?:elle|lui) qui|\b(?:Intuit|Codat)\.? (?:Elle|Il) (?:a|examine|offre|lit)\b|\b(?:Intuit|Codat) [^.;:]*\bce qu’(?:elle|il) (?:exige|demande|attend)", "Suivez Intuit, qui examine ce champ.", "Suivez Intuit : c’est elle qui examine le champ."),
    Rule("an adverb far from its verb", "en", r"\b(?:[Ee]xpects?|[Gg]ives?|[Ee]nters?) [^.;:,?()|]{45,} (?:here|instead)\b", "Intuit expects your app’s sign-in page here.", "Intuit expects a page that confirms the disconnection and explains how to reconnect here."),
    Rule("very, and made of a text", "en", r"\b(?:this|that) very\b|\bmade of a text\b|\bguide that’s kept\b|\bnewer guide is\b", "A request to this site.", "A request to this very site."),
    Rule("an address, where an app calls a URL", "en", r"\b(?:authorization|called) address\b|\baddress that was called\b|\bIntuit address\b", "The authorization URL is wrong.", "The authorization address is wrong."),
    Rule("une adresse, pour une URL", "fr", r"\b(?i:l’|mauvaise )adresse (?:appelée|d’autorisation|d’Intuit)", "L’URL d’autorisation est fausse.", "L’adresse d’autorisation est fausse."),
    Rule("numéro d’entreprise, which is a tax number", "fr", r"(?i)\bnuméro (?:d’|de l’)entreprise\b(?! \(NE\))", "L’ID d’entreprise QuickBooks (realm ID).", "Le numéro d’entreprise manque dans le chemin."),
    Rule("prêter, without what is lent", "fr", r"\b[Ss]i vous prêtez\b|\bdéclaré prêter\b", "Si vous accordez des prêts.", "Si vous prêtez, cochez la case."),
    Rule("a source, elliptical", "fr", r"[:;,] (?:Codat|Intuit) l’écrit\b", "Selon Codat, Intuit refuse l’application.", "Intuit refuse l’application : Codat l’écrit."),
    Rule("ce site-ci", "fr", r"\b(?:ce|cette) (?:site|guide|page)-ci\b", "Une requête à ce site.", "Une requête à ce site-ci."),
    Rule("oublier, where a copy is deleted", "fr", r"\b[Oo]ublier le guide\b|\bdu guide est là\b", "Supprimer la copie hors ligne.", "Oublier le guide gardé."),
)  # fmt: skip


def broken(passages: Iterable[tuple[str, Language, str]]) -> list[str]:
    """The faults of passages, each given with where it stands and its language."""
    return [
        f"{where}: {rule.name}: …{fault}…"
        for where, lang, text in passages
        for rule in PLAIN
        if rule.lang == lang
        for fault in rule.faults(unquoted(text))
    ]
