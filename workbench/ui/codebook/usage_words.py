"""How much is touched by a change of the codebook, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.app.codebook_queries import Usage


def usage_words(usage: Usage) -> str:
    """Return a usage as a sentence."""
    translate = QCoreApplication.translate
    if not usage.annotations:
        return translate("Usage", "No annotation uses it.")
    if usage.annotations == 1:
        return translate("Usage", "This touches 1 annotation.")
    several = translate(
        "Usage", "This touches {annotations} annotations in {articles} articles by {coders} coders."
    )
    one = translate("Usage", "This touches {annotations} annotations in {articles} articles.")
    counts = (usage.annotations, usage.articles, usage.coders)
    annotations, articles, coders = (f"{count:,}" for count in counts)
    told = several if usage.coders > 1 else one
    if usage.articles == 1 and usage.coders == 1:
        told = translate("Usage", "This touches {annotations} annotations in 1 article.")
    return told.format(annotations=annotations, articles=articles, coders=coders)
