"""Errors as answers: one JSON shape, the status of the branch, and no words of a participant."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic.json_schema import models_json_schema
from starlette.exceptions import HTTPException

from crosscase.errors import HTTP_STATUS_OF_A_BUG, CrosscaseError, statuses
from crosscase.server.asking import NotModified
from crosscase.server.shapes.saved import Failed

__all__ = ["ERRORS", "ERROR_SCHEMAS", "answer_errors"]

_log = logging.getLogger("crosscase.server")

_REFERENCE = "#/components/schemas/{model}"
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": words,
        # By name: a model here would be built again for every route.
        "content": {"application/json": {"schema": {"$ref": _REFERENCE.format(model="Failed")}}},
    }
    for status, words in (
        (400, "It cannot be done as asked."),
        (401, "This browser was not let in."),
        (403, "The request came from elsewhere."),
        (404, "It is not in the study."),
        (409, "The study, or somebody else's work, stands against it."),
        (422, "The request or a file cannot be read."),
    )
}
ERROR_SCHEMAS: dict[str, Any] = models_json_schema(
    [(Failed, "serialization")], ref_template=_REFERENCE
)[1]["$defs"]

_SENTENCES = {
    404: ("no-such-address", "There is nothing at this address."),
    405: ("no-such-method", "This cannot be done at this address."),
}


def answer_errors(app: FastAPI) -> None:
    """Have every error answered in the one shape."""
    app.add_exception_handler(CrosscaseError, _mistake)
    app.add_exception_handler(RequestValidationError, _unreadable_request)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_exception_handler(Exception, _bug)


def _mistake(_: Request, error: Exception) -> Response:
    assert isinstance(error, CrosscaseError)
    return JSONResponse(error.as_json(), status_code=statuses(error)[1])


def _unreadable_request(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # Where and what, never the value: it may be a participant's words.
    said = [
        f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}" for each in error.errors()
    ]
    return _answer(422, "unreadable-request", "The request cannot be read.", "; ".join(said[:5]))


def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    slug, sentence = _SENTENCES.get(error.status_code, ("http", str(error.detail)))
    answer = _answer(error.status_code, slug, sentence, None)
    answer.headers.update(error.headers or {})
    return answer


def _not_modified(_: Request, error: Exception) -> Response:
    return Response(status_code=304, headers={"ETag": str(error)})


def _bug(request: Request, error: Exception) -> Response:
    # The kind of error and of address, not their texts: these may quote the study.
    place = getattr(request.scope.get("route"), "path", "an unknown address")
    _log.error("a bug at %s %s: %s", request.method, place, type(error).__name__)
    return _answer(
        HTTP_STATUS_OF_A_BUG,
        "bug",
        "Something went wrong inside crosscase; nothing was changed.",
        "Please report what you did. Your study is safe: every change is stored whole or not at "
        "all.",
    )


def _answer(status: int, slug: str, sentence: str, hint: str | None) -> JSONResponse:
    shape = {"error": {"slug": slug, "sentence": sentence, "hint": hint}}
    return JSONResponse(shape, status_code=status)
