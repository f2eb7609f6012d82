"""Lipset's eighteen countries between the wars, crisp, fuzzy and multi-value.

From Rihoux and De Meur (2009), Ragin (2009) and Cronqvist and Berg-Schlosser (2009), all in
Rihoux and Ragin (eds), Configurational Comparative Methods; also the data LC, LF and LM of the R
package QCA (Dusa), whose reference pages give the models.
"""

from __future__ import annotations

import numpy as np

from crosscase.analysis.qca import CalibratedData, CalibratedSet

# DEV URB LIT IND STB SURV of each country
CRISP = {
    "AU": "101100", "BE": "111111", "CZ": "111111", "EE": "001010", "FI": "101011", "FR": "101111",
    "DE": "111100", "GR": "000000", "HU": "001000", "IE": "101011", "IT": "000010", "NL": "111111",
    "PL": "001000", "PT": "000000", "RO": "000010", "ES": "000000", "SE": "101111", "UK": "111111",
}  # fmt: skip
COUNTRIES = list(CRISP)
CONDITIONS = ["DEV", "URB", "LIT", "IND", "STB"]

# DEV is 2 in the five most developed countries.
MOST_DEVELOPED = ("BE", "FR", "NL", "SE", "UK")

FUZZY = """
.81 .12 .99 .73 .43 .05
.99 .89 .98 1.0 .98 .95
.58 .98 .98 .90 .91 .89
.16 .07 .98 .01 .91 .12
.58 .03 .99 .08 .58 .77
.98 .03 .99 .81 .95 .95
.89 .79 .99 .96 .31 .05
.04 .09 .13 .36 .43 .06
.07 .16 .88 .07 .13 .42
.72 .05 .98 .01 .95 .92
.34 .10 .41 .47 .58 .05
.98 1.0 .99 .94 .99 .95
.02 .17 .59 .00 .00 .12
.01 .02 .01 .11 .01 .05
.01 .03 .17 .00 .84 .21
.03 .30 .09 .21 .20 .06
.95 .13 .99 .67 .91 .95
.98 .99 .99 1.0 .98 .95
"""


def crisp() -> CalibratedData:
    """LC."""
    return _data(np.array([[float(digit) for digit in row] for row in CRISP.values()]))


def fuzzy() -> CalibratedData:
    """LF."""
    rows = [line.split() for line in FUZZY.strip().splitlines()]
    return _data(np.array(rows, np.float64))


def multi(names: tuple[str, ...] = ("DEV", "URB", "LIT", "IND")) -> CalibratedData:
    """LM, with the four conditions of Cronqvist and Berg-Schlosser, or with all."""
    table = np.array([[float(digit) for digit in row] for row in CRISP.values()])
    for country in MOST_DEVELOPED:
        table[COUNTRIES.index(country), 0] = 2
    sets = [
        CalibratedSet(name, table[:, CONDITIONS.index(name)], True, 3 if name == "DEV" else 2)
        for name in names
    ]
    return CalibratedData(COUNTRIES, sets, table[:, -1], "SURV")


def _data(table: np.ndarray) -> CalibratedData:
    sets = [
        CalibratedSet(name, table[:, at], expected=frozenset({1}))
        for at, name in enumerate(CONDITIONS)
    ]
    return CalibratedData(COUNTRIES, sets, table[:, -1], "SURV")
