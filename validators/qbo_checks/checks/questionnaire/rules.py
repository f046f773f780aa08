"""What the check may say."""

from __future__ import annotations

from qbo_checks.model import Field, Rule, Text
from qbo_checks.questionnaire.load import load
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

TITLE = Text(fr="Questionnaire", en="Questionnaire")

FIELDS = (
    Field(
        "answers",
        label=Text(fr="Réponses", en="Answers"),
        hint=Text(
            fr="En JSON ou en YAML : l’identifiant de chaque question et sa réponse.",
            en="In JSON or YAML: the ID of each question and its answer.",
        ),
        kind="lines",
    ),
)

VOCABULARY = frozenset(
    name.lower()
    for item in load().items.values()
    for name in (item.id, *(option.id for option in item.options))
)
"""The ids of the questions and of their options, which a report may quote."""

NOT_SENT = Text(
    fr="Rien : ni Intuit ni Codat ne reçoit ces réponses avant que vous les remettiez vous-même.",
    en="Nothing: neither Intuit nor Codat receives these answers until you submit them yourself.",
)
UNDOCUMENTED = Text(
    fr="Aucune source ne documente ce que le formulaire d’Intuit affiche dans ce cas.",
    en="No source documents what Intuit’s form shows in this case.",
)
REVIEWED = Text(
    fr="Intuit dit communiquer avec vous si vos réponses soulèvent des questions ou si l’application doit changer. Le délai n’est pas publié.",
    en="Intuit says it contacts you if your answers raise questions or if your app must change. It doesn’t publish how long this takes.",
)
HIDDEN = Text(
    fr="Une fois le questionnaire remis, les réponses sont difficiles à revoir. Assurez-vous d’abord qu’elles sont complètes et exactes.",
    en="Once the questionnaire is submitted, the answers are hard to view again. Make sure they’re complete and correct first.",
)

RULES = {
    "complete": Rule(
        "note",
        title=Text(fr="Questionnaire complet", en="Questionnaire complete"),
        message=Text(
            fr="Les {count} questions posées ont leur réponse, et nous ne connaissons rien qui s’oppose à l’approbation.",
            en="All {count} questions that Intuit asks have answers, and we know of nothing that prevents approval.",
        ),
        help=Text(
            fr="Relisez vos réponses et gardez-en une copie. Dans le formulaire, cliquez sur « Next tab » à chaque onglet, et sur « Submit » au dernier seulement.",
            en="Reread your answers and keep a copy. In the form, select “Next tab” on each tab, and “Submit” on the last one only.",
        ),
        why=Text(
            fr="La décision revient à Intuit, et la déclaration est la vôtre : cette vérification ne connaît que ce qui est publié.",
            en="The decision is Intuit’s, and the declaration is yours: this check knows only what’s published.",
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
            en="Answer one question, or import a file of answers.",
        ),
        why=HIDDEN,
        seen=NOT_SENT,
        sources=(CIVICRM_QUESTIONNAIRE,),
    ),
    "malformed": Rule(
        "error",
        title=Text(fr="Fichier illisible", en="Unreadable file"),
        message=Text(
            fr="Ces réponses ne peuvent pas être lues : {reason}.",
            en="These answers can’t be read: {reason}.",
        ),
        help=Text(
            fr="{mend} Vos réponses précédentes sont intactes.",
            en="{mend} Your previous answers are unchanged.",
        ),
        why=Text(
            fr="Un fichier endommagé ne peut pas être lu en partie sans risque de prendre une réponse pour une autre.",
            en="A damaged file can’t be read in part without the risk of taking one answer for another.",
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
            fr="Exportez de nouveau vos réponses : ce n’est pas un fichier de réponses.",
            en="Export your answers again: this isn’t a file of answers.",
        ),
        why=Text(
            fr="Une réponse est un texte ou une liste de textes. La limite protège la page d’un fichier fait pour la bloquer.",
            en="An answer is text, or a list. The limit protects the page from a file that’s made to block it.",
        ),
        seen=NOT_SENT,
        sources=(OWASP_INPUT,),
    ),
    "wrong-version": Rule(
        "error",
        title=Text(fr="Autre version du questionnaire", en="Another version of the questionnaire"),
        message=Text(
            fr="Ces réponses sont de la version « {found} »; le questionnaire est ici à la version {version}.",
            en="These answers are for version “{found}”; this questionnaire is version {version}.",
        ),
        help=Text(
            fr="Gardez ce fichier, puis reportez vos réponses dans un nouveau. Si elles viennent d’une version plus récente du guide, rechargez la page.",
            en="Keep this file and carry your answers over to a new one. If they come from a newer version of the guide, reload the page.",
        ),
        why=Text(
            fr="D’une version à l’autre, une question ou une option peut avoir disparu ou changé de sens.",
            en="From one version to the next, a question or an option may have disappeared or changed meaning.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "unknown-question": Rule(
        "error",
        title=Text(fr="Question inconnue", en="Unknown question"),
        message=Text(
            fr="« {found} » ne correspond à aucune question.",
            en="“{found}” doesn’t match any question.",
        ),
        help=Text(
            fr="{suggestion} Cette réponse a été ignorée.",
            en="{suggestion} This answer was ignored.",
        ),
        why=Text(
            fr="Une réponse sous un identifiant inconnu ne répond à rien : la vraie question resterait sans réponse.",
            en="An answer under an unknown ID answers nothing: the real question stays unanswered.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "more-unknown": Rule(
        "error",
        title=Text(fr="Autres noms inconnus", en="More unknown names"),
        message=Text(
            fr="Il y a d’autres {what} ({count} de plus).", en="There are other {what} ({count} more)."
        ),
        help=Text(
            fr="Corrigez d’abord les premiers, puis relancez la vérification : les suivants s’afficheront.",
            en="Correct the first ones, then check again to see the next.",
        ),
        why=Text(
            fr="Un grand nombre de noms inconnus a le plus souvent une seule cause, que les premiers suffisent à montrer.",
            en="Many unknown names usually have one cause, which the first few are enough to show.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "duplicate-question": Rule(
        "error",
        title=Text(fr="Question en double", en="Duplicate question"),
        message=Text(
            fr="{question} figure plus d’une fois dans le fichier.",
            en="{question} is in the file more than once.",
        ),
        help=Text(
            fr="Ne gardez que la bonne réponse : rien dans le fichier ne dit laquelle c’est.",
            en="Keep only the right answer: nothing in the file says which one it is.",
        ),
        why=Text(
            fr="JSON ne dit pas quelle valeur compte quand un nom est répété, et les logiciels en choisissent une en silence.",
            en="JSON doesn’t say which value counts when a name is repeated, and programs silently choose one.",
        ),
        seen=NOT_SENT,
        sources=(RFC8259_OBJECTS,),
    ),
    "wrong-kind": Rule(
        "error",
        title=Text(fr="Mauvais type de réponse", en="Wrong kind of answer"),
        message=Text(
            fr="{question} attend {expected}.",
            en="{question} expects {expected}.",
        ),
        help=Text(fr="Écrivez, par exemple : {sample}.", en="Write, for example: {sample}."),
        why=Text(
            fr="Une réponse d’un autre type ne peut pas être lue sans deviner.",
            en="An answer of another kind can’t be read without guessing.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "unknown-option": Rule(
        "error",
        title=Text(fr="Option inconnue", en="Unknown option"),
        message=Text(
            fr="{question} : « {found} » n’est pas une option.",
            en="{question}: “{found}” isn’t an option.",
        ),
        help=Text(
            fr="Écrivez un code de cette liste, ou le texte exact de l’option : {options}.",
            en="Use a code from this list, or the option’s exact text: {options}.",
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
            en="{question}: “{found}” isn’t in the list known here, which may no longer be Intuit’s.",
        ),
        help=Text(
            fr="Vérifiez dans le portail que l’option s’y trouve. Les options connues sont : {options}.",
            en="Make sure in the portal that the option is there. The known options are: {options}.",
        ),
        why=Text(
            fr="La liste vient d’une révision plus ancienne ou d’une autre page. La vérification ne peut pas juger d’une option qu’elle ne connaît pas.",
            en="The list comes from an older revision, or from another page. The check can’t judge an option that it doesn’t know.",
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
            fr="La même lettre désigne une autre option selon la version du formulaire. Seul le texte de l’option est sûr.",
            en="The same letter means a different option in another version of the form. Only the option’s text is certain.",
        ),
        seen=NOT_SENT,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    # A note, because a draft is nothing wrong; never a pass, because Intuit asks for all of them.
    "missing": Rule(
        "note",
        title=Text(fr="Question sans réponse", en="Question without an answer"),
        message=Text(
            fr="{question} n’a pas de réponse. {about}",
            en="{question} has no answer. {about}",
        ),
        help=Text(fr="{who}", en="{who}"),
        why=HIDDEN,
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE, CIVICRM_QUESTIONNAIRE),
        asks=True,
    ),
    "follow-up-missing": Rule(
        "note",
        title=Text(fr="Précision manquante", en="Follow-up without an answer"),
        message=Text(
            fr="{parent} demande aussi une précision, {question} : {about}",
            en="{parent} also needs a follow-up answer, {question}: {about}",
        ),
        help=Text(fr="{who}", en="{who}"),
        why=Text(
            fr="Le formulaire d’Intuit pose cette question dès que l’option est choisie.",
            en="Intuit’s form asks this question as soon as the option is chosen.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
        asks=True,
    ),
    "not-asked": Rule(
        "note",
        title=Text(fr="Réponse à une question non posée", en="Answer to a question that isn’t asked"),
        message=Text(
            fr="{question} a une réponse, mais Intuit ne pose pas cette question, d’après vos autres réponses.",
            en="{question} has an answer, but given your other answers, Intuit doesn’t ask this question.",
        ),
        help=Text(
            fr="Rien à faire si c’est voulu : la réponse est gardée, sans être vérifiée. Sinon, revoyez la réponse dont cette question dépend.",
            en="Nothing to do if you meant it: the answer is kept but not checked. Otherwise, review the answer that this question depends on.",
        ),
        why=Text(
            fr="Des sections et des précisions n’apparaissent dans le formulaire d’Intuit que selon d’autres réponses.",
            en="Some sections and follow-ups appear in Intuit’s form only after other answers.",
        ),
        seen=Text(
            fr="Selon notre déduction, la question n’apparaît pas dans le formulaire d’Intuit.",
            en="We infer that the question doesn’t appear in Intuit’s form.",
        ),
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "none-with-another": Rule(
        "error",
        title=Text(fr="« Aucune » avec une autre option", en="“None” along with another option"),
        message=Text(
            fr="{question} : {none} est cochée en même temps qu’une autre option.",
            en="{question}: {none} is selected along with another option.",
        ),
        help=Text(
            fr="Gardez {none} seule, ou seulement les autres.",
            en="Keep {none} alone, or only the others.",
        ),
        why=Text(
            fr="Les deux réponses se contredisent, et Intuit ne peut pas savoir laquelle vous vouliez donner.",
            en="The two answers contradict each other, and Intuit can’t tell which one you meant.",
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
        title=Text(fr="Réponse qui fait rejeter l’application", en="Answer that gets the app rejected"),
        message=Text(
            fr="Changez votre réponse à {question}. {why}",
            en="Change your answer to {question}. {why}",
        ),
        help=Text(
            fr="Faites d’abord les essais que la question demande, dans une entreprise de bac à sable, puis répondez.",
            en="Run the tests that the question asks about first, in a sandbox company, then answer.",
        ),
        why=Text(
            fr="L’absence d’essais de connexion, de déconnexion et de reconnexion est le seul motif de rejet que la documentation de Codat énonce.",
            en="Not having tested connecting, disconnecting and reconnecting is the only reason for rejection that Codat’s documentation states.",
        ),
        seen=Text(
            fr="Selon notre déduction, l’application n’obtient pas de clés de production.",
            en="We infer that the app doesn’t get production keys.",
        ),
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "at-risk": Rule(
        "warning",
        title=Text(fr="Réponse à risque", en="Risky answer"),
        message=Text(
            fr="Votre réponse à {question} pourrait vous coûter l’approbation. {why}",
            en="Your answer to {question} could cost you approval. {why}",
        ),
        help=Text(
            fr="Changez l’application si vous le pouvez, puis mettez la réponse à jour. Ne déclarez que ce qui est vrai.",
            en="Change the app if you can, then update the answer. Declare only what’s true.",
        ),
        why=Text(
            fr="Aucune source n’énonce ce refus : nous le déduisons de ce qu’Intuit exige des applications. C’est donc un avertissement, et non une erreur.",
            en="No document states this: we infer it from what Intuit requires of apps. That’s why this is a warning, not an error.",
        ),
        seen=REVIEWED,
        sources=(INTUIT_PLATFORM, INTUIT_SECURITY),
    ),
    "differs": Rule(
        "note",
        title=Text(fr="Autre réponse que celle de Codat", en="Not Codat’s answer"),
        message=Text(
            fr="{question} : Codat recommande {recommended}.",
            en="{question}: Codat recommends {recommended}.",
        ),
        help=Text(
            fr="Gardez votre réponse si elle est vraie : c’est vous qui faites la déclaration. {reasons}",
            en="Keep your answer if it’s true: the declaration is yours. {reasons}",
        ),
        why=Text(
            fr="Codat recommande une réponse là où la question porte sur son intégration. Sa réponse ne vaut pas pour ce que votre application fait par elle-même.",
            en="Codat recommends an answer where the question is about its integration. Codat’s answer doesn’t cover what your app does by itself.",
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
            fr="Répondez que l’application sera publique si d’autres entreprises doivent s’y connecter; sinon, effacez le nombre.",
            en="Answer that the app will be publicly available if other companies will connect; otherwise, delete the number.",
        ),
        why=Text(
            fr="L’estimation n’est demandée que pour une application publique. Les deux réponses ne vont pas ensemble.",
            en="The estimate is asked for a publicly available app only. The two answers don’t go together.",
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
            fr="Le prêt ajoute une section au questionnaire et des exigences à l’application. Deux déclarations qui diffèrent soulèvent des questions.",
            en="Lending adds a section to the questionnaire and requirements to the app. Two declarations that differ raise questions.",
        ),
        seen=Text(
            fr="La section « Lending » peut manquer au questionnaire : Codat dit alors de vérifier que la case « Lending » est cochée.",
            en="The “Lending” section may be missing from the questionnaire: in that case, Codat says to make sure that the “Lending” checkbox is selected.",
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
            fr="Vous avez coché {options} à {other}, mais pas à {question}.",
            en="You selected {options} in {other}, but not in {question}.",
        ),
        help=Text(
            fr="Rien à changer si c’est voulu. Si votre application offre elle-même ce service, cochez-le aux deux endroits.",
            en="Nothing to change if you meant it. If your app offers this service itself, select it in both places.",
        ),
        why=Text(
            fr="Une question porte sur les secteurs qui utilisent l’application, l’autre sur les services qu’elle offre. Les réponses peuvent différer, mais un oubli soulèverait des questions.",
            en="One question is about the industries that use the app, the other about the services that it offers. The answers can differ, but a slip would raise questions.",
        ),
        seen=REVIEWED,
        sources=(CODAT_2023, INTUIT_PLATFORM),
    ),
    "payments-not-codat": Rule(
        "warning",
        title=Text(fr="API que Codat n’utilise pas", en="API that Codat doesn’t use"),
        message=Text(
            fr="{question} : {api} est cochée, et Codat ne l’utilise pas.",
            en="{question}: {api} is selected, but Codat doesn’t use it.",
        ),
        help=Text(
            fr="Décochez-la, à moins que votre application appelle elle-même cette API.",
            en="Clear it, unless your app calls this API itself.",
        ),
        why=Text(
            fr="Chaque catégorie cochée ajoute une section et ses exigences, dont celles du secteur des paiements.",
            en="Each category that you select adds a section with its own requirements, including the payments industry’s.",
        ),
        seen=Text(
            fr="Selon notre déduction, une section de plus apparaît dans le questionnaire.",
            en="We infer that one more section appears in the questionnaire.",
        ),
        sources=(CODAT_QUESTIONNAIRE, INTUIT_PLATFORM),
    ),
    "platform-name": Rule(
        "warning",
        title=Text(fr="Plateforme autre que Codat", en="Platform other than Codat"),
        message=Text(
            fr="{question} : la plateforme nommée est « {found} », et non Codat.",
            en="{question}: the platform that you named is “{found}”, not Codat.",
        ),
        help=Text(
            fr="Écrivez « Codat », à moins qu’une autre plateforme vous relie à QuickBooks Online.",
            en="Write “Codat”, unless another platform connects you to QuickBooks Online.",
        ),
        why=Text(
            fr="Intuit demande par quelle plateforme passe l’application, et, dans ce guide, c’est Codat.",
            en="Intuit asks which platform the app goes through, and in this guide it’s Codat.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "platform-link": Rule(
        "warning",
        title=Text(fr="Lien vers un autre site que Codat", en="Link to a site other than Codat’s"),
        message=Text(
            fr="{question} : le lien mène à « {found} », et non à un site de Codat.",
            en="{question}: the link leads to “{found}”, not to a Codat site.",
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
        title=Text(fr="Nombre mal formé", en="Malformed number"),
        message=Text(
            fr="{question} : « {found} » n’est pas un nombre entier de 1 ou plus.",
            en="{question}: “{found}” isn’t a whole number of 1 or more.",
        ),
        help=Text(
            fr="Écrivez seulement des chiffres, sans espace ni virgule, par exemple 250.",
            en="Write digits only, without spaces or commas, such as 250.",
        ),
        why=Text(
            fr="Intuit demande une estimation du nombre d’utilisateurs, et zéro ou une fourchette n’en est pas une.",
            en="Intuit asks for an estimated number of users, and zero or a range isn’t one.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_QUESTIONNAIRE,),
    ),
    "yearly-review": Rule(
        "note",
        title=Text(fr="Examen annuel", en="Yearly review"),
        message=Text(
            fr="{question} : au-delà de {limit} connexions, Intuit réexamine l’application chaque année.",
            en="{question}: over {limit} connections, Intuit reviews the app every year.",
        ),
        help=Text(
            fr="Prévoyez cet examen et tenez l’application conforme aux exigences de sécurité.",
            en="Plan for this review and keep the app in line with the security requirements.",
        ),
        why=Text(
            fr="Selon ses exigences de sécurité, Intuit réexamine au moins une fois par année les applications de sa boutique et celles qui ont plus de 500 connexions. Une autre de ses pages parle de toutes les applications.",
            en="According to its security requirements, Intuit reviews the apps in its store, and any app with over 500 connections, at least once a year. Another of its pages says every app.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_SECURITY,),
    ),
    "url-form": Rule(
        "error",
        title=Text(fr="URL mal formée", en="Malformed URL"),
        message=Text(
            fr="{question} est à corriger. {reason}",
            en="{question} needs correcting. {reason}",
        ),
        help=Text(
            fr="{mend}",
            en="{mend}",
        ),
        why=Text(
            fr="Intuit et vos clients doivent pouvoir ouvrir ces URL. Un ordinateur local, une adresse IP ou une URL incomplète ne mène nulle part pour eux.",
            en="Intuit and your customers must be able to open these URLs. A local computer, an IP address or half a URL leads them nowhere.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS, RFC3986_SYNTAX),
    ),
    "url-doubtful": Rule(
        "warning",
        title=Text(fr="URL à vérifier", en="URL to check"),
        message=Text(
            fr="{question} est à vérifier. {reason}",
            en="{question} needs a second look. {reason}",
        ),
        help=Text(fr="{mend}", en="{mend}"),
        why=Text(
            fr="L’URL peut s’ouvrir, mais sans doute pas comme Intuit et vos clients l’attendent. La vérification des URL de l’application l’explique.",
            en="The URL may open, but probably not as Intuit and your customers expect. The check of the app’s URLs explains it.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "host-with-scheme": Rule(
        "warning",
        title=Text(
            fr="Domaine hôte avec « https:// » ou un chemin", en="“Host domain” with “https://” or a path"
        ),
        message=Text(
            fr="{question} : « {found} » est en trop dans le domaine hôte.",
            en="{question}: “{found}” doesn’t belong in the host domain.",
        ),
        help=Text(
            fr="N’écrivez que le domaine, comme « app.example.com ».",
            en="Write the domain alone, such as “app.example.com”.",
        ),
        why=Text(
            fr="Intuit demande le domaine du site. Les guides d’autres plateformes l’écrivent tous sans protocole ni chemin; Intuit ne dit pas ce qu’il advient du reste.",
            en="Intuit asks for the site’s domain. Other platforms’ guides all write it without a scheme or a path; Intuit doesn’t say what happens to the rest.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "same-url": Rule(
        "warning",
        title=Text(fr="Même URL deux fois", en="The same URL twice"),
        message=Text(
            fr="{question} donne l’URL qui est déjà dans « {other} ».",
            en="{question} gives the URL that’s already in “{other}”.",
        ),
        help=Text(
            fr="Donnez une page à chacun, à moins qu’une seule remplisse vraiment les deux rôles.",
            en="Give each its own page, unless a single one really does both jobs.",
        ),
        why=Text(
            fr="Intuit demande une page pour chaque champ. La même URL aux deux endroits vient souvent d’un copier-coller.",
            en="Intuit asks for a page in each field. The same URL in both places often comes from copying and pasting.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "hosting-country": Rule(
        "error",
        title=Text(fr="Pays d’hébergement à corriger", en="Hosting country to correct"),
        message=Text(fr="{question} est à corriger. {reason}", en="{question} needs correcting. {reason}"),
        help=Text(fr="{mend}", en="{mend}"),
        why=Text(
            fr="Intuit demande des pays. Une région infonuagique, une ville ou un hébergeur n’en est pas un. Les raisons sont celles de la vérification de l’hébergement.",
            en="Intuit asks for countries. A cloud region, a city or a hosting provider isn’t one. The reasons are those of the hosting check.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS,),
    ),
    "hosting-to-check": Rule(
        "warning",
        title=Text(fr="Hébergement à vérifier", en="Hosting to check"),
        message=Text(fr="{question} est à vérifier. {reason}", en="{question} needs a second look. {reason}"),
        help=Text(fr="{mend}", en="{mend}"),
        why=Text(
            fr="C’est peut-être exact : vous seul savez où se trouvent vos serveurs. Les raisons sont celles de la vérification de l’hébergement.",
            en="It may be right: only you know where your servers are. The reasons are those of the hosting check.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS, CODAT_HOSTING),
    ),
    "hosting-remark": Rule(
        "note",
        title=Text(fr="Remarque sur l’hébergement", en="Remark on hosting"),
        message=Text(
            fr="{question} appelle une remarque. {reason}", en="Note this about {question}. {reason}"
        ),
        help=Text(fr="{mend}", en="{mend}"),
        why=Text(
            fr="Rien n’est faux, mais la réponse contient autre chose que des pays et des adresses. Les raisons sont celles de la vérification de l’hébergement.",
            en="Nothing is wrong, but the answer has more in it than countries and addresses. The reasons are those of the hosting check.",
        ),
        seen=UNDOCUMENTED,
        sources=(INTUIT_APP_SETTINGS, CODAT_HOSTING),
    ),
    "hosting-country-missing": Rule(
        "error",
        title=Text(fr="Pays de Codat manquant", en="Codat’s country is missing"),
        message=Text(
            fr="{question} : le Royaume-Uni, d’où Codat appelle Intuit, n’est pas dans la liste.",
            en="{question}: the United Kingdom, from which Codat calls Intuit, isn’t in the list.",
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
        message=Text(fr="{question} est à corriger. {reason}", en="{question} needs correcting. {reason}"),
        help=Text(fr="{mend}", en="{mend}"),
        why=Text(
            fr="Une adresse privée, réservée ou mal écrite ne dit pas à Intuit d’où votre application l’appelle. Les raisons sont celles de la vérification de l’hébergement.",
            en="An address that’s private, reserved or malformed doesn’t tell Intuit where your app calls it from. The reasons are those of the hosting check.",
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
            fr="Ajoutez-les aux vôtres. Pour Intuit, les adresses IP sont facultatives, mais Codat demande les siennes.",
            en="Add them to your own. For Intuit, IP addresses are optional, but Codat asks for its own.",
        ),
        why=Text(
            fr="Codat appelle Intuit depuis ces adresses IP, à jour au troisième trimestre de 2024. Elles peuvent changer : vérifiez la page de Codat.",
            en="Codat calls Intuit from these IP addresses, as of the third quarter of 2024. They can change: check Codat’s page.",
        ),
        seen=UNDOCUMENTED,
        sources=(CODAT_HOSTING, INTUIT_APP_SETTINGS),
    ),
}
