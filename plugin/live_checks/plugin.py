"""What MkDocs calls, and nothing else: each event hands on to plain functions. Nothing beside this knows MkDocs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from live_checks import (
    assets,
    build,
    changes,
    embedding,
    facts,
    feedback,
    fences,
    glossary,
    headers,
    languages,
    old_addresses,
    places,
    rules,
    stale_translations,
    steps,
    tables,
)
from live_checks.built import Built, Card, Folders, Options
from live_checks.dates import written
from live_checks.project import BuildError, Project
from live_checks.urls import relative

log = logging.getLogger("mkdocs.plugins.live_checks")

AFTER_I18N = -200
"""mkdocs-static-i18n runs its events at -100: it chooses the language, makes the files anew, and builds each language
but the first within its own last event."""


class CardConfig(Config):
    check = c.Type(str, default="")
    field = c.Type(str, default="")
    fields = c.Type(dict, default={})
    alt = c.Type(dict, default={})
    """What the image shows, in each language, for those who do not see it."""


class LiveChecksConfig(Config):
    """Files are those of ``docs_dir``; ``built.Options`` says what each is."""

    checks = c.Optional(c.Dir(exists=True))
    explained_in = c.Type(str, default=Options.explained_in)
    figures = c.Type(str, default=Options.figures)
    glossary = c.Type(str, default=Options.glossary)
    old_addresses = c.Optional(c.Type(str))
    search_words = c.Optional(c.Type(str))
    card = c.SubConfig(CardConfig)
    embed_hosts = c.Type(str, default="")
    offline = c.Type(bool, default=False)
    facts = c.Optional(c.Type(str))
    changes = c.Optional(c.Type(str))
    report = c.Type(str, default="")
    pdf = c.Type(bool, default=False)
    archive = c.Type(bool, default=False)
    compressed = c.Type(bool, default=True)
    pdf_parts = c.Type(dict, default={})
    about = c.Type(dict, default={})
    """What the guide is about, in each language, for language models."""


class LiveChecks(BasePlugin[LiveChecksConfig]):
    def __init__(self) -> None:
        self.serving = False
        self.builds = 0
        self.here = fences.Here()
        self.names: dict[str, tuple[str, str]] = {}
        self.places: dict[str, list[places.Place]] = {}
        self.headings: dict[str, dict[str, str]] = {}
        self.late: dict[str, date] = {}
        self.facts: facts.Facts | None = None
        self.moved: dict[str, Any] | None = None
        self.project: Project
        self.options: Options
        self.folders: Folders

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    @event_priority(AFTER_I18N)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Runs once for each language."""
        if not _is_further_language(config):
            self._begin(config)
        lang = _language(config)
        self.names[lang] = (config.site_name, config.site_description or "")
        config.extra.update(
            languages=_languages(config),
            root=_root(config, lang),
            about=self.config.about.get(lang, ""),
            card_alt=self.config.card.alt.get(lang, ""),
        )
        config.mdx_configs.setdefault("toc", {}).update(languages.titles(lang))
        config.mdx_configs["live_checks"] = {"page": self.here, "templates": config.theme.get_env()}
        guide = self.folders.guide
        config.extra_css = [path.replace("assets/styles/", f"{guide}styles/") for path in config.extra_css]
        return config

    def _begin(self, config: MkDocsConfig) -> None:
        """What is the same for every language."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        checks = Path(self.config.checks) if self.config.checks else None
        theme = Path(config.theme.custom_dir or root / "overrides")
        self.project = Project(root, Path(config.docs_dir), theme, checks)
        card = self.config.card
        self.options = Options(
            self.config.explained_in,
            self.config.figures,
            self.config.glossary,
            self.config.old_addresses,
            self.config.search_words,
            Card(card.check, card.field, card.fields) if card.check else None,
            self.config.embed_hosts,
            self.config.offline,
            self.config.facts,
            self.config.changes,
            self.config.report or config.repo_url or "",
            self.config.pdf,
            self.config.archive,
            self.config.compressed,
            self.config.pdf_parts,
        )
        if checks or self.builds:
            rules.reload(checks)
        self.builds += 1
        self.here.figures = self.project.docs / self.options.figures
        self.headings.clear()
        with _plugin_errors():
            self.folders = assets.folders(self.project)
            self.here.site = config.site_url or ""
            self.here.embedding = embedding.embedding(
                self.project, self.options.embed_hosts, config.theme.dirs
            )
            config.extra.update(
                files=assets.files(self.project),
                labels=fences.labels(),
                sides=rules.side_labels(),
                offers=rules.offer_labels(),
                pdf=self.options.pdf,
                archive=self.options.archive,
                offline=self.options.offline and not self.serving,
                serving=self.serving,
                embedding=self.here.embedding,
                **self.folders._asdict(),
            )
        if self.options.old_addresses:
            self.moved = old_addresses.read(
                (self.project.docs / self.options.old_addresses).read_text("utf-8")
            )
        if self.options.facts:
            with _plugin_errors():
                self.facts = facts.load(self.project.docs / self.options.facts)
        self.late = stale_translations.stale_pages(self.project.docs)

    @event_priority(AFTER_I18N)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        ours = assets.theme_assets(self.project)
        for file in list(files):
            there = assets.served_as(file.src_uri, ours, self.folders)
            if there is None or headers.is_never_read(file.src_uri):
                files.remove(file)
            elif there != file.src_uri:
                file.dest_uri = there
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self.here.begin(_language(config, page), page.file.src_uri, page.url)
        explained = files.get_file_from_path(self.options.explained_in.format(check=rules.names()[0]))
        # One address serves every check: the folder above the page of one.
        self.here.explain = relative(explained.url.rsplit("/", 2)[0] + "/", page.url) if explained else ""
        terms = files.get_file_from_path(self.options.glossary)
        if terms is None or terms.abs_src_path is None or page.file.src_uri == self.options.glossary:
            return markdown
        return f"{markdown}\n\n{glossary.abbreviations(Path(terms.abs_src_path).read_text('utf-8'))}\n"

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        lang = _language(config, page)
        if lang == "fr":
            languages.fix_titles(page.toc)
        # MkDocs, which checks every link, sees the anchors of Markdown only.
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *self.here.ids}
        listed = page.meta.get("steps", [])
        stage, environment = (str(page.meta.get(name, "")) for name in ("title", "environment"))
        html, missing = steps.placed(html, listed, stage, lang, environment)
        html = steps.mark_environments(html)
        for name in missing:
            log.warning("%s names the step %s, which is none of its headings", page.file.src_uri, name)
        if "versions" in page.meta:
            with _plugin_errors():
                html = changes.dated(html, page.meta["versions"], lang)
        self.headings[page.url] = {item.id: item.title for item in places.flat(page.toc)}
        return tables.labelled(html)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """After every page of one language is rendered, before the first is written."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        self.places = places.by_id((page.url, page.toc) for page in pages)
        lang = _language(config)
        root = _root(config, lang)
        explain = f"{root}{self.options.explained_in.rpartition('/')[0]}/"
        for check in rules.names():
            url = embedding.page_url(check, lang)
            form = fences.Here(explain=relative(explain, url))
            form.begin(lang, url, url)
            page_html = fences.check_html(f"check: {check}", form, env)
            steps = places.links(self.places, url)
            path = Path(config.site_dir, url, "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                embedding.page(check, lang, page_html, root, env, config=config, steps=steps), "utf-8"
            )

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        told = cast("dict[str, Any]", context)
        if page.content:
            page.content = places.linked(page.content, self.places, page.url)
            name_sections(page.content, page.toc)
            if 'class="qbo-check"' in page.content:
                told["steps"] = places.links(self.places, page.url)
        lang = _language(config, page)
        if self.moved:
            root = _root(config, lang)
            sections = old_addresses.left(page.url.removeprefix(root), self.moved, self.options.explained_in)
            told["left"] = old_addresses.links(sections, root, page.url, self.headings)
        day = self.late.get(page.file.src_uri)
        told["twin_changed"] = day and written(day, lang)
        name = page.file.src_uri.removeprefix(f"{lang}/").removesuffix(".md")
        with _plugin_errors():
            if self.facts:
                if self.facts.missing(name):
                    log.warning("%s: no fact names this page, nor does of_itself", page.file.src_uri)
                told.update(facts.for_page(self.facts, name, lang))
            subject = f"{config.site_name} – {page.title}"
            told["report"] = feedback.link(self.options.report, subject, page.canonical_url or page.url, lang)
        told["version"] = feedback.VERSION
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write the other languages' files into their own folder; empty output leaves the root's alone."""
        root = _root(config, _language(config))
        if template_name not in languages.PER_LANGUAGE or not root:
            return output
        page = Path(config.site_dir, root, template_name)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(output, encoding="utf-8")
        return ""

    @event_priority(AFTER_I18N)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if _is_further_language(config):
            return
        built = Built(
            project=self.project,
            options=self.options,
            site=Path(config.site_dir),
            url=config.site_url or "",
            folders=self.folders,
            templates=config.theme.get_env(),
            languages=_languages(config),
            nav=config.nav or [],
            names=self.names,
            headings=self.headings,
        )
        with _plugin_errors():
            build.after_pages(built, serving=self.serving)


def name_sections(html: str, toc: TableOfContents) -> None:
    """Give the questionnaire's sections to the contents of its page, below the heading that it stands under, if any.

    Only now, so that the search knows the questionnaire as one text.
    """
    before, found, _ = html.partition("<qbo-questionnaire")
    if not found:
        return
    headings = {item.id: item for item in cast("Iterator[AnchorLink]", places.flat(toc))}
    above = [headings[name] for name in re.findall(r'<h[1-6] id="([^"]+)"', before) if name in headings]
    level, items = (above[-1].level + 1, above[-1].children) if above else (1, toc.items)
    items[:0] = [AnchorLink(title, anchor, level) for anchor, title in fences.sections()]


@contextmanager
def _plugin_errors() -> Iterator[None]:
    """Have MkDocs say what is wrong, without a traceback."""
    try:
        yield
    except BuildError as error:
        raise PluginError(str(error)) from error


def _is_further_language(config: MkDocsConfig) -> bool:
    """Whether this is the build of a further language, within the first one's."""
    i18n: Any = config.plugins.get("i18n")
    return i18n is not None and i18n.building


def _languages(config: MkDocsConfig) -> list[str]:
    """The site's languages; the first stands at its root."""
    i18n: Any = config.plugins.get("i18n")
    if i18n is None:
        return [_language(config)]
    return sorted(i18n.build_languages, key=lambda lang: lang != i18n.default_language)


def _language(config: MkDocsConfig, page: Page | None = None) -> str:
    """The language of a page, or the one that is built."""
    return str(getattr(page and page.file, "locale", None) or config.theme["language"]).partition("-")[0]


def _root(config: MkDocsConfig, lang: str) -> str:
    """Where the pages of a language begin, below the site."""
    return "" if lang == _languages(config)[0] else f"{lang}/"
