"""Feed damaged drafts to readers, rules and repairs, for as long as one likes.

    python -m tests.fuzz.fuzz --minutes 20       mutations; the same seed tries the same
    python -m tests.fuzz.fuzz --atheris -max_total_time=3600 FOLDER    guided by coverage; needs atheris

A draft is read, checked, repaired and read again, or refused with a message; whatever else happens is a
finding, and is kept in FOLDER (``--findings``) with its name telling which error it was.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path

from linter.engine.lint import Linter
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


def attempt(name: str, data: bytes) -> None:
    """Do with a draft all that the program does; raises what it should not, and TimeoutError when slow."""
    start = time.process_time()
    try:
        document = read(name, data)
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


def damaged(name: str, data: bytes, chance: random.Random) -> bytes:
    """A mutation; of a Word file mostly inside one of its parts, so that it is still a package."""
    if not name.endswith(".docx") or chance.random() < 0.2:
        return mutated(data, chance)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        names = source.namelist()
        chosen = "word/document.xml" if chance.random() < 0.6 else chance.choice(names)
        for part in names:
            content = source.read(part)
            target.writestr(part, mutated(content, chance) if part == chosen else content)
    return out.getvalue()


def attempts(seed: int) -> Iterator[tuple[str, bytes]]:
    """Damaged drafts without end."""
    chance = random.Random(seed)
    sound = drafts()
    while True:
        name, data = chance.choice(sound)
        yield name, damaged(name, data, chance)


def run(minutes: float, seed: int, findings: Path) -> int:
    """Try for some minutes; how many different errors were found."""
    until = time.monotonic() + minutes * 60
    seen: dict[str, int] = {}
    tried = 0
    for name, data in attempts(seed):
        tried += 1
        try:
            attempt(name, data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}"
            if kind not in seen:
                findings.mkdir(parents=True, exist_ok=True)
                (findings / f"{kind}-{name}").write_bytes(data)
                print(f"{kind}: {error}"[:300], flush=True)
            seen[kind] = seen.get(kind, 0) + 1
        if time.monotonic() > until:
            break
    print(f"{tried} drafts, {len(seen)} kinds of errors: {seen}")
    return len(seen)


def guided(arguments: list[str]) -> None:
    """Let atheris look for inputs; its own options and the folder of its corpus follow."""
    import atheris

    names = [name for name, _ in drafts()]
    folder = next((Path(argument) for argument in arguments if not argument.startswith("-")), None)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (name, data) in enumerate(drafts()):
            (folder / name).write_bytes(bytes([number]) + data)

    def one(data: bytes) -> None:
        if data:
            attempt(names[data[0] % len(names)], data[1:])

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def main() -> int:
    """The command."""
    if "--atheris" in sys.argv:
        guided([argument for argument in sys.argv[1:] if argument != "--atheris"])
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    given = parser.parse_args()
    return min(run(given.minutes, given.seed, given.findings), 1)


if __name__ == "__main__":
    sys.exit(main())
