"""The kinds of slip that are planted in structure, openings, numbers, italics and footnotes.

``expected`` are entries of the conventions catalogue, or names of rules, with * for any words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.corpus import planting as p
from tests.corpus import planting_style as style
from tests.corpus.mutation_words import WORDS
from tests.corpus.planting import Kind, Planter, either, ending, label, words
from tests.corpus.planting_style import notes, opening


def _added(phrase: str, before: str) -> str | None:
    """“Also” before a verb that is not the one before."""
    plain = phrase.split(maxsplit=1)[0]
    if plain in ("Also", "Further", "Decides") or not before or plain.lower() in before.lower():
        return None
    return f"Also {phrase[:1].lower()}{phrase[1:]}"


def _also_behind(phrase: str, before: str) -> str | None:
    match = re.fullmatch(r"(?:Also|Further) (\w)(\w+)( .*)?", phrase)
    adverb = phrase.split(maxsplit=1)[0].lower()
    return f"{match[1].upper()}{match[2]} {adverb}{match[3] or ''}" if match and before else None


def _also_in_front(phrase: str, before: str) -> str | None:
    match = re.fullmatch(r"(\w)(\w+) (also|further)", phrase)
    return f"{match[3].capitalize()} {match[1].lower()}{match[2]}" if match and before else None


def _also_added_behind(phrase: str, before: str) -> str | None:
    single = re.fullmatch(r"[A-Z][a-z]+ing", phrase)
    return f"{phrase} also" if single and before and not before.startswith(phrase) else None


def _swapped_adverb(right: str, wrong: str) -> Planter:
    """One adverb for the other, where the phrase before settles which is right."""

    def change(phrase: str, before: str) -> str | None:
        if right.lower() not in phrase.lower().split() or {"also", "further"} & set(before.lower().split()):
            return None
        made = re.sub(rf"\b{right}\b", wrong, phrase, flags=re.IGNORECASE)
        return made[:1].upper() + made[1:]

    return change_openings(change)


def change_openings(change: Callable[[str, str], str | None]) -> Planter:
    """The change made to openings of both kinds of paragraph."""
    return either(opening("preambular", change), opening("operative", change))


PREAMBLE = ("preamble-ends-comma",)
OPERATIVE = ("operative-ends-semicolon", "operative-last-full-stop")
SEMICOLON = ("num-subpara-semicolon",)
ALSO = ("seq-*",)
ITALIC = ("*-opening-italic", "italics-run-*", "italics-first-verb-only")

STRUCTURE: tuple[Kind, ...] = (
    # the ends of paragraphs
    Kind("preambular paragraph ends with a semicolon", PREAMBLE, ending("preambular", ",", ";")),
    Kind("preambular paragraph ends with a full stop", PREAMBLE, ending("preambular", ",", ".")),
    Kind("preambular paragraph ends with nothing", PREAMBLE, ending("preambular", ",", "")),
    Kind("preambular paragraph ends with “and”", PREAMBLE, ending("preambular", ",", ", and", last=False)),
    Kind("operative paragraph ends with a comma", OPERATIVE, ending("operative", ";", ",")),
    Kind("operative paragraph ends with a full stop", OPERATIVE, ending("operative", ";", ".")),
    Kind("operative paragraph ends with nothing", OPERATIVE, ending("operative", ";", "")),
    Kind("operative paragraph ends with “and”", OPERATIVE, ending("operative", ";", "; and")),
    Kind("last paragraph ends with a semicolon", OPERATIVE, ending("operative", ".", ";", last=True)),
    Kind("last paragraph ends with a comma", OPERATIVE, ending("operative", ".", ",", last=True)),
    Kind("last paragraph ends with nothing", OPERATIVE, ending("operative", ".", "", last=True)),
    Kind("semicolon before subparagraphs", ("num-subpara-colon",), p.chapeau(";")),
    Kind("comma before subparagraphs", ("num-subpara-colon",), p.chapeau(",")),
    Kind("nothing before subparagraphs", ("num-subpara-colon",), p.chapeau("")),
    Kind("subparagraph ends with a comma", SEMICOLON, ending("subparagraph", ";", ",")),
    Kind("subparagraph ends with a full stop", SEMICOLON, ending("subparagraph", ";", ".")),
    Kind("subparagraph ends with nothing", SEMICOLON, ending("subparagraph", ";", "")),
    Kind("subparagraph ends with “and”", SEMICOLON, ending("subparagraph", ";", "; and")),
    Kind(
        "subparagraph begins small",
        ("num-subpara-capital",),
        words(r"^[A-Z](?=[a-z]+ )", lambda match: match[0].lower(), "subparagraph"),
    ),
    # numbers and letters
    Kind(
        "number of a paragraph too high", ("operative-numbers-consecutive",), label("operative", p.shifted(1))
    ),
    Kind(
        "number of a paragraph twice", ("operative-numbers-consecutive",), label("operative", p.shifted(-1))
    ),
    Kind(
        "number with a bracket, 5)",
        ("operative-number-form",),
        label("operative", p.formed(r"(\d+)\.", r"\1)")),
    ),
    Kind(
        "number in brackets, (5)",
        ("operative-number-form",),
        label("operative", p.formed(r"(\d+)\.", r"(\1)")),
    ),
    Kind("preambular paragraph numbered", ("preamble-not-numbered",), p.labelled("preambular", "1. ")),
    Kind(
        "letter of a subparagraph skipped", ("num-subpara-consecutive",), label("subparagraph", p.shifted(1))
    ),
    Kind(
        "letter of a subparagraph twice", ("num-subpara-consecutive",), label("subparagraph", p.shifted(-1))
    ),
    Kind("letter as a)", ("num-subpara-levels",), label("subparagraph", p.formed(r"\(([a-z])\)", r"\1)"))),
    Kind("letter as a.", ("num-subpara-levels",), label("subparagraph", p.formed(r"\(([a-z])\)", r"\1."))),
    # also and further
    Kind("“Also” left out, statement", ALSO, style.also_lost("operative", "statement")),
    Kind("“Also” left out, directive", ALSO, style.also_lost("operative", "directive")),
    Kind("“Also” without a verb before", ALSO, opening("operative", _added)),
    Kind("“Also” behind the verb", ALSO, opening("operative", _also_behind)),
    Kind("“also” left out in the preamble", ALSO, style.also_lost("preambular", "statement")),
    Kind("“Also” in front in the preamble", ALSO, opening("preambular", _also_in_front)),
    Kind("“also” without a phrase before in the preamble", ALSO, opening("preambular", _also_added_behind)),
    Kind("“further” in place of “also”", ALSO, _swapped_adverb("also", "further")),
    # italics and openings
    Kind("preambular opening not italic", ITALIC, style.roman("preambular")),
    Kind("operative opening not italic", ITALIC, style.roman("operative")),
    Kind(
        "italics run on",
        ITALIC,
        either(style.italics_to("preambular", style.longer), style.italics_to("operative", style.longer)),
    ),
    Kind(
        "italics stop early",
        ITALIC,
        either(style.italics_to("preambular", style.shorter), style.italics_to("operative", style.shorter)),
    ),
    Kind("organ line not italic", ("italics-organ-line",), style.roman("organ")),
    Kind(
        "comma of the organ line italic", ("italics-organ-line",), style.italics_to("organ", style.over_comma)
    ),
    Kind(
        "words emphasized",
        ("italics-no-emphasis",),
        style.emphasized(r"(?<=the )(?:importance|role|need|implementation|right)(?= )"),
    ),
    Kind(
        "small letter opens a preambular paragraph",
        ("preamble-opening-*",),
        opening("preambular", lambda phrase, _: phrase[:1].lower() + phrase[1:]),
    ),
    Kind(
        "small letter opens an operative paragraph",
        ("operative-opening-*",),
        opening("operative", lambda phrase, _: phrase[:1].lower() + phrase[1:]),
    ),
    Kind(
        "participle opens an operative paragraph",
        ("operative-opening-*", "operative-present-simple"),
        opening(
            "operative",
            lambda phrase, _: {
                "Requests": "Requesting",
                "Welcomes": "Welcoming",
                "Encourages": "Encouraging",
                "Urges": "Urging",
            }.get(phrase),
        ),
        restorable=False,
    ),
    Kind(
        "past tense opens an operative paragraph",
        ("operative-opening-*", "operative-present-simple"),
        opening(
            "operative",
            lambda phrase, _: {
                "Requests": "Requested",
                "Welcomes": "Welcomed",
                "Encourages": "Encouraged",
                "Decides": "Decided",
            }.get(phrase),
        ),
        restorable=False,
    ),
    Kind(
        "finite verb opens a preambular paragraph",
        ("preamble-opening-*",),
        opening(
            "preambular",
            lambda phrase, _: {
                "Recalling": "Recalls",
                "Reaffirming": "Reaffirms",
                "Welcoming": "Welcomes",
                "Noting": "Notes",
            }.get(phrase),
        ),
        restorable=False,
    ),
    Kind(
        "“Calls on”",
        ("word-calls-upon",),
        words(r"^(Calls|Also calls|Further calls|Calling) upon\b", r"\1 on", "operative", "preambular"),
    ),
    # the organ line and the masthead
    Kind(
        "organ line without comma",
        ("struct-organ-line-present", "italics-organ-line"),
        ending("organ", ",", ""),
    ),
    Kind("organ line ends with a colon", ("struct-organ-line-present",), ending("organ", ",", ":")),
    Kind("organ line without “The”", ("struct-organ-line-present",), words(r"^The (?=[A-Z])", "", "organ")),
    Kind(
        "organ line in capitals",
        ("struct-organ-line-present",),
        words(r"^The General Assembly\b", "THE GENERAL ASSEMBLY", "organ"),
    ),
    Kind(
        "operative before the preamble ends",
        ("struct-preamble-before-operative",),
        style.swapped(style.last_and_first),
        restorable=False,
    ),
    Kind("full stop after the title", ("title-no-final-stop",), words(r"(?<=[a-z])$", ".", "title")),
    Kind(
        "session of the masthead in figures",
        ("mast-session-spelled", "session-spelled-in-text"),
        words(r"^Eightieth session", "80th session", "masthead"),
    ),
    Kind("agenda item glued", ("mast-agenda-item",), words(r"(?<=\d) (?=\([a-z]\)$)", "", "agenda-item")),
    Kind(
        "sponsors out of order",
        ("sponsors-alphabetical",),
        words(r"^(\w+(?: \w+)?), (\w+(?: \w+)?)(?=,| and)", r"\2, \1", "sponsors"),
    ),
    # footnotes
    Kind("mark before the comma", ("fn-indicator-after-punctuation",), notes(style.mark_before_stop)),
    Kind(
        "space before the mark",
        ("fn-indicator-after-punctuation", "punct-space-before"),
        notes(style.space_before_mark),
    ),
    Kind("no space after the mark", ("fn-*", "no-space-after-note-mark"), notes(style.mark_glued)),
    Kind("mark lost", ("fn-*",), notes(style.mark_lost), restorable=False, anywhere=True),
    Kind("note without full stop", ("fn-final-stop",), ending("footnote", ".", "")),
    Kind(
        "Treaty Series not italic",
        ("fn-treaty-series",),
        style.roman("footnote", at_start=False, of=r"Treaty Series"),
    ),
    Kind(
        "Official Records not italic",
        ("fn-official-records",),
        style.roman("footnote", of=r"Official Records"),
    ),
    Kind(
        "“session” small in Official Records",
        ("fn-official-records",),
        words(r"(?<=[a-z]) Session(?=,)", " session", "footnote"),
    ),
    Kind("“Ibid,”", ("fn-ibid", "italics-ibid-see"), words(r"^Ibid\.(?=,)", "Ibid", "footnote")),
    Kind(
        "“General Assembly resolution” in a note",
        ("fn-resolution-form-ga",),
        words(r"^Resolution (?=\d)", "General Assembly resolution ", "footnote"),
    ),
    Kind(
        "United Nations left out of Treaty Series",
        ("fn-treaty-series",),
        words(r"^United Nations, (?=Treaty)", "", "footnote"),
        restorable=False,
    ),
    Kind(
        "“Volume” in a note",
        ("fn-treaty-series", "fn-abbreviations"),
        words(r"(?<=, )vol\.(?= \d)", "volume", "footnote"),
    ),
)
KINDS = STRUCTURE + WORDS
