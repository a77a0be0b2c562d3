"""How often parts of the codebook are used."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.app.codebook_queries import Usage
from workbench.app.places import (
    Place,
    Sort,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.app.session import Session
from workbench.store.usage import count_uses


def uses(session: Session) -> dict[Place, int]:
    """Return how many annotations use what stands at each place; unused places are left out."""
    with session.database.reading() as connection:
        found = count_uses(connection, session.stored.keys)
    return {
        **{place_of_layer(key): count for key, count in found.layers.items()},
        **{place_of_variable(*pair): count for pair, count in found.variables.items()},
        **{place_of_list(key): count for key, count in found.lists.items()},
        **{place_of_category(*pair): count for pair, count in found.categories.items()},
    }


def usage_of(session: Session, places: Sequence[Place]) -> Usage:
    """Return how much uses the place, or any of several categories of one list."""
    first = places[0]
    match first.sort:
        case Sort.LAYER:
            return session.usage(layer=first.key)
        case Sort.VARIABLE:
            return session.usage(layer=first.owner, variable=first.key)
        case Sort.LIST:
            return session.usage(code_list=first.key)
        case Sort.CATEGORY:
            keys = [each.key for each in places]
            return session.usage(code_list=first.owner, category=keys)
        case Sort.BOOK | Sort.LAYERS | Sort.LISTS:
            return session.usage()
