"""What a rule is: the form in which packs write it, and the value that the engine runs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Literal

from linter.model.diagnostic import Severity
from linter.model.resolution import Kind, Role
from linter.model.values import dataclass, field

RoleName = Literal[
    "masthead", "agenda-item", "sponsors", "title", "organ", "preambular", "operative", "subparagraph",
    "heading", "footnote", "adoption", "vote", "annex", "other", "text", "all",
]  # fmt: skip
GROUPS: Mapping[str, tuple[Role, ...]] = {
    "text": ("preambular", "operative", "subparagraph"),
    "all": (
        "masthead", "agenda-item", "sponsors", "title", "organ", "preambular", "operative", "subparagraph",
        "heading", "footnote", "adoption", "vote",
    ),
}  # fmt: skip
FixKind = Literal["safe", "suggested", "none"]
ORDINARY: tuple[Kind, ...] = ("text", "amendment")
KINDS_OF_TEXT: tuple[Kind, ...] = (*ORDINARY, "decision", "statement")


@dataclass(frozen=True, slots=True)
class Authority:
    """Where the convention comes from."""

    NOUN: ClassVar[str] = "a source"

    title: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The drafts a rule applies to; what is left out does not matter.

    ``session`` and ``date`` are comparisons (">=80", "<2024-09-01") against the draft's own; an unknown
    session or date means a draft of today. ``kind`` is what the text is; without it a rule leaves decisions
    told in prose and statements alone.
    """

    NOUN: ClassVar[str] = "when"

    organ: tuple[Literal["ga", "hrc", "sc", "ecosoc", "other"], ...] = ()
    stage: tuple[Literal["negotiation", "draft", "adopted"], ...] = ()
    session: str = ""
    date: str = ""
    language: str = "en"
    kind: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Collapse:
    """When a slip is the document's: more than ``over`` of the places (a share), and at least ``least``.

    It is then one diagnostic at ``severity``, with ``message`` and all the places.
    """

    NOUN: ClassVar[str] = "collapse"

    message: str
    over: float = 0.5
    least: int = 3
    severity: Severity = "advice"


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows the rule at work: ``bad`` with the place in [[ ]] and its ``fix``, or ``good``.

    It is a fragment in Markdown, set in a regular draft by the rule's roles, or with ``whole`` a draft.
    ``base`` is the same of the text that the draft is based on, which was adopted a session before it.
    """

    NOUN: ClassVar[str] = "an example"

    bad: str | None = None
    good: str | None = None
    fix: str | None = None
    base: str | None = None
    whole: bool = False
    role: RoleName | None = None
    organ: Literal["ga", "hrc", "sc", "ecosoc"] | None = None
    stage: Literal["negotiation", "draft", "adopted"] | None = None
    session: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RuleForm:
    """A rule as a pack writes it."""

    NOUN: ClassVar[str] = "a rule"

    name: str
    summary: str
    kind: str
    in_: tuple[RoleName, ...]
    severity: Severity
    message: str
    why: str
    source: Authority
    convention: tuple[str, ...]
    examples: tuple[Example, ...]
    with_: dict[str, Any] = field(default_factory=dict)
    when: When = field(default_factory=When)
    fix: FixKind = "none"
    collapse: Collapse | None = None
    status: Literal["stable", "preview"] = "stable"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in force: what its pack says, under what later packs override.

    ``parameters`` are the kind's, as data. ``pack`` is where the rule was first written, ``file`` and
    ``line`` the place; ``topic`` is the heading it stands under in the reference. ``is_ours`` is off where a
    stranger's pack wrote its parameters: they are then used with care.
    """

    name: str
    summary: str
    kind: str
    roles: tuple[Role, ...]
    severity: Severity
    fix: FixKind
    message: str
    why: str
    authority: str
    section: str
    convention: tuple[str, ...]
    parameters: Mapping[str, Any]
    when: When
    collapse: Collapse | None
    status: str
    pack: str
    topic: str
    file: str
    line: int
    form: Mapping[str, Any]
    is_ours: bool = False

    @property
    def examples(self) -> tuple[Example, ...]:
        """Its examples, read when asked for: a check needs none."""
        from linter.packs.files import read_examples
        from linter.packs.made import build

        forms = read_examples(Path(self.file))[self.name]
        return tuple(build(Example, form) for form in forms)


@cache
def roles_of(*names: str) -> tuple[Role, ...]:
    """The roles that ``in:`` names, groups spelled out."""
    found: dict[Any, None] = {}
    for name in names:
        found.update(dict.fromkeys(GROUPS.get(name, (name,))))
    return tuple(found)
