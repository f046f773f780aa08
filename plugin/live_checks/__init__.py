"""Makes of a MkDocs site a guide whose steps check themselves: fences, Python for the page, policies, headers."""
