"""The door of the desk: who is let in, which requests come from elsewhere, and what a page may do.

The desk listens on this machine only, but every page of every browser on this machine can reach
it. So a request must name this desk as its host (a foreign name that was bent to point here is
refused), must not come from another site's page, and must carry the cookie of a browser that came
in by a one-time address.
"""

from __future__ import annotations

import secrets

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosscase.server.entry import Entry
from crosscase.server.notices import notice

__all__ = ["Guard", "nonce_of"]

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
}
# Also for a source's original file, which may be a page with a script in it.
_POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
_HINT = (
    "Open the address that `crosscase open` printed. Each lets one browser in, once; press Enter "
    "in that terminal for a fresh one."
)


def nonce_of(scope: Scope) -> str:
    """The nonce that this answer's policy names."""
    return str(scope["state"]["nonce"])


class Guard:
    """Lets in whom the entry knows, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, entry: Entry) -> None:
        self._app = app
        self._entry = entry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # the desk speaks no websockets
            await send({"type": "websocket.close", "code": 1008})
            return
        nonce = secrets.token_urlsafe(18)
        scope.setdefault("state", {})["nonce"] = nonce
        of_data = scope["path"] == "/api" or scope["path"].startswith("/api/")
        policy = _POLICY_OF_DATA if of_data else _policy_of_pages(nonce)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_ALWAYS)
                headers["Content-Security-Policy"] = policy
                if of_data and "cache-control" not in headers:
                    kept = "private, no-cache" if "etag" in headers else "no-store"
                    headers["Cache-Control"] = kept
            await send(message)

        request = HTTPConnection(scope)
        refusal = self._refusal_of_data(request) if of_data else self._answer_at_the_door(request)
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal_of_data(self, request: HTTPConnection) -> Response | None:
        if not self._is_named_rightly(request):
            return _refused("wrong-host", "This address is not the desk's own.", 403)
        if self._comes_from_elsewhere(request):
            return _refused("from-elsewhere", "Another site's page asked; it gets nothing.", 403)
        if not self._is_known(request):
            return _refused("not-let-in", "This browser was not let in.", 401)
        return None

    def _answer_at_the_door(self, request: HTTPConnection) -> Response | None:
        nonce = nonce_of(request.scope)
        if not self._is_named_rightly(request):
            here = f"Open the study at `http://127.0.0.1:{self._entry.port}` instead."
            return _page(notice("This is not the desk's own address", here, nonce=nonce), 403)
        if request.scope["path"] == "/open":
            return self._answer_to_token(request, nonce)
        if self._is_known(request):
            return None
        if request.headers.get("sec-fetch-site") == "cross-site":
            # Followed from another program's page, where a strict cookie is kept back: asked for
            # again by this page, the browser sends it.
            return _page(notice("One moment", nonce=nonce, again=True), 401)
        return _page(notice("This browser was not let in", _HINT, nonce=nonce), 401)

    def _answer_to_token(self, request: HTTPConnection, nonce: str) -> Response:
        if request.scope["method"] != "GET":
            return _page(notice("An address is opened, nothing else", _HINT, nonce=nonce), 405)
        token = request.query_params.get("token", "")
        home = RedirectResponse("/", status_code=303, headers={"Cache-Control": "no-store"})
        if self._entry.use(token):
            home.set_cookie(
                self._entry.cookie_name,
                self._entry.cookie,
                path="/",
                httponly=True,
                samesite="strict",
            )
            return home
        if self._is_known(request):
            return home
        if not token:
            return _page(notice("This address is not whole", _HINT, nonce=nonce), 401)
        return _page(notice("This address has been used already", _HINT, nonce=nonce), 403)

    def _is_named_rightly(self, request: HTTPConnection) -> bool:
        named = request.headers.getlist("host")
        return len(named) == 1 and named[0].lower() in self._entry.hosts

    def _comes_from_elsewhere(self, request: HTTPConnection) -> bool:
        # Another port of this host is the same site, so "same-site" is elsewhere too.
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return True
        origin = request.headers.get("origin")
        return origin is not None and origin != f"http://{request.headers['host'].lower()}"

    def _is_known(self, request: HTTPConnection) -> bool:
        return self._entry.knows(request.cookies.get(self._entry.cookie_name))


def _policy_of_pages(nonce: str) -> str:
    return (
        "default-src 'none'; "
        "script-src 'self' 'wasm-unsafe-eval'; "  # pdf.js decodes some pictures by WebAssembly
        f"style-src 'self' 'nonce-{nonce}'; "
        "img-src 'self' data: blob:; connect-src 'self'; media-src 'self' blob:; "
        "worker-src 'self' blob:; font-src 'self' data:; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


def _refused(slug: str, sentence: str, status: int) -> Response:
    shape = {"error": {"slug": slug, "sentence": sentence, "hint": _HINT}}
    return JSONResponse(shape, status_code=status)


def _page(content: bytes, status: int) -> Response:
    return HTMLResponse(content, status_code=status, headers={"Cache-Control": "no-store"})
