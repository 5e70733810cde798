"""What is wrong in a source file, said to the person who can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake of an author or translator: where, what was expected, what was found.

    What is not `fatal` may well be meant: it is said, and the strict build goes on.
    """

    path: str
    line: int
    expected: str
    found: str
    mend: str
    fatal: bool = True

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.line}: expected {self.expected}; found {self.found}.\n"
            f"    To mend it: {self.mend}."
        )
