"""What Inkgrad writes itself, as the fuzzer attacks it: sketches, models, all that is kept."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject

import engine
from desktop.answer.kept_answer import LARGEST_BYTES, from_json
from desktop.lessons.progress import Progress
from desktop.lessons.writing.lesson_draft import DraftKeeper
from desktop.shell.preferences import Preferences, keep_settings_in
from desktop.sketch.arrivals import content_of
from desktop.sketch.document import SketchDocument
from desktop.sketch.keeping import SketchKeeper
from desktop.widgets.kept_file import read_kept
from engine.data import cache, drawings, own_sets
from engine.data.watch import Watch
from engine.lessons.lesson_file import read_lesson_file
from engine.lessons.work import parse, read_work
from engine.lessons.work_forms import as_json
from engine.runs.record import Outcome
from engine.runs.store import RunStore
from tests.attacks import good_files as good
from tests.attacks.mutations import damaged, damaged_json
from tests.attacks.target import Damage, Target


def sketches() -> list[Target]:
    def read(folder: Path) -> None:
        content_of(folder / "a.svg")

    def bring_back(folder: Path) -> None:
        SketchKeeper(SketchDocument(), folder / "a.svg", SketchDocument())

    return [
        *_sketch("sketch", good.sketch(), read),
        *_sketch("kept sketch", good.kept_sketch(), bring_back),
    ]


def _sketch(name: str, whole: bytes, read: Callable[[Path], None]) -> list[Target]:
    start = whole.index(b'{"strokes"')
    facts = whole[start : whole.index(b"</inkgrad:sketch>")]

    def with_facts(text: bytes) -> bytes:
        escaped = text.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
        return whole[:start] + escaped + whole[start + len(facts) :]

    return [
        Target(name, "a.svg", whole, read),
        Target(f"{name}'s facts", "a.svg", facts, read, damaged_json, with_facts),
    ]


def models() -> list[Target]:
    def read(folder: Path) -> None:
        classifier = engine.Classifier.load(folder / "a.safetensors")
        classifier.predict(np.zeros((28, 28), np.uint8))

    header, tensors = good.model_parts()
    text = json.dumps(header).encode()
    card = str(header["__metadata__"]["inkgrad"]).encode()  # type: ignore[index]

    def with_header(changed: bytes) -> bytes:
        return good.joined_model(changed, tensors)

    def with_card(changed: bytes) -> bytes:
        words = {"inkgrad": changed.decode("latin-1")}
        return with_header(json.dumps({**header, "__metadata__": words}).encode())

    return [
        Target("model", "a.safetensors", good.model(), read),
        Target("model's header", "a.safetensors", text, read, damaged_json, with_header),
        Target("model's card", "a.safetensors", card, read, damaged_json, with_card),
    ]


def kept() -> list[Target]:
    """Return what Inkgrad itself keeps: lessons, progress, settings, cache and drawings."""
    own = {f"{side}/{k}/000{n}-ab{n}.png": data
           for n, (data, k) in enumerate(zip(good.in_class_folders().values(), "37" * 4,
                                             strict=False))
           for side in ("train", "valid")}  # fmt: skip
    first = min(own)
    return [
        Target("lesson", "a.inkgrad", good.lesson(), _read_lesson, damaged_json),
        Target("progress", "a.json", good.progress(), _read_progress, damaged_json),
        Target("lesson's draft", "a.json", good.draft(), _read_draft, damaged_json),
        Target("pupil's table", "a.csv", good.work_table(), _read_table),
        Target("kept answer", "a.json", good.answer(), _read_answer, damaged_json),
        Target("settings", "Inkgrad/Inkgrad.ini", good.settings(), _read_settings),
        Target("cache entry", "entry", _cache_entry(), _read_cache_entry),
        Target("cache entry's head", "entry", *_cache_head()),
        Target("kept drawing", first, own[first], _read_own, wrap=good.with_right_sums, beside=own),
    ]


def _read_lesson(folder: Path) -> None:
    read_lesson_file(folder / "a.inkgrad")


def _read_answer(folder: Path) -> None:
    found, _ = read_kept(folder / "a.json", from_json, LARGEST_BYTES)
    if found and (prediction := found[1].prediction):
        assert prediction.label in prediction.classes


def _read_progress(folder: Path) -> None:
    progress = Progress(folder / "a.json")
    progress.read()
    assert all(1 <= number <= 38 for number in progress.done)


def _read_draft(folder: Path) -> None:
    parent = QObject()
    draft = DraftKeeper(folder / "a.json", parent).read()
    assert draft is None or all(isinstance(name, str) for name in (*draft.pages, *draft.lessons))


def _read_table(folder: Path) -> None:
    work = read_work(folder / "a.csv")
    assert parse(as_json(work)) == work


def _read_settings(folder: Path) -> None:
    keep_settings_in(str(folder))
    preferences = Preferences()
    names = [name for name, kind in vars(Preferences).items() if isinstance(kind, property)]
    assert len(names) > 10
    for name in names:
        getattr(preferences, name)
    preferences.look_for_damage()


def _read_own(folder: Path) -> None:
    for digit in drawings.read_own(folder):
        assert digit.image.shape == (28, 28)
    own_sets.load_own(folder)


_KEY = "a dataset"


def _cache_entry() -> bytes:
    """Return an entry as the cache writes it."""
    dataset = good.sample()
    few = engine.Split(dataset.train.images[:20], dataset.train.labels[:20])
    dataset = engine.Dataset(few, few, dataset.classes, "few", "/few", "idx")
    cache.store(_KEY, "now", dataset, Watch(None, "few"))
    return _entry().read_bytes()


def _entry() -> Path:
    return cache._entry(_KEY)


def _cache_head() -> tuple[bytes, Callable[[Path], None], Damage, Callable[[bytes], bytes]]:
    """Return an entry's line of JSON and what makes an entry of a damaged one, its sum right."""
    _, head, rest = _cache_entry().split(b"\n", 2)

    def sealed(changed: bytes) -> bytes:
        body = changed + b"\n" + rest
        return hashlib.blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body

    return head, _read_cache_entry, damaged_json, sealed


def _read_cache_entry(folder: Path) -> None:
    shutil.move(folder / "entry", _entry())
    found = cache.load(_KEY, "now", Watch(None, "few"))
    cache.entries()
    if found:
        assert found.train.labels.max() < len(found.classes)
        assert all(str(finding.message) for finding in found.findings)


_FEW = 12  # images to learn from


def runs() -> list[Target]:
    """Return the files of a kept run, the others beside each."""
    files = _kept_run()
    found = []
    for name, data in sorted(files.items()):
        base = name.rpartition("/")[2]
        others = {f"runs/{other}": content for other, content in files.items() if other != name}
        damage = damaged_json if name.endswith(".json") else damaged
        kind = f"kept run's {base}"
        found.append(Target(kind, f"runs/{name}", data, _read_runs, damage, beside=others))
    weights = [target for target in found if "weights" in target.name]
    return [*(target for target in found if target not in weights), weights[-1]]


def _few() -> engine.Dataset:
    dataset = good.sample()
    some = engine.Split(dataset.train.images[-_FEW:], dataset.train.labels[-_FEW:])
    return engine.Dataset(some, some, dataset.classes, "few")


def _learner() -> engine.Learner:
    return engine.Learner(_few(), engine.TrainConfig(epochs=3, batch_size=4, momentum=0.9))


def _kept_run() -> dict[str, bytes]:
    """Keep a run of five batches; return its files by their names in the store."""
    with tempfile.TemporaryDirectory() as place:
        learner = _learner()
        recording = RunStore(Path(place)).record(learner, "an attack", print)
        for report, _ in zip(learner.fit(), range(5), strict=False):
            recording.add(report)
        recording.hold()
        recording.end(Outcome.STOPPED)
        recording.wait()
        found = [path for path in Path(place).rglob("*") if path.is_file() and path.stat().st_size]
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


def _read_runs(folder: Path) -> None:
    """List the store, and go on with its run."""
    store = RunStore(folder / "runs")
    listing = store.runs()
    assert all(str(message) for message in listing.said)
    for run in listing.runs:
        assert run.name is not None
        list(store.open(run.id).reports())
        for step in store.open(run.id).steps():
            engine.Classifier.load(store.open(run.id).weights(step))
    for run in listing.runs:
        recording = store.go_on(run.id, _learner(), print)
        recording.end(Outcome.STOPPED)
        recording.wait()
