"""Every option of every command is used by a test of the program, and every command shows an example."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from linter.cli.program import resolint

TESTS = Path(__file__).resolve().parents[1]


def commands(
    command: click.Command = resolint, names: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command and subcommand, with its names."""
    if not isinstance(command, click.Group):
        yield names, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from commands(inner, (*names, name))


def options() -> Iterator[tuple[str, str]]:
    """Every option, by the last name of its command and its own long name."""
    for names, command in commands():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield names[-1], max(parameter.opts, key=len)


@cache
def spoken() -> dict[Path, frozenset[str]]:
    """The words that each test module could give to the program: its string constants."""
    found = {}
    for path in TESTS.rglob("test_*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
        words = [
            word
            for value in constants
            if isinstance(value, str) and len(value) < 400
            for word in value.split()
        ]
        found[path] = frozenset(word.partition("=")[0] for word in words)
    return found


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_is_used_by_a_test(command: str, option: str) -> None:
    assert any({command, option} <= words for path, words in spoken().items() if path != Path(__file__))


@pytest.mark.parametrize("names", [names for names, _ in commands()], ids=" ".join)
def test_the_help_has_an_example_that_is_a_command(names: tuple[str, ...]) -> None:
    command = dict(commands())[names]
    said = command.get_help(click.Context(command, info_name=" ".join(names)))
    examples = [line.strip() for line in said.partition("Example")[2].splitlines() if "resolint " in line]
    assert any(f"resolint {' '.join(names)}" in example for example in examples)
