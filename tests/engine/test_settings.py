from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.globs import matches
from linter.engine.settings import COMMAND_LINE, DEFAULT, Resolver
from linter.model.errors import ConfigError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_settings_win(tmp_path: Path) -> None:
    write(tmp_path / "resolint.toml", 'organ = "ga"\nstage = "draft"\n')
    write(tmp_path / "geneva/resolint.toml", 'organ = "hrc"\n')
    resolver = Resolver()
    assert resolver.settings(tmp_path / "geneva/deep/draft.md").organ == "hrc"
    assert resolver.settings(tmp_path / "geneva/deep/draft.md").stage is None
    assert resolver.settings(tmp_path / "new-york/draft.md").organ == "ga"


def test_a_table_of_pyproject_serves_as_well(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[project]\nname = "drafts"\n\n[tool.resolint]\nfail-on = "error"\n')
    write(tmp_path / "inner/pyproject.toml", '[project]\nname = "other"\n')
    settings = Resolver().settings(tmp_path / "inner/draft.md")
    assert settings.fail_on == "error"
    assert settings.origin("fail_on") == f"{tmp_path / 'pyproject.toml'}:5"


def test_the_command_line_wins_and_lists_add_up(tmp_path: Path) -> None:
    write(tmp_path / "ours/pack.yaml", "name: ours\nsummary: Ours.\n")
    write(tmp_path / "resolint.toml", 'organ = "ga"\nselect = ["a"]\nignore = ["b"]\nrules = ["ours"]\n')
    options = {"organ": "sc", "select": ("x",), "ignore": ("y",), "rules": (Path("more"),), "stage": None}
    settings = Resolver(options=options).settings(tmp_path / "draft.md")
    assert (settings.organ, settings.select) == ("sc", ("x",))
    assert (settings.ignore, settings.rules) == (("b", "y"), (tmp_path / "ours", Path("more")))
    assert settings.origin("organ") == COMMAND_LINE
    assert settings.origin("stage") == DEFAULT


def test_a_file_that_is_named_holds_for_all(tmp_path: Path) -> None:
    write(tmp_path / "resolint.toml", 'organ = "ga"\n')
    config = write(tmp_path / "elsewhere/mine.toml", 'organ = "sc"\n')
    assert Resolver(config).settings(tmp_path / "draft.md").organ == "sc"


def test_signature_of_tracked_changes(tmp_path: Path) -> None:
    write(tmp_path / "resolint.toml", '[word]\nauthor = "Utopia"\ndate = 2026-11-20\n')
    settings = Resolver().settings(tmp_path / "draft.docx")
    assert (settings.author, settings.date) == ("Utopia", "2026-11-20")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('organ = "ga"\n\nignor = []\n', 3, 'did you mean "ignore"?'),
        ('fail_on = "error"\n', 1, 'did you mean "fail-on"?'),
        ('organ = "unsc"\n', 1, "is one of auto, ga, hrc, sc, ecosoc"),
        ('select = "double-space"\n', 1, "is a list of words"),
        ("[word]\nautor = 'X'\n", 2, 'did you mean "author"?'),
        ('[severity]\ndouble-space = "fatal"\n', 2, "is one of error, warning, advice"),
        ('[ignore-in]\n"a/*.md" = "double-space"\n', 2, "is a list of words"),
        ("organ = \n", 1, "not valid TOML"),
        ('word = "EU"\n', 1, "is a table: [word]"),
        ("language = 3\n", 1, "is a code such as"),
        ("base = 3\n", 1, "is the name of a file"),
        ('ignore-in = ["double-space"]\n', 1, "is a table of paths"),
        ('severity = "error"\n', 1, "is a table of rules"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = write(tmp_path / "resolint.toml", text)
    with pytest.raises(ConfigError) as caught:
        Resolver().settings(tmp_path / "draft.md")
    assert (caught.value.path, caught.value.line) == (str(file), line)
    assert said in caught.value.message


def test_a_settings_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "resolint.toml").write_bytes('author = "é"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="not UTF-8") as caught:
        Resolver().settings(tmp_path / "draft.md")
    assert caught.value.path == str(tmp_path / "resolint.toml")


def test_a_language_may_be_told_or_left_to_the_draft(tmp_path: Path) -> None:
    for value, meant in (("fr", "fr"), ("auto", None)):
        write(tmp_path / "resolint.toml", f'language = "{value}"\n')
        assert Resolver().settings(tmp_path / "draft.md").language == meant


def test_a_settings_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        Resolver(tmp_path / "gone.toml")


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("archive", "archive/old/a.md", True),
        ("archive", "new/archive/a.md", True),
        ("archive/", "archives/a.md", False),
        ("*.md", "deep/in/a.md", True),
        ("annexes/*.md", "annexes/a.md", True),
        ("annexes/*.md", "annexes/deep/a.md", False),
        ("annexes/**/*.md", "annexes/deep/er/a.md", True),
        ("annexes/**/*.md", "annexes/a.md", True),
        ("annexes/**", "annexes/deep/a.md", True),
        ("draft-?.md", "draft-1.md", True),
        ("draft-?.md", "draft-12.md", False),
        ("a.b", "axb", False),
    ],
)
def test_patterns_mean_what_they_mean_elsewhere(pattern: str, path: str, meant: bool) -> None:
    assert matches(path, pattern) is meant


def test_patterns_start_from_the_settings_file(tmp_path: Path) -> None:
    write(
        tmp_path / "resolint.toml", 'exclude = ["archive/*"]\n[ignore-in]\n"annexes/*" = ["double-space"]\n'
    )
    settings = Resolver().settings(tmp_path / "draft.md")
    assert settings.excludes(tmp_path / "archive/a.md")
    assert not settings.excludes(tmp_path / "deep/archive/a.md")
    assert settings.ignored_in(tmp_path / "annexes/a.md") == {"double-space"}
    assert settings.ignored_in(tmp_path.parent / "annexes/a.md") == frozenset()
