"""The page of a manuscript in html: readable by day and night, and closed to the network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

__all__ = ["TEMPLATE", "ClaimNote", "NotePassage", "claim_button", "claim_notes"]


class NotePassage(NamedTuple):
    """A passage behind a claim as it is printed: its words, and what stands beside it."""

    words: str
    line: str
    against: bool = False


class ClaimNote(NamedTuple):
    """What a claim opens: what is claimed, its standing, its checks, and passages behind it."""

    name: str
    statement: str
    standing: str
    checks: Sequence[tuple[str, str]]
    passages: Sequence[NotePassage]
    told: Sequence[str] = ()


def claim_button(number: int, note: ClaimNote) -> str:
    """What opens the passages behind a claim."""
    name = escape(note.name or "why")
    label = f"Passages behind this claim ({name}, {escape(note.standing)})"
    return (
        f'<button type="button" class="opens {escape(note.standing)}" id="opens-{number}" '
        f'popovertarget="claim-note-{number}" aria-label="{label}">{name}</button>'
    )


def claim_notes(notes: Sequence[ClaimNote]) -> str:
    """The notes of all claims: each opens beside its claim, and all stand below in print."""
    if not notes:
        return ""
    made = "\n".join(_note(number, note) for number, note in enumerate(notes, 1))
    return (
        f'<section class="claim-notes" aria-label="Passages behind the claims">\n{made}\n</section>'
    )


def _note(number: int, note: ClaimNote) -> str:
    checks = "".join(
        f"<li><code>{escape(text)}</code> {escape(says)}</li>" for text, says in note.checks
    )
    passages = "".join(
        f"<li{' class=against' if each.against else ''}><blockquote>{escape(each.words)}"
        f"</blockquote><p>{'Against. ' if each.against else ''}{escape(each.line)}</p></li>"
        for each in note.passages
    )
    told = "".join(f"<p class=told>{escape(each)}</p>" for each in note.told)
    title = escape(f"{note.name}: {note.statement}" if note.name else note.statement)
    return (
        f'<div popover id="claim-note-{number}" class="claim-note">'
        f"<p class=head><strong>{title}</strong> "
        f'<span class="standing">{escape(note.standing)}</span></p>'
        f'<ul class="checks">{checks}</ul><ol class="passages">{passages}</ol>{told}'
        f'<button type="button" popovertarget="claim-note-{number}" popovertargetaction="hide">'
        "Close</button></div>"
    )


_STYLE = """
:root { color-scheme: light dark; --ink: #1e2124; --quiet: #4f545a; --paper: #fbfaf7;
  --line: #c9c5bc; --link: #2b5b84; --raised: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3dc; --quiet: #a9adb3; --paper: #17191c;
  --line: #454a50; --link: #8fbde4; --raised: #22262a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 4rem;
  font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 2.2em 0 .6em; }
header h1 { margin: 0 0 .3em; font-size: 1.9rem; } h1 { font-size: 1.5rem; }
h2 { font-size: 1.2rem; } h3 { font-size: 1.05rem; }
.subtitle, .author, .date { color: var(--quiet); margin: .2em 0; }
.abstract { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
a { color: var(--link); } img { max-width: 100%; height: auto; background: #fff; }
figure { margin: 2rem 0; } figcaption, caption { text-align: left; color: var(--quiet);
  font: .9375rem/1.45 system-ui, sans-serif; padding: .4rem 0; caption-side: top; }
table { border-collapse: collapse; width: 100%; margin: 2rem 0 .5rem; display: block;
  overflow-x: auto; font: .9375rem/1.4 system-ui, sans-serif; }
th, td { padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line);
  text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
thead th { border-bottom: 2px solid var(--ink); }
.note { color: var(--quiet); font-size: .9rem; }
blockquote { margin: 1.2rem 0; padding-left: 1rem; border-left: 3px solid var(--link); }
code { font-size: .9em; overflow-wrap: anywhere; }
.csl-entry { margin: 0 0 .6rem 1.5rem; text-indent: -1.5rem; }
.claim { text-decoration: underline dotted var(--quiet); text-underline-offset: .25em; }
button { font: .8rem system-ui, sans-serif; color: var(--link); background: var(--raised);
  border: 1px solid var(--line); border-radius: .35rem; cursor: pointer; }
button:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.opens { padding: 0 .35rem; margin: 0 .15rem; vertical-align: .1em; }
.opens.contradicted, .opens.changed { border-style: dashed; }
.claim-note { max-width: 38rem; max-height: 80vh; overflow: auto; padding: 1.25rem;
  background: var(--raised); color: var(--ink); border: 1px solid var(--line);
  border-radius: .6rem; font: .9375rem/1.5 system-ui, sans-serif; }
.claim-note .standing, .claim-note .told, .claim-note li p { color: var(--quiet); }
.claim-note li p { margin: .1rem 0 .8rem; } .claim-note blockquote { margin: .3rem 0; }
@media print { main { max-width: none; padding: 0; } .claim-note button { display: none; }
  .claim-note { display: block; position: static; max-width: none; max-height: none;
    border: 0; padding: 0 0 1rem; } figure, tr, blockquote { break-inside: avoid; } }
"""

TEMPLATE = f"""<!doctype html>
<html lang="$if(lang)$$lang$$else$en$endif$"$if(dir)$ dir="$dir$"$endif$>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'">
<meta name="generator" content="$generator$">
<meta name="crosscase-state" content="$crosscase-state$">
<title>$if(pagetitle)$$pagetitle$$else$Manuscript$endif$</title>
<style>{_STYLE.replace("$", "$$")}</style>
</head>
<body>
<main>
$if(title)$<header><h1>$title$</h1>
$if(subtitle)$<p class="subtitle">$subtitle$</p>$endif$
$for(author)$<p class="author">$if(author.name)$$author.name$$else$$author$$endif$</p>$endfor$
$if(date)$<p class="date">$date$</p>$endif$
$if(abstract)$<div class="abstract">$abstract$</div>$endif$
</header>$endif$
$body$
</main>
</body>
</html>
"""
