"""Set an example in a regular draft, so that only what it shows can be found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model.values import replace
from linter.packs.rule import Example, Rule

_ORGANS = {
    "ga": "The General Assembly",
    "hrc": "The Human Rights Council",
    "sc": "The Security Council",
    "ecosoc": "The Economic and Social Council",
}
_SYMBOLS = {"ga": "A/{}/L.7", "hrc": "A/HRC/{}/L.7", "sc": "S/{}/407", "ecosoc": "E/{}/L.7"}
# Paragraphs to set before and after a fragment: all of different verbs, none with anything to find in it.
_PREAMBULAR = (
    "*Guided* by the purposes and principles of the Charter of the United Nations,",
    "*Mindful* of the needs of all peoples,",
)
_OPERATIVE = (
    "*Affirms* the importance of dialogue;",
    "*Commends* the parties for their efforts;",
    "*Underlines* the value of consultation;",
    "*Acknowledges* the progress made;",
    "*Endorses* the outcome of the consultations;",
    "*Appreciates* the support of partners;",
    "*Highlights* the role of education;",
    "*Regrets* the delay;",
    "*Approves* the arrangements;",
    "*Notes* the views expressed;",
    "*Confirms* the schedule of meetings;",
    "*Considers* the question to be urgent;",
)
_CLOSING = "*Decides* to continue its consideration of the matter."
_SESSION = 80  # of a draft whose example names none
_FIRST_YEAR = 1945  # before that of the first session
_SINGLE = "*Declares* its support for the process."


def organ_of(rule: Rule, example: Example) -> str:
    """The organ whose draft the example is set in."""
    named = [organ for organ in rule.when.organ if organ in _ORGANS]
    own = rule.pack if rule.pack in _ORGANS else ""
    return example.organ or own or (named[0] if named else "ga")


def stage_of(rule: Rule, example: Example) -> str:
    """The stage of the draft that the example is set in."""
    return example.stage or (rule.when.stage[0] if rule.when.stage else "draft")


def role_of(rule: Rule, example: Example, fragment: str) -> str:
    """Where the fragment goes: what the example says, else the rule's role, else what it looks like."""
    if example.role is not None and example.role not in ("text", "all"):
        return example.role
    if len(rule.roles) == 1 or rule.roles[0] not in ("masthead", "preambular"):
        return "operative" if rule.roles[0] == "subparagraph" else rule.roles[0]
    return "operative" if re.match(r"(?:\[\[)?\d+[.)]", fragment) else "preambular"


def framed(rule: Rule, example: Example, fragment: str) -> str:
    """The whole draft, in Markdown, that shows ``fragment``."""
    if example.whole:
        return fragment
    organ = organ_of(rule, example)
    role = role_of(rule, example, fragment)
    body, definitions = _split_notes(fragment.strip("\n"))
    blocks = [*_above(role, body, organ, example)]
    blocks.append(body if role == "organ" else f"*{_ORGANS[organ]}*,")
    blocks += _preamble(role, body, definitions)
    if role == "operative":
        blocks += _operative(body)
    else:
        blocks += [f"1. {_OPERATIVE[0]}", f"2. {_CLOSING}"]
    if role in ("adoption", "vote", "annex", "other"):
        blocks.append(body)
    if definitions:
        blocks.append(definitions)
    return "\n\n".join(blocks) + "\n"


def regular(organ: str) -> str:
    """A whole draft of the organ that shows nothing but the frame."""
    paragraphs = [f"*{_ORGANS[organ]}*,", *_PREAMBULAR, f"1. {_OPERATIVE[0]}", f"2. {_CLOSING}"]
    return "\n\n".join(["## Follow-up to the review of the consultations", *paragraphs]) + "\n"


def framed_base(rule: Rule, example: Example) -> str:
    """The whole text that the example is based on: a resolution of the General Assembly of last session."""
    if example.whole:
        return example.base or ""
    session = (example.session or _SESSION) - 1
    plain = framed(rule, replace(example, session=None), example.base or "")
    number = f"{session}/182"
    body = plain.replace("## ", f"## {number}. ", 1)
    return f"A/RES/{number}\n\n{body}\n55th plenary meeting\n\n17 December {_FIRST_YEAR + session}\n"


def _split_notes(fragment: str) -> tuple[str, str]:
    """The paragraphs of a fragment, and the definitions of notes at its end."""
    match = re.search(r"^(?:\[\[)?\[\^", fragment, re.MULTILINE)
    if match is None:
        return fragment, ""
    return fragment[: match.start()].rstrip("\n"), fragment[match.start() :]


def _above(role: str, body: str, organ: str, example: Example) -> Iterator[str]:
    if example.session:
        yield _SYMBOLS[organ].format(example.session)
    if role in ("masthead", "agenda-item", "sponsors"):
        yield body
    if role == "title":
        yield body
    else:
        yield "## Follow-up to the review of the consultations"


def _preamble(role: str, body: str, definitions: str) -> list[str]:
    opening = [_PREAMBULAR[0]] if not body.startswith(_PREAMBULAR[0][:8]) else [_PREAMBULAR[1]]
    if role == "preambular":
        return [*opening, body]
    if role == "footnote":
        labels = re.findall(r"^(?:\[\[)?\[\^([^\]]+)\]:", definitions, re.MULTILINE)
        calls = " and".join(f" the declaration[^{label}]" for label in labels)
        return [*opening, body or f"*Recalling*{calls} on the subject,"]
    return opening


def _operative(body: str) -> list[str]:
    plain = body.replace("[[", "").replace("]]", "")
    numbers = [int(number) for number in re.findall(r"^(\d{1,3})[.)]", plain, re.MULTILINE)]
    if not numbers:
        return [body] if plain.rstrip().endswith(".") else [body, f"1. {_CLOSING}"]
    used = plain.casefold()
    usable = [text for text in _OPERATIVE if text.split("*")[1].casefold() not in used] * 20
    before = [f"{number}. {usable[number]}" for number in range(1, numbers[0])]
    ends_text = plain.rstrip().endswith((".", ".]")) or re.search(r"\.\[\^\w+\]$", plain.rstrip()) is not None
    return [*before, body] if ends_text else [*before, body, f"{numbers[-1] + 1}. {_CLOSING}"]
