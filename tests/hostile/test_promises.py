"""Nothing is lost, nothing leaks, and the same draft gives the same bytes: of the program as a whole."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from linter.reporters import FORMATS
from tests.fuzz.drafts import AKN, HTML, MARKDOWN, PDF, TEXT, WORD

SLIP, MENDED = b"the the Secretary-General", b"report of the Secretary-General"
GUARD = """\
import socket
def refuse(*args, **keywords):
    raise SystemExit("the wire is cut")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
"""


def resolint(*args: object, limit: int = 0, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program in a process of its own; ``limit`` is the size to which it may write a file."""

    def prepare() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    if limit:
        environment["PYTHONDONTWRITEBYTECODE"] = "1"  # Python would cut its own files short

    return subprocess.run(
        [sys.executable, "-m", "linter.cli", *map(str, args)],
        capture_output=True,
        env=os.environ | environment,
        preexec_fn=prepare,
        check=False,
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "drafts" / "draft.md"
    path.parent.mkdir()
    path.write_bytes(MARKDOWN.encode())
    return path


def test_a_full_disk_leaves_the_draft_as_it_was(draft: Path) -> None:
    outcome = resolint("fix", "--suggested", draft, limit=200)
    assert outcome.returncode == 2
    assert str(draft).encode() in outcome.stderr
    assert b"cannot be written" in outcome.stderr
    assert draft.read_bytes() == MARKDOWN.encode()
    assert list(draft.parent.iterdir()) == [draft]


def test_a_kill_at_any_moment_leaves_a_whole_draft(draft: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from linter.cli.output import replace_file\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for letter in b'ab': replace_file(Path(sys.argv[1]), bytes([letter]) * 300_000)\n"
    )
    for number in range(8):
        with subprocess.Popen([sys.executable, "-c", script, draft], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.02 + number * 0.013)
            process.send_signal(signal.SIGKILL)
        content = draft.read_bytes()
        assert content == MARKDOWN.encode() or (len(set(content)) == 1 and len(content) == 300_000)


def test_what_a_killed_run_left_goes_with_the_next_and_what_a_live_one_writes_stays(draft: Path) -> None:
    script = (
        "import os, sys, time; from linter.cli import swap; from pathlib import Path\n"
        "def check():\n"
        "    print(flush=True)\n"
        "    time.sleep(60)\n"
        "swap.swap(Path(sys.argv[1]), b'new', None, check)\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script, draft], stdout=subprocess.PIPE) for _ in range(2)]
    try:
        for run in runs:
            assert run.stdout is not None
            run.stdout.readline()
        assert len(list(draft.parent.iterdir())) == 3
        runs[0].kill()
        runs[0].wait()
        assert resolint("fix", "--suggested", draft).returncode in {0, 1}
        assert MENDED in draft.read_bytes()
        assert len(list(draft.parent.iterdir())) == 2
        runs[1].kill()
        runs[1].wait()
        draft.write_bytes(MARKDOWN.encode())
        resolint("fix", "--suggested", draft)
        assert list(draft.parent.iterdir()) == [draft]
    finally:
        for run in runs:
            run.kill()
            run.communicate()


def test_two_runs_at_once_give_one_whole_result(draft: Path) -> None:
    command = [sys.executable, "-m", "linter.cli", "fix", "--suggested", str(draft)]
    runs = [subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert {run.wait() for run in runs} <= {0, 1, 2}
    written = draft.read_bytes()
    assert SLIP not in written
    assert MENDED in written
    assert list(draft.parent.iterdir()) == [draft]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("check", "a.md"),
        ("fix", "a.md"),
        ("outline", "a.xml"),
        ("text", "a.html"),
        ("check", "a.docx"),
        ("text", "a.pdf"),
    ],
)
def test_the_network_is_not_used(tmp_path: Path, command: str, name: str) -> None:
    draft = tmp_path / name
    draft.write_bytes(
        {
            "a.md": MARKDOWN.encode(),
            "a.xml": AKN.encode(),
            "a.html": HTML.encode(),
            "a.docx": WORD,
            "a.pdf": PDF,
        }[name]
    )
    (tmp_path / "sitecustomize.py").write_text(GUARD, "utf-8")
    path = f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"
    tried = [sys.executable, "-c", "import socket; socket.socket()"]
    said = subprocess.run(tried, env=os.environ | {"PYTHONPATH": path}, capture_output=True, check=False)
    assert b"the wire is cut" in said.stderr
    outcome = resolint(command, draft, PYTHONPATH=path)
    assert b"the wire is cut" not in outcome.stderr
    assert outcome.returncode in {0, 1}


def test_no_copy_of_a_draft_is_left_and_what_is_kept_is_the_users_alone(tmp_path: Path, draft: Path) -> None:
    (tmp_path / "tmp").mkdir()
    word = draft.with_name("draft.docx")
    word.write_bytes(WORD)
    places = {"TMPDIR": str(tmp_path / "tmp"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for command in (("check",), ("fix", "--diff"), ("review",)):
        resolint(*command, word if command[0] == "review" else draft, **places)
    assert list((tmp_path / "tmp").iterdir()) == []
    assert {file.name for file in draft.parent.iterdir()} == {"draft.md", "draft.docx", "draft.reviewed.docx"}
    for path in (tmp_path / "cache" / "resolint", *(tmp_path / "cache" / "resolint").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_no_copy_of_a_draft_is_left_by_a_run_that_is_told_to_end(tmp_path: Path, number: int) -> None:
    for folder in ("programs", "tmp"):
        (tmp_path / folder).mkdir()
    office = tmp_path / "programs" / "soffice"
    office.write_text("#!/bin/sh\necho $$ >started\nexec sleep 60\n", "utf-8")
    office.chmod(0o755)
    draft = tmp_path / "draft.rtf"
    draft.write_bytes(b"{\\rtf1 x}")
    places = {"PATH": f"{office.parent}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(tmp_path / "tmp")}
    command = [sys.executable, "-m", "linter.cli", "check", "--no-cache", str(draft)]
    with subprocess.Popen(command, env=os.environ | places, stderr=subprocess.DEVNULL) as run:
        until = time.monotonic() + 60
        started = ""
        while not started.strip() and time.monotonic() < until:
            time.sleep(0.02)
            started = "".join(path.read_text() for path in (tmp_path / "tmp").glob("*/started"))
        run.send_signal(number)
        assert run.wait(60) == 128 + number
    assert list((tmp_path / "tmp").iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(started), 0)


STEERING = "\x1b\x07\x08\x00\x7f\x9b\u202e\u2066\u2028"
NASTY = "\x1b[2J\u202e</script><img src=x onerror=1>]]>::error::x%0A`@all`|"


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_draft_or_its_name_speak_for_itself(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    name = "a\x1b[2J\u202e\n::error::<img src=x>&`'\".md"
    text = MARKDOWN.replace("the the", f"the the {NASTY} the the").replace(
        "A/C.3/80/L.12", f"A/C.3/80/L.12 {NASTY}"
    )
    (folder / name).write_text(text.replace("colours", f"{NASTY} color"), "utf-8")
    (folder / name.replace(".md", ".docx")).write_bytes(b"PK\x03\x04")
    outcome = resolint("check", "--no-cache", "--format", form, "--color", "never", folder)
    said = outcome.stdout.decode()
    assert outcome.returncode == 2
    assert "repeated-word" in said
    assert not set(said + outcome.stderr.decode()) & set(STEERING)
    assert "\n::error::x" not in said
    if form in {"html", "junit", "checkstyle", "markdown"}:
        assert not re.search(r"(?<!\\)<img", said)
    if form in {"json", "sarif", "gitlab", "rdjson"}:
        json.loads(said)
    if form in {"junit", "checkstyle"}:
        etree.fromstring(said.encode())


SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "COLUMNS": "60"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "America/St_Johns"},
]
RUN = "import json, sys; from linter.cli.program import run; print([*map(run, json.load(sys.stdin))])"


def commands(jobs: int, paths: list[str]) -> Iterator[list[str]]:
    """All that makes files of drafts: first what loads the rules for all, last the repairs in place."""
    shared = ["--no-cache", "--jobs", str(jobs)]
    yield ["review", "drafts/w.docx", "--output", "review.docx"]
    for form in FORMATS:
        yield ["check", *shared, "--format", form, "--output", f"{form}.report", "drafts"]
    yield ["redline", "drafts/a.txt", "drafts/w.docx", "--output", "word.redline.docx"]
    yield ["redline", "drafts/w.docx", "drafts/m.html", "--output", "html.redline.docx"]
    yield ["new", "--session", "81", "--sponsors", "B, A", "--format", "docx", "--output", "new.docx"]
    yield ["fix", "--diff", "--format", "concise", "--jobs", str(jobs), "drafts"]
    yield ["fix", "--quiet", "--fail-on", "never", "--suggested", "--renumber", "--jobs", str(jobs), *paths]


def test_the_same_drafts_give_the_same_bytes_everywhere(tmp_path: Path) -> None:
    texts = {"z.md": MARKDOWN, "a.txt": TEXT, "m.html": HTML, "k.xml": AKN}
    drafts = {name: text.encode() for name, text in texts.items()} | {"w.docx": WORD}
    made: list[dict[str, bytes]] = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / str(number)
        (folder / "drafts").mkdir(parents=True)
        names = [*drafts][number:] + [*drafts][:number]
        for name in names:
            (folder / "drafts" / name).write_bytes(drafts[name])
        outcome = subprocess.run(
            [sys.executable, "-c", RUN],
            input=json.dumps([*commands(number + 1, [f"drafts/{name}" for name in names])]).encode(),
            env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000"} | surroundings,
            capture_output=True,
            cwd=folder,
            check=True,
        )
        files = (path for path in folder.rglob("*") if path.is_file())
        made.append({str(path.relative_to(folder)): path.read_bytes() for path in files})
        made[-1]["standard output"] = outcome.stdout
    assert [name for name in made[0] if not made[0][name] == made[1][name] == made[2][name]] == []
    assert len(made[0]) == len(FORMATS) + 4 + len(drafts) + 2, sorted(made[0])
    assert MENDED in made[0]["drafts/z.md"]


def test_the_order_of_files_changes_the_order_of_reports_alone(tmp_path: Path) -> None:
    paths = []
    for name, data in (("z.md", MARKDOWN), ("a.txt", TEXT), ("m.html", HTML)):
        paths.append(tmp_path / name)
        paths[-1].write_text(data, "utf-8")
    one, other = (
        json.loads(resolint("check", "--no-cache", "--format", "json", *given).stdout)["files"]
        for given in (paths, paths[::-1])
    )
    assert one == other[::-1]
