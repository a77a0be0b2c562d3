"""Where selected rows go by a key: up, down, out, in."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.app.places import Place
from workbench.ui.codebook.drag import Drop, may_go
from workbench.ui.codebook.tree import CodebookTree


def target(tree: CodebookTree, places: Sequence[Place], way: str) -> Drop | None:
    """Return where the places go by one step that `way`, None where they cannot."""
    match way:
        case "up":
            drop = _beside(tree, places[0], -1)
        case "down":
            drop = _beside(tree, places[-1], 1)
        case "out":
            drop = _out(tree, places[0])
        case _:
            drop = _in(tree, places[0])
    fits = drop is not None and may_go(tree.rows, places, drop) and drop.before not in places
    return drop if fits else None


def _beside(tree: CodebookTree, edge: Place, step: int) -> Drop | None:
    node = tree.rows.at(edge)
    if node is None or node.parent is None:
        return None
    siblings = node.parent.children
    beyond = node.at + step
    if not 0 <= beyond < len(siblings):
        return None
    following = beyond if step < 0 else beyond + 1
    return Drop(node.parent.place, siblings[following].place if siblings[following:] else None)


def _out(tree: CodebookTree, place: Place) -> Drop | None:
    node = tree.rows.at(place)
    above = node.parent if node else None
    if above is None or above.parent is None:
        return None
    return Drop(above.parent.place, tree.following(above.place))


def _in(tree: CodebookTree, place: Place) -> Drop | None:
    node = tree.rows.at(place)
    if node is None or node.parent is None or node.at == 0:
        return None
    return Drop(node.parent.children[node.at - 1].place, None)
