"""The Client ID and the Client secret that the app's owner copies from Intuit's portal into Codat's.

Form is all that can be seen of a key. It shows what a value is not (a token, a placeholder, the other field's
value) and never that a key is valid, nor which environment it belongs to: keys of both look the same. So the
best answer here is a question, and its verdict is review.

Intuit publishes no format. The forms come from what Intuit's own samples and tests hold: 50 letters and digits
for a Client ID (https://github.com/intuit/QuickBooks-V3-DotNET-SDK), 40 for a Client secret
(https://github.com/IntuitDeveloper/OAuth2_PHP).

Nothing that is pasted here is ever quoted: findings hold lengths and positions.
"""

from qbo_checks.checks.keys.examine import examine
from qbo_checks.checks.keys.examples import EXAMPLES
from qbo_checks.checks.keys.rules import FIELDS, RULES, TITLE

__all__ = ["EXAMPLES", "FIELDS", "RULES", "TITLE", "examine"]
