"""What should have moved on between the base and a draft made from it, and did not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.checks.fact import in_words
from linter.facts import symbols
from linter.model.diagnostic import Place
from linter.model.document import Block
from linter.model.figures import figure
from linter.model.fold import fold
from linter.model.resolution import Citation, Element, Resolution
from linter.structure import dates, renewal
from linter.structure.sessions import ordinal_words
from linter.tables.sessions import session_calendar

_TAKES_NOTE = re.compile(r"takes note|taking note|having considered|welcom(?:es|ing)|notes|noting")
_SYMBOL = re.compile(r"\bA/(?P<session>\d{1,3})/\d+\b")
_NAMES_MANY = re.compile(r"\b(?:all )?(?:its )?(?:previous|earlier|prior|past) (?:relevant )?resolutions\b")


def _unchanged(subject: Subject, element: Element, start: int, end: int) -> bool:
    """Whether words stand so in the base, under the same opening phrase."""
    alignment = subject.alignment()
    index = element.block.index
    if alignment is None or not alignment.agreed(index, start, end):
        return False
    return element.opening is None or alignment.agreed(index, *element.opening.span)


def _session(subject: Subject, base: Resolution, request: Request) -> Iterator[Hit | None]:
    """One item for each session that was to come when the base was adopted."""
    then, now = base.session, subject.resolution.session
    if not 0 < then < now:
        return
    for element in subject.elements(request.roles):
        for mention in renewal.sessions(subject.folded(element.block)):
            if mention.number <= then or not renewal.is_asked(element, mention.span.start):
                continue
            if mention.number > now:
                yield None
            elif _unchanged(subject, element, *mention.span):
                expected = ordinal_words(mention.number + now - then)
                yield _hit(subject, element.block, *mention.span, expected)


def _due(subject: Subject, base: Resolution, request: Request) -> Iterator[Hit | None]:
    """One item for each day that was to come when the base was adopted."""
    then, now = _day(base, subject), _day(subject.resolution, subject)
    if then is None or now is None or then >= now:
        return
    for element in subject.elements(request.roles):
        for due in renewal.due_dates(subject.folded(element.block), subject.vocabulary):
            if due.day < then or not renewal.is_asked(element, due.span.start):
                continue
            if due.day >= now:
                yield None
            elif _unchanged(subject, element, *due.span):
                yield _hit(subject, element.block, *due.span)


def _day(resolution: Resolution, subject: Subject) -> date | None:
    """When a text is of: its adoption, the date of its masthead, or the first day of its session."""
    if resolution.date:
        return date.fromisoformat(resolution.date)
    for element in resolution.elements:
        if element.role == "masthead":
            for mention in dates.find(element.block.text, subject.vocabulary):
                if mention.iso:
                    return date.fromisoformat(mention.iso)
    span = session_calendar().span(resolution.organ or "", str(resolution.session))
    return span[0] if span else None


def _latest(subject: Subject, base: Resolution, request: Request) -> Iterator[Hit | None]:
    """One item for each resolution that base and draft both call the latest of the base's own title."""
    own = renewal.own_number(base)
    for citation in subject.resolution.citations if own else ():
        element = subject.element(citation.block)
        if citation.organ != base.organ or element.role not in request.roles:
            continue
        if not renewal.is_latest(citation, element.block.text):
            continue
        if citation.number == own:
            yield None
        elif _unchanged(subject, element, *citation.span) and _is_of_the_series(
            subject, citation.number, base
        ):
            start, end = citation.span.start, (citation.date_span or citation.span).end
            day = f" of {in_words(subject, date.fromisoformat(base.date))}" if base.date else ""
            yield _hit(subject, element.block, start, end, own + day)


def _is_of_the_series(subject: Subject, number: str, base: Resolution) -> bool:
    """Whether the resolution of this number has the title of the base, as far as that is known."""
    known = [subject.facts().find(symbol) for symbol in symbols(base.organ, "resolution", number)]
    title = _title(base)
    return all(one is None or not one.title or renewal.comparable(one.title) == title for one in known)


def _title(resolution: Resolution) -> str:
    """The title without its number, as far as it can be compared."""
    title = resolution.title.removeprefix(renewal.own_number(resolution))
    return renewal.comparable(title)


def _report(subject: Subject, base: Resolution, request: Request) -> Iterator[Hit | None]:
    """One item for each report of the base's session that is taken note of, in text or note."""
    then, now = base.session, subject.resolution.session
    alignment = subject.alignment()
    if alignment is None or not 0 < then < now:
        return
    for element in subject.elements(request.roles):
        if element.opening is None or not _TAKES_NOTE.search(element.opening.base):
            continue
        if "report" not in subject.folded(element.block) or not _unchanged(subject, element, 0, 0):
            continue
        for mark in element.block.notes:
            note = subject.document.blocks[mark.note] if mark.note is not None else None
            named = list(_SYMBOL.finditer(note.text)) if note else []
            if note is None or not named or int(named[0]["session"]) not in (then, now):
                continue
            old = all(int(one["session"]) <= then for one in named)
            stands = alignment.agreed(note.index, *named[0].span())
            near = alignment.agreed(element.block.index, max(mark.offset - 1, 0), mark.offset)
            yield _hit(subject, note, *named[0].span()) if old and stands and near else None


def _done(subject: Subject, base: Resolution, request: Request) -> Iterator[Hit | None]:
    """One item for each decision that is taken once and stands word for word in the base."""
    alignment = subject.alignment()
    if alignment is None or not renewal.own_number(base):
        return
    for element in subject.elements(request.roles):
        if element.opening is None or not renewal.decides_once(element):
            continue
        pair = alignment.of_draft(element.block.index)
        if pair.changed:
            yield None
            continue
        hit = _hit(subject, element.block, *element.opening.span)
        hit.values["paragraph"] = _called(base, pair.base[0])
        yield hit


def _recalled(subject: Subject, base: Resolution, _request: Request) -> Iterator[Hit | None]:
    """One item, where the base names the resolution before it: whether the draft names the base."""
    own = renewal.own_number(base)
    if own in ("", renewal.own_number(subject.resolution)) or not _names_the_one_before(subject, base):
        return
    cited = [one for one in subject.resolution.citations if one.organ == base.organ]
    later = (one for one in cited if figure(one.session) > figure(own.partition("/")[0]))
    if any(one.number.startswith(own) for one in cited) or _any_of_the_series(subject, later, base):
        yield None
        return
    first = next(subject.elements(("preambular",)), None) or next(subject.elements(("operative",)), None)
    if first is None:
        return
    if _NAMES_MANY.search(subject.all_folded()):
        yield None
    else:
        yield _whole(subject, first.block, own, base)


def _names_the_one_before(subject: Subject, base: Resolution) -> bool:
    """Whether the base itself follows the practice: it cites one of its own title."""
    return _any_of_the_series(subject, (one for one in base.citations if one.organ == base.organ), base)


def _any_of_the_series(subject: Subject, cited: Iterable[Citation], base: Resolution) -> bool:
    """Whether one of these resolutions is known to have the title of the base."""
    title = _title(base)
    for citation in cited:
        found = (subject.facts().find(one) for one in symbols(base.organ, citation.kind, citation.number))
        if any(one and renewal.comparable(one.title) == title for one in found):
            return True
    return False


def _whole(subject: Subject, block: Block, own: str, base: Resolution) -> Hit:
    day = f" of {in_words(subject, date.fromisoformat(base.date))}" if base.date else ""
    values = {"found": "", "expected": own + day, "base": own, "paragraph": ""}
    return Hit(Place(block.index, 0, min(len(block.text), 1)), values)


def _taken(subject: Subject, base: Resolution, _request: Request) -> Iterator[Hit | None]:
    """One item for each report that the base asks for by this session."""
    texts = [element.block.text for element in subject.elements(("preambular", "operative"), all_text=True)]
    first = next(subject.elements(("operative",)), None) or next(subject.elements(("preambular",)), None)
    told = {actor for actor in renewal.REPORTING if not renewal.speaks_of_other_report(base, actor)}
    for element in base.elements:
        actor = renewal.asked_reports(element)
        if first is None or not actor or actor in told or not _falls_due(element, base, subject.resolution):
            continue
        told.add(actor)
        if any(renewal.speaks_of_report(text, actor) for text in texts):
            yield None
            continue
        values = {
            "found": "",
            "expected": actor.title(),
            "base": renewal.own_number(base),
            "paragraph": _called(base, element.block.index),
        }
        yield Hit(Place(first.block.index, 0, 1), values)


def _called(base: Resolution, block: int) -> str:
    """The number of a paragraph of the base."""
    element = next(one for one in base.elements if one.block.index == block)
    return element.label or str(element.ordinal)


def _falls_due(element: Element, base: Resolution, draft: Resolution) -> bool:
    """Whether a report is asked for by the draft's session: that one, or one before it since the base."""
    text = fold(element.block.text)
    named = [mention.number for mention in renewal.sessions(text)]
    return any(base.session < number <= draft.session for number in named)


def _hit(subject: Subject, block: Block, start: int, end: int, expected: str = "") -> Hit:
    """A finding in words of the draft that stand in the base."""
    found = block.text[start:end]
    number = renewal.own_number(subject.base) if subject.base else ""
    values = {"found": found, "expected": expected, "base": number, "paragraph": ""}
    return Hit(place(block, start, end), values, replacing(block, start, end, expected) if expected else ())


JUDGES: Mapping[str, Callable[[Subject, Resolution, Request], Iterator[Hit | None]]] = {
    "session": _session,
    "due": _due,
    "latest": _latest,
    "report": _report,
    "done": _done,
    "recalled": _recalled,
    "taken": _taken,
}
