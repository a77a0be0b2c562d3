from __future__ import annotations

import hashlib

from tests.store.world import World, new_article
from workbench.store import tables as t
from workbench.store.fingerprints import fingerprints, keep_fingerprints, originals


def kept(world: World) -> list[tuple[int, bytes | None]]:
    with world.project.database.reading() as connection:
        return list(fingerprints(connection))


def keep(world: World, by_article: dict[int, bytes]) -> None:
    with world.project.database.writing() as connection:
        keep_fingerprints(connection, by_article)


def test_fingerprints_are_kept_by_text_and_replaced(world: World) -> None:
    one, other = world.add_article(), world.add_article("另一篇。")
    assert kept(world) == [(one, None), (other, None)]
    keep(world, {one: b"a"})
    assert kept(world) == [(one, b"a"), (other, None)]
    keep(world, {one: b"b", other: b"c", 10**9: b"d"})
    assert kept(world) == [(one, b"b"), (other, b"c")]
    keep(world, {})
    assert len(world.rows(t.fingerprint)) == 2


def test_one_text_has_one_fingerprint(world: World) -> None:
    one, other = world.add_article(), world.add_article()
    keep(world, {one: b"a", other: b"a"})
    assert kept(world) == [(one, b"a"), (other, b"a")]
    assert len(world.rows(t.fingerprint)) == 1


def test_fingerprints_are_no_step(world: World) -> None:
    one = world.add_article()
    keep(world, {one: b"a"})
    world.undo()
    assert kept(world) == []
    world.redo()
    assert kept(world) == [(one, b"a")]


def test_originals_are_told_by_article(world: World) -> None:
    one, other = world.add_article(), world.add_article()
    sha256 = hashlib.sha256(new_article().original).hexdigest()
    with world.project.database.reading() as connection:
        assert list(originals(connection)) == [(sha256, one), (sha256, other)]
