"""The end of the walk in words and numbers: what the optimizer does, and the loss after it."""

from desktop.i18n.numbers import exact, fill
from desktop.i18n.setting_words import setting_value
from desktop.i18n.words import Words
from desktop.inspect.step.names import Names
from desktop.inspect.step.rows import Kind, Page, Row, placed, places_of, product, written
from engine.analysis.traced import Update

_ROUNDED = 0.01  # of a step: more than this is seen in the digits


class UpdateWords(Words):
    """The words for the update, and for what comes of it."""


def update_page(names: Names) -> Page:
    """Return what the optimizer makes of the gradient, and the weight after it."""
    found = names.traced.update
    rows = _gradient_rows(found)
    rows += _adam_rows(found) if found.optimizer in ("adam", "adamw") else _sgd_rows(found)
    change = found.moved - found.weight
    places = max(places_of([change]), places_of([found.weight]))
    step = f"−{exact(found.rate)} · {written(found.direction)}"
    rows.append(
        Row(UpdateWords.tr("− rate · direction"), step, written(-found.rate * found.direction))
    )
    start = placed(found.weight, places)
    if found.optimizer == "adamw" and found.decay:
        start = f"{start} · (1 − {exact(found.rate)} · {exact(found.decay)})"
    sign = "−" if found.direction > 0 else "+"
    formula = f"{start} {sign} {written(abs(found.rate * found.direction))}"
    rows.append(Row(UpdateWords.tr("the new weight"), formula, placed(found.moved, places), True))
    text = UpdateWords.tr("the optimizer comes to")
    rows.append(Row(text, "", placed(found.optimizers, places)))
    head = UpdateWords.tr("The update")
    about = fill(UpdateWords.tr("{0}: {1}."), _optimizer_words(found), names.weight())
    about = f"{about} {why_words(found)}"
    if abs(found.optimizers - found.moved) > _ROUNDED * abs(change):
        why = UpdateWords.tr(
            "A weight keeps about seven digits (float32), so that a step as small as this is "
            "rounded, or lost."
        )
        about = f"{about} {why}"
    return Page(Kind.UPDATE, head, head, about, tuple(rows))


def why_words(found: Update) -> str:
    """Return why the weight becomes larger or smaller."""
    change = found.moved - found.weight
    if not change:
        return UpdateWords.tr("It stays, as the loss has no slope along it.")
    if found.gradient > 0 > change:
        return UpdateWords.tr("The loss grows with it, so the step makes it smaller.")
    if found.gradient < 0 < change:
        return UpdateWords.tr("The loss falls as it grows, so the step makes it larger.")
    return UpdateWords.tr("More than this gradient moves it: what is remembered, or the decay.")


def _optimizer_words(found: Update) -> str:
    name = setting_value("optimizer", found.optimizer)
    if found.optimizer in ("adam", "adamw"):
        return fill(UpdateWords.tr("{0}, its step {1:,}"), name, found.step)
    if not found.momentum:
        return name
    return fill(UpdateWords.tr("{0}, momentum {1}"), name, exact(found.momentum))


def _gradient_rows(found: Update) -> list[Row]:
    """Return the gradient, and what is added to it before the optimizer has it."""
    rows = [Row(UpdateWords.tr("gradient"), "∂loss/∂w", written(found.gradient))]
    if found.kept is not None:
        rows.append(Row(UpdateWords.tr("kept, as none is zeroed"), "", written(found.kept)))
    if found.decay and found.optimizer != "adamw":
        formula = product(found.decay, found.weight)
        value = written(found.decay * found.weight)
        rows.append(Row(UpdateWords.tr("weight decay · weight"), formula, value))
    if len(rows) > 1:
        rows.append(Row(UpdateWords.tr("together g"), "", written(_slope(found)), is_result=True))
    return rows


def _slope(found: Update) -> float:
    decay = 0.0 if found.optimizer == "adamw" else found.decay
    return found.gradient + (found.kept or 0.0) + decay * found.weight


def _sgd_rows(found: Update) -> list[Row]:
    if not found.after:
        return []
    (before,), (after,), slope = found.before, found.after, _slope(found)
    momentum = exact(found.momentum)
    formula = f"{momentum} · {written(before)} + {written(slope)}"
    rows = [Row(UpdateWords.tr("velocity v = momentum · v + g"), formula, written(after))]
    if found.optimizer == "nesterov":
        formula = f"{written(slope)} + {momentum} · {written(after)}"
        value = written(found.direction)
        rows.append(Row(UpdateWords.tr("direction = g + momentum · v"), formula, value))
    return rows


def _adam_rows(found: Update) -> list[Row]:
    slope, names = _slope(found), (UpdateWords.tr("mean m of g"), UpdateWords.tr("mean s of g²"))
    rows = []
    for name, share, before, after, power in zip(
        names, found.shares, found.before, found.after, ("", "²"), strict=True
    ):
        new = f"({written(slope)}){power}" if power else written(slope)
        formula = f"{exact(share)} · {written(before)} + {exact(round(1 - share, 6))} · {new}"
        rows.append(Row(name, formula, written(after)))
    even = [
        after / (1 - share**found.step)
        for share, after in zip(found.shares, found.after, strict=True)
    ]
    texts = UpdateWords.tr("m ÷ (1 − 0.9ⁿ)"), UpdateWords.tr("s ÷ (1 − 0.999ⁿ)")
    for text, share, after, value in zip(texts, found.shares, found.after, even, strict=True):
        formula = f"{written(after)} ÷ {written(1 - share**found.step)}"
        rows.append(Row(text, formula, written(value)))
    formula = f"{written(even[0])} ÷ √{written(even[1])}"
    rows.append(Row(UpdateWords.tr("direction"), formula, written(found.direction)))
    return rows


def after_page(names: Names) -> Page:
    """Return the loss before and after, and what the gradient foresaw."""
    after, update = names.traced.after, names.traced.update
    change = update.moved - update.weight
    foreseen = update.gradient * change
    places = max(places_of([after.before]), places_of([foreseen]) - 2)
    before, sign = placed(after.before, places), "−" if foreseen < 0 else "+"
    formula = f"{before} {sign} {product(abs(update.gradient), abs(change))}"
    texts = (
        UpdateWords.tr("loss before"),
        UpdateWords.tr("by the slope: loss + gradient · change"),
        UpdateWords.tr("if only this weight moves"),
        UpdateWords.tr("after the step: all weights move"),
    )
    losses = after.before, after.before + foreseen, after.only_this, after.all_moved
    rows = tuple(
        Row(text, formula if at == 1 else "", placed(loss, places), is_result=at == 3)
        for at, (text, loss) in enumerate(zip(texts, losses, strict=True))
    )
    if names.traced.lost.images > 1:
        about = UpdateWords.tr("The loss of the same batch, read again with the new weights.")
    else:
        about = UpdateWords.tr("The loss of the same image, read again with the new weights.")
    about = f"{about} {_unseen(rows)}".rstrip()
    head = UpdateWords.tr("The loss after it")
    return Page(Kind.AFTER, head, head, about, rows)


def _unseen(rows: tuple[Row, ...]) -> str:
    """Say why the loss stays the same in all digits that are shown; "" where it doesn't."""
    before, foreseen, alone, _ = (row.value for row in rows)
    if len({row.value for row in rows}) == 1:
        return UpdateWords.tr(
            "The digits don't show the step: the loss is flat here, or the rate is small."
        )
    if before == alone != foreseen:
        return UpdateWords.tr(
            "What one weight alone changes is lost where the loss is rounded (float32)."
        )
    return ""
