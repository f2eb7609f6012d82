"""Small calm pages for when the interface itself cannot be shown."""

from __future__ import annotations

from html import escape

__all__ = ["notice"]

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 34rem; padding: 2rem; }
h1 { font-size: 1.35rem; font-weight: 600; margin: 0 0 .75rem; }
code { font: .95em ui-monospace, monospace; }
"""


def notice(title: str, *paragraphs: str, nonce: str, again: bool = False) -> bytes:
    """A page of a few sentences; text between backquotes is set as code.

    ``again`` has the browser ask for the same address once more.
    """
    said = "".join(f"<p>{_with_code(escape(each))}</p>" for each in paragraphs)
    refresh = '<meta http-equiv="refresh" content="0">' if again else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{refresh}<title>{escape(title)} · crosscase</title>"
        f'<style nonce="{nonce}">{_STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1>{said}</main></body></html>"
    ).encode()


def _with_code(text: str) -> str:
    pieces = text.split("`")
    return "".join(f"<code>{each}</code>" if at % 2 else each for at, each in enumerate(pieces))
