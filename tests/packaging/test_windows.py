"""Inno Setup can't be run here: its script is read, and held against what the spec makes."""

import re
from pathlib import Path

import pytest

SECTIONS = ("Setup", "Languages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run")
Entry = dict[str, str]


@pytest.fixture
def script(packaging: Path) -> dict[str, list[Entry]]:
    """Return the entries of each section: `Key=value` lines, or `Key: value; Key: value` lines."""
    sections: dict[str, list[Entry]] = {}
    for line in (packaging / "windows" / "inkgrad.iss").read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line[0] in ";#":
            continue
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            entries = sections.setdefault(heading[1], [])
        elif setting := re.fullmatch(r"(\w+)=(.+)", line):
            entries.append({setting[1]: setting[2]})
        else:
            pairs = re.findall(r'(\w+): ("(?:[^"]|"")*"|[^";]+)(?:; |$)', line)
            assert "; ".join(f"{key}: {value}" for key, value in pairs) == line
            entries.append({key: value.strip('"') for key, value in pairs})
    return sections


def test_it_is_for_one_person_and_tells_the_system_of_its_files(
    script: dict[str, list[Entry]],
) -> None:
    assert tuple(script) == SECTIONS
    setup = {key: value for entry in script["Setup"] for key, value in entry.items()}
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["ChangesAssociations"] == "yes"
    assert setup["AppVersion"] == "{#Version}"


def test_the_files_it_packs_are_those_that_are_made(
    script: dict[str, list[Entry]], packaging: Path
) -> None:
    import freeze

    (files,) = script["Files"]
    made = freeze.PROGRAM.relative_to(freeze.ROOT).as_posix().replace("/", "\\")
    assert files["Source"] == f"{{#Root}}\\{made}\\*"
    setup = {key: value for entry in script["Setup"] for key, value in entry.items()}
    assert (packaging.parent / setup["LicenseFile"].removeprefix("{#Root}\\")).exists()


def test_lessons_are_its_own_and_models_are_anybody_s(script: dict[str, list[Entry]]) -> None:
    owned = {entry["Subkey"] for entry in script["Registry"] if "ValueName" not in entry}
    assert "Software\\Classes\\.inkgrad" in owned
    assert "Software\\Classes\\.safetensors" not in owned
    commands = [e["ValueData"] for e in script["Registry"] if e["Subkey"].endswith("command")]
    assert len(commands) == 2
    assert all(command.endswith('""%1') for command in commands)


def test_a_silent_installation_starts_nothing(script: dict[str, list[Entry]]) -> None:
    assert all("skipifsilent" in entry["Flags"] for entry in script["Run"])
