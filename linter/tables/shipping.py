"""Compiles every built-in table for an installed package; the build calls it."""

from __future__ import annotations

from pathlib import Path

from linter.tables.compiled import Compiler, ship
from linter.tables.names import compile_abbreviations, compile_names
from linter.tables.sessions import compile_sessions
from linter.tables.terms import compile_grammar, compile_terms
from linter.tables.words import compile_calendar, compile_dictionary, compile_openings, compile_organs

COMPILERS: dict[str, tuple[Compiler, ...]] = {
    "abbreviations": (compile_abbreviations,),
    "calendar": (compile_calendar,),
    "capitals": (compile_terms,),
    "countries": (compile_names, compile_terms),
    "dictionary": (compile_dictionary,),
    "entities": (compile_names, compile_terms),
    "grammar": (compile_grammar,),
    "hyphenation": (compile_terms,),
    "instruments": (compile_names, compile_terms),
    "openings": (compile_openings,),
    "organs": (compile_organs,),
    "sessions": (compile_sessions,),
    "spelling": (compile_terms,),
    "wording": (compile_terms,),
}


def ship_tables(rules: Path) -> None:
    """Write the compiled form of each table of the packs' folder ``rules`` beside its source."""
    for name, compilers in COMPILERS.items():
        for compiler in compilers:
            ship(rules / "tables" / f"{name}.yaml", compiler)
