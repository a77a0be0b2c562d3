"""Why the tour ends before its end."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class TourStopped(Refusal):
    """A step of the tour did not do what it should."""

    sentence = (
        "The tour stopped at the step “{step}” ({reason}); “{picture}” shows the window as it was. "
        "Please send us both."
    )


class NoChineseFont(Refusal):
    """Qt finds no font that has Chinese."""

    sentence = (
        "No font on this machine has Chinese, so the pictures would be empty boxes; "
        "install one (on Debian and Ubuntu: fonts-noto-cjk), then run the tour again."
    )
