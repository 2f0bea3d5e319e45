"""A draft to start from: masthead, organ line, one paragraph of each sort."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.order import alphabetical_key
from linter.model.errors import ConfigError
from linter.model.resolution import ORGAN_NAMES, Organ
from linter.model.values import dataclass
from linter.structure.sessions import ordinal_value, ordinal_words

_COMMITTEES = 6
_ITEM = re.compile(r"(\d{1,3})\s*(?:\(?\s*([a-z]{1,2})\s*\)?)?")


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of the draft; what is left empty is left out.

    ``session`` is a number, for the Economic and Social Council a year. ``committee`` is "3", "third" or
    "Third Committee". ``item`` is the number of the agenda item, "71 (c)", and ``item_title`` its title.
    """

    organ: Organ
    title: str
    session: int = 0
    committee: str = ""
    item: str = ""
    item_title: str = ""
    sponsors: tuple[str, ...] = ()


def markdown(start: Start) -> str:
    """The draft as Markdown, in the form of the organ. Raises ConfigError for what no masthead can say."""
    return "\n\n".join(_paragraphs(start)) + "\n"


def word(start: Start) -> bytes:
    """The same draft as a Word file."""
    from linter.readers import read
    from linter.writers.docx.template import build

    return build(read("new.md", markdown(start).encode()))


def _paragraphs(start: Start) -> Iterator[str]:
    yield ORGAN_NAMES[start.organ]
    if start.session and start.organ != "sc":
        yield _session(start)
    if start.committee:
        yield _committee(start)
    if start.item:
        yield f"Agenda item {_item(start.item)}"
    if start.item_title:
        yield _plain(start.item_title)
    if start.sponsors:
        yield f"{_listed(start.sponsors)}: draft resolution"
    yield f"## {_plain(start.title)}"
    yield f"*The {ORGAN_NAMES[start.organ]}*,"
    yield "*Guided* by the purposes and principles of the Charter of the United Nations,"
    yield "*Decides* to remain seized of the matter."


def _session(start: Start) -> str:
    if start.organ == "ecosoc":
        if not 1946 <= start.session <= 2100:
            raise ConfigError("a session of the Economic and Social Council is a year: --session 2026")
        return f"{start.session} session"
    words = ordinal_words(start.session)
    if not words:
        raise ConfigError(
            f"there is no session {start.session}: --session takes its number, as in --session 81"
        )
    return f"{words.capitalize()} session"


def _committee(start: Start) -> str:
    if start.organ != "ga":
        raise ConfigError(
            "Main Committees are the General Assembly’s: leave out --committee, or use --organ ga"
        )
    name = start.committee.strip().lower().removesuffix(" committee")
    number = int(name) if name.isdecimal() else ordinal_value(name)
    if number is None or not 1 <= number <= _COMMITTEES:
        message = f"“{start.committee}” is no Main Committee: there are six, as in --committee third"
        raise ConfigError(message)
    return f"{ordinal_words(number).capitalize()} Committee"


def _item(item: str) -> str:
    match = _ITEM.fullmatch(item.strip().lower())
    if match is None:
        raise ConfigError(f"“{item}” is no agenda item: write it like --item “71 (c)”")
    return f"{match[1]} ({match[2]})" if match[2] else match[1]


def _listed(sponsors: tuple[str, ...]) -> str:
    """The sponsors in alphabetical order, "A, B and C"."""
    names = sorted((_plain(name) for name in sponsors), key=alphabetical_key)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _plain(text: str) -> str:
    """Words on one line, with nothing in them that Markdown would read as a sign."""
    return re.sub(r"([\\*_`\[\]<>#])", r"\\\1", " ".join(text.split())).rstrip(".")
