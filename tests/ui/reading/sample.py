"""The text, the codebook and the annotations that the tests of the pane share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Guide,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.domain.stretches import Stretches
from workbench.domain.text import Span
from workbench.domain.values import Scalar, is_complete


@dataclass(frozen=True)
class Offered:
    """A stretch that something is suggested for."""

    span: Span
    sure: bool = True


class Offers(Stretches[Offered, bool]):
    """Such stretches, as they are shown."""

    def what(self, thing: Offered) -> bool:
        return thing.sure

    def thing(self, span: Span, what: bool) -> Offered:
        return Offered(span, what)


TITLE = "两座港口之间"
TEXT = "\n".join(
    [
        TITLE,
        "一、来由",
        "甲国外长反对修建输油管，乙国总统则表示欢迎。😀𠮷野先生认为，这是战略自主的开始。",
        "",
        "丙国没有表态。如果乙国继续施压，丙国明年可能退出谈判；届时港口的归属会再次成为问题。",
        "二、余论",
        "港口不只是港口，它也是一种承诺。" * 60,
    ]
)


def _category(key: str, code: int, zh: str, en: str, colour: str = "", **more: object) -> Category:
    return Category(key, code, Words(zh, en), colour=colour, **more)  # type: ignore[arg-type]


ACTORS = CodeList(
    "actors",
    Words("行为体", "Actors"),
    (
        _category("JIA", 1, "甲国", "Jia", "#2299DD"),
        _category("YI", 2, "乙国", "Yi", "#BB4411"),
        _category("BING", 3, "丙国", ""),
    ),
)
CONCEPTS = CodeList(
    "concepts",
    Words("概念", "Concepts"),
    (
        _category(
            "AUTO",
            1,
            "战略自主",
            "strategic autonomy",
            "#6666DD",
            guide=Guide(definition=Words("自己决定。", "To decide <oneself>.")),
        ),
    ),
)
TARGETS = CodeList("targets", Words("对象", "Targets"), (_category("PIPE", 1, "输油管", "pipe"),))
POSITIONS = CodeList(
    "positions",
    Words("立场", "Positions"),
    (
        _category("n1", 1, "反对", "against", score=-1.0),
        _category("zero", 2, "中立", "neutral", score=0.0),
        _category("p2", 3, "强烈支持", "strongly for", score=2.0),
        _category("ambivalent", 4, "矛盾", "ambivalent"),
    ),
)


def _variable(
    key: str, code_list: str | None, kind: Kind = Kind.CATEGORY, **more: bool
) -> Variable:
    return Variable(key, kind, Words("", key), code_list, **more)  # type: ignore[arg-type]


STANCE = Layer(
    "stance",
    Words("立场", "Stance"),
    Scope.SPAN,
    (
        _variable("holder", "actors"),
        _variable("target", "targets"),
        _variable("toward", "actors", several=True),
        _variable("position", "positions"),
        _variable("share", None, Kind.REAL),
        _variable("polled", None, Kind.BOOLEAN),
        _variable("year", None, Kind.INTEGER),
    ),
    complete=(("holder",), ("position",), ("target", "toward")),
    shape="tint",
    guide=Guide(definition=Words("赞成或反对。", "Being for or against.")),
)
ACTOR = Layer(
    "actor",
    Words("行为体", "Actor"),
    Scope.SPAN,
    (_variable("actor", "actors"),),
    complete=(("actor",),),
)
CONCEPT = Layer(
    "concept",
    Words("概念", "Concept"),
    Scope.SPAN,
    (
        _variable("concept", "concepts"),
        _variable("agent", "actors"),
        _variable("toward", "actors"),
    ),
    complete=(("concept",),),
    shape="thick_line",
)
CLAIM = Layer(
    "claim",
    Words("论断", "Claim"),
    Scope.SPAN,
    (_variable("proposition", None, Kind.TEXT),),
    complete=(("proposition",),),
    shape="bracket",
)
EVENT = Layer(
    "event",
    Words("事件", "Event"),
    Scope.SPAN,
    (_variable("place", None, Kind.TEXT),),
    shape="dotted_line",
)
OWN = Layer("own", Words("自设", "Own"), Scope.SPAN, (), shape="zigzag")
CODEBOOK = Codebook(
    Words("试", "Try"),
    (ACTORS, CONCEPTS, TARGETS, POSITIONS),
    (STANCE, ACTOR, CONCEPT, CLAIM, EVENT, OWN),
)

Value = Scalar | tuple[Scalar, ...]


def annotation(
    id_: int, layer: str, span: Span | None, values: Mapping[str, Value] | None = None, **more: str
) -> Annotation:
    """Make an annotation; `values` may name one value without a tuple."""
    kept = {
        key: value if isinstance(value, tuple) else (value,)
        for key, value in (values or {}).items()
    }
    known = CODEBOOK.layers_by_key.get(layer)
    complete = is_complete(known, kept) if known else True
    return Annotation(
        id_,
        f"n{id_}",
        1,
        1,
        layer,
        span,
        "",
        kept,
        complete=complete,
        **more,  # type: ignore[arg-type]
    )


def place(quote: str, text: str = TEXT, after: int = 0) -> Span:
    """Return the span of the first `quote` at or after an offset."""
    start = text.index(quote, after)
    return Span(start, start + len(quote))


def marked() -> tuple[Annotation, ...]:
    """Return annotations of every shape, overlapping, one incomplete, one of the article."""
    return (
        annotation(
            1,
            "stance",
            place("甲国外长反对修建输油管"),
            {"holder": "JIA", "target": "PIPE", "position": "n1"},
        ),
        annotation(2, "actor", place("甲国"), {"actor": "JIA"}),
        annotation(3, "concept", place("战略自主"), {"concept": "AUTO"}),
        annotation(
            4, "claim", place("如果乙国继续施压，丙国明年可能退出谈判"), {"proposition": "p"}
        ),
        annotation(5, "event", place("退出谈判"), {"place": "港口"}),
        annotation(6, "stance", place("反对修建输油管"), {"holder": "JIA"}),
        annotation(7, "actor", place("𠮷野先生"), {"actor": "YI"}),
        annotation(8, "article", None),
    )
