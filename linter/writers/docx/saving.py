"""The changed parts of a Word file as bytes, and the files that must not be changed."""

from __future__ import annotations

from linter.model.errors import WriteError
from linter.ooxml.package import Package
from linter.ooxml.repack import serialised
from linter.ooxml.xml import Element


def contents(package: Package, roots: dict[str, Element]) -> dict[str, bytes]:
    """Parts by the names that they have in the package, as bytes."""
    found = {}
    for part, root in roots.items():
        present = package.has(part)
        name = package.name(part) if present else part
        found[name] = serialised(root, package.read(part) if present else b"")
    return found


def refuse_signed(package: Package) -> None:
    """Raise WriteError for a file with a digital signature."""
    kinds = {relationship.kind for relationship in package.relationships("")}
    if "origin" in kinds and any("_xmlsignatures" in info.filename.lower() for info in package.entries):
        raise WriteError(
            "the Word file is signed, and any change would break the signature; save a copy without"
            " signature and repair that",
            package.path,
        )
