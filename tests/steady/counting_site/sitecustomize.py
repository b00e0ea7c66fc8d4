"""Python imports this when it starts with this folder on PYTHONPATH: each loading of the model leaves a line in a file.

The weights are checked each time before they are loaded, and an audit hook sees a file being opened. The process is
offline, too.
"""

import os
import sys
from pathlib import Path

from tests import offline

offline.install()


def _count(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and str(arguments[0]).endswith("model.safetensors"):
        with Path(os.environ["FRAMING_TEST_LOADS"]).open("a") as record:
            record.write("loaded\n")


sys.addaudithook(_count)
