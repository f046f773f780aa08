"""What a reader is told of our own failures: enough of each sentence to know it by."""

from __future__ import annotations

TOLD = {
    "outdated": {"fr": "a été mis à jour", "en": "was updated"},
    "network": {"fr": "n’a pas pu être chargé", "en": "couldn’t be loaded"},
    "browser": {"fr": "Ce navigateur ne peut pas", "en": "This browser can’t"},
    "host": {
        "fr": "L’en-tête Content-Security-Policy que l’hébergement",
        "en": "The Content-Security-Policy header that the host",
    },
    "unsealed": {
        "fr": "n’isole pas la vérification du réseau",
        "en": "doesn’t isolate the check from the network",
    },
    "timeout": {"fr": "a pris trop de temps", "en": "took too long"},
    "gone": {"fr": "Rechargez la page", "en": "Reload the page"},
    "script": {"fr": "a besoin de JavaScript", "en": "needs JavaScript"},
    "crash": {"fr": "a échoué. C’est notre faute", "en": "itself failed. It’s our fault"},
}
AGAIN = {"fr": "Réessayer", "en": "Try again"}
