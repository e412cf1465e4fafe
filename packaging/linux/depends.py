"""The Debian packages whose libraries the frozen program leaves to the system, and a check of them.

`HOST_LIBRARIES` in pruned.py says why they are not bundled.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

# The library that is asked for, and Debian's package that has it.
PACKAGES = {
    "libc.so.6": "libc6 (>= 2.36)",
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    # Qt on every screen
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    # Qt on X11
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    # Qt on Wayland
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Part of libc6, or of a package above that comes with it.
_WITH_OTHERS = ("ld-linux", "libdl.", "libm.", "libpthread.", "libresolv.", "librt.", "libutil.")


def depends() -> str:
    """Return the value of the control file's Depends."""
    return ", ".join(dict.fromkeys(PACKAGES.values()))


def unmet(program: Path) -> dict[str, list[str]]:
    """Return the libraries that are neither bundled nor in a package above, and who asks."""
    files = [path for path in program.rglob("*") if path.is_file()]
    bundled = {path.name for path in program.rglob("*")}
    asking: dict[str, list[str]] = {}
    for path in files:
        for name in _needed(path):
            if name not in bundled and name not in PACKAGES and not name.startswith(_WITH_OTHERS):
                asking.setdefault(name, []).append(path.name)
    return asking


def _needed(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    for line in told.stdout.splitlines():
        if line.strip().startswith("NEEDED"):
            yield line.split()[1]
