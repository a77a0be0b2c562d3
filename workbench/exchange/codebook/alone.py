"""Check what a file of code lists says by itself; what it names beyond itself may be elsewhere."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.codebook import Codebook, CodeList
from workbench.domain.codebook_check import check_codebook


def check_alone(codebook: Codebook) -> None:
    """Raise CodebookInconsistent for keys that stand twice, circles, parents that are missing.

    Twins and values of attributes may be of lists that the project has; they are checked when
    the lists have come to it.
    """
    check_codebook(replace(codebook, code_lists=tuple(map(_bare, codebook.code_lists))))


def _bare(code_list: CodeList) -> CodeList:
    categories = tuple(replace(each, attributes={}, same_as=None) for each in code_list.categories)
    return replace(code_list, categories=categories, attributes=())
