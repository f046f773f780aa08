"""What somebody saw when connecting failed: a page, some JSON, a line of a log, an address with ``error=``.

The text is read word by word, so that quotes, line breaks, tags and the app's name do not matter. Known
errors come from public threads and pages of Intuit's, cited with each rule, and from RFC 6749, sections
4.1.2.1 and 5.2. A log may hold keys and tokens: an answer quotes only words that stand in this file.
"""

from qbo_checks.checks.error_message.examine import examine
from qbo_checks.checks.error_message.examples import EXAMPLES
from qbo_checks.checks.error_message.rules import FIELDS, RULES, TITLE

__all__ = ["EXAMPLES", "FIELDS", "RULES", "TITLE", "examine"]
