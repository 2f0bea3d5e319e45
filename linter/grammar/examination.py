"""A recognised draft sent to LanguageTool, paragraph by paragraph, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.grammar import local
from linter.grammar.choice import OPTIONS
from linter.grammar.client import PUBLIC, Client, Match
from linter.grammar.judgement import Protected, Remark, gathered, remark
from linter.grammar.sentences import sentence
from linter.grammar.trouble import GrammarError
from linter.model.resolution import Resolution, Role
from linter.model.values import replace

_ROLES: tuple[Role, ...] = (
    "title", "heading", "preambular", "operative", "subparagraph", "footnote",
)  # fmt: skip
_TOGETHER = 5_000  # characters of a question: short enough to be answered soon, by any server
_LONGEST = 40_000  # a paragraph that is longer is no paragraph
_REMEMBERED = 5_000  # paragraphs
_BETWEEN = "\n\n"
_LANGUAGE = "en"


class Grammar:
    """Asks one server: ``server`` is its address, "public", or "" for one that is started here.

    A question may take ``seconds``. What is known of a paragraph is not asked again, and a server that failed
    is not asked at all.
    """

    def __init__(self, server: str, seconds: float) -> None:
        self._server = PUBLIC if server == "public" else server
        self._seconds = seconds
        self._client: Client | None = None
        self._trouble: str | None = None
        self._known: dict[str, tuple[Match, ...]] = {}

    def remarks(self, resolution: Resolution, protected: Protected) -> list[Remark]:
        """What LanguageTool finds in an English draft; raises GrammarError when it cannot be asked."""
        if resolution.language != _LANGUAGE:
            return []
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        sentences = [
            sentence(element)
            for element in resolution.elements
            if element.role in _ROLES and element.block.text.strip() and len(element.block.text) <= _LONGEST
        ]
        self._look_up(list(dict.fromkeys(one.text for one in sentences if one.text not in self._known)))
        remarks = (
            found
            for one in sentences
            for match in self._known[one.text]
            if (found := remark(one.placed(match), one.block, _LANGUAGE, protected)) is not None
        )
        blocks = {one.block.index: one.block for one in sentences}
        return gathered(remarks, lambda place: blocks[place.block].text[place.start : place.end])

    def _look_up(self, texts: list[str]) -> None:
        """Ask for texts that are not known yet."""
        if not texts:
            return
        if self._trouble is not None:
            raise GrammarError(self._trouble)
        try:
            client = self._reached()
            for together in _portions(texts):
                self._take(together, client.check(_BETWEEN.join(together), OPTIONS))
        except GrammarError as error:
            self._trouble = str(error)
            raise

    def _reached(self) -> Client:
        if self._client is None:
            started = local.Started(self._server) if self._server else local.server()
            if started.trouble:
                raise GrammarError(started.trouble)
            self._client = Client(started.address, self._seconds)
        return self._client

    def _take(self, texts: list[str], matches: Iterable[Match]) -> None:
        """Keep each match with the text that it lies in; one across two texts says nothing of either."""
        found: dict[str, list[Match]] = {text: [] for text in texts}
        starts = list(_starts(texts))
        for match in matches:
            for start, text in zip(starts, texts, strict=True):
                if start <= match.start <= match.end <= start + len(text):
                    moved = replace(match, start=match.start - start, end=match.end - start)
                    found[text].append(moved)
        self._known |= {text: tuple(inside) for text, inside in found.items()}


def _portions(texts: list[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    size = 0
    for text in texts:
        if portion and size + len(text) > _TOGETHER:
            yield portion
            portion, size = [], 0
        portion.append(text)
        size += len(text) + len(_BETWEEN)
    if portion:
        yield portion


def _starts(texts: Iterable[str]) -> Iterator[int]:
    start = 0
    for text in texts:
        yield start
        start += len(text) + len(_BETWEEN)
