"""Packs the Python that runs in the page."""
