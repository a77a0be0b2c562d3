"""argparse in the user's language: its headings, its help, its complaints."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from workbench.app.messages import Messages
from workbench.cli.errors import WrongUsage

# What argparse says, and the key of our sentence for it; the groups become {0}, {1} …
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", "usage_missing"),
    (r"unrecognized arguments: (.+)", "usage_unrecognized"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "usage_choice"),
    (r"argument (.+?): expected one argument", "usage_one_value"),
    (r"argument (.+?): invalid _megabytes value: (.+)", "usage_megabytes"),
    (r"argument (.+?): not allowed with argument (.+)", "usage_exclusive"),
    (r"argument (.+?): ignored explicit argument (.+)", "usage_no_value"),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks through `messages` and raises WrongUsage instead of leaving."""

    def __init__(self, messages: Messages, **settings: Any) -> None:
        def formatter(prog: str) -> argparse.HelpFormatter:
            return _Formatter(prog, messages)

        super().__init__(formatter_class=formatter, add_help=False, allow_abbrev=False, **settings)
        self.messages = messages
        self.needed = self.add_argument_group(messages.text("usage_arguments"))
        self.options = self.add_argument_group(messages.text("usage_options"))
        self.options.add_argument("-h", "--help", action="help", help=messages.text("option_help"))

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage with the complaint in the user's language."""
        raise WrongUsage(_told(self.messages, message), self.format_usage().strip())


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, messages: Messages) -> None:
        super().__init__(prog, max_help_position=28)
        self._usage_prefix = messages.text("usage_prefix")
        self._colon = messages.text("usage_colon")

    def format_help(self) -> str:
        """Return the help with the colons of its language after the headings."""
        text = super().format_help()
        return re.sub(r"^(\S+):$", lambda found: found[1] + self._colon, text, flags=re.MULTILINE)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # pyright: ignore[reportPrivateUsage]
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage_prefix if prefix is None else prefix)


def _told(messages: Messages, complaint: str) -> str:
    for pattern, key in _COMPLAINTS:
        match = re.fullmatch(pattern, complaint, re.DOTALL)
        if match:
            named = (_listed(messages, each) for each in match.groups())
            return messages.text(key, **dict(zip("abc", named, strict=False)))
    return messages.text("usage_other", detail=complaint)


def _listed(messages: Messages, names: str | None) -> str:
    """Return names that argparse has put behind each other, as the language does it."""
    return (names or "").replace(", ", messages.text("separator"))
