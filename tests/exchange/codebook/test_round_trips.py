"""Every format that is read gives back the code lists that it was written from."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.domain.strategies import codebooks
from tests.exchange.codebook.codebooks import SMALL, as_told, there_and_back
from workbench.app.projects import starter_codebook
from workbench.domain.codebook import Codebook
from workbench.exchange.codebook.model import Format

LANGUAGES = st.sampled_from(["zh", "en"])
LOSSLESS = (Format.JSON, Format.CSV, Format.XLSX, Format.QDC)
slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", LOSSLESS)
def test_the_starter_codebook_comes_back(kind: Format, language: str) -> None:
    codebook = starter_codebook()
    found = there_and_back(codebook, kind, language)
    assert found.codebook.code_lists == codebook.code_lists
    assert (found.format, found.notes) == (kind, ())
    assert found.whole == (kind is Format.JSON)


@pytest.mark.parametrize("kind", LOSSLESS)
def test_every_field_comes_back(kind: Format) -> None:
    assert there_and_back(SMALL, kind).codebook.code_lists == SMALL.code_lists


@slow
@given(codebooks())
def test_json_holds_everything(codebook: Codebook) -> None:
    assert there_and_back(codebook, Format.JSON).codebook == codebook


@slow
@given(codebooks(), LANGUAGES)
def test_csv_holds_the_code_lists(codebook: Codebook, language: str) -> None:
    assume(codebook.code_lists)
    found = there_and_back(codebook, Format.CSV, language)
    assert found.codebook.code_lists == as_told(codebook.code_lists)


@slow
@given(codebooks(), LANGUAGES)
def test_excel_holds_the_code_lists(codebook: Codebook, language: str) -> None:
    assume(codebook.code_lists)
    assume(not set("\ufffe\uffff") & set(repr(codebook)))
    found = there_and_back(codebook, Format.XLSX, language)
    assert found.codebook.code_lists == as_told(codebook.code_lists)


@slow
@given(codebooks(), LANGUAGES)
def test_qdc_holds_the_code_lists(codebook: Codebook, language: str) -> None:
    assume(codebook.code_lists)
    found = there_and_back(codebook, Format.QDC, language)
    assert found.codebook.code_lists == as_told(codebook.code_lists)
