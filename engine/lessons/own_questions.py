"""A teacher's own questions: in a lesson file as JSON, in the dialog as a few lines of text.

In the text a line that begins with ? asks, those after it begin with - (a wrong choice), * (the
right one), = (a typed answer that is accepted) or ! (why it is so). A question with none of the
first three is answered freely, and nobody marks it.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from engine.errors import LessonFileError
from engine.lessons.catalogue import Check

MOST, _MOST_CHOICES, LONGEST = 100, 12, 4000  # questions, choices, characters of a text
_KEYS = ("question", "choices", "right", "accept", "why")


def is_free(check: Check) -> bool:
    """Tell whether a question is answered in one's own words."""
    return not (check.choices or check.accept)


def read_questions(values: Any) -> tuple[Check, ...]:
    """Return the questions of a lesson file's JSON. Raises LessonFileError."""
    if not isinstance(values, list) or len(values) > MOST:
        raise LessonFileError("questions_list", most=MOST)
    checks = tuple(_question(number, each) for number, each in enumerate(values, 1))
    _check_once(checks)
    return checks


def as_json(check: Check) -> dict[str, Any]:
    """Return a question as it stands in a lesson file."""
    values: dict[str, Any] = {"question": check.question}
    if check.choices:
        values |= {"choices": list(check.choices), "right": check.right}
    elif check.accept:
        values["accept"] = list(check.accept)
    return values | ({"why": check.why} if check.why else {})


def check_questions(checks: Sequence[Check]) -> None:
    """Raise LessonFileError that names the question which can't be asked."""
    if len(checks) > MOST:
        raise LessonFileError("questions_list", most=MOST)
    for number, check in enumerate(checks, 1):
        _check(number, check)
    _check_once(checks)


def key_of(title: str, question: str) -> str:
    """Return by what a question of a lesson goes, of LONGEST characters at most."""
    words = f"{title}: {question}"
    mark = f" {sha256(words.encode()).hexdigest()[:16]}"  # of what is cut off
    return words if len(words) <= LONGEST else words[: LONGEST - len(mark)] + mark


def from_text(text: str) -> tuple[Check, ...]:
    """Return the questions that were typed. Raises LessonFileError that names the line."""
    found: list[dict[str, Any]] = []
    for number, line in enumerate(text.splitlines(), 1):
        sign, words = line.strip()[:1], line.strip()[1:].strip()
        if not sign:
            continue
        if sign not in "?-*=!" or not words or (sign != "?" and not found):
            raise LessonFileError("question_line", line=number)
        if sign == "?":
            found.append({"question": words})
        else:
            _add(found[-1], sign, words, number)
    return read_questions(found)


def as_text(checks: Sequence[Check]) -> str:
    """Return questions as they can be typed."""
    lines: list[str] = []
    for check in checks:
        lines += [""] * bool(lines) + [f"? {check.question}"]
        lines += [f"{'*' if at == check.right else '-'} {c}" for at, c in enumerate(check.choices)]
        lines += [f"= {accepted}" for accepted in check.accept]
        lines += [f"! {check.why}"] * bool(check.why)
    return "\n".join(lines)


def _add(question: dict[str, Any], sign: str, words: str, line: int) -> None:
    key = {"-": "choices", "*": "choices", "=": "accept", "!": "why"}[sign]
    is_twice = (sign == "*" and "right" in question) or (sign == "!" and "why" in question)
    if is_twice or {"choices", "accept"} <= {key, *question}:
        raise LessonFileError("question_line", line=line)
    if sign == "!":
        question["why"] = words
        return
    if sign == "*":
        question["right"] = len(question.get("choices", ()))
    question.setdefault(key, []).append(words)


def _question(number: int, values: Any) -> Check:
    if not isinstance(values, dict) or "question" not in values or {*values} - {*_KEYS}:
        raise LessonFileError("question_fields", number=number, names=_KEYS)
    right = values.get("right", -1)
    check = Check(
        question=_text(number, values["question"]),
        why=_text(number, values.get("why", "")),
        choices=_texts(number, values, "choices"),
        right=right if type(right) is int else -2,
        accept=_texts(number, values, "accept"),
    )
    _check(number, check)
    return check


def _check(number: int, check: Check) -> None:
    if not check.question.strip() or (check.choices and check.accept):
        raise LessonFileError("question_fields", number=number, names=_KEYS)
    for text in (check.question, check.why, *check.choices, *check.accept):
        _text(number, text)
    many = 2 <= len(check.choices) <= _MOST_CHOICES
    if check.choices and not (many and 0 <= check.right < len(check.choices)):
        raise LessonFileError("question_right", number=number, most=_MOST_CHOICES)
    if len({*check.choices}) < len(check.choices) or (not check.choices and check.right != -1):
        raise LessonFileError("question_right", number=number, most=_MOST_CHOICES)


def _check_once(checks: Sequence[Check]) -> None:
    """Answers go by the question's words, so none may stand twice."""
    asked = [check.question.strip() for check in checks]
    for number, words in enumerate(asked, 1):
        if words in asked[: number - 1]:
            raise LessonFileError("question_again", number=number)


def _texts(number: int, values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    texts = values.get(key, [])
    if not isinstance(texts, list) or len(texts) > _MOST_CHOICES:
        raise LessonFileError("question_text", number=number, most=LONGEST)
    return tuple(_text(number, text) for text in texts)


def _text(number: int, text: Any) -> str:
    sound = isinstance(text, str) and len(text) <= LONGEST and "\0" not in text
    if not sound or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise LessonFileError("question_text", number=number, most=LONGEST)
    return str(text)
