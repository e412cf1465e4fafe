"""What is said where the worker's process is gone."""

from desktop.i18n.words import Words
from desktop.worker.messages import Loss


class LossWords(Words):
    """Of a lost worker."""


def loss_words(loss: Loss, *, is_kept: bool) -> str:
    """Say what is lost with the process, and that another one is there.

    `is_kept`: a run was under way that can be continued.
    """
    if loss is Loss.WAS_ENDED:
        return LossWords.tr(
            "A single batch took too long, so the run was ended partway through it. What it had "
            "learned up to two seconds before is kept. Choose a smaller batch size or model."
        )
    if loss is Loss.WAS_REPLACED:
        return LossWords.tr("Another background process has taken over: ask again.")
    if loss is Loss.NOT_ELSEWHERE:
        return LossWords.tr(
            "The other Python's background process didn't start, so Inkgrad's own does the work. "
            "Train > Compute with another Python… finds out why."
        )
    if not is_kept:
        return LossWords.tr(
            "Inkgrad's background process crashed and was restarted. Your sketch and your runs "
            "are kept. If memory is short, choose a smaller model or batch size."
        )
    return LossWords.tr(
        "Inkgrad's background process crashed and was restarted. Your sketch and your runs are "
        "kept, and the current one can be continued. If memory is short, choose a smaller model "
        "or batch size."
    )


def giving_up_words() -> str:
    """Say that no other process is started."""
    return LossWords.tr(
        "Inkgrad's background process crashed three times in a row. Your sketch is "
        "kept. If memory is short, close other programs; `inkgrad doctor` shows what "
        "may be missing."
    )
