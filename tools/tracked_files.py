"""The files that belong to the repository: what git tracks, or would if it were added."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What is left out where there is no git to ask, as in an unpacked release.
_NOT_OURS = frozenset(
    {".git", ".hypothesis", ".venv", "__pycache__", "build", "dist", "node_modules"}
)


def tracked_files(root: Path = ROOT) -> list[Path]:
    """Every file of the repository, sorted by path; without git, every file that is not made."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return sorted(path for path in root.rglob("*") if path.is_file() and _is_ours(path, root))
    paths = (root / name for name in listed.split("\0") if name)
    # A file that was deleted but not yet committed is still listed.
    return sorted(path for path in set(paths) if path.is_file())


def python_files(root: Path = ROOT, *folders: str) -> list[Path]:
    """The tracked Python files in these folders."""
    starts = tuple(f"{folder}/" for folder in folders)
    return [
        path
        for path in tracked_files(root)
        if path.suffix == ".py" and path.relative_to(root).as_posix().startswith(starts)
    ]


def report(problems: list[str], subject: str) -> int:
    """Print the problems, or one line when there are none; the exit status."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{subject}: {len(problems)} to mend")
        return 1
    print(f"{subject}: in order")
    return 0


def _is_ours(path: Path, root: Path) -> bool:
    parts = path.relative_to(root).parts
    return not _NOT_OURS.intersection(parts) and not any(part.endswith("_cache") for part in parts)
