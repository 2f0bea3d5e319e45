"""What AKN4UN says of a text before the text itself: what it is, of when, by whom, in which language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.model.resolution import Resolution
from linter.model.values import dataclass
from linter.writers.akn_words import attribute

UNKNOWN_DATE = "0001-01-01"
_BODIES = {
    "ga": ("unga", "generalAssembly", "General Assembly"),
    "sc": ("unsc", "securityCouncil", "Security Council"),
    "hrc": ("unhrc", "humanRightsCouncil", "Human Rights Council"),
    "ecosoc": ("ecosoc", "economicAndSocialCouncil", "Economic and Social Council"),
    "": ("un", "unitedNations", "United Nations"),
}
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "ru": "rus", "zh": "zho"}
_ADOPTED = re.compile(r".*/RES/(.+)")
_NUMBER = re.compile(r"(?:S-|ES-)?\d{1,4}/\d+")
_SIGNS = re.compile(r"[^\w.]+", re.ASCII)
_CONCEPTS = (
    ("TLCOrganization", "DGACM", "organization/un/DGACM", "DGACM"),
    ("TLCConcept", "symbol", "reference/un/symbol", "Symbol"),
    ("TLCConcept", "adoptionMeeting", "concept/un/adoptionMeeting", "Meeting of adoption"),
    ("TLCConcept", "adoptionDate", "concept/un/dateOfAdoption", "Date of adoption"),
    ("TLCRole", "author", "role/un/author", "Author"),
    ("TLCRole", "issuer", "role/un/issuingBody", "Issuing body"),
    ("TLCRole", "editor", "role/un/editor", "Editor"),
    ("TLCTerm", "resolutionTitle", "reference/un/resolutionTitle", "Resolution title"),
)


@dataclass(frozen=True, slots=True)
class Dates:
    """ISO dates of a text and of its markup; "" for one that is not known."""

    text: str = ""
    markup: str = ""


def meta(resolution: Resolution, dates: Dates, component: str, references: Sequence[str] = ()) -> str:
    """The ``meta`` element; ``component`` tells the whole ("!main") from a part or an annex."""
    code = _BODIES[resolution.organ or ""][0]
    language = _LANGUAGES.get(resolution.language, "eng")
    date = dates.text or UNKNOWN_DATE
    work = f"/akn/un/statement/deliberation/{code}/{date}/{_slug(resolution)}/"
    body = resolution.organ or "un"
    adopted = "adoption" if resolution.date else "draft"
    markup = dates.markup or date
    lines = [
        '<meta>\n<identification source="#DGACM">\n<FRBRWork>',
        *_level(
            f"{work}{component}", work, f'date="{date}" name="{adopted}"', f'href="#{body}" as="#author"'
        ),
        '<FRBRcountry value="un"/>\n</FRBRWork>\n<FRBRExpression>',
        *_level(
            f"{work}{language}@/{component}",
            f"{work}{language}@/",
            f'date="{date}" name="publication"',
            f'href="#{body}" as="#issuer"',
        ),
        f'<FRBRlanguage language="{language}"/>\n</FRBRExpression>\n<FRBRManifestation>',
        *_level(
            f"{work}{language}@/{component}.xml",
            f"{work}{language}@.xml",
            f'date="{markup}" name="markup"',
            'href="#DGACM" as="#editor"',
        ),
        "</FRBRManifestation>\n</identification>",
    ]
    if references:
        lines += ['<references source="#DGACM">', *references, "</references>"]
    return "\n".join([*lines, "</meta>"])


def references(resolution: Resolution, roles: Iterable[str]) -> list[str]:
    """What the metadata and the text refer to, ``roles`` of paragraphs with it."""
    _, organization, name = _BODIES[resolution.organ or ""]
    found = [_reference(*concept) for concept in _CONCEPTS]
    found.append(
        _reference("TLCOrganization", resolution.organ or "un", f"organization/un/{organization}", name)
    )
    found += (_reference("TLCConcept", f"role_{role}", f"concept/un/{role}", role) for role in sorted(roles))
    return found


def _level(this: str, uri: str, date: str, author: str) -> Iterable[str]:
    """What identifies a work, an expression or a manifestation."""
    yield f'<FRBRthis value="{attribute(this)}"/>'
    yield f'<FRBRuri value="{attribute(uri)}"/>'
    yield f"<FRBRdate {date}/>"
    yield f"<FRBRauthor {author}/>"


def _reference(element: str, name: str, path: str, shown: str) -> str:
    return f'<{element} eId="{name}" href="/akn/ontology/{path}" showAs="{shown}"/>'


def _slug(resolution: Resolution) -> str:
    """The number of an adopted text ("79-101", "2825-2026"), or the symbol of a draft."""
    adopted = _ADOPTED.fullmatch(resolution.symbol)
    numbered = _NUMBER.match(resolution.title)
    known = adopted[1] if adopted else resolution.symbol or (numbered[0] if numbered else "")
    return _SIGNS.sub("-", known).strip("-") or "draft"
