"""`crosscase open`: the desk in the browser."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, flag, says
from crosscase.cli.rendering import Answer
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.server.entry import Entry

app = App(name="open", usage="Usage: crosscase open [STUDY] [OPTIONS]")

Port = Annotated[
    int | None,
    says("The port to serve on; otherwise one that is the same each time for this study."),
]
NoBrowser = Annotated[bool, flag("Only print the address.")]


@app.default
def open_in_browser(
    study: Annotated[
        Path | None, says("The study file; without one you choose in the browser.", "STUDY")
    ] = None,
    /,
    *,
    port: Port = None,
    no_browser: NoBrowser = False,
    common: Common = COMMON,
) -> Answer | None:
    """Open a study in the browser, or choose one there.

    It is served to this machine only, until you press Ctrl-C. The address lets one browser in,
    once; press Enter for a fresh one.
    """
    if port is not None and not 1 <= port <= 65_535:
        raise MistakeOfUse(
            f"There is no port {port}.", slug="no-such-port", hint="Choose one from 1024 to 65535."
        )
    title, read_only = None, False
    if study is not None:
        with opened(study, common, reads=True) as work:
            title, read_only = work.title, work.read_only

    from crosscase.server.serving import serve
    from crosscase.server.shelf import opener_of

    def began(entry: Entry) -> None:
        if study is not None:
            surroundings.remember_study(study)
        _say(title, entry.fresh_address(), read_only=read_only, as_json=common.as_json)
        if not no_browser:
            # In a thread of its own: some systems wait until the browser is closed again.
            _beside(lambda: _show(entry.fresh_address()))
        if sys.stdin is not None and sys.stdin.isatty():
            _beside(lambda: _give_addresses(entry))

    person = common.person
    opener = None if study is None else opener_of(study, person, read_only=read_only)
    place = surroundings.studies_folder() if study is None else study
    serve(place, opener, person=person, port=port, began=began)
    # With --json the one document has been printed.
    return None if common.as_json else Answer(None, "Closed; everything is stored.")


def _say(title: str | None, address: str, *, read_only: bool, as_json: bool) -> None:
    if as_json:
        import json

        print(json.dumps({"title": title, "address": address, "read_only": read_only}))
    else:
        only = " for reading only" if read_only else ""
        what = "crosscase" if title is None else f"“{title}”"
        print(f"{what} is open{only} at {address}")
    sys.stdout.flush()


def _show(address: str) -> None:
    import webbrowser

    webbrowser.open(address)


def _give_addresses(entry: Entry) -> None:
    for _ in sys.stdin:
        print(entry.fresh_address(), flush=True)


def _beside(act: Callable[[], None]) -> None:
    threading.Thread(target=act, daemon=True).start()
