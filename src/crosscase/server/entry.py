"""Who may come in: one-time addresses, and the cookie of a browser that came in by one."""

from __future__ import annotations

import hashlib
import secrets
from collections import deque
from collections.abc import Callable

__all__ = ["Entry"]

_OPEN_ADDRESSES = 20
_BYTES = 32


class Entry:
    """The door of one desk on this machine; it forgets everything when the desk closes."""

    def __init__(self, port: int, randomness: Callable[[int], bytes]) -> None:
        self.port = port
        # With the port: a browser keeps cookies by host, and two desks share this host.
        self.cookie_name = f"crosscase-{port}"
        self.cookie = randomness(_BYTES).hex()
        self._randomness = randomness
        # Only digests: a look into memory or a crash report gives nobody an address.
        self._open: deque[bytes] = deque(maxlen=_OPEN_ADDRESSES)

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser on this machine may call this desk."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    def fresh_address(self) -> str:
        """An address that lets one browser in, once."""
        token = self._randomness(_BYTES).hex()
        self._open.append(_digest(token))
        return f"http://127.0.0.1:{self.port}/open?token={token}"

    def use(self, token: str) -> bool:
        """Whether a token lets somebody in; from then on it no longer does."""
        asked = _digest(token)
        found = [held for held in self._open if secrets.compare_digest(held, asked)]
        for held in found:
            self._open.remove(held)
        return bool(found)

    def knows(self, cookie: str | None) -> bool:
        """Whether a browser came in before."""
        return cookie is not None and secrets.compare_digest(_digest(cookie), _digest(self.cookie))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
