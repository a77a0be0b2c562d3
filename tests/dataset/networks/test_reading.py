"""Statements out of coded articles."""

from __future__ import annotations

import pytest

from tests.app.world import CODEBOOK
from tests.dataset.world import WITH_GROUPS, annotation, coded
from workbench.app.projects import starter_codebook
from workbench.dataset.networks.errors import NetworkLayerMissing
from workbench.dataset.networks.reading import StatementReader, names_of, statement_layer
from workbench.dataset.networks.statement import Mode, Statement
from workbench.domain.codebook import Codebook, Words
from workbench.domain.values import Missing


def test_a_stance_is_a_statement_for_each_of_its_values() -> None:
    values = {
        "holder": ("KOR",),
        "target": ("alliance",),
        "toward": ("USA", "JPN"),
        "position": ("n1",),
        "when": ("2025-10-31",),
    }
    reader = StatementReader(starter_codebook())
    article = coded(annotation("n1", "stance", values), annotation("n2", "actor"))
    assert [(each.toward, each.score, each.date) for _, each in reader.statements(article)] == [
        ("USA", -1.0, "2025-10-31"),
        ("JPN", -1.0, "2025-10-31"),
    ]


def test_what_is_missing_is_empty_and_the_article_gives_the_date() -> None:
    reader = StatementReader(CODEBOOK)
    values = {"holder": (Missing.UNDECIDABLE,), "when": (Missing.NOT_APPLICABLE,)}
    article = coded(annotation("n1", "stance", values), annotation("n2", "stance"))
    nothing = Statement("a1", "", None, date="2025-11", author="某人", outlet="-某报")
    assert list(reader.statements(article)) == [(1, nothing), (1, nothing)]


def test_a_group_is_its_members_if_wanted() -> None:
    article = coded(annotation("n1", "stance", {"holder": ("BOTH",), "position": ("p1",)}))
    together = StatementReader(WITH_GROUPS).statements(article)
    assert [(each.holder, each.weight) for _, each in together] == [("BOTH", 1.0)]
    apart = StatementReader(WITH_GROUPS, expand=True).statements(article)
    assert [(each.holder, each.weight) for _, each in apart] == [("TOWN", 0.5), ("FIRM", 0.5)]


def test_nodes_are_called_as_in_the_code_list() -> None:
    names = names_of(WITH_GROUPS, "en")
    assert names[Mode.HOLDER]["BOARD"].label == "the board"
    assert names[Mode.HOLDER]["BOARD"].attributes == {"type": "minilateral"}
    assert set(names_of(starter_codebook(), "zh")) == {
        *(Mode.HOLDER, Mode.TARGET, Mode.TOWARD, Mode.CONCEPT)
    }


def test_a_codebook_without_stances_has_no_networks() -> None:
    with pytest.raises(NetworkLayerMissing):
        statement_layer(Codebook(Words("空", "empty")))
