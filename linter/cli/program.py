"""The group of commands, each imported when it is called, and how the program ends."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

from linter import __version__
from linter.cli.output import note
from linter.model.errors import ResolintError

FAILED = 2
INTERRUPTED = 130

COMMANDS = {
    "check": "Report what an editor would change.",
    "fix": "Make the repairs, in place.",
    "review": "Give a Word draft back with tracked changes and comments.",
    "outline": "Show the structure that is recognised.",
    "text": "Show a draft as Markdown, from any format.",
    "roll": "Make the next session's draft from an adopted text.",
    "new": "Start a draft in the right form.",
    "compare": "Compare a draft with the text that it is based on.",
    "redline": "Show the changes to a base text as tracked changes in Word.",
    "cite": "Cite a resolution or decision with its date.",
    "facts": "Show what is known of resolutions, and add to it.",
    "explain": "Say what a rule asks for, why, and who says so.",
    "rules": "List the rules in force.",
    "pack": "Test rules of your own.",
    "config": "Show the settings in force and where each comes from.",
    "init": "Start the configuration of a folder of drafts.",
    "lsp": "Serve an editor: findings, repairs and completion as you type.",
}


class Commands(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, in the order of a drafter's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"linter.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name for one that is unknown."""
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"there are {', '.join(COMMANDS)}."
            ctx.fail(f"There is no command “{args[0]}”: {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="resolint %(version)s")
def resolint() -> None:
    """Check draft resolutions of the United Nations as an editor would, and repair them.

    \b
    Examples:
      resolint check draft.docx
      resolint fix --diff draft.md
    """


def run(args: Sequence[str]) -> int:
    """Run the program with ``args``; returns its exit status."""
    try:
        status = resolint.main(args=list(args), prog_name="resolint", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code if isinstance(error, click.UsageError) else FAILED
    except ResolintError as error:
        note(f"resolint: {error}")
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        note("resolint: interrupted")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001
        from linter.cli.session import unforeseen

        note(f"resolint: {unforeseen(error)}")
        return FAILED
    return status if isinstance(status, int) else 0
