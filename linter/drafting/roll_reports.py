"""The reports that a text asks for, taken note of in the next: a paragraph for each, in square brackets."""

from __future__ import annotations

from collections.abc import Iterator

from linter.drafting.rolling import Occasion
from linter.model.fold import fold
from linter.model.resolution import Resolution
from linter.model.values import dataclass
from linter.structure import renewal


@dataclass(frozen=True, slots=True)
class Insertion:
    """New paragraphs, in Markdown, before a block of the base, and what to tell of them."""

    before: int
    markdown: str
    told: str


def welcomes(base: Resolution, occasion: Occasion) -> Iterator[Insertion]:
    """A paragraph for each body that is asked for a report by the next session and has none spoken of."""
    first = next((one for one in base.elements if one.role == "operative" and not one.quoted), None)
    if first is None:
        return
    asked: dict[str, None] = {}
    for element in base.elements:
        actor = renewal.asked_reports(element)
        due = [one.number for one in renewal.sessions(fold(element.block.text)) if one.number > base.session]
        spoken_of = actor and renewal.speaks_of_other_report(base, actor)
        if actor and not spoken_of and any(number <= occasion.session for number in due):
            asked[actor] = None
    for number, actor in enumerate(asked):
        name = "-".join(word.title() for word in actor.split("-")) if "-" in actor else actor.title()
        words = f"Takes note of the report of the {name}"
        council = "HRC/" if base.organ == "hrc" else ""
        label = "0. " if first.label else ""
        markdown = (
            f"{label}\\[*Takes note* of the report of the {name};[^r{number}]\\]\n\n"
            f"[^r{number}]: \\[A/{council}{occasion.session}/…\\].\n"
        )
        yield Insertion(first.block.index, markdown, f"[{words}]")
