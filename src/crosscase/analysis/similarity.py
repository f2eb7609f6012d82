"""How alike passages are in their words, by averaged word vectors.

A passage is the mean of the vectors of its words, and two passages are as alike as the angle
between them is small (Arora, Liang and Ma 2017, "A simple but tough-to-beat baseline for sentence
embeddings"). The vectors are those that the package ``wordllama`` ships (see its README): the
token table of a large language model, trained further so that plain means of it work, with 256
numbers a token. Its data files are read, its code is not run.

Limits: the table knows English well and other languages of the Latin script somewhat; a passage is
a bag of words, so that who did what to whom, irony and "not" are lost; long passages grow alike.
It is good for showing which passages to look at together, and proves nothing. A passage without any
word that the table knows has no vector.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from crosscase.errors import UnreadableFile
from crosscase.model.words import folded_words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["DIMENSIONS", "TextVectors", "similarities", "vectors_of"]

Vectors = npt.NDArray[np.float32]
_Halves = npt.NDArray[np.float16]
_Rows = npt.NDArray[np.int64]

DIMENSIONS = 256

# Below are marks for single bytes and for the ends of texts; alone, the mark of a word's beginning.
_FIRST_TOKEN_OF_LETTERS = 259
_BEGINNING_OF_WORD = 29871
_VECTORS_KEPT = 40_000
_ROWS_AT_ONCE = 8_192


def vectors_of(texts: Sequence[str]) -> Vectors:
    """A vector of length 1 for each text, one a row; of length 0 where no word is known."""
    words: list[str] = []
    ends = [0]
    for text in texts:
        words += folded_words(text)
        ends.append(len(words))
    number: defaultdict[str, int] = defaultdict()
    number.default_factory = number.__len__
    spoken = np.fromiter(map(number.__getitem__, words), np.int64, len(words))
    sums = _sums_of_words(list(number))
    found = _sums_of_runs(sums, spoken, np.array(ends))
    # The mean points where the sum does, so only the length is still to be set.
    lengths = np.sqrt(np.einsum("ij,ij->i", found, found))
    lengths[lengths == 0] = 1
    found /= lengths[:, None]
    return found


def similarities(vectors: Vectors, of: Vectors) -> list[float | None]:
    """How alike each vector is to one, from -1 to 1; None where either is of no known word."""
    angles = np.clip(vectors @ of, -1, 1)
    known = (np.einsum("ij,ij->i", vectors, vectors) > 0) & bool(of.any())
    return [
        angle if is_known else None
        for angle, is_known in zip(angles.tolist(), known.tolist(), strict=True)
    ]


class TextVectors:
    """The vectors of texts, kept by the texts' hashes: the latest so many."""

    def __init__(self, most: int = _VECTORS_KEPT) -> None:
        self._most = most
        self._kept: dict[bytes, Vectors] = {}

    def of(self, texts: Sequence[str]) -> Vectors:
        """As ``vectors_of``; only what is not kept is worked out."""
        keys = [blake2b(text.encode(), digest_size=16).digest() for text in texts]
        missing = {
            key: text for key, text in zip(keys, texts, strict=True) if key not in self._kept
        }
        fresh = dict(zip(missing, vectors_of(list(missing.values())), strict=True))
        both = {**self._kept, **fresh} if fresh else self._kept
        found = np.zeros((len(texts), DIMENSIONS), np.float32)
        for row, key in enumerate(keys):
            found[row] = both[key]
        self._kept = dict(list(both.items())[-self._most :]) if len(both) > self._most else both
        return found


def _sums_of_words(words: Sequence[str]) -> Vectors:
    """For each word the sum of the vectors of its tokens, leaving out what is no letters."""
    encoded = _tokenizer().encode_batch_fast(words, add_special_tokens=False)
    held = [each.ids for each in encoded]
    tokens = np.fromiter(chain.from_iterable(held), np.int64)
    known = (tokens >= _FIRST_TOKEN_OF_LETTERS) & (tokens != _BEGINNING_OF_WORD)
    before = np.concatenate(([0], np.cumsum(known)))
    ends = np.concatenate(([0], np.cumsum([len(ids) for ids in held], dtype=np.int64)))
    return _sums_of_runs(_table(), tokens[known], before[ends])


def _sums_of_runs(table: Vectors | _Halves, rows: _Rows, ends: _Rows) -> Vectors:
    """For each run of row numbers the sum of these rows of a table; the first begins at 0.

    Runs of one length are added up together, some thousand rows at a time: numpy's own way to
    add up runs of many lengths is ten times slower. Each is added up in its own order.
    """
    sums = np.zeros((len(ends) - 1, DIMENSIONS), np.float32)
    lengths = np.diff(ends)
    order = np.argsort(lengths, kind="stable")
    bounds = np.flatnonzero(np.diff(lengths[order], prepend=-1, append=-1))
    for low, high in pairwise(bounds.tolist()):
        length = int(lengths[order[low]])
        if not length:
            continue
        most = max(1, _ROWS_AT_ONCE // length)
        for start in range(low, high, most):
            runs = order[start : min(start + most, high)]
            taken = table[rows[ends[runs][:, None] + np.arange(length)]]
            sums[runs] = taken.sum(axis=1, dtype=np.float32)
    return sums


@lru_cache(maxsize=1)
def _table() -> _Halves:
    from safetensors.numpy import load_file

    found: _Halves = load_file(_data_file("weights", "l2_supercat_256.safetensors"))[
        "embedding.weight"
    ]
    return found


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(_data_file("tokenizers", "l2_supercat_tokenizer_config.json")))


def _data_file(*names: str) -> Path:
    """A data file of wordllama, which is found without being imported."""
    spec = find_spec("wordllama")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, *names)
        if path.is_file():
            return path
    raise UnreadableFile(
        "The table of word vectors is not installed: passages cannot be compared by their words.",
        slug="no-word-vectors",
        hint="Install crosscase anew; the package wordllama brings the table.",
    )
