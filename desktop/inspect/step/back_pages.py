"""The second half of the walk in words and numbers: the loss's slope, back to the weight."""

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.inspect.layer_words import kind_words
from desktop.inspect.network_words import quoted
from desktop.inspect.step.forward_pages import class_name, shown_classes, sum_rows
from desktop.inspect.step.names import Names
from desktop.inspect.step.rows import Kind, Page, Row, placed, places_of, product, share, written
from engine.analysis.traced import BIAS, Stop


class BackWords(Words):
    """The words for the way back."""


def slopes_page(names: Names) -> Page:
    """Return how the loss slopes with each output."""
    lost, output = names.traced.lost, names.traced.path[-1].unit[0]
    if len(lost.slopes) == 1:
        rows = [Row("δ", _slope_of_one(names), written(lost.slopes[0]), is_result=True)]
    else:
        rows = [
            Row(
                f"δ {quoted(class_name(names, at))}",
                _slope_formula(names, at),
                written(lost.slopes[at]),
                is_result=at == output,
            )
            for at in sorted({*shown_classes(lost), output})
        ]
    about = BackWords.tr("δ says by how much the loss grows as an output grows a little.")
    if lost.images > 1:
        about = BackWords.tr(
            "δ says by how much the loss grows as an output grows a little; the loss is the mean "
            "over %Ln image(s).",
            "",
            lost.images,
        )
    head = BackWords.tr("Back: from the loss to the outputs")
    return Page(Kind.SLOPES, BackWords.tr("Back, the loss"), head, about, tuple(rows))


def _slope_formula(names: Names, at: int) -> str:
    """Return how the slope with one of several outputs comes about."""
    lost = names.traced.lost
    p, right, is_right = lost.shares[at], lost.shares[lost.label], at == lost.label
    if lost.loss == "cross_entropy":
        text = f"{share(p)} − {int(is_right)}"
        text = f"({text})" if lost.images > 1 else text
    elif lost.loss == "mnist_loss":
        text = f"−{share(p)} · (1 − {share(p)})" if is_right else product(right, p)
    else:
        return BackWords.tr("flat: a little more changes no answer")
    return _shared(text, lost.images)


def _slope_of_one(names: Names) -> str:
    """Return how the slope with the only output comes about, which speaks for the first class."""
    lost = names.traced.lost
    p, is_first = share(lost.shares[0]), lost.label == 0
    if lost.loss == "cross_entropy":
        text = f"{p} − {int(is_first)}"
        text = f"({text})" if lost.images > 1 else text
    elif lost.loss == "mnist_loss":
        text = f"{'−' if is_first else ''}{p} · (1 − {p})"
    else:
        return BackWords.tr("flat: a little more changes no answer")
    return _shared(text, lost.images)


def _shared(text: str, images: int) -> str:
    return f"{text} ÷ {images}" if images > 1 else text


def back_page(names: Names, stop: Stop) -> Page:
    """Return how a unit's delta comes about: weights times deltas, and the activation's slope."""
    assert stop.back is not None
    rows = sum_rows(names, stop.back, stop.column + 1)
    places = places_of([term.product for term in stop.back.terms] + [stop.back.total])
    total = placed(stop.back.total, places)
    rows.append(Row(BackWords.tr("sum of weights times δ"), "", total, is_result=True))
    rows.append(
        Row(BackWords.tr("slope of the activation"), slope_words(stop), written(stop.slope))
    )
    if not stop.is_passed:
        rows.append(Row(BackWords.tr("the pool took another place in its window"), "", "0"))
    passed = stop.slope if stop.is_passed else 0.0
    rows.append(Row("δ", f"{total} · {written(passed)}", written(stop.delta), is_result=True))
    layer, unit = stop.column + 1, names.unit(stop.column, stop.unit)
    about = BackWords.tr(
        "The δ of the next layer come back through the same weights; then the activation's slope."
    )
    return Page(
        Kind.BACK,
        fill(BackWords.tr("Back, layer {0}"), layer),
        fill(BackWords.tr("Back through layer {0}: {1}"), layer, unit),
        about,
        tuple(rows),
    )


def slope_words(stop: Stop) -> str:
    """Return how the slope of an activation function comes about."""
    value, total = written(stop.value), written(stop.forward.total)
    known = {
        "none": BackWords.tr("there is none: 1"),
        "relu": fill(BackWords.tr("{0} at {1}"), kind_words("relu"), total),
        "sigmoid": f"{value} · (1 − {value})",
        "tanh": f"1 − {value}²",
    }
    return known.get(
        stop.function, fill(BackWords.tr("{0} at {1}"), kind_words(stop.function), total)
    )


def path_page(names: Names) -> Page:
    """Return the factors along the walked path, and what all paths bring together."""
    traced, rows = names.traced, []
    gradient, output = traced.gradient, traced.path[-1]
    factors = [gradient.input]
    rows.append(Row(_input_words(names), "x", written(gradient.input)))
    for stop in traced.path[:-1]:
        assert stop.back is not None
        slope = stop.slope if stop.is_passed else 0.0
        along = stop.back.terms[0]
        here, there = names.unit(stop.column, stop.unit), names.unit(stop.column + 1, along.unit)
        text = fill(BackWords.tr("slope at {0}"), here)
        rows.append(Row(text, slope_words(stop), written(slope)))
        rows.append(Row(fill(BackWords.tr("weight to {0}"), there), "w", written(along.weight)))
        factors += [slope, along.weight]
    rows.append(Row(BackWords.tr("slope of the loss"), "δ", written(output.delta)))
    whole = output.delta
    for factor in factors:
        whole *= factor
    text = BackWords.tr("this path: all factors multiplied")
    rows.append(Row(text, product(*factors, output.delta), written(whole), is_result=True))
    if gradient.paths != 1:
        rows.append(Row(_all_paths(gradient.paths), "", written(gradient.here)))
    about = BackWords.tr("The chain rule: along a path slopes are multiplied, and paths added up.")
    head = BackWords.tr("One path from the weight to the loss")
    return Page(Kind.PATH, BackWords.tr("The path"), head, about, tuple(rows))


def _all_paths(count: int | None) -> str:
    if count is None:
        return BackWords.tr("all paths from here, added up; there are very many")
    return BackWords.tr("all %Ln path(s) from here, added up", "", count)


def _input_words(names: Names) -> str:
    if names.traced.choice.input == BIAS:
        return BackWords.tr("a bias has no input, so")
    if names.traced.source is None:
        return BackWords.tr("here the filter reaches beyond the edge, where all is 0, so")
    return names.unit(names.traced.choice.column - 1, names.traced.source)


def gradient_page(names: Names) -> Page:
    """Return delta times input, added up over places and images, and what autograd has."""
    traced = names.traced
    gradient, images = traced.gradient, traced.lost.images
    places = places_of([gradient.here, gradient.rest, gradient.total])
    rows = [Row("δ · x", product(gradient.delta, gradient.input), placed(gradient.here, places))]
    if gradient.others:
        rest = round(gradient.total, places) - round(gradient.here, places)
        others = gradient.others
        if len(traced.path[0].unit) == 1:
            text = BackWords.tr("the %Ln other image(s) of the batch", "", others)
        elif images == 1:
            text = BackWords.tr("the %Ln other place(s) of the map", "", others)
        else:
            text = BackWords.tr("the %Ln other place(s), in all images", "", others)
        rows.append(Row(text, "", placed(rest, places)))
    rows.append(Row("∂loss/∂w", "", placed(gradient.total, places), is_result=True))
    rows.append(Row(BackWords.tr("autograd has"), "w.grad", placed(gradient.autograd, places)))
    about = fill(BackWords.tr("By how much the loss grows with the chosen w: {0}."), names.weight())
    if rows[-1].value != rows[-2].value:
        why = BackWords.tr("Autograd keeps about seven digits (float32) on its way, so it rounds.")
        about = f"{about} {why}"
    head = BackWords.tr("The gradient")
    return Page(Kind.GRADIENT, head, head, about, tuple(rows))
