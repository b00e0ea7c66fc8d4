from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest

import framing
from framing import cli, cli_verify
from framing.align import judge
from framing.export import save
from framing.read import event_to_json
from framing.read.project_parts import pack
from framing.records import Event
from tests.bag_of_words import BagOfWords
from tests.handmade import NOON, bell, post
from tests.test_cli import run


@pytest.fixture(autouse=True)
def _bag(monkeypatch):
    monkeypatch.setattr(cli_verify, "load_encoder", lambda _model: BagOfWords())


@pytest.fixture
def made():
    return framing.compare(Event("A bridge", (bell(), post())), encoder=BagOfWords(), cut=0.3)


@pytest.fixture
def project(made, tmp_path):
    return save(made, tmp_path / "bridge.framing")[0]


@pytest.fixture
def shared(made, tmp_path):
    return save(made, tmp_path / "shared.framing", texts=False)[0]


@pytest.fixture
def forged(project):
    """The project with one score changed and the hashes made anew."""
    with zipfile.ZipFile(io.BytesIO(project.read_bytes())) as archive:
        parts = {name: json.loads(archive.read(name)) for name in archive.namelist()}
    parts["numbers.json"]["tone"]["score"][0] += 0.25
    parts["project.json"].pop("parts")
    project.write_bytes(pack(parts))
    return project


def test_the_same_numbers_are_status_0(capsys, project):
    status, out, err = run(capsys, "verify", str(project))
    assert (status, err) == (0, "")
    assert out.startswith("The same: all ")
    assert out.endswith(" numbers of bridge.framing came out as they were saved.\n")


def test_changed_numbers_are_status_1_and_told(capsys, forged):
    status, out, _ = run(capsys, "verify", str(forged))
    assert status == 1
    assert out.startswith("Changed: not all numbers of bridge.framing came out as they were saved.\n\n  tone (")
    assert ": 1 of 8 rows changed, by 0.25 at most\n" in out
    assert "nothing that the file records explains it" in out


def test_json_is_the_only_thing_on_stdout(capsys, forged):
    status, out, _ = run(capsys, "verify", str(forged), "--json")
    found = json.loads(out)
    assert (status, found["same"], found["crossed"], found["differs"]) == (1, False, False, [])
    assert [(c["table"], c["changed"], c["why"]) for c in found["changes"]] == [("tone", 1, [])]


def test_the_reason_is_told(capsys, project, monkeypatch):
    monkeypatch.setattr(cli_verify, "load_encoder", lambda _model: BagOfWords(words=("council",), sha256="1" * 64))
    status, out, _ = run(capsys, "verify", str(project))
    assert status == 1
    assert "    because the model was bag-of-words (00000000), and is bag-of-words (11111111) now\n" in out


def test_judgements_of_passages_that_are_not_there_are_counted(capsys, made, tmp_path):
    known, other = (p.id for p in made.passages[:2])
    said = [judge(known, id, "same", coder="Ann", time=NOON) for id in (other, "0123456789-7", "0123456789-8")]
    event = replace(made.event, judgements=tuple(said))
    (path,) = save(framing.compare(event, encoder=BagOfWords(), cut=0.3), tmp_path / "judged.framing")
    status, out, _ = run(capsys, "verify", str(path))
    assert status == 0
    assert out.endswith("\n\nWithout effect: 2 judgements name a passage that is not in the project.\n")


def test_a_project_without_texts_needs_them(capsys, shared):
    status, out, err = run(capsys, "verify", str(shared))
    assert (status, out) == (2, "")
    assert err == "framing: shared.framing holds no texts to compute from: name the same articles after it.\n"


def test_with_the_texts_beside_it_a_project_is_computed(capsys, shared, tmp_path):
    event = tmp_path / "event.json"
    event.write_text(json.dumps(event_to_json(Event("", (post(), bell())))))
    assert run(capsys, "verify", str(shared), str(event))[0] == 0


def test_other_texts_beside_it_are_refused(capsys, shared, tmp_path):
    (tmp_path / "a.txt").write_text("It rained in the hills and on the plains of Ardmere.")
    status, out, err = run(capsys, "verify", str(shared), str(tmp_path / "a.txt"))
    assert (status, out) == (2, "")
    assert err.splitlines()[-1].endswith("the articles named with it are not the same.")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"The mayor closed the bridge.", "a.txt is no project: name a .framing file that Framing saved."),
        ("a.framing", b"PK\x03\x04", "a.framing: it is damaged or no project file; save it again where it came from."),
    ],
)
def test_what_is_no_project_is_one_sentence(capsys, tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    assert run(capsys, "verify", str(tmp_path / name)) == (2, "", f"framing: {reason}\n")


def test_a_missing_file_is_named(capsys):
    assert cli.main(["verify", "/no/such.framing"]) == 2
    assert (
        capsys.readouterr().err == "framing: /no/such.framing: there is no such file; check the spelling of the path.\n"
    )
