"""Where the frozen program begins, windowed and on the console alike.

`juanzong.spec` makes two executables of it: `juanzong` opens the window, `juanzong-cli` is the command
line. Worker processes are the same executables started anew; `freeze_support` sends them to their work.
"""

import multiprocessing
import sys
from pathlib import Path

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from desktop_app import launch

    on_console = Path(sys.executable).stem.endswith("-cli")
    raise SystemExit(launch.main() if on_console else launch.window())
