from pathlib import Path

ENVIRONMENT = Path("/venv")
NEEDS = {
    "/venv/qt/libQt.so": ["libxcb-cursor.so.0"],
    "/usr/lib/libxcb-cursor.so.0": ["libxcb-util.so.1"],
    "/usr/lib/libgtk.so.3": ["libpango.so.1"],
    "/usr/lib/libpango.so.1": ["libpango.so.1"],  # itself: that keeps nobody
}


def left(*entries: tuple[str, str, str]) -> set[str]:
    from orphans import without_orphans

    kept = without_orphans(list(entries), lambda source: NEEDS.get(source, []), ENVIRONMENT)
    return {place for place, _, _ in kept}


def test_a_pruned_part_takes_along_what_only_it_needed() -> None:
    names = ("libxcb-cursor.so.0", "libxcb-util.so.1", "libgtk.so.3", "libpango.so.1")
    system = [(name, f"/usr/lib/{name}", "BINARY") for name in names]
    kept = left(("qt/libQt.so", "/venv/qt/libQt.so", "BINARY"), *system)
    assert kept == {"qt/libQt.so", "libxcb-cursor.so.0", "libxcb-util.so.1"}


def test_what_isn_t_a_library_of_the_system_stays() -> None:
    entries = (
        ("torch/lib/libtorch.so", "/venv/torch/lib/libtorch.so", "BINARY"),
        ("_json.so", "/usr/lib/python3/lib-dynload/_json.so", "EXTENSION"),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"),
    )
    assert len(left(*entries)) == 3
