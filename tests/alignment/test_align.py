from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.alignment import align
from linter.model.diagnostic import Place
from linter.model.fold import straighten
from linter.model.resolution import Resolution
from tests.alignment.texts import BASE, aligned, changed_pairs, text, words


def test_a_text_is_unchanged_against_itself() -> None:
    alignment = aligned(BASE, BASE)
    assert {pair.kind for pair in alignment.pairs} == {"unchanged"}
    assert all(pair.base == pair.draft for pair in alignment.pairs)


def test_numbers_and_ways_of_typing_alone_are_no_change() -> None:
    draft = BASE.replace("4. ", "9. ").replace("2. *Calls", "7. *Calls").replace("(a)", "(i)")
    draft = draft.replace("28 July", "28\u00a0July").replace("[^1]", "[^5]")
    assert changed_pairs(aligned(BASE, draft)) == []


def test_a_change_is_told_word_by_word() -> None:
    draft = BASE.replace("near schools and to keep", "at all schools and keep").replace("eightieth", "82nd")
    alignment = aligned(BASE, draft)
    first, second = changed_pairs(alignment)
    assert words(alignment, first).endswith("at its [-eightieth-]{+82nd+} session;")
    assert words(alignment, second) == (
        "Calls upon States to build wells [-near-]{+at all+} schools and[- to-] keep them in good repair:"
    )


def test_italics_and_footnote_marks_are_compared() -> None:
    draft = BASE.replace("*Calls upon* States", "*Calls* upon States").replace(
        "sanitation,[^1]", "sanitation[^1],"
    )
    alignment = aligned(BASE, draft)
    moved, restyled = changed_pairs(alignment)
    assert words(alignment, restyled).startswith("Calls {/upon/} States")
    assert [(note.base is None, note.draft is None) for note in moved.notes] == [(False, False)]


def test_a_footnote_has_a_pair_of_its_own() -> None:
    alignment = aligned(BASE, BASE.replace("chapter II", "chapter III"))
    (pair,) = changed_pairs(alignment)
    assert alignment.draft.elements[pair.draft[0]].role == "footnote"
    assert words(alignment, pair) == "See Official Records, chapter [-II-]{+III+}."


def test_italics_that_a_format_lost_are_no_change() -> None:
    plain = re.sub(r"[*#]", "", BASE).replace("[^1]", "")
    stretches = [one.kind for pair in aligned(BASE, plain).pairs for one in pair.stretches]
    assert set(stretches) == {"same"}


def test_new_and_dropped_paragraphs_stand_where_they_belong() -> None:
    draft = BASE.replace(
        "*Aware* that children learn better where wells are near and kept in repair by the community,",
        "*Deeply concerned* at the drought of this spring,",
    )
    alignment = aligned(BASE, draft)
    assert [pair.kind for pair in changed_pairs(alignment)] == ["dropped", "new"]


def test_a_paragraph_that_stands_elsewhere_has_moved() -> None:
    line = "*Noting* the work of local teachers in rural areas, and the need to train them in good time,\n\n"
    draft = BASE.replace(line, "").replace(
        "1. *Requests*", line.replace("in good time", "early") + "1. *Requests*"
    )
    alignment = aligned(BASE, draft)
    (pair,) = changed_pairs(alignment)
    assert pair.kind == "moved"
    assert pair.changed
    assert words(alignment, pair).endswith("train them [-in good time-]{+early+},")


def test_a_paragraph_is_split_and_two_are_merged() -> None:
    one = "*Noting* the work of local teachers in rural areas, and the need to train them in good time,"
    two = (
        "*Noting* the work of local teachers in rural areas,\n\n*Noting* the need to train them in good time,"
    )
    split = aligned(BASE, BASE.replace(one, two))
    merged = aligned(BASE.replace(one, two), BASE)
    assert [(pair.kind, len(pair.base), len(pair.draft)) for pair in changed_pairs(split)] == [
        ("split", 1, 2)
    ]
    assert [(pair.kind, len(pair.base), len(pair.draft)) for pair in changed_pairs(merged)] == [
        ("merged", 2, 1)
    ]


def test_alike_paragraphs_are_paired_in_order() -> None:
    alike = "".join(f"{n}. *Requests* the Secretary-General to report on area {n};\n\n" for n in range(1, 30))
    base = BASE[: BASE.index("1. ")] + alike
    alignment = aligned(base, base.replace("area 7;", "area seven;").replace("area 8;", "area 8 and others;"))
    assert all(pair.base == pair.draft for pair in alignment.pairs)


def test_agreed_language_is_told_by_place() -> None:
    alignment = aligned(BASE, BASE.replace("eightieth", "82nd"))
    block = next(one for one in alignment.draft.document.blocks if "82nd" in one.text)
    at = block.text.index("82nd")
    assert alignment.agreed(block.index, 0, at)
    assert alignment.agreed(block.index, at + 4, len(block.text))
    assert not alignment.agreed(block.index, at - 3, at + 1)
    assert not alignment.agreed(block.index, at, at)


_lines = st.lists(
    st.sampled_from(
        [
            "*Noting* the work of local teachers,",
            "*Recalling* its resolution 64/292 of 28 July 2010,[^1]",
            "1. *Requests* the Secretary-General to report to the Assembly at its next session;",
            "2. *Calls upon* States to build wells near schools;",
            "(a) by training local engineers;",
            "*Aware* that children learn better where wells are near,",
            "3. *Invites* “all” regional commissions to meet.",
        ]
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(_lines, _lines)
def test_every_block_stands_in_one_pair_whose_stretches_tile_it(base: list[str], draft: list[str]) -> None:
    head, foot = "*The General Assembly*,\n\n", "\n\n[^1]: See there.\n"
    alignment = aligned(head + "\n\n".join(base) + foot, head + "\n\n".join(draft) + foot)
    for side, resolution in (("base", alignment.base), ("draft", alignment.draft)):
        blocks = [block for pair in alignment.pairs for block in getattr(pair, side)]
        assert sorted(blocks) == [block.index for block in resolution.document.blocks]
        for pair in alignment.pairs:
            _tiles([getattr(one, side) for one in pair.stretches], getattr(pair, side), resolution)
    for pair in alignment.pairs:
        for one in pair.stretches:
            old = alignment.base.document.blocks[one.base.block].text[one.base.start : one.base.end]
            new = alignment.draft.document.blocks[one.draft.block].text[one.draft.start : one.draft.end]
            assert (straighten(old) == straighten(new)) == (one.kind in ("same", "restyled"))


def _tiles(places: list[Place], blocks: tuple[int, ...], resolution: Resolution) -> None:
    for block in blocks if places else ():
        here = [place for place in places if place.block == block]
        end = 0
        for place in here:
            assert place.start == end
            end = place.end
        assert end == len(resolution.document.blocks[block].text)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["1. *Requests* the same thing again and again;"] * 1000,
        ["*Noting* " + "the same " * 9000 + ","],
        [f"{n}. *Requests* report {n} and that of {n * 7 % 997};" for n in range(1000)],
        ["*Noting* " + " ".join(f"a b c{n % 50}" for n in range(7000)) + ","],
    ],
)
def test_texts_made_to_take_long_do_not(paragraphs: list[str]) -> None:
    head = "*The General Assembly*,\n\n"
    base = text(head + "\n\n".join(paragraphs))
    draft = text(head + "\n\n".join(paragraphs[::-1]).replace("a", "e", 50))
    start = time.process_time()
    align(base, draft)
    assert time.process_time() - start < 30  # a second, where nobody measures besides
