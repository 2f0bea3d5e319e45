"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from linter.model.errors import ConfigError
from linter.reporters import FORMATS

Function = TypeVar("Function", bound=Callable[..., Any])
Decorator = Callable[[Function], Function]

_SEVERITIES = ("error", "warning", "advice")


def _split(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _known(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    return None if value == "auto" else value


def complete_rules(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """For the shell: the rules that a name begun may become, the last of several after commas."""
    from linter.packs import load

    before, comma, begun = incomplete.rpartition(",")
    names = sorted(rule.name for rule in load(()).all_rules() if rule.name.startswith(begun))
    return [f"{before}{comma}{name}" for name in names]


def together(*decorators: Decorator[Any]) -> Decorator[Any]:
    """One decorator that adds several options, shown in this order."""

    def decorate(function: Function) -> Function:
        return reduce(lambda inner, decorator: decorator(inner), reversed(decorators), function)

    return decorate


FILE = click.Path(dir_okay=False, path_type=Path)

paths = click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
output = click.option("--output", "-o", type=FILE, metavar="FILE", help="Write to FILE.")
jobs = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to share many drafts among.  [default: one for each processor]",
)
stdin_filename = click.option(
    "--stdin-filename", metavar="NAME", help="The name of what comes on standard input, for PATH “-”."
)
quiet = click.option("--quiet", "-q", is_flag=True, help="Say nothing where there is nothing to remark.")

config = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Settings to use in place of the nearest resolint.toml.",
)
packs = together(
    click.option(
        "--rules",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="A rule pack besides the built-in ones.",
    ),
    config,
)
color = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours on a terminal."
)

_recognition = together(
    click.option(
        "--organ",
        type=click.Choice(["auto", "ga", "hrc", "sc", "ecosoc"]),
        callback=_known,
        help="The organ that is to adopt the text; recognised otherwise.",
    ),
    click.option(
        "--stage",
        type=click.Choice(["auto", "negotiation", "draft", "adopted"]),
        callback=_known,
        help="How far the text has come; recognised otherwise.",
    ),
)
recognition = together(_recognition, config)

selection = together(
    click.option(
        "--select",
        multiple=True,
        callback=_split,
        metavar="RULE",
        shell_complete=complete_rules,
        help="Only these rules (may be repeated, or separated by commas).",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=_split,
        metavar="RULE",
        shell_complete=complete_rules,
        help="All rules but these.",
    ),
    _recognition,
    packs,
)

based = together(
    click.option(
        "--base",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The text that the drafts are based on, or amend.",
    ),
    click.option(
        "--agreed",
        type=click.Choice(["advice", "hide", "keep"]),
        help="What becomes of findings in wording that stands unchanged in --base.  [default: advice]",
    ),
)

grammar = click.option(
    "--grammar/--no-grammar",
    default=None,
    help="Ask LanguageTool too, for grammar and spelling in general (needs Java, or a server of your own).",
)

fail_on = click.option(
    "--fail-on",
    type=click.Choice([*_SEVERITIES, "never"]),
    help="The least that makes the exit status 1.  [default: warning]",
)
reporting = together(
    click.option(
        "--format",
        "format_name",
        type=click.Choice(list(FORMATS)),
        default="full",
        show_default=True,
        help="The form of the report.",
    ),
    fail_on,
    color,
    quiet,
)


def given_paths(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths to work on: those given, or the folder one is in; "-" stands alone."""
    if "-" in paths and len(paths) > 1:
        raise ConfigError("“-” is standard input and stands alone: give it without other paths")
    return tuple(paths) or (".",)


def one_format(formats: Sequence[str], help_text: str) -> Decorator[Any]:
    """The option ``--format`` of a command that has forms of its own, the first by default."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=help_text,
    )
