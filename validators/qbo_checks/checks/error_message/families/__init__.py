"""Every error that is known, from the root to the consequence: the order in which several are told.

One entry reads from top to bottom. To add one, put it where it belongs in that order, with an example.
"""

from qbo_checks.checks.error_message.families import api, code, opening, page, service, tokens

FAMILIES = (
    *code.BEFORE_ANY_CALL,
    *service.FAMILIES,
    *opening.FAMILIES,
    *tokens.FAMILIES,
    *api.FAMILIES,
    *page.FAMILIES,
    *code.WITHOUT_THE_ANSWER,
)
