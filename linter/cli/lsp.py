"""``resolint lsp``: the language server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.model.errors import ConfigError


@click.command("lsp", short_help="Serve an editor: findings, repairs and completion as you type.")
@click.option("--stdio", is_flag=True, help="Serve on standard input and output, as always.")
@options.selection
def command(*, stdio: bool, config: Path | None, **settings: Any) -> None:  # noqa: ARG001
    """Serve an editor that speaks the language server protocol, on standard input and output.

    Editors start it themselves. Settings are found for each draft as for “resolint check”; what goes wrong
    is told on standard error.

    \b
    Example:
      resolint lsp
    """
    try:
        import pygls  # noqa: F401
    except ImportError as error:
        message = "the language server needs the extra “lsp”: install it with pip install 'resolint[lsp]'"
        raise ConfigError(message) from error
    from linter.lsp.features import serve

    serve(config, settings)
