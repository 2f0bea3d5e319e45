from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from linter.readers.docx import read
from linter.writers.docx import refusals, render
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx.drafts import DATE, compositions, files, shown
from tests.writers.docx.revisions import accept_all, reject_all


@settings(
    max_examples=40,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
@given(st.data())
def test_accepting_gives_the_repaired_draft_and_rejecting_the_original(data: st.DataObject) -> None:
    document = read(data.draw(files()), "draft.docx")
    composition = data.draw(compositions(document))
    changes = [change for change in composition.changes() if not refusals(document, [change])]
    made = {change.block for change in changes}
    assume(made)
    assume(all(block.text.strip() for block in composition.document.blocks))
    wanted = [
        (new if old.index in made else old)
        for old, new in zip(shown(document), shown(composition.document), strict=True)
    ]

    reviewed = render(document, changes, date=DATE)
    edited = render(document, changes, mode="direct")

    assert shown(read(reviewed, "reviewed.docx")) == wanted
    assert shown(read(accept_all(reviewed, "resolint"), "accepted.docx")) == wanted
    assert shown(read(reject_all(reviewed, "resolint"), "rejected.docx")) == shown(document)
    assert shown(read(edited, "edited.docx")) == wanted
    assert b'"resolint"' not in b"".join(unzipped(edited).values())
