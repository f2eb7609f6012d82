"""The application: routes under /api, errors in one shape, and the pages of the interface."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.types import ASGIApp

from crosscase import __version__, surroundings
from crosscase.server.asking import study_here
from crosscase.server.entry import Entry
from crosscase.server.errors_answered import ERROR_SCHEMAS, ERRORS, answer_errors
from crosscase.server.guard import Guard
from crosscase.server.pages import SITE, show_pages
from crosscase.server.routes import activities as activity_routes
from crosscase.server.routes import approvals as approval_routes
from crosscase.server.routes import attributes as attribute_routes
from crosscase.server.routes import cases as case_routes
from crosscase.server.routes import charting as charting_routes
from crosscase.server.routes import codebook as codebook_routes
from crosscase.server.routes import coders as coder_routes
from crosscase.server.routes import codes as code_routes
from crosscase.server.routes import codings as coding_routes
from crosscase.server.routes import comparison as comparison_routes
from crosscase.server.routes import consents as consent_routes
from crosscase.server.routes import contacts as contact_routes
from crosscase.server.routes import contrasts as contrast_routes
from crosscase.server.routes import cooccurrence as cooccurrence_routes
from crosscase.server.routes import disclosure as disclosure_routes
from crosscase.server.routes import documents as document_routes
from crosscase.server.routes import dominance as dominance_routes
from crosscase.server.routes import events as event_routes
from crosscase.server.routes import fieldwork as fieldwork_routes
from crosscase.server.routes import finding_evidence as finding_evidence_routes
from crosscase.server.routes import findings as finding_routes
from crosscase.server.routes import frames as frame_routes
from crosscase.server.routes import frameworks as framework_routes
from crosscase.server.routes import grids as grid_routes
from crosscase.server.routes import guides as guide_routes
from crosscase.server.routes import history as history_routes
from crosscase.server.routes import imports as import_routes
from crosscase.server.routes import interactions as interaction_routes
from crosscase.server.routes import links as link_routes
from crosscase.server.routes import matrix as matrix_routes
from crosscase.server.routes import media as media_routes
from crosscase.server.routes import memberships as membership_routes
from crosscase.server.routes import memos as memo_routes
from crosscase.server.routes import names as name_routes
from crosscase.server.routes import qca as qca_routes
from crosscase.server.routes import queries as query_routes
from crosscase.server.routes import quotes as quote_routes
from crosscase.server.routes import referrals as referral_routes
from crosscase.server.routes import reports as report_routes
from crosscase.server.routes import saturation as saturation_routes
from crosscase.server.routes import search as search_routes
from crosscase.server.routes import selections as selection_routes
from crosscase.server.routes import sets as set_routes
from crosscase.server.routes import settings as setting_routes
from crosscase.server.routes import shelf as shelf_routes
from crosscase.server.routes import sources as source_routes
from crosscase.server.routes import speakers as speaker_routes
from crosscase.server.routes import study as study_routes
from crosscase.server.routes import texts as text_routes
from crosscase.server.routes import topics as topic_routes
from crosscase.server.routes import waves as wave_routes
from crosscase.server.routes import withdrawals as withdrawal_routes
from crosscase.server.shelf import Opener, Shelf

__all__ = ["guarded", "make_application"]

_LONG_BYTES = 1_000
_PACKED_LIGHTLY = 3  # on one machine time matters more than bytes
_PACKED_ALREADY = (
    "application/epub+zip",
    "application/octet-stream",
    "application/pdf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/zip",
)

# One import above and one line here for each noun.
_ROUTERS = (
    study_routes.router,
    event_routes.router,
    source_routes.router,
    text_routes.router,
    speaker_routes.router,
    import_routes.router,
    media_routes.router,
    search_routes.router,
    matrix_routes.router,
    cooccurrence_routes.router,
    contrast_routes.router,
    finding_evidence_routes.router,
    finding_routes.router,
    quote_routes.router,
    qca_routes.router,
    report_routes.router,
    charting_routes.router,
    grid_routes.router,
    case_routes.router,
    attribute_routes.router,
    membership_routes.router,
    comparison_routes.router,
    disclosure_routes.router,
    document_routes.router,
    codebook_routes.router,
    coder_routes.router,
    code_routes.router,
    coding_routes.router,
    framework_routes.router,
    fieldwork_routes.router,
    contact_routes.router,
    consent_routes.router,
    referral_routes.router,
    activity_routes.router,
    approval_routes.router,
    guide_routes.router,
    topic_routes.router,
    withdrawal_routes.router,
    saturation_routes.router,
    wave_routes.router,
    frame_routes.router,
    selection_routes.router,
    history_routes.router,
    dominance_routes.router,
    interaction_routes.router,
    link_routes.router,
    memo_routes.router,
    name_routes.router,
    query_routes.router,
    set_routes.router,
    setting_routes.router,
)  # fmt: skip


class _Application(FastAPI):
    def openapi(self) -> dict[str, Any]:
        """The description of the API, with the shape of errors that every route names."""
        described = super().openapi()
        described["components"]["schemas"].update(ERROR_SCHEMAS)
        return described


def make_application(
    open_study: Opener | None = None,
    *,
    person: str | None = None,
    site: Path = SITE,
    began: Callable[[], None] = lambda: None,
) -> FastAPI:
    """The application over one study, or over the shelf where none is given.

    ``open_study`` opens the study that is there from the beginning; ``person`` works in those
    that are chosen later. ``began`` is called once all is open.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.shelf = shelf = Shelf(surroundings.studies_folder(), person)
        if open_study is not None:
            await shelf.take(open_study)
        try:
            began()
            yield
        finally:
            await shelf.close()

    app = _Application(
        title="crosscase",
        version=__version__,
        description="A study over HTTP: what a script can do, a page can do.",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_name_of_route,
    )
    answer_errors(app)
    for router in _ROUTERS:
        # Before anything else is looked at: whether there is a study to ask.
        needs = [Depends(study_here)]
        app.include_router(router, prefix="/api", responses=ERRORS, dependencies=needs)
    app.include_router(shelf_routes.router, prefix="/api", responses=ERRORS)
    show_pages(app, site)
    return app


def guarded(app: FastAPI, entry: Entry) -> ASGIApp:
    """The application behind its door; longer answers are packed."""
    packed = GZipMiddleware(
        app,
        minimum_size=_LONG_BYTES,
        compresslevel=_PACKED_LIGHTLY,
        exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, *_PACKED_ALREADY),
    )
    return Guard(packed, entry)


def _name_of_route(route: APIRoute) -> str:
    """An operation is called as its function is; the interface's types are named by it."""
    return route.name
