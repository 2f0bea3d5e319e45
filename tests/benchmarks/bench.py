"""How long a drafter waits, as multiples of the time Python takes to start and do nothing.

Runs are interleaved, so that a busy machine is slow for all of them alike; medians count. The table is
for reading: nothing fails. ``python tests/benchmarks/bench.py [RUNS]``
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
RUNS = 9
# What a drafter starts: "python -m" imports what runs modules besides.
COMMAND = str(Path(sys.executable).with_name("resolint"))
# As installed, with compiled modules, whatever this shell has set.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
WORDS = (
    "the implementation of the present resolution and the progress made by Member States in cooperation with "
    "relevant United Nations entities, international financial institutions and civil society towards the "
    "full realization of the right to development, through technical assistance and capacity-building"
)
VERBS = ("Welcomes", "Encourages", "Invites", "Urges", "Calls upon", "Stresses", "Notes", "Recognizes")


def paragraphs(size: int) -> Iterator[tuple[str, str]]:
    """Opening words and the rest of as many regular paragraphs as make ``size`` characters."""
    written = number = 0
    while written < size:
        verb = VERBS[number % len(VERBS)]
        rest = f" {WORDS}, as set out in its resolution 60/{number % 200 + 1} of 15 March 2006"
        yield verb, rest
        written += len(verb) + len(rest) + 10
        number += 1


def markdown(size: int) -> str:
    """A regular draft in Markdown of about ``size`` characters."""
    head = (
        "A/C.3/80/L.12\n\n## The right to development\n\n*The General Assembly*,\n\n"
        "*Guided* by the purposes and principles of the Charter of the United Nations,\n\n"
    )
    body = "".join(
        f"{number}. *{verb}*{rest};\n\n"
        for number, (verb, rest) in enumerate(paragraphs(size - len(head)), 1)
    )
    return head + body.rstrip(";\n") + ".\n"


def word_paragraph(italic: str, rest: str, number: str = "") -> str:
    """A paragraph as Word saves one that was edited a few times."""
    touched = 'w:rsidR="00A77427" w:rsidRPr="0044283D"'
    language = '<w:rPr>{}<w:color w:val="000000"/><w:szCs w:val="20"/><w:lang w:val="en-GB"/></w:rPr>'
    run = f'<w:r {touched}>{language}<w:t xml:space="preserve">{{}}</w:t></w:r>'
    style = '<w:pPr><w:pStyle w:val="SingleTxtG"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr>'
    words = rest.split(" ")
    pieces = [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
    label = run.format("", number) + f"<w:r {touched}><w:tab/></w:r>" if number else ""
    runs = "".join(run.format("", piece if end else f"{piece} ") for end, piece in ends(pieces))
    attributes = 'w:rsidR="00A77427" w:rsidRDefault="00C51C95" w:rsidP="00A77427"'
    return f"<w:p {attributes}>{style}{label}{run.format('<w:i/>', italic)}{runs}</w:p>"


def ends(pieces: list[str]) -> Iterator[tuple[bool, str]]:
    """Each piece, and whether it is the last."""
    return ((number == len(pieces), piece) for number, piece in enumerate(pieces, 1))


def word(size: int, path: Path) -> None:
    """A regular draft in Word whose document part has about ``size`` characters of XML.

    They are spent as Word spends them: marks of its sessions, a style for each paragraph, a language for each
    run, a run for each stretch that was touched. The text is a fifth of the XML; in eight documents of the
    United Nations it was between a third and a seventieth.
    """
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body: list[str] = [word_paragraph("The General Assembly", ",")]
    written = len(body[0])
    for number, (verb, words) in enumerate(paragraphs(size), 1):
        if written > size:
            break
        body.append(word_paragraph(verb, f"{words};", f"{number}."))
        written += len(body[-1])
    inner = f"<w:body>{''.join(body)}</w:body>"
    document = f'<?xml version="1.0"?><w:document xmlns:w="{namespace}">{inner}</w:document>'
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", relations)
        package.writestr("word/document.xml", document)


def seconds(arguments: list[str]) -> tuple[float, float]:
    """Wall-clock and processor time of one run of Python with these arguments."""
    spent = os.times()
    start = time.perf_counter()
    outcome = subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=ENVIRONMENT)
    elapsed = time.perf_counter() - start
    if outcome.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)} failed:\n{outcome.stderr.decode()}")
    now = os.times()
    worked = now.children_user - spent.children_user + now.children_system - spent.children_system
    return elapsed, worked


def medians(cases: dict[str, list[str]], runs: int) -> dict[str, tuple[float, float]]:
    """The median times of each case, after one run of each that warms the caches."""
    for arguments in cases.values():
        seconds(arguments)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    for _ in range(runs):
        for name, arguments in cases.items():
            times[name].append(seconds(arguments))
    return {
        name: (statistics.median(wall for wall, _ in values), statistics.median(cpu for _, cpu in values))
        for name, values in times.items()
    }


def startup(folder: Path, runs: int) -> None:
    """What a drafter's editor and a pre-commit hook wait for."""
    check = [COMMAND, "check", "--format", "concise"]
    small, draft, letter = folder / "small.md", folder / "draft.md", folder / "draft.docx"
    small.write_text(markdown(1_000), "utf-8")
    draft.write_text(markdown(25_000), "utf-8")
    word(200_000, letter)
    cases = {
        "python -c pass": ["-c", "pass"],
        "resolint --version": [COMMAND, "--version"],
        "check, Markdown of 1 kB": [*check, str(small)],
        "check, Markdown of 25 kB": [*check, str(draft)],
        "check, Word of 200 kB XML": [*check, str(letter)],
        "Markdown of 25 kB, unseen": [*check, "--no-cache", str(draft)],
        "Word of 200 kB XML, unseen": [*check, "--no-cache", str(letter)],
    }
    budgets = {
        "resolint --version": 5,
        "check, Markdown of 25 kB": 8,
        "check, Word of 200 kB XML": 12,
        "Markdown of 25 kB, unseen": 8,
        "Word of 200 kB XML, unseen": 12,
    }
    found = medians(cases, runs)
    base, base_work = found["python -c pass"]
    print(f"{'':28}{'ms':>8}{'× pass':>9}{'budget':>8}{'processor ms':>14}{'× pass':>9}")
    for name, (wall, work) in found.items():
        over = "  over" if name in budgets and wall / base > budgets[name] else ""
        ratios = f"{wall / base:9.2f}{budgets.get(name, ''):>8}{work * 1000:14.1f}{work / base_work:9.2f}"
        print(f"{name:28}{wall * 1000:8.1f}{ratios}{over}")


def cost_of_facts(folder: Path, runs: int) -> None:
    """What it costs to compare citations with what is known: nothing without any, little with fifty."""
    check = [COMMAND, "check", "--format", "concise"]
    cited, plain = folder / "cited.md", folder / "plain.md"
    head, *rest = markdown(1_000_000).split("\n\n1. ", 1)
    body = rest[0].split(" of 15 March 2006;")[:50]
    cited.write_text(f"{head}\n\n1. {' of 15 March 2006;'.join(body)} of 15 March 2006.\n", "utf-8")
    plain.write_text(cited.read_text("utf-8").replace("resolution 60/", "programme No. "), "utf-8")
    cases = {
        f"{name}{', no facts' * bool(ignored)}": [*check, *ignored, str(path)]
        for name, path in (("50 citations", cited), ("no citation", plain))
        for ignored in ((), ("--ignore", "fact"))
    }
    found = medians(cases, runs)
    print(f"\n{'check, Markdown of 20 kB':28}{'processor ms':>14}{'× no facts':>12}")
    for name, (_, work) in found.items():
        base = found[f"{name.removesuffix(', no facts')}, no facts"][1]
        print(f"{name:28}{work * 1000:14.1f}{work / base:12.2f}")


def throughput() -> None:
    """Whether the cost is linear in the text, within one process."""
    from linter.engine.lint import Linter
    from linter.engine.settings import Settings
    from linter.packs import load
    from linter.readers import read
    from linter.structure import recognise
    from linter.tables import vocabulary

    linter = Linter(load(), Settings())
    print(f"\n{'Markdown':28}{'read':>8}{'recog.':>9}{'rules':>8}{'sum, s':>8}{'MB/s':>8}{'peak MB':>9}")
    for size in (25_000, 250_000, 1_000_000, 2_600_000):
        data = markdown(size).encode()
        document, reading = timed(lambda data=data: read("draft.md", data))
        resolution, recognising = timed(lambda document=document: recognise(document, vocabulary()))
        _, linting = timed(lambda resolution=resolution: linter.lint_resolution(resolution))
        total = reading + recognising + linting
        peak = (
            peak_memory(lambda data=data: linter.lint(read("draft.md", data))) if size <= 1_000_000 else 0.0
        )
        shown = f"{peak:9.0f}" if peak else ""
        print(
            f"{size / 1000:>13,.0f} kB{'':12}{reading:8.3f}{recognising:9.3f}{linting:8.3f}{total:8.3f}"
            f"{len(data) / 1e6 / total:8.2f}{shown}"
        )


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What ``work`` gives, and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def peak_memory(work: Callable[[], object]) -> float:
    """Megabytes that Python objects took at the most during ``work``."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Print the tables."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        startup(Path(folder), runs)
        cost_of_facts(Path(folder), runs)
    throughput()


if __name__ == "__main__":
    main()
