"""``fix --clean``: what served the negotiation goes, the words that are negotiated stay."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from linter import tables
from linter.drafting.clean import clean
from linter.readers import read
from linter.structure import recognise
from linter.writers.docx.template import build
from tests.cli.conftest import DRAFT, Resolint

NEGOTIATED = """\
## The colours of the house

*The Human Rights Council*,

PP1 *Guided* by the purposes and principles of the Charter of the United Nations, (agreed ad ref)

PP2. *Recalling* its resolution 52/15 of 3 April 2023 [agreed],

PP2 bis [EU: *Recalling also* the Universal Declaration of Human Rights,]

[PP3 *Noting* the report,]

OP1: *Welcomes* [with appreciation] the report [US, UK: and its annex];

OP2 alt (Mexico) *Requests* the ~~new~~ Secretary-General to submit [a ~~short~~ report];

OP2 bis *Calls upon* States, as set out in OP1 above and in PP2, to act;

OP3 *Decides* to remain seized of the matter. [AGREED AD REF]
"""
CLEAN = """\
## The colours of the house

*The Human Rights Council*,

*Guided* by the purposes and principles of the Charter of the United Nations,

*Recalling* its resolution 52/15 of 3 April 2023,

[*Recalling also* the Universal Declaration of Human Rights,]

[*Noting* the report,]

1. *Welcomes* [with appreciation] the report [and its annex];

2. *Requests* the Secretary-General to submit [a ~~short~~ report];

3. *Calls upon* States, as set out in paragraph 1 above and in PP2, to act;

4. *Decides* to remain seized of the matter.
"""
ONLY = ("--clean", "--select", "negotiation-labels", "--fail-on", "never")


def test_what_served_the_negotiation_goes(resolint: Resolint) -> None:
    path = Path("draft.md")
    path.write_text(NEGOTIATED, "utf-8")
    outcome = resolint("fix", *ONLY, path)
    assert outcome.status == 0, outcome.err
    assert path.read_text("utf-8") == CLEAN
    assert "operative paragraph 3: “PP2” is the negotiation's name of a paragraph" in outcome.err


@pytest.mark.parametrize(
    "names", ["G-77 and China", "Republic of Korea", "EU/US, Japan", "Russian Federation"]
)
def test_names_of_all_kinds_go(resolint: Resolint, names: str) -> None:
    path = Path("draft.md")
    path.write_text(NEGOTIATED.replace("US, UK", names), "utf-8")
    resolint("fix", *ONLY, path)
    assert path.read_text("utf-8") == CLEAN


def test_words_before_the_name_of_their_owner_stay(resolint: Resolint) -> None:
    path = Path("draft.md")
    for owned in ("[States Parties: EU]", "[Parties: US, UK]", "[Parties: G77]"):
        path.write_text(NEGOTIATED.replace("[US, UK: and its annex]", owned), "utf-8")
        resolint("fix", *ONLY, path)
        assert owned in path.read_text("utf-8")


@pytest.mark.parametrize("words", [" " * 60_000, "[" + "A, A+A / " * 8_000, "[A " * 20_000, "PP1" * 20_000])
def test_no_text_takes_long(words: str) -> None:
    document = read("draft.md", NEGOTIATED.replace("report,", f"report x{words}x,").encode())
    vocabulary = tables.vocabulary("en")
    resolution = recognise(document, vocabulary)
    began = time.process_time()
    clean(resolution, vocabulary)
    assert time.process_time() - began < 5


def test_plain_text_and_html_are_cleaned_as_well(resolint: Resolint) -> None:
    plain = NEGOTIATED.replace("*", "").replace("~~new~~ ", "").replace("~~", "").replace("## ", "")
    Path("draft.txt").write_text(plain, "utf-8")
    resolint("fix", *ONLY, "draft.txt")
    assert Path("draft.txt").read_text("utf-8") == CLEAN.replace("*", "").replace("~~", "").replace("## ", "")
    page = "".join(f"<p>{line}</p>\n" for line in plain.splitlines() if line)
    Path("draft.html").write_text(page, "utf-8")
    resolint("fix", *ONLY, "draft.html")
    cleaned = Path("draft.html").read_text("utf-8")
    assert "<p>1. Welcomes [with appreciation] the report [and its annex];</p>" in cleaned
    assert "<p>Guided by" in cleaned


def test_a_second_time_changes_nothing(resolint: Resolint) -> None:
    path = Path("draft.md")
    path.write_text(CLEAN, "utf-8")
    resolint("fix", *ONLY, path)
    assert path.read_text("utf-8") == CLEAN


def test_without_it_the_text_stays(resolint: Resolint) -> None:
    path = Path("draft.md")
    path.write_text(NEGOTIATED, "utf-8")
    resolint("fix", *ONLY[1:], path)
    assert path.read_text("utf-8") == NEGOTIATED


def test_a_text_that_is_not_negotiated_stays(resolint: Resolint) -> None:
    path = Path("draft.md")
    text = DRAFT.format("scheme (Mexico) of OP")
    path.write_text(text, "utf-8")
    outcome = resolint("fix", *ONLY, path)
    assert path.read_text("utf-8") == text
    assert "no text under negotiation" in outcome.err


def test_it_goes_with_renumbering(resolint: Resolint) -> None:
    path = Path("draft.md")
    listed = NEGOTIATED.replace("to act;", "to act:\n\n(b) On paint;\n\n(c) On colour;")
    path.write_text(listed, "utf-8")
    resolint("fix", *ONLY, "--renumber", path)
    assert path.read_text("utf-8") == CLEAN.replace("to act;", "to act:\n\n(a) On paint;\n\n(b) On colour;")


def test_in_word_the_changes_are_tracked(resolint: Resolint) -> None:
    path = Path("draft.docx")
    path.write_bytes(build(read("draft.md", NEGOTIATED.encode())))
    outcome = resolint("fix", *ONLY, path)
    assert outcome.status == 0, outcome.err
    cleaned = resolint("text", "draft.reviewed.docx").out.replace("<s>short</s>", "~~short~~")
    assert [line.strip() for line in cleaned.splitlines()] == CLEAN.splitlines()


@pytest.mark.parametrize(
    "words",
    [
        "*Recalling* paragraph (a) of resolution 217 A (III),",
        "[*Recalling*] [*Noting*] the agreed conclusions of the Commission (agreed conclusions),",
        "*Recalling* [Member States] and (EU) law,",
        "*Recalling* that the matter is closed [see below],",
        "*Recalling* the report [US: delete] and the [EU: reserves its position] annex,",
    ],
)
def test_words_that_look_alike_stay(resolint: Resolint, words: str) -> None:
    path = Path("draft.md")
    text = NEGOTIATED.replace("[PP3 *Noting* the report,]", words)
    path.write_text(text, "utf-8")
    resolint("fix", *ONLY, path)
    assert path.read_text("utf-8") == CLEAN.replace("[*Noting* the report,]", words)


def test_struck_words_that_bear_a_footnote_are_left_to_a_person(resolint: Resolint) -> None:
    body = "OP1 *Affirms* ~~the words[^2]~~ the scheme;\n\nOP2 *Decides* ~~to~~ so.\n\n[^2]: A/2.\n"
    Path("draft.md").write_text(
        f"## Colours\n\n*The General Assembly*,\n\nPP1 *Guided* by it,\n\n{body}", "utf-8"
    )
    outcome = resolint("fix", *ONLY, "draft.md")
    assert "operative paragraph 1: a footnote hangs on struck words: take them out by hand" in outcome.err
    written = Path("draft.md").read_text("utf-8")
    assert "1. *Affirms* ~~the words[^2]~~ the scheme;" in written
    assert "2. *Decides* so." in written
