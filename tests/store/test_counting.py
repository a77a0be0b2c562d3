from __future__ import annotations

from tests.store.world import TEXT, World
from workbench.store import tables as t
from workbench.store.counting import Counts, count


def test_an_unannotated_project_counts_to_nothing(world: World) -> None:
    assert world.read(count) == Counts(
        articles=0,
        characters=0,
        annotations=0,
        by_layer={"every": 0, "plain": 0, "article": 0},
        by_coder={"甲": 0, "乙": 0},
        by_layer_and_coder={
            "every": {"甲": 0, "乙": 0},
            "plain": {"甲": 0, "乙": 0},
            "article": {"甲": 0, "乙": 0},
        },
        by_coder_and_status={"甲": {}, "乙": {}},
        layer_labels=world.read(count).layer_labels,
        schema_revision=t.SCHEMA_REVISION,
    )


def test_annotations_are_counted_by_layer_and_coder(world: World) -> None:
    article = world.add_article()
    world.add_article(TEXT * 2)
    world.mark(article)
    world.mark(article)
    world.mark(article, coder=world.two)
    world.mark(article, layer="article", span=None, quote="", coder=world.two)
    counts = world.read(count)
    assert counts.articles == 2
    assert counts.characters == 3 * len(TEXT)
    assert counts.annotations == 4
    assert counts.by_layer == {"every": 3, "plain": 0, "article": 1}
    assert counts.by_coder == {"甲": 2, "乙": 2}
    assert counts.by_layer_and_coder["every"] == {"甲": 2, "乙": 1}
