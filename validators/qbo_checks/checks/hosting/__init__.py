"""Where the app is hosted: the countries and the IP addresses that Intuit asks for, Codat's included.

Codat talks to QuickBooks Online on the developer's behalf, so its hosting is declared along with the
developer's own. Its addresses are dynamic; those below are, in Codat's words, correct as of Q3 2024.
Source: https://docs.codat.io/integrations/accounting/quickbooksonline/quickbooks-online-integration-reference#qbo-app-hosting
"""

from qbo_checks.checks.hosting.examine import examine
from qbo_checks.checks.hosting.examples import EXAMPLES
from qbo_checks.checks.hosting.rules import FIELDS, RULES, TITLE, VOCABULARY

__all__ = ["EXAMPLES", "FIELDS", "RULES", "TITLE", "VOCABULARY", "examine"]
