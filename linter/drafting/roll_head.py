"""The head of the next draft: organ, session, committee, agenda item, sponsors, title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.drafting.rolling import Change, Occasion
from linter.engine.report import in_words
from linter.model.fold import fold
from linter.model.resolution import ORGAN_NAMES, Element, Resolution
from linter.structure import renewal
from linter.structure.sessions import ordinal_words
from linter.writers.as_markdown import escaped

_COMMITTEE = re.compile(r"\b(first|second|third|fourth|fifth|sixth) committee\b")
_SPECIAL = "special political and decolonization committee"
_ITEM = re.compile(r"(?P<head>agenda items? )(?P<number>\d.*)", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:resolution|decision)?\s*(?:(?:S-|ES-)?\d{1,4}/\d{1,4}|\d{1,4} \(\d{4}\))(?: ?[A-Z]\b)?[.\s]*",
    re.IGNORECASE,
)


def head(base: Resolution, occasion: Occasion) -> tuple[str, list[Change]]:
    """The paragraphs above the organ line, in Markdown, and how they differ from those of the base."""
    above = [one for one in base.elements if one.part in (None, 0) and one.block.kind != "note"]
    title = _title(base)
    lines = [*_organ(base), *_session(base, occasion), *_committee(above)]
    items, changes = _item([one for one in above if one.role == "agenda-item"], base)
    kind = "decision" if "/DEC/" in base.symbol else "resolution"
    lines += [*items, f"[Sponsors]: draft {kind}"]
    changes = [*(one for one in _left_out(above, base, occasion) if one.found not in lines), *changes]
    if title or base.organ != "sc":  # its resolutions have none
        lines.append(f"## {title or '[Title]'}")
    changes.append(Change("sponsors", "", "", f"[Sponsors]: draft {kind}", True, None))
    number = renewal.own_number(base)
    if number:
        changes.append(Change("title", "title", number, "", False, None))
    return "\n\n".join(escaped(line) if not line.startswith("##") else line for line in lines), changes


def _title(base: Resolution) -> str:
    return escaped(_NUMBER.sub("", base.title).strip())


def _organ(base: Resolution) -> Iterator[str]:
    if base.organ is not None:
        yield ORGAN_NAMES[base.organ]


def _session(base: Resolution, occasion: Occasion) -> Iterator[str]:
    if base.organ == "ecosoc":
        yield f"{occasion.session} session"
    elif base.organ in ("ga", "hrc"):
        yield f"{ordinal_words(occasion.session).capitalize()} session"


def _committee(above: list[Element]) -> Iterator[str]:
    """The Main Committee that reported on the base, which is to have the draft again."""
    for element in above:
        if element.role != "masthead":
            continue
        text = fold(element.block.text)
        found = _COMMITTEE.search(text)
        if _SPECIAL in text or (found and found[1] == "fourth"):
            yield "Special Political and Decolonization Committee (Fourth Committee)"
            return
        if found:
            yield f"{found[1].capitalize()} Committee"
            return


def _item(elements: list[Element], base: Resolution) -> tuple[list[str], list[Change]]:
    """The agenda item with its number, which changes from session to session, in square brackets."""
    lines, changes = [], []
    for element in elements:
        match = _ITEM.match(element.block.text)
        if match is None:
            lines.append(element.block.text)
            continue
        written = f"{match['head']}[{match['number']}]"
        lines.append(written)
        where = in_words(element, base)
        changes.append(Change("agenda item", where, element.block.text, written, True, element.block.index))
    return lines, changes


def _left_out(above: list[Element], base: Resolution, occasion: Occasion) -> Iterator[Change]:
    session = next(iter(_session(base, occasion)), "")
    for element in above:
        if element.role != "masthead":
            continue
        text = element.block.text
        if fold(text).endswith(" session") and len(text.split()) < 8:
            what, written = "session", session
        else:
            what, written = "masthead", next(_committee([element]), "")
        yield Change(what, in_words(element, base), text, written, False, element.block.index)
