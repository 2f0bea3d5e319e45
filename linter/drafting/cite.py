"""Citations as an editor writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from linter.drafting.references import each
from linter.facts import Facts, Known, Named, named, symbols
from linter.model.resolution import ORGAN_NAMES
from linter.model.values import dataclass

NAMES = {**ORGAN_NAMES, "chr": "Commission on Human Rights"}
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
    def several(self) -> bool:
        """Whether the number is of several parts, "53/243 A and B"."""
        return len(symbols(*self.named)) > 1

    @property
    def title(self) -> str:
        """The title, or ""; resolutions of the Security Council have none, only a subject."""
        return self.known.title if self.known and self.named.organ != "sc" else ""


def look_up(references: Sequence[str], facts: Facts, organ: str | None = None) -> list[Cited]:
    """What the references name and what is known of it; raises ConfigError for one that names nothing.

    ``organ`` is the one that speaks: a number without a name is its own.
    """
    found = (one for reference in references for one in each(reference, organ))
    return [cited for words, candidates in found for cited in _known(words, candidates, facts)]


def _known(words: str, candidates: Sequence[Named], facts: Facts) -> list[Cited]:
    """The first of what the words may name that is known, the likeliest where none is.

    Parts that were adopted on days of their own, "71/272 A and B", are cited apart.
    """
    for one in candidates:
        names = symbols(one.organ, one.kind, one.number)
        rows = [row for row in map(facts.find, names) if row]
        if rows and len(rows) == len(names):
            if len({row.adopted for row in rows}) == 1:
                return [Cited(words, one, rows[0])]
            return [Cited(words, part, row) for row in rows if (part := named(row.symbol))]
    return [Cited(words, candidates[0], None)]


def in_text(cited: Sequence[Cited], *, organ: str | None = None, title: bool = False) -> str:
    """The citations for a running text, in their order, joined with "and".

    Neighbours of one organ share its name: "its resolutions 60/251 of 15 March 2006 and 70/1 of …".
    """
    groups: list[list[str]] = []
    for (key, kind), members in groupby(cited, key=lambda one: (one.named.organ, one.named.kind)):
        head = f"its {kind}" if key == organ else f"{NAMES[key]} {kind}"
        group = list(members)
        several = len(group) > 1 or group[0].several
        first, *others = (_number(one, title=title) for one in group)
        groups.append([f"{head}{'s' * several} {first}", *others])
    closed = title and any(one.title for one in cited[:-1])
    if len(groups) == 1 or all(len(group) == 1 for group in groups):
        return _joined([part for group in groups for part in group], closed=closed)
    return _joined([_joined(group, closed=closed) for group in groups], closed=True)


def footnote(cited: Cited, *, organ: str | None = None) -> str:
    """The citation as a footnote, without its date: "Resolution 60/251." where the organ speaks itself."""
    head = cited.named.kind.capitalize()
    if cited.named.organ != organ:
        head = f"{NAMES[cited.named.organ]} {cited.named.kind}"
    return f"{head}{'s' * cited.several} {cited.named.number}."


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
