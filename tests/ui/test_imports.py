from __future__ import annotations

import subprocess
import sys

_TOLD = """
import linecache
from workbench.ui import reading
import workbench.ui.coding, workbench.app.session
print(sum(name.endswith(".py") and "/workbench/" in name.replace("\\\\", "/")
    for name in linecache.cache))
"""


def test_no_source_is_read_to_look_for_features_of_qt() -> None:
    done = subprocess.run([sys.executable, "-c", _TOLD], capture_output=True, text=True, check=True)
    assert int(done.stdout) == 0
