from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import DRAFT, Resolint, draft
from tests.ooxml.wordfiles import i, p, r, unzipped, word, zipped
from tests.writers.docx.revisions import w
from tests.writers.docx.test_comments import commented

COPY = Path("draft.reviewed.docx")


def word_draft(words: str, path: str = "draft.docx") -> Path:
    """The draft in Word, with ``words`` for the colour of its scheme."""
    return saved(build(read("draft.md", DRAFT.format(words).encode())), path)


def saved(data: bytes, path: str = "draft.docx") -> Path:
    Path(path).write_bytes(data)
    return Path(path)


def hard_draft(scheme: str, opening: str = i("Guided"), **parts: str) -> bytes:
    """A Word draft whose paragraphs hold this XML."""
    return word(
        p(i("The General Assembly"), r(","))
        + p(opening, r(" by the purposes and principles of the Charter of the United Nations,"))
        + p(r("1.\t"), i("Affirms"), r(" the importance of the "), scheme, r(" scheme;"))
        + p(r("2.\t"), i("Decides"), r(" to continue its consideration of the matter.")),
        footnotes="",
        **parts,
    )


OWN_RULE = """\
topic: Own words
rules:
  - name: own-grey
    summary: Grey is azure.
    kind: pattern
    in: [text]
    with: {match: '\\bgrey\\b', needs: [grey], replace: azure}
    severity: advice
    fix: suggested
    message: "Write “azure”."
    why: So it is.
    source: {title: Own style}
    convention: []
    examples:
      - bad: "1. *Welcomes* the [[grey]] scheme;"
        fix: "1. *Welcomes* the azure scheme;"
      - good: "1. *Welcomes* the azure scheme;"
"""
FIELD = '<w:fldSimple w:instr=" REF x ">' + r("kolor") + "</w:fldSimple>"


def test_repairs_are_tracked_and_the_rest_is_in_the_margin(
    house: Resolint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    path = word_draft("kolor of blue and red")
    before = path.read_bytes()
    outcome = house("review", path)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == f"draft.docx: 2 repairs and 1 comment in {COPY}\n"
    assert path.read_bytes() == before
    root = etree.fromstring(zipfile.ZipFile(COPY).read("word/document.xml"))
    assert [change.find(f".//{w('t')}").text for change in root.iter(w("ins"))] == ["colour", "azure"]
    assert {change.get(w("date")) for change in root.iter(w("ins"))} == {"2027-01-15T08:00:00Z"}
    assert commented(COPY.read_bytes()) == [
        ("resolint", "“red” is no colour of the house.\nHouse style [house-red]", "red")
    ]


def test_a_reviewed_draft_gains_nothing_twice(house: Resolint) -> None:
    house("review", word_draft("red kolor of blue redness, and redder than red"))
    once = COPY.read_bytes()
    outcome = house("review", COPY)
    assert outcome.status == 1
    assert outcome.err == f"{COPY}: nothing to add\n"
    assert sorted(Path().glob("*.docx")) == [Path("draft.docx"), COPY]
    house("review", "--output", "again.docx", COPY)
    assert Path("again.docx").read_bytes() == once


def test_a_change_that_a_person_should_look_at_has_its_reason_once(resolint: Resolint) -> None:
    path = saved(
        build(
            read(
                "draft.md",
                b"*The General Assembly*,\n\n*Guided* by the Charter of the United Nations,\n\n"
                + "".join(f"{n}. *Requests* the Secretary-General to act;\n\n" for n in (1, 2)).encode()
                + b"3. *Decides* to meet.\n",
            )
        )
    )
    resolint("review", "--select", "operative-also-missing", path)
    [(_, text, words)] = commented(COPY.read_bytes())
    assert "write “Also requests”" in text
    assert text.endswith("[operative-also-missing]")
    assert words == "RequestsAlso requests"


def test_changes_alike_share_one_comment(house: Resolint) -> None:
    pack = Path("own")
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: own\nsummary: One rule.\n", "utf-8")
    (pack / "words.yaml").write_text(OWN_RULE, "utf-8")
    text = DRAFT.format("grey").replace("the matter", "grey matters")
    house("review", "--rules", pack, "--select", "own-*", saved(build(read("draft.md", text.encode()))))
    [(_, said, words)] = commented(COPY.read_bytes())
    assert said == "Write “azure”.\nThe same in operative paragraph 2.\nOwn style [own-grey]"
    assert words == "greyazure"


OTHER = 'w:id="90" w:author="Utopia" w:date="2026-01-01T00:00:00Z"'
CONTROL = f"<w:sdt><w:sdtPr>{{}}</w:sdtPr><w:sdtContent>{r('kolor')}</w:sdtContent></w:sdt>"
READ_ONLY = '<w:documentProtection w:edit="{}" w:enforcement="1"/>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            hard_draft(f"{r('ko')}<w:del {OTHER}><w:r><w:delText>l</w:delText></w:r></w:del>{r('lor')}"),
            "someone's tracked deletion stands within these words",
        ),
        (hard_draft(r("ko") + r("l", "<w:vanish/>") + r("lor")), "hidden text stands within these words"),
        (
            hard_draft(f"<w:moveTo {OTHER}>{r('kolor')}</w:moveTo>"),
            "someone has moved these words with changes tracked",
        ),
        (
            hard_draft(CONTROL.format('<w:lock w:val="sdtContentLocked"/>')),
            "these words stand in a locked content control",
        ),
        (hard_draft(CONTROL.format("<w:dropDownList/>")), "these words are filled in by a content control"),
        (hard_draft("<m:oMath><m:r><m:t>kolor</m:t></m:r></m:oMath>"), "these words are a formula"),
        (
            hard_draft(r("kolor"), settings=READ_ONLY.format("readOnly")),
            "the document is protected against editing",
        ),
        (
            hard_draft(r("kolor"), settings=READ_ONLY.format("comments")),
            "the document is protected: only comments may be added",
        ),
    ],
)
def test_each_reason_against_a_repair_is_said_in_the_margin(
    house: Resolint, data: bytes, reason: str
) -> None:
    house("review", "--select", "house-colour", saved(data))
    [(_, text, words)] = commented(COPY.read_bytes())
    assert text == f"“kolor”: write “colour”.\nNot changed: {reason}.\nHouse style, Spelling [house-colour]"
    assert words.replace("l", "") in {"koor", ""}  # a formula has no words of Word's own
    assert b'w:author="resolint"' not in zipfile.ZipFile(COPY).read("word/document.xml")


@pytest.mark.parametrize("command", ["review", "fix"])
def test_a_repair_that_cannot_be_made_is_a_comment_with_the_reason(house: Resolint, command: str) -> None:
    outcome = house(command, saved(hard_draft(FIELD)))
    assert outcome.status == 1
    [(_, text, words)] = commented(COPY.read_bytes())
    assert words == "kolor"
    assert text == (
        "“kolor”: write “colour”.\n"
        "Not changed: these words are the result of a field, which Word writes anew.\n"
        "House style, Spelling [house-colour]"
    )
    again = house(command, "--output", "again.docx", COPY)
    assert again.status == 1
    assert Path("again.docx").read_bytes() == COPY.read_bytes()


def test_clean_edits_refuse_without_a_comment(house: Resolint) -> None:
    protection = '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
    path = saved(hard_draft(r("kolor"), settings=protection))
    outcome = house("fix", "--accept", path)
    assert outcome.status == 1
    assert "The reason: the document is protected: changes must be tracked." in outcome.err
    assert not COPY.exists()
    assert house("fix", path).status == 0
    assert COPY.exists()


@pytest.mark.parametrize(("author", "refused"), [("Utopia", 0), ("resolint", 1)])
def test_a_change_of_style_by_someone_else_is_an_obstacle(
    resolint: Resolint, author: str, refused: int
) -> None:
    change = '<w:rPrChange w:id="7" w:author="Utopia" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'
    Path("resolint.toml").write_text(f'[word]\nauthor = "{author}"\n', "utf-8")
    path = saved(hard_draft(r("azure"), opening=r("Guided", f"<w:b/>{change}")))
    outcome = resolint("review", "--select", "opening-not-italic", path)
    assert outcome.status == refused
    assert f"{1 - refused} repairs and {refused} comment" in outcome.err.replace("1 repair ", "1 repairs ")


def test_a_copy_that_stands_there_is_not_replaced(house: Resolint) -> None:
    house("review", word_draft("red"))
    outcome = house("review", "draft.docx")
    assert outcome.status == 2
    assert "give --force to write it again" in outcome.err
    assert house("review", "--force", "draft.docx").status == 1


def test_a_text_is_not_reviewed_and_the_way_out_is_named(house: Resolint) -> None:
    outcome = house("review", draft("kolor"))
    assert outcome.status == 2
    assert "draft.md" in outcome.err
    assert "`resolint check`" in outcome.err
    assert [path.name for path in Path().iterdir()] == ["draft.md"]


def test_a_clean_draft_has_no_copy(house: Resolint) -> None:
    outcome = house("review", word_draft("azure"))
    assert (outcome.status, outcome.err) == (0, "draft.docx: nothing to add\n")
    assert house("review", "--quiet", "draft.docx").err == ""
    assert not COPY.exists()


PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
SIGNATURE = (
    '<Relationship Id="s" Target="_xmlsignatures/origin.sigs" Type="http://schemas.openxmlformats.org/package/'
    '2006/relationships/digital-signature/origin"/></Relationships>'
)


def signed(data: bytes) -> bytes:
    files = unzipped(data)
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"</Relationships>", SIGNATURE.encode())
    return zipped({**files, "_xmlsignatures/origin.sigs": b""})


def swollen(data: bytes) -> bytes:
    return zipped({**unzipped(data), "word/media/image1.bmp": bytes(4 << 20)})


@pytest.mark.parametrize("command", ["review", "fix"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PASSWORD, "password"),
        (b"PK\x03\x04", "damaged"),
        (b"", "empty"),
        (signed(hard_draft(r("kolor"))), "signed"),
        (swollen(hard_draft(r("kolor"))), "refused: word/media/image1.bmp unpacks to 4 MB of repetition"),
    ],
)
def test_a_file_that_must_not_be_written_is_named_and_nothing_is_written(
    house: Resolint, command: str, data: bytes, reason: str
) -> None:
    outcome = house(command, saved(data))
    assert outcome.status == 2
    assert outcome.err.startswith("resolint: draft.docx: ")
    assert reason in outcome.err
    assert [path.name for path in Path().iterdir()] == ["draft.docx"]


def test_macros_are_not_touched(house: Resolint) -> None:
    files = unzipped(hard_draft(r("kolor"), main="application/vnd.ms-word.document.macroEnabled.main+xml"))
    macros = bytes(range(256))
    house("review", saved(zipped({**files, "word/vbaProject.bin": macros}), "draft.docm"))
    after = unzipped(Path("draft.reviewed.docm").read_bytes())
    assert after["word/vbaProject.bin"] == macros
    assert after["[Content_Types].xml"].count(b"macroEnabled") == 1
    assert b"colour" in after["word/document.xml"]


def test_what_is_no_draft_is_said_to_be_none(house: Resolint) -> None:
    outcome = house("review", saved(word(p(r("Dear red colleagues,")), footnotes="")))
    assert outcome.status == 0
    assert "no resolution or decision is recognised" in outcome.err
    assert not COPY.exists()


@pytest.mark.parametrize(
    ("setting", "written"),
    [
        ("2026-11-20", "2026-11-20T00:00:00Z"),
        ("2026-11-20T09:30:00", "2026-11-20T09:30:00Z"),
        ("2026-11-20T09:30:00.5+02:00", "2026-11-20T07:30:00Z"),
    ],
)
def test_the_date_is_written_as_word_writes_it(house: Resolint, setting: str, written: str) -> None:
    Path("resolint.toml").write_text(f"[word]\ndate = {setting}\n", "utf-8")
    house("review", word_draft("kolor"))
    assert f'w:date="{written}"' in zipfile.ZipFile(COPY).read("word/document.xml").decode()


def test_a_date_that_is_none_is_an_error(house: Resolint) -> None:
    Path("resolint.toml").write_text('[word]\ndate = "soon"\n', "utf-8")
    outcome = house("review", word_draft("kolor"))
    assert outcome.status == 2
    assert "resolint.toml" in outcome.err
    assert "2026-11-20" in outcome.err
