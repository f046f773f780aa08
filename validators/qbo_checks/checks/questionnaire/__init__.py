"""The answers to Intuit's App Assessment Questionnaire, before anything is sent.

The questions, Codat's recommendations and what is known of refusals are data: questionnaire.toml, which
:mod:`qbo_checks.questionnaire` reads. Here stands what may be said of the answers, one by one and together.
A recommendation is never forced: an answer that differs from it is at most a note, for the declaration is
the developer's. Sources: https://docs.codat.io/integrations/accounting/quickbooksonline/qbo-app-assessment-questionnaire
and https://developer.intuit.com/app/developer/qbo/docs/go-live/publish-app/platform-requirements
"""

from qbo_checks.checks.questionnaire.examine import examine
from qbo_checks.checks.questionnaire.examples import EXAMPLES
from qbo_checks.checks.questionnaire.rules import FIELDS, RULES, TITLE, VOCABULARY

__all__ = ["EXAMPLES", "FIELDS", "RULES", "TITLE", "VOCABULARY", "examine"]
