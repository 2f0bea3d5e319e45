from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.model.errors import RuleError
from linter.tables.yamlfile import parse_yaml, read_yaml


def test_scalars_are_what_they_look_like() -> None:
    text = (
        "a: no\nb: 2007-09-10\nc: 12:30\nd: true\ne:\nf: 7\ng: 1.5\nh: '7'\ni: 007\nj: on\nk: -3\nl: |\n  7\n"
    )
    found, _ = parse_yaml(text, "x")
    assert found == {
        "a": "no", "b": "2007-09-10", "c": "12:30", "d": True, "e": None, "f": 7,
        "g": 1.5, "h": "7", "i": "007", "j": "on", "k": -3, "l": "7\n",
    }  # fmt: skip


def test_keys_stay_text() -> None:
    assert parse_yaml("no: 1\n5: 2\ntrue: 3", "x")[0] == {"no": 1, "5": 2, "true": 3}


def test_lines() -> None:
    _, lines = parse_yaml("top:\n  - a: 1\n  - a: 2\n    b: [3,\n      4]\n", "x")
    assert lines.at("top", 1, "b") == 4
    assert lines.at("top", 1, "b", 1) == 5
    assert lines.at("top", 1, "missing") == 3
    assert lines.at() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3", "x:3: the key “a” stands twice: keep one"),
        ("a: &n 1\nb: *n", "x:1: anchors (&) and aliases (*) are not allowed: write the value out"),
        ("a: *n", "x:1: anchors (&) and aliases (*) are not allowed: write the value out"),
        ("a: 1\n? [b]\n: 2", "x:2: a key must be a word"),
        ("a: [1, 2\nb: 3", "x:2: this is not YAML"),
        ("a: 1\n\tb: 2", "x:2: this is not YAML"),
        ("[" * 50, "x:1: is nested deeper than 40 levels"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_yaml(text, "x")
    assert str(caught.value).startswith(message)


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    with pytest.raises(RuleError, match="nested deeper"):
        parse_yaml("[" * 500_000, "x")


def test_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1")
    assert read_yaml(path)[0] == {"a": 1}
    path.write_bytes(b"a: 1\nb: \xe9")
    with pytest.raises(RuleError, match=r"a\.yaml:2: is not UTF-8"):
        read_yaml(path)


def test_size(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * 4_000_001)
    with pytest.raises(RuleError, match="larger than 4,000,000 bytes"):
        read_yaml(path)


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.text("aé “\n:#-'\"", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(plain)
def test_what_is_dumped_is_read(value: object) -> None:
    text = yaml.safe_dump(json.loads(json.dumps(value)), allow_unicode=True)
    assert parse_yaml(text, "x")[0] == value
