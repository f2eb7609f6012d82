"""Links between the Markdown pages of this repository lead to a file, and to a heading in it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import unquote

from tools.tracked_files import ROOT, report, tracked_files

LINK = re.compile(r"!?\[[^\]\n]*\]\(\s*<?(?P<target>[^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE_SPAN = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6}\s+(?P<title>.+?)\s*#*$", re.MULTILINE)
ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def link_targets(markdown: str) -> list[str]:
    """The places that a page links to within this repository; samples of code are passed over."""
    prose = CODE_SPAN.sub("", FENCE.sub("", markdown))
    found = (match["target"] for match in LINK.finditer(prose))
    return [target for target in found if not ELSEWHERE.match(target)]


def anchors(markdown: str) -> set[str]:
    """The names under which a page's headings can be linked to."""
    names: set[str] = set()
    seen: dict[str, int] = {}
    for match in HEADING.finditer(FENCE.sub("", markdown)):
        words = re.sub(r"[^\w\- ]", "", match["title"].replace("`", "").casefold())
        name = words.strip().replace(" ", "-")
        count = seen.get(name, 0)
        seen[name] = count + 1
        names.add(f"{name}-{count}" if count else name)
    return names


def broken_links(root: Path = ROOT) -> list[str]:
    """Each link that leads nowhere, with the page that holds it."""
    return [
        f"{page.relative_to(root).as_posix()}: “{target}” leads nowhere."
        for page in tracked_files(root)
        if page.suffix == ".md"
        for target in link_targets(page.read_text(encoding="utf-8"))
        if not _leads_somewhere(page, target, root)
    ]


def _leads_somewhere(page: Path, target: str, root: Path) -> bool:
    name, _, anchor = unquote(target).partition("#")
    if not name:
        place = page
    elif name.startswith("/"):
        place = root / name.lstrip("/")
    else:
        place = page.parent / name
    if not place.exists():
        return False
    if not anchor or place.suffix != ".md":
        return True
    return anchor.casefold() in anchors(place.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(report(broken_links(), "links"))
