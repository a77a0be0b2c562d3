"""What one asks of the codebook of an open project: what is used, and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.app.commands.codebook import new_category
from workbench.app.queries import Queries
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Codebook
from workbench.domain.codebook_differences import Difference, changed_rules, differences
from workbench.domain.codebook_edit.spent import Spent
from workbench.store import usage as using
from workbench.store import versions as frozen
from workbench.store.usage import Usage
from workbench.store.versions import Version

__all__ = ["CodebookQueries", "Difference", "ToReview", "Usage", "Version"]


class CodebookQueries(Queries):
    """The part of a session that tells of its codebook."""

    def usage(
        self,
        code_list: str | None = None,
        category: str | Sequence[str] | None = None,
        layer: str | None = None,
        variable: str | None = None,
    ) -> Usage:
        """Count the annotations, of every coder, that hold all that is named.

        Several categories are counted together: an annotation that holds one of them.
        """
        with self.database.reading() as connection:
            return using.usage(
                connection,
                self.stored,
                code_list=code_list,
                category=category,
                layer=layer,
                variable=variable,
            )

    def annotations_with(
        self, code_list: str, category: str, *, all_coders: bool = False
    ) -> list[Annotation]:
        """Return the annotations that hold a category, one's own or everybody's, in order."""
        coder = None if all_coders else self.coder.id
        with self.database.reading() as connection:
            return using.annotations_with(connection, self.stored, code_list, category, coder)

    # --- new categories -------------------------------------------------------

    def spent(self, code_list: str) -> Spent:
        """Return which codes and keys of a list belonged to categories that are gone."""
        return self.stored.spent_of(code_list)

    def new_category(self, code_list: str, label: str, requires: str = "") -> Category:
        """Return a new category of a list, with a key that no other one of it ever had."""
        book = self.stored.codebook
        return new_category(book, code_list, label, requires, self.spent(code_list))

    # --- versions -------------------------------------------------------------

    def versions(self) -> list[Version]:
        """Return the frozen versions of the codebook, the oldest first."""
        with self.database.reading() as connection:
            return frozen.versions(connection)

    def version(self, version: int) -> Codebook:
        """Return the codebook as it was frozen, or raise NoSuchRow."""
        with self.database.reading() as connection:
            return frozen.frozen(connection, version).codebook

    def differences(self, old: int, new: int | None = None) -> list[Difference]:
        """Return what differs from one version to another, or (None) to the codebook as it is.

        Raises:
            NoSuchRow
        """
        with self.database.reading() as connection:
            before = frozen.frozen(connection, old)
            after = frozen.as_of(connection, self.stored, new)
        renamed = frozen.renamed_between(before.places, after.places)
        return differences(before.codebook, after.codebook, renamed)

    def to_review(self, *, all_coders: bool = False) -> list[ToReview]:
        """Return the annotations made under other rules than those of now, in order.

        One's own, or everybody's. What was made before anything was frozen counts as made under
        the first version.
        """
        coder, stored = None if all_coders else self.coder.id, self.stored
        if not stored.versions:
            return []
        found: list[ToReview] = []
        with self.database.reading() as connection:
            now, by_version = frozen.as_it_is(connection, stored), dict[int, set[int]]()
            for base in frozen.bases(connection, coder):
                by_version.setdefault(base or stored.versions[0], set()).add(base)
            for version, based_on in by_version.items():
                then = frozen.frozen(connection, version)
                renamed = frozen.renamed_between(then.places, now.places)
                rules = changed_rules(then.codebook, now.codebook, renamed)
                if rules:
                    named = frozen.naming(connection, stored, based_on, rules, coder)
                    found += (
                        ToReview(each, version, rules.concerning(stored.codebook, each))
                        for each in named
                    )
            order = {each.annotation.id: each for each in found}
            annotations = [each.annotation for each in found]
            return [order[each.id] for each in using.in_reading_order(connection, annotations)]


@dataclass(frozen=True, slots=True)
class ToReview:
    """An annotation to look at again: the version it was made under, and what changed since.

    `places` name layers (``stance``), variables (``stance.holder``) and categories
    (``actors:USA``) by the keys that they have now.
    """

    annotation: Annotation
    version: int
    places: tuple[str, ...]
