"""The redirect URI that the app registers at Intuit so that Codat receives its customers.

Two URIs are right, one for each environment, and each is compared byte for byte (RFC 3986, section 6.2.1)
before anything is parsed: a parser's idea of equality is not Intuit's. Everything else is explained.
Source of both URIs: https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup
"""

from qbo_checks.checks.redirect_uri.examine import examine
from qbo_checks.checks.redirect_uri.examples import EXAMPLES
from qbo_checks.checks.redirect_uri.rules import FIELDS, RULES, TITLE

__all__ = ["EXAMPLES", "FIELDS", "RULES", "TITLE", "examine"]
