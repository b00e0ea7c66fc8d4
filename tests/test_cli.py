from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from importlib.metadata import version
from pathlib import Path
from typing import ClassVar

import jsonschema
import pytest

from framing import cli, cli_compare, cli_verify
from framing.export import read_tables
from framing.export.recorded import DOT, WITHHELD
from framing.read import event_to_json
from framing.records import Event
from framing.resources import ROOT, load_json
from tests import offline
from tests.bag_of_words import BagOfWords
from tests.handmade import BELL, POST, article, bell, comparison, passage, post


@pytest.fixture(autouse=True)
def _bag(monkeypatch):
    """The command line with the encoder that can be checked by hand."""
    for command in (cli_compare, cli_verify):
        monkeypatch.setattr(command, "load_encoder", lambda _model: BagOfWords())


@pytest.fixture
def bridge(tmp_path):
    """An event file of two articles."""
    path = tmp_path / "bridge.json"
    path.write_text(json.dumps(event_to_json(Event("A bridge", (bell(), post())))), encoding="utf-8")
    return str(path)


@pytest.fixture
def three(tmp_path):
    """An event file of three articles, one of which leaves out what the others tell."""
    quill = article("Quill", "The ferry lay in the harbour all summer.", "Children of the school sang.")
    path = tmp_path / "three.json"
    path.write_text(json.dumps(event_to_json(Event("A bridge", (bell(), post(), quill)))), encoding="utf-8")
    return str(path)


@pytest.fixture
def no_work(monkeypatch):
    monkeypatch.setattr(cli_compare, "prepare", lambda *_args, **_options: pytest.fail("the work had begun"))


def run(capsys, *arguments):
    """Run the command line; return its exit status, stdout and stderr."""
    try:
        status = cli.main(arguments)
    except SystemExit as stop:
        status = stop.code
    captured = capsys.readouterr()
    return status, captured.out, captured.err


class TestCompare:
    def test_the_summary_names_articles_story_points_and_findings(self, capsys, bridge):
        status, out, _ = run(capsys, "compare", bridge, "--cut", "0.3")
        assert status == 0
        assert out.splitlines()[:4] == [
            "A bridge",
            "",
            "  Bell: Old bridge is closed",
            "    26 words in 3 passages, nothing taken out",
        ]
        assert "\nFindings:\n" in out
        assert "(Bell, Post)" in out

    def test_notes_go_to_stderr(self, capsys, bridge):
        _, out, err = run(capsys, "compare", bridge)
        assert err.splitlines()[:2] == [
            "Note: Bell has only 26 words. If that is not the whole article, give the full text instead.",
            "Note: Post has only 27 words. If that is not the whole article, give the full text instead.",
        ]
        assert "Note:" not in out

    def test_json_is_the_only_thing_on_stdout(self, capsys, bridge):
        status, out, _ = run(capsys, "compare", bridge, "--json", "--cut", "0.25")
        made = json.loads(out)
        jsonschema.validate(made, load_json("schemas", "comparison-1.json"))
        assert (status, made["settings"]["cut"]) == (0, 0.25)

    def test_out_json_writes_the_comparison_file_and_says_so(self, capsys, bridge, tmp_path):
        target = tmp_path / "out.json"
        status, out, err = run(capsys, "compare", bridge, "--out", str(target))
        assert (status, err.splitlines()[-1]) == (0, f"Written: {target}")
        assert out.startswith("A bridge\n")
        assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "framing.comparison/1"

    def test_out_without_an_ending_writes_a_folder_of_csv(self, capsys, bridge, tmp_path):
        status, _, err = run(capsys, "compare", bridge, "--out", str(tmp_path / "tables"))
        assert status == 0
        names = sorted(p.name for p in (tmp_path / "tables").iterdir())
        assert {"dictionary.csv", "differences.csv", "matches.csv", "tone.csv"} <= set(names)
        assert err.count("Written: ") == len(names)

    @pytest.mark.parametrize("name", ["out.xlsx", "out.framing", "out.parquet"])
    def test_out_writes_what_the_ending_asks_for(self, capsys, bridge, tmp_path, name):
        status, _, err = run(capsys, "compare", bridge, "--out", str(tmp_path / name))
        assert status == 0
        assert (tmp_path / name).exists()
        assert f"Written: {tmp_path / name}" in err

    def test_a_report_has_the_parts_and_the_note_that_were_asked_for(self, capsys, bridge, tmp_path):
        target = tmp_path / "report.html"
        options = ["--parts", "methods, findings", "--note", "For Monday."]
        status, _, err = run(capsys, "compare", bridge, "--cut", "0.3", "--out", str(target), *options)
        assert (status, err.splitlines()[-1]) == (0, f"Written: {target}")
        html = target.read_text(encoding="utf-8")
        assert re.findall(r'<section id="(\w+)">', html) == ["methods", "findings"]
        assert '<p class="own">For Monday.</p>' in html

    def test_a_sheet_of_evidence_is_written_for_the_finding_of_that_number(self, capsys, three, tmp_path):
        target = tmp_path / "sheet.html"
        options = ["--cut", "0.3", "--out", str(target), "--finding", "1", "--note", "Mine."]
        status, out, _ = run(capsys, "compare", three, *options)
        (first,) = re.findall(r"^  1\. (.*(?:\n     .*)*)", out, re.MULTILINE)
        html = target.read_text(encoding="utf-8")
        assert status == 0
        assert f"<h1>{' '.join(first.split())}</h1>" in html
        assert '<p class="own">Mine.</p>' in html

    def test_robustness_is_told_written_and_a_part_of_the_report(self, capsys, three, tmp_path):
        target = tmp_path / "out.json"
        status, out, err = run(capsys, "compare", three, "--cut", "0.3", "--robustness", "--out", str(target))
        made = json.loads(target.read_text(encoding="utf-8"))
        jsonschema.validate(made, load_json("schemas", "comparison-1.json"))
        assert status == 0
        assert "Asking the findings again" in err
        assert {row["finding"] for row in made["robustness"]} == set(range(1, len(made["findings"]) + 1)) != set()
        assert re.search(r"^     Holds in \d+ of \d+ settings", out, re.MULTILINE)
        run(capsys, "compare", three, "--cut", "0.3", "--out", str(tmp_path / "r.html"), "--parts", "robustness")
        assert "In how many settings each finding holds" in (tmp_path / "r.html").read_text(encoding="utf-8")
        parts = ["--parts", "findings", "--robustness"]
        run(capsys, "compare", three, "--cut", "0.3", "--out", str(tmp_path / "s.html"), *parts)
        html = (tmp_path / "s.html").read_text(encoding="utf-8")
        assert re.findall(r'<section id="(\w+)">', html) == ["findings", "robustness"]
        run(capsys, "compare", three, "--cut", "0.3", "--robustness", "--out", str(tmp_path / "tables"))
        found = read_tables(tmp_path / "tables")
        joined = found["findings"].merge(found["robustness_summary"], left_on="rank", right_on="finding")
        assert list(joined["text_x"]) == list(joined["text_y"]) == [f["text"] for f in made["findings"]]

    def test_what_it_wrote_beside_the_articles_is_no_article(self, capsys, tmp_path):
        for name, lines in (("bell", BELL), ("post", POST)):
            (tmp_path / f"{name}.txt").write_text("\n\n".join(lines), encoding="utf-8")
        first = json.loads(run(capsys, "compare", str(tmp_path), "--json", "--cut", "0.3")[1])
        for name in ("tables", "tables.parquet", "out.xlsx", "out.json", "report.html"):
            assert run(capsys, "compare", str(tmp_path), "--cut", "0.3", "--out", str(tmp_path / name))[0] == 0
        _, out, err = run(capsys, "compare", str(tmp_path), "--json", "--cut", "0.3")
        assert json.loads(out) == first
        (note,) = [line for line in err.splitlines() if "Framing itself" in line]
        assert note.startswith(f"Note: {tmp_path.name}: what Framing itself wrote was left out: out.json, out.xlsx, ")
        status, _, err = run(capsys, "compare", str(tmp_path / "tables"))
        assert (status, err) == (
            2,
            f"framing: {tmp_path / 'tables'}: the folder holds only what Framing wrote itself.\n",
        )

    def test_a_project_is_compared_at_its_own_cut(self, capsys, bridge, tmp_path):
        project = str(tmp_path / "a.framing")
        run(capsys, "compare", bridge, "--cut", "0.3", "--out", project)
        for options, cut in (([], 0.3), (["--cut", "0.5"], 0.5)):
            status, out, _ = run(capsys, "compare", project, "--json", *options)
            assert (status, json.loads(out)["settings"]["cut"]) == (0, cut)

    def test_without_texts_the_numbers_are_shown(self, capsys, bridge, tmp_path):
        shared = str(tmp_path / "shared.framing")
        _, whole, _ = run(capsys, "compare", bridge, "--json", "--out", shared, "--without-texts")
        status, out, err = run(capsys, "compare", shared, "--json")
        made, before = json.loads(out), json.loads(whole)
        assert (status, made["tone"], made["differences"]) == (0, before["tone"], before["differences"])
        assert "mayor" not in out
        assert err.startswith("Note: shared.framing was shared without the articles' texts.")
        assert run(capsys, "compare", shared)[1].startswith("A bridge\n\n  Bell: (the text was not shared)\n")

    def test_saved_again_without_texts_nothing_stands_in_their_place(self, capsys, bridge, tmp_path):
        shared = str(tmp_path / "shared.framing")
        run(capsys, "compare", bridge, "--out", shared, "--without-texts")
        for name in ("out.json", "tables", "tables.parquet", "out.xlsx"):
            assert run(capsys, "compare", shared, "--out", str(tmp_path / name))[0] == 0
        made = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        jsonschema.validate(made, load_json("schemas", "comparison-1.json"))
        written = [json.dumps(made, ensure_ascii=False)]
        for name in ("tables", "tables.parquet", "out.xlsx"):
            found = read_tables(tmp_path / name)
            assert set(found["passages"]["text"]) == set(found["articles"]["title"]) == {""}
            written += [table.to_csv() for table in found.values()]
        assert not [text for text in written if DOT in text or WITHHELD in text]
        assert run(capsys, "compare", shared, "--out", str(tmp_path / "report.html"))[0] == 0

    def test_with_the_same_texts_everything_is_shown(self, capsys, bridge, tmp_path):
        shared = str(tmp_path / "shared.framing")
        _, whole, _ = run(capsys, "compare", bridge, "--json", "--cut", "0.3", "--out", shared, "--without-texts")
        _, out, err = run(capsys, "compare", shared, bridge, "--json")
        assert json.loads(out) == json.loads(whole)
        assert "shared without" not in err

    def test_json_and_a_file_can_be_had_together(self, capsys, bridge, tmp_path):
        _, out, _ = run(capsys, "compare", bridge, "--json", "--out", str(tmp_path / "out.json"))
        assert json.loads(out) == json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))


class TestBadInput:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"", "there is no text in it; paste or save the article's words"),
            (b"\x89PNG\r\n\x1a\n\0\0\0", "this is a picture; have its text recognised (OCR), and add the text"),
        ],
    )
    @pytest.mark.usefixtures("no_work")
    def test_one_sentence_on_stderr_and_exit_status_2(self, capsys, tmp_path, content, message):
        (tmp_path / "a.txt").write_bytes(content)
        assert run(capsys, "compare", str(tmp_path / "a.txt")) == (2, "", f"framing: a.txt: {message}.\n")

    @pytest.mark.usefixtures("no_work")
    def test_a_missing_file_is_named(self, capsys):
        status, out, err = run(capsys, "compare", "/no/such.txt")
        assert (status, out) == (2, "")
        assert err == "framing: /no/such.txt: there is no such file; check the spelling of the path.\n"

    @pytest.mark.usefixtures("no_work")
    def test_one_article_is_too_few(self, capsys, tmp_path):
        (tmp_path / "a.txt").write_text("The bridge is closed and it is not clear who will pay. " * 10)
        status, out, err = run(capsys, "compare", str(tmp_path / "a.txt"))
        assert (status, out) == (2, "")
        assert err == (
            "framing: A comparison needs at least two articles on one event; there is only one. Add another.\n"
        )

    @pytest.mark.usefixtures("no_work")
    def test_an_unknown_ending_is_refused_before_the_work_starts(self, capsys, bridge, tmp_path):
        status, out, err = run(capsys, "compare", bridge, "--out", str(tmp_path / "out.docx"))
        assert (status, out) == (2, "")
        assert err.startswith("framing: out.docx: nothing can be written as .docx. Name a file that ends in .json, ")

    @pytest.mark.parametrize(
        ("options", "sentence"),
        [
            (["--parts", "ribbon"], "--parts, --finding and --note are for reports: name one with --out"),
            (["--finding", "1", "--out", "o.xlsx"], "--parts, --finding and --note are for reports"),
            (["--finding", "1", "--parts", "ribbon", "--out", "o.html"], "A sheet of evidence for one finding has no"),
            (["--finding", "1", "--robustness", "--out", "o.html"], "A sheet of evidence does not tell how firm"),
            (["--finding", "0", "--out", "o.html"], "There is no finding 0: they are numbered from 1."),
            (["--parts", " ,", "--out", "o.html"], "--parts names no part of a report; choose from articles, "),
            (
                ["--parts", "weather", "--out", "o.html"],
                "There is no part 'weather' in a report; choose from articles,",
            ),
        ],
    )
    @pytest.mark.usefixtures("no_work")
    def test_options_that_do_not_go_together_are_told_before_the_work_starts(self, capsys, bridge, options, sentence):
        status, out, err = run(capsys, "compare", bridge, *options)
        assert (status, out) == (2, "")
        assert err.startswith(f"framing: {sentence}")

    def test_a_finding_that_is_not_there_is_told_with_those_that_are(self, capsys, three, tmp_path):
        options = ["--cut", "0.3", "--out", str(tmp_path / "o.html"), "--finding"]
        status, out, err = run(capsys, "compare", three, *options, "99")
        assert (status, out) == (2, "")
        assert re.search(r"There is no finding 99: give a number from 1 to \d\.\n$", err)
        assert not (tmp_path / "o.html").exists()

    @pytest.mark.usefixtures("no_work")
    def test_texts_are_left_out_of_projects_only(self, capsys, bridge, tmp_path):
        for options in ([], ["--out", str(tmp_path / "out.json")]):
            status, out, err = run(capsys, "compare", bridge, "--without-texts", *options)
            assert (status, out) == (2, "")
            assert err.startswith("framing: --without-texts is for projects: name one with --out")

    def test_numbers_without_texts_are_at_one_cut(self, capsys, bridge, tmp_path):
        shared = str(tmp_path / "shared.framing")
        run(capsys, "compare", bridge, "--out", shared, "--without-texts")
        status, out, err = run(capsys, "compare", shared, "--cut", "0.9")
        assert (status, out) == (2, "")
        assert err.splitlines()[-1].startswith("framing: shared.framing holds numbers at one cut only")

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--out", "again.framing"], "holds no texts to save: name the same articles, too"),
            (["--out", "again.framing", "--without-texts"], "holds no texts to save: name the same articles, too"),
            (["--robustness"], "holds no texts to ask again about"),
        ],
    )
    def test_what_needs_the_texts_is_refused_without_them(self, capsys, bridge, tmp_path, monkeypatch, options, told):
        monkeypatch.chdir(tmp_path)
        run(capsys, "compare", bridge, "--out", "shared.framing", "--without-texts")
        status, out, err = run(capsys, "compare", "shared.framing", *options)
        assert (status, out) == (2, "")
        assert err.splitlines()[-1].startswith(f"framing: shared.framing {told}")
        assert not (tmp_path / "again.framing").exists()

    @pytest.mark.parametrize("cut", ["-0.1", "1.1", "nan", "half", ""])
    @pytest.mark.usefixtures("no_work")
    def test_a_cut_out_of_range_is_refused(self, capsys, bridge, cut):
        status, out, err = run(capsys, "compare", bridge, f"--cut={cut}")
        assert (status, out) == (2, "")
        assert err.endswith(f"argument --cut: {cut} is not a probability: give a number from 0 to 1\n")

    @pytest.mark.parametrize("arguments", [[], ["compare"], ["nonsense"], ["compare", "a.txt", "--nonsense"]])
    def test_a_wrong_command_line_is_refused(self, capsys, arguments):
        status, out, err = run(capsys, *arguments)
        assert (status, out) == (2, "")
        assert err.startswith("usage: framing")

    def test_an_unknown_model_is_refused_in_one_line(self, capsys, bridge, monkeypatch):
        monkeypatch.undo()
        status, out, err = run(capsys, "compare", bridge, "--model", "/no/such/model")
        assert (status, out) == (2, "")
        assert err.splitlines()[-1].startswith(
            "framing: The model '/no/such/model' could not be loaded: give the folder"
        )

    def test_a_file_in_the_way_is_told_before_anything_is_compared(self, capsys, bridge, tmp_path):
        (tmp_path / "file").write_text("mine")
        status, _, err = run(capsys, "compare", bridge, "--out", str(tmp_path / "file" / "out.json"))
        assert status == 2
        assert err == "framing: file is a file, not a folder: name another place for out.json.\n"


class TestHelp:
    @pytest.mark.parametrize(
        "arguments", [["--help"], ["compare", "--help"], ["serve", "--help"], ["verify", "--help"]]
    )
    def test_help_goes_to_stdout(self, capsys, arguments):
        status, out, err = run(capsys, *arguments)
        assert (status, err) == (0, "")
        assert out.startswith("usage: framing")

    @pytest.mark.parametrize("command", ["compare", "verify"])
    def test_help_has_examples_and_the_exit_status(self, capsys, command):
        out = run(capsys, command, "--help")[1]
        assert f"examples:\n  framing {command} " in out
        assert "exit status: 0" in out

    def test_the_version_is_told(self, capsys):
        assert run(capsys, "--version")[1] == f"framing {version('framing')}\n"


class TestServe:
    def test_the_app_is_started_at_the_port(self, monkeypatch):
        asked = []
        monkeypatch.setattr(cli.subprocess, "call", lambda command, **options: asked.append((command, options)) or 0)
        assert cli.main(["serve", "--port", "8777"]) == 0
        ((command, options),) = asked
        assert command[1:5] == ["-m", "streamlit", "run", str(ROOT / "app.py")]
        assert command[-2:] == ["--server.port", "8777"]
        assert options["cwd"] == ROOT

    def test_interrupting_it_is_no_error(self, monkeypatch):
        def interrupt(*_args, **_options):
            raise KeyboardInterrupt

        monkeypatch.setattr(cli.subprocess, "call", interrupt)
        assert cli.main(["serve"]) == 0


def test_the_summary_says_when_nothing_can_be_told_apart():
    passages = [passage("b", "Bell", "It rained."), passage("p", "Post", "It rained.")]
    shown = cli_compare.summary(
        comparison(passages, [], differences=[{"measure": "tone", "verdict": "", "instrument": "", "scope": ""}])
    )
    assert shown.endswith("Findings:\n\n  The sources cannot be told apart with this much text.")


def test_the_command_itself_is_there_and_shows_no_traceback(tmp_path):
    command = [Path(sysconfig.get_path("scripts"), "framing"), "compare", "no-such.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=offline.environment())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "framing: no-such.txt: there is no such file; check the spelling of the path.\n"


class TestEvaluate:
    DOCS: ClassVar = {"a": {"0": "The ferry terminal closes in March.", "1": "Rain fell on the hills."},
            "b": {"0": "In March the ferry terminal will close.", "1": "A band played."}}  # fmt: skip
    LINKS: ClassVar = {"a_b": {"doc1": "a", "doc2": "b", "links": {"0": ["0"]}}}

    @pytest.mark.model
    def test_alignment_prints_the_contract_s_keys_as_json_alone(self, tmp_path, capsys):
        (tmp_path / "docs.json").write_text(json.dumps(self.DOCS))
        (tmp_path / "links.json").write_text(json.dumps(self.LINKS))
        assert (
            cli.main(["evaluate", "alignment", str(tmp_path / "docs.json"), str(tmp_path / "links.json"), "--json"])
            == 0
        )
        figures = json.loads(capsys.readouterr().out)
        assert list(figures) == [
            "average_precision", "cut", "precision", "recall", "f1", "best_cut", "best_f1",
            "precision_at_1", "recall_at_3", "recall_at_5", "mrr",
        ]  # fmt: skip
        assert figures["precision_at_1"] == 1

    @pytest.mark.model
    def test_pairs_tell_a_paraphrase_from_another_sentence(self, tmp_path, capsys):
        rows = ["a,b,same", '"The ferry closes.","The ferry will close.",1', '"The ferry closes.","Rain fell.",0']
        (tmp_path / "pairs.csv").write_text("\n".join(rows))
        options = ["--left", "a", "--right", "b", "--label", "same", "--json"]
        assert cli.main(["evaluate", "pairs", str(tmp_path / "pairs.csv"), *options]) == 0
        assert json.loads(capsys.readouterr().out) == {"auc": 1.0, "average_precision": 1.0}

    def test_tone_reads_quotation_marks_of_a_tsv_as_text(self, tmp_path, capsys):
        rows = ["text\tscore", '"A great day," he said.\t2', '"A terrible, cruel day\t-3', "It was a day.\t0"]
        (tmp_path / "tone.tsv").write_text("\n".join(rows))
        options = ["--text", "text", "--score", "score", "--instrument", "vader", "--json"]
        assert cli.main(["evaluate", "tone", str(tmp_path / "tone.tsv"), *options]) == 0
        figures = json.loads(capsys.readouterr().out)
        assert list(figures) == ["pearson", "spearman"]
        assert figures["spearman"] == pytest.approx(1.0)

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [("text,score\nA,x\n", "'x' in column 'score', row 2, is not a number."), ("a,b\n1,2\n", "there is no column")],
    )
    def test_bad_table_is_one_sentence(self, tmp_path, capsys, content, sentence):
        (tmp_path / "tone.csv").write_text(content)
        assert cli.main(["evaluate", "tone", str(tmp_path / "tone.csv"), "--text", "text", "--score", "score"]) == 2
        assert sentence in capsys.readouterr().err
