"""Which of LanguageTool's rules are asked for.

Only what is wrong in any English text: grammar, words taken for others, words that no dictionary has. What is
a matter of style is not asked for, and neither is what the rules of resolint decide: commas, hyphens,
capitals, white space, quotation marks, -ize, words repeated for effect.
"""

from __future__ import annotations

import re

LANGUAGE = "en-GB"
SPELLING = "grammar-spelling"
CATEGORIES = (
    "COLLOCATIONS", "CONFUSED_WORDS", "GRAMMAR", "MULTITOKEN_SPELLING", "NONSTANDARD_PHRASES", "TYPOS",
)  # fmt: skip
# Of other categories.
RULES = ("ENGLISH_WORD_REPEAT_RULE", "EN_A_VS_AN", "EN_CONTRACTION_SPELLING")
# Right in these texts, or decided by rules of ours: told on reading what they find in adopted ones.
OFF = (
    "ADVERB_OR_HYPHENATED_ADJECTIVE",  # legitimate armed forces
    "ALLOW_TO",  # encourages to reduce
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBP",  # requests that the Panel of Experts submit
    "CONFUSION_OF_MARS_MARS",  # Mouvement du 23 mars
    "COUNTER_COMPOUNDS",  # counter-terrorism
    "MATERIEL",  # arms and related materiel
    "NO_NOT",  # where there are not sufficient institutions
    "POSSESSIVE_APOSTROPHE",  # results framework, sanctions regime
    "PRP_JJ",  # I International arrangement
    "REPEATED_VERBS",  # Client Services Service
    "SEA_COMPOUNDS",  # sea ports
    "SUFFER_OF_WITH",  # the suffering of displaced persons
    "THANK_FULL",  # to respect fully its obligations
    "THAT_THAN",  # noting further that 172 States
    "THE_SUPERLATIVE",  # least developed countries, expressing gravest concern
    "TO_TOO",  # of Somalia, to: (a) support
)
_OFF_TOO = re.compile(r"EN_DIACRITICS_.*|EN_COMPOUNDS_.*")  # aide-memoire, inter-communal
_SPELLING = re.compile(r"(?:MORFOLOGIK|HUNSPELL|SYMSPELL)_RULE.*")

# What need not be looked for: a server that knows other categories says more, and is not listened to.
_UNWANTED = (
    "BRE_STYLE_OXFORD_SPELLING", "CASING", "COLLOQUIALISMS", "COMPOUNDING", "GENDER_NEUTRALITY",
    "PLAIN_ENGLISH", "PUNCTUATION", "REDUNDANCY", "REPETITIONS", "REPETITIONS_STYLE", "STYLE", "TYPOGRAPHY",
    "WIKIPEDIA",
)  # fmt: skip
OPTIONS = {
    "language": LANGUAGE,
    "disabledCategories": ",".join(_UNWANTED),
    "disabledRules": ",".join(OFF),
}


def is_wanted(rule: str, category: str) -> bool:
    """Whether a match counts, whatever the server was asked for."""
    if rule in OFF or _OFF_TOO.fullmatch(rule):
        return False
    return category in CATEGORIES or rule in RULES


def is_spelling(rule: str) -> bool:
    """Whether a rule looks words up in a dictionary."""
    return _SPELLING.fullmatch(rule) is not None


def name_of(rule: str) -> str:
    """The name of LanguageTool's rule among ours: EN_A_VS_AN is ``grammar-en-a-vs-an``."""
    if is_spelling(rule):
        return SPELLING
    return "grammar-" + (re.sub(r"[^a-z0-9]+", "-", rule.lower()).strip("-") or "rule")
