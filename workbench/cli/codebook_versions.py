"""`workbench codebook versions`, `freeze`, `diff` and `warnings`."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import asdict

from workbench.app.codebook_words import difference_told, warning_told
from workbench.app.commands import FreezeCodebook
from workbench.app.session import Session
from workbench.cli.context import Context
from workbench.cli.errors import NoSuchVersion, NoVersionYet
from workbench.domain.codebook_warnings import CodebookWarning, codebook_warnings


@contextmanager
def _reading(context: Context) -> Generator[Session]:
    session = context.opened(context.usual_coder(), read_only=True)
    with contextlib.closing(session):
        yield session


def tell_versions(context: Context) -> int:
    """List the frozen versions of the codebook, the oldest first."""
    with _reading(context) as session:
        found = session.versions()
    told = [
        {"name": each.name, "created": each.created, "coder": each.coder, "note": each.note}
        for each in found
    ]
    if context.arguments.json:
        context.console.json({"project": str(context.arguments.project), "versions": told})
        return 0
    for each in told:
        context.say("codebook_version", **each)
    if not told:
        context.say("codebook_no_version")
    return 0


def freeze(context: Context) -> int:
    """Keep the codebook as it is under a name."""
    arguments = context.arguments
    session = context.opened(context.coder(arguments.coder), read_only=False)
    with contextlib.closing(session):
        session.run(FreezeCodebook(arguments.name, arguments.note or ""))
    context.say("codebook_frozen", name=arguments.name)
    return 0


def tell_differences(context: Context) -> int:
    """Say what differs between two versions, or a version and the codebook as it is."""
    arguments = context.arguments
    with _reading(context) as session:
        old = _version(session, arguments.old)
        new = _version(session, arguments.new) if arguments.new else None
        found = session.differences(old, new)
    told = [difference_told(each, context.messages) for each in found]
    if arguments.json:
        context.console.json({"project": str(arguments.project), "changes": told})
        return 0
    for each in told:
        context.console.line(each)
    context.say("codebook_differs", count=len(told))
    return 0


def _version(session: Session, name: str) -> int:
    known = {each.name: each.id for each in session.versions()}
    if not known:
        raise NoVersionYet
    if name not in known:
        raise NoSuchVersion(name=name, known=", ".join(known))
    return known[name]


def tell_warnings(context: Context) -> int:
    """Say what in the codebook is worth a look."""
    with _reading(context) as session:
        found = codebook_warnings(session.codebook)
    if context.arguments.json:
        warnings = [doubt_as_json(context, each) for each in found]
        context.console.json({"project": str(context.arguments.project), "warnings": warnings})
        return 0
    for each in found:
        context.console.line(warning_told(each, context.messages))
    context.say("codebook_doubts", count=len(found))
    return 0


def doubt_as_json(context: Context, warning: CodebookWarning) -> Mapping[str, str]:
    """Return a warning with its sentence."""
    return {**asdict(warning), "sentence": warning_told(warning, context.messages)}
