"""Parts that a package does not have yet: made, with their relationship and content type."""

from __future__ import annotations

import posixpath
from itertools import count

from lxml import etree

from linter.ooxml.package import Package, relationships_name
from linter.ooxml.xml import RELATIONSHIPS, STRICT, Element, namespace

_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def part_of_kind(package: Package, kind: str, roots: dict[str, Element]) -> Element:
    """The root of the part that the main part relates to as ``kind`` ("comments", "footnotes").

    A part that is missing is made and declared. All parts that differ then stand in ``roots`` by name.
    """
    part = package.related(kind)
    if part is not None:
        return roots.setdefault(part, package.tree(part))
    name = posixpath.join(posixpath.dirname(package.main), f"{kind}.xml")
    if name not in roots:
        space = namespace(package.tree(package.main))
        roots[name] = etree.Element(f"{{{space}}}{kind}", nsmap={"w": space})
        _declare(package, name, kind, roots)
    return roots[name]


def _declare(package: Package, name: str, kind: str, roots: dict[str, Element]) -> None:
    strict = namespace(package.tree(package.main)) == STRICT
    types = roots[_CONTENT_TYPES] = package.tree(_CONTENT_TYPES)
    attributes = {"PartName": f"/{name}", "ContentType": f"{_WORD_TYPE}.{kind}+xml"}
    types.append(types.makeelement(f"{{{_TYPES}}}Override", attributes))
    part = relationships_name(package.main)
    if package.has(part):
        root = package.tree(part)
    else:
        root = etree.fromstring(f'<Relationships xmlns="{_PACKAGE}"/>')
    present = {one.get("Id") for one in root}
    identifier = next(free for number in count(1) if (free := f"rId{number}") not in present)
    attributes = {
        "Id": identifier,
        "Type": f"{RELATIONSHIPS[strict]}/{kind}",
        "Target": posixpath.basename(name),
    }
    root.append(root.makeelement(f"{{{_PACKAGE}}}Relationship", attributes))
    roots[part] = root
