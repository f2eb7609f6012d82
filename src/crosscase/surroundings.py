"""What this machine says: its clock, its randomness, its person, their settings. Nothing else
looks around."""

from __future__ import annotations

import json
import os
import re
import sys
import time
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

from crosscase.errors import MistakeOfUse, UnreadableFile

__all__ = [
    "CONFIG_KEYS",
    "config_path",
    "day_end_ms",
    "day_start_ms",
    "device_name",
    "local_day",
    "local_time_text",
    "login_name",
    "passphrase_of_environment",
    "person_name",
    "random_bytes",
    "read_config",
    "recent_studies",
    "remember_study",
    "software",
    "studies_folder",
    "system_clock_us",
    "typed_secretly",
    "wants_tracebacks",
    "write_config",
]

CONFIG_KEYS: Mapping[str, str] = {
    "name": "your name, as the one who codes; --as overrides it, and without it the login name",
    "colour": "whether output is coloured: auto, always or never",
}
_COLOURS = ("auto", "always", "never")
_RECENT_KEPT = 12
_XDG_DOCUMENTS = re.compile(r'^XDG_DOCUMENTS_DIR="(\$HOME/[^"\n]*|/[^"\n]*)"', re.MULTILINE)


# -- clock and randomness ------------------------------------------------------------------


def system_clock_us() -> int:
    """The time in microseconds since 1970."""
    return time.time_ns() // 1000


def random_bytes(size: int) -> bytes:
    """Random bytes from the operating system."""
    return os.urandom(size)


def day_start_ms(day: str) -> int:
    """When a day (2026-03-02) begins here, in milliseconds since 1970."""
    begins = datetime.combine(_day(day), time_of_day()).astimezone()
    return int(begins.timestamp() * 1000)


def day_end_ms(day: str) -> int:
    """The last millisecond of a day (2026-03-02) here."""
    ends = datetime.combine(_day(day) + timedelta(days=1), time_of_day()).astimezone()
    return int(ends.timestamp() * 1000) - 1


def local_time_text(wall_ms: int) -> str:
    """A moment as people here write it: 2026-03-02 14:05."""
    return datetime.fromtimestamp(wall_ms / 1000).astimezone().strftime("%Y-%m-%d %H:%M")


def local_day() -> str:
    """Today, as people here write it: 2026-03-02."""
    return local_time_text(system_clock_us() // 1000)[:10]


def _day(day: str) -> date:
    try:
        return date.fromisoformat(day.strip())
    except ValueError:
        raise MistakeOfUse(
            f"“{day}” is no day.", slug="not-a-day", hint="Write it as year-month-day: 2026-03-02."
        ) from None


# -- the person and their settings -----------------------------------------------------------


def person_name(given: str | None = None) -> str | None:
    """Who works here: the name that is given, else the configured one, else the login name."""
    for name in (given, read_config().get("name"), login_name()):
        tidy = " ".join((name or "").split())
        if tidy:
            return tidy
    return None


def login_name() -> str | None:
    """The name under which somebody is logged in, or None where the machine knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


def device_name() -> str | None:
    """What this device calls itself, or None where it has no name."""
    import platform

    return platform.node() or None


def software() -> dict[str, str]:
    """What crosscase runs on here: the Python and the system."""
    import platform

    return {"python": platform.python_version(), "system": platform.system()}


def passphrase_of_environment(*, new: bool = False) -> str | None:
    """A passphrase for programs without a terminal: ``CROSSCASE_PASSPHRASE``, or for a new one
    ``CROSSCASE_NEW_PASSPHRASE``."""
    name = "CROSSCASE_NEW_PASSPHRASE" if new else "CROSSCASE_PASSPHRASE"
    return os.environ.get(name) or None


def typed_secretly(question: str) -> str:
    """What somebody types at the terminal without its being shown."""
    import getpass

    return getpass.getpass(question)


def config_path() -> Path:
    """Where a person's settings lie; ``CROSSCASE_CONFIG`` names another file."""
    named = os.environ.get("CROSSCASE_CONFIG")
    if named:
        return Path(named)
    if sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return folder / "crosscase" / "config.toml"


def read_config() -> dict[str, str]:
    """The person's settings; empty where none were made."""
    path = config_path()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"The settings in “{path}” cannot be read: {error}.",
            slug="config-unreadable",
            hint="Mend the file, or delete it and set your name anew: "
            '`crosscase config set name "Your Name"`.',
        ) from error
    return {key: str(value) for key, value in found.items() if key in CONFIG_KEYS}


def write_config(key: str, value: str | None) -> None:
    """Set one of the person's settings; None takes it away."""
    settings = read_config()
    if value is None:
        settings.pop(_known_key(key), None)
    else:
        settings[_known_key(key)] = _checked(key, value)
    path = config_path()
    lines = [f"{name} = {_toml_text(settings[name])}\n" for name in CONFIG_KEYS if name in settings]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise UnreadableFile(
            f"The settings cannot be written to “{path}”: {(error.strerror or '').lower()}.",
            slug="cannot-write",
            hint="Check that you may write there, or name another file in CROSSCASE_CONFIG.",
        ) from error


def _known_key(key: str) -> str:
    if key not in CONFIG_KEYS:
        raise MistakeOfUse(
            f"There is no setting “{key}”.",
            slug="unknown-setting",
            hint=f"Yours are {' and '.join(CONFIG_KEYS)}; those of a study are named with --study.",
        )
    return key


def _checked(key: str, value: str) -> str:
    tidy = " ".join(value.split())
    if not tidy or not tidy.isprintable():
        raise MistakeOfUse(
            f"“{key}” cannot be “{tidy}”.",
            slug="unknown-value",
            hint="Use letters that can be seen.",
        )
    if key == "colour" and tidy not in _COLOURS:
        raise MistakeOfUse(
            f"“colour” cannot be “{tidy}”.",
            slug="unknown-value",
            hint=f"Say {', '.join(_COLOURS[:-1])} or {_COLOURS[-1]}.",
        )
    return tidy


def _toml_text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


# -- where studies are ---------------------------------------------------------------------------


def studies_folder() -> Path:
    """Where a person's studies lie unless they choose otherwise; it may not be there yet."""
    return _documents_folder() / "crosscase"


def recent_studies() -> list[Path]:
    """The studies that were opened lately, the latest first; some may be gone."""
    try:
        found = json.loads(_recent_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []  # a list to help the memory: without it people find their studies by hand
    listed = found if isinstance(found, list) else []
    return [Path(each) for each in listed if isinstance(each, str) and "\0" not in each]


def remember_study(path: Path) -> None:
    """Put a study at the head of those that were opened lately."""
    listed = [path.resolve(), *(each for each in recent_studies() if each != path.resolve())]
    where = _recent_path()
    with suppress(OSError, UnicodeError):  # a folder that may only be read stops no work
        where.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps([str(each) for each in listed[:_RECENT_KEPT]], indent=1)
        where.write_text(text, encoding="utf-8")


def _recent_path() -> Path:
    return config_path().with_name("recent.json")


def _documents_folder() -> Path:
    home = Path.home()
    if sys.platform not in ("win32", "darwin"):
        return _xdg_documents_folder(home)
    return home / "Documents"


def _xdg_documents_folder(home: Path) -> Path:
    """What the desktop calls Documents, in the person's language; without a desktop, home."""
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    try:
        named = _XDG_DOCUMENTS.search(settings.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        named = None
    if named is not None:
        return Path(named[1].replace("$HOME", str(home), 1))
    documents = home / "Documents"
    return documents if documents.is_dir() else home


# -- how output is wished ----------------------------------------------------------------------


def wants_tracebacks() -> bool:
    """Whether the whole story of a bug is to be shown (``CROSSCASE_DEBUG``)."""
    return os.environ.get("CROSSCASE_DEBUG", "") not in ("", "0")
