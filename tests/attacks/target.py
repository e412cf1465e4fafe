"""One kind of file that is attacked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.attacks.mutations import Dice, damaged

Damage = Callable[[bytes, Dice], bytes]


@dataclass(frozen=True)
class Target:
    """A good file, where it lies, what lies beside it, and who reads it.

    `wrap` puts what was damaged into the file, with checksums that are right.
    """

    name: str
    file: str
    data: bytes
    read: Callable[[Path], object]  # a folder
    damage: Damage = damaged
    wrap: Callable[[bytes], bytes] = bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)

    def lay_out(self, folder: Path, dice: Dice) -> None:
        """Write the damaged file, and the good ones beside it, into an empty folder."""
        files = {**self.beside, self.file: self.wrap(self.damage(self.data, dice))}
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
