"""The kinds of slip that are planted in citations, dates, numbers, typography and words.

``expected`` are entries of the conventions catalogue, or names of rules, with * for any words.
"""

from __future__ import annotations

from tests.corpus import planting as p
from tests.corpus.planting import Kind, either, words

_NUMBER = r"\b\d{2,3}/\d{1,3}\b"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_LONG_MONTHS = "June|July|September|October|November|December"
_DATE = rf"\b(\d{{1,2}}) ({_MONTHS}) ((?:19|20)\d\d)\b"
_MONTH = r"\b(\d{1,2} )(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:[a-z]+)( (?:19|20)\d\d)\b"
_TENS = r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(\w+)(?= session\b)"
_NOUNS = "financing|debt|plan|goals?|development|investment|support|strategy|effects|needs|solutions?"
_FIGURES = {
    "sixth": "6th",
    "tenth": "10th",
    "thirty-sixth": "36th",
    "sixty-third": "63rd",
    "seventy-seventh": "77th",
    "seventy-eighth": "78th",
    "eightieth": "80th",
    "eighty-first": "81st",
    "eighty-second": "82nd",
}


SESSION = ("session-*", "*session-spelled*")
DATE = ("date-*",)
SPELLING = ("spell-*",)
CAPITALS = ("caps-*", "name-*")
NAMES = ("abbr-*", "name-*")

WORDS: tuple[Kind, ...] = (
    # resolutions cited
    Kind("1325(2000)", ("ref-form-sc",), words(r"\b(\d{3,4}) \(((?:19|20)\d\d)\)", r"\1(\2)")),
    Kind(
        "Security Council resolution without year",
        ("ref-form-sc",),
        words(r"(?<=Security Council resolution )(\d{3,4}) \((?:19|20)\d\d\)", r"\1"),
        restorable=False,
    ),
    Kind(
        "“Resolution” with a capital",
        ("ref-res-lowercase",),
        words(rf"(?<=[a-z] )resolution(?= {_NUMBER})", "Resolution"),
    ),
    Kind(
        "one “resolution”, several numbers",
        ("ref-plural-resolutions",),
        words(rf"(?<=[a-z] )resolutions(?= {_NUMBER})", "resolution"),
    ),
    Kind(
        "symbol for a resolution",
        ("ref-res-number-not-symbol",),
        words(rf"(?<=its resolution )({_NUMBER})", r"A/RES/\1"),
    ),
    Kind("letter of a part glued", ("ref-form-ga-modern",), words(r"(\b\d{2}/\d{1,3}) (?=[A-C]\b)", r"\1")),
    Kind(
        "date of another year",
        ("ref-date-matches-number",),
        words(rf"(?<=resolution )({_NUMBER} of \d+ \w+ )(\d\d\d)(\d)\b", r"\g<1>1998"),
    ),
    Kind(
        "first mention without date",
        ("ref-first-mention-date",),
        words(rf"(?<=its resolution )({_NUMBER}) of \d{{1,2}} \w+ \d{{4}}", r"\1", "preambular"),
        restorable=False,
    ),
    Kind(
        "comma before the last of several resolutions",
        ("punct-no-comma-before-and-in-lists-of-resolutions",),
        words(r"(?<=, )(\d\d/\d+ of \d+ \w+ \d{4}) and (?=\d\d/\d+ of)", r"\1, and ", "preambular"),
    ),
    Kind(
        "“this resolution”",
        ("ref-present-resolution",),
        words(r"\bthe present resolution\b", "this resolution"),
    ),
    Kind(
        "“operative paragraph”",
        ("num-no-operative-word",),
        words(r"(?<= )paragraph(?= \d+ (?:above|below|of the present))", "operative paragraph"),
    ),
    Kind("“paragraph 5(a)”", ("num-para-reference",), words(r"(?<=paragraph )(\d+) (?=\([a-z]\))", r"\1")),
    Kind("“para.”", ("num-para-reference",), words(r"\bparagraph (?=\d+ (?:above|below|of))", "para. ")),
    Kind(
        "“titled” for “entitled”",
        ("ref-entitled-not-titled", "ref-title-of-resolution"),
        words(r"\bentitled (?=\")", "titled "),
    ),
    # sessions, dates, numbers
    Kind(
        "session in figures",
        SESSION,
        either(*(words(rf"\b{word}(?= session\b)", figures) for word, figures in _FIGURES.items())),
    ),
    Kind("session without hyphen", SESSION, words(_TENS, r"\1 \2")),
    Kind("American date", DATE, words(_DATE, r"\2 \1, \3")),
    Kind(
        "date with an ordinal",
        DATE,
        words(
            rf"\b([4-9]|1\d|20)(?= (?:{_LONG_MONTHS}) (?:19|20)\d\d)",
            r"\1th",
        ),
    ),
    Kind(
        "date with a zero",
        DATE,
        words(rf"(?<=of )([4-9])(?= (?:{_LONG_MONTHS}) (?:19|20)\d\d)", r"0\1"),
    ),
    Kind("month abbreviated", DATE, words(_MONTH, r"\1\2.\3")),
    Kind(
        "comma before the year",
        DATE,
        words(rf"(?<=\d )({_LONG_MONTHS})(?= (?:19|20)\d\d)", r"\1,"),
    ),
    Kind("date in figures", DATE, words(r"\b(\d\d) December (20\d\d)\b", r"\1/12/\2")),
    Kind("% for per cent", ("nbr-per-cent",), words(r"(?<=\d) per cent\b", "%")),
    Kind("percent", ("nbr-per-cent",), words(r"(?<=\d )per cent\b", "percent")),
    Kind(
        "thousands without comma",
        ("nbr-thousands-comma",),
        words(r"(?<= )(\d{1,3}),(\d{3})(?= [a-z])", r"\1\2"),
    ),
    Kind(
        "number below ten in figures",
        ("nbr-words-under-10",),
        either(
            *(
                words(
                    rf"(?<= ){word}(?= (?:regional|years|countries|languages|months|weeks|main|weeks)\b)",
                    figure,
                )
                for word, figure in (("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"))
            )
        ),
    ),
    Kind("$ sign", ("money-*",), words(r"\b(\d[\d,.]*(?: million)?) United States dollars", r"$\1")),
    # typography
    Kind("two spaces", ("punct-double-space",), words(r"(?<=[a-z]) (?=[a-z])", "  ")),
    Kind("space before a comma", ("punct-space-before",), words(r"(?<=[a-z]),(?= )", " ,")),
    Kind("space before a semicolon", ("punct-space-before",), words(r"(?<=[a-z]);$", " ;", "operative")),
    Kind(
        "no space after a comma",
        ("punct-space-before", "space-after-punctuation"),
        words(r"(?<=[a-z]), (?=[a-z])", ","),
    ),
    Kind("comma twice", ("punct-double-marks",), words(r"(?<=[a-z]),(?= [a-z])", ",,")),
    Kind(
        "semicolon twice",
        ("punct-double-marks", "operative-ends-semicolon"),
        words(r"(?<=[a-z]);$", ";;", "operative"),
    ),
    Kind("straight apostrophe", ("punct-apostrophe-curly",), words(r"(?<=[a-z])'(?=s )", "'")),
    Kind(
        "closing bracket missing",
        ("punct-parenthesis-space",),
        words(r"(?<=[a-z])\)(?= [a-z])", ""),
        restorable=False,
    ),
    Kind("closing quotation mark missing", ("punct-quotes-curly-double",), p.quotation(""), restorable=False),
    Kind("straight quotation mark", ("punct-quotes-curly-double",), p.quotation('"')),
    Kind("comma inside the quotation mark", ("punct-quotes-stop-outside",), p.quotation(",”", ",")),
    Kind(
        "hyphen between years",
        ("punct-en-dash-ranges",),
        words(r"((?:19|20)\d\d)–((?:19|20)?\d\d)\b", r"\1-\2"),
    ),
    Kind(
        "dash after “from”",
        ("punct-range-words",),
        words(r"(?<=from )(20\d\d|\d{1,2}) to (?=20\d\d\b|\d{1,2} [A-Z])", r"\1–"),
    ),
    Kind("em dash", ("punct-en-dash-parenthetical",), words(r" – ", "—")),
    Kind("hyphen for a dash", ("punct-en-dash-parenthetical",), words(r" – ", " - ")),
    Kind(
        "space inside brackets",
        ("punct-parenthesis-space", "punct-space-before"),
        words(r"(?<= )\((?=[a-z]{3})", "( "),
    ),
    # words
    Kind(
        "-ise",
        (*SPELLING, "name-entity-full"),
        words(
            r"\b([A-Za-z]*(?:[Oo]rgan|[Rr]ecogn|[Mm]obil|[Uu]til|[Ee]mphas|[Rr]eal|[Pp]riorit|[Mm]inim))iz(?=e|ing|ation)",
            r"\1is",
        ),
    ),
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
    Kind(
        "long term before a noun",
        SPELLING,
        words(
            rf"\b(long|short)-term(?= (?:{_NOUNS})\b)",
            r"\1 term",
        ),
    ),
    Kind("member states", CAPITALS, words(r"\bMember States\b(?! of)", "member states")),
    Kind("small s of States", CAPITALS, words(r"(?<=developing )States\b", "states")),
    Kind(
        "Secretary General",
        (*CAPITALS, "*hyphen*"),
        words(r"\bSecretary-General\b(?! of)", "Secretary General"),
    ),
    Kind("general assembly", CAPITALS, words(r"\b(?<=the )General Assembly\b(?= [a-z])", "general assembly")),
    Kind(
        "International Community", CAPITALS, words(r"\binternational community\b", "International Community")
    ),
    Kind("Civil Society", CAPITALS, words(r"\bcivil society(?= organizations\b)", "Civil Society")),
    Kind(
        "UN",
        NAMES,
        words(r"\bUnited Nations(?= (?:system|entities|development system|bodies|agencies)\b)", "UN"),
    ),
    Kind(
        "abbreviated name of an entity",
        NAMES,
        either(
            words(r"\b(?:the )?World Food Programme\b", "WFP"),
            words(r"\bthe United Nations Office on Drugs and Crime\b", "UNODC"),
            words(r"\bthe World Health Organization\b", "WHO"),
            words(r"\bthe United Nations Development Programme\b", "UNDP"),
        ),
        restorable=False,
    ),
    Kind("SDGs", NAMES, words(r"\bSustainable Development Goals\b", "SDGs")),
    Kind(
        "short name of a country",
        ("name-country-*", "sponsors-names-list-form"),
        either(
            words(r"\bthe Islamic Republic of Iran\b", "Iran"),
            words(r"\bthe Syrian Arab Republic\b", "Syria"),
            words(r"\bViet Nam\b", "Vietnam", "sponsors", *p.TEXT),
            words(r"\bCôte d'Ivoire\b", "Ivory Coast"),
        ),
    ),
    Kind("word twice", ("word-double-words",), words(r"\b(the|of|in|and)(?= [a-z])", r"\1 \1")),
    Kind(
        "amongst, whilst, towards",
        ("spell-*", "word-*"),
        either(
            words(r"\bamong\b", "amongst"), words(r"\bwhile\b", "whilst"), words(r"\btowards\b", "toward")
        ),
    ),
    Kind(
        "with a view to plus infinitive",
        ("word-with-a-view-to",),
        words(r"\bwith a view to (ensur|promot|achiev|provid|enhanc)ing\b", r"with a view to \1e"),
        restorable=False,
    ),
    Kind(
        "misspelling",
        ("spell-typos",),
        either(
            words(r"\bdevelopment\b", "developement"),
            words(r"\bGovernments\b", "Goverments"),
            words(r"\bimplementation\b", "implementaion"),
        ),
    ),
)
