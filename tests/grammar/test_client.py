"""What a server may do to us: hang, die, say nonsense. Each ends soon, with the reason."""

from __future__ import annotations

import socket
import time

import pytest

from linter.grammar.client import Client
from linter.grammar.trouble import GrammarError
from tests.grammar import fakes
from tests.grammar.fakes import Answer, Fake, match, send


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (fakes.hang, "does not answer within 0.3 seconds"),
        (fakes.drip, "does not answer within 0.3 seconds"),
        (fakes.die, "cannot be reached"),
        (fakes.refuse, "answers “429 Too Many Requests”"),
        (fakes.chat, "is no LanguageTool server"),
        (fakes.misunderstand, "is no LanguageTool server"),
    ],
)
def test_a_server_that_fails_is_told_of_soon(fake: Fake, answer: Answer, said: str) -> None:
    fake.answer = answer
    begun = time.monotonic()
    with pytest.raises(GrammarError, match=said):
        Client(fake.address, 0.3).check("A text.", {})
    assert time.monotonic() - begun < 2


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with pytest.raises(GrammarError, match="cannot be reached"):
        Client(address, 5).check("A text.", {})


def test_a_server_that_takes_no_call() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=1) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(GrammarError, match=r"within 0\.3 seconds"):
            Client(address, 0.3).check("A text.", {})


def test_a_redirect_takes_the_draft_nowhere(fake: Fake) -> None:
    with Fake() as elsewhere:
        fake.answer = lambda handler: send(handler, b"", 307, Location=f"{elsewhere.address}/v2/check")
        with pytest.raises(GrammarError, match="answers “307"):
            Client(fake.address, 5).check("A secret.", {})
        assert elsewhere.texts == []


@pytest.mark.parametrize("suffix", ["", "/", "/v2", "/v2/check"])
def test_an_address_may_end_in_several_ways(fake: Fake, suffix: str) -> None:
    assert Client(fake.address + suffix, 5).check("A text.", {"language": "en-GB"}) == []
    assert (fake.texts, fake.options) == (["A text."], {"language": ["en-GB"]})


@pytest.mark.parametrize("before", ["", "é ", "𝒳 and 🇺🇳 ", "𝒳𝒳𝒳𝒳 "])
def test_places_are_counted_in_characters(fake: Fake, before: str) -> None:
    text = f"{before}an report 🇺🇳 of it"
    fake.matches = lambda text: [match(text, "an report 🇺🇳", "a report")]
    (found,) = Client(fake.address, 5).check(text, {})
    assert text[found.start : found.end] == "an report 🇺🇳"
