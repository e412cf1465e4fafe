"""The first half of the walk in words and numbers: forward through the layers, and the loss."""

import math

from desktop.i18n.numbers import decimal, fill, percent, significant, whole, with_minus
from desktop.i18n.words import Words
from desktop.inspect.layer_words import kind_words
from desktop.inspect.network_words import quoted
from desktop.inspect.step.names import Names
from desktop.inspect.step.rows import Kind, Page, Row, placed, places_of, product, share, written
from engine.analysis.traced import Lost, Stop, Sum

_MOST_CLASSES = 11
_LARGE = 20  # e^20 has nine digits before the point
_POWER_PLACES = 4  # of an exponent: then four digits of the power count
_GROUPED = 10_000  # with this many and more, a sum has no digits behind the point


class ForwardWords(Words):
    """The words for the way forward."""


def forward_page(names: Names, stop: Stop) -> Page:
    """Return how one unit's sum comes about, and what the activation makes of it."""
    unit = names.unit(stop.column, stop.unit)
    is_bias = stop is names.traced.path[0] and names.traced.source is None
    rows = sum_rows(names, stop.forward, stop.column - 1, not is_bias)
    places = places_of([term.product for term in stop.forward.terms] + [stop.forward.total])
    total = placed(stop.forward.total, places)
    rows.append(Row(ForwardWords.tr("sum z"), "", total, is_result=True))
    if stop.function != "none":
        formula = f"{kind_words(stop.function)}({total})"
        rows.append(Row(ForwardWords.tr("activation"), formula, written(stop.value), True))
    if pooled := _pool_words(names, stop):
        rows.append(Row(pooled))
    if stop.column == names.last:
        about = ForwardWords.tr(
            "Weight times input, added up: an output, or logit. → is on the path."
        )
    else:
        about = ForwardWords.tr(
            "Weight times input, added up; then the activation function. → is on the path."
        )
    layer = stop.column + 1
    heading = fill(ForwardWords.tr("Forward through layer {0}: {1}"), layer, unit)
    return Page(
        Kind.FORWARD,
        fill(ForwardWords.tr("Forward, layer {0}"), layer),
        heading,
        about,
        tuple(rows),
    )


def _pool_words(names: Names, stop: Stop) -> str:
    """Say what a pool behind a unit makes of it, by the place that the next layer reads; or ""."""
    if not stop.is_passed:
        return ForwardWords.tr("the pool took another place in its window")
    later = [each for each in names.traced.path if each.column == stop.column + 1]
    places = [each.forward.terms[0].unit for each in later]
    if not places or places[0] == stop.unit:
        return ""
    text = ForwardWords.tr("largest of its window: the pool hands it on as row {0}, column {1}")
    return fill(text, *places[0][1:])


def sum_rows(names: Names, found: Sum, column: int, is_walked_in: bool = True) -> list[Row]:
    """Return the terms of a sum, from units of a column, and what the others bring.

    As they are written, they add up to the written total. `is_walked_in` says whether the first is
    on the path.
    """
    products = [term.product for term in found.terms]
    places = places_of([*products, found.total])
    rows = []
    for at, term in enumerate(found.terms):
        name, formula = names.unit(column, term.unit), product(term.weight, term.factor)
        is_walked = at == 0 and is_walked_in
        rows.append(Row(name, formula, placed(term.product, places), is_walked=is_walked))
    if found.others:
        shown = sum(round(each, places) for each in [*products, found.bias or 0.0])
        rest = round(found.total, places) - shown
        text = ForwardWords.tr("%Ln other(s)", "", found.others)
        rows.append(Row(text, "", placed(rest, places)))
    if found.bias is not None:
        rows.append(Row(ForwardWords.tr("bias"), "", placed(found.bias, places)))
    return rows


def loss_page(names: Names) -> Page:
    """Return what the outputs say of each class, and how wrong that is."""
    lost = names.traced.lost
    right = lost.shares[lost.label]
    rows = [_share_row(names, lost, at) for at in shown_classes(lost)]
    label = quoted(class_name(names, lost.label))
    if lost.loss == "cross_entropy":
        formula = f"−ln {share(right)}"
    elif lost.loss == "mnist_loss":
        formula = f"1 − {share(right)}"
    else:
        formula = ForwardWords.tr("0 where the answer is right, else 1")
    text = fill(ForwardWords.tr("loss, as {0} is right"), label)
    rows.append(Row(text, formula, written(lost.value), is_result=True))
    if lost.images > 1:
        text = ForwardWords.tr("mean of all %Ln image(s) of the batch", "", lost.images)
        rows.append(Row(text, "", written(lost.mean)))
    about = ForwardWords.tr("What the outputs say, as shares of 1, and how far that is from right.")
    about = " ".join(filter(None, (about, _unlike_the_answer(names))))
    head = ForwardWords.tr("The loss")
    return Page(Kind.LOSS, head, head, about, tuple(rows))


def _unlike_the_answer(names: Names) -> str:
    """Say why the answer beside the sketch has other shares; "" where it has the same."""
    heat = names.traced.lost.temperature
    if len(names.outputs) > len(names.classes):
        if heat == 1:
            return ForwardWords.tr("The answer to a sketch has other shares: “?” is left out.")
        text = ForwardWords.tr(
            "The answer to a sketch has other shares: “?” is left out, and outputs are divided by "
            "{0}."
        )
    elif heat != 1:
        text = ForwardWords.tr(
            "The answer to a sketch has other shares: there outputs are divided by {0}."
        )
    else:
        return ""
    return fill(text, significant(heat, 3))


def shown_classes(lost: Lost) -> list[int]:
    """Return the right class and those that are thought most likely, in the classes' order."""
    order = sorted(range(len(lost.shares)), key=lambda at: (at != lost.label, -lost.shares[at]))
    return sorted(order[:_MOST_CLASSES])


def class_name(names: Names, at: int) -> str:
    """Return the name of a class, or of the output that means none of them."""
    return names.classes[at] if at < len(names.classes) else names.outputs[at]


def _share_row(names: Names, lost: Lost, at: int) -> Row:
    if len(lost.logits) == 1:
        logit = written(lost.logits[0])
        formula = f"σ({logit})" if at == 0 else f"1 − σ({logit})"
    else:
        formula = _softmax(lost.logits, at)
    return Row(quoted(class_name(names, at)), formula, percent(lost.shares[at], 2))


def _softmax(logits: tuple[float, ...], at: int) -> str:
    """Return "e^0.8781 ÷ 18.4", all outputs' sum; or by its logarithm where that is too large."""
    most = max(logits)
    log = most + math.log(sum(math.exp(logit - most) for logit in logits))
    if not log < _LARGE:
        return f"e^({_power(logits[at])} − {_power(log)})"
    total = math.exp(log)
    below = whole(round(total)) if total >= _GROUPED else written(total)
    return f"e^{_power(logits[at])} ÷ {below}"


def _power(exponent: float) -> str:
    return with_minus(decimal(round(exponent, _POWER_PLACES) or 0.0, _POWER_PLACES))
