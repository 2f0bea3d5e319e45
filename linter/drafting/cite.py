"""Citations as an editor writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from linter.drafting.references import understand
from linter.facts import Facts, Known, Named
from linter.model.values import dataclass

NAMES = {
    "ga": "General Assembly",
    "hrc": "Human Rights Council",
    "sc": "Security Council",
    "ecosoc": "Economic and Social Council",
    "chr": "Commission on Human Rights",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference as it was given, what it names, and what is known of that."""

    reference: str
    named: Named
    known: Known | None

    @property
    def date(self) -> str:
        """The ISO date of adoption, or "" where it is not known well enough to be written."""
        return self.known.adopted if self.known and self.known.certain else ""

    @property
    def title(self) -> str:
        """The title, or ""; resolutions of the Security Council have none, only a subject."""
        return self.known.title if self.known and self.named.organ != "sc" else ""


def look_up(references: Sequence[str], facts: Facts, organ: str | None = None) -> list[Cited]:
    """What the references name and what is known of it; raises ConfigError for one that names nothing.

    ``organ`` is the one that speaks: a number without a name is its own.
    """
    found = (understand(reference, organ) for reference in references)
    return [
        Cited(reference, one, facts.find(one.symbol))
        for reference, one in zip(references, found, strict=True)
    ]


def in_text(cited: Sequence[Cited], *, organ: str | None = None, title: bool = False) -> str:
    """The citations for a running text, in their order, joined with "and".

    Neighbours of one organ share its name: "its resolutions 60/251 of 15 March 2006 and 70/1 of …".
    """
    parts: list[str] = []
    for (key, kind), group in groupby(cited, key=lambda one: (one.named.organ, one.named.kind)):
        members = list(group)
        head = f"its {kind}" if key == organ else f"{NAMES[key]} {kind}"
        parts += _headed(head, [_number(one, title=title) for one in members])
    return _joined(parts, closed=title and any(one.title for one in cited[:-1]))


def footnote(cited: Cited, *, organ: str | None = None) -> str:
    """The citation as a footnote, without its date: "Resolution 60/251." where the organ speaks itself."""
    head = cited.named.kind.capitalize()
    if cited.named.organ != organ:
        head = f"{NAMES[cited.named.organ]} {cited.named.kind}"
    return f"{head} {cited.named.number}."


def _headed(head: str, numbers: list[str]) -> Iterator[str]:
    yield f"{head}{'s' if len(numbers) > 1 else ''} {numbers[0]}"
    yield from numbers[1:]


def _number(cited: Cited, *, title: bool) -> str:
    text = cited.named.number
    if cited.date:
        text += f" of {day_in_words(date.fromisoformat(cited.date))}"
    return f"{text}, entitled “{cited.title}”" if title and cited.title else text


def _joined(parts: Sequence[str], *, closed: bool) -> str:
    """A list in running text; after a title the last "and" has a comma before it."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])}{',' if closed else ''} and {parts[-1]}"


def day_in_words(day: date) -> str:
    """The day as it is printed, "15 March 2006"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
