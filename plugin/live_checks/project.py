"""Where a guide stands on the machine that builds it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class BuildError(Exception):
    """Why the site cannot be built, in words for whoever builds it."""


@dataclass(frozen=True)
class Project:
    root: Path
    """Holds ``mkdocs.yml`` and what builds keep (``.cache``)."""
    docs: Path
    theme: Path
    """The guide's own templates, styles and scripts: ``theme.custom_dir`` of MkDocs."""
    checks: Path | None = None
    """The folder of the guide's checks, a module or a package each; without it, those of ``qbo_checks``."""

    @classmethod
    def at(cls, root: Path) -> Project:
        """A project whose folders have their usual names."""
        return cls(root, root / "docs", root / "overrides")

    def npm(self, name: str) -> Path:
        """The folder of a package from npm, looked for as Node does: beside the sources, then in each folder above."""
        found = (above / "node_modules" / name for above in (self.root, *self.root.parents))
        return next(filter(Path.is_dir, found), self.root / "node_modules" / name)

    def cache(self, name: str) -> Path:
        return self.root / ".cache" / name
