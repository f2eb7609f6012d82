"""tools/check_sizes.py: what is too large, and an exception list that may only shrink."""

from __future__ import annotations

from pathlib import Path

from tools.check_sizes import EXCEPTIONS, compare, oversized, read_exceptions


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _function(lines: int, indent: str = "") -> str:
    body = f"{indent}    pass\n" * (lines - 1)
    return f"{indent}def long_walk():\n{body}"


def test_a_long_module_is_found(tmp_path: Path) -> None:
    """A module of 401 lines is over; one of 400 is not."""
    _write(tmp_path, "src/over.py", "x = 1\n" * 401)
    _write(tmp_path, "src/within.py", "x = 1\n" * 400)
    assert oversized(tmp_path) == {"src/over.py": (401, 400)}


def test_test_modules_may_be_longer(tmp_path: Path) -> None:
    """A test module may have 600 lines."""
    _write(tmp_path, "tests/test_within.py", "x = 1\n" * 600)
    _write(tmp_path, "tests/test_over.py", "x = 1\n" * 601)
    assert oversized(tmp_path) == {"tests/test_over.py": (601, 600)}


def test_a_long_function_is_found_by_its_full_name(tmp_path: Path) -> None:
    """A method over 60 lines is named with its class."""
    _write(tmp_path, "src/walks.py", f"class Path:\n{_function(61, '    ')}")
    assert oversized(tmp_path) == {"src/walks.py::Path.long_walk": (61, 60)}


def test_a_class_with_too_many_public_methods_is_found(tmp_path: Path) -> None:
    """Public methods are counted; private ones are not."""
    public = "".join(f"    def m{n}(self): ...\n" for n in range(21))
    private = "".join(f"    def _m{n}(self): ...\n" for n in range(21))
    _write(tmp_path, "src/wide.py", f"class Wide:\n{public}{private}")
    assert oversized(tmp_path) == {"src/wide.py::Wide": (21, 20)}


def test_an_exception_allows_exactly_its_number() -> None:
    """What is listed at its present size passes."""
    assert compare({"src/a.py": (450, 400)}, {"src/a.py": 450}) == []


def test_growing_past_an_exception_fails() -> None:
    """A listed module that grew is named with what it may have."""
    assert compare({"src/a.py": (451, 400)}, {"src/a.py": 450}) == [
        "src/a.py: grew to 451; its exception allows 450."
    ]


def test_shrinking_asks_for_a_lower_number() -> None:
    """The list follows the code downwards."""
    assert compare({"src/a.py": (440, 400)}, {"src/a.py": 450}) == [
        f"src/a.py: shrank to 440; lower its number in {EXCEPTIONS}."
    ]


def test_an_exception_that_is_not_needed_fails() -> None:
    """What is within its limit must leave the list."""
    assert compare({}, {"src/a.py": 450}) == [
        f"src/a.py: within its limit now; remove it from {EXCEPTIONS}."
    ]


def test_exceptions_are_read_without_their_comments(tmp_path: Path) -> None:
    """A line is a name and a number; a comment gives the reason."""
    _write(tmp_path, EXCEPTIONS, "# why\nsrc/a.py 450 # grammar tables\n\nsrc/b.py::f 70\n")
    assert read_exceptions(tmp_path) == {"src/a.py": 450, "src/b.py::f": 70}
