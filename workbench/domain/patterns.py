"""Regular expressions that a researcher writes: what they find suggests a category."""

from __future__ import annotations

import re
import warnings

from workbench.domain.errors import Refusal


class PatternUnreadable(Refusal):
    """A text is no regular expression."""

    sentence = "“{pattern}” is no regular expression ({detail}); correct it."


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled regular expression, or raise PatternUnreadable."""
    try:
        with warnings.catch_warnings():
            # What Python may read otherwise some day is still read today.
            warnings.simplefilter("ignore")
            return re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternUnreadable(pattern=pattern, detail=str(error)) from error
