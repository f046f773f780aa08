from pyscript import sync
from qbo_checks.browser import answer

sync.answer = answer
