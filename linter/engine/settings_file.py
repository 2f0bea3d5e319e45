"""Reads resolint.toml and [tool.resolint]; a mistake is shown where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from linter.engine.settings import Settings
from linter.model.errors import ConfigError
from linter.model.values import dataclass

ORGANS = ("auto", "ga", "hrc", "sc", "ecosoc")
STAGES = ("auto", "negotiation", "draft", "adopted")
LEVELS = ("error", "warning", "advice")
AGREED = ("advice", "hide", "keep")


@dataclass(frozen=True, slots=True)
class _Place:
    """A key of the settings file and how to complain of it."""

    file: str
    text: str
    table: str
    key: str

    @property
    def line(self) -> int | None:
        """The line the key is set on, from 1; None when it cannot be told."""
        table = ""
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
                table = header[1]
                if table == f"{self.table}.{self.key}".lstrip("."):
                    return number
            elif table == self.table and re.match(rf"\s*[\"']?{re.escape(self.key)}[\"']?\s*=", line):
                return number
        return None

    def inside(self, key: str) -> _Place:
        """The place of ``key`` in the table that this key names."""
        return _Place(self.file, self.text, f"{self.table}.{self.key}".lstrip("."), key)

    def wrong(self, message: str) -> ConfigError:
        """The error to raise for this key."""
        return ConfigError(message, self.file, self.line)


def load(file: Path) -> Settings:
    """Settings of one file; raises ConfigError with file and line for what it cannot understand."""
    text, values = _parse(file)
    table = "" if file.name != "pyproject.toml" else "tool.resolint"
    for name in filter(None, table.split(".")):
        values = values.get(name, {})
    fields: dict[str, Any] = {"root": file.parent}
    origins: dict[str, str] = {}
    for key, value in values.items():
        place = _Place(str(file), text, table, key)
        for field, read in _read_key(place, value, file.parent).items():
            fields[field] = read
            origins[field] = str(file) if place.line is None else f"{file}:{place.line}"
    return Settings(**fields, origins=origins)


def _parse(file: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = file.read_text("utf-8-sig")
        return text, tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"the settings file cannot be read: {error.strerror}", str(file)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("the settings file is not UTF-8 text", str(file)) from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        message = str(error)[: at.start()] if at else str(error)
        line = int(at[1]) if at else None
        raise ConfigError(f"this is not valid TOML: {message}", str(file), line) from error


def _read_key(place: _Place, value: object, folder: Path) -> dict[str, Any]:
    """The fields of Settings that one key sets."""
    if place.key == "word":
        return _word(place, value)
    if place.key == "grammar":
        return _grammar(place, value)
    reader = _KEYS.get(place.key)
    if reader is None:
        raise place.wrong(_unknown("setting", place.key, [*_KEYS, "grammar", "word"]))
    read = reader(place, value)
    if place.key == "facts":
        read = tuple(folder / path for path in read)
    if place.key == "rules":
        read = tuple(_pack(folder, name) for name in read)
    if place.key == "base":
        read = folder / read
    return {place.key.replace("-", "_"): read}


def _pack(folder: Path, name: str) -> Path:
    """A pack beside the settings, or, where there is none, the name of an installed one."""
    path = folder / name
    return Path(name) if len(Path(name).parts) == 1 and not path.exists() else path


def _word(place: _Place, value: object) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise place.wrong('"word" is a table: [word] with author and date')
    for key in value:
        if key not in ("author", "date"):
            raise place.inside(key).wrong(_unknown("setting of [word]", key, ["author", "date"]))
    return {key: str(inner) for key, inner in value.items()}


def _grammar(place: _Place, value: object) -> dict[str, Any]:
    """``grammar = true``, or a table that names the server, and switches it on only when it says so."""
    if isinstance(value, bool):
        return {"grammar": value}
    if not isinstance(value, Mapping):
        raise place.wrong('"grammar" is true or false, or a table: [grammar] with enabled, server, timeout')
    found: dict[str, Any] = {}
    for key, inner in value.items():
        reader = _GRAMMAR.get(key)
        if reader is None:
            raise place.inside(key).wrong(_unknown("setting of [grammar]", key, list(_GRAMMAR)))
        field = "grammar" if key == "enabled" else f"grammar_{key}"
        found[field] = reader(place.inside(key), inner)
    return found


def _server(place: _Place, value: object) -> str:
    if value == "public":
        return "public"
    if isinstance(value, str) and re.fullmatch(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", value):
        return value
    raise place.wrong('"server" is an address such as "http://localhost:8081", or "public"')


def _seconds(place: _Place, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 3600:
        raise place.wrong(f'"{place.key}" is a number of seconds, from 1 to 3600')
    return float(value)


def _names(place: _Place, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        example = _EXAMPLES.get(place.key, '["RULE"]')
        raise place.wrong(f'"{place.key}" is a list of words in quotation marks, for example {example}')
    return tuple(value)


def _language(place: _Place, value: object) -> str | None:
    if not isinstance(value, str):
        raise place.wrong('"language" is a code such as "en", or "auto"')
    return None if value == "auto" else value


def _file(place: _Place, value: object) -> str:
    if not isinstance(value, str):
        raise place.wrong(f'"{place.key}" is the name of a file, in quotation marks')
    return value


def _switch(place: _Place, value: object) -> bool:
    if not isinstance(value, bool):
        raise place.wrong(f'"{place.key}" is true or false')
    return value


def _one_of(*choices: str) -> Callable[[_Place, object], str | None]:
    def read(place: _Place, value: object) -> str | None:
        if value not in choices:
            raise place.wrong(f'"{place.key}" is one of {", ".join(choices)}, not {value!r}')
        return None if value == "auto" else str(value)

    return read


def _ignore_in(place: _Place, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, Mapping):
        raise place.wrong(
            '"ignore-in" is a table of paths: [ignore-in] with lines such as "annexes/*.md" = ["RULE"]'
        )
    return tuple((pattern, _names(place.inside(pattern), rules)) for pattern, rules in value.items())


def _severity(place: _Place, value: object) -> tuple[tuple[str, Any], ...]:
    if not isinstance(value, Mapping):
        raise place.wrong('"severity" is a table of rules: [severity] with lines such as RULE = "advice"')
    level = _one_of(*LEVELS)
    return tuple((rule, level(place.inside(rule), value[rule])) for rule in value)


_KEYS: Mapping[str, Callable[[_Place, object], Any]] = {
    "select": _names,
    "ignore": _names,
    "rules": _names,
    "facts": _names,
    "exclude": _names,
    "organ": _one_of(*ORGANS),
    "stage": _one_of(*STAGES),
    "language": _language,
    "base": _file,
    "agreed": _one_of(*AGREED),
    "fail-on": _one_of(*LEVELS, "never"),
    "cache": _switch,
    "ignore-in": _ignore_in,
    "severity": _severity,
}
_GRAMMAR: Mapping[str, Callable[[_Place, object], Any]] = {
    "enabled": _switch,
    "server": _server,
    "timeout": _seconds,
}
_EXAMPLES = {"rules": '["packs/ours.yaml"]', "facts": '["resolutions.tsv"]', "exclude": '["archive/**"]'}


def _unknown(what: str, name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.replace("_", "-"), known, 1)
    hint = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(sorted(known))}"
    return f'there is no {what} "{name}": {hint}'
