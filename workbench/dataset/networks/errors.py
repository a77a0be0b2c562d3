"""What a network refuses: each one sentence with a way out."""

from __future__ import annotations

from workbench.domain.errors import Refusal


class NetworkModesEqual(Refusal):
    """Both modes of a network are the same."""

    sentence = (
        "A network relates two different things, but “{mode}” was named twice; "
        "name another, such as holder and target."
    )


class NetworkOptionUnfit(Refusal):
    """A way to count does not fit the kind of network."""

    sentence = (
        "“{option}” is not for a {kind} network, which takes: {fitting}. "
        "Choose one of these, or the other kind of network."
    )


class NetworkPositionNeeded(Refusal):
    """Statements are counted whatever their position, but the way to count asks for it."""

    sentence = (
        "“{option}” asks for the position of a statement; "
        "choose “ignore”, or count by agreement or by score."
    )


class NetworkWindowWrong(Refusal):
    """A time window is no window."""

    sentence = "A time window takes 1 to {most} {unit}, not {size}; choose a number between them."


class NetworkWindowsMany(Refusal):
    """There would be more networks than anybody can look at."""

    sentence = (
        "That makes more than {most} networks, one a time window; "
        "choose longer windows, or fewer articles."
    )


class NetworkLayerMissing(Refusal):
    """The codebook has no layer of statements."""

    sentence = (
        "Networks are made of the layer “{layer}” with the variables {variables}, each with a "
        "code list; this codebook has no such layer. Add it, or export without networks."
    )


class NetworkWordUnknown(Refusal):
    """An option of a network is written wrongly."""

    sentence = "“{value}” is nothing for “{key}” of a network; choose one of: {known}."
