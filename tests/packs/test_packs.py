from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.lint import Linter
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.model.document import Document
from linter.model.errors import RuleError
from linter.model.report import Finding
from linter.packs import load
from linter.packs.book import Draft
from linter.readers import read


def _findings(linter: Linter, document: Document) -> tuple[Finding, ...]:
    return file_report(linter.lint(document)).findings


RULE = """\
topic: House style
rules:
  - name: colour-not-color
    summary: Colour has a u.
    kind: terms
    in: [text]
    with: {pairs: [{right: colour, wrong: [color]}]}
    severity: warning
    fix: safe
    message: "“{found}”: write “{expected}”."
    why: The house spells so.
    source: {title: House style}
    convention: []
    examples:
      - bad: "1. *Welcomes* the [[color]] scheme;"
        fix: "1. *Welcomes* the colour scheme;"
      - good: "1. *Welcomes* the colour scheme;"
"""


def pack(folder: Path, rules: str = RULE, head: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text(f"name: house\nsummary: Ours.\n{head}", encoding="utf-8")
    (folder / "style.yaml").write_text(rules, encoding="utf-8")
    return folder


def test_a_pack_of_ones_own_joins_the_built_in_ones(tmp_path: Path) -> None:
    book = load([pack(tmp_path / "house")])
    rule = book.find("colour-not-color")
    assert (rule.pack, rule.topic, rule.line) == ("house", "House style", 3)
    assert rule in book.rules(Draft(organ="ga", stage="draft"))
    assert [example.good is None for example in rule.examples] == [True, False]


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("severity: warning", "severity: warnign"), 8, "did you mean “warning”?"),
        (("    kind: terms", "    kind: term"), 5, "did you mean “terms”?"),
        (("    summary:", "    sumary:"), 4, "did you mean “summary”?"),
        (("wrong: [color]", "worng: [color]"), 7, "did you mean “wrong”?"),
        (("{found}", "{fuond}"), 10, "did you mean “found”?"),
        (("{found}", "{found.__class__}"), 10, "unknown placeholder"),
        (("in: [text]", "in: [operativ]"), 6, "did you mean “operative”?"),
        (("name: colour-not-color", "name: Colour"), 3, "small letters"),
        (("    why: The house spells so.\n", ""), 3, "needs the key “why”"),
        (("fix: safe", "fix: safe\n    fix: none"), 10, "stands twice"),
        (("      - good:", "      - god:"), 17, "did you mean “good”?"),
        (("in: [text]", "in: {text: 1}"), 6, "“in” must be a list of one of"),
        (("    summary: Colour has a u.", "    summary: [u]"), 4, "“summary” must be a text"),
        (("      - good: ", "      - bad: x\n        good: "), 17, "either bad or good"),
        (("source: {title: House style}", "source: House style"), 12, "must be a mapping"),
        (("[{right: colour, wrong: [color]}]", "colour"), 7, "“pairs” must be a"),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else None,
)
def test_a_slip_in_a_rule_file_is_shown_where_it_stands(
    tmp_path: Path, change: tuple[str, str], line: int, said: str
) -> None:
    folder = pack(tmp_path / "house", RULE.replace(*change))
    with pytest.raises(RuleError, match=r"style\.yaml") as caught:
        load([folder])
    assert caught.value.line == line
    assert said in caught.value.message


def test_an_expression_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    rules = RULE.replace("kind: terms", "kind: pattern").replace(
        "with: {pairs: [{right: colour, wrong: [color]}]}", 'with: {match: "(color", needs: [color]}'
    )
    with pytest.raises(RuleError, match="cannot be read: missing"):
        load([pack(tmp_path / "house", rules)])


def test_a_rule_name_is_used_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="give it another name"):
        load([pack(tmp_path / "one"), pack(tmp_path / "two")])


def test_a_later_pack_overrides_and_disables(tmp_path: Path) -> None:
    first = pack(tmp_path / "house")
    second = tmp_path / "mine"
    second.mkdir()
    (second / "pack.yaml").write_text(
        "name: mine\nsummary: Mine.\nextends: [house]\nfor: {organ: [hrc]}\n"
        "override: {colour-not-color: {severity: advice, with: {protected: check}}}\n",
        encoding="utf-8",
    )
    book = load([first, second])
    in_hrc = {rule.name: rule for rule in book.rules(Draft(organ="hrc"))}["colour-not-color"]
    in_ga = {rule.name: rule for rule in book.rules(Draft(organ="ga"))}["colour-not-color"]
    assert (in_hrc.severity, in_ga.severity) == ("advice", "warning")
    assert set(in_hrc.parameters) == {"pairs", "protected"}
    origin = book.origin("colour-not-color")
    assert [step[2] for step in origin] == ["written here", "pack mine sets severity, with"]
    assert origin[1][:2] == (str(second / "pack.yaml"), 5)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("override: {colour-not-color: {examples: []}}\n", "“examples” cannot be overridden"),
        ("override: {colour-not-color: {collapse: {message: '{n}'}}}\n", "unknown placeholder"),
    ],
)
def test_a_pack_cannot_override_what_makes_a_rule(tmp_path: Path, head: str, said: str) -> None:
    second = tmp_path / "mine"
    second.mkdir()
    (second / "pack.yaml").write_text(f"name: mine\nsummary: Mine.\n{head}", "utf-8")
    with pytest.raises(RuleError, match=said):
        load([pack(tmp_path / "house"), second]).rules(Draft())


def test_a_condition_that_compares_nothing_is_shown(tmp_path: Path) -> None:
    rules = RULE.replace("    severity:", '    when: {session: "80"}\n    severity:')
    with pytest.raises(RuleError, match="write it like >=80"):
        load([pack(tmp_path / "house", rules)]).rules(Draft(session=80))


def test_a_repair_has_the_capitals_of_the_slip(tmp_path: Path) -> None:
    linter = Linter(load([pack(tmp_path / "house")]), Settings(select=("colour-not-color",)))
    document = read("draft.md", b"*The General Assembly*,\n\n1. *Welcomes* THE COLOR, Color and color.\n")
    found = _findings(linter, document)
    assert [one.message.partition("write ")[2] for one in found] == ["“COLOUR”.", "“Colour”.", "“colour”."]


def test_an_override_of_no_rule_names_the_nearest(tmp_path: Path) -> None:
    folder = pack(tmp_path / "house", head="disable: [colour-not-colour]\n")
    with pytest.raises(RuleError, match="did you mean “colour-not-color”"):
        load([folder])


def test_a_pack_that_switches_a_rule_off_is_named_where_the_rule_comes_from(tmp_path: Path) -> None:
    second = tmp_path / "mine"
    second.mkdir()
    (second / "pack.yaml").write_text("name: mine\nsummary: Mine.\ndisable: [colour-not-color]\n", "utf-8")
    book = load([pack(tmp_path / "house"), second])
    assert "colour-not-color" not in {rule.name for rule in book.rules(Draft())}
    assert book.origin("colour-not-color")[1] == (str(second / "pack.yaml"), 1, "pack mine switches it off")


def test_a_folder_without_pack_yaml_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="is no rule pack"):
        load([tmp_path])


def test_rules_that_hold_from_a_session_on_hold_for_a_draft_of_unknown_session(tmp_path: Path) -> None:
    rules = RULE.replace("    severity:", '    when: {session: ">=80"}\n    severity:')
    book = load([pack(tmp_path / "house", rules)])

    def holds(session: int) -> bool:
        return any(rule.name == "colour-not-color" for rule in book.rules(Draft(session=session)))

    assert [holds(session) for session in (0, 79, 80, 81)] == [True, False, True, True]


def test_rules_of_one_language_are_silent_in_another(tmp_path: Path) -> None:
    book = load([pack(tmp_path / "house")])
    assert "colour-not-color" not in {rule.name for rule in book.rules(Draft(language="fr"))}


def test_a_pack_adds_words_to_a_table_and_allows_others(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "name: mine\nsummary: Mine.\ntables:\n  spelling:\n"
        "    add: [{right: jail, wrong: [gaol], group: british}]\n"
        "    remove: [advisors]\n",
        encoding="utf-8",
    )
    text = (
        "*The General Assembly*,\n\n*Recalling* the advisors, the gaol and the labor,\n\n*Decides* to act.\n"
    )
    found = [
        lint.excerpt
        for book in (load(), load([folder]))
        for lint in _findings(Linter(book, Settings(select=("terms",))), read("draft.md", text.encode()))
    ]
    assert found == ["advisors", "labor", "gaol", "labor"]
