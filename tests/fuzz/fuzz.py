"""Feed damaged drafts to readers, rules and repairs, for as long as one likes.

    python -m tests.fuzz.fuzz --minutes 20    mutations; the same seed tries the same
    python -m tests.fuzz.fuzz --atheris draft.md -max_total_time=600 FOLDER    guided; needs atheris
    python -m tests.fuzz.fuzz --atheris draft.md --reading ...                 the same, but read alone

A draft is read, checked, repaired and read again, or refused with a message; whatever else happens is a
finding, and is kept in ``--findings`` with its name telling which error it was. FOLDER is for the corpus of
atheris; the drafts that it starts from, one for each format, are named in ``tests/fuzz/drafts.py``.
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import sys
import time
import traceback
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from types import FunctionType

from lxml import etree

from linter.engine.lint import Linter
from linter.engine.recognising import recognised
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.fixing import fix, rendered
from linter.model.changes import Refusal
from linter.model.errors import ResolintError
from linter.model.report import Report
from linter.packs import load
from linter.readers import read
from linter.reporters import render
from tests.fuzz.drafts import WORDS, drafts

SLOW = 20.0  # seconds of the processor for one small draft
LINTER = Linter(load(), Settings(select=("all",)))


def attempt(name: str, data: bytes, *, reading: bool = False) -> None:
    """Do with a draft all that the program does; raises what it should not, and TimeoutError when slow."""
    start = time.process_time()
    try:
        document = read(name, data)
        if reading:
            recognised(document, Settings())
            return
        lint = LINTER.lint(document)
        if lint.failures:
            raise AssertionError(lint.failures[0])
        render(Report((file_report(lint),), ()), "full", color=False, width=80)
        outcome = fix(document, LINTER, suggested=True)
        read(name, rendered(outcome, LINTER))
    except (ResolintError, Refusal):
        pass
    if time.process_time() - start > SLOW:
        raise TimeoutError(f"took {time.process_time() - start:.0f} seconds")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The data with a few changes: bytes, pieces moved, doubled or cut, and words that mean something."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        start = chance.randrange(len(found) + 1)
        end = min(len(found), start + chance.choice((1, 2, 8, 40, 400)))
        match chance.randrange(6):
            case 0:
                found[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
            case 1:
                del found[start:end]
            case 2:
                found[start:start] = found[start:end] * chance.choice((1, 3, 60))
            case 3:
                found[start:start] = chance.choice(WORDS) * chance.choice((1, 1, 2, 30))
            case 4:
                found[start:end] = chance.choice(WORDS)
            case _:
                piece = bytes(found[start:end])
                del found[start:end]
                place = chance.randrange(len(found) + 1)
                found[place:place] = piece
    return bytes(found)


def _reshape(one: etree._Element, other: etree._Element, chance: random.Random) -> None:
    match chance.randrange(6):
        case 0:
            one.getparent().remove(one)
        case 1:
            other.insert(chance.randrange(len(other) + 1), deepcopy(one))
        case 2:
            one.tag = other.tag
        case 3:
            one.text, one.tail = other.tail, chance.choice((one.tail, other.text))
        case 4:
            word = chance.choice(WORDS).decode("utf-8", "ignore")
            one.text = "".join(letter for letter in word if letter.isprintable() or letter in "\t\n")
        case _:
            name = chance.choice(one.keys() or other.keys() or ["id"])
            one.set(name, chance.choice((*one.values(), *other.values(), "-1", "99999999999999", "", "x")))


def reshaped(data: bytes, chance: random.Random) -> bytes:
    """XML with elements moved, doubled, dropped or told something else, and still XML."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return mutated(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        nodes = [node for node in root.iterdescendants() if isinstance(node.tag, str)]
        if not nodes:
            break
        with suppress(ValueError):  # the parser lets names pass that it does not let one write
            _reshape(chance.choice(nodes), chance.choice(nodes), chance)
    return bytes(etree.tostring(root))


def damaged(name: str, data: bytes, chance: random.Random) -> bytes:
    """A mutation; of XML often of its elements, of a Word file mostly inside one of its parts."""
    if name.endswith(".xml") and chance.random() < 0.6:
        return reshaped(data, chance)
    if not name.endswith(".docx") or chance.random() < 0.2:
        return mutated(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            parts = {part: source.read(part) for part in source.namelist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, RuntimeError):
        return mutated(data, chance)
    out = io.BytesIO()
    change = reshaped if chance.random() < 0.7 else mutated
    main = "word/document.xml"
    chosen = main if chance.random() < 0.6 or not parts else chance.choice(list(parts))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part, content in parts.items():
            target.writestr(part, change(content, chance) if part == chosen else content)
    return out.getvalue()


def attempts(seed: int) -> Iterator[tuple[str, bytes]]:
    """Damaged drafts without end."""
    chance = random.Random(seed)
    sound = drafts()
    while True:
        name, data = chance.choice(sound)
        yield name, damaged(name, data, chance)


def finding(name: str, data: bytes, findings: Path, *, reading: bool = False) -> str:
    """What kind of error a draft runs into, its first one kept; nothing where all is well."""
    try:
        attempt(name, data, reading=reading)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}"
        kept = findings / f"{kind}-{name}"
        if not kept.exists():
            findings.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(data)
            print(f"{kind}: {error}"[:300], flush=True)
        return kind
    return ""


def run(minutes: float, seed: int, findings: Path) -> int:
    """Try for some minutes; how many different errors were found."""
    until = time.monotonic() + minutes * 60
    seen: dict[str, int] = {}
    tried = 0
    for name, data in attempts(seed):
        tried += 1
        kind = finding(name, data, findings)
        if kind:
            seen[kind] = seen.get(kind, 0) + 1
        if time.monotonic() > until:
            break
    print(f"{tried} drafts, {len(seen)} kinds of errors: {seen}")
    return len(seen)


def guided(name: str, options: list[str], findings: Path, *, reading: bool) -> None:
    """Let atheris look for drafts of one format; its own options and the folder of its corpus follow."""
    import atheris

    sound = dict(drafts())[name]
    for option in options:
        if not option.startswith("-"):
            Path(option).mkdir(parents=True, exist_ok=True)
            (Path(option) / name).write_bytes(sound)

    def changed(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if name.endswith(".docx"):
            return damaged(name, data if zipfile.is_zipfile(io.BytesIO(data)) else sound, chance)[:most]
        return (
            damaged(name, data, chance)[:most] if chance.random() < 0.5 else bytes(atheris.Mutate(data, most))
        )

    finding(name, sound, findings)  # loads what is loaded late
    for item in gc.get_objects():
        if isinstance(item, FunctionType) and (item.__module__ or "").startswith("linter."):
            atheris.instrument_func(item)
    atheris.Setup(
        [sys.argv[0], *options],
        lambda data: finding(name, data, findings, reading=reading) and None,
        custom_mutator=changed,
    )
    atheris.Fuzz()


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    parser.add_argument("--atheris", metavar="DRAFT", choices=[name for name, _ in drafts()])
    parser.add_argument("--reading", action="store_true")
    given, options = parser.parse_known_args()
    if given.atheris:
        guided(given.atheris, options, given.findings, reading=given.reading)
    elif options:
        parser.error(f"what is {options[0]}?")
    return min(run(given.minutes, given.seed, given.findings), 1)


if __name__ == "__main__":
    sys.exit(main())
