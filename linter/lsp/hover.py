"""What an editor shows beside the words one points at: the rule of a finding, the facts of a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from linter.drafting.cite import Cited, day_in_words, in_text
from linter.facts import Facts, Known, facts_in, judge, named, symbols
from linter.lsp.reading import Findings, Reading
from linter.model.report import Finding, Range
from linter.model.resolution import Citation
from linter.model.source import Span
from linter.model.values import dataclass
from linter.packs import Example, Rule
from linter.packs.files import read_examples
from linter.packs.made import build
from linter.packs.reference import level
from linter.tables.location import resolutions_table

_MARKS = re.compile(r"^```.*\n?|\*\*|`|  $", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Note:
    """What to show, in Markdown, and the range of the source it is about."""

    text: str
    about: Span


def hover(findings: Findings, offset: int) -> Note | None:
    """What is to be said of the words at an offset of the text."""
    touched = [found for found in findings.report.findings if _holds(found.where.range, offset)]
    pages = [_finding(found, findings.lint.rules[found.rule]) for found in touched]
    spans = [Span(r.start.offset, r.end.offset) for found in touched if (r := found.where.range)]
    citation = findings.reading.citation_at(offset)
    if citation is not None and citation.kind != "document":
        pages.append("\n\n".join(_citation(citation, facts(findings.reading))))
        spans.append(findings.reading.source_of(citation))
    if not pages:
        return None
    return Note("\n\n---\n\n".join(pages), min(spans, key=lambda span: span.end - span.start))


def plain(markdown: str) -> str:
    """A note for an editor that shows no Markdown: without its marks."""
    return _MARKS.sub("", markdown)


def facts(reading: Reading) -> Facts:
    """What is known of resolutions, with the user's own tables."""
    return facts_in(resolutions_table(), reading.linter.settings.facts)


def _holds(found: Range | None, offset: int) -> bool:
    return found is not None and found.start.offset <= offset < max(found.end.offset, found.start.offset + 1)


def _finding(finding: Finding, rule: Rule) -> str:
    """The message, then what ``resolint explain`` says."""
    authority = ", ".join(filter(None, (finding.authority, finding.section)))
    parts = [f"**{finding.message}**", _line(rule.summary), _line(rule.why)]
    example = _example(rule.file, rule.name)
    parts += _shown(example) if example else ()
    parts.append(f"{authority}  \n`{rule.name}`: {level(rule)}")
    return "\n\n".join(filter(None, parts))


def _shown(example: Example) -> Iterator[str]:
    for title, text in (("Wrong:", example.bad), ("Right:", example.fix)):
        if text is not None:
            plain = text.strip("\n").replace("[[", "").replace("]]", "")
            yield f"{title}\n```markdown\n{plain}\n```"


@lru_cache(maxsize=512)
def _example(file: str, rule: str) -> Example | None:
    """The first example of what is wrong; reading them all takes longer than anybody points at a word."""
    examples = (build(Example, form) for form in read_examples(Path(file))[rule])
    return next((example for example in examples if example.bad is not None), None)


def _line(text: str) -> str:
    return " ".join(text.split())


def _citation(citation: Citation, known: Facts) -> Iterator[str]:
    """What the citation names, when that was adopted and under what title, and whether the date agrees."""
    cited = symbols(citation.organ, citation.kind, citation.number)
    if not cited:
        yield f"**{citation.kind.capitalize()} {citation.number}**"
        yield "Whose it is cannot be told from the text, so nothing is known of it."
        return
    for symbol in cited:
        yield from _facts(symbol, known.find(symbol))
    if citation.date:
        yield _verdict(citation, known)


def _facts(symbol: str, known: Known | None) -> Iterator[str]:
    name = named(symbol)
    head = in_text([Cited(symbol, name, known)]) if name else symbol
    yield f"**{head}** ({symbol})"
    if known is None:
        yield "Nothing is known of it."
        return
    if known.title:
        yield f"{'Subject' if symbol.startswith('S/') else 'Title'}: {known.title}"
    if known.adopted and known.certain:
        yield f"Adopted on {_day(known.adopted)} (from {known.source})."
    elif known.adopted:
        yield f"Perhaps adopted on {_day(known.adopted)}: that is uncertain (from {known.source})."


def _verdict(citation: Citation, known: Facts) -> str:
    judgement = judge(citation, known)
    given = _day(citation.date)
    if judgement.verdict == "confirmed":
        return f"The date given, {given}, is confirmed."
    if judgement.verdict == "contradicted" and judgement.known:
        return f"The date given, {given}, is contradicted: it was {_day(judgement.known.adopted)}."
    return f"Whether the date given, {given}, is right is not known."


def _day(iso: str) -> str:
    return day_in_words(date.fromisoformat(iso))
