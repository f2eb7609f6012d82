"""`crosscase config`: your settings, and those of a study."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, says
from crosscase.cli.rendering import Answer, Screen
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse, nearest_names_hint

app = App(
    name="config",
    usage="Usage: crosscase config [STUDY] [OPTIONS]\n   or: crosscase config VERB ...\n",
)
Key = Annotated[str, says("The setting.", "KEY")]
OfStudy = Annotated[Path | None, says("A study whose setting it is; otherwise it is yours.")]


@app.default
def list_(
    study: Annotated[
        Path | None, says("A study; without one your own settings are listed.", "STUDY")
    ] = None,
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """List your settings, or those of a study."""
    if study is None:
        return _listed(surroundings.read_config(), surroundings.CONFIG_KEYS)
    from crosscase.model.settings import SETTINGS

    with opened(study, common, reads=True) as work:
        return _listed(work.settings.all(), {key: each.says for key, each in SETTINGS.items()})


def _listed(settings: dict[str, str], known: object) -> Answer:
    what = dict(known)  # type: ignore[call-overload]
    rows = [(key, settings.get(key), says_) for key, says_ in what.items()]

    def show(screen: Screen) -> None:
        screen.table(("setting", "value", "what it says"), rows)

    return Answer({"settings": settings}, show)


@app.command
def get(key: Key, /, *, study: OfStudy = None, common: Common = COMMON) -> Answer:
    """Print one setting."""
    if study is not None:
        with opened(study, common, reads=True) as work:
            value = work.settings.get(key)
    else:
        if key not in surroundings.CONFIG_KEYS:
            raise MistakeOfUse(
                f"There is no setting “{key}”.",
                slug="unknown-setting",
                hint=nearest_names_hint(key, surroundings.CONFIG_KEYS)
                or f"Yours are {' and '.join(surroundings.CONFIG_KEYS)}.",
            )
        value = surroundings.read_config().get(key)
    return Answer({"key": key, "value": value}, "" if value is None else str(value))


@app.command(name="set")
def set_(
    key: Key,
    value: Annotated[str, says('What it is from now on; "" takes yours away.', "VALUE")],
    /,
    *,
    study: OfStudy = None,
    common: Common = COMMON,
) -> Answer:
    """Change one setting.

    crosscase config set name "Ama Boateng"

    crosscase config set originals keep --study ics.crosscase
    """
    said = f"{key} is {value}."
    if study is not None:
        with opened(study, common) as work:
            return did(work.settings.set(key, value), said, key=key, value=value)
    surroundings.write_config(key, value or None)
    return Answer({"key": key, "value": value or None}, said if value else f"{key} is not set.")


@app.command
def path(*, common: Common = COMMON) -> Answer:
    """Print where your settings lie."""
    return Answer({"path": surroundings.config_path()}, str(surroundings.config_path()))
