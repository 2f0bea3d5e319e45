"""What a naive rule would report and an editor would not: drafts of ours in which all is right."""

from __future__ import annotations

from dataclasses import dataclass

_ORGANS = {"ga": "*The General Assembly*", "sc": "*The Security Council*"}
_SYMBOLS = {"ga": "A/80/L.7", "sc": "S/2025/407"}
_FIRST = "*Guided* by the purposes and principles of the Charter of the United Nations,"
_LAST = "*Decides* to remain seized of the matter."


@dataclass(frozen=True, slots=True)
class Trap:
    """Paragraphs that are right; operative ones without their numbers, the closing one added."""

    name: str
    operative: tuple[str, ...] = ("*Affirms* the importance of dialogue;",)
    preamble: tuple[str, ...] = ()
    organ: str = "ga"
    notes: tuple[str, ...] = ()
    symbol: str = ""

    def draft(self) -> str:
        """The whole draft, in Markdown."""
        blocks = [self.symbol or _SYMBOLS[self.organ], f"{_ORGANS[self.organ]},", _FIRST, *self.preamble]
        number = 0
        for paragraph in (*self.operative, _LAST):
            numbered = paragraph.startswith(("*", "^"))
            number += numbered
            blocks.append(f"{number}. {paragraph.lstrip('^')}" if numbered else paragraph)
        blocks += [f"[^{label}]: {note}" for label, note in enumerate(self.notes, 1)]
        return "\n\n".join(blocks) + "\n"


@dataclass(frozen=True, slots=True)
class WholeTrap:
    """A whole draft that is right."""

    name: str
    text: str

    def draft(self) -> str:
        """The draft."""
        return self.text


TRAPS: tuple[Trap | WholeTrap, ...] = (
    WholeTrap(
        "no preamble, no comma after the organ line",
        "A/80/L.7\n\n*The General Assembly*\n\n1. *Authorizes* the transfer of the balance;\n\n"
        "2. *Decides* to review the matter at its eighty-first session.\n",
    ),
    WholeTrap(
        "paragraphs of a declaration open in roman",
        f"A/80/L.7\n\n*The General Assembly*,\n\n{_FIRST}\n\n*Adopts* the following declaration:\n\n"
        "## Declaration on libraries\n\n"
        "1. We, the Ministers, have gathered to speak of libraries.\n\n"
        "2. Libraries are open to all. They serve those who read and those who learn to read.\n",
    ),
    Trap(
        "a heading restarts the sequence of Also and Further",
        (
            "*Requests* the Secretary-General to report on the matter;",
            "## Finance",
            "*Requests* the Secretary-General to seek contributions;",
        ),
    ),
    Trap(
        "phrases that merely begin alike",
        ("*Notes* the progress made;", "*Notes with concern* the delay;", "*Notes* the need for action;"),
        ("*Taking note* of the report,", "*Taking note with appreciation* of the comments,"),
    ),
    Trap(
        "directives to different addressees",
        (
            "*Encourages* Member States to share information;",
            "*Encourages* the private sector to take part;",
            "*Encourages* all States to offer training;",
        ),
    ),
    Trap(
        "the Security Council needs no Also",
        ("*Requests* the Secretary-General to report;", "*Requests* the Secretary-General to assist States;"),
        ("*Recalling* all its previous resolutions,", "*Recalling* its decision,"),
        organ="sc",
    ),
    Trap("the adverb splits a perfect participle", preamble=(
        "*Having considered* the question,",
        "*Having also considered* the report of the Secretary-General,",
    )),
    Trap("meetings of others in words", (
        "*Welcomes* the outcome of the fortieth meeting of the Heads of Government;",
    )),
    Trap("sessions above one hundred in figures", (
        "*Notes* the decision taken by the Maritime Safety Committee at its 103rd session;",
    )),
    Trap("no date in the operative part", (
        "*Reaffirms* its resolution 70/1 and the annex to its resolution 69/313;",
    )),
    Trap("no dates in the Security Council", preamble=(
        "*Recalling* its resolutions 1325 (2000) and 2242 (2015),",
    ), organ="sc"),
    Trap("numbers with a stroke are no years", (
        "*Recalls* Economic and Social Council resolution 1980/67 and the statement by the President of the "
        "Security Council of 21 March 2006;",
    )),
    Trap("a stop and a semicolon after p.m.", (
        "*Agrees* that the meetings shall be held from 10 a.m. to 1 p.m.;",
    )),
    WholeTrap(
        "a row of asterisks",
        f"A/80/L.7\n\n*The General Assembly*,\n\n{_FIRST}\n\n*Affirms* the importance of dialogue.\n\n\\*  \\*  \\*\n",
    ),
    Trap("words that are rightly twice", (
        "*Encourages* Member States to meet in in-person form;",
    ), ("*Noting* that that decision was taken by consensus,",)),
    Trap("names that keep their spelling", (
        "*Welcomes* the cooperation with the Organisation for the Prohibition of Chemical Weapons, the Organisation "
        "for Economic Co-operation and Development and the Organisation of Eastern Caribbean States;",
    )),
    Trap("verbs that look like nouns", (
        "*Requests* the Secretary-General to follow up on the matter and to support efforts to counter terrorism;",
    )),
    Trap("compounds that stand after the noun", (
        "*Stresses* that training must be of high quality in the long term and that the matter deserves to be studied in "
        "depth;",
    )),
    Trap("member States of another body", (
        "*Welcomes* the efforts of the member States of the Organization of Islamic Cooperation;",
    )),
    Trap("States parties before session 80", (
        "*Encourages* the States parties to the Convention to pay their contributions;",
    ), symbol="A/78/L.7"),
    Trap("government as a level", (
        "*Stresses* the role of local governments and of all levels of government;",
    )),
    Trap("letters of articles in italics", (
        "*Reaffirms* Article 73 *e* of the Charter of the United Nations;",
    )),
    Trap("terms that keep their italics", (
        "*Reaffirms* that the norm is one of *jus cogens* and has effect *erga omnes*;",
    )),
    Trap("later verbs italic in the Security Council", (
        "*Condemns* the attack and *demands* that it cease;",
    ), organ="sc"),
    Trap("this resolution in the Security Council", (
        "*Requests* the Secretary-General to report on the implementation of this resolution;",
    ), organ="sc"),
    Trap("figures below ten", (
        "*Notes* that 5 per cent of children under 5 years of age and 3 million adults live there, and that the costs "
        "amount to 2.5 million dollars;",
    )),
    Trap("a mark after a word inside a sentence", (
        "*Recalls* the Convention on the Rights of the Child[^1] and its importance;",
    ), notes=("United Nations, *Treaty Series*, vol. 1577, No. 27531.",)),
    Trap("four digits without a comma", (
        "*Recalls* that in 2016 the Security Council adopted resolution 2282 (2016) on the review;",
    )),
    Trap("the United States in other names", (
        "*Takes note* of the report on the United States Virgin Islands and of the cost of 40,000 United States dollars;",
    )),
    Trap("no-break spaces and hyphens", (
        "*Recalls* that the meeting was held on 3\u00a0April 2024 under the auspices of the Secretary\u2011General;",
    )),
    Trap("and/or, shall and must", (
        "*Agrees* that the report shall be oral and/or written and must be brief;",
    )),
    Trap("a comma before and that closes an insertion", (
        "*Welcomes* the meeting held in Bali, Indonesia, and hosted by its Government;",
        "*Recalls* the reports of the first and second meetings, respectively, and notes the views in them;",
    )),
)  # fmt: skip
