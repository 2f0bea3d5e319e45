"""How settings decide what is recognised in a draft."""

from __future__ import annotations

from linter.engine.settings import Settings
from linter.model.document import Document
from linter.model.resolution import Resolution
from linter.model.vocabulary import Vocabulary
from linter.structure import recognise
from linter.tables import vocabulary


def words_of(settings: Settings) -> Vocabulary:
    """The vocabulary of the language that settings name: English where they leave it to the draft."""
    return vocabulary(settings.language or "en")


def recognised(document: Document, settings: Settings) -> Resolution:
    """The structure of a document, with the organ, stage and language that settings may force."""
    return recognise(document, words_of(settings), organ=settings.organ, stage=settings.stage)
