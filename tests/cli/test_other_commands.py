from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from linter import __version__
from linter.cli.program import COMMANDS
from linter.reporters.as_json import SCHEMA
from tests.cli.conftest import HOUSE, Resolint, draft


def test_the_version_is_that_of_the_package(resolint: Resolint) -> None:
    command = [sys.executable, "-m", "linter.cli", "--version"]
    assert subprocess.check_output(command, text=True) == f"resolint {__version__}\n"
    assert resolint("--version").out == f"resolint {__version__}\n"


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["pack", "check"]])
def test_the_help_of_every_command_has_an_example(resolint: Resolint, command: list[str]) -> None:
    outcome = resolint(*command, "--help")
    assert outcome.status == 0
    assert f"  resolint {' '.join(command)}" in outcome.out.partition("Example")[2]


def test_an_unknown_command_is_refused_with_the_nearest(resolint: Resolint) -> None:
    outcome = resolint("chek", "draft.md")
    assert outcome.status == 2
    assert "did you mean “check”?" in outcome.err
    assert "No such option '-x'" in resolint("--", "-x").err


def test_outline_tells_the_structure(resolint: Resolint) -> None:
    out = resolint("outline", draft("azure")).out
    assert "General Assembly, draft, A/C.3/80/L.12" in out
    assert "operative       1  Affirms the importance of the azure scheme;" in out
    assert out.endswith("1 preambular paragraph, 2 operative paragraphs.\n")


def test_outline_as_json_is_as_its_schema_promises(resolint: Resolint, root: Path) -> None:
    data = resolint("outline", "--format", "json", draft("azure, resolution 60/251 of 15 March 2006,")).data
    schema = json.loads((root / "linter/reporters/schemas/outline.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert list(data) == [
        "schema", "path", "format", "organ", "stage", "symbol", "title", "elements", "citations",
    ]  # fmt: skip
    operative = [element for element in data["elements"] if element["role"] == "operative"]
    assert [(element["label"], element["opening"], element["line"]) for element in operative] == [
        ("1", "Affirms", 9),
        ("2", "Decides", 11),
    ]
    [citation] = [cited for cited in data["citations"] if cited["kind"] == "resolution"]
    assert (citation["organ"], citation["number"], citation["date"]) == ("ga", "60/251", "2006-03-15")


def test_the_organ_can_be_forced(resolint: Resolint) -> None:
    assert resolint("outline", "--format", "json", "--organ", "hrc", draft("azure")).data["organ"] == "hrc"


def test_outline_and_text_refuse_what_is_not_there(resolint: Resolint) -> None:
    Path("drafts").mkdir()
    for command in ("outline", "text"):
        for path in ("gone.md", "drafts"):
            outcome = resolint(command, path)
            assert outcome.status == 2
            assert outcome.out == ""
            assert path in outcome.err


def test_text_of_markdown_is_the_same_markdown(resolint: Resolint) -> None:
    path = draft("azure")
    assert resolint("text", path).out == path.read_text("utf-8")


def test_explain_says_why_and_shows_examples(resolint: Resolint) -> None:
    out = resolint("explain", "--rules", HOUSE, "house-colour").out
    for words in (
        "Colour has a u.",
        "The house spells so.",
        "House style, Spelling",
        "Wrong",
        "Repaired",
        "Right",
    ):
        assert words in out
    assert "warning, repaired by `resolint fix`" in out


def test_explain_says_where_an_example_stands(resolint: Resolint) -> None:
    out = resolint("explain", "states-parties").out
    assert "Right (session 78)\n  3. *Invites* all States parties" in out
    assert "Right (Human Rights Council)\n  3. *Invites* all States parties" in out
    assert "Right (another addressee)\n" in resolint("explain", "operative-also-missing").out


@pytest.mark.parametrize("command", ["explain", "rules"])
def test_an_unknown_rule_is_refused_with_the_nearest(resolint: Resolint, command: str) -> None:
    outcome = resolint(command, "--rules", HOUSE, "house-kolor")
    assert outcome.status == 2
    assert "did you mean “house-colour”?" in outcome.err


def test_rules_lists_those_in_force(house: Resolint) -> None:
    out = house("rules").out
    assert "house-colour  warning  safe" in out
    assert out.endswith("3 rules. `resolint explain RULE` tells more of each.\n")


def test_rules_as_json(house: Resolint) -> None:
    data = house("rules", "--format", "json", "house-red").data
    assert data["schema"] == SCHEMA
    assert [(rule["name"], rule["severity"], rule["fix"]) for rule in data["rules"]] == [
        ("house-red", "error", "none")
    ]


def test_rules_tell_who_set_what(house: Resolint) -> None:
    out = house("rules", "--origin", "house-colour").out
    assert out == f"{HOUSE / 'words.yaml'}:3: written here\n"
    assert house("rules", "--origin").status == 2


def house_with(words: str, others: str) -> Path:
    ours = Path("ours")
    ours.mkdir()
    for file in HOUSE.glob("*.yaml"):
        (ours / file.name).write_text(file.read_text("utf-8").replace(words, others), "utf-8")
    return ours


def test_pack_check_proves_the_examples(resolint: Resolint) -> None:
    assert resolint("pack", "check", HOUSE).out == "3 rules, 0 problems.\n"


def test_pack_check_tells_which_example_fails(resolint: Resolint) -> None:
    outcome = resolint("pack", "check", house_with("[[kolor]]", "[[colour]]"))
    assert outcome.status == 1
    assert "words.yaml:3: house-colour: example 1: " in outcome.out


@pytest.mark.parametrize(
    ("words", "others", "said"),
    [
        ('      - good: "1. *Welcomes* the colour scheme;"\n', "", "house-colour: it has no good example"),
        ('      - bad: "1. *Welcomes* the [[red]] scheme;"\n', "", "house-red: it has no bad example"),
        ("[[red]]", "red", "house-red: example 1: a bad example marks the place with [[ ]]"),
        (
            '        fix: "1. *Welcomes* the azure scheme;"\n',
            "",
            "house-blue: example 1: the rule has a fix: the example must state what it gives",
        ),
        (
            'the azure scheme;"\n      - good',
            'the green scheme;"\n      - good',
            "house-blue: example 1: the fix was",
        ),
        (
            '- good: "1. *Welcomes* the azure scheme;"',
            '- good: "1. *Welcomes* the red scheme;"',
            "house-red: example 2: a good example must be quiet, but house-red says at “red”",
        ),
        (
            '- good: "1. *Welcomes* the colour scheme;"',
            '- good: "Words."\n        whole: true',
            "house-colour: example 2: the example is not recognised as a draft",
        ),
    ],
)
def test_pack_check_tells_what_an_example_lacks(
    resolint: Resolint, words: str, others: str, said: str
) -> None:
    outcome = resolint("pack", "check", house_with(words, others))
    assert outcome.status == 1
    assert said in outcome.out


def test_pack_check_shows_a_typo_where_it_stands(resolint: Resolint) -> None:
    ours = Path("ours")
    ours.mkdir()
    for file in HOUSE.glob("*.yaml"):
        (ours / file.name).write_text(
            file.read_text("utf-8").replace("severity: error", "severity: eror"), "utf-8"
        )
    outcome = resolint("pack", "check", ours)
    assert outcome.status == 2
    assert "words.yaml:40: " in outcome.err
    assert "did you mean “error”?" in outcome.err


def test_config_tells_where_each_setting_comes_from(resolint: Resolint) -> None:
    Path("resolint.toml").write_text('organ = "hrc"\nignore = ["house-red"]\n', "utf-8")
    lines = resolint("config", "--stage", "draft", "drafts/water.md").out.splitlines()
    told = {line.split(" = ")[0]: " ".join(line.split(" = ")[1].split()) for line in lines}
    assert told["organ"] == f'"hrc" # {Path("resolint.toml").absolute()}:1'
    assert told["ignore"] == f'["house-red"] # {Path("resolint.toml").absolute()}:2'
    assert told["stage"] == '"draft" # command line'
    assert told["fail-on"] == '"warning" # default'


def test_settings_of_a_file_reach_its_check(house: Resolint) -> None:
    path = draft("red", "annexes/colours.md")
    Path("resolint.toml").write_text('[ignore-in]\n"annexes/*.md" = ["house-red"]\n', "utf-8")
    assert house("check", path).status == 0
    Path("resolint.toml").write_text('[severity]\nhouse-red = "advice"\n', "utf-8")
    assert house("check", path).status == 0
    Path("resolint.toml").write_text("", "utf-8")
    assert house("check", path).status == 1


def test_a_wrong_setting_is_shown_where_it_stands(house: Resolint) -> None:
    path = draft("azure")
    Path("resolint.toml").write_text('organ = "ga"\nignroe = ["house-red"]\n', "utf-8")
    outcome = house("check", path)
    assert outcome.status == 2
    assert 'resolint.toml: line 2: there is no setting "ignroe": did you mean "ignore"?' in outcome.err


def test_what_goes_wrong_inside_is_told_and_not_shown(
    resolint: Resolint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("linter.packs.load", broken)
    outcome = resolint("rules")
    assert outcome.status == 2
    assert "internal error" in outcome.err
    assert "planted" in outcome.err
    assert "Traceback" not in outcome.err
