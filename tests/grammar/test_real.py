"""A real LanguageTool finds slips of grammar, and has next to nothing to say of adopted texts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from linter import lint
from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.grammar import Grammar
from linter.packs import load
from linter.readers import read
from tests.cli.conftest import Resolint

PAGE = 3_000  # characters
TEXTS = 30
SAMPLE = 8  # of each organ

# Paragraphs with a slip, and what the words in question should be.
PREAMBLE = [
    ("*Noting* that many [country] have adopted national plans,", "countries"),
    ("*Welcoming* the progress [recieved] by the Committee,", "received"),
    ("*Recognizing* the importance of an effective and [a] efficient system,", "an"),
    ("*Stressing* that the situation could [of] been avoided,", "have"),
    ("*Noting* that [less] people have access to safe drinking water,", "fewer"),
    ("*Expressing its concern* about the [affect] of sanctions on the population,", "effect"),
    ("*Noting* that there [is] many challenges in this regard,", "are"),
    ("*Recalling* the [committment] of all States to the purposes of the Charter,", "commitment"),
    ("*Noting* that the Commission has [adopt] its programme of work,", "adopted"),
    ("*Stressing* that the effects are greater [then] expected,", "than"),
]
OPERATIVE = [
    ("*Requests* [an] United Nations body to examine the matter;", "a"),
    ("*Encourages* States to [strenghten] their cooperation;", "strengthen"),
    ("*Urges* States to take [in to] account the needs of children;", "into"),
    ("*Encourages* States to [made] every effort to protect civilians;", "make"),
    ("*Requests* the Secretary-General to provide [informations] on the matter;", "information"),
    ("*Welcomes* the work of the Special [Raporteur] on the matter;", "Rapporteur"),
    ("*Encourages* States to [continue provide] assistance;", "continue to provide"),
    ("*Notes* that the Council did not [considered] the report;", "consider"),
    ("*Requests* the Secretariat to [loose] no time in this regard;", "lose"),
    ("*Notes* that the countries [is] affected by drought;", "are"),
]


def draft() -> str:
    preamble = [text for text, _ in PREAMBLE]
    operative = [f"{number}. {text}" for number, (text, _) in enumerate(OPERATIVE, 1)]
    last = f"{len(operative) + 1}. *Decides* to remain seized of the matter."
    return "\n\n".join(["*The General Assembly*,", *preamble, *operative, last, ""])


def planted() -> list[tuple[str, str]]:
    slips = [*PREAMBLE, *OPERATIVE]
    return [(text.partition("[")[2].partition("]")[0], right) for text, right in slips]


def starts(text: str) -> Iterator[int]:
    """Where each slip stands in the draft without brackets."""
    before = 0
    for piece in text.replace("]", "").split("[")[:-1]:
        before += len(piece)
        yield before


def test_each_of_twenty_slips_is_found_at_its_place(languagetool: str) -> None:
    marked = draft()
    text = marked.replace("[", "").replace("]", "")
    report = lint(text.encode(), select=("grammar",), **asking(languagetool))
    found = [(finding.where.range, finding.repair) for finding in report.findings]
    missed = [
        (words, right)
        for (words, right), place in zip(planted(), starts(marked), strict=True)
        if not any(
            at and repair and at.start.offset <= place < at.end.offset and right in repair.title
            for at, repair in found
        )
    ]
    assert missed == []
    assert len(found) == len(planted())


def test_the_whole_way_from_a_file_to_its_repair(
    languagetool: str, resolint: Resolint, tmp_path: Path
) -> None:
    (tmp_path / "resolint.toml").write_text(
        f'[grammar]\nenabled = true\nserver = "{languagetool}"\ntimeout = 300\n', "utf-8"
    )
    (tmp_path / "draft.md").write_text(draft().replace("[", "").replace("]", ""), "utf-8")
    resolint("fix", "--suggested", "draft.md")
    text = (tmp_path / "draft.md").read_text("utf-8")
    assert all(right in text for _, right in planted())
    assert "grammar-" not in resolint("check", "--format", "concise", "draft.md").out


@pytest.mark.parametrize(
    "text",
    [
        "*Recalling* its resolutions, inter alia resolution 60/251, and the organization’s programmes,",
        "*Welcoming* the work of UN-Women, of Côte d’Ivoire, Türkiye and Kyrgyzstan in peacebuilding,",
        "*Recalling* the “*Pacta servandum* an hour have” report,[^1] the *Annuaire statistique* and A/80/1,",
        "*Bearing in mind* the least developed countries, landlocked countries, and small island States,",
    ],
)
def test_what_is_right_in_these_texts_is_left_alone(languagetool: str, text: str) -> None:
    rest = "1. *Decides* to remain seized of the matter.\n\n[^1]: A/80/1.\n"
    whole = f"*The General Assembly*,\n\n{text}\n\n{rest}"
    assert lint(whole.encode(), select=("grammar",), **asking(languagetool)).findings == ()


def test_a_server_is_started_from_what_is_downloaded(languagetool: str, tmp_path: Path) -> None:
    installation = pytest.importorskip("tests.grammar.installation")
    assert languagetool  # it is installed
    (tmp_path / "draft.md").write_text(draft().replace("[", "").replace("]", ""), "utf-8")
    outcome = subprocess.run(
        [sys.executable, "-m", "linter.cli", "check", "--grammar", "--select", "grammar", "draft.md"],
        cwd=tmp_path,
        env={**os.environ, "LTP_PATH": str(installation.FOLDER)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert outcome.stdout.count("source   LanguageTool") == len(planted())


def test_adopted_texts_have_at_most_one_finding_a_page(languagetool: str, shared: Path) -> None:
    grammar = Grammar(languagetool, 300.0)
    linter = Linter(load(), Settings(select=("grammar",), grammar=True), None, grammar)
    findings, characters = [], 0
    for path in adopted(shared):
        result = linter.lint(read(str(path)))
        assert result.trouble == ""
        findings += [f"{path.name} {found.rule}: {found.message}" for found in result.diagnostics]
        characters += sum(len(block.text) for block in result.resolution.document.blocks)
    assert len(findings) <= characters / PAGE, findings


def adopted(shared: Path) -> list[Path]:
    """Adopted texts of all organs, of two pages or so each."""
    corpus = shared / "corpus"
    kinds = ("akn4un/GA/A_RES*.xml", "akn4un/SC/S_RES*.xml", "HRC/A_HRC_RES*.txt", "ECOSOC/E_RES_20*.txt")
    found: list[Path] = []
    for kind in kinds:
        most = 22_000 if kind.endswith("xml") else 6_000
        paths = [path for path in sorted(corpus.glob(kind)) if path.stat().st_size < most]
        found += paths[:: max(len(paths) // SAMPLE, 1)][:SAMPLE]
    assert len(found) >= TEXTS
    return found


def asking(address: str) -> dict[str, Any]:
    """Settings that ask the server, however busy the machine is."""
    return {"grammar": True, "grammar_server": address, "grammar_timeout": 300.0}
