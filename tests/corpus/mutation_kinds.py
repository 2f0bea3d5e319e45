"""The kinds of slip that are planted, and which conventions a finding must name to count as having seen it.

``expected`` are entries of the conventions catalogue, or names of rules, with * for any words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.corpus import planting as p
from tests.corpus.planting import Planter, either, ending, label, notes, opening, words


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of slip.

    ``restorable``: from the slip alone it is plain what should stand. ``anywhere``: the finding may stand in
    another paragraph.
    """

    name: str
    expected: tuple[str, ...]
    plant: Planter
    restorable: bool = True
    anywhere: bool = False


_NUMBER = r"\b\d{2,3}/\d{1,3}\b"
_DATE = r"\b(\d{1,2}) (January|February|March|April|June|July|August|September|October|November|December) ((?:19|20)\d\d)\b"
_MONTH = r"\b(\d{1,2} )(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:[a-z]+)( (?:19|20)\d\d)\b"
_TENS = r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(\w+)(?= session\b)"
_DIGITS = {"sixth": "6th", "tenth": "10th", "eighty-first": "81st", "eighty-second": "82nd", "eightieth": "80th",
           "sixty-third": "63rd", "thirty-sixth": "36th", "seventy-eighth": "78th", "seventy-seventh": "77th"}  # fmt: skip


def _added(phrase: str, before: str) -> str | None:
    """“Also” before a verb that is not the one before."""
    plain = phrase.split()[0]
    if plain in ("Also", "Further", "Decides") or not before or plain.lower() in before.lower():
        return None
    return f"Also {phrase[:1].lower()}{phrase[1:]}"


def _also_behind(phrase: str, before: str) -> str | None:
    match = re.fullmatch(r"(?:Also|Further) (\w)(\w+)( .*)?", phrase)
    adverb = phrase.split()[0].lower()
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


def change_openings(change: object) -> Planter:
    """The change made to openings of both kinds of paragraph."""
    return either(opening("preambular", change), opening("operative", change))  # type: ignore[arg-type]


PREAMBLE = ("preamble-ends-comma",)
OPERATIVE = ("operative-ends-semicolon", "operative-last-full-stop")
SEMICOLON = ("num-subpara-semicolon",)
ALSO = ("seq-*",)
ITALIC = ("*-opening-italic", "italics-run-*", "italics-first-verb-only")
SESSION = ("session-*", "*session-spelled*")
DATE = ("date-*",)
SPELLING = ("spell-*",)
CAPITALS = ("caps-*", "name-*")
NAMES = ("abbr-*", "name-*")

KINDS: tuple[Kind, ...] = (
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
    Kind("semicolon before subparagraphs", ("num-subpara-colon",), ending("operative", ":", ";")),
    Kind("comma before subparagraphs", ("num-subpara-colon",), ending("operative", ":", ",")),
    Kind("nothing before subparagraphs", ("num-subpara-colon",), ending("operative", ":", "")),
    Kind("subparagraph ends with a comma", SEMICOLON, ending("subparagraph", ";", ",")),
    Kind("subparagraph ends with a full stop", SEMICOLON, ending("subparagraph", ";", ".")),
    Kind("subparagraph ends with nothing", SEMICOLON, ending("subparagraph", ";", "")),
    Kind("subparagraph ends with “and”", SEMICOLON, ending("subparagraph", ";", "; and")),
    Kind("subparagraph begins small", ("num-subpara-capital",), words(r"^[A-Z](?=[a-z]+ )", lambda match: match[0].lower(), "subparagraph")),
    # numbers and letters
    Kind("number of a paragraph too high", ("operative-numbers-consecutive",), label("operative", p.shifted(1))),
    Kind("number of a paragraph twice", ("operative-numbers-consecutive",), label("operative", p.shifted(-1))),
    Kind("number with a bracket, 5)", ("operative-number-form",), label("operative", p.formed(r"(\d+)\.", r"\1)"))),
    Kind("number in brackets, (5)", ("operative-number-form",), label("operative", p.formed(r"(\d+)\.", r"(\1)"))),
    Kind("preambular paragraph numbered", ("preamble-not-numbered",), p.labelled("preambular", "1. ")),
    Kind("letter of a subparagraph skipped", ("num-subpara-consecutive",), label("subparagraph", p.shifted(1))),
    Kind("letter of a subparagraph twice", ("num-subpara-consecutive",), label("subparagraph", p.shifted(-1))),
    Kind("letter as a)", ("num-subpara-levels",), label("subparagraph", p.formed(r"\(([a-z])\)", r"\1)"))),
    Kind("letter as a.", ("num-subpara-levels",), label("subparagraph", p.formed(r"\(([a-z])\)", r"\1."))),
    # also and further
    Kind("“Also” left out, statement", ALSO, p.also_lost("operative", "statement")),
    Kind("“Also” left out, directive", ALSO, p.also_lost("operative", "directive")),
    Kind("“Also” without a verb before", ALSO, opening("operative", _added)),
    Kind("“Also” behind the verb", ALSO, opening("operative", _also_behind)),
    Kind("“also” left out in the preamble", ALSO, p.also_lost("preambular", "statement")),
    Kind("“Also” in front in the preamble", ALSO, opening("preambular", _also_in_front)),
    Kind("“also” without a phrase before in the preamble", ALSO, opening("preambular", _also_added_behind)),
    Kind("“further” in place of “also”", ALSO, _swapped_adverb("also", "further")),
    # italics and openings
    Kind("preambular opening not italic", ITALIC, p.roman("preambular")),
    Kind("operative opening not italic", ITALIC, p.roman("operative")),
    Kind("italics run on", ITALIC, either(p.italics_to("preambular", p.longer), p.italics_to("operative", p.longer))),
    Kind("italics stop early", ITALIC, either(p.italics_to("preambular", p.shorter), p.italics_to("operative", p.shorter))),
    Kind("organ line not italic", ("italics-organ-line",), p.roman("organ")),
    Kind("comma of the organ line italic", ("italics-organ-line",), p.italics_to("organ", p.over_comma)),
    Kind("words emphasized", ("italics-no-emphasis",), p.emphasized(r"(?<=the )(?:importance|role|need|implementation|right)(?= )")),
    Kind("small letter opens a preambular paragraph", ("preamble-opening-*",), opening("preambular", lambda phrase, _: phrase[:1].lower() + phrase[1:])),
    Kind("small letter opens an operative paragraph", ("operative-opening-*",), opening("operative", lambda phrase, _: phrase[:1].lower() + phrase[1:])),
    Kind("participle opens an operative paragraph", ("operative-opening-*", "operative-present-simple"), opening("operative", lambda phrase, _: {"Requests": "Requesting", "Welcomes": "Welcoming", "Encourages": "Encouraging", "Urges": "Urging"}.get(phrase)), restorable=False),
    Kind("past tense opens an operative paragraph", ("operative-opening-*", "operative-present-simple"), opening("operative", lambda phrase, _: {"Requests": "Requested", "Welcomes": "Welcomed", "Encourages": "Encouraged", "Decides": "Decided"}.get(phrase)), restorable=False),
    Kind("finite verb opens a preambular paragraph", ("preamble-opening-*",), opening("preambular", lambda phrase, _: {"Recalling": "Recalls", "Reaffirming": "Reaffirms", "Welcoming": "Welcomes", "Noting": "Notes"}.get(phrase)), restorable=False),
    Kind("“Calls on”", ("word-calls-upon",), words(r"^(Calls|Also calls|Further calls|Calling) upon\b", r"\1 on", "operative", "preambular")),
    # the organ line and the masthead
    Kind("organ line without comma", ("struct-organ-line-present", "italics-organ-line"), ending("organ", ",", "")),
    Kind("organ line ends with a colon", ("struct-organ-line-present",), ending("organ", ",", ":")),
    Kind("organ line without “The”", ("struct-organ-line-present",), words(r"^The (?=[A-Z])", "", "organ")),
    Kind("organ line in capitals", ("struct-organ-line-present",), words(r"^The General Assembly\b", "THE GENERAL ASSEMBLY", "organ")),
    Kind("operative before the preamble ends", ("struct-preamble-before-operative",), p.swapped(p.last_and_first), restorable=False),
    Kind("full stop after the title", ("title-no-final-stop",), words(r"(?<=[a-z])$", ".", "title")),
    Kind("session of the masthead in figures", ("mast-session-spelled", "session-spelled-in-text"), words(r"^Eightieth session", "80th session", "masthead")),
    Kind("agenda item glued", ("mast-agenda-item",), words(r"(?<=\d) (?=\([a-z]\)$)", "", "agenda-item")),
    Kind("sponsors out of order", ("sponsors-alphabetical",), words(r"^(\w+(?: \w+)?), (\w+(?: \w+)?)(?=,| and)", r"\2, \1", "sponsors")),
    # footnotes
    Kind("mark before the comma", ("fn-indicator-after-punctuation",), notes(p.mark_before_stop)),
    Kind("space before the mark", ("fn-indicator-after-punctuation", "punct-space-before"), notes(p.space_before_mark)),
    Kind("no space after the mark", ("fn-*", "no-space-after-note-mark"), notes(p.mark_glued)),
    Kind("mark lost", ("fn-*",), notes(p.mark_lost), restorable=False, anywhere=True),
    Kind("note without full stop", ("fn-final-stop",), ending("footnote", ".", "")),
    Kind("title in a note not italic", ("fn-treaty-series", "fn-official-records"), p.roman("footnote", at_start=False)),
    Kind("Official Records not italic", ("fn-official-records",), p.roman("footnote")),
    Kind("“session” small in Official Records", ("fn-official-records",), words(r"(?<=[a-z]) Session(?=,)", " session", "footnote")),
    Kind("“Ibid,”", ("fn-ibid", "italics-ibid-see"), words(r"^Ibid\.(?=,)", "Ibid", "footnote")),
    Kind("“General Assembly resolution” in a note", ("fn-resolution-form-ga",), words(r"^Resolution (?=\d)", "General Assembly resolution ", "footnote")),
    Kind("United Nations left out of Treaty Series", ("fn-treaty-series",), words(r"^United Nations, (?=Treaty)", "", "footnote"), restorable=False),
    Kind("“Volume” in a note", ("fn-treaty-series", "fn-abbreviations"), words(r"(?<=, )vol\.(?= \d)", "volume", "footnote")),
    # resolutions cited
    Kind("1325(2000)", ("ref-form-sc",), words(r"\b(\d{3,4}) \(((?:19|20)\d\d)\)", r"\1(\2)")),
    Kind("Security Council resolution without year", ("ref-form-sc",), words(r"(?<=Security Council resolution )(\d{3,4}) \((?:19|20)\d\d\)", r"\1"), restorable=False),
    Kind("“Resolution” with a capital", ("ref-res-lowercase",), words(rf"(?<=[a-z] )resolution(?= {_NUMBER})", "Resolution")),
    Kind("one “resolution”, several numbers", ("ref-plural-resolutions",), words(rf"(?<=[a-z] )resolutions(?= {_NUMBER})", "resolution")),
    Kind("symbol for a resolution", ("ref-res-number-not-symbol",), words(rf"(?<=its resolution )({_NUMBER})", r"A/RES/\1")),
    Kind("letter of a part glued", ("ref-form-ga-modern",), words(r"(\b\d{2}/\d{1,3}) (?=[A-C]\b)", r"\1")),
    Kind("date of another year", ("ref-date-matches-number",), words(rf"(?<=resolution )({_NUMBER} of \d+ \w+ )(\d\d\d)(\d)\b", r"\g<1>1998")),
    Kind("first mention without date", ("ref-first-mention-date",), words(rf"(?<=its resolution )({_NUMBER}) of \d{{1,2}} \w+ \d{{4}}", r"\1", "preambular"), restorable=False),
    Kind("comma before the last of several resolutions", ("punct-no-comma-before-and-in-lists-of-resolutions",), words(r"(?<=, )(\d\d/\d+ of \d+ \w+ \d{4}) and (?=\d\d/\d+ of)", r"\1, and ", "preambular")),
    Kind("“this resolution”", ("ref-present-resolution",), words(r"\bthe present resolution\b", "this resolution")),
    Kind("“operative paragraph”", ("num-no-operative-word",), words(r"(?<= )paragraph(?= \d+ (?:above|below|of the present))", "operative paragraph")),
    Kind("“paragraph 5(a)”", ("num-para-reference",), words(r"(?<=paragraph )(\d+) (?=\([a-z]\))", r"\1")),
    Kind("“para.”", ("num-para-reference",), words(r"\bparagraph (?=\d+ (?:above|below|of))", "para. ")),
    Kind("“titled” for “entitled”", ("ref-entitled-not-titled", "ref-title-of-resolution"), words(r"\bentitled (?=\")", "titled ")),
    # sessions, dates, numbers
    Kind("session in figures", SESSION, either(*(words(rf"\b{word}(?= session\b)", figures) for word, figures in _DIGITS.items()))),
    Kind("session without hyphen", SESSION, words(_TENS, r"\1 \2")),
    Kind("American date", DATE, words(_DATE, r"\2 \1, \3")),
    Kind("date with an ordinal", DATE, words(r"\b(4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20)(?= (?:June|July|September|October|November|December) (?:19|20)\d\d)", r"\1th")),
    Kind("date with a zero", DATE, words(r"(?<=of )([4-9])(?= (?:June|July|September|October|November|December) (?:19|20)\d\d)", r"0\1")),
    Kind("month abbreviated", DATE, words(_MONTH, r"\1\2.\3")),
    Kind("comma before the year", DATE, words(r"(?<=\d )(June|July|September|October|November|December)(?= (?:19|20)\d\d)", r"\1,")),
    Kind("date in figures", DATE, words(r"\b(\d\d) December (20\d\d)\b", r"\1/12/\2")),
    Kind("% for per cent", ("nbr-per-cent",), words(r"(?<=\d) per cent\b", "%")),
    Kind("percent", ("nbr-per-cent",), words(r"(?<=\d )per cent\b", "percent")),
    Kind("thousands without comma", ("nbr-thousands-comma",), words(r"(?<= )(\d{1,3}),(\d{3})(?= [a-z])", r"\1\2")),
    Kind("number below ten in figures", ("nbr-words-under-10",), either(*(words(rf"(?<= ){word}(?= (?:regional|years|countries|languages|months|weeks|main|weeks)\b)", figure) for word, figure in (("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"))))),
    Kind("$ sign", ("money-*",), words(r"\b(\d[\d,.]*(?: million)?) United States dollars", r"$\1")),
    # typography
    Kind("two spaces", ("punct-double-space",), words(r"(?<=[a-z]) (?=[a-z])", "  ")),
    Kind("space before a comma", ("punct-space-before",), words(r"(?<=[a-z]),(?= )", " ,")),
    Kind("space before a semicolon", ("punct-space-before",), words(r"(?<=[a-z]);$", " ;", "operative")),
    Kind("no space after a comma", ("punct-space-before", "space-after-punctuation"), words(r"(?<=[a-z]), (?=[a-z])", ",")),
    Kind("comma twice", ("punct-double-marks",), words(r"(?<=[a-z]),(?= [a-z])", ",,")),
    Kind("semicolon twice", ("punct-double-marks", "operative-ends-semicolon"), words(r"(?<=[a-z]);$", ";;", "operative")),
    Kind("straight apostrophe", ("punct-apostrophe-curly",), words(r"(?<=[a-z])'(?=s )", "'")),
    Kind("closing bracket missing", ("punct-parenthesis-space",), words(r"(?<=[a-z])\)(?= [a-z])", "")),
    Kind("closing quotation mark missing", ("punct-quotes-curly-double",), p.quotation("")),
    Kind("straight quotation mark", ("punct-quotes-curly-double",), p.quotation('"')),
    Kind("comma inside the quotation mark", ("punct-quotes-stop-outside",), p.quotation(",”", ",")),
    Kind("hyphen between years", ("punct-en-dash-ranges",), words(r"((?:19|20)\d\d)–((?:19|20)?\d\d)\b", r"\1-\2")),
    Kind("dash after “from”", ("punct-range-words",), words(r"(?<=from )(20\d\d|\d{1,2}) to (?=20\d\d\b|\d{1,2} [A-Z])", r"\1–")),
    Kind("em dash", ("punct-en-dash-parenthetical",), words(r" – ", "—")),
    Kind("hyphen for a dash", ("punct-en-dash-parenthetical",), words(r" – ", " - ")),
    Kind("space inside brackets", ("punct-parenthesis-space", "punct-space-before"), words(r"(?<= )\((?=[a-z]{3})", "( ")),
    # words
    Kind("-ise", SPELLING, words(r"\b([A-Za-z]*(?:[Oo]rgan|[Rr]ecogn|[Mm]obil|[Uu]til|[Ee]mphas|[Rr]eal|[Pp]riorit|[Mm]inim))iz(?=e|ing|ation)", r"\1is")),
    Kind("-yze", SPELLING, words(r"\banalys(?=e\b|ed\b|ing\b)", "analyz")),
    Kind("program", SPELLING, words(r"\bprogramme(?=s?\b)(?! of action)", "program")),
    Kind("advisor", SPELLING, words(r"\badviser(?=s?\b)", "advisor")),
    Kind("-or", SPELLING, words(r"\b(lab|neighb|fav|behavi)our", r"\1or")),
    Kind("center", SPELLING, words(r"\bcentre(?=s?\b)", "center")),
    Kind("fulfill", SPELLING, words(r"\bfulfil(?=\b|ment\b)", "fulfill")),
    Kind("co-operation", SPELLING, words(r"\bcooperation\b", "co-operation")),
    Kind("capacity building", SPELLING, words(r"\bcapacity-building\b", "capacity building")),
    Kind("decision making", SPELLING, words(r"\bdecision-making\b", "decision making")),
    Kind("wellbeing", SPELLING, words(r"\bwell-being\b", "wellbeing")),
    Kind("sub-regional", SPELLING, words(r"\bsubregional\b", "sub-regional")),
    Kind("socio-economic", SPELLING, words(r"\bsocioeconomic\b", "socio-economic")),
    Kind("nongovernmental", SPELLING, words(r"\bnon-governmental\b", "nongovernmental")),
    Kind("long term before a noun", SPELLING, words(r"\b(long|short)-term(?= (?:financing|debt|plan|goals?|development|investment|support|strategy|effects|needs|solutions?)\b)", r"\1 term")),
    Kind("member states", CAPITALS, words(r"\bMember States\b(?! of)", "member states")),
    Kind("small s of States", CAPITALS, words(r"(?<=developing )States\b", "states")),
    Kind("Secretary General", CAPITALS + ("*hyphen*",), words(r"\bSecretary-General\b(?! of)", "Secretary General")),
    Kind("general assembly", CAPITALS, words(r"\b(?<=the )General Assembly\b(?= [a-z])", "general assembly")),
    Kind("International Community", CAPITALS, words(r"\binternational community\b", "International Community")),
    Kind("Civil Society", CAPITALS, words(r"\bcivil society(?= organizations\b)", "Civil Society")),
    Kind("UN", NAMES, words(r"\bUnited Nations(?= (?:system|entities|development system|bodies|agencies)\b)", "UN")),
    Kind("abbreviated name of an entity", NAMES, either(words(r"\b(?:the )?World Food Programme\b", "WFP"), words(r"\bthe United Nations Office on Drugs and Crime\b", "UNODC"), words(r"\bthe World Health Organization\b", "WHO"), words(r"\bthe United Nations Development Programme\b", "UNDP")), restorable=False),
    Kind("SDGs", NAMES, words(r"\bSustainable Development Goals\b", "SDGs")),
    Kind("short name of a country", ("name-country-*",), either(words(r"\bthe Islamic Republic of Iran\b", "Iran"), words(r"\bthe Syrian Arab Republic\b", "Syria"), words(r"\bViet Nam\b", "Vietnam", "sponsors", *p.TEXT), words(r"\bCôte d'Ivoire\b", "Ivory Coast"))),
    Kind("word twice", ("word-double-words",), words(r"\b(the|of|in|and)(?= [a-z])", r"\1 \1")),
    Kind("amongst, whilst, towards", ("spell-*", "word-*"), either(words(r"\bamong\b", "amongst"), words(r"\bwhile\b", "whilst"), words(r"\btowards\b", "toward"))),
    Kind("with a view to plus infinitive", ("word-with-a-view-to",), words(r"\bwith a view to (ensur|promot|strengthen|achiev|support)ing\b", r"with a view to \1"), restorable=False),
    Kind("misspelling", ("spell-typos",), either(words(r"\bdevelopment\b", "developement"), words(r"\bGovernments\b", "Goverments"), words(r"\bimplementation\b", "implementaion"))),
)  # fmt: skip
