"""Why a change of the codebook is refused, where the codebook alone says so."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class CategoryExists(Refusal):
    """A category of that key is in the list already."""

    sentence = "The code list “{code_list}” has a category “{key}” already; choose that one."


class ListExists(Refusal):
    """A code list of that key is there already."""

    sentence = "The codebook has a code list “{key}” already; choose another key."


class LayerExists(Refusal):
    """A layer of that key is there already."""

    sentence = "The codebook has a layer “{key}” already; choose another key."


class VariableExists(Refusal):
    """A variable of that key is in the layer already."""

    sentence = "The layer “{layer}” has a variable “{key}” already; choose another key."


class MergedIntoItself(Refusal):
    """A category is to be merged with nothing but itself."""

    sentence = "“{key}” cannot be merged into itself; choose other categories to merge into it."


class MergedIntoRetired(Refusal):
    """Categories are to be merged into one that is offered no more."""

    sentence = "“{key}” is retired, so nothing can be merged into it; take it back into use first."


class ListInUse(Refusal):
    """A code list is named by variables or attributes."""

    sentence = (
        "The code list “{key}” gives {places} their categories; "
        "give them another list or delete them first."
    )


class NothingToSplitInto(Refusal):
    """A category is to be split without saying into what."""

    sentence = "“{key}” is not split into anything; name two categories at least."
