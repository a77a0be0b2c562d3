"""How often each part of the codebook is used."""

from __future__ import annotations

from workbench.app.places import (
    Place,
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
