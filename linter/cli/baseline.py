"""A baseline: the findings that were there when the rules came, kept so that only new ones are told."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from linter.cli.output import replace_file
from linter.model.errors import ConfigError
from linter.model.fingerprint import fingerprint
from linter.model.report import FileReport, Finding
from linter.model.values import replace

_SCHEMA = 1

# How often each finding is known in a file: its rule and its fingerprint.
Known = Counter[tuple[str, str]]


class Baseline:
    """The findings in a file of ours, by the path of the draft as seen from that file."""

    def __init__(self, file: Path, known: dict[str, Known] | None = None) -> None:
        self._file = file
        self._folder = file.absolute().parent
        self._known = known or {}

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """The baseline in ``file``; raises ConfigError where there is none."""
        import json

        try:
            return cls(file, _understood(json.loads(file.read_text("utf-8"))))
        except FileNotFoundError as error:
            message = "there is no such baseline: make it with --write-baseline"
            raise ConfigError(message, str(file)) from error
        except OSError as error:
            raise ConfigError(f"the baseline cannot be read: {error.strerror}", str(file)) from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            message = "this is no baseline of resolint: make it anew with --write-baseline"
            raise ConfigError(message, str(file)) from error

    @classmethod
    def at(cls, file: Path) -> Baseline:
        """The baseline in ``file``, an empty one where there is no file yet."""
        return cls.read(file) if file.exists() else cls(file)

    def without(self, files: Sequence[FileReport]) -> tuple[list[FileReport], int]:
        """The reports without what is known, and how many of the known findings these drafts no longer have.

        A draft that the baseline does not name may have been moved: it is given what is known of drafts
        that are gone.
        """
        names = [self._name(file.path) for file in files]
        left = {name: Counter(known) for name, known in self._known.items()}
        homeless: Known = Counter()
        for name in left.keys() - set(names):
            if not (self._folder / name).exists():
                homeless.update(left[name])
        shown = [_new(file, left.get(name, homeless)) for file, name in zip(files, names, strict=True)]
        return shown, sum(left[name].total() for name in set(names) & left.keys())

    def replaced(self, files: Sequence[FileReport]) -> list[FileReport]:
        """Write the findings of these drafts to the file; the reports without them.

        What the file knows of drafts that were not checked stays in it, unless they are gone.
        """
        found = {self._name(file.path): Counter(map(_key, file.findings)) for file in files}
        others = {
            name: known
            for name, known in self._known.items()
            if name not in found and (self._folder / name).exists()
        }
        replace_file(self._file, _written({**others, **found}).encode())
        return [replace(file, findings=(), baselined=len(file.findings)) for file in files]

    def _name(self, path: str) -> str:
        relative = os.path.relpath(Path(path).absolute(), self._folder)
        return Path(relative).as_posix().encode("utf-8", "replace").decode()


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, fingerprint(finding)


def _new(file: FileReport, known: Known) -> FileReport:
    shown = []
    for finding in file.findings:
        key = _key(finding)
        if known[key] > 0:
            known[key] -= 1
        else:
            shown.append(finding)
    return replace(file, findings=tuple(shown), baselined=len(file.findings) - len(shown))


def _understood(value: Any) -> dict[str, Known]:
    """What the JSON says; any of several errors where it is not ours."""
    if value["schema"] != _SCHEMA:
        raise ValueError(value["schema"])
    return {
        str(path): Counter(
            {
                (str(rule), str(mark)): int(number)
                for rule, marks in rules.items()
                for mark, number in marks.items()
            }
        )
        for path, rules in value["files"].items()
    }


def _written(known: dict[str, Known]) -> str:
    """JSON that is the same for the same findings, a line each, so that git merges it well."""
    import json

    files: dict[str, dict[str, dict[str, int]]] = {}
    for path in sorted(path for path in known if known[path].total()):
        rules = files.setdefault(path, {})
        for rule, mark in sorted(known[path]):
            rules.setdefault(rule, {})[mark] = known[path][rule, mark]
    return json.dumps({"schema": _SCHEMA, "files": files}, ensure_ascii=False, indent=1) + "\n"
