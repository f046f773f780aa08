"""What somebody saw when connecting failed: a page, some JSON, a line of a log, an address with ``error=``.

What is known stands in ``families/``, one entry for each error. ``reading`` undoes the shapes of a text and
tells whose words it holds, ``signs`` are the ways of recognizing an error in it. A log may hold keys and
tokens: an answer quotes only what matched a sign.
"""

from qbo_checks.checks.error_message.examine import examine
from qbo_checks.checks.error_message.examples import EXAMPLES
from qbo_checks.checks.error_message.rules import FIELDS, RULES, TITLE, VOCABULARY

__all__ = ["EXAMPLES", "FIELDS", "RULES", "TITLE", "VOCABULARY", "examine"]
