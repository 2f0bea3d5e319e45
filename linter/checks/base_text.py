"""``base-text``: a draft against the text that it is based on, an amendment against the draft that it amends.

Rules of this kind apply only where that text is at hand (``--base``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Params:
    """What is checked.

    In wording that a draft has unchanged from the base: ``session``: a session to come is still to come.
    ``due``: so is a day by which something is asked for. ``latest``: the resolution called the latest is the
    base, where it was the one before. ``report``: a report taken note of is of this session, not of the
    base's. ``done``: a decision that is taken once is not taken again. Of the draft as a whole: ``recalled``:
    it names the base. ``taken``: it speaks of the report that the base asks for.

    Of an amendment: ``amended-draft``: the base is the draft that it names. ``amended-paragraph``: the base
    has the paragraphs that it names. ``amended-words``: and in them the words that it quotes.
    """

    require: Literal[
        "session", "due", "latest", "report", "done", "recalled", "taken",
        "amended-draft", "amended-paragraph", "amended-words",
    ]  # fmt: skip


PLACEHOLDERS = ("found", "expected", "base", "paragraph")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each place that the base can judge; none without a base."""
    base = subject.base
    if base is None or not base.is_draft:
        return
    amends = params.require.startswith("amended-")
    if amends != (subject.resolution.kind == "amendment"):
        return
    if amends:
        from linter.checks import amended

        judge = {
            "amended-draft": amended.draft,
            "amended-paragraph": amended.paragraphs,
            "amended-words": amended.words,
        }
        yield from judge[params.require](subject, base)
        return
    from linter.checks import moved_on

    yield from moved_on.JUDGES[params.require](subject, base, request)
