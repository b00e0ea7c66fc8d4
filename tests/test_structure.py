"""What holds the program together: what importing costs, what is public, and which way imports may go."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import subprocess
import sys
from types import ModuleType

import pytest
from importlinter.application.use_cases import create_report
from importlinter.application.user_options import UserOptions
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import framing
from framing.resources import ROOT

# Computing the examples' vectors and fitting coefficients are programs of their own, not part of the library.
MODULES = sorted(m.name for m in pkgutil.walk_packages(framing.__path__, "framing.") if "_bundle" not in m.name)


def test_importing_the_library_loads_nothing_heavy():
    heavy = {"torch", "streamlit", "sentence_transformers", "transformers"}
    code = f"import framing, framing.cli, sys; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_public_names_are_pinned():
    assert framing.__all__ == [
        "Article",
        "Comparison",
        "Event",
        "Match",
        "Paragraph",
        "Passage",
        "ReadError",
        "Sentence",
        "StoryPoint",
        "compare",
        "plots",
    ]
    assert framing.plots.__all__ == [
        "actors_by_source",
        "barcode",
        "instrument_agreement",
        "keyness",
        "marks_by_source",
        "omission_matrix",
        "order",
        "ribbon",
        "share_by_point",
        "tone_along",
        "tone_along_each",
        "tone_by_point",
        "tone_gaps",
        "tone_split",
        "voices_by_source",
    ]


def test_every_public_name_is_there():
    assert [name for name in framing.__all__ if not hasattr(framing, name)] == []


def test_a_comparison_keeps_the_tables_of_its_contract():
    fields = {field.name for field in dataclasses.fields(framing.Comparison)}
    assert {"matches", "tone", "emphasis", "differences"} <= fields | set(dir(framing.Comparison))


class TestLayers:
    def test_imports_go_the_way_that_data_flows(self, monkeypatch, capsys):
        monkeypatch.chdir(ROOT)
        assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS, capsys.readouterr().out

    @pytest.mark.parametrize(
        ("layers", "kept"), [(["framing.compare", "framing.read"], True), (["framing.read", "framing.compare"], False)]
    )
    def test_an_import_against_the_flow_is_found(self, layers, kept):
        contract = {"name": "layers", "type": "layers", "layers": layers}
        assert contracts_kept(contract) is kept

    @pytest.mark.parametrize(("module", "kept"), [("streamlit", True), ("plotly", False)])
    def test_an_import_of_a_forbidden_package_is_found(self, module, kept):
        contract = {"name": "f", "type": "forbidden", "source_modules": ["framing"], "forbidden_modules": [module]}
        assert contracts_kept(contract) is kept


def contracts_kept(contract):
    """Hold one contract of a test's own against the library."""
    session = {"root_packages": ["framing"], "include_external_packages": "True"}
    report = create_report(UserOptions(session, [contract]), cache_dir=None)
    return report.broken_count == 0 and report.kept_count == 1


def public(module: ModuleType):
    """Yield what is public in a module and written there, methods of its classes too."""
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(thing) or inspect.isclass(thing):
            yield f"{module.__name__}.{name}", thing
        if inspect.isclass(thing):
            for member, inner in vars(thing).items():
                inner = inner.fget if isinstance(inner, property) else inner
                if not member.startswith("_") and inspect.isfunction(inner):
                    yield f"{module.__name__}.{name}.{member}", inner


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_says_what_it_does(name):
    module = importlib.import_module(name)
    assert module.__doc__, f"{name} has no docstring"
    # A dataclass without a docstring gets its signature as one.
    silent = [n for n, t in public(module) if not t.__doc__ or t.__doc__.startswith(f"{t.__name__}(")]
    assert silent == []
