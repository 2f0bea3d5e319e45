"""Short drafts in Markdown, read and recognised through the public doors."""

from __future__ import annotations

from linter.model.resolution import Element, Resolution, Role
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary

FRAME = """\
A/C.2/80/L.99

Eightieth session

Agenda item 18 (a)

Sustainable development

**Fiji and Peru: draft resolution**

**Clean rivers for all**

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

*Recalling also* the Charter of the United Nations,

1. *Calls upon* States to protect rivers;

2. *Decides* to remain seized of the matter.
"""


def recognised(text: str, name: str = "draft.md") -> Resolution:
    """The structure of a draft given as text."""
    return recognise(read(name, text.encode()), vocabulary())


def of_role(resolution: Resolution, role: Role) -> list[Element]:
    """The elements of one role, in order."""
    return [element for element in resolution.elements if element.role == role]


def texts(resolution: Resolution, role: Role) -> list[str]:
    """The words of the elements of one role."""
    return [element.block.text for element in of_role(resolution, role)]


def body(*paragraphs: str, organ: str = "*The General Assembly*,") -> Resolution:
    """A draft of an organ line and these paragraphs."""
    return recognised("\n\n".join((organ, *paragraphs)) + "\n")
