"""Python imports this when it starts with this folder on PYTHONPATH: tests put it there, so the process is offline."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location("tests_offline", Path(__file__).parent.parent / "offline.py")
_offline = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_offline)
_offline.install()
