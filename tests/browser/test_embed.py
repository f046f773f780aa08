"""A check in a frame of another site's page: two origins, a host page with the strictest policy, both browsers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import host
import pytest
from leaks import leaks, made_up_pair
from live_checks import headers
from playwright.sync_api import FrameLocator, Page, Route, expect
from qbo_checks.portal import PRODUCTION_URI, SANDBOX_URI

_, CLIENT_SECRET = made_up_pair("embedded")
WORDS = {
    "fr": {"link": "Vérifier l’URI", "name": "Vérifier : URI de redirection", "source": "Ce qui le garantit"},
    "en": {"link": "Check the URI", "name": "Check: Redirect URI", "source": "How that’s guaranteed"},
}
HEARD = 'const heard = []; addEventListener("qbo-check", ({ detail }) => heard.push(detail)); addEventListener("message", ({ data }) => heard.push(data)); Object.assign(globalThis, { heard });'  # fmt: skip


@pytest.fixture(scope="session")
def host_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("host")


@pytest.fixture(scope="session")
def sent() -> list[headers.Rule]:
    """What the host page is sent with: filled once the guide's address is known."""
    return []


@pytest.fixture(scope="session")
def base_url(host_pages: Path, sent: list[headers.Rule]) -> Iterator[str]:
    """Where the host pages are."""
    with host.serving(host_pages, sent) as url:
        yield url


@pytest.fixture(scope="session")
def guide(
    site: Path, base_url: str, sent: list[headers.Rule], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where the guide is, which was built for that host."""
    folder = host.built_for(base_url, site, tmp_path_factory.mktemp("guide"))
    with host.serving(folder, host.rules(folder)) as url:
        policy = f"default-src 'none'; img-src data:; script-src 'self' {url}; frame-src {url}; require-trusted-types-for 'script'; trusted-types 'none'"
        sent.append(headers.Rule("/*", {"Content-Security-Policy": policy, "Cross-Origin-Embedder-Policy": "require-corp"}))  # fmt: skip
        yield url


@pytest.fixture(autouse=True)
def nothing_goes_wrong(page: Page, request: pytest.FixtureRequest) -> Iterator[None]:
    """No complaint in the console of the host page, nor of the frame, but those that a test is about."""
    marker = request.node.get_closest_marker("breaks")
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield
    said = [line for line in said if not re.search(r"Trusted Types policy .*trusted-types 'none'", line)]
    assert [line for line in said if not (marker and re.search(marker.args[0], line))] == []


@pytest.fixture
def show(page: Page, host_pages: Path, guide: str) -> Callable[..., FrameLocator]:
    """Go to a host page that holds this, and say where the frame's content is."""

    def shown(body: str, *, element: bool = True) -> FrameLocator:
        (host_pages / "host.js").write_text(HEARD, "utf-8")
        own = f'<script src="{guide}/embed/v1/qbo-check.js" async></script>' if element else ""
        icon = '<link rel="icon" href="data:,">'
        (host_pages / "index.html").write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>{icon}'
            f'<script src="host.js"></script>{own}<h1>Host</h1><button>Before</button>{body}<button>After</button>',
            "utf-8",
        )
        page.goto("/")
        return page.frame_locator("qbo-check iframe" if element else "iframe")

    return shown


def heard(page: Page) -> list[dict[str, Any]]:
    return list(page.evaluate("heard"))


@pytest.mark.firefox
def test_a_host_page_with_the_strictest_policy_shows_a_check_and_hears_of_its_verdict(
    page: Page, show: Callable[..., FrameLocator], violations: list[dict[str, Any]], lang: str
) -> None:
    words = WORDS[lang]
    frame = show(
        f'<div lang="{lang}"><qbo-check check="redirect-uri" environment="production"><a href="/x">{words["link"]}</a></qbo-check></div>'
    )
    element = page.locator("qbo-check")
    # The host's choice is made, and the frame is as high as what it holds.
    field = frame.get_by_role("textbox")
    expect(field).to_be_visible()
    expect(frame.get_by_role("combobox")).to_have_count(0)
    expect(frame.locator(".qbo-check__title")).to_contain_text("Production")
    expect(page.get_by_role("link", name=words["link"])).to_be_hidden()
    # Its name, and the way in and out of it by keyboard.
    expect(page.locator("iframe")).to_have_attribute("title", words["name"])
    page.get_by_role("button", name="Before").focus()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    height = page.locator("iframe").bounding_box()
    page.keyboard.insert_text(f"{SANDBOX_URI}/")
    frame.locator("button[type=submit]").click()
    expect(element).to_have_attribute("data-state", "done")
    expect(element).to_have_attribute("data-verdict", "fail")
    # What was found takes more room, and gets it.
    expect(frame.locator("li[data-code]").last).to_be_visible()
    page.wait_for_function(
        "(before) => document.querySelector('qbo-check').shadowRoot.querySelector('iframe').offsetHeight > before",
        arg=height and height["height"],
    )
    inner = frame.locator("body").evaluate("(body) => Math.ceil(body.getBoundingClientRect().height)")
    page.wait_for_function(
        "(inner) => document.querySelector('qbo-check').shadowRoot.querySelector('iframe').offsetHeight === inner",
        arg=inner,
    )
    told = [each for each in heard(page) if each.get("state") == "done" and "check" in each]
    codes = frame.locator("li[data-code]").evaluate_all("(all) => all.map(({ dataset }) => dataset.code)")
    assert told[-1] == {"check": "redirect-uri", "state": "done", "verdict": "fail", "codes": codes}
    assert codes
    # The right address, then a link: it leads out of the frame.
    field.fill(PRODUCTION_URI)
    expect(element).to_have_attribute("data-verdict", "pass")
    assert frame.get_by_role("link", name=words["source"]).evaluate("(link) => link.target || document.querySelector('base').target") == "_blank"  # fmt: skip
    assert violations == []
    assert page.evaluate("Object.keys(globalThis).filter((name) => /qbo|define/i.test(name))") == []


@pytest.mark.firefox
@pytest.mark.breaks("cross-origin|Permission denied|Blocked a frame")
def test_a_host_page_learns_nothing_of_what_is_pasted_and_changes_nothing_but_colours(
    page: Page, show: Callable[..., FrameLocator], guide: str
) -> None:
    frame = show('<qbo-check check="keys" environment="sandbox">Keys</qbo-check>')
    secret = frame.locator('[data-field="client_secret"]')
    secret.focus()
    # The host page is told of answers alone.
    expect(frame.locator("qbo-check")).to_have_attribute("data-state", "ready")
    asked = len(host.received)
    secret.fill(CLIENT_SECRET)
    frame.locator("button[type=submit]").click()
    expect(page.locator("qbo-check")).to_have_attribute("data-state", "done")
    assert host.received[asked:] == []  # Neither by the guide's host nor by the page's.
    kept = frame.locator("body").evaluate(
        "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state])"
    )
    seen = page.evaluate(
        """() => {
          const { contentWindow, contentDocument, src } =
            document.querySelector("qbo-check").shadowRoot.querySelector("iframe");
          const tried = [String(contentDocument), src];
          for (const look of [(it) => it.document.body, (it) => it.location.href, (it) => it.sessionStorage]) {
            try { tried.push(String(look(contentWindow))); } catch (error) { tried.push(error.name); }
          }
          return tried;
        }"""
    )
    assert seen[0] == "null"
    assert seen[2:] == ["SecurityError"] * 3
    known = {"qboCheck", "check", "height", "title", "state", "verdict", "codes"}
    everything = heard(page)
    assert {name for each in everything for name in each} <= known
    assert leaks([CLIENT_SECRET], f"{everything}{seen}{kept}{page.content()}", *host.received) == set()
    # Messages of the right form with wrong things in them, and of wrong forms.
    ground = "(body) => getComputedStyle(body).backgroundColor"
    before = frame.locator("body").evaluate(ground)
    page.evaluate(
        """(guide) => {
          const { contentWindow } = document.querySelector("qbo-check").shadowRoot.querySelector("iframe");
          const property = (...pair) => ({ qboCheck: 1, dark: false, properties: [pair] });
          for (const message of [
            null, 1, "x", {}, { qboCheck: 2, dark: true }, { qboCheck: 1, properties: "x" },
            property("--qbo-background", "url(https://guide.invalid/x)"), property("--qbo-background", "var(--x)"),
            property("--md-default-bg-color", "red"), property("background", "red"), property("--qbo-background", 7),
            { qboCheck: 1, state: "done", value: "x" }, { type: "check", id: 1 },
          ]) contentWindow.postMessage(message, guide);
        }""",
        guide,
    )
    expect(secret).to_have_value(CLIENT_SECRET)
    assert frame.locator("body").evaluate(ground) == before
    # The same property with a colour, so that the above was heard by then.
    page.evaluate("document.querySelector('qbo-check').style.setProperty('--qbo-background', 'rgb(1, 2, 3)')")
    expect(frame.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")
    # What stands for another value is none, however it is written.
    page.evaluate(
        r"""(guide) => {
          const { contentWindow } = document.querySelector("qbo-check").shadowRoot.querySelector("iframe");
          const properties = [
            ["--qbo-background", "rgb(4, 5, 6)"], ["--qbo-accent", "inherit"], ["--qbo-inset", "env(x, red)"],
            ["--qbo-text", "v\\61r(--md-code-bg-color)"], ["--qbo-font", "v\\61r(--x, serif)"],
          ];
          contentWindow.postMessage({ qboCheck: 1, dark: false, properties }, guide);
        }""",
        guide,
    )
    expect(frame.locator("body")).to_have_attribute("style", "--md-default-bg-color: rgb(4, 5, 6);")
    page.evaluate("document.documentElement.style.colorScheme = 'dark'")
    expect(frame.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    # Nor does the element take anything from another frame, or from its own page.
    page.evaluate("postMessage({ qboCheck: 1, height: 9, title: 'x', state: 'failed' }, '*')")
    page.wait_for_function("() => heard.some(({ title }) => title === 'x')")
    expect(page.locator("qbo-check")).to_have_attribute("data-state", "done")


@pytest.mark.firefox
@pytest.mark.breaks("404|frame-ancestors|Failed to load|load|denied")
def test_what_cannot_be_loaded_says_so_and_leaves_the_link(
    page: Page, show: Callable[..., FrameLocator]
) -> None:
    page.clock.install()
    show('<qbo-check check="no-such-check"><a href="/x">To the guide</a></qbo-check>')
    expect(page.locator("iframe")).to_be_attached()
    expect(page.get_by_role("link", name="To the guide")).to_be_visible()
    page.clock.fast_forward(21_000)
    expect(page.locator("qbo-check")).to_have_attribute("data-state", "failed")
    expect(page.locator("iframe")).to_have_count(0)
    expect(page.get_by_role("link", name="To the guide")).to_be_visible()
    assert heard(page)[-1] == {"check": "no-such-check", "state": "failed", "verdict": None, "codes": []}
    # Another choice, and it's tried again.
    page.locator("qbo-check").evaluate("(element) => element.setAttribute('check', 'redirect-uri')")
    assert page.locator("qbo-check").get_attribute("data-state") is None
    expect(page.frame_locator("qbo-check iframe").get_by_role("textbox")).to_be_visible()


@pytest.mark.firefox
def test_a_host_that_the_build_does_not_name_hears_nothing(page: Page, site: Path, host_pages: Path) -> None:
    """Where no headers are sent, anybody may show the frame: it works, and says nothing."""
    with host.serving(site, []) as guide, host.serving(host_pages, []) as unnamed:
        (host_pages / "host.js").write_text(HEARD, "utf-8")
        (host_pages / "unnamed.html").write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">'
            f'<script src="host.js"></script><iframe src="{guide}/embed/v1/en/redirect-uri/"></iframe>',
            "utf-8",
        )
        page.goto(f"{unnamed}/unnamed.html")
        frame = page.frame_locator("iframe")
        frame.get_by_role("textbox").fill(SANDBOX_URI)
        page.locator("iframe").evaluate(
            "(frame) => frame.contentWindow.postMessage({ qboCheck: 1, dark: true, properties: [] }, '*')"
        )
        frame.locator("button[type=submit]").click()
        expect(frame.locator("qbo-check")).to_have_attribute("data-state", "done")
        expect(frame.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        assert heard(page) == []


@pytest.mark.firefox
def test_a_plain_frame_works_without_any_script_of_the_host_and_takes_no_value_from_its_address(
    show: Callable[..., FrameLocator], guide: str
) -> None:
    frame = show(
        f'<iframe src="{guide}/embed/v1/fr/redirect-uri/?environment=sandbox&uri=x" title="Check"></iframe>',
        element=False,
    )
    expect(frame.get_by_role("textbox")).to_have_value("")
    frame.get_by_role("textbox").fill(SANDBOX_URI)
    expect(frame.locator("qbo-check")).to_have_attribute("data-verdict", "pass")


@pytest.mark.firefox
def test_a_host_page_that_changes_its_colours_before_the_frame_is_there_is_followed_without_a_complaint(
    page: Page, show: Callable[..., FrameLocator]
) -> None:
    def change(route: Route) -> None:
        page.evaluate(
            """() => {
              document.documentElement.style.colorScheme = "dark";
              return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            }"""
        )
        route.continue_()

    page.route("**/embed/v1/en/hosting/", change)
    frame = show('<qbo-check check="hosting">Hosting</qbo-check>')
    expect(frame.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.firefox
def test_a_frame_wears_the_colours_of_portals_that_each_tell_them_in_their_own_way(
    page: Page, show: Callable[..., FrameLocator]
) -> None:
    frame = show('<qbo-check check="hosting">Hosting</qbo-check>')
    body = frame.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`[data-md-color-scheme=slate] { color-scheme: dark }
            [data-theme=black] { color: rgb(210, 220, 230) }`);
          document.adoptedStyleSheets = [sheet];
          document.body.setAttribute("data-md-color-scheme", "slate");
        }"""
    )
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    # No scheme is named, as in Sphinx' themes: the text tells.
    page.evaluate("document.body.setAttribute('data-theme', 'black')")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    for color, scheme in (
        *(("oklch(0.2 0 0)", "default"), ("oklch(0.95 0 0)", "slate"), ("navy", "default")),
        *(
            ("color-mix(in srgb, white 90%, black)", "slate"),
            ("#333c", "default"),
            ("lab(90 0 0 / 0.9)", "slate"),
        ),
    ):
        page.evaluate("(color) => { document.body.style.color = color }", color)
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    page.evaluate("document.documentElement.style.colorScheme = 'light'")
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.firefox
def test_a_frame_loads_when_it_is_near(page: Page, show: Callable[..., FrameLocator]) -> None:
    # In a component of the host page, whose language stands outside of it.
    show(
        '<canvas height="5000"></canvas><div lang="fr-FR"><div><template shadowrootmode="open">'
        '<qbo-check check="hosting">Hosting</qbo-check></template></div></div>'
    )
    page.wait_for_function("() => Boolean(customElements.get('qbo-check'))")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(page.locator("iframe")).to_have_count(0)
    page.locator("qbo-check").scroll_into_view_if_needed()
    expect(page.locator("iframe")).to_have_attribute("src", re.compile("/fr/hosting/$"))
    expect(page.frame_locator("qbo-check iframe").get_by_role("textbox").first).to_be_visible()
