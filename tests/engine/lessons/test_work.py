"""A pupil's work: kept, exported in two forms, read back, and refused in one sentence."""

from pathlib import Path

import pytest

from engine.errors import WorkError
from engine.lessons.work import LARGEST_BYTES, Work, parse, read_work
from engine.lessons.work_forms import as_json, as_table
from tests.mostly_long import mostly_long

AT = "2026-11-29T10:00:00+00:00"


def some_work(name: str = "Ada") -> Work:
    work = Work().named(name).with_try("12", AT, False).with_try("12", AT, True).with_done(12, AT)
    work = work.with_try("=Why?", AT, False).with_answer("Why?", AT, "=2+2, and\na line")
    return work.with_run(AT, "Run 1: linear, mnist_sample", 0.975).with_run(AT, "Run 2", 0.5)


def test_it_tells_what_was_done() -> None:
    work = some_work()
    assert (work.right, work.wrong_tries, work.wrong("12"), work.best) == ({"12"}, 2, 1, 0.975)
    assert work.with_done(12, "later").done == {12: AT}
    assert Work().best is None


def test_a_table_as_long_as_may_be_keeps_each_questions_last_tries(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"try,{number % 2000},{AT},{'right' if number > 18_000 else 'no'}\n"
            for number in range(20_000)]  # fmt: skip
    path.write_text("".join(["what,which,time,result\n", *rows]))
    work = read_work(path)
    assert (len(work.tries), work.wrong_tries, len(work.right)) == (2000, 18_001, 1999)


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_both_forms_come_back(tmp_path: Path, ending: str) -> None:
    work = some_work("-Ada @ home")
    path = tmp_path / f"ada.{ending}"
    path.write_bytes(as_json(work) if ending == "json" else as_table(work))
    assert read_work(path) == work
    if ending == "csv":  # no cell is a formula
        assert "\n=" not in path.read_text("utf-8")
        assert "'=2+2" in path.read_text("utf-8")


def test_what_a_newer_version_adds_is_passed_over(tmp_path: Path) -> None:
    """An update at school must not cost a teacher without it the whole pupil."""
    old = f"""{{"name": "Ada", "done": {{"39": "{AT}"}}, "tries": {{"40": [["{AT}", true, 7]]}},
        "answers": {{"a": ["{AT}", "b", 1]}}, "runs": [["{AT}", "r", 0.5, 3]], "badges": [{{}}]}}"""
    work = parse(old.encode())
    assert (work.right, work.best, work.answers["a"].text) == ({"39", "40"}, 0.5, "b")
    table = f"what,which,time,result,more\r\nname,Ada,,,\r\nbadge,b,{AT},1,2\r\ndone,39,{AT},,\r\n"
    (path := tmp_path / "ada.csv").write_text(table, newline="")
    assert read_work(path) == Work(name="Ada", done={39: AT})


def test_what_older_versions_kept_is_read() -> None:
    assert parse(b'{"done": {"3": "2026-01-01T00:00:00+00:00"}}').right == {"3"}


@pytest.mark.parametrize("ending", ["json", "csv"])
@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"done": 3}',
        b'{"done": {}, "runs": [["2026-01-01", "r", NaN]]}',
        b'{"done": {}, "runs": [["2026-01-01", "r", 2]]}',
        b'{"done": {}, "runs": 7}',
        b'{"done": {}, "tries": {"1": [["2026-01-01", "yes"]]}}',
        b'{"done": {}, "tries": [1]}',
        b'{"done": {}, "answers": {"q": ["2026-01-01", 7]}}',
        b'{"done": {"0": "2026-01-01"}}',
        b'{"done": {}, "name": {"a": 1}}',
        b"what,which,time,result\r\nrun,r,2026-01-01,much\r\n",
        b"what,which,time,result\r\ndone,0,2026-01-01,\r\n",
        b"what,which,time,result\r\nname\r\n",
        b'what,which,time,result\r\nname,"' + b"x" * 200_000,
        b" " * (2 << 20),
    ],
    ids=lambda damage: str(damage[:30]),
)
def test_damage_is_one_sentence(tmp_path: Path, damage: bytes, ending: str) -> None:
    path = tmp_path / f"ada.{ending}"
    path.write_bytes(damage)
    with pytest.raises(WorkError, match=rf"^ada\.{ending} .*\.$") as refused:
        read_work(path)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("ending", mostly_long(["json", "csv"], {0}))
def test_what_is_written_can_always_be_read(tmp_path: Path, ending: str) -> None:
    work = Work()
    for number in range(200):
        work = work.with_answer(f"Lesson: {number}", AT, "ü" * 4000)
        work = work.with_try(f"{number:04}" * 1000, AT, False).with_run(AT, f"Run {number}", 0.5)
    path = tmp_path / f"much.{ending}"
    path.write_bytes(as_json(work) if ending == "json" else as_table(work))
    assert path.stat().st_size <= LARGEST_BYTES
    assert "Lesson: 199" in read_work(path).answers  # the newest stays
    for number in range(2100):
        work = work.with_try(f"Q {number}", AT, True).with_answer(f"Q {number}", AT, "a")
    path.write_bytes(as_json(work) if ending == "json" else as_table(work))
    assert "Q 2099" in read_work(path).answers


def test_characters_that_are_no_text_are_replaced() -> None:
    work = Work().named("A\0 \ud800da").with_answer("Why?", AT, "a\0b\ud800")
    work = work.with_try("\ud800?", AT, True).with_run(AT, "\0run \ud800", 0.5)
    assert parse(as_json(work)) == work
    assert work.answers["Why?"].text == "a b?"


def test_of_very_many_tries_the_last_or_a_right_one_stay() -> None:
    work = Work().with_try("Q", AT, True)
    for _ in range(100):
        work = work.with_try("Q", AT, False).with_try("R", AT, False)
    assert work.right == {"Q"}
    assert (len(work.tries["Q"]), work.wrong("R")) == (50, 50)
    assert work.with_try("R", AT, True).right == {"Q", "R"}


def test_an_answer_that_was_deleted_is_none() -> None:
    work = Work().with_answer("Why?", AT, "So").with_answer("How?", AT, "Thus")
    assert [*work.with_answer("Why?", AT, " \n").answers] == ["How?"]
    assert work.with_answer("Never?", AT, "").answers == work.answers
