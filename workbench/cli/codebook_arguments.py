"""The options of `workbench codebook …`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from workbench.app.codebook_formats import READABLE, Format
from workbench.cli.usage import Parser


class AddLanguage(Protocol):
    """Give a command the option of the language; of labels too where it writes any."""

    def __call__(self, action: Parser, *, labels: bool) -> None: ...


def add_codebook(parser: Parser, add_language: AddLanguage) -> None:
    """Give the command its own commands."""
    text = parser.messages.text
    actions = parser.add_subparsers(
        dest="action", title=text("usage_commands"), metavar="COMMAND", required=True
    )
    for name, fill in _ACTIONS.items():
        told = text(f"help_codebook_{name}")
        action = actions.add_parser(name, messages=parser.messages, help=told, description=told)
        add_language(action, labels=name == "export")
        action.needed.add_argument(
            "project", metavar="PROJECT", type=Path, help=text("argument_project")
        )
        fill(action)


def _export(parser: Parser) -> None:
    text = parser.messages.text
    parser.needed.add_argument(
        "file", metavar="FILE", type=Path, help=text("argument_codebook_new")
    )
    _add_format(parser, "--format", list(Format), "option_codebook_format")
    parser.options.add_argument(
        "--overwrite", action="store_true", help=text("option_overwrite_file")
    )


def add_reading(parser: Parser) -> None:
    """Add what a person says of a codebook file that does not say it itself."""
    text = parser.messages.text
    _add_format(parser, "--as", READABLE, "option_codebook_as")
    parser.options.add_argument("--list", metavar="KEY", help=text("option_codebook_list"))
    parser.options.add_argument("--columns", metavar="LIST", help=text("option_codebook_columns"))
    parser.options.add_argument("--sheet", metavar="NAME", help=text("option_sheet"))


def _import(parser: Parser) -> None:
    text = parser.messages.text
    parser.needed.add_argument("file", metavar="FILE", type=Path, help=text("argument_codebook"))
    how = parser.options.add_mutually_exclusive_group()
    how.add_argument("--add", action="store_true", help=text("option_codebook_add"))
    how.add_argument("--replace", action="store_true", help=text("option_codebook_replace"))
    add_reading(parser)
    parser.options.add_argument("--dry-run", action="store_true", help=text("option_dry_run_book"))
    parser.options.add_argument("--coder", metavar="NAME", help=text("option_coder"))
    _add_json(parser, "json_codebook_import")


def _versions(parser: Parser) -> None:
    _add_json(parser, "json_codebook_versions")


def _freeze(parser: Parser) -> None:
    text = parser.messages.text
    parser.needed.add_argument("name", metavar="NAME", help=text("argument_version"))
    parser.options.add_argument("--note", metavar="TEXT", help=text("option_version_note"))
    parser.options.add_argument("--coder", metavar="NAME", help=text("option_coder"))
    parser.set_defaults(json=False)


def _diff(parser: Parser) -> None:
    text = parser.messages.text
    parser.needed.add_argument("old", metavar="VERSION", help=text("argument_version_old"))
    parser.needed.add_argument("new", metavar="LATER", nargs="?", help=text("argument_version_new"))
    _add_json(parser, "json_codebook_diff")


def _warnings(parser: Parser) -> None:
    _add_json(parser, "json_codebook_warnings")


def _add_json(parser: Parser, keys: str) -> None:
    text = parser.messages.text
    parser.options.add_argument("--json", action="store_true", help=text("option_json"))
    parser.epilog = text(keys) + "\n" + text("json_error")


def _add_format(parser: Parser, option: str, formats: Sequence[Format], key: str) -> None:
    parser.options.add_argument(
        option,
        dest="format",
        choices=[each.value for each in formats],
        help=parser.messages.text(key),
    )


_ACTIONS: Mapping[str, Callable[[Parser], None]] = {
    "export": _export,
    "import": _import,
    "versions": _versions,
    "freeze": _freeze,
    "diff": _diff,
    "warnings": _warnings,
}
