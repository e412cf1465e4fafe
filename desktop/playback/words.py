"""What is said of a moment of a run."""

from desktop.i18n.numbers import decimal, fill
from desktop.i18n.words import Words
from desktop.playback.playback import Playback


class PlaybackWords(Words):
    """Of the moments."""


def short_words(playback: Playback) -> str:
    """Return what stands beside the slider."""
    moment = playback.moment
    if moment is None:
        return PlaybackWords.tr("now") if playback.steps else ""
    if moment.step == 0:
        return PlaybackWords.tr("initial weights")
    if playback.accuracy is None:
        return fill(PlaybackWords.tr("epoch {0}, batch {1:,}"), moment.epoch, moment.step)
    accuracy = decimal(playback.accuracy, 2)  # and no batch, as that was the epoch's last
    return fill(PlaybackWords.tr("epoch {0} · {1} %"), moment.epoch, accuracy)


def spoken_words(playback: Playback) -> str:
    """Return where the slider stands, for people who can't see it."""
    moment = playback.moment
    if moment is None:
        return PlaybackWords.tr("Playback of the run: as it is now")
    place = playback.place + 1, len(playback.steps)
    words = fill(PlaybackWords.tr("Moment {0} of {1}, epoch {2}"), *place, moment.epoch)
    if playback.accuracy is None:
        return words
    accuracy = decimal(playback.accuracy, 1)
    return fill(PlaybackWords.tr("{0}, validation accuracy {1} %"), words, accuracy)
