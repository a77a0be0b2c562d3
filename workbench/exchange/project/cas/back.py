"""Documents of UIMA as a coded project: ours whole, those of other tools by their types."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.domain.annotation import Certainty
from workbench.domain.article import Status
from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Scope, Variable, Words
from workbench.domain.values import Missing
from workbench.exchange.codebook.build import Draft
from workbench.exchange.codebook.build import told as words
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.guess import Known, guessed, is_left_out
from workbench.exchange.project.cas.model import Document, Ref, Structure, Value
from workbench.exchange.project.keys import listed
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import (
    NOBODY,
    ForeignAnnotation,
    ForeignArticle,
    ForeignProject,
    ForeignScalar,
    ForeignStatus,
    ForeignValues,
    Remark,
    Remarks,
)
from workbench.exchange.project.refi_offsets import CountedText, Counting
from workbench.exchange.project.rows import refuse_unstorable_in

_BOOLEANS = {"true": True, "false": False}
#: Offsets count every character of the document, also those that our text does not keep.
_EVERYTHING = Counting(mark=True)


@dataclass(frozen=True)
class Named:
    """A document with the name of its file, without ending."""

    name: str
    document: Document


def project_of(
    kind: ProjectFormat,
    name: str,
    documents: Sequence[Named],
    codebook: Codebook | None,
    file_name: str,
) -> ForeignProject:
    """Return the project in these documents; `codebook` is theirs, where it lies beside them.

    Raises:
        FileHoldsNul, FileHoldsSurrogate
        Refusal: what a document says of its layers is broken.
    """
    told = codebook or _layers_of(documents, file_name) or Codebook(Words(en="UIMA"))
    known = {
        names.type_of(each.key): Known(each, {names.feature_of(v.key): v for v in each.variables})
        for each in told.layers
    }
    others, lists = guessed((each.document for each in documents), known, told.layers_by_key)
    book = replace(
        told,
        code_lists=(*told.code_lists, *_free(told, lists)),
        layers=(*told.layers, *(each.layer for each in others.values())),
    )
    reading = _Reading(known | others, file_name)
    for each in documents:
        reading.add(each)
    return ForeignProject(
        kind,
        name,
        _with_categories(book, reading.annotations, reading.remarks),
        tuple(reading.articles.values()),
        tuple(reading.coders),
        tuple(reading.annotations),
        tuple(reading.statuses),
        remarks=reading.remarks.told(),
    )


def _layers_of(documents: Sequence[Named], file_name: str) -> Codebook | None:
    """Return the layers that the documents tell, None if they tell none."""
    for each in documents:
        told = _texts(each.document, names.ARTICLE).get(names.LAYERS)
        if told:
            return names.layers_read(told, file_name)
    return None


def _free(told: Codebook, lists: Iterable[CodeList]) -> Iterator[CodeList]:
    return (each for each in lists if each.key not in told.lists_by_key)


class _Reading:
    """Read documents into articles and annotations."""

    def __init__(self, known: Mapping[str, Known], file_name: str) -> None:
        self.articles: dict[str, ForeignArticle] = {}
        self.coders: dict[str, None] = {}
        self.annotations: list[ForeignAnnotation] = []
        self.statuses: list[ForeignStatus] = []
        self.remarks = Remarks()
        self._known = known
        self._file_name = file_name

    def add(self, named: Named) -> None:
        """Take a document in."""
        document = named.document
        refuse_unstorable_in(document.text, self._file_name)
        counted = CountedText(document.text)
        about = _texts(document, names.ARTICLE)
        article = self._article(named, counted.text, about)
        coder = about.get(names.CODER, NOBODY)
        if coder:
            self.coders.setdefault(coder)
        if about.get(names.STATUS) in list(Status):
            status = Status(about[names.STATUS])
            self.statuses.append(ForeignStatus(article, coder, status))
        keys = _keys(named, self._known)
        for structure in document.structures:
            known = self._known.get(structure.type)
            if known is not None:
                read = _annotation(structure, known, counted, article, coder, keys)
                self.annotations.append(read)
            elif is_left_out(structure.type) and structure.features.keys() - {"order"}:
                self._note_left_out(structure)

    def _note_left_out(self, structure: Structure) -> None:
        if structure.type not in (names.METADATA, names.SENTENCE, names.TOKEN):
            self.remarks.add(Remark.NOT_READ, structure.type.rpartition(".")[2])

    def _article(self, named: Named, text: str, about: Mapping[str, str]) -> str:
        """Keep the document's article, unless another coder's document has brought it."""
        title = _texts(named.document, names.METADATA).get("documentTitle", "")
        key = about.get("uid") or named.name
        if key in self.articles and self.articles[key].text != text:
            key = f"{key}/{named.name}"
        if text.strip():
            said = {each: about.get(each, "") for each in names.BIBLIOGRAPHY[1:]}
            said["title"] = said["title"] or title or named.name
            self.articles.setdefault(key, _article(key, text, said))
        else:
            self.remarks.add(Remark.TEXT_MISSING, title or named.name)
        return key


def _article(key: str, text: str, said: Mapping[str, str]) -> ForeignArticle:
    return ForeignArticle(
        key,
        said["title"],
        text,
        said["file_name"],
        said["source"],
        said["author"],
        said["published"],
        said["url"],
        said["language"],
        said["script"],
        said["genre"],
        same_as=said["same_as"],
    )


def _texts(document: Document, kind: str) -> Mapping[str, str]:
    """Return the texts that the first structure of a type has."""
    first = next((each for each in document.structures if each.type == kind), None)
    features = first.features.items() if first else ()
    return {key: told for key, told in features if isinstance(told, str)}


def _keys(named: Named, known: Mapping[str, Known]) -> Mapping[int, str]:
    """Return the key of each annotation by its id; a link of INCEpTION has that of its target."""
    keys: dict[int, str] = {}
    for each in named.document.structures:
        if each.type in known:
            uid = each.features.get(names.UID)
            keys[each.id] = uid if isinstance(uid, str) else f"{named.name}/{each.id}"
    for each in named.document.structures:
        target = each.features.get("target")
        if each.id not in keys and isinstance(target, Ref) and target.id in keys:
            keys[each.id] = keys[target.id]
    return keys


def _annotation(
    structure: Structure,
    known: Known,
    counted: CountedText,
    article: str,
    coder: str,
    keys: Mapping[int, str],
) -> ForeignAnnotation:
    own = {key: told for key, told in structure.features.items() if isinstance(told, str)}
    values = dict(_values(structure, known, keys))
    values |= _missing(structure.features.get(names.MISSING, ()), values)
    span = None
    if known.layer.scope is Scope.SPAN and names.QUOTE not in own:
        span = counted.span(structure.begin or 0, structure.end or 0, _EVERYTHING)
    unsure = own.get(names.CERTAINTY) == Certainty.UNSURE
    return ForeignAnnotation(
        article,
        known.layer.key,
        span,
        own.get(names.QUOTE, ""),
        values,
        coder,
        keys[structure.id],
        own.get(names.MEMO, ""),
        Certainty.UNSURE if unsure else Certainty.SURE,
        own.get(names.CREATED, ""),
        own.get(names.MODIFIED, ""),
    )


def _values(
    structure: Structure, known: Known, keys: Mapping[int, str]
) -> Iterator[tuple[str, tuple[ForeignScalar, ...]]]:
    for feature, value in structure.features.items():
        variable = known.variables.get(feature)
        if variable is not None:
            read = (_scalar(each, variable, keys) for each in _parts(value, variable))
            scalars = tuple(each for each in read if each is not None)
            if scalars:
                yield variable.key, scalars


def _parts(value: Value, variable: Variable) -> Sequence[str | float | Ref]:
    """Return the parts of a value; several categories may stand in one text."""
    if isinstance(value, tuple):
        return value
    joined = variable.several and variable.kind is Kind.CATEGORY and isinstance(value, str)
    return str(value).split(";") if joined else (value,)


def _scalar(
    value: str | float | Ref, variable: Variable, keys: Mapping[int, str]
) -> ForeignScalar | None:
    """Return a value as its variable holds it; one that does not fit is found out later."""
    if isinstance(value, Ref):
        return keys.get(value.id, str(value.id)) if variable.kind is Kind.LINK else None
    if not isinstance(value, str):
        return str(value) if variable.kind in (Kind.CATEGORY, Kind.TEXT, Kind.DATE) else value
    if variable.kind is Kind.BOOLEAN:
        return _BOOLEANS.get(value, value)
    return _number(value) if variable.kind in (Kind.INTEGER, Kind.REAL) else value


def _number(told: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(told)
        except ValueError:
            continue
    return told


def _missing(told: Value, values: ForeignValues) -> dict[str, tuple[ForeignScalar, ...]]:
    """Return the values of variables of which some are missing, as `names.MISSING` says."""
    found: dict[str, list[ForeignScalar]] = {}
    for each in told if isinstance(told, tuple) else str(told).split(";"):
        match = _MISSING_TOLD.fullmatch(str(each))
        if match and match["code"] in _MISSING:
            scalars = found.setdefault(match["key"], list(values.get(match["key"], ())))
            scalars.insert(int(match["place"]), _MISSING[match["code"]])
    return {key: tuple(own) for key, own in found.items()}


_MISSING_TOLD = re.compile(r"(?P<key>\w+):(?P<place>\d{1,6})=(?P<code>-\d\d)", re.ASCII)
_MISSING = {str(each.value): each for each in Missing}


def _with_categories(
    codebook: Codebook, annotations: Iterable[ForeignAnnotation], remarks: Remarks
) -> Codebook:
    """Return the codebook with the categories that annotations name and lists do not have."""
    used: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for each in annotations:
        layer = codebook.layers_by_key[each.layer]
        for key, scalars in each.values.items():
            code_list = layer.by_key[key].code_list if key in layer.by_key else None
            if code_list is not None:
                named = (scalar for scalar in scalars if isinstance(scalar, str))
                used[code_list] |= dict.fromkeys(named)
    lists = tuple(
        each if each.categories else replace(each, categories=_made(used[each.key], remarks))
        for each in codebook.code_lists
    )
    return replace(codebook, code_lists=lists)


def _made(used: Iterable[str], remarks: Remarks) -> tuple[Category, ...]:
    drafts = [Draft(label=words(each), key=each) for each in used]
    return listed("used", Words(), drafts, remarks).categories
