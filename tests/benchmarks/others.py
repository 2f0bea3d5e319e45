"""The tools that a person would pick in place of resolint: how each is installed, called and counted."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.bench import ENVIRONMENT

# Each tool has something to say about it: one that says nothing is not at work.
PROBE = (
    "# A draft\n\nThe chairman said said that it is very unique,  and that the policeman utilise it "
    "in order to co-operate with you (i.e. now).\n"
)
OURS = "**resolint**"
PRESET = "@textlint-rule/textlint-rule-preset-google"
COUNT_IN_JAVA = """
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;

class Count {
    public static void main(String[] arguments) {
        JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("en-GB"));
        System.out.println(tool.getAllActiveRules().size());
    }
}
"""


class Row(NamedTuple):
    """A way to check a draft: its line in the table, and the command, to which the draft is added."""

    name: str
    version: str
    rules: str
    command: tuple[str, ...]


class Tool(NamedTuple):
    """A tool: how it is installed, and its row, given where it is and a folder for its settings."""

    name: str
    install: str
    row: Callable[[str, Path], Row]


def said(*command: str | Path, also: int = subprocess.DEVNULL) -> str:
    """What a command prints on standard output, ``also`` on standard error, whatever its exit status."""
    outcome = subprocess.run(
        command,
        check=False,
        encoding="utf-8",
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=also,
    )
    return outcome.stdout


def version(*command: str) -> str:
    """The version number in what a command prints, or nothing."""
    found = re.search(r"\d+(?:\.\d+)+", said(*command))
    return found[0] if found else ""


def resolint(program: tuple[str, ...]) -> tuple[Row, Row]:
    """A draft that was never checked, and one that has not changed since it was."""
    count = str(len(json.loads(said(*program, "rules", "--format", "json"))["rules"]))
    check = (*program, "check", "--format", "concise")
    number = version(*program, "--version")
    return (
        Row(OURS, number, count, (*check, "--no-cache")),
        Row(f"{OURS}, draft unchanged since", number, count, check),
    )


def _vale(program: str, folder: Path) -> Row:
    files = [path.read_text("utf-8") for path in (folder / "styles" / "Resolutions").glob("*.yml")]
    words = sum(len(re.findall(r"^  \S.*: ", text, re.MULTILINE)) for text in files)
    command = (program, "--config", str(folder / ".vale.ini"))
    # Built by "go install" it does not know its version, but Go does.
    number = version(program, "--version") or _module_version(program)
    return Row("Vale with our words", number, f"{len(files)} of {words:,} words", command)


def _module_version(program: str) -> str:
    found = re.search(r"^\tmod\t\S+\tv(\S+)", said("go", "version", "-m", program), re.MULTILINE)
    return found[1] if found else "?"


def _proselint(program: str, _: Path) -> Row:
    count = said(program, "dump-config").count(": true")
    return Row("proselint", version(program, "version"), f"{count} groups", (program, "check"))


def _write_good(program: str, _: Path) -> Row:
    count = len(re.findall(r"^ +--no-", said(program, "--help"), re.MULTILINE))
    return Row("write-good", version(program, "--version"), str(count), (program,))


def _alex(program: str, _: Path) -> Row:
    modules = _modules(program)
    count = said(
        "node",
        "--input-type=module",
        "--eval",
        f"import {{patterns}} from '{modules}/retext-equality/lib/en.js';"
        f"import {{cuss}} from '{modules}/cuss/index.js';"
        "console.log(patterns.length + Object.keys(cuss).length)",
    )
    return Row("alex", version(program, "--version"), f"{int(count):,} words", (program,))


def _textlint(program: str, _: Path) -> Row:
    modules = _modules(program)
    count = said("node", "--print", f"Object.keys(require('{modules}/{PRESET}').rules).length").strip()
    command = (program, "--rules-base-directory", str(modules), "--preset", PRESET)
    return Row("textlint, preset google", version(program, "--version"), count, command)


def _modules(program: str) -> Path:
    """The folder ``node_modules`` that a program of Node stands in."""
    return next(folder for folder in Path(program).resolve().parents if folder.name == "node_modules")


def _languagetool(jars: str, folder: Path) -> Row:
    java = ("java", "-cp", f"{jars}/*")
    main = (*java, "org.languagetool.commandline.Main")
    counting = folder / "Count.java"
    counting.write_text(COUNT_IN_JAVA, "utf-8")
    count = int(said(*java, counting).split()[-1])
    command = (*main, "--language", "en-GB", "--encoding", "utf-8")
    return Row("LanguageTool", version(*main, "--version"), f"{count:,}", command)


TOOLS = (
    Tool("vale", "go install github.com/vale-cli/vale/v3/cmd/vale@v3.21.0", _vale),
    Tool("proselint", "pip install proselint", _proselint),
    Tool("write-good", "npm install write-good", _write_good),
    Tool("alex", "npm install alex", _alex),
    Tool("textlint", f"npm install textlint {PRESET}", _textlint),
    Tool(
        "languagetool",
        "mvn -f tests/benchmarks/languagetool.xml dependency:copy-dependencies -DoutputDirectory=FOLDER, "
        "then --at languagetool=FOLDER",
        _languagetool,
    ),
)


def rows(places: Mapping[str, str], folder: Path) -> tuple[list[Row], list[str]]:
    """The rows of the tools that are there, and for each of the others how to install it."""
    there: list[Row] = []
    absent: list[str] = []
    for tool in TOOLS:
        place = places.get(tool.name) or shutil.which(tool.name)
        if place and Path(place).exists():
            there.append(tool.row(str(Path(place).absolute()), folder))
        else:
            absent.append(f"{tool.name} is not there: {tool.install}")
    return there, absent
