"""What the history calls the steps that change the codebook."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def codebook_step(kind: str, *, several: bool, retired: bool) -> str | None:
    """Return the template of a step, None if the codebook has no such step."""
    if kind.startswith("retire_") and not retired:
        return _used_again(several=several)
    if several and kind in _of_several():
        return _of_several()[kind]
    return {**_categories(), **_layers()}.get(kind)


def _categories() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "add_category": translate("Wording", "add category: {category}"),
        "edit_category": translate("Wording", "change category: {category}"),
        "move_categories": translate("Wording", "move category: {name}"),
        "retire_categories": translate("Wording", "retire category: {name}"),
        "delete_categories": translate("Wording", "delete category: {name}"),
        "merge_categories": translate("Wording", "merge into {category}: {name}"),
        "split_category": translate("Wording", "split category: {name}"),
        "add_list": translate("Wording", "add code list: {name}"),
        "edit_list": translate("Wording", "change code list: {name}"),
        "move_list": translate("Wording", "move code list: {name}"),
        "delete_list": translate("Wording", "delete code list: {name}"),
    }


def _layers() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "add_layer": translate("Wording", "add layer: {name}"),
        "edit_layer": translate("Wording", "change layer: {name}"),
        "move_layer": translate("Wording", "move layer: {name}"),
        "retire_layer": translate("Wording", "retire layer: {name}"),
        "delete_layer": translate("Wording", "delete layer: {name}"),
        "add_variable": translate("Wording", "add variable: {name} ({layer})"),
        "edit_variable": translate("Wording", "change variable: {name} ({layer})"),
        "move_variable": translate("Wording", "move variable: {name} ({layer})"),
        "retire_variable": translate("Wording", "retire variable: {name} ({layer})"),
        "delete_variable": translate("Wording", "delete variable: {name} ({layer})"),
        "edit_annotations": translate("Wording", "change an annotation"),
        "move_to_layer": translate("Wording", "move an annotation to {layer}"),
    }


def _of_several() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "move_categories": translate("Wording", "move {count} categories"),
        "retire_categories": translate("Wording", "retire {count} categories"),
        "delete_categories": translate("Wording", "delete {count} categories"),
        "edit_annotations": translate("Wording", "change {count} annotations"),
        "move_to_layer": translate("Wording", "move {count} annotations to {layer}"),
    }


def _used_again(*, several: bool) -> str:
    if several:
        return QCoreApplication.translate("Wording", "use {count} categories again")
    return QCoreApplication.translate("Wording", "use again: {name}")
