"""A sketch's history as JSON beside the sketch itself, no larger than is soon written. No Qt.

A stroke that is in many states stands there once. Strokes are numbered: first those of the sketch,
then the history's own. A state is a list of such numbers, written as `[first, end]` for each run of
them, and a picture's place among the history's pictures; -1 is the sketch's own picture.
"""

import json
from collections.abc import Iterator

from desktop.sketch.content import Content, Picture
from desktop.sketch.facts import Facts, colors_link, picture_text, read_picture, read_stroke
from desktop.sketch.facts import stroke_text as text_of
from desktop.sketch.history import MOST_STEPS, History, Step
from desktop.sketch.strokes import Stroke, Strokes

MOST_CHARACTERS = 2 << 20  # of it; what is furthest away is left out
_PLACE_CHARACTERS = 16  # of a stroke's number in a state, at most
_SHARE = 4  # of a picture's bytes, however small its file: they are unpacked at the next start


def history_text(history: History) -> str:
    """Return it as JSON, empty where there is nothing to undo or to do again."""
    history = _near(history)
    if not history.steps:
        return ""
    now = history.content
    numbers = {stroke: number for number, stroke in enumerate(now.strokes)}
    own: list[Stroke] = []
    pictures: dict[Picture, int] = {now.picture: -1} if now.picture else {}
    states = []
    for state in history.states:
        for stroke in state.strokes:
            if stroke not in numbers:
                numbers[stroke] = len(numbers)
                own.append(stroke)
        if state.picture and state.picture not in pictures:
            pictures[state.picture] = sum(place >= 0 for place in pictures.values())
        picture = pictures[state.picture] if state.picture else None
        states.append({"strokes": _runs(state.strokes, numbers), "picture": picture})
    others = (_picture_text(picture) for picture, place in pictures.items() if place >= 0)
    return (
        f'{{"now": {history.now}, "steps": {json.dumps(history.steps)}, '
        f'"strokes": [{", ".join(map(text_of, own))}], "pictures": [{", ".join(others)}], '
        f'"states": {json.dumps(states)}}}'
    )


def read_history(facts: Facts, content: Content) -> History:
    """Return the history of such facts, of which `content` is what it has come to.

    Raises ValueError, TypeError, LookupError or ArithmeticError where there is none in them.
    """
    strokes = (*content.strokes, *map(read_stroke, facts["strokes"]))
    pictures = list(_pictures(facts["pictures"]))
    if content.picture:
        pictures.append(content.picture)  # the last, which is -1
    steps = tuple(Step(name) for name in facts["steps"])
    now, found = int(facts["now"]), facts["states"]
    if not (0 <= now <= len(steps) <= MOST_STEPS and len(found) == len(steps) + 1):
        raise ValueError("no history")
    room = MOST_CHARACTERS // _PLACE_CHARACTERS
    states = []
    for state in found:
        runs = [(int(first), int(end)) for first, end in state["strokes"]]
        room -= sum(end - first for first, end in runs)
        if room < 0 or not all(0 <= first < end <= len(strokes) for first, end in runs):
            raise ValueError("no history")
        drawn = tuple(stroke for first, end in runs for stroke in strokes[first:end])
        place = state["picture"]
        states.append(Content(drawn, None if place is None else pictures[int(place)]))
    states[now] = content
    return History(tuple(states), steps, now)


def _pictures(found: list[Facts]) -> Iterator[Picture]:
    room = MOST_CHARACTERS
    for facts in found:
        picture = read_picture(facts, str(facts["colors"]))
        room -= _unpacked(picture) // _SHARE
        if room < 0:
            raise ValueError("too large pictures")
        yield picture


def _unpacked(picture: Picture) -> int:
    return 0 if picture.colors is None else picture.colors.nbytes


def _near(history: History) -> History:
    """Leave out what is furthest from now, until the rest has room."""
    known: set[Stroke | Picture] = {*history.content.strokes}
    if history.content.picture:
        known.add(history.content.picture)
    room = MOST_CHARACTERS - _PLACE_CHARACTERS * len(history.content.strokes)
    first = last = history.now
    for at in sorted(range(len(history.states)), key=lambda at: abs(at - history.now))[1:]:
        room -= _cost(history.states[at], known)
        if room < 0:
            break
        first, last = min(first, at), max(last, at)
    return history.part(first, last)


def _cost(state: Content, known: set[Stroke | Picture]) -> int:
    """Return how many characters a state adds at most, and note what is in it."""
    cost = _PLACE_CHARACTERS * len(state.strokes)
    new = [stroke for stroke in state.strokes if stroke not in known]
    cost += sum(len(text_of(stroke)) for stroke in new)
    known.update(new)
    if state.picture and state.picture not in known:
        cost += len(_picture_text(state.picture)) + _unpacked(state.picture) // _SHARE
        known.add(state.picture)
    return cost


def _picture_text(picture: Picture) -> str:
    colors = json.dumps(colors_link(picture))
    return f'{picture_text(picture).removesuffix("}")}, "colors": {colors}}}'


def _runs(strokes: Strokes, numbers: dict[Stroke, int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in map(numbers.__getitem__, strokes):
        if runs and runs[-1][1] == number:
            runs[-1][1] += 1
        else:
            runs.append([number, number + 1])
    return runs
