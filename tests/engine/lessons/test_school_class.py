"""A folder of exports becomes one table, and says which files were left out."""

import csv
import io
import json
from pathlib import Path

import pytest

from engine.cli.parser import main
from engine.errors import WorkError
from engine.lessons import school_class
from engine.lessons.school_class import cell, read_class, table
from engine.lessons.work import Work
from engine.lessons.work_forms import as_json, as_table
from tests.engine.lessons.test_work import AT, some_work


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return what three pupils have handed in, and what isn't theirs."""
    (tmp_path / "a.json").write_bytes(as_json(some_work("Zoe")))
    (tmp_path / "b.csv").write_bytes(as_table(some_work("=Ada")))
    (tmp_path / "nameless.json").write_bytes(as_json(Work().with_try("3", AT, False)))
    (tmp_path / "bad.json").write_bytes(b"{")
    (tmp_path / "notes.txt").write_bytes(b"not theirs")
    return tmp_path


def test_a_row_for_each_pupil(folder: Path) -> None:
    found = read_class(folder)
    heading, *pupils = table(found)
    assert heading == ("name", "done", "wrong tries", "best accuracy", "3", "12", "=Why?", "Why?")
    answer = "=2+2, and\na line"
    assert pupils == [
        ("=Ada", 1, 2, 97.5, "", "2", "wrong", answer),
        ("nameless", 0, 1, "", "wrong", "", "", ""),
        ("Zoe", 1, 2, 97.5, "", "2", "wrong", answer),
    ]
    assert [str(message) for message in found.refused] == [
        "bad.json is left out: it isn't exported progress, or it is damaged. Ask for a new export."
    ]


def test_pupils_are_in_the_order_of_their_letters(tmp_path: Path) -> None:
    for number, name in enumerate(("Zoë", "Élodie", "Ömer", "otto", "Frank", "Ada")):
        (tmp_path / f"{number}.json").write_bytes(as_json(Work().named(name)))
    names = [work.name for work in read_class(tmp_path).works]
    assert names == ["Ada", "Élodie", "Frank", "Ömer", "otto", "Zoë"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_an_export_that_a_spreadsheet_has_saved_again_is_read(
    tmp_path: Path, encoding: str
) -> None:
    work = some_work("Anna Müller").with_answer("Why?", AT, "one; two, “three”\nfour")
    table = as_table(work).decode("utf-8-sig").replace("0.975", '"0,975"')  # as Excel has it
    rows = csv.reader(io.StringIO(table))
    with (tmp_path / "a.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert read_class(tmp_path).works == (work,)


def test_what_was_done_before_tries_were_noted_counts_as_right_at_once() -> None:
    work = Work().with_done(5, AT).with_try("6", AT, False).with_try("6", AT, True)
    assert [cell(work, question) for question in "567"] == ["1", "2", ""]


def test_an_empty_or_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkError, match="contains no exports"):
        read_class(tmp_path)
    with pytest.raises(WorkError, match="can't be read"):
        read_class(tmp_path / "gone")
    for number in range(1001):
        (tmp_path / f"{number}.json").touch()
    with pytest.raises(WorkError, match=r"more than 1,?000 files"):
        read_class(tmp_path)


def test_the_command_writes_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = folder.parent / "class.csv"
    (folder / "long.json").write_bytes(as_json(some_work("x" * 25)))
    assert main(["class", str(folder), "--csv", str(target)]) == 1  # one was left out
    told = capsys.readouterr()
    assert "Zoe" in told.out
    assert "=2+2, and a line" in told.out
    assert f"{'x' * 23}…  " in told.out
    assert "bad.json is left out" in told.err
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0] == "name,done,wrong tries,best accuracy,3,12,'=Why?,Why?"
    assert lines[1].startswith("'=Ada,1,2,97.5,")
    (folder / "bad.json").unlink()
    assert main(["class", str(folder), "--json"]) == 0
    assert '"pupils"' in capsys.readouterr().out


def test_its_own_table_is_no_pupil(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.json").unlink()
    for _ in range(2):
        assert main(["class", str(folder), "--csv", str(folder / "7b.csv")]) == 0
    assert (folder / "7b.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # what Excel needs
    saved = (folder / "7b.csv").read_text("utf-8-sig")
    (folder / "7b, Excel.csv").write_text(saved.replace(",", ";"), "utf-8")
    found = read_class(folder)
    assert [work.name for work in found.works] == ["=Ada", "nameless", "Zoe"]
    assert found.refused == ()


def test_more_questions_than_a_class_is_asked_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        answers = {f"{number}q{i}": (AT, "x") for i in range(401 if number == 3 else 400)}
        work = {"done": {}, "answers": answers}
        (tmp_path / f"p{number}.json").write_text(json.dumps(work))
    assert main(["class", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "more than 2,000 different questions, and p3.json the most" in told.err
    (tmp_path / "p3.json").unlink()
    assert len(read_class(tmp_path).questions) == 1600
    monkeypatch.setattr(school_class, "_MOST_CELLS", 4 * 1599)  # of many pupils, fewer questions
    with pytest.raises(WorkError, match="more than 1,599 different questions"):
        read_class(tmp_path)
