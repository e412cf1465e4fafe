"""What a lesson says, in English: a test that quotes it fails once the text claims something else.

That the German has the same numbers is asked for by `test_catalogue`.
"""

from functools import cache

from engine.lessons.catalogue import load_lessons


def says(name: str, *phrases: str) -> None:
    """Fail where a lesson doesn't say one of these."""
    assert not [phrase for phrase in phrases if phrase not in _everything(name)], name


def answers(name: str, question: str) -> str:
    """Return what is right at the check that asks so."""
    (check,) = [check for check in _lessons()[name].checks if question in check.question]
    return check.choices[check.right] if check.choices else check.accept[0]


def _everything(name: str) -> str:
    lesson = _lessons()[name]
    told = [text for question in lesson.questions for text in (question.ask, question.answer)]
    for check in lesson.checks:
        told += (check.question, check.why, *check.choices)
    return "\n".join([lesson.watch, *told, *lesson.words.values()])


@cache
def _lessons() -> dict:
    return {lesson.name: lesson for lesson in load_lessons()}
