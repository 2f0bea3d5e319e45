"""What every page has: one file, no network, nothing run but its own script."""

from __future__ import annotations

from pathlib import Path

from linter.reporters.page.elements import Html, element


def stylesheet() -> str:
    """The style of our pages: paragraphs of a draft as in print."""
    return Path(__file__).with_name("page.css").read_text("utf-8")


def shell(title: str, style: str, *body: Html, script: str = "") -> str:
    """A whole page of these parts, which a browser will let reach nothing outside."""
    head = element(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", title),
        element("style", Html(style)),
    )
    run = element("script", Html(script)) if script else ""
    page = element("html", head, element("body", *body, run), lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


def _policy(style: str, script: str) -> str:
    """What the browser may run: this style and this script, and nothing from anywhere else."""
    allowed = f"style-src '{_digest(style)}'; script-src " + (f"'{_digest(script)}'" if script else "'none'")
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    import base64
    import hashlib

    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
