"""What the fuzzer attacks: every kind of file that Inkgrad reads."""

from tests.attacks import data_targets, kept_targets
from tests.attacks.target import Target

__all__ = ["Target", "all_targets"]


def all_targets() -> list[Target]:
    """Return a good file of each kind, how it is damaged, and its reader."""
    outside = [*data_targets.pictures(), *data_targets.archives(), *data_targets.tables()]
    ours = [*kept_targets.sketches(), *kept_targets.models(), *kept_targets.kept()]
    return [*outside, *ours, *kept_targets.runs()]
