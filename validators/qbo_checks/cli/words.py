"""What the command line says of itself, in both languages; findings come from the checks."""

from __future__ import annotations

from collections.abc import Mapping

from qbo_checks.model import Text

SEVERITIES = {
    "error": Text(fr="erreur", en="error"),
    "warning": Text(fr="avertissement", en="warning"),
    "note": Text(fr="note", en="note"),
}

SIDES = {
    "intuit": Text(fr="À faire dans le portail Intuit.", en="Do this in the Intuit portal."),
    "codat": Text(fr="À faire dans le portail Codat.", en="Do this in the Codat Portal."),
    "code": Text(fr="À faire dans votre code.", en="Do this in your code."),
    "customer": Text(fr="À voir avec votre client.", en="Take this up with your customer."),
}

WORDS = {
    "program": Text(
        fr="Vérifiez ce que vous allez coller dans les portails d’Intuit et de Codat. Rien n’est envoyé nulle part.",
        en="Check what you’re about to paste into Intuit’s and Codat’s portals. Nothing is sent anywhere.",
    ),
    "statuses": Text(
        fr="Code de sortie : 0, aucun problème relevé; 1, à corriger; 2, commande mal formée; 3, à vérifier par vous-même; 74, réponse impossible à écrire.",
        en="Exit status: 0, no problems found; 1, needs fixing; 2, usage error; 3, needs your own judgment; 74, the answer can’t be written.",
    ),
    "lang": Text(fr="Langue de la réponse.", en="Language of the answer."),
    "guide": Text(
        fr="URL du guide, pour les liens vers ses étapes; à défaut, la variable SITE_URL.",
        en="URL of the guide, for links to its steps. Default: the variable SITE_URL.",
    ),
    "format": Text(
        fr="Des phrases, ou le rapport entier en JSON.", en="Sentences, or the whole report as JSON."
    ),
    "help": Text(fr="Afficher cette aide.", en="Show this help."),
    "version": Text(fr="Afficher la version.", en="Show the version."),
    "from": Text(
        fr="Fichier qui contient les clés (.env, JSON, texte); « - » lit l’entrée standard.",
        en="File that contains the keys (.env, JSON, text). “-” reads standard input.",
    ),
    "secrets": Text(
        fr="Tapez les clés à une invite qui ne les affiche pas, ou donnez-les sur l’entrée standard ou dans un fichier (--from). Ne les donnez jamais en argument : un argument reste dans l’historique du terminal.",
        en="Type the keys at a prompt that doesn’t show them, or give them on standard input or in a file (--from). Never give them as arguments: an argument stays in your terminal’s history.",
    ),
    "stdin": Text(
        fr="Avec « - », la valeur est lue sur l’entrée standard.",
        en="“-” reads the value from standard input.",
    ),
    "questionnaire": Text(
        fr="FILE est un fichier de réponses, en YAML ou en JSON; « - » lit l’entrée standard. "
        "« qbo-check questionnaire init » écrit un modèle à remplir.",
        en="FILE is a file of answers, in YAML or JSON; “-” reads standard input. "
        "“qbo-check questionnaire init” writes a template to fill in.",
    ),
    "yaml": Text(
        fr="La commande lit cette partie de YAML 1.2 : les noms et leurs valeurs, les listes en lignes ou entre crochets, "
        "les objets entre accolades, les textes sans guillemets, entre guillemets ou après « | » et « > », sur "
        "plusieurs lignes, et les commentaires. Elle ne lit pas les ancres (&), les alias (*), les étiquettes (!), les clés "
        "de fusion (<<), les clés complexes (?), les directives, les indicateurs d’indentation (|2) ni un deuxième document. "
        "Elle lit aussi « GQ2 = yes » et les listes à puces ou numérotées.",
        en="The command reads this part of YAML 1.2: names and their values; lists on lines or in brackets; objects in "
        "braces; texts that are plain, in quotation marks, or after “|” and “>”, over several lines; comments. It doesn’t "
        "read anchors (&), aliases (*), tags (!), merge keys (<<), complex keys (?), directives, indentation indicators "
        "(|2) or a second document. It also reads “GQ2 = yes”, and lists with bullets or numbers.",
    ),
    "explain": Text(
        fr="Expliquer un code, par exemple redirect-uri.trailing-slash.",
        en="Explain a code, such as redirect-uri.trailing-slash.",
    ),
    "batch": Text(
        fr="Vérifier des lignes de JSON. Chaque ligne s’écrit "
        '{"check": "…", "fields": {"…": "…"}, "lang": "fr|en"} et reçoit une ligne, son rapport. '
        "Une ligne mal formée reçoit une ligne avec « error », et la suite est lue. "
        "Sans fichier, l’entrée standard est lue.",
        en='Check lines of JSON. Each line is {"check": "…", "fields": {"…": "…"}, "lang": "fr|en"} and gets one '
        "line back, its report. A malformed line gets a line with “error”, and the rest is still read. "
        "Without a file, standard input is read.",
    ),
    "offer": Text(fr="Vérifiez aussi", en="Check this too"),
    "corrected": Text(fr="À coller à la place", en="Paste this instead"),
    "hidden": Text(
        fr="corrigé, mais c’est un secret : --format json l’affiche",
        en="corrected, but it’s a secret: --format json shows it",
    ),
    "masked": Text(
        fr="une partie de la valeur est masquée, car elle pourrait être secrète : --format json l’affiche",
        en="part of the value is hidden, because it may be secret: --format json shows it",
    ),
    "seen": Text(fr="Ce que vous voyez", en="What you see"),
    "causes": Text(fr="Causes, dans l’ordre où les vérifier", en="Causes, in the order to check them"),
    "sources": Text(fr="Sources", en="Sources"),
    "colon": Text(fr="\u00a0:", en=":"),
}
"""What the command says of itself; findings come from the checks."""

FAULTS = {
    "no-command": Text(fr="commande inconnue; au choix : {known}", en="unknown command; one of {known}"),
    "no-option": Text(fr="option inconnue; au choix : {known}", en="unknown option; one of {known}"),
    "no-code": Text(
        fr="code inconnu; les codes les plus proches : {known}", en="unknown code; the closest are {known}"
    ),
    "missing": Text(fr="il manque {name}", en="{name} is missing"),
    "bad-value": Text(
        fr="valeur inconnue pour {name}; au choix : {known}", en="unknown value for {name}; one of {known}"
    ),
    "bare-option": Text(fr="l’option {name} demande une valeur", en="the option {name} needs a value"),
    "extra": Text(
        fr="trop d’arguments; mettez entre guillemets une valeur qui contient des espaces",
        en="too many arguments; put quotes around a value that contains spaces",
    ),
    "extra-secret": Text(
        fr="ne donnez jamais une clé en argument, car un argument reste dans l’historique du terminal. "
        "Effacez celui-ci de l’historique, puis relancez la commande sans lui",
        en="never give a key as an argument, because an argument stays in the terminal’s history. "
        "Remove this one from the history, then run the command without it",
    ),
    "file": Text(fr="impossible de lire {name} : {reason}", en="{name} can’t be read: {reason}"),
    "output": Text(
        fr="impossible d’écrire la réponse : {reason}", en="the answer can’t be written: {reason}"
    ),
    "other": Text(fr="la commande est mal formée", en="the command isn’t well formed"),
    "internal": Text(
        fr="qbo-check a échoué ({reason}). C’est notre faute : signalez l’erreur, sans joindre aucune clé",
        en="qbo-check failed ({reason}). It’s our fault: report it, and don’t attach any key",
    ),
    "error": Text(fr="Erreur : {told}.", en="Error: {told}."),
    "try": Text(fr="Pour de l’aide : {command} --help", en="For help: {command} --help"),
}
"""What is wrong with the command itself. None quotes a value that was typed: it may be a secret."""

HELP_FR = {
    "Usage: ": "Utilisation : ",
    "Commands": "Commandes",
    "[required]": "[obligatoire]",
    "[COMMAND] [ARGS]...": "[COMMANDE] [ARGUMENTS]…",
}
"""What Click writes around the help; it comes without translations."""

THE_FILE = Text(fr="le fichier", en="the file")
STANDARD_INPUT = Text(fr="l’entrée standard", en="standard input")

REASONS: Mapping[str, Text] = {
    "ENOENT": Text(fr="ce fichier n’existe pas", en="the file doesn’t exist"),
    "ENOTDIR": Text(fr="ce fichier n’existe pas", en="the file doesn’t exist"),
    "EISDIR": Text(fr="c’est un dossier", en="it’s a folder"),
    "EACCES": Text(fr="vous n’y avez pas accès", en="you have no access to it"),
    "EPERM": Text(fr="vous n’y avez pas accès", en="you have no access to it"),
    "ENAMETOOLONG": Text(fr="ce nom est trop long", en="the name is too long"),
    "EINVAL": Text(fr="ce nom n’est pas celui d’un fichier", en="it isn’t the name of a file"),
    "EBADF": Text(fr="le flux est fermé", en="the stream is closed"),
    "ENOSPC": Text(fr="il n’y a plus d’espace", en="there’s no space left"),
    "": Text(fr="le système le refuse", en="the system refuses it"),
}
"""Why a file cannot be read or an answer written, by the name of the system's error (POSIX, <errno.h>)."""
