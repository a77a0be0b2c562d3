"""Start the program: ``workbench``, ``python -m workbench``, a frozen bundle.

Nothing heavy is imported at the top, since the segmentation process loads this module again.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Run the command line and return the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    from workbench.cli.main import run

    return run(sys.argv[1:], open_window, run_tour)


def open_window(project: Path | None, coder: str | None) -> int:
    """Open the window; return the exit code when it is closed."""
    import gc

    # To collect while all that is loaded stays would cost a fifth of the start. From when there is
    # an application, its collector does it.
    gc.disable()
    from workbench.ui import application

    return application.run(project, coder)


def run_tour(folder: Path) -> int:
    """Drive the window through the main job, with pictures into `folder`."""
    from workbench.ui import tour

    return tour.run_tour(folder)


if __name__ == "__main__":
    sys.exit(main())
