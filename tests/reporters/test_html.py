"""The page for a browser: complete in itself, true to the draft, usable by everybody, safe to open."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pypdfium2 import PdfDocument

from linter.engine.lint import Linter
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.model.report import Report
from linter.packs import load
from linter.readers import read
from linter.reporters import render
from tests.reporters.browser import PROGRAM, Page, browser
from tests.reporters.samples import MARKDOWN, REPORT, SEQUENCE, WORD

DRAFT = """\
A/C.3/80/L.12

## The colours of the house.

*The General Assembly*,

*Recalling* its resolution 60/251 of 15 March 2006,[^1] and **bold** words ,

1. *Requests* the Secretary General to report:

(a) On the colours and the house's paint;

(b) On the paint;

2. *Decides* to remain seized of the matter

[^1]: See [A/RES/60/251](x).
"""


def report(text: str = DRAFT, name: str = "draft.md") -> Report:
    lint = Linter(load(()), Settings()).lint(read(name, text.encode()))
    return Report((file_report(lint, whole=True),))


def page_of(report: Report) -> str:
    return render(report, "html")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    if PROGRAM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page_of(report()), "utf-8")
    with browser() as page:
        page.open(path)
        yield page


def test_the_page_holds_the_draft_as_in_print() -> None:
    tree = html.fromstring(page_of(report()))
    texts = {
        paragraph.get("title"): "".join(paragraph.xpath(".//text()[not(ancestor::a)]"))
        for paragraph in tree.find_class("text")
    }
    assert texts["title"] == "The colours of the house."
    assert texts["operative paragraph 1"] == "1.Requests the Secretary General to report:"
    assert texts["operative paragraph 1 (b)"] == "(b)On the paint;"
    assert texts["footnote 1"].startswith("1See ")
    preambular = tree.xpath('//*[@title="preambular paragraph 1"]')[0]
    assert [i.text_content() for i in preambular.iter("i")] == ["Recalling"]
    assert [b.text_content() for b in preambular.iter("b")] == ["bold"]
    assert [mark.text_content() for mark in preambular.find_class("note-mark")] == ["1"]


def test_every_finding_has_a_note_with_fix_and_authority() -> None:
    shown = report()
    tree = html.fromstring(page_of(shown))
    findings = shown.files[0].findings
    notes = tree.find_class("finding")
    assert [note.get("data-rule") for note in notes] == [finding.rule for finding in findings]
    for note, finding in zip(notes, findings, strict=True):
        said = note.text_content()
        assert finding.message in said
        assert finding.authority in said
        assert ("Fix:" in said) == (finding.repair is not None)
        [reference] = tree.xpath(f'//a[@href="#{note.get("id")}"]')
        assert str(tree.xpath(f'//a[@href="#{reference.get("id")}"]')[0].text) == reference.text
    assert len({element.get("id") for element in tree.xpath("//*[@id]")}) == len(tree.xpath("//*[@id]"))


def test_found_words_stand_where_they_were_found() -> None:
    tree = html.fromstring(page_of(report()))
    for note in tree.find_class("finding"):
        words = tree.xpath(f'//span[contains(concat(" ", @data-for, " "), " {note.get("id")} ")]')
        rule = note.get("data-rule")
        if rule == "capital-letters":
            assert "".join(span.text_content() for span in words) == "Secretary General"


def test_it_shows_what_a_report_without_the_draft_knows() -> None:
    page = page_of(REPORT)
    assert page.count('class="finding') == 4
    assert "Could not be checked" in page
    assert "there is no such file or folder" in page
    assert "1 finding kept silent" in page


def test_the_reason_of_a_finding_opens_where_there_is_one() -> None:
    for finding, opens in ((SEQUENCE, True), (replace(SEQUENCE, why=""), False)):
        page = html.fromstring(page_of(Report((replace(MARKDOWN, findings=(finding,)),))))
        [shown] = page.find_class("finding")
        assert finding.rule in shown.text_content()
        assert bool(shown.xpath(".//details")) is opens


def test_word_shows_no_lines() -> None:
    files = (replace(MARKDOWN, findings=(WORD,)),)
    assert "line " not in html.fromstring(page_of(Report(files))).find_class("finding")[0].text_content()


def test_it_is_one_file_that_asks_for_nothing() -> None:
    page = page_of(report())
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def hostile(words: str) -> Report:
    finding = replace(
        SEQUENCE,
        message=words,
        why=words,
        authority=words,
        excerpt=words,
        context=replace(SEQUENCE.context, text=words, label=words, styles=(), notes=((0, words),)),
        where=replace(SEQUENCE.where, start=0, end=len(words), text=words),
        repair=replace(SEQUENCE.repair, title=words) if SEQUENCE.repair else None,
    )
    return Report((replace(MARKDOWN, path=words, symbol=words, notes=(words,), findings=(finding,)),))


@given(
    st.text(st.characters(codec="utf-8"), min_size=1)
    | st.sampled_from(["</script>", "<!--", '"><img src=x onerror=1>'])
)
def test_no_words_become_markup(words: str) -> None:
    page = page_of(hostile(words))
    expected = html.fromstring(page_of(hostile("x")))
    tree = html.fromstring(page)
    assert [one.tag for one in tree.iter()] == [one.tag for one in expected.iter()]
    assert {name for one in tree.iter() for name in one.attrib} == {
        name for one in expected.iter() for name in one.attrib
    }


def test_a_browser_runs_it_without_complaint(opened: Page) -> None:
    assert opened.complaints == []
    assert opened.run("document.querySelector('form.filters').hidden") is False
    shown = opened.run("document.querySelector('output').value")
    assert re.fullmatch(r"(\d+) of \1 shown", shown)


def visible(page: Page) -> list[str]:
    value: list[str] = page.run(
        "[...document.querySelectorAll('.finding:not([hidden])')].map(n => n.dataset.rule)"
    )
    return value


def choose(page: Page, name: str, value: str) -> None:
    page.run(
        f"(() => {{ const one = document.querySelector('[name={name}]'); one.value = '{value}';"
        " one.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def test_filters_leave_what_is_asked_for(opened: Page) -> None:
    everything = visible(opened)
    choose(opened, "rule", "capital-letters")
    assert visible(opened) == ["capital-letters"]
    assert opened.run("document.querySelectorAll('.ref.off').length") == len(everything) - 1
    choose(opened, "rule", "")
    choose(opened, "fix", "suggested")
    assert set(visible(opened)) < set(everything)
    assert "capital-letters" in visible(opened)
    choose(opened, "fix", "")
    opened.run("document.querySelector('[value=error]').click()")
    assert "capital-letters" not in visible(opened)
    opened.run("document.querySelector('[value=error]').click()")
    assert visible(opened) == everything


def test_the_keyboard_reaches_everything(opened: Page) -> None:
    opened.run("document.activeElement.blur()")
    reached = []
    for _ in range(8):
        opened.press("Tab")
        reached.append(opened.run("document.activeElement.className || document.activeElement.name"))
    assert reached[0] == "skip"
    assert {"severity", "rule", "fix"} <= set(reached)
    assert any(name.startswith("ref ") for name in reached)
    outline = opened.run("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_number_leads_to_its_note_and_back(opened: Page) -> None:
    opened.run("document.querySelector('.text .ref').focus()")
    opened.press("Enter")
    assert opened.run("document.querySelector(':target').className").startswith("finding")
    opened.run("document.querySelector('.finding .ref').focus()")
    opened.press("Enter")
    assert opened.run("document.querySelector(':target').closest('.text') !== null") is True


CONTRASTS = """
(() => {
  const linear = (c) => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
  const channel = (value) => linear(value / 255);
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = rgb(getComputedStyle(one).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
      if (one.classList.contains("text")) return [255, 255, 255];
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const worst = {};
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const pair = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + .05) / (pair[1] + .05);
    if (ratio < 4.5) worst[element.tagName + "." + element.className] = ratio;
  }
  return worst;
})()
"""


def test_all_words_can_be_read(opened: Page) -> None:
    assert opened.run(CONTRASTS) == {}


def test_meaning_is_not_in_colour_alone(opened: Page) -> None:
    """Errors, warnings and advice differ in the line under the words and in the word above the note."""
    for severity in ("error", "warning", "advice"):
        said = opened.run(f"document.querySelector('article.{severity} .severity').textContent.toLowerCase()")
        assert said == severity
    lines = opened.run(
        "[...document.querySelectorAll('.found')].map("
        "one => [one.classList[1], getComputedStyle(one).textDecorationStyle])"
    )
    assert {tuple(pair) for pair in lines} == {
        ("error", "double"),
        ("warning", "solid"),
        ("advice", "dotted"),
    }


def test_on_a_screen_the_notes_stand_beside_the_text(opened: Page) -> None:
    png = opened.picture(1200, 1600)
    assert png.startswith(b"\x89PNG")
    assert len(png) > 20_000
    beside = opened.run(
        "[...document.querySelectorAll('.row')].filter(row => row.querySelector('.finding')).every(row =>"
        " row.querySelector('.finding').getBoundingClientRect().left"
        " >= row.querySelector('.text').getBoundingClientRect().right)"
    )
    assert beside is True
    assert opened.run("document.documentElement.scrollWidth <= innerWidth") is True
    opened.picture(420, 900)
    assert opened.run("document.documentElement.scrollWidth <= innerWidth") is True


def test_it_prints_with_its_notes(opened: Page) -> None:
    text = "".join(
        page.get_textpage().get_text_bounded() for page in PdfDocument(io.BytesIO(opened.printed()))
    )
    assert "Requests" in text
    assert "capital-letters" in text
    assert "Show" not in text


def test_the_program_writes_it(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    command = [
        sys.executable,
        "-m",
        "linter.cli",
        "check",
        "--format",
        "html",
        "-o",
        "report.html",
        "draft.md",
    ]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 1
    assert "Secretary General" in (tmp_path / "report.html").read_text("utf-8")


def test_a_draft_without_findings_says_so() -> None:
    page = page_of(Report((replace(report().files[0], findings=()),)))
    assert "Nothing to remark." in page
    assert "The colours of the house" in page
    assert "<form" not in page


def test_what_is_no_draft_is_not_shown() -> None:
    page = page_of(report("# Notes\n\nNo draft.\n"))
    assert "no rule was run" in page
    assert "No draft." not in page
    assert "<form" not in page
