"""The addresses that Intuit asks for before it gives production keys: one host domain and five URLs.

Form is all that can be checked: nothing is opened. Each field is read on its own, every character where it
was pasted, and then the fields are compared. No parser of the standard library takes part: urllib.parse
raises on malformed addresses, which are what this check is about.
Sources: https://developer.intuit.com/app/developer/qbo/docs/get-started/app-settings and
https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup
"""

from qbo_checks.checks.app_urls.examine import LABEL_WORDS, examine, link_fault
from qbo_checks.checks.app_urls.examples import EXAMPLES
from qbo_checks.checks.app_urls.rules import FIELDS, RULES, TITLE

VOCABULARY = LABEL_WORDS

__all__ = ["EXAMPLES", "FIELDS", "RULES", "TITLE", "VOCABULARY", "examine", "link_fault"]
