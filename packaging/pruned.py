"""What the installers leave out, and why. Read by inkgrad.spec; sizes are those of Linux.

Everything here was tried: `packaging/verify` runs the whole program without it.
"""

import re
from fnmatch import fnmatch
from pathlib import Path, PurePath

from pruned_modules import MODULES

# Parts of Qt, by the name of their library: libQt6Quick.so.6, Qt6Quick.dll, QtQuick.framework.
QT_LIBRARIES = {
    "Qml*": "user interfaces in QML; this one is made of widgets",
    "Quick*": "the same",
    "Pdf*": "shows PDF files",
    "VirtualKeyboard*": "a keyboard on the screen",
    "EglF[Ss]*": "screens without a window system",
    "Test*": "Qt's own tests",
    "Sql*": "databases",
    "LabsAnimation": "QML's",
    "LabsFolderListModel": "QML's",
    "LabsPlatform": "QML's",
    "LabsQmlModels": "QML's",
    "LabsSettings": "QML's",
    "LabsSharedImage": "QML's",
    "LabsWavefrontMesh": "QML's",
}

# Qt's plugins, by folder and name.
QT_PLUGINS = {
    "egldeviceintegrations/*": "screens without a window system",
    "generic/*": "mice and touch screens without a window system",
    "imageformats/*gif*": "no such picture is opened: Pillow reads those that are",
    "imageformats/*icns*": "the same",
    "imageformats/*pdf*": "the same",
    "imageformats/*tga*": "the same",
    "imageformats/*tiff*": "the same",
    "imageformats/*wbmp*": "the same",
    "imageformats/*webp*": "the same",
    "networkinformation/*": "tells whether there is a network: a failure tells, too",
    "platforminputcontexts/*virtualkeyboard*": "a keyboard on the screen",
    "platforms/*eglfs*": "screens without a window system",
    "platforms/*linuxfb*": "the same",
    "platforms/*minimal*": "the same",
    "platforms/*vkkhrdisplay*": "the same",
    "platforms/*vnc*": "a window over the network",
    "platforms/*qdirect2d*": "a trial of drawing otherwise on Windows",
    "platformthemes/*gtk3*": "drags in GTK, cairo and pango; there is the portal theme",
    "printsupport/*": "what is printed is saved as a PDF first",
    "qmltooling/*": "QML's",
    "sqldrivers/*": "databases",
    "wayland-graphics-integration-server/*": "for a program that is a screen to others",
}

# Other files, by their place in the bundle.
FILES = {
    "torch/bin/[!t]*": "compilers and tests of torch's own; torch_shm_manager must stay",
    "torch/bin/test*": "the same",
    "torch/include/*": "headers",
    "torch/share/*": "files for CMake",
    "torch/test/*": "torch's own tests",
    "torch/lib/*libtorchbind_test.so": "torch's own tests",
    "torch/lib/*libjitbackend_test.so": "torch's own tests",
    "torch/lib/*libbackend_with_compiler.so": "torch's own tests",
    "torch/lib/*libaoti_custom_ops.so": "torch's own tests",
    "torch/lib/*.a": "for linking",
    "torch/lib/*.lib": "for linking",
    "torch/lib/libshm_windows/*": "sources",
    "torch/utils/model_dump/*": "a page that shows a model's file",
    "torch/utils/data/datapipes/*.pyi.in": "sources of types",
    "torch/_inductor/*": "the compiler's",
    "torch/_dynamo/*": "the compiler's",
    "torchgen/packaged/*": "sources of operators",
    "onnx/backend/*": "data for the tests of other programs",
    "onnx/*.proto": "sources",
    "onnx/*.cc": "sources",
    "onnx/*.h": "sources",
    "pyqtgraph/examples/*": "examples",
    "pyqtgraph/icons/peegee/*": "its own sign, for windows of its own",
    "pyqtgraph/colors/maps/*": "colour maps; the program has its own colours",
    "*.dist-info/licenses/*": "stand in the package's copyright file",
    "*.dist-info/sboms/*": "lists of what a wheel was made of",
    "*.dist-info/RECORD": "lists of files for pip",
    "numpy/_core/_multiarray_tests.*": "numpy's own tests",
    "PySide6/*.pyi": "types for editors",
    "PySide6/QtOpenGL*.so": "the binding of OpenGL, 9 MB: stand_ins has what pyqtgraph imports",
    "PySide6/QtOpenGL*.pyd": "the same",
    "PySide6/Qt/qml/*": "QML's",
    "*/tests/*": "tests",
}

# Qt's own words are wanted in the languages that the window speaks, and no others.
_WORDS = Path(__file__).parent.parent / "assets" / "translations"
QT_TRANSLATIONS = {file.name.replace("inkgrad", "qtbase") for file in _WORDS.glob("*.qm")}

# The host's, never ours: they must fit its kernel, its graphics driver or its C++ programs, or they
# read files of the host that change with its release. Debian's packages are in linux/control.in.
HOST_LIBRARIES = {
    "libstdc++.so.*": "the graphics driver wants its own, which may be newer",
    "libgcc_s.so.*": "goes with libstdc++",
    "lib{EGL,GL,GLX,OpenGL,GLdispatch}.so.*": "the graphics driver's",
    "lib{drm,gbm}.so.*": "the graphics driver's",
    "libwayland-*.so.*": "the graphics driver's too",
    "lib{gssapi_krb5,krb5,krb5support,k5crypto,com_err,keyutils}.so.*": "reads the host's network",
    "lib{fontconfig,freetype,expat,png16,brotlidec,brotlicommon}.so.*": "reads the host's fonts",
    "lib{glib-2.0,gthread-2.0,gio-2.0,gobject-2.0,gmodule-2.0,pcre2-8}.so.*": "the host's settings",
    "lib{dbus-1,systemd,cap,gcrypt,gpg-error,lz4}.so.*": "talks to the host's services",
    "lib{X11,X11-xcb,Xau,Xdmcp,bsd,md}.so.*": "every X11 desktop has them",
    "libxcb{,-glx,-randr,-render,-shape,-shm,-sync,-xfixes,-xkb}.so.*": "the same",
    "libxkbcommon.so.*": "reads the host's keyboards",
    "lib{mount,blkid,selinux}.so.*": "come with glib",
}


def why_pruned(place: str) -> str | None:
    """Return why the file at `place` in the bundle is left out, or None where it is wanted."""
    path = PurePath(place.replace("\\", "/")).as_posix()
    return (
        _match(FILES, path)
        or _match_module(path)
        or _match(_patterns(HOST_LIBRARIES), PurePath(path).name)
        or _match_qt(path)
    )


def _match(table: dict[str, str], name: str) -> str | None:
    return next((why for pattern, why in table.items() if fnmatch(name, pattern)), None)


def _match_module(path: str) -> str | None:
    dotted = path.replace("/", ".")
    inside = (why for name, why in MODULES.items() if dotted.startswith(f"{name}."))
    return next(inside, None)


def _match_qt(path: str) -> str | None:
    library = re.search(
        r"(?:^|/)(?:libQt6|Qt6|Qt)(\w+?)(?:\.so|\.dll|\.framework|\.abi3|\.pyd)", path
    )
    if library and (why := _match(QT_LIBRARIES, library[1])):
        return why
    plugin = re.search(r"/plugins/(.+)", path)
    if plugin and (why := _match(QT_PLUGINS, plugin[1])):
        return why
    if "/translations/" in path and path.startswith("PySide6/"):
        wanted = PurePath(path).name in QT_TRANSLATIONS
        return None if wanted else "languages that the window doesn't speak"
    return None


def _patterns(table: dict[str, str]) -> dict[str, str]:
    """Write each `{a,b}` out."""
    plain = {}
    for pattern, why in table.items():
        head, _, rest = pattern.partition("{")
        middle, _, tail = rest.partition("}")
        for name in middle.split(",") if rest else [""]:
            plain[f"{head}{name}{tail}"] = why
    return plain
