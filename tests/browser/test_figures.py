"""The drawings in a real browser: on a phone their words can be read, and none leaves its box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from host import BOTH_LANGUAGES
from playwright.sync_api import Page

READ = """() => [...document.querySelectorAll(".figure svg")].flatMap(svg => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll("text")].map(text => {
    const box = text.getBBox();
    return {
      words: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize) * scale,
      left: box.x, right: box.x + box.width, bottom: box.y + box.height, height: svg.viewBox.baseVal.height,
    };
  });
})"""

# What may lie over words on purpose: the boxes and marks that they stand in.
OVERLAPS = """() => [...document.querySelectorAll(".figure svg")].flatMap(svg => {
  const boxes = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBBox()]);
  return boxes.flatMap(([a, one], i) => boxes.slice(i + 1).filter(([, two]) =>
    one.x < two.x + two.width && two.x < one.x + one.width &&
    one.y < two.y + two.height && two.y < one.y + one.height).map(([b]) => [a, b]));
})"""


@BOTH_LANGUAGES
@pytest.mark.parametrize("page_name", ["setup/", "sandbox/", "review/", "production/", "questionnaire/"])
def test_on_a_phone_every_word_can_be_read(at: Callable[[str], None], page: Page, page_name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    at(page_name)
    page.evaluate("document.fonts.ready")
    texts = page.evaluate(READ)
    assert texts
    for text in texts:
        assert text["size"] >= 12, text
        assert text["left"] >= 4, text
        # The frame ends at 356; what stands in a box ends with the box, at 344.
        assert text["right"] <= 346, text
        assert text["bottom"] <= text["height"], text
    assert page.evaluate(OVERLAPS) == []
