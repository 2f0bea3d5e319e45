"""A comparison for programs; its form is a promise (``schemas/compare.json``)."""

from __future__ import annotations

from typing import Any

from linter import __version__
from linter.alignment import Alignment, NoteChange, Pair, Stretch
from linter.compare.summary import Tally, in_a_sentence, summary
from linter.engine.report import in_words
from linter.model.diagnostic import Place
from linter.model.resolution import Resolution
from linter.reporters.as_json import dump

SCHEMA = 1


def render(alignment: Alignment) -> str:
    """The whole comparison as one JSON object."""
    return dump(as_data(alignment), indent=2)


def as_data(alignment: Alignment) -> dict[str, Any]:
    """The comparison as data."""
    found = summary(alignment)
    return {
        "schema": SCHEMA,
        "tool": {"name": "resolint", "version": __version__},
        "base": _text(alignment.base),
        "draft": _text(alignment.draft),
        "summary": {
            "text": in_a_sentence(found),
            "paragraphs": _tally(found.paragraphs),
            "annex": _tally(found.annex),
            "footnotes": _tally(found.footnotes),
        },
        "pairs": [_pair(pair, alignment) for pair in alignment.pairs],
    }


def _text(resolution: Resolution) -> dict[str, Any]:
    return {
        "path": resolution.document.source.path,
        "format": resolution.document.source.format,
        "organ": resolution.organ,
        "stage": resolution.stage,
        "symbol": resolution.symbol or None,
        "title": resolution.title or None,
    }


def _tally(tally: Tally) -> dict[str, int]:
    return {
        "total": tally.total,
        "agreed": tally.agreed,
        "changed": tally.changed,
        "new": tally.new,
        "dropped": tally.dropped,
        "moved": tally.moved,
        "split": tally.split,
        "merged": tally.merged,
    }


def _pair(pair: Pair, alignment: Alignment) -> dict[str, Any]:
    return {
        "kind": pair.kind,
        "changed": pair.changed,
        "base": [_paragraph(alignment.base, block) for block in pair.base],
        "draft": [_paragraph(alignment.draft, block) for block in pair.draft],
        "words": [_words(one, alignment) for one in pair.stretches],
        "notes": [_note(one, alignment) for one in pair.notes],
    }


def _paragraph(resolution: Resolution, block: int) -> dict[str, Any]:
    element = resolution.elements[block]
    part = resolution.parts[element.part].label if element.part is not None else ""
    return {
        "role": element.role,
        "label": element.label or None,
        "place": in_words(element, resolution),
        "part": part or None,
        "block": block,
        "text": element.block.text,
    }


def _words(stretch: Stretch, alignment: Alignment) -> dict[str, Any]:
    return {
        "kind": stretch.kind,
        "base": _place(stretch.base, alignment.base),
        "draft": _place(stretch.draft, alignment.draft),
    }


def _place(place: Place, resolution: Resolution) -> dict[str, Any]:
    text = resolution.document.blocks[place.block].text[place.start : place.end]
    return {"block": place.block, "start": place.start, "end": place.end, "text": text}


def _note(change: NoteChange, alignment: Alignment) -> dict[str, Any]:
    return {
        "base": _mark(change.base, alignment.base) if change.base else None,
        "draft": _mark(change.draft, alignment.draft) if change.draft else None,
    }


def _mark(place: Place, resolution: Resolution) -> dict[str, Any]:
    notes = resolution.document.blocks[place.block].notes
    label = next(mark.label for mark in notes if mark.offset == place.start)
    return {"block": place.block, "offset": place.start, "label": label}
