"""What the history calls the steps that change the codebook, or what is coded by it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def codebook_step(kind: str, *, several: bool, retired: bool) -> str | None:
    """Return the template of a step, None if the codebook has no such step."""
    told = kind if retired else kind.replace("retire_", "offer_")
    if several and told in _of_several():
        return _of_several()[told]
    return {**_categories(), **_layers()}.get(told)


def _categories() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "add_category": translate("Wording", "add category: {category}"),
        "edit_category": translate("Wording", "edit category: {category}"),
        "give_key": translate("Wording", "key of category: {category}"),
        "move_categories": translate("Wording", "move category: {name}"),
        "retire_categories": translate("Wording", "retire category: {name}"),
        "offer_categories": translate("Wording", "offer category again: {name}"),
        "delete_categories": translate("Wording", "delete category: {name}"),
        "merge_categories": translate("Wording", "merge {name} into {category} ({count} recoded)"),
        "split_category": translate("Wording", "split category: {name} ({count} recoded)"),
        "add_list": translate("Wording", "add code list: {name}"),
        "edit_list": translate("Wording", "edit code list: {name}"),
        "move_list": translate("Wording", "move code list: {name}"),
        "delete_list": translate("Wording", "delete code list: {name}"),
    }


def _layers() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "add_layer": translate("Wording", "add layer: {name}"),
        "edit_layer": translate("Wording", "edit layer: {name}"),
        "move_layer": translate("Wording", "move layer: {name}"),
        "retire_layer": translate("Wording", "retire layer: {name}"),
        "offer_layer": translate("Wording", "offer layer again: {name}"),
        "delete_layer": translate("Wording", "delete layer: {name}"),
        "add_variable": translate("Wording", "add variable: {name} ({layer})"),
        "edit_variable": translate("Wording", "edit variable: {name} ({layer})"),
        "move_variable": translate("Wording", "move variable: {name} ({layer})"),
        "retire_variable": translate("Wording", "retire variable: {name} ({layer})"),
        "offer_variable": translate("Wording", "offer variable again: {name} ({layer})"),
        "delete_variable": translate("Wording", "delete variable: {name} ({layer})"),
        "edit_annotations": translate("Wording", "change an annotation"),
        "move_to_layer": translate("Wording", "move an annotation to: {layer}"),
        "freeze_codebook": translate("Wording", "freeze the codebook: {name}"),
        "review": translate("Wording", "review an annotation under: {name}"),
        "replace_codebook": translate("Wording", "replace the codebook by: {name}"),
    }


def _of_several() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "move_categories": translate("Wording", "move {count} categories"),
        "retire_categories": translate("Wording", "retire {count} categories"),
        "offer_categories": translate("Wording", "offer {count} categories again"),
        "delete_categories": translate("Wording", "delete {count} categories"),
        "edit_annotations": translate("Wording", "change {count} annotations"),
        "move_to_layer": translate("Wording", "move {count} annotations to: {layer}"),
        "review": translate("Wording", "review {count} annotations under: {name}"),
    }
