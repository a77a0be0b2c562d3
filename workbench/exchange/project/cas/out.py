"""An article of ours as a document of UIMA: one for each coder who has worked on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from workbench.domain.codebook import Codebook, Kind
from workbench.domain.coded import AnnotationRow, CodedArticle, CodedValue
from workbench.domain.text import Segments, Span
from workbench.domain.values import Missing, Scalar
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.model import Document, Ref, Structure, Value

#: The words of a text; marks and spaces are words too.
WordsOf = Callable[[str], Sequence[Span]]
_UNSPECIFIED = "x-unspecified"


@dataclass(frozen=True)
class Segmented:
    """A text with its sentences and tokens: no token is white space, each lies in a sentence."""

    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]


def segmented(text: str, words: WordsOf) -> Segmented:
    """Return the sentences and tokens of a text."""
    sentences = tuple(Segments(text).sentences)
    tokens = (each for each in words(text) if not text[each.start : each.end].isspace())
    return Segmented(text, sentences, tuple(_parted(sentences, tokens)))


def _parted(sentences: Sequence[Span], words: Iterator[Span]) -> Iterator[Span]:
    """Yield the words, cut where a sentence begins or ends within one; outside there are none."""
    places = iter(sentences)
    sentence = next(places, None)
    for word in words:
        while sentence is not None and sentence.end <= word.start:
            sentence = next(places, None)
        while sentence is not None and sentence.start < word.end:
            yield Span(max(word.start, sentence.start), min(word.end, sentence.end))
            if sentence.end >= word.end:
                break
            sentence = next(places, None)


def coders_of(coded: CodedArticle) -> list[int]:
    """Return who has worked on an article, by id."""
    return sorted({*coded.statuses, *(row[2] for row in coded.annotations)})


class Documents:
    """Make documents of articles; `coder_names` are names by ids."""

    def __init__(self, codebook: Codebook, coder_names: Mapping[int, str]) -> None:
        self._codebook = codebook
        self._coder_names = coder_names
        self._layers = names.layers_told(codebook)
        self.types = names.types_of(codebook)

    def document(self, coded: CodedArticle, coder: int | None, parts: Segmented) -> Document:
        """Return an article as one coder has coded it; as it is without any where that is None."""
        numbers = count(2)  # 1 is the text's own
        rows = [row for row in coded.annotations if row[2] == coder]
        ids = {row[1]: next(numbers) for row in rows}
        structures = [
            *self._about(coded, coder, numbers),
            *(
                Structure(next(numbers), kind, each.start, each.end)
                for kind, spans in (
                    (names.SENTENCE, parts.sentences),
                    (names.TOKEN, parts.tokens),
                )
                for each in spans
            ),
            *(self._annotation(row, coded.values.get(row[0], ()), ids) for row in rows),
        ]
        return Document(coded.text, self.types, tuple(structures))

    def _about(
        self, coded: CodedArticle, coder: int | None, numbers: Iterator[int]
    ) -> Iterator[Structure]:
        about = coded.bibliography
        language = about.language or _UNSPECIFIED
        metadata = {"documentTitle": about.title, "documentId": about.uid, "language": language}
        features: dict[str, Value] = dict(metadata)
        yield Structure(next(numbers), names.METADATA, 0, len(coded.text), features)
        said: dict[str, str] = {key: getattr(about, key) for key in names.BIBLIOGRAPHY}
        if coder is not None:
            said[names.CODER] = self._coder_names.get(coder, "")
            status = coded.statuses.get(coder)
            said[names.STATUS] = status.value if status else ""
        said[names.LAYERS] = self._layers
        own: dict[str, Value] = {key: told for key, told in said.items() if told}
        yield Structure(next(numbers), names.ARTICLE, features=own)

    def _annotation(
        self, row: AnnotationRow, values: Sequence[CodedValue], ids: Mapping[str, int]
    ) -> Structure:
        _, uid, _, layer, start, end, quote, certainty, memo, created, modified = row
        features: dict[str, Value] = {}
        missing: list[str] = []
        for key, scalars in values:
            missing += [
                f"{key}:{n}={each.value}"
                for n, each in enumerate(scalars)
                if isinstance(each, Missing)
            ]
            value = self._value(layer, key, scalars, ids)
            if value is not None:
                features[names.feature_of(key)] = value
        unplaced = quote if start is None else ""
        said = {names.UID: uid, names.MEMO: memo, names.CERTAINTY: certainty}
        said |= {names.CREATED: created, names.MODIFIED: modified, names.QUOTE: unplaced}
        features |= {key: told for key, told in said.items() if told}
        if missing:
            features[names.MISSING] = tuple(missing)
        if unplaced:
            start, end = 0, 0
        return Structure(ids[uid], names.type_of(layer), start, end, features)

    def _value(
        self, layer: str, key: str, scalars: Sequence[Scalar], ids: Mapping[str, int]
    ) -> Value | None:
        variable = self._codebook.layer(layer).variable(key)
        present = [each for each in scalars if not isinstance(each, Missing)]
        if variable.kind is Kind.LINK:
            refs = tuple(Ref(ids[str(each)]) for each in present if str(each) in ids)
            return (refs if variable.several else refs[0]) if refs else None
        if not present:
            return None
        return tuple(map(str, present)) if variable.several else present[0]
