"""The 40 statements that Discourse Network Analyzer comes with, names left out.

What its own tests publish of them, and what was reckoned by hand from its formulas: facts,
in `rDNA/tests/testthat/test-network.R` of github.com/leifeld/dna and
`facts/reliability_cases.json` of the folder of shared articles.
"""

from __future__ import annotations

from workbench.dataset.networks.statement import Statement

#: For each document: holder, then concepts with + for agreement and - for disagreement.
_CODED = (
    ("O2", "C1- C1- C5- C5+"),
    ("O5", "C1- C6+ C1- C5- C6+"),
    ("O3", "C6+ C6+ C6+ C6+ C6+ C6+ C1- C6+ C6+ C6+ C6+"),
    ("O1", "C5+ C6+ C3+ C5+"),
    ("O6", "C4+ C5+ C1+ C3+ C6+ C1+"),
    ("O7", "C4+ C4+ C1+ C3+ C5+ C2+"),
    ("O4", "C1- C6- C6- C1-"),
)
SAMPLE = tuple(
    Statement(
        document=f"d{number}",
        holder=holder,
        concept=said[:-1],
        score=1.0 if said.endswith("+") else -1.0,
        date=f"2005-02-{number:02}",
    )
    for number, (holder, concepts) in enumerate(_CODED, 1)
    for said in concepts.split()
)
