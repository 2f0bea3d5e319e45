"""What other programs rely on: the JSON of ``check`` and ``outline``, over texts of every format."""

from __future__ import annotations

import html
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.readers import read
from tests.cli.conftest import Resolint

DRAFT = """\
A/C.3/81/L.7

Third Committee

Belgium, Chile and Kenya: draft resolution

# Safe drinking water in schools

*The General Assembly,*

**Reaffirming** the purposes and principles of the Charter of the United Nations,

_Recalling_ its resolution 64/292 of 28th July 2010[^1], on water in “schools” ,

*Recalling* its resolution 70/1 of September 25, 2015,

1) *Calls upon* States:

   a) to provide safe water  in schools,

   b) to organise training; and

2. *Calls upon* States to co-operate;

*Requests* the Secretary General to report in 1998-2001

5 *Decides* to remain seized of the matter

[^1]: See resolution 64/292
"""
REGULAR = """\
General Assembly

The General Assembly,

Recalling its resolution 64/292 of 28 July 2010 on the human right to water and
sanitation,

1. Calls upon States to organise lamps,  and to keep them;

2. Decides to remain seized of the matter .
"""
KEYS = ["rule", "convention", "severity", "message", "source", "place", "range", "excerpt", "related", "fix"]
PLACE = ["role", "label", "text", "part", "block", "start", "end"]
ROLES = {
    "masthead", "agenda-item", "sponsors", "title", "organ", "preambular", "operative", "subparagraph",
    "heading", "footnote", "adoption", "vote", "annex", "other",
}  # fmt: skip
CORPUS = [
    "GA/drafts/A_80_L.18.html",
    "GA/drafts/A_80_L.1.html",
    "GA/drafts/A_C.3_80_L.60.html",
    "GA/adopted/A_RES_78_265.html",
    "HRC/A_HRC_RES_54_27.txt",
    "SC/1946-2002/S_RES_724_1991.txt",
    "fr/HRC/A_HRC_RES_51_26.fr.txt",
    "akn4un/GA/A_RES_77_181.xml",
    "other/docx/A_80_6_Sect._29.docx",
]
FORMS = {
    "draft.md": DRAFT.encode(),
    "crlf.md": DRAFT.replace("\n", "\r\n").encode(),
    "mark.md": DRAFT.encode("utf-8-sig"),
    "wide.txt": REGULAR.encode("utf-16"),
    "regular.txt": REGULAR.encode(),
    "old.txt": REGULAR.replace("\n", "\r\n").replace("lamps", "lamps – “lamps”").encode("cp1252"),
    "draft.html": b"".join(
        (
            b"<html><body>\r\n<p><i>The General Assembly</i>,</p>\r\n",
            b"<p><i>Recalling</i> lamps &amp; corridors  of 28th July 2010&nbsp;,</p>\r\n",
            b"<p>1. <i>Calls</i> upon States<sup><a href='#n1'>1</a></sup>;</p>\r\n",
            b"<p>2. <i>Decides</i> to organise lamps.</p>\r\n",
            b"<p id='n1'><sup>1</sup> See resolution 70/1</p>\r\n",
            b"</body></html>\r\n",
        )
    ),
}


@pytest.fixture(params=list(FORMS))
def own(request: pytest.FixtureRequest, resolint: Resolint) -> Path:
    """A draft of ours, in one of its forms."""
    del resolint  # it has changed the folder
    path = Path(request.param)
    path.write_bytes(FORMS[request.param])
    return path


@pytest.fixture(params=[*(f"seeds/{number}" for number in range(5)), *(f"corpus/{name}" for name in CORPUS)])
def real(request: pytest.FixtureRequest, shared: Path) -> Path:
    """A real text: one of the seeds, or one of each format of the corpus."""
    if request.param.startswith("seeds/"):
        seeds: list[Path] = sorted((shared / "seeds").iterdir())
        return seeds[int(request.param.removeprefix("seeds/"))]
    path = shared / request.param
    if not path.exists():
        pytest.skip(f"{request.param} is not among the reference documents")
    return path


def checked(resolint: Resolint, path: Path) -> dict[str, Any]:
    outcome = resolint("check", "--format", "json", path)
    data = outcome.data
    assert data["errors"] == []
    graver = any(found["severity"] != "advice" for found in data["files"][0]["diagnostics"])
    assert outcome.status == int(graver)
    return data


def source(path: Path) -> str:
    """The decoded text, without its byte-order mark."""
    data = path.read_bytes()
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(codec)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252")


def positions(found: dict[str, Any]) -> Iterator[dict[str, int]]:
    for holder in (found, *found["related"]):
        assert holder["range"]["start"]["offset"] < holder["range"]["end"]["offset"]
        yield from holder["range"].values()


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Counted anew, from the text alone."""
    before = text[:offset]
    lines = re.split(r"\r\n|\r|\n", before)
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        lines.pop()
    return len(lines), offset - (max(before.rfind("\n"), before.rfind("\r")) + 1) + 1


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    ordered = sorted(edits, key=lambda edit: (edit["start"], edit["end"]))
    assert all(one["end"] <= other["start"] for one, other in pairwise(ordered))
    for edit in reversed(ordered):
        assert list(edit) == ["start", "end", "replacement"]
        text = text[: edit["start"]] + edit["replacement"] + text[edit["end"] :]
    return text


def tally(data: dict[str, Any]) -> dict[str, Any]:
    found = [found for file in data["files"] for found in file["diagnostics"]]
    levels = Counter(one["severity"] for one in found)
    return {
        "files": len(data["files"]),
        **{level: levels[level] for level in ("error", "warning", "advice")},
        "fixable": sum(one["fix"] is not None for one in found),
    }


def promised(data: dict[str, Any], path: Path, root: Path) -> None:
    """All that is promised of the report of one file, whatever its format."""
    jsonschema.validate(data, json.loads((root / "linter/reporters/schemas/check.json").read_text("utf-8")))
    [file] = data["files"]
    assert file["path"] == str(path)
    assert data["summary"] == tally(data)
    found = file["diagnostics"]
    order = [(one["place"]["block"], one["place"]["start"], one["rule"]) for one in found]
    assert order == sorted(order)
    for one in found:
        assert list(one) == KEYS
        assert list(one["place"]) == PLACE
        assert one["place"]["role"] in ROLES
        assert one["message"]
        assert one["source"]["title"]
        if file["format"] == "docx":
            assert one["range"] is None
            continue
        text = source(path)
        for place in positions(one):
            assert (place["line"], place["column"]) == line_and_column(text, place["offset"])


def test_the_report_of_our_drafts_is_as_promised(resolint: Resolint, own: Path, root: Path) -> None:
    data = checked(resolint, own)
    promised(data, own, root)
    assert data["summary"]["fixable"] >= 3


def test_the_report_of_real_texts_is_as_promised(resolint: Resolint, real: Path, root: Path) -> None:
    promised(resolint("check", "--format", "json", real).data, real, root)


def test_a_range_covers_the_words_that_are_shown(resolint: Resolint, own: Path) -> None:
    text = source(own)
    for found in checked(resolint, own)["files"][0]["diagnostics"]:
        start, end = (found["range"][side]["offset"] for side in ("start", "end"))
        covered = html.unescape(re.sub(r"</?\w+[^>]*>|[*_]", "", text[start:end]))
        assert not found["excerpt"] or " ".join(covered.split()) == " ".join(found["excerpt"].split())


def test_each_fix_alone_silences_its_finding(resolint: Resolint, own: Path) -> None:
    text = source(own)
    found = checked(resolint, own)["files"][0]["diagnostics"]
    counts = Counter(one["rule"] for one in found)
    for one in found:
        if one["fix"] is None:
            continue
        alone = Path(f"alone{own.suffix}")
        alone.write_bytes(edited(text, one["fix"]["edits"]).encode())
        rules = Counter(other["rule"] for other in checked(resolint, alone)["files"][0]["diagnostics"])
        assert rules[one["rule"]] < counts[one["rule"]], one["message"]


def test_fixes_that_do_not_meet_can_be_made_at_once(resolint: Resolint, own: Path) -> None:
    fixes = [one["fix"] for one in checked(resolint, own)["files"][0]["diagnostics"] if one["fix"]]
    chosen: list[list[dict[str, Any]]] = []
    for fix in fixes:
        others = [edit for edits in chosen for edit in edits]
        if not any(meet(edit, other) for edit in fix["edits"] for other in others):
            chosen.append(fix["edits"])
    together = Path(f"together{own.suffix}")
    together.write_bytes(edited(source(own), [edit for edits in chosen for edit in edits]).encode())
    assert checked(resolint, together)["summary"]["fixable"] <= len(fixes) - len(chosen)


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["start"] <= other["end"] and other["start"] <= one["end"])


def test_the_outline_of_real_texts_is_as_promised(resolint: Resolint, real: Path, root: Path) -> None:
    data = resolint("outline", "--format", "json", real).data
    jsonschema.validate(data, json.loads((root / "linter/reporters/schemas/outline.json").read_text("utf-8")))
    texts = {element["block"]: element["text"] for element in data["elements"]}
    assert [element["block"] for element in data["elements"]] == list(range(len(texts)))
    for element in data["elements"]:
        assert element["role"] in ROLES
        assert not re.search(r"\[\^\w+\]:?|\[footnoteRef", element["text"])
        assert element["text"] == element["text"].strip()
        if element["opening"]:
            assert element["opening"] in element["text"]
    for cited in data["citations"]:
        assert texts[cited["block"]][cited["start"] : cited["end"]] == cited["text"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", cited["date"] or "2020-01-01")


def test_the_outline_of_a_draft_to_the_letter(resolint: Resolint) -> None:
    Path("draft.md").write_text(DRAFT, "utf-8")
    data = resolint("outline", "--format", "json", "draft.md").data
    assert (data["organ"], data["stage"], data["symbol"]) == ("ga", "draft", "A/C.3/81/L.7")
    assert data["title"] == "Safe drinking water in schools"
    seen = [(one["role"], one["label"], one["line"]) for one in data["elements"]]
    lines = DRAFT.split("\n")

    def line(words: str) -> int:
        return next(number for number, text in enumerate(lines, 1) if words in text)

    assert seen == [
        ("masthead", None, 1),
        ("masthead", None, 3),
        ("sponsors", None, 5),
        ("title", None, 7),
        ("organ", None, 9),
        ("preambular", None, line("Reaffirming")),
        ("preambular", None, line("_Recalling_")),
        ("preambular", None, line("*Recalling*")),
        ("operative", "1", line("1) *Calls")),
        ("subparagraph", "a)", line("a) to")),
        ("subparagraph", "b)", line("b) to")),
        ("operative", "2", line("2. *Calls")),
        ("operative", None, line("*Requests*")),
        ("operative", "5", line("5 *Decides*")),
        ("footnote", "1", line("[^1]:")),
    ]
    texts = {one["line"]: one["text"] for one in data["elements"]}
    assert texts[line("5 *Decides*")] == "Decides to remain seized of the matter"
    assert texts[line("_Recalling_")].startswith(
        "Recalling its resolution 64/292 of 28th July 2010, on water"
    )
    assert data["elements"][6]["notes"] == ["1"]
    assert [cited["number"] for cited in data["citations"]] == ["64/292", "70/1", "64/292"]


def test_title_takes_its_number_and_masthead_and_adoption_a_line_each(resolint: Resolint) -> None:
    text = (
        "Human Rights Council\nFifty-third session\nAgenda item 3\n\n"
        "Resolution adopted by the Human Rights Council on 12 July 2023\n\n"
        "53/9. Lamps in corridors\n\nThe Human Rights Council,\n\nRecalling its earlier resolutions,\n\n"
        "Decides to continue its consideration of the matter.\n\n31st meeting\n12 July 2023\n\n"
        "[Adopted without a vote.]\n"
    )
    Path("adopted.txt").write_text(text, "utf-8")
    data = resolint("outline", "--format", "json", "adopted.txt").data
    assert data["title"] == "53/9. Lamps in corridors"
    assert data["stage"] == "adopted"
    assert [one["role"] for one in data["elements"]] == [
        "masthead", "masthead", "agenda-item", "masthead", "title", "organ", "preambular", "operative",
        "adoption", "adoption", "vote",
    ]  # fmt: skip


def test_a_paragraph_cut_by_a_page_is_one_element_at_its_first_line(resolint: Resolint) -> None:
    text = (
        "The Human Rights Council,\n\nRecalling its earlier resolutions,\n\n"
        "1. Calls upon all States to provide lamps in all the corridors of all the public\n\n"
        "GE.16-12199(E)\n\nbuildings that are open at night;\n\n2. Decides to remain seized of the matter.\n"
    )
    Path("cut.txt").write_text(text, "utf-8")
    found = [
        (one["line"], one["text"])
        for one in resolint("outline", "--format", "json", "cut.txt").data["elements"]
        if one["role"] == "operative"
    ]
    joined = (
        "Calls upon all States to provide lamps in all the corridors of all the public buildings that are"
    )
    assert found == [(5, f"{joined} open at night;"), (11, "Decides to remain seized of the matter.")]


@pytest.mark.parametrize("options", [[], ["--suggested"]])
def test_what_fix_writes_is_what_the_next_run_leaves(
    resolint: Resolint, own: Path, options: list[str]
) -> None:
    resolint("fix", *options, "--output", "once" + own.suffix, own)
    resolint("fix", *options, "--output", "twice" + own.suffix, "once" + own.suffix)
    once = Path("once" + own.suffix).read_bytes()
    assert once == Path("twice" + own.suffix).read_bytes()
    assert own.read_bytes() == FORMS[own.name]
    assert read("once", once, format=read(str(own), FORMS[own.name]).source.format).source.encoding == (
        read(str(own), FORMS[own.name]).source.encoding
    )


def test_a_draft_of_unknown_stage_is_held_to_all_rules(resolint: Resolint) -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* the outcome,\n\n1) *Decides* so;\n\n3) *Requests* a report;\n"
    )
    Path("draft.md").write_text(text, "utf-8")
    data = resolint("check", "--format", "json", "draft.md").data
    assert data["files"][0]["stage"] is None
    levels = {one["rule"]: one["severity"] for one in data["files"][0]["diagnostics"]}
    assert levels["operative-number-form"] == levels["operative-number-sequence"] == "error"
    assert levels["operative-last-full-stop"] == "error"


def test_standard_input_is_named_in_the_report(resolint: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    for options, name, kind in (
        ([], "-", "markdown"),
        (["--stdin-filename", "water/draft.txt"], "water/draft.txt", "text"),
    ):
        data = DRAFT.encode() if kind == "markdown" else REGULAR.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        [file] = resolint("check", "--format", "json", "-", *options).data["files"]
        assert (file["path"], file["format"]) == (name, kind)


def test_each_file_is_listed_once_in_the_order_given_and_searched(resolint: Resolint) -> None:
    for name in ("z.md", "in/b.txt", "in/a/c.md", "in/README.md", "in/.x/d.md", "in/e.reviewed.docx"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Read me\n" if "README" in name else REGULAR, "utf-8")
    data = resolint("check", "--format", "json", "z.md", "in", "in/b.txt", "gone.md").data
    assert [file["path"] for file in data["files"]] == ["z.md", "in/README.md", "in/a/c.md", "in/b.txt"]
    assert data["files"][1]["diagnostics"] == []
    assert [error["path"] for error in data["errors"]] == ["gone.md"]
    assert data["summary"]["files"] == 4
    lines = resolint("check", "--format", "jsonl", "z.md", "in").out.splitlines()
    assert [json.loads(line) for line in lines] == data["files"]


def test_a_repair_keeps_the_curl_of_the_quotation_marks_it_moves(resolint: Resolint) -> None:
    text = REGULAR.replace("water and", "“water,” and")
    Path("draft.txt").write_text(text, "utf-8")
    found = resolint("check", "--format", "json", "draft.txt", "--select", "mark-inside-quotation").data
    [one] = found["files"][0]["diagnostics"]
    assert edited(text, one["fix"]["edits"]) == REGULAR.replace("water and", "“water”, and")
