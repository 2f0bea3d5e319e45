from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Resolint
from tests.compare.drafts import BASE, DRAFT


@pytest.fixture
def texts(resolint: Resolint) -> Resolint:
    Path("base.md").write_text(BASE, "utf-8")
    Path("draft.md").write_text(DRAFT, "utf-8")
    return resolint


def test_a_delegate_can_read_out_the_summary(texts: Resolint) -> None:
    outcome = texts("compare", "base.md", "draft.md")
    assert outcome.status == 0
    said = outcome.out.splitlines()[1]
    assert re.match(r"\d+ of \d+ paragraphs agreed language, \d+ changed, \d+ new, 2 dropped \(", said)
    assert said.endswith("footnotes: 2 changed, 1 new.")


def test_the_counts_are_those_of_the_draft(texts: Resolint) -> None:
    data = texts("compare", "--format", "json", "base.md", "draft.md").data
    counts = data["summary"]["paragraphs"]
    assert counts["total"] == counts["agreed"] + counts["changed"] + counts["new"] == 11
    kinds = [pair["kind"] for pair in data["pairs"]]
    assert {"unchanged", "changed", "new", "dropped", "moved", "split"} <= set(kinds)


def test_words_stand_in_brackets_without_colours_and_in_styles_with(texts: Resolint) -> None:
    plain = texts("compare", "base.md", "draft.md").out
    assert "*Calls* {/upon/} States to build wells near {+all +}schools" in plain.replace("\n    ", " ")
    assert "operative paragraph 3 (2 in the base), changed" in plain
    assert "preambular paragraph 4 of the base, dropped" in plain
    assert "preambular paragraphs 3 and 4 (2 in the base), split and changed" in plain
    assert "\x1b[" not in plain
    colored = texts("compare", "--color", "always", "base.md", "draft.md").out
    assert "\x1b[32;4mall \x1b[0m" in colored
    assert "{+" not in colored


def test_spaces_bear_no_asterisks(texts: Resolint) -> None:
    assert "**" not in texts("compare", "base.md", "draft.md").out


def test_equal_texts_are_agreed_language(texts: Resolint) -> None:
    outcome = texts("compare", "base.md", "base.md")
    assert outcome.out.splitlines()[1] == "All 10 paragraphs agreed language."
    assert outcome.out.count("unchanged") == 1
    assert "What is not as it was" in texts("compare", "--format", "html", "base.md", "draft.md").out
    assert "What is not as it was" not in texts("compare", "--format", "html", "base.md", "base.md").out


def test_an_annex_is_counted_apart(resolint: Resolint) -> None:
    annex = "Annex\n\nTerms of reference\n\nThe group meets once a year.\n"
    text = f"{DRAFT.partition('[^')[0].rstrip()}\n\n{annex}"
    Path("base.md").write_text(text, "utf-8")
    Path("draft.md").write_text(text.replace("a year", "a month"), "utf-8")
    said = resolint("compare", "base.md", "draft.md").out.splitlines()[1]
    assert said.endswith("; 2 of 3 annex paragraphs agreed language, 1 changed.")


def test_the_json_is_as_its_schema_promises(texts: Resolint, root: Path) -> None:
    schema = json.loads((root / "linter/reporters/schemas/compare.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(texts("compare", "--format", "json", "base.md", "draft.md").data, schema)
    jsonschema.validate(texts("compare", "--format", "json", "draft.md", "base.md").data, schema)


def test_the_words_of_the_json_make_up_both_texts(texts: Resolint) -> None:
    for pair in texts("compare", "--format", "json", "base.md", "draft.md").data["pairs"]:
        for side in ("base", "draft"):
            if pair["words"]:
                words = "".join(one[side]["text"] for one in pair["words"])
                assert words == "".join(paragraph["text"] for paragraph in pair[side])


def test_markdown_escapes_what_is_not_its_own(texts: Resolint) -> None:
    page = texts("compare", "--format", "markdown", "base.md", "draft.md").out
    assert r"A/81/46, \<annex\> \& more." in page
    assert "near <ins>all </ins>schools" in page


def test_markdown_names_nobody_and_links_no_issue(resolint: Resolint) -> None:
    Path("base.md").write_text(DRAFT, "utf-8")
    Path("draft.md").write_text(DRAFT.replace("schools", "schools @delegate #12"), "utf-8")
    page = resolint("compare", "--format", "markdown", "base.md", "draft.md").out
    assert r" \@&#8203;delegate \#&#8203;12" in page


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "col", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_safe_and_says_changes_in_words(texts: Resolint) -> None:
    Path("draft.md").write_text(DRAFT.replace("seized", "seized <script>alert(1)</script>"), "utf-8")
    assert texts("compare", "--format", "html", "--output", "page.html", "base.md", "draft.md").status == 0
    page = _Page()
    page.feed(Path("page.html").read_text("utf-8"))
    assert not page.open
    assert not [tag for tag, given in page.seen if tag in ("script", "link", "img") or "src" in given]
    assert "<script>alert(1)</script>" in page.text
    policy = next(given["content"] for tag, given in page.seen if "http-equiv" in given)
    assert policy is not None
    assert "default-src 'none'" in policy
    anchors = {given.get("id") for _, given in page.seen}
    links = [given["href"] for tag, given in page.seen if tag == "a"]
    assert len(links) > 5
    assert all(link and link[1:] in anchors for link in links)
    assert page.text.count("inserted: ") == len([tag for tag, _ in page.seen if tag == "ins"])


def test_either_text_may_come_on_standard_input(texts: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BASE.encode())))
    outcome = texts("compare", "-", "draft.md", "--stdin-filename", "base.md")
    assert outcome.out.startswith("base.md → draft.md\n")
    assert texts("compare", "-", "-").status == 2


@pytest.mark.parametrize("command", ["compare", "redline"])
def test_what_cannot_be_read_is_told(texts: Resolint, command: str) -> None:
    outcome = texts(command, "base.md", "missing.md")
    assert outcome.status == 2
    assert "missing.md" in outcome.err


def test_a_text_that_is_no_resolution_is_told(texts: Resolint) -> None:
    Path("readme.txt").write_text("Nothing of the kind.\n", "utf-8")
    outcome = texts("compare", "base.md", "readme.txt")
    assert outcome.status == 0
    assert "readme.txt: no paragraphs of a resolution are recognised" in outcome.err
