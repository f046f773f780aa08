"""The answers to Intuit's App Assessment Questionnaire, before anything is sent.

The questions, Codat's recommendations and what is known of refusals are data: questionnaire.toml, which
:mod:`qbo_checks.questionnaire` reads. Here stands what may be said of the answers, one by one and together.
A recommendation is never forced: an answer that differs from it is at most a note, for the declaration is
the developer's. Sources: https://docs.codat.io/integrations/accounting/quickbooksonline/qbo-app-assessment-questionnaire
and https://developer.intuit.com/app/developer/qbo/docs/go-live/publish-app/platform-requirements
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qbo_checks.answers import as_document, filled, finding_of, read
from qbo_checks.checks import hosting
from qbo_checks.excerpt import quote
from qbo_checks.model import Answer, Example, Field, Fields, Finding, Rule, Text, Verdict
from qbo_checks.questionnaire import (
    Answers,
    Item,
    Questionnaire,
    Value,
    encode,
    fold,
    is_count,
    load,
    quoted,
    several,
)
from qbo_checks.sources import (
    CIVICRM_QUESTIONNAIRE,
    CODAT_2023,
    CODAT_HOSTING,
    CODAT_QUESTIONNAIRE,
    INTUIT_APP_SETTINGS,
    INTUIT_PLATFORM,
    INTUIT_PUBLISH,
    INTUIT_SECURITY,
    OWASP_INPUT,
    RFC3986_SYNTAX,
    RFC6890_SPECIAL,
    RFC8259_OBJECTS,
)

YEARLY_REVIEW = 500
"""From more connections than this on, Intuit reviews an app every year (Security requirements)."""

TITLE = Text(fr="Questionnaire", en="Questionnaire")

FIELDS = (
    Field(
        "answers",
        label=Text(fr="Réponses", en="Answers"),
        hint=Text(
            fr="En JSON ou en YAML : l’identifiant de chaque question et sa réponse.",
            en="In JSON or YAML: the id of each question and its answer.",
        ),
        kind="lines",
    ),
)

NOT_SENT = Text(
    fr="Rien : ni Intuit ni Codat ne reçoit ces réponses avant que vous les remettiez vous-même.",
    en="Nothing: neither Intuit nor Codat receives these answers until you submit them yourself.",
)
UNDOCUMENTED = Text(
    fr="Ce que le formulaire d’Intuit affiche dans ce cas n’est documenté nulle part.",
    en="What Intuit’s form shows in this case is documented nowhere.",
)
REVIEWED = Text(
    fr="Intuit annonce qu’elle communique avec vous si vos réponses soulèvent des questions ou si l’application doit changer. Le délai n’est pas publié.",
    en="Intuit says that it lets you know if it has questions about your answers, or if your app must change. It publishes no time for it.",
)
HIDDEN = Text(
    fr="Une fois le questionnaire remis, les réponses sont difficiles à revoir. Mieux vaut qu’elles soient complètes et exactes avant.",
    en="Once the questionnaire is submitted, the answers are hard to view again. They had better be complete and right before.",
)

RULES = {
    "complete": Rule(
        "note",
        title=Text(fr="Questionnaire complet", en="Questionnaire complete"),
        message=Text(
            fr="Toutes les questions posées ont leur réponse ({count}), et rien de connu ne s’oppose à l’approbation.",
            en="Every question that is asked has its answer ({count}), and nothing that is known stands in the way of approval.",
        ),
        help=Text(
            fr="Relisez vos réponses et gardez-en une copie. Dans le formulaire, passez d’un onglet à l’autre avec « Next tab » et n’appuyez sur « Submit » qu’au dernier.",
            en="Read your answers once more and keep a copy. In the form, go from tab to tab with “Next tab”, and press “Submit” only on the last one.",
        ),
        why=Text(
            fr="La décision revient à Intuit, et la déclaration est la vôtre : cette vérification ne connaît que ce qui est publié.",
            en="The decision is Intuit’s, and the declaration is yours: this check knows only what is published.",
        ),
        seen=REVIEWED,
        sources=(CIVICRM_QUESTIONNAIRE, INTUIT_PLATFORM),
    ),
    "empty": Rule(
        "error",
        title=Text(fr="Aucune réponse", en="No answers"),
        message=Text(fr="Il n’y a encore aucune réponse.", en="There are no answers yet."),
        help=Text(
            fr="Répondez à une première question, ou importez un fichier de réponses.",
            en="Answer a first question, or import a file of answers.",
        ),
        why=HIDDEN,
        seen=NOT_SENT,
        sources=(CIVICRM_QUESTIONNAIRE,),
    ),
    "malformed": Rule(
        "error",
        title=Text(fr="Fichier illisible", en="Unreadable file"),
        message=Text(
            fr="Ces réponses ne se lisent pas : {reason} (ligne {line}, caractère {column}).",
            en="These answers cannot be read: {reason} (line {line}, character {column}).",
        ),
        help=Text(
            fr="Exportez de nouveau vos réponses, ou corrigez le fichier à cet endroit. Rien de ce que vous aviez n’a été remplacé.",
            en="Export your answers again, or mend the file at that place. Nothing that you had was replaced.",
        ),
        why=Text(
            fr="Un fichier abîmé ne peut pas être lu en partie sans risque de prendre une réponse pour une autre.",
            en="A damaged file cannot be read in part without the risk of taking one answer for another.",
        ),
        seen=NOT_SENT,
        sources=(RFC8259_OBJECTS,),
    ),
    "too-deep": Rule(
        "error",
        title=Text(fr="Fichier trop imbriqué", en="File nested too deeply"),
        message=Text(
            fr="Plus de {limit} listes ou objets sont imbriqués les uns dans les autres (ligne {line}, caractère {column}).",
            en="More than {limit} lists or objects are nested in one another (line {line}, character {column}).",
        ),
        help=Text(
            fr="Ce n’est pas un fichier de réponses. Exportez de nouveau les vôtres.",
            en="This is not a file of answers. Export yours again.",
        ),
        why=Text(
            fr="Une réponse est un texte ou une liste de textes. La limite protège la page d’un fichier fait pour la bloquer.",
            en="An answer is a text or a list of texts. The limit protects the page from a file that is made to block it.",
        ),
        seen=NOT_SENT,
        sources=(OWASP_INPUT,),
    ),
    "wrong-version": Rule(
        "error",
        title=Text(fr="Autre version du questionnaire", en="Another version of the questionnaire"),
        message=Text(
            fr="Ces réponses sont de la version « {found} »; le questionnaire est ici à la version {version}.",
            en="These answers are of version “{found}”; the questionnaire here is of version {version}.",
        ),
        help=Text(
            fr="Gardez ce fichier, puis reportez vos réponses dans un nouveau. Si elles viennent d’une version plus récente du guide, rechargez la page.",
            en="Keep this file and carry your answers over to a new one. If they come from a newer version of the guide, reload the page.",
        ),
        why=Text(
            fr="D’une version à l’autre, une question ou une option peut avoir disparu ou changé de sens.",
            en="From one version to the next, a question or an option may have gone or changed its meaning.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "unknown-question": Rule(
        "error",
        title=Text(fr="Question inconnue", en="Unknown question"),
        message=Text(
            fr="« {found} » n’est l’identifiant d’aucune question.",
            en="“{found}” is the id of no question.",
        ),
        help=Text(
            fr="{suggestion} Sa réponse n’a été prise pour aucune autre.",
            en="{suggestion} Its answer was not taken for any other.",
        ),
        why=Text(
            fr="Une réponse sous un identifiant inconnu ne répond à rien : la vraie question resterait sans réponse.",
            en="An answer under an unknown id answers nothing: the real question would stay without one.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "duplicate-question": Rule(
        "error",
        title=Text(fr="Question en double", en="Question there twice"),
        message=Text(
            fr="{question} figure plus d’une fois dans le fichier.",
            en="{question} is in the file more than once.",
        ),
        help=Text(
            fr="Gardez une seule des deux réponses : rien ne dit laquelle est la bonne.",
            en="Keep one of the two answers: nothing says which is the right one.",
        ),
        why=Text(
            fr="JSON ne dit pas quelle valeur compte quand un nom est répété, et les logiciels en choisissent une en silence.",
            en="JSON does not say which value counts when a name is repeated, and programs choose one in silence.",
        ),
        seen=NOT_SENT,
        sources=(RFC8259_OBJECTS,),
    ),
    "wrong-kind": Rule(
        "error",
        title=Text(fr="Réponse de la mauvaise sorte", en="Answer of the wrong kind"),
        message=Text(
            fr="{question} demande {expected}.",
            en="{question} takes {expected}.",
        ),
        help=Text(fr="Écrivez la réponse sous cette forme.", en="Write the answer in that form."),
        why=Text(
            fr="Une réponse d’une autre sorte ne peut pas être lue sans deviner.",
            en="An answer of another kind cannot be read without guessing.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "unknown-option": Rule(
        "error",
        title=Text(fr="Option inconnue", en="Unknown option"),
        message=Text(
            fr="{question} : « {found} » n’est pas une des options.",
            en="{question}: “{found}” is not one of the options.",
        ),
        help=Text(
            fr="Choisissez parmi celles-ci : {options}.",
            en="Choose among these: {options}.",
        ),
        why=Text(
            fr="Le formulaire d’Intuit n’offre que ses propres options, et la vérification les reconnaît à leur texte.",
            en="Intuit’s form offers only its own options, and the check knows them by their text.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "unlisted-option": Rule(
        "warning",
        title=Text(fr="Option hors de la liste connue", en="Option outside the known list"),
        message=Text(
            fr="{question} : « {found} » n’est pas dans la liste connue ici, qui n’est peut-être plus celle d’Intuit.",
            en="{question}: “{found}” is not in the list known here, which may no longer be Intuit’s.",
        ),
        help=Text(
            fr="Vérifiez dans le portail que l’option s’y trouve. Options connues : {options}.",
            en="Make sure in the portal that the option is there. Known options: {options}.",
        ),
        why=Text(
            fr="La liste vient d’une révision plus ancienne ou d’une autre page. La vérification ne peut pas juger d’une option qu’elle ne connaît pas.",
            en="The list comes from an older revision, or from another page. The check cannot judge an option that it does not know.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE, INTUIT_PLATFORM),
    ),
    "option-letter": Rule(
        "error",
        title=Text(fr="Lettre au lieu d’une option", en="Letter in place of an option"),
        message=Text(
            fr="{question} : « {found} » est une lettre, et les lettres des options ont changé d’une révision à l’autre.",
            en="{question}: “{found}” is a letter, and the letters of the options have changed between revisions.",
        ),
        help=Text(
            fr="Notez l’option elle-même : {options}.",
            en="Write the option itself: {options}.",
        ),
        why=Text(
            fr="La même lettre désigne une autre option selon la révision du formulaire. Seul le texte de l’option est sûr.",
            en="The same letter stands for another option depending on the revision of the form. Only the option’s text is certain.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "missing": Rule(
        "error",
        title=Text(fr="Question sans réponse", en="Question without an answer"),
        message=Text(
            fr="{question} n’a pas encore de réponse. {about}",
            en="{question} has no answer yet. {about}",
        ),
        help=Text(fr="{who}", en="{who}"),
        why=HIDDEN,
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE, CIVICRM_QUESTIONNAIRE),
    ),
    "follow-up-missing": Rule(
        "error",
        title=Text(fr="Précision manquante", en="Follow-up without an answer"),
        message=Text(
            fr="Votre réponse à {parent} appelle une précision, {question} : {asked}.",
            en="Your answer to {parent} calls for a follow-up, {question}: {asked}.",
        ),
        help=Text(fr="{who}", en="{who}"),
        why=Text(
            fr="Le formulaire d’Intuit pose cette question dès que l’option est choisie.",
            en="Intuit’s form asks this question as soon as the option is chosen.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "not-asked": Rule(
        "note",
        title=Text(fr="Réponse à une question non posée", en="Answer to a question that is not asked"),
        message=Text(
            fr="{question} a une réponse, mais vos autres réponses font que la question n’est pas posée.",
            en="{question} has an answer, but your other answers mean that it is not asked.",
        ),
        help=Text(
            fr="Rien à faire si c’est voulu : la réponse est gardée, sans être vérifiée. Sinon, revoyez la réponse dont cette question dépend.",
            en="There is nothing to do if you mean it: the answer is kept, and not checked. Otherwise look again at the answer that this question depends on.",
        ),
        why=Text(
            fr="Des sections et des précisions n’apparaissent dans le formulaire d’Intuit que selon d’autres réponses.",
            en="Some sections and follow-ups appear in Intuit’s form only after other answers.",
        ),
        seen=Text(
            fr="La question n’apparaît pas dans le formulaire d’Intuit.",
            en="The question does not appear in Intuit’s form.",
        ),
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "none-with-another": Rule(
        "error",
        title=Text(fr="« Aucune » avec une autre option", en="“None” along with another option"),
        message=Text(
            fr="{question} : {none} est cochée en même temps qu’une autre option.",
            en="{question}: {none} is checked along with another option.",
        ),
        help=Text(
            fr="Gardez {none} seule, ou seulement les autres.",
            en="Keep {none} alone, or only the others.",
        ),
        why=Text(
            fr="Les deux réponses se contredisent, et Intuit ne peut pas savoir laquelle vous vouliez donner.",
            en="The two answers contradict each other, and Intuit cannot tell which one you meant.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "too-many-choices": Rule(
        "error",
        title=Text(fr="Trop de choix", en="Too many choices"),
        message=Text(
            fr="{question} : {count} choix, alors qu’Intuit en permet {limit} au plus.",
            en="{question}: {count} choices, and Intuit allows {limit} at most.",
        ),
        help=Text(
            fr="Gardez ceux qui décrivent le mieux votre application.",
            en="Keep those that describe your app best.",
        ),
        why=Text(
            fr="Intuit demande de choisir jusqu’à quatre catégories.",
            en="Intuit asks you to select up to four categories.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_PUBLISH,),
    ),
    "refused": Rule(
        "error",
        title=Text(fr="Réponse refusée", en="Answer that is refused"),
        message=Text(
            fr="Votre réponse à {question} est refusée. {why}",
            en="Your answer to {question} is refused. {why}",
        ),
        help=Text(
            fr="Ne changez pas seulement la réponse : faites d’abord ce qu’elle déclare, puis répondez.",
            en="Do not change the answer alone: first do what it declares, and then answer.",
        ),
        why=Text(
            fr="Ce refus est écrit noir sur blanc : Codat dit qu’Intuit rejette l’application.",
            en="This refusal is written down: Codat says that Intuit rejects the app.",
        ),
        seen=Text(
            fr="L’application est rejetée et n’obtient pas de clés de production.",
            en="The app is rejected and gets no production keys.",
        ),
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "at-risk": Rule(
        "warning",
        title=Text(fr="Réponse à risque", en="Answer at risk"),
        message=Text(
            fr="Votre réponse à {question} pourrait coûter l’approbation. {why}",
            en="Your answer to {question} may cost the approval. {why}",
        ),
        help=Text(
            fr="Si la réponse est vraie, voyez ce que vous pouvez changer dans l’application avant de remettre le questionnaire. Ne déclarez que ce qui est vrai.",
            en="If the answer is true, see what you can change in the app before you submit the questionnaire. Declare only what is true.",
        ),
        why=Text(
            fr="Le refus n’est écrit nulle part : il se déduit de ce qu’Intuit exige des applications. C’est donc un avertissement, et non une erreur.",
            en="The refusal is written nowhere: it follows from what Intuit requires of apps. That is why this is a warning and not an error.",
        ),
        seen=REVIEWED,
        sources=(INTUIT_PLATFORM, INTUIT_SECURITY),
    ),
    "differs": Rule(
        "note",
        title=Text(fr="Autre réponse que celle de Codat", en="Not Codat’s answer"),
        message=Text(
            fr="{question} : votre réponse n’est pas celle que Codat recommande, soit {recommended}.",
            en="{question}: your answer is not the one that Codat recommends, {recommended}.",
        ),
        help=Text(
            fr="{reasons} La déclaration est la vôtre : gardez votre réponse si c’est la vraie.",
            en="{reasons} The declaration is yours: keep your answer if it is the true one.",
        ),
        why=Text(
            fr="Codat recommande une réponse là où la question porte sur son intégration. Elle ne vaut pas pour ce que votre application fait par elle-même.",
            en="Codat recommends an answer where the question is about its integration. It does not cover what your app does by itself.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "private-but-public-estimate": Rule(
        "warning",
        title=Text(
            fr="Application privée, mais estimation de clients",
            en="Private app, but an estimate of customers",
        ),
        message=Text(
            fr="AI4 dit que l’application est privée, et {question} donne un nombre d’utilisateurs à connecter.",
            en="AI4 says that the app is private, and {question} gives a number of users to connect.",
        ),
        help=Text(
            fr="Si d’autres entreprises se connecteront, répondez que l’application sera publique; sinon, effacez le nombre.",
            en="If other companies will connect, answer that the app will be publicly available; otherwise delete the number.",
        ),
        why=Text(
            fr="L’estimation n’est demandée que pour une application publique. Les deux réponses ne vont pas ensemble.",
            en="The estimate is asked for a publicly available app only. The two answers do not go together.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "lending-declared-once": Rule(
        "warning",
        title=Text(fr="Prêt déclaré à un seul endroit", en="Lending declared in one place only"),
        message=Text(
            fr="Le prêt est déclaré à {other}, mais pas à {question}.",
            en="Lending is declared in {other}, but not in {question}.",
        ),
        help=Text(
            fr="Si votre application offre des services de prêt, déclarez-le aux deux endroits. Sinon, retirez-le de {other}.",
            en="If your app offers lending services, declare it in both places. Otherwise take it out of {other}.",
        ),
        why=Text(
            fr="Le prêt ajoute une section au questionnaire et des exigences à l’application. Deux déclarations qui diffèrent appellent des questions.",
            en="Lending adds a section to the questionnaire and requirements to the app. Two declarations that differ call for questions.",
        ),
        seen=Text(
            fr="La section « Lending » peut manquer au questionnaire : Codat dit alors de vérifier que la case « Lending » est cochée.",
            en="The “Lending” section may be missing from the questionnaire: Codat then says to make sure that the “Lending” checkbox is ticked.",
        ),
        sources=(CODAT_QUESTIONNAIRE, INTUIT_PLATFORM),
    ),
    "regulated-declared-once": Rule(
        "note",
        title=Text(
            fr="Service réglementé déclaré à un seul endroit",
            en="Regulated service declared in one place only",
        ),
        message=Text(
            fr="{options} : c’est coché à {other}, mais pas à {question}.",
            en="{options}: it is checked in {other}, but not in {question}.",
        ),
        help=Text(
            fr="Il n’y a rien à changer si c’est voulu. Si votre application offre elle-même ce service, cochez-le aux deux endroits.",
            en="There is nothing to change if you mean it. If your app offers this service itself, check it in both places.",
        ),
        why=Text(
            fr="Une question porte sur les secteurs qui utilisent l’application, l’autre sur les services qu’elle offre. Les réponses peuvent différer, mais un oubli appellerait des questions.",
            en="One question is about the industries that use the app, the other about the services that it offers. The answers may differ, but a slip would call for questions.",
        ),
        seen=REVIEWED,
        sources=(CODAT_2023, INTUIT_PLATFORM),
    ),
    "payments-not-codat": Rule(
        "warning",
        title=Text(fr="API que Codat n’utilise pas", en="API that Codat does not use"),
        message=Text(
            fr="{question} : {api} est cochée, et Codat ne l’utilise pas.",
            en="{question}: {api} is checked, and Codat does not use it.",
        ),
        help=Text(
            fr="Décochez-la, à moins que votre application appelle elle-même cette API.",
            en="Uncheck it, unless your app calls this API by itself.",
        ),
        why=Text(
            fr="Chaque catégorie cochée ajoute une section et ses exigences, dont celles du secteur des paiements.",
            en="Each category that is checked adds a section and its requirements, those of the payments industry among them.",
        ),
        seen=Text(
            fr="Une section de plus apparaît dans le questionnaire.",
            en="One more section appears in the questionnaire.",
        ),
        sources=(CODAT_QUESTIONNAIRE, INTUIT_PLATFORM),
    ),
    "platform-name": Rule(
        "warning",
        title=Text(fr="Plateforme autre que Codat", en="Platform other than Codat"),
        message=Text(
            fr="{question} : la plateforme nommée est « {found} », et non Codat.",
            en="{question}: the platform that is named is “{found}”, not Codat.",
        ),
        help=Text(
            fr="Écrivez « Codat », à moins qu’une autre plateforme vous relie à QuickBooks Online.",
            en="Write “Codat”, unless another platform connects you to QuickBooks Online.",
        ),
        why=Text(
            fr="Intuit demande par quelle plateforme passe l’application, et celle de ce guide est Codat.",
            en="Intuit asks which platform the app goes through, and the one of this guide is Codat.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "platform-link": Rule(
        "warning",
        title=Text(fr="Lien vers un autre site que Codat", en="Link to a site other than Codat’s"),
        message=Text(
            fr="{question} : le lien mène à « {found} », et non à un site de Codat.",
            en="{question}: the link leads to “{found}”, not to a site of Codat’s.",
        ),
        help=Text(
            fr="Écrivez « www.codat.io », à moins qu’une autre plateforme vous relie à QuickBooks Online.",
            en="Write “www.codat.io”, unless another platform connects you to QuickBooks Online.",
        ),
        why=Text(
            fr="Intuit demande le site de la plateforme, et Codat donne le sien : www.codat.io.",
            en="Intuit asks for the platform’s website, and Codat gives its own: www.codat.io.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "number-form": Rule(
        "error",
        title=Text(fr="Nombre mal formé", en="Number of the wrong form"),
        message=Text(
            fr="{question} : « {found} » n’est pas un nombre entier de 1 ou plus.",
            en="{question}: “{found}” is not a whole number of 1 or more.",
        ),
        help=Text(
            fr="Écrivez seulement des chiffres, sans espace ni virgule, par exemple 250.",
            en="Write digits only, without spaces or commas, such as 250.",
        ),
        why=Text(
            fr="Intuit demande une estimation du nombre d’utilisateurs, et zéro ou une fourchette n’en est pas une.",
            en="Intuit asks for an estimated number of users, and zero or a range is not one.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "yearly-review": Rule(
        "note",
        title=Text(fr="Revue annuelle", en="Yearly review"),
        message=Text(
            fr="{question} : au-delà de {limit} connexions, Intuit réexamine l’application chaque année.",
            en="{question}: over {limit} connections, Intuit reviews the app every year.",
        ),
        help=Text(
            fr="Rien à changer : prévoyez cet examen et tenez l’application conforme aux exigences de sécurité.",
            en="There is nothing to change: plan for this review, and keep the app in line with the security requirements.",
        ),
        why=Text(
            fr="Les applications de la boutique, et toutes celles qui ont plus de 500 connexions, sont réexaminées au moins une fois par année.",
            en="Apps of the store, and any app with over 500 connections, are reviewed at least once a year.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_SECURITY,),
    ),
    "url-form": Rule(
        "error",
        title=Text(fr="Adresse mal formée", en="Address of the wrong form"),
        message=Text(
            fr="{question}, {asked} : {reason}",
            en="{question}, {asked}: {reason}",
        ),
        help=Text(
            fr="Écrivez l’adresse d’une page publique, comme https://www.example.com/legal, ou un nom d’hôte comme example.com là où il est demandé.",
            en="Write the address of a public page, such as https://www.example.com/legal, or a host name such as example.com where one is asked for.",
        ),
        why=Text(
            fr="Intuit et vos clients doivent pouvoir ouvrir ces adresses. Un ordinateur local, une adresse IP ou une adresse incomplète ne mène nulle part pour eux.",
            en="Intuit and your customers must be able to open these addresses. A local computer, an IP address or half an address leads them nowhere.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS, RFC3986_SYNTAX),
    ),
    "host-with-scheme": Rule(
        "warning",
        title=Text(
            fr="Domaine hôte avec « https:// » ou un chemin", en="“Host domain” with “https://” or a path"
        ),
        message=Text(
            fr="{question} : « {found} » est une adresse entière; le domaine hôte est « {host} ».",
            en="{question}: “{found}” is a whole address; the host domain is “{host}”.",
        ),
        help=Text(fr="Écrivez « {host} ».", en="Write “{host}”."),
        why=Text(
            fr="Intuit demande le domaine du site. Les guides d’autres plateformes l’écrivent tous sans protocole ni chemin; Intuit ne dit pas ce qu’elle fait du reste.",
            en="Intuit asks for the site’s domain. Guides of other platforms all write it without scheme or path; Intuit does not say what it makes of the rest.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "same-url": Rule(
        "warning",
        title=Text(fr="Même adresse deux fois", en="The same address twice"),
        message=Text(
            fr="{question} et {other} donnent la même adresse.",
            en="{question} and {other} give the same address.",
        ),
        help=Text(
            fr="Donnez une page au contrat de licence et une autre à la politique de confidentialité, à moins qu’une seule page contienne vraiment les deux.",
            en="Give the license agreement one page and the privacy policy another, unless a single page really holds both.",
        ),
        why=Text(
            fr="Ce sont deux documents. La même adresse aux deux endroits vient souvent d’un copier-coller.",
            en="They are two documents. The same address in both places often comes from copying and pasting.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "hosting-country-missing": Rule(
        "warning",
        title=Text(fr="Pays de Codat manquant", en="Codat’s country is missing"),
        message=Text(
            fr="{question} : le Royaume-Uni, d’où Codat appelle Intuit, n’est pas dans la liste.",
            en="{question}: the United Kingdom, from which Codat calls Intuit, is not in the list.",
        ),
        help=Text(
            fr="Ajoutez {country} à vos propres pays.",
            en="Add {country} to your own countries.",
        ),
        why=Text(
            fr="Codat appelle Intuit en votre nom, depuis ses propres serveurs, et demande d’en déclarer le pays.",
            en="Codat calls Intuit on your behalf from its own servers, and asks you to declare their country.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_HOSTING,),
    ),
    "hosting-address": Rule(
        "error",
        title=Text(fr="Adresse d’hébergement à corriger", en="Hosting address to correct"),
        message=Text(fr="{question} : {reason}", en="{question}: {reason}"),
        help=Text(fr="{mend}", en="{mend}"),
        why=Text(
            fr="Une adresse privée, réservée ou mal écrite ne dit pas à Intuit d’où votre application l’appelle. Les raisons sont celles de la vérification de l’hébergement.",
            en="An address that is private, reserved or written wrong does not tell Intuit where your app calls it from. The reasons are those of the hosting check.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS, RFC6890_SPECIAL),
    ),
    "hosting-ranges-missing": Rule(
        "warning",
        title=Text(fr="Adresses de Codat manquantes", en="Codat’s addresses are missing"),
        message=Text(
            fr="{question} : il manque des adresses de Codat ({ranges}).",
            en="{question}: some of Codat’s addresses are missing ({ranges}).",
        ),
        help=Text(
            fr="Ajoutez-les aux vôtres. Intuit dit l’adresse IP facultative, et Codat demande d’indiquer les siennes.",
            en="Add them to your own. Intuit calls the IP address optional, and Codat asks you to give its own.",
        ),
        why=Text(
            fr="Codat appelle Intuit depuis ces adresses, exactes au troisième trimestre de 2024. Elles peuvent changer : vérifiez la page de Codat.",
            en="Codat calls Intuit from these addresses, correct as of the third quarter of 2024. They may change: look at Codat’s page.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_HOSTING, INTUIT_APP_SETTINGS),
    ),
}

DEVELOPER = Text(
    fr="C’est au développeur de l’application de répondre.", en="It is for the app’s developer to answer."
)
RECOMMENDED = Text(
    fr="Codat recommande une réponse : reprenez-la si elle est vraie de votre application.",
    en="Codat recommends an answer: use it if it is true of your app.",
)

SAYS = Text(fr="{who} : {what}", en="{who}: {what}")

NO_SCHEME = Text(
    fr="l’adresse doit commencer par « https:// ».", en="the address must begin with “https://”."
)
BAD_SIGN = Text(
    fr="l’adresse contient une espace, une accolade ou un autre signe qui ne peut pas y être.",
    en="the address holds a space, a brace or another sign that cannot stand there.",
)
BAD_HOST = Text(fr="« {host} » n’est pas un nom d’hôte public.", en="“{host}” is not a public host name.")

_RANGES = """20.77.152.0/23
51.104.28.73
51.132.44.0 - 51.132.47.255
51.132.155.0/24, 51.132.156.0/22
8.8.8.8"""

READY: Mapping[str, Any] = {
    "AD1": "done",
    "AD2-eula": "https://www.example.com/eula",
    "AD2-privacy": "https://www.example.com/privacy",
    "AD3-host-domain": "example.com",
    "AD3-launch": "https://app.example.com/sign-in",
    "AD3-disconnect": "https://www.example.com/quickbooks/disconnected",
    "AD3-reconnect": "https://app.example.com/quickbooks/connect",
    "AD4": ["Accounting"],
    "AD5": ["none"],
    "AD6-countries": ["Canada", "United Kingdom of Great Britain and Northern Ireland"],
    "AD6-addresses": _RANGES,
    "GQ1": "no",
    "GQ2": "yes",
    "GQ3": "yes",
    "GQ4": "yes",
    "GQ5": "no",
    "GQ6": "no",
    "GQ7": ["none"],
    "AI1": ["platform"],
    "AI1-platform-name": "Codat",
    "AI1-platform-link": "www.codat.io",
    "AI1-platform-use": "We access our integration to QuickBooks Online via Codat’s API",
    "AI2": ["saas"],
    "AI3": ["reads", "writes"],
    "AI4": "public",
    "AI4-users": 250,
    "AI5": "any-user",
    "AI6": "no",
    "AU1": "yes",
    "AU2": "on-expiry",
    "AU3": "yes",
    "AU4": "yes",
    "AU5": "yes",
    "AU6-access": "yes",
    "AU6-refresh": "yes",
    "AU6-grant": "yes",
    "AU6-csrf": "yes",
    "AU7": "no",
    "AP1": ["accounting"],
    "AP2": ["daily"],
    "AC1": ["essentials", "plus", "advanced"],
    "AC2": "yes",
    "AC2-plan": "For gains in features, there is no impact to the end user. For loss of features, error messages are generated where permissions for the required features are missing.",
    "AC3": ["multicurrency", "tax-us", "tax-non-us"],
    "AC4": "no",
    "AC5": "yes",
    "AC5-why": "other",
    "AC5-why-other": "Codat uses CDC to queue syncs for changes in specific endpoints (customers and refund receipts)",
    "AC5-often": "other",
    "AC5-often-other": "Adhoc on requests for new data.",
    "EH1": "yes",
    "EH2": "yes",
    "EH3": "yes",
    "EH4": "yes",
    "EH4-how": "A contact form under Help in the app",
    "SE1": "no",
    "SE2": "yes",
    "SE3": "yes",
    "SE4": "yes",
    "SE5": "no",
    "SE6": "no",
    "SE7": "own-customer",
}
"""A made-up company's answers, complete: Codat's recommendations, and its own answers to the rest."""


def _written(answers: Mapping[str, Any]) -> str:
    return json.dumps({"version": 1, **answers}, ensure_ascii=False, indent=2)


def _example(
    about: Text,
    *rules: str,
    verdict: Verdict = "fail",
    without: tuple[str, ...] = (),
    cleaned: Mapping[str, Any] | None = None,
    **changed: object,
) -> Example:
    """The complete answers with some taken out and some changed (``AI1_platform_name`` is AI1-platform-name)."""
    answers = {
        name: value
        for name, value in {**READY, **{k.replace("_", "-"): v for k, v in changed.items()}}.items()
        if name not in without
    }
    corrected = {} if cleaned is None else {"answers": _written({**answers, **cleaned})}
    return Example({"answers": _written(answers)}, rules, verdict, corrected, about)


def _text(text: str, *rules: str) -> Example:
    """A text that is refused whole."""
    return Example({"answers": text}, rules, "fail")


EXAMPLES = (
    _example(Text(fr="Toutes les réponses", en="All the answers"), "complete", verdict="pass"),
    _example(
        Text(fr="Des options données par leur texte", en="Options given by their text"),
        "complete",
        verdict="pass",
        AU2="Only when access tokens expire",
        AI1=["You used another platform or tool to build and code your app"],
        AI5="Tout utilisateur de l’entreprise QuickBooks Online",
        AU1=True,
        SE6=False,
        cleaned={"AU2": "on-expiry", "AI1": ["platform"], "AI5": "any-user", "AU1": "yes", "SE6": "no"},
    ),
    _text("", "empty"),
    _text(" \n", "empty"),
    _text('{"AD1": "done",', "malformed"),
    _text('["done"]', "malformed"),
    _text("AD1: [done", "malformed"),
    _text("AD1: &first done", "malformed"),
    _text("AD1 done", "malformed"),
    _text("[" * 9 + "]" * 9, "too-deep"),
    _text('{"version": 2, "AD1": "done"}', "wrong-version"),
    _example(
        Text(fr="« AD7 », qui n’existe pas", en="“AD7”, which does not exist"), "unknown-question", AD7="done"
    ),
    Example(
        {"answers": _written(READY).replace('"AD1": "done",', '"AD1": "done",\n  "AD1": "done",')},
        ("duplicate-question",),
        "fail",
        about=Text(fr="AD1 deux fois", en="AD1 twice"),
    ),
    _example(Text(fr="AI2 : un objet", en="AI2: an object"), "wrong-kind", AI2={"saas": "yes"}),
    _example(Text(fr="AU6 : une réponse pour les quatre", en="AU6: one answer for all four"), "wrong-kind", AU6="yes"),
    _example(Text(fr="AU2 : « hourly »", en="AU2: “hourly”"), "unknown-option", AU2="hourly"),
    _example(Text(fr="AI1 : « b »", en="AI1: “b”"), "option-letter", AI1=["b"], without=("AI1-platform-name", "AI1-platform-link", "AI1-platform-use")),
    _example(Text(fr="AI2 : « Watch »", en="AI2: “Watch”"), "unlisted-option", verdict="review", AI2=["saas", "Watch"]),
    _example(Text(fr="Sans GQ2", en="Without GQ2"), "missing", without=("GQ2",)),
    _example(Text(fr="Sans URL de reconnexion", en="Without a reconnect URL"), "missing", without=("AD3-reconnect",)),
    _example(Text(fr="Prêt déclaré, sans la section", en="Lending declared, without its section"), "missing", AD5=["lending"], GQ7=["lending"]),
    _example(Text(fr="AI6 : oui, sans les noms", en="AI6: yes, without the names"), "follow-up-missing", AI6="yes"),
    _example(Text(fr="Sans nom de plateforme", en="Without the platform’s name"), "follow-up-missing", without=("AI1-platform-name",)),
    _example(Text(fr="SE1 : non, et pourtant une suite", en="SE1: no, and yet a follow-up"), "complete", "not-asked", verdict="pass", SE1_resolved="yes"),
    _example(Text(fr="AD5 : « none » et « insurance »", en="AD5: “none” and “insurance”"), "none-with-another", AD5=["none", "insurance"], GQ7=["insurance"]),
    _example(Text(fr="AD4 : cinq catégories", en="AD4: five categories"), "too-many-choices", AD4=["A1", "B2", "C3", "D4", "E5"]),
    _example(Text(fr="AU1 : non", en="AU1: no"), "refused", AU1="no"),
    _example(Text(fr="AU2 : à chaque appel", en="AU2: every call"), "at-risk", verdict="review", AU2="every-call"),
    _example(Text(fr="AU6 : non pour les erreurs CSRF", en="AU6: no for CSRF errors"), "at-risk", verdict="review", AU6_csrf="no"),
    _example(Text(fr="SE1 : une atteinte non réglée", en="SE1: a breach that is not resolved"), "at-risk", verdict="review", SE1="yes", SE1_resolved="no", SE1_remedy="It is being looked into."),
    _example(Text(fr="AI1 : « scratch » et « platform »", en="AI1: “scratch” and “platform”"), "at-risk", verdict="review", AI1=["scratch", "platform"]),
    _example(Text(fr="AI5 : les administrateurs", en="AI5: admins"), "complete", "differs", verdict="pass", AI5="any-admin"),
    _example(Text(fr="AC5 : non", en="AC5: no"), "complete", "differs", verdict="pass", AC5="no", without=("AC5-why", "AC5-why-other", "AC5-often", "AC5-often-other")),
    _example(Text(fr="AI4 : privée, avec une estimation", en="AI4: private, with an estimate"), "differs", "private-but-public-estimate", verdict="review", AI4="private"),
    _example(Text(fr="Prêt à GQ7 et non à AD5", en="Lending in GQ7 and not in AD5"), "lending-declared-once", verdict="review", GQ7=["lending"], LN0="done"),
    _example(Text(fr="Assurance à GQ7 et non à AD5", en="Insurance in GQ7 and not in AD5"), "complete", "regulated-declared-once", verdict="pass", GQ7=["insurance"]),
    _example(Text(fr="AP1 : l’API de paiement aussi", en="AP1: the Payments API too"), "payments-not-codat", verdict="review", AP1=["accounting", "payments"]),
    _example(Text(fr="Une autre plateforme", en="Another platform"), "platform-name", "platform-link", verdict="review", AI1_platform_name="Example", AI1_platform_link="www.example.com"),
    _example(Text(fr="AI4-users : « 1,000 »", en="AI4-users: “1,000”"), "number-form", AI4_users="1,000"),
    _example(Text(fr="AI4-users : 0", en="AI4-users: 0"), "number-form", AI4_users=0),
    _example(Text(fr="AI4-users : 1200", en="AI4-users: 1200"), "complete", "yearly-review", verdict="pass", AI4_users=1200),
    _example(Text(fr="AD2-eula : sans « https:// »", en="AD2-eula: without “https://”"), "url-form", AD2_eula="www.example.com/eula"),
    _example(Text(fr="AD3-launch : localhost", en="AD3-launch: localhost"), "url-form", AD3_launch="https://localhost/sign-in"),
    _example(Text(fr="AD3-disconnect : une adresse avec accolades", en="AD3-disconnect: an address with braces"), "url-form", AD3_disconnect="https://api.codat.io/companies/{companyId}"),
    _example(Text(fr="AD3-host-domain : avec « https:// »", en="AD3-host-domain: with “https://”"), "host-with-scheme", verdict="review", AD3_host_domain="https://example.com/"),
    _example(Text(fr="AD2 : la même page deux fois", en="AD2: the same page twice"), "same-url", verdict="review", AD2_privacy="https://www.example.com/eula"),
    _example(Text(fr="AD6 : le Canada seul", en="AD6: Canada alone"), "hosting-country-missing", verdict="review", AD6_countries=["Canada"]),
    _example(Text(fr="AD6 : une adresse privée", en="AD6: a private address"), "hosting-address", AD6_addresses=f"{_RANGES}\n10.0.0.5"),
    _example(Text(fr="AD6 : des mots à la place des adresses", en="AD6: words in place of addresses"), "hosting-address", "hosting-ranges-missing", AD6_addresses="in the cloud"),
    _example(Text(fr="AD6 : sans adresse", en="AD6: without an address"), "hosting-ranges-missing", verdict="review", without=("AD6-addresses",)),
    _example(Text(fr="AD6 : une seule plage de Codat", en="AD6: one of Codat’s ranges"), "hosting-ranges-missing", verdict="review", AD6_addresses="20.77.152.0/23"),
)  # fmt: skip


def examine(fields: Fields) -> Answer:
    """Read the answers as a whole, then each where Intuit's form has it."""
    reading = read(fields["answers"])
    if reading.refused:
        return Answer((reading.refused,))
    questionnaire = load()
    answers = reading.answers
    findings = [*reading.names, *_judge(questionnaire, answers, reading.faults)]
    severities = {RULES[finding.rule].severity for finding in findings}
    if not severities & {"error", "warning"}:
        count = sum(questionnaire.asks(questionnaire.items[name], answers) for name in answers)
        findings.insert(0, Finding("complete", "answers", holes={"count": count}))
    if reading.canonical or reading.faults or "error" in severities:
        return Answer(tuple(findings))
    corrected = as_document(answers) if reading.nested else encode(questionnaire, answers)
    return Answer(tuple(findings), {"answers": json.dumps(corrected, ensure_ascii=False, indent=2)})


# What is said of the answers.


def _judge(
    questionnaire: Questionnaire, answers: Answers, faults: Mapping[str, list[Finding]]
) -> Iterator[Finding]:
    """What is to be said of each question, in the order of Intuit's form."""
    for item in questionnaire.items.values():
        value = answers.get(item.id)
        if not questionnaire.asks(item, answers):
            if item.id == "AI4-users" and value and answers.get("AI4") == "private":
                yield finding_of("private-but-public-estimate", item)
            elif value or item.id in faults:
                yield finding_of("not-asked", item)
        elif value:
            said = [*faults.get(item.id, ()), *_form(item, value), *_choice(item, value)]
            if item.id in TOGETHER:
                said += TOGETHER[item.id](item, answers)
            yield from said or _differs(item, value)
        elif item.id in faults:
            yield from faults[item.id]
        elif item.id == "AD6-addresses":
            # Intuit lets it be empty, and Codat does not.
            yield from _addresses(item, answers)
        elif item.answerable and not item.optional:
            who = RECOMMENDED if item.recommended else DEVELOPER
            yield finding_of(
                "follow-up-missing" if item.when else "missing", item, who=who, parent=item.parent
            )


def _form(item: Item, value: Value) -> Iterator[Finding]:
    """What is wrong with the form of a text."""
    if isinstance(value, tuple):
        return
    if item.kind == "number" and not is_count(value):
        yield finding_of("number-form", item, found=quote(value))
    elif item.kind == "number" and int(value) > YEARLY_REVIEW:
        yield finding_of("yearly-review", item, limit=YEARLY_REVIEW)
    elif item.kind in {"url", "link", "host"}:
        host = _host(value)
        fault = _address_fault(value, host, scheme=item.kind == "url")
        if fault:
            yield finding_of("url-form", item, reason=fault)
        elif item.kind == "host" and host != value.lower():
            yield finding_of("host-with-scheme", item, found=quote(value), host=quote(host))


def _choice(item: Item, value: Value) -> Iterator[Finding]:
    """What is wrong with a choice by itself."""
    if isinstance(value, tuple):
        none = next((option for option in item.options if option.exclusive and option.id in value), None)
        if none and len(value) > 1:
            yield finding_of("none-with-another", item, none=quoted(none.text))
        if item.at_most and len(value) > item.at_most:
            yield finding_of("too-many-choices", item, count=len(value), limit=item.at_most)
    for wrong in item.wrong:
        if wrong.matches(value):
            yield finding_of("refused" if wrong.basis == "stated" else "at-risk", item, why=wrong.why.text)


def _as_text(value: Value) -> str:
    return "\n".join(several(value))


def _regulated(item: Item, answers: Answers) -> Iterator[Finding]:
    other = "GQ7" if item.id == "AD5" else "AD5"
    there = set(answers.get(other, ())) - set(answers[item.id])
    if "lending" in there:
        yield finding_of("lending-declared-once", item, other=other)
    named = tuple(o.id for o in item.options if o.id in there and not o.exclusive and o.id != "lending")
    if named:
        yield finding_of("regulated-declared-once", item, other=other, options=item.shown(named))


def _categories(item: Item, answers: Answers) -> Iterator[Finding]:
    for option in item.options:
        if option.id in {"payments", "payroll"} & set(answers[item.id]):
            yield finding_of("payments-not-codat", item, api=quoted(option.text))


def _same_url(item: Item, answers: Answers) -> Iterator[Finding]:
    if answers[item.id] == answers.get("AD2-eula"):
        yield finding_of("same-url", item, other="AD2-eula")


def _countries(item: Item, answers: Answers) -> Iterator[Finding]:
    found = hosting.examine({"country": _as_text(answers[item.id]), "addresses": ""}).findings
    if item.recommended and {"united-kingdom-missing", "country-unreadable"} & {each.rule for each in found}:
        yield finding_of("hosting-country-missing", item, country=item.shown(item.recommended.answer))


def _addresses(item: Item, answers: Answers) -> Iterator[Finding]:
    addresses = _as_text(answers.get(item.id, ""))
    for each in hosting.examine({"country": "", "addresses": addresses}).findings if addresses else ():
        rule = hosting.RULES[each.rule]
        if each.field == "addresses" and rule.severity == "error" and each.rule not in INCOMPLETE:
            holes = {"reason": filled(rule.message, **each.holes), "mend": filled(rule.help, **each.holes)}
            yield finding_of("hosting-address", item, **holes)
    if missing := hosting.missing_ranges(addresses):
        yield finding_of("hosting-ranges-missing", item, ranges=", ".join(missing))


INCOMPLETE = {"range-missing", "range-partial"}
"""What the hosting check says of each of Codat's ranges, and one finding says here of them all."""


def _platform_name(item: Item, answers: Answers) -> Iterator[Finding]:
    name = _as_text(answers[item.id])
    if "codat" not in re.findall(r"\w+", fold(name)):
        yield finding_of("platform-name", item, found=quote(name))


def _platform_link(item: Item, answers: Answers) -> Iterator[Finding]:
    host = _host(_as_text(answers[item.id]))
    if not f".{host}".endswith(".codat.io"):
        yield finding_of("platform-link", item, found=quote(host))


TOGETHER: Mapping[str, Callable[[Item, Answers], Iterator[Finding]]] = {
    "AD2-privacy": _same_url,
    "AD5": _regulated,
    "AD6-countries": _countries,
    "AD6-addresses": _addresses,
    "GQ7": _regulated,
    "AI1-platform-name": _platform_name,
    "AI1-platform-link": _platform_link,
    "AP1": _categories,
}
"""What an answer has to do with another one, or with Codat."""


def _differs(item: Item, value: Value) -> Iterator[Finding]:
    """That an option is not the recommended one, with Codat's reason and whatever else is said of it."""
    if not (item.recommended and item.options):
        return
    if set(several(value)) == set(several(item.recommended.answer)):
        return
    sides = [filled(SAYS, who=side.who, what=side.says.text) for side in item.sides]
    reasons = sides or [item.recommended.why.text]
    yield finding_of(
        "differs",
        item,
        recommended=item.shown(item.recommended.answer),
        reasons=Text(
            fr=" ".join(reason.fr for reason in reasons), en=" ".join(reason.en for reason in reasons)
        ),
    )


# Addresses: the checks app-urls and hosting look more closely; these look only for what cannot be right.


def _host(address: str) -> str:
    """The host of an address, with or without its scheme (RFC 3986, section 3.2)."""
    rest = address.partition("://")[2] or address
    for sign in "/?#":
        rest = rest.partition(sign)[0]
    return rest.rpartition("@")[2].partition(":")[0].lower()


def _address_fault(address: str, host: str, *, scheme: bool) -> Text | None:
    """Why an address cannot be a public one, or None."""
    if scheme and not address.lower().startswith("https://"):
        return NO_SCHEME
    if not address.isprintable() or set(address) & set(' {}<>"\\^`|'):
        return BAD_SIGN
    labels = host.split(".")
    named = len(host) <= 253 and len(labels) > 1 and all(labels) and not labels[-1].isdigit()
    if named and labels[-1] != "localhost" and host.replace(".", "").replace("-", "").isalnum():
        return None
    return filled(BAD_HOST, host=quote(host))
