"""Report: take away what was found, as a report, one sheet of evidence, figures, tables, files, references."""

from __future__ import annotations

from pages import session
from pages.address import show_tabs
from pages.report_figures import show_figures
from pages.report_files import show_files
from pages.report_robust import TAB, show_robustness
from pages.report_sheet import show_sheet
from pages.report_whole import show_whole

TABS = {
    "Report": show_whole,
    "One finding": show_sheet,
    "Figures": show_figures,
    "Tables and files": show_files,
    TAB: show_robustness,
}

comparison = session.comparison()
show_tabs(TABS, "report-tab", comparison)
