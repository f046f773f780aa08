"""The command ``qbo-check``: the page's checks in a terminal, with the page's words.

Every check becomes a command by its fields: a choice is an option, a value to paste is an argument or an
option, and a secret is only ever read from a prompt that does not echo, from standard input or from a file.
Exit status: 0 pass, 1 fail, 2 wrong usage, 3 review.
"""
