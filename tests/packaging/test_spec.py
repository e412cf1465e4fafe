"""The spec, carried out for each system with stand-ins for what PyInstaller would do."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SYSTEMS = ("linux", "win32", "darwin")


class Made:
    """Stands for whatever PyInstaller makes; keeps what it was made of."""

    def __init__(self, kind: str, *parts: Any, **settings: Any) -> None:
        self.kind, self.parts, self.settings = kind, parts, settings
        self.pure = self.scripts = []
        self.binaries = [
            ("libc10.so", "/elsewhere/libc10.so", "EXTENSION"),
            ("PySide6/Qt/lib/libQt6Quick.so.6", "/elsewhere/libQt6Quick.so.6", "BINARY"),
        ]
        self.datas = [("torch/include/ATen.h", "/elsewhere/ATen.h", "DATA")]


def carry_out(
    packaging: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> dict[str, list[Made]]:
    made: dict[str, list[Made]] = {}

    def maker(kind: str) -> Any:
        def make(*parts: Any, **settings: Any) -> Made:
            made.setdefault(kind, []).append(Made(kind, *parts, **settings))
            return made[kind][-1]

        return make

    hooks, bindepend = ModuleType("hooks"), ModuleType("bindepend")
    hooks.collect_submodules = lambda package, filter: [package]  # type: ignore[attr-defined]
    hooks.copy_metadata = lambda name: [(f"/{name}", name)]  # type: ignore[attr-defined]
    bindepend.get_imports = lambda file: []  # type: ignore[attr-defined]
    for name in ("PyInstaller", "PyInstaller.utils", "PyInstaller.depend"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setitem(sys.modules, "PyInstaller.depend.bindepend", bindepend)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("SYSTEMROOT", "C:/Windows")
    kinds = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
    spec = packaging / "inkgrad.spec"
    code = compile(spec.read_text(encoding="utf-8"), spec, "exec")
    exec(code, {"SPECPATH": str(packaging), **{kind: maker(kind) for kind in kinds}})
    return made


@pytest.mark.parametrize("system", SYSTEMS)
def test_it_holds_the_whole_program(
    packaging: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    made = carry_out(packaging, monkeypatch, system)
    (analysis,), (folder,) = made["Analysis"], made["COLLECT"]
    carried = {f"{place}/{Path(source).name}" for source, place in analysis.settings["datas"]}
    assert {
        "assets/mnist/train-images-idx3-ubyte.gz",
        "assets/starter/mnist.safetensors",
        "assets/translations/inkgrad_de.qm",
        "assets/icons/inkgrad.svg",
    } <= carried
    assert any(name.startswith("assets/lessons/de/") for name in carried)
    assert not any("engine/starter" in name for name in carried)
    assert analysis.binaries == [("libc10.so", "/elsewhere/libc10.so", "EXTENSION")]
    assert analysis.datas == []
    assert folder.settings == {"name": "inkgrad", "upx": False}
    assert analysis.settings["module_collection_mode"]["engine"] == "pyz+py"


def test_windows_has_a_program_with_a_console_and_one_without(
    packaging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = carry_out(packaging, monkeypatch, "win32")["EXE"]
    consoles = {made.settings["name"]: made.settings["console"] for made in programs}
    assert consoles == {"inkgrad": True, "inkgradw": False}
    assert all(made.settings["icon"].endswith("inkgrad.ico") for made in programs)


def test_windows_brings_the_runtime_that_torch_asks_for(
    packaging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (analysis,) = carry_out(packaging, monkeypatch, "win32")["Analysis"]
    brought = {Path(source).name for source, _ in analysis.settings["binaries"]}
    assert {"msvcp140.dll", "vcruntime140.dll"} <= brought
    (elsewhere,) = carry_out(packaging, monkeypatch, "linux")["Analysis"]
    assert elsewhere.settings["binaries"] == []


def test_macos_has_an_application_that_opens_lessons_and_is_offered_for_models(
    packaging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle,) = carry_out(packaging, monkeypatch, "darwin")["BUNDLE"]
    kinds = bundle.settings["info_plist"]["CFBundleDocumentTypes"]
    ranks = {kind["CFBundleTypeExtensions"][0]: kind["LSHandlerRank"] for kind in kinds}
    assert ranks == {"inkgrad": "Owner", "safetensors": "Alternate"}
