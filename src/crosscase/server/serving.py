"""Serving the desk to the browsers of this machine, until somebody stops it."""

from __future__ import annotations

import hashlib
import logging
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn

from crosscase import surroundings
from crosscase.errors import Conflict, CrosscaseError
from crosscase.server.application import guarded, make_application
from crosscase.server.entry import Entry
from crosscase.server.shelf import Opener
from crosscase.study import Study

__all__ = ["port_of", "serve"]

_HOST = "127.0.0.1"
_FIRST_PORT, _PORTS = 20_000, 10_000  # below those that systems hand out by themselves
_PORTS_TRIED = 20
_SECONDS_TO_END = 5


def serve(
    place: Path,
    open_study: Opener | None,
    *,
    person: str | None,
    port: int | None,
    began: Callable[[Entry], None],
) -> None:
    """Serve until Ctrl-C; ``began`` gets the door once it stands open.

    ``place`` is the study that is open from the beginning, or the folder to choose one from.
    """
    listening = _listen(place, port)
    entry = Entry(int(listening.getsockname()[1]), surroundings.random_bytes)
    refused: list[CrosscaseError] = []

    def opening(read_only: bool) -> Study:
        assert open_study is not None
        try:
            return open_study(read_only)
        except CrosscaseError as error:
            refused.append(error)
            raise

    if not surroundings.wants_tracebacks():
        # What uvicorn tells of a bug quotes the error, which may quote a participant; the routes
        # have told its kind already.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    app = make_application(
        None if open_study is None else opening, person=person, began=lambda: began(entry)
    )
    server = uvicorn.Server(
        uvicorn.Config(
            guarded(app, entry),
            log_config=None,
            access_log=False,  # an address may hold what somebody searched for
            lifespan="on",
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
    )
    with listening:
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            return
        except SystemExit:
            if refused:
                raise refused[-1] from None
            raise


def port_of(path: Path) -> int:
    """The port on which a study, or the shelf, is looked for first: the same each time, so
    bookmarks hold."""
    place = str(path.resolve()).encode("utf-8", "surrogateescape")
    return _FIRST_PORT + int.from_bytes(hashlib.sha256(place).digest()[:4], "big") % _PORTS


def _listen(path: Path, port: int | None) -> socket.socket:
    if port is not None:
        found = _bound(port)
        if found is None:
            raise Conflict(
                f"Port {port} of this machine cannot be had.",
                slug="port-taken",
                hint="Leave --port out for a free one; perhaps the study is open already.",
            )
        return found
    first = port_of(path)
    for tried in (*range(first, first + _PORTS_TRIED), 0):
        found = _bound(tried)
        if found is not None:
            return found
    raise Conflict(
        "This machine has no port free.",
        slug="no-port",
        hint="Close another program that serves pages, then try again.",
    )


def _bound(port: int) -> socket.socket | None:
    """A socket that only this machine reaches; None where the port cannot be had."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((_HOST, port))
        made.listen()
    except OSError:
        made.close()
        return None
    return made
