"""What comes of taking a coded project in, told before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.app.commands.base import shortened
from workbench.app.commands.coming import Plan, There
from workbench.app.commands.taking_parts import TakenIn, value_told
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Kind
from workbench.exchange.project.model import ForeignAnnotation, ForeignScalar, Remark, Remarks

_Key = tuple[str, str, str]  # article, coder, layer


@dataclass
class _Whole:
    """What a coder has coded of a whole article by then."""

    values: dict[str, tuple[ForeignScalar, ...]]
    memo: str

    def join(self, values: Mapping[str, tuple[ForeignScalar, ...]], memo: str) -> Iterator[str]:
        """Take what is lacking; yield what is left out since it is coded otherwise."""
        for key, own in values.items():
            if self.values.setdefault(key, own) != own:
                yield value_told(key, own)
        if memo not in ("", self.memo) and self.memo:
            yield shortened(memo)
        self.memo = self.memo or memo


@dataclass
class _Foreseen:
    there: There
    plan: Plan
    remarks: Remarks
    joined: int = 0
    _wholes: dict[_Key, _Whole] = field(default_factory=dict[_Key, _Whole])
    _known: dict[int, list[Annotation]] = field(default_factory=dict[int, list[Annotation]])

    def meet(self, each: ForeignAnnotation, ids: Mapping[str, int]) -> None:
        """Note what an annotation of a whole article meets there, and in the file before it."""
        key = (each.article, each.coder, each.layer)
        layer = self.plan.codebook.layer(each.layer)
        values = {
            name: _linked(own, ids) if layer.variable(name).kind is Kind.LINK else own
            for name, own in each.values.items()
        }
        whole = self._wholes.get(key) or self._found(each)
        if whole is None:
            self._wholes[key] = _Whole(dict(values), each.memo)
            return
        self._wholes[key] = whole
        self.joined += 1
        for told in whole.join(values, each.memo):
            self.remarks.add(Remark.VALUE_THERE, told)

    def _found(self, each: ForeignAnnotation) -> _Whole | None:
        article, coder = self.plan.articles.get(each.article), self.plan.coders.get(each.coder)
        if article is None or coder is None:
            return None
        if article not in self._known:
            self._known[article] = list(self.there.annotations_of(article))
        for known in self._known[article]:
            if (known.coder, known.layer) == (coder, each.layer):
                return _Whole(dict(known.values), known.memo)
        return None


def _linked(own: tuple[ForeignScalar, ...], ids: Mapping[str, int]) -> tuple[ForeignScalar, ...]:
    """Return links to what is there already by its ids; others are new, and like none there."""
    return tuple(ids.get(one, one) if isinstance(one, str) else one for one in own)


def foreseen(there: There, plan: Plan, importer: str) -> TakenIn:
    """Return what taking the planned project in would come to; doing so enters `importer`."""
    annotations = plan.project.annotations
    told = _Foreseen(there, plan, Remarks(plan.project.remarks))
    ids = {annotations[place].key: id_ for place, id_ in plan.same.items()}
    for place, each in enumerate(annotations):
        if each.span is None and not each.quote and place not in plan.same:
            told.meet(each, ids)
    return TakenIn(
        (0,) * len(plan.new_articles),
        len(plan.articles),
        tuple(each for each in plan.new_coders if each != importer),
        len(annotations) - len(plan.same) - told.joined,
        len(plan.same),
        told.remarks.told(),
    )
