"""What of ours is called what in UIMA, so that both ways lead back.

Layers are types in the package that INCEpTION gives the layers of a project; variables are
features. What an annotation has besides begins with ``pizhu_``; an article with its coder is a
structure of its own, which also holds the layers, so that one file can be read by itself.
"""

from __future__ import annotations

import json
from dataclasses import replace

from workbench.domain.codebook import Codebook, Kind, Layer, Scope, Variable
from workbench.domain.codebook_file import parse_codebook, write_codebook
from workbench.exchange.project.cas.model import (
    ANNOTATION,
    BASE,
    BOOLEAN,
    DOCUMENT,
    DOUBLE,
    LONG,
    STRING,
    STRINGS,
    STRUCTURES,
    CasType,
    Feature,
    Types,
    by_name,
)

PACKAGE = "webanno.custom."
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
SENTENCE, TOKEN = f"{_DKPRO}segmentation.type.Sentence", f"{_DKPRO}segmentation.type.Token"
METADATA = f"{_DKPRO}metadata.type.DocumentMetaData"
#: An article as one coder has coded it.
ARTICLE = "pizhu.Article"
#: Its features: those of a bibliography, and what belongs to the coder.
BIBLIOGRAPHY = (
    *("uid", "title", "source", "author", "published", "url", "language", "script", "genre"),
    *("same_as", "file_name"),
)
CODER, STATUS, LAYERS = "coder", "status", "layers"
OWN = "pizhu_"
UID, MEMO, CERTAINTY = f"{OWN}uid", f"{OWN}memo", f"{OWN}certainty"
CREATED, MODIFIED = f"{OWN}created", f"{OWN}modified"
#: Values that are missing, as ``key:0=-97`` with their place; the quote of what has lost its own.
MISSING, QUOTE = f"{OWN}missing", f"{OWN}quote"
_OWN_FEATURES = (
    *(Feature(each, STRING) for each in (UID, MEMO, CERTAINTY, CREATED, MODIFIED, QUOTE)),
    Feature(MISSING, STRINGS),
)
_TAKEN = frozenset(("begin", "end", "sofa", "self", "type"))
_RENAMED = "v_"
_RANGES = {Kind.INTEGER: LONG, Kind.REAL: DOUBLE, Kind.BOOLEAN: BOOLEAN}


def type_of(layer: str) -> str:
    """Return the type of a layer by its key."""
    return f"{PACKAGE}{layer[:1].upper()}{layer[1:]}"


def layer_of(name: str) -> str:
    """Return the layer's key of a type, empty if its name is none of ours."""
    short = name.removeprefix(PACKAGE)
    return "" if short == name or "." in short else short[:1].lower() + short[1:]


def feature_of(key: str) -> str:
    """Return the feature of a variable by its key."""
    is_taken = key in _TAKEN or key.startswith((_RENAMED, OWN))
    return f"{_RENAMED}{key}" if is_taken else key


def variable_of(feature: str) -> str:
    """Return the variable's key of a feature."""
    return feature.removeprefix(_RENAMED)


def types_of(codebook: Codebook) -> Types:
    """Return the types that documents of a codebook need."""
    return by_name([*_SEGMENTS, *map(_type, codebook.layers)])


def _type(layer: Layer) -> CasType:
    features = (*map(_feature, layer.variables), *_OWN_FEATURES)
    return CasType(type_of(layer.key), ANNOTATION if layer.scope is Scope.SPAN else BASE, features)


def _feature(variable: Variable) -> Feature:
    name = feature_of(variable.key)
    if variable.kind is Kind.LINK:
        if variable.several:
            return Feature(name, STRUCTURES, ANNOTATION)
        return Feature(name, ANNOTATION)
    if variable.several:
        return Feature(name, STRINGS)
    return Feature(name, _RANGES.get(variable.kind, STRING))


_TEXTS = ("documentTitle", "documentId", "documentUri", "collectionId")
_SEGMENTS = (
    CasType(METADATA, DOCUMENT, tuple(Feature(each, STRING) for each in _TEXTS)),
    CasType(SENTENCE, ANNOTATION),
    CasType(TOKEN, ANNOTATION),
    CasType(
        ARTICLE,
        BASE,
        tuple(Feature(each, STRING) for each in (*BIBLIOGRAPHY, CODER, STATUS, LAYERS)),
    ),
)


def layers_told(codebook: Codebook) -> str:
    """Return layers, variables and the names of code lists, without what is in the lists."""
    lists = tuple(
        replace(each, categories=(), attributes=(), guide=type(each.guide)())
        for each in codebook.code_lists
    )
    layers = tuple(_bare(each) for each in codebook.layers)
    bare = replace(codebook, code_lists=lists, layers=layers)
    return json.dumps(json.loads(write_codebook(bare)), ensure_ascii=False, separators=(",", ":"))


def _bare(layer: Layer) -> Layer:
    variables = tuple(
        replace(each, default="", requires=None, guide=type(each.guide)())
        for each in layer.variables
    )
    return replace(layer, variables=variables, wants=(), shortcut="", guide=type(layer.guide)())


def layers_read(told: str, file_name: str) -> Codebook:
    """Return what `layers_told` has written, or raise a Refusal."""
    return parse_codebook(told, file_name)
