"""tools/check_links.py: links between pages lead somewhere."""

from __future__ import annotations

from pathlib import Path

from tools.check_links import anchors, broken_links, link_targets


def test_links_elsewhere_and_samples_are_passed_over() -> None:
    """Only links within the repository count, and none inside samples of code."""
    page = "[a](docs/a.md) [b](https://example.org) `[c](c.md)`\n```\n[d](d.md)\n```\n[e](#part)"
    assert link_targets(page) == ["docs/a.md", "#part"]


def test_headings_get_the_names_that_hosts_give_them() -> None:
    """A repeated heading gets a number."""
    assert anchors("# What it's for\n## `make test`\n## `make test`\n") == {
        "what-its-for",
        "make-test",
        "make-test-1",
    }


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    """A missing page and a missing heading are both named with the page that links to them."""
    (tmp_path / "a.md").write_text("[b](b.md) [c](c.md) [d](b.md#no) [e](b.md#yes)", "utf-8")
    (tmp_path / "b.md").write_text("# Yes\n", "utf-8")
    assert broken_links(tmp_path) == [
        "a.md: “c.md” leads nowhere.",
        "a.md: “b.md#no” leads nowhere.",
    ]
