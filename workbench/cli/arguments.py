"""The commands and their options, as argparse knows them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from workbench import __version__
from workbench.app.messages import Messages
from workbench.app.project_formats import ProjectFormat
from workbench.app.settings import MOST_MEGABYTES, USUAL_MEGABYTES
from workbench.cli.codebook_arguments import add_codebook, add_reading
from workbench.cli.usage import Parser

LANGUAGES = ("en", "zh")


def language_wanted(arguments: Sequence[str]) -> str | None:
    """Return the language that the arguments ask for, None if they do not say (rightly)."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--language", choices=LANGUAGES)
    try:
        return parser.parse_known_args(list(arguments))[0].language
    except argparse.ArgumentError:
        return None


def parse(arguments: Sequence[str], messages: Messages) -> argparse.Namespace:
    """Return the parsed arguments; `command` is None without any.

    Raises:
        WrongUsage
        SystemExit: help or the version was asked for, and given.
    """
    return _parser(messages).parse_args(list(arguments))


def _parser(messages: Messages) -> Parser:
    parser = Parser(messages, prog="workbench", description=messages.text("help_workbench"))
    version = f"Pizhu Workbench {__version__}"
    parser.options.add_argument(
        "--version", action="version", version=version, help=messages.text("option_version")
    )
    _add_language(parser, None)
    commands = parser.add_subparsers(
        dest="command", title=messages.text("usage_commands"), metavar="COMMAND"
    )
    parser.epilog = messages.text("help_exit_codes")
    for name, fill in _COMMANDS.items():
        told = messages.text(f"help_{name}")
        command = commands.add_parser(name, messages=messages, help=told, description=told)
        _add_language(command, argparse.SUPPRESS, labels=name == "export")
        fill(command)
    return parser


def _add_language(parser: Parser, default: str | None, *, labels: bool = True) -> None:
    text = parser.messages.text
    parser.options.add_argument(
        "--language",
        choices=LANGUAGES,
        default=default,
        help=text("option_language_labels") if labels else text("option_language"),
    )


def _open(parser: Parser) -> None:
    _add_project(parser)
    _add_coder(parser)


def _new(parser: Parser) -> None:
    text = parser.messages.text
    told = text("argument_new_project")
    parser.needed.add_argument("project", metavar="PROJECT", type=Path, help=told)
    which = parser.options.add_mutually_exclusive_group()
    which.add_argument("--codebook", metavar="FILE", type=Path, help=text("option_codebook"))
    which.add_argument("--empty", action="store_true", help=text("option_empty"))
    which.add_argument("--from", dest="other", metavar="OTHER", type=Path, help=text("option_from"))
    add_reading(parser)


def _import(parser: Parser) -> None:
    text = parser.messages.text
    _add_project(parser)
    parser.needed.add_argument(
        "paths", metavar="PATH", type=Path, nargs="+", help=text("argument_paths")
    )
    parser.options.add_argument("--dry-run", action="store_true", help=text("option_dry_run"))
    parser.options.add_argument(
        "--duplicates",
        choices=("skip", "keep", "link"),
        help=text("option_duplicates"),
    )
    parser.options.add_argument("--columns", metavar="LIST", help=text("option_columns"))
    parser.options.add_argument("--sheet", metavar="NAME", help=text("option_sheet"))
    formats = tuple(each.value for each in ProjectFormat)
    parser.options.add_argument("--as", dest="format", choices=formats, help=text("option_as"))
    _add_limit(parser)
    _add_json(parser, "json_import")
    _add_coder(parser)


def _clean(parser: Parser) -> None:
    text = parser.messages.text
    parser.needed.add_argument("file", metavar="FILE", type=Path, help=text("argument_file"))
    parser.options.add_argument("--output", metavar="OUT", type=Path, help=text("option_output"))
    _add_limit(parser)


def _export(parser: Parser) -> None:
    text = parser.messages.text
    _add_project(parser)
    parser.needed.add_argument(
        "folder", metavar="FOLDER", type=Path, nargs="?", help=text("argument_folder")
    )
    add = parser.options.add_argument
    for name, told in _EXPORT_FLAGS.items():
        add(name, action="store_true", help=text(told))
    for name, (what, told) in _EXPORT_CHOICES.items():
        read = _formats if name == "--format" else str
        add(name, metavar=what, action="append", type=read, help=text(told))
    add("--period", choices=("month", "year"), help=text("option_export_period"))
    add("--csv-separator", choices=("comma", "semicolon", "tab"), help=text("option_separator"))
    add("--preset", metavar="NAME", help=text("option_preset"))
    add("--remember", metavar="NAME", help=text("option_remember"))


def _info(parser: Parser) -> None:
    _add_project(parser)
    _add_json(parser, "json_info")


def _forecasts(parser: Parser) -> None:
    _add_project(parser)
    _add_json(parser, "json_forecasts")


def _check(parser: Parser) -> None:
    _add_project(parser)
    _add_json(parser, "json_check")


def _tour(parser: Parser) -> None:
    _add_folder(parser)


def _add_limit(parser: Parser) -> None:
    told = parser.messages.text("option_limit", usual=USUAL_MEGABYTES)
    parser.options.add_argument(
        "--limit-mb",
        metavar="N",
        type=_megabytes,
        help=told,
    )


def _formats(text: str) -> str:
    """Return formats as they are written, if there are such."""
    from workbench.app.exporting import FORMATS  # slow to import, and rarely wanted here

    for each in filter(None, map(str.strip, text.split(","))):
        if each not in FORMATS:
            known = ", ".join(map(repr, FORMATS))
            raise argparse.ArgumentTypeError(f"invalid choice: {each!r} (choose from {known})")
    return text


def _megabytes(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST_MEGABYTES:
        raise ValueError
    return number


def _add_project(parser: Parser) -> None:
    told = parser.messages.text("argument_project")
    parser.needed.add_argument("project", metavar="PROJECT", type=Path, help=told)


def _add_folder(parser: Parser) -> None:
    told = parser.messages.text("argument_folder")
    parser.needed.add_argument("folder", metavar="FOLDER", type=Path, help=told)


def _add_coder(parser: Parser) -> None:
    told = parser.messages.text("option_coder")
    parser.options.add_argument("--coder", metavar="NAME", help=told)


def _add_json(parser: Parser, keys: str) -> None:
    parser.options.add_argument(
        "--json", action="store_true", help=parser.messages.text("option_json")
    )
    parser.epilog = parser.messages.text(keys) + "\n" + parser.messages.text("json_error")


def _codebook(parser: Parser) -> None:
    def add_language(action: Parser, *, labels: bool) -> None:
        _add_language(action, argparse.SUPPRESS, labels=labels)

    add_codebook(parser, add_language)


_EXPORT_FLAGS = {
    "--overwrite": "option_overwrite",
    "--preview": "option_preview",
    "--expand-groups": "option_expand_groups",
    "--csv-no-mark": "option_no_mark",
    "--csv-raw": "option_raw",
}
# What may be said more than once: which tables, layers … are exported.
_EXPORT_CHOICES = {
    "--format": ("LIST", "option_export_format"),
    "--tables": ("LIST", "option_export_tables"),
    "--layer": ("LIST", "option_export_layer"),
    "--variables": ("LIST", "option_export_variables"),
    "--coder": ("NAME", "option_export_coder"),
    "--status": ("LIST", "option_export_status"),
    "--where": ("VARIABLE=LIST", "option_export_where"),
    "--network": ("KEY=VALUE,…", "option_export_network"),
}
_COMMANDS = {
    "open": _open,
    "new": _new,
    "import": _import,
    "clean": _clean,
    "export": _export,
    "forecasts": _forecasts,
    "codebook": _codebook,
    "info": _info,
    "check": _check,
    "tour": _tour,
}
