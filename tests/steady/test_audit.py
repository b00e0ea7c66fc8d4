from __future__ import annotations

import pytest

from tests.steady.audit import told

GOOD = {"name": "good", "version": "1.0", "vulns": []}
FLAWED = {"name": "flawed", "version": "2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}
UNKNOWN = {"name": "unknown", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("answers", "status", "said"),
    [
        ([GOOD, GOOD], 0, "None of 2 packages has a known vulnerability."),
        ([GOOD, FLAWED], 1, "flawed 2.0: PYSEC-1, mended in 2.1"),
        ([GOOD, UNKNOWN], 2, "1 of 2 packages could not be checked"),
        ([UNKNOWN, FLAWED], 1, "flawed 2.0: PYSEC-1, mended in 2.1\n1 of 2 packages could not be checked"),
        ([], 2, "0 of 0 packages could not be checked"),
    ],
)
def test_what_was_not_checked_is_not_called_sound(answers, status, said):
    found, text = told(answers)
    assert found == status
    assert text.startswith(said)
