"""``resolint outline``: the recognised structure of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.cli.output import colors, width, write
from linter.cli.session import Session
from linter.model.resolution import Citation, Element, Resolution
from linter.model.source import LineIndex
from linter.reporters.terminal import Paint, columns, visible
from linter.reporters.wording import count, heading


@click.command("outline", short_help="Show the structure that is recognised.")
@click.argument("path", type=click.Path(), metavar="PATH")
@options.one_format(["text", "json"], "The form of the outline.")
@options.color
@options.output
@options.stdin_filename
@options.recognition
def command(
    *,
    path: str,
    format_name: str,
    color: str,
    output: Path | None,
    stdin_filename: str | None,
    config: Path | None,
    **settings: Any,
) -> None:
    """Show the structure that is recognised in the draft at PATH.

    \b
    Examples:
      resolint outline draft.docx
      resolint outline --format json draft.md
    """
    session = Session(config, settings)
    resolution = session.recognise(session.draft(path, stdin_filename))
    if format_name == "json":
        from linter.reporters.as_json import dump

        shown = dump(outline(resolution), indent=2)
    else:
        shown = _text(resolution, Paint(color=colors(color, output)), width(output))
    write(shown, output, drafts=(path,))


def outline(resolution: Resolution) -> dict[str, Any]:
    """The outline as data; its form is a promise (``schemas/outline.json``)."""
    source = resolution.document.source
    lines = LineIndex(source.text) if source.has_lines else None
    return {
        "schema": 1,
        "path": source.path,
        "format": source.format,
        "organ": resolution.organ,
        "stage": resolution.stage,
        "symbol": resolution.symbol or None,
        "title": resolution.title or None,
        "elements": [_element(element, resolution, lines) for element in resolution.elements],
        "citations": [_citation(citation, resolution) for citation in resolution.citations],
    }


def _element(element: Element, resolution: Resolution, lines: LineIndex | None) -> dict[str, Any]:
    block = element.block
    opening = element.opening
    part = resolution.parts[element.part].label if element.part is not None else ""
    return {
        "role": element.role,
        "label": element.label or None,
        "level": element.level,
        "text": block.text,
        "opening": block.text[opening.span.start : opening.span.end] if opening else None,
        "declaration": element.declaration,
        "quoted": element.quoted,
        "part": part or None,
        "block": block.index,
        "line": lines.position(block.span.start)[0] if lines else None,
        "notes": [note.label for note in block.notes],
    }


def _citation(citation: Citation, resolution: Resolution) -> dict[str, Any]:
    start, end = citation.span
    return {
        "kind": citation.kind,
        "organ": citation.organ,
        "session": citation.session or None,
        "number": citation.number,
        "date": citation.date or None,
        "text": resolution.document.blocks[citation.block].text[start:end],
        "block": citation.block,
        "start": start,
        "end": end,
    }


_QUIET = {"other", "masthead", "annex"}


def _text(resolution: Resolution, paint: Paint, room: int) -> str:
    source = resolution.document.source
    head = f"{paint(visible(source.path), 'bold')}  {heading(resolution)}".rstrip()
    lines = [head, "", *(_line(element, paint, room) for element in resolution.elements), ""]
    return "\n".join([*lines, f"{_counts(resolution)}."]) + "\n"


def _line(element: Element, paint: Paint, room: int) -> str:
    """A paragraph on a line: what it is, its number, and as many of its words as there is room for."""
    indent = "    " * max(element.level - 1, 0) if element.role == "subparagraph" else ""
    number = element.label or (str(element.ordinal) if element.role == "preambular" else "")
    left = f"{element.role:<13}{number:>4}  {indent}"
    words = _cut(visible(element.block.text), room - columns(left))
    if element.opening is not None and element.opening.span.start == 0:
        end = min(element.opening.span.end, len(words))
        words = paint(words[:end], "bold") + words[end:]
    style = "dim" if element.role in _QUIET else ""
    return f"{paint(left, style or 'cyan')}{paint(words, style)}".rstrip()


def _cut(text: str, room: int) -> str:
    if len(text) <= room // 2 or columns(text) <= room:
        return text
    text = text[:room]
    while columns(text) > room - 1:
        text = text[:-1]
    return text + "…"


def _counts(resolution: Resolution) -> str:
    def number(*roles: str) -> int:
        return sum(element.role in roles for element in resolution.elements)

    return ", ".join(_said(number))


def _said(number: Any) -> Iterator[str]:
    yield count(number("preambular"), "preambular paragraph")
    yield count(number("operative"), "operative paragraph")
    if number("subparagraph"):
        yield count(number("subparagraph"), "subparagraph")
    if number("footnote"):
        yield count(number("footnote"), "footnote")
