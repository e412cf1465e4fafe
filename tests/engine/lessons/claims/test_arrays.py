"""What questions 1 to 11, 28 and 30 claim of images, shapes and products, computed."""

import sys
from collections.abc import Callable
from itertools import product
from timeit import repeat
from types import CodeType, FrameType

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image

from engine import Classifier, Dataset, Sketch
from engine.forward import pixels
from engine.inference.similarity import PixelSimilarity
from engine.lessons.digits import Floats
from engine.lessons.figures import Figure, Outcome, Table
from engine.lessons.lab import Lab
from tests.engine.lessons.claims.quoted import answers, says

Show = Callable[..., tuple[Figure, ...]]
GREYS = np.arange(256, dtype=np.uint8)


@pytest.fixture(scope="module")
def threes(mnist_sample: Dataset) -> torch.Tensor:
    """Return the chapter's stack of all training 3s."""
    train = mnist_sample.train
    return torch.tensor(train.images[train.labels == 0])


@pytest.fixture(scope="module")
def means(mnist_sample: Dataset) -> Floats:
    """Return both mean digits, 0 to 1."""
    train = mnist_sample.train
    return np.stack([train.images[train.labels == label].mean(axis=0) / 255 for label in (0, 1)])


def test_1_ink_paper_and_the_edges_between() -> None:
    says("image_numbers", "(28, 28) with 784 numbers", "0 is paper and 255 is full ink")
    image = Sketch([np.array([(0.0, 0), (0, 5), (0, 10)])]).to_image()
    assert (image.shape, image.size) == ((28, 28), 784)
    assert (image.min(), image.max()) == (0, 255)
    middle = image[14]
    (inked,) = np.flatnonzero(middle).nonzero()
    assert len(inked) >= 3
    first, *between, last = middle[np.flatnonzero(middle)]
    assert max(between) == 255
    assert first < 255 > last


def test_1_photographs_count_light_and_models_read_shares() -> None:
    says("image_numbers", "0 is black and 255 is white", "divided by 255 so that they run")
    assert [Image.new("L", (1, 1), colour).getpixel((0, 0)) for colour in ("black", "white")] == [
        0,
        255,
    ]
    model = Classifier.starter("mnist_sample").model
    read = pixels(model, np.resize(GREYS, (1, 28, 28)))
    assert (float(read.min()), float(read.max())) == (0, 1)
    assert read.flatten()[:256].numpy() == pytest.approx(GREYS / 255)


def test_1_a_photographs_numbers() -> None:
    says("image_numbers", f"480 × 640 × 3 = {np.zeros((480, 640, 3)).size:,}")
    assert answers("image_numbers", "640 pixels wide") == f"{np.zeros((480, 640, 3)).size:,}"


def test_2_the_counts_of_the_folders(mnist_sample: Dataset) -> None:
    train, valid = (np.bincount(split.labels) for split in (mnist_sample.train, mnist_sample.valid))
    says("folders", f"{train[0]:,} threes and {train[1]:,} sevens for training")
    says("folders", f"{valid[0]:,} threes and {valid[1]:,} sevens for validation")
    says("validation", f"holds out {valid[0]:,} threes and {valid[1]:,} sevens")
    says("pixel_similarity", f"shape ({train[0]}, 28, 28)", f"the {train[1]:,} sevens")


def test_3_without_absolute_value_ink_in_the_wrong_place_cancels(means: Floats) -> None:
    says("pixel_similarity", "all of it in the wrong places, would then have the distance 0")
    for mean in means:
        moved = np.random.default_rng(0).permutation(mean.ravel()).reshape(28, 28)
        assert (moved - mean).mean() == pytest.approx(0)
        assert np.abs(moved - mean).mean() > 0.1


def test_3_learning_beats_the_baseline(mnist_sample: Dataset) -> None:
    says("pixel_similarity", "a baseline that any learning has to beat")
    valid = mnist_sample.valid
    to_3, to_7 = (
        PixelSimilarity.of(mnist_sample.train, mnist_sample.classes).distances(valid.images).T
    )
    given = Classifier.starter("mnist_sample").predict_batch(valid.images)
    assert (given.argmax(axis=1) == valid.labels).mean() > ((to_3 > to_7) == valid.labels).mean()


def test_4_one_line_for_four_and_fewer_instructions() -> None:
    says("list_comprehension", "in one line what takes four with a loop and append")
    loop = "made = []\nfor n in numbers:\n    if n % 2 == 1:\n        made.append(2 * n)"
    assert loop.count("\n") + 1 == 4
    line = "made = [2 * n for n in numbers if n % 2 == 1]"
    (slow, by_loop), (quick, by_line) = (instructions(code) for code in (loop, line))
    assert by_loop == by_line == [2 * n for n in range(1, 1000, 2)]
    says("list_comprehension", "usually runs a little faster")
    assert 0.5 * slow < quick < slow


def instructions(code: str) -> tuple[int, list[int]]:
    """Return how many of Python's instructions some code takes, and the list that it makes."""
    names: dict = {"numbers": range(1000)}
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        frame.f_trace_opcodes = frame.f_code.co_filename == "<claim>"
        count += event == "opcode"
        return trace

    compiled: CodeType = compile(code, "<claim>", "exec")
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        exec(compiled, names)
    finally:
        sys.settrace(before)
    return count, names["made"]


def test_4_the_check_and_the_filter_on_ones_own_rows(show: Show) -> None:
    assert answers("list_comprehension", "[3, 4, 7]") == str([2 * n for n in [3, 4, 7] if n % 2])
    stay = [
        int(outcome.text.split(": ")[1].split()[0])
        for ink in (0, 50, 100, 200, 250)
        for outcome in show("list_comprehension", ink=ink)[6:7]
        if isinstance(outcome, Outcome)
    ]
    assert len(stay) == 5
    assert stay == sorted(stay, reverse=True)
    assert stay[0] > stay[-1]


def test_5_each_index_takes_an_axis_away(threes: torch.Tensor) -> None:
    says("rank3", f"of shape {tuple(threes.shape)}", "two pick a row, rank 1; three a number")
    parts = (threes, threes[0], threes[0, 1], threes[0, 1, 2])
    assert [part.ndim for part in parts] == [3, 2, 1, 0]
    says("rank3", "stacked_3[:, 14, 14] is the same pixel in all images")
    assert threes[:, 14, 14].tolist() == [int(image[14, 14]) for image in threes]
    assert answers("rank3", "stacked_3[:, 5]") == str(tuple(threes[:, 5].shape))


def test_6_and_7_rank_and_shape() -> None:
    says("rank_and_shape", "(2, 1000)", "so both have rank 2", "2,000 and 784")
    table, sketch = torch.ones(2, 1000), torch.ones(28, 28)
    assert table.ndim == sketch.ndim == 2
    assert table.shape != sketch.shape
    assert (table.numel(), sketch.numel()) == (2000, 784)
    says("rank_and_shape", "So (64, 3, 28, 28) has rank 4, (10,) has rank 1 despite its ten values")
    for shape, rank in (((64, 3, 28, 28), 4), ((10,), 1), ((), 0), ((1, 1, 1), 3)):
        tensor = torch.zeros(shape)
        assert len(tensor.shape) == tensor.ndim == tensor.dim() == rank
    assert torch.zeros(10).numel() == 10
    assert torch.tensor(7).shape == ()
    assert answers("rank_and_shape", "(1, 1, 1)") == "3"
    assert np.linalg.matrix_rank(table.numpy()) == 1  # that of linear algebra is another


def test_8_rmse_l1_and_the_norms_of_mathematics(mnist_sample: Dataset, means: Floats) -> None:
    images = torch.tensor(mnist_sample.valid.images[:200] / 255)
    three, seven = torch.tensor(means)
    for image in images:
        l1, rmse = F.l1_loss(image, three), F.mse_loss(image, three).sqrt()
        assert rmse >= l1
        assert (image - three).norm() == pytest.approx(28 * rmse)
    says("rmse_l1", "√784 = 28 times RMSE", "RMSE is never smaller than L1")
    for power in (1, 2):  # the sum and the mean have the same nearer digit
        of_sums = [(images - mean).flatten(1).norm(power, dim=1) for mean in (three, seven)]
        of_means = [norms / 784 ** (1 / power) for norms in of_sums]
        assert ((of_sums[0] < of_sums[1]) == (of_means[0] < of_means[1])).all()
    pair = torch.tensor([0.0, 1.0])
    l1, rmse = pair.abs().mean(), pair.square().mean().sqrt()
    assert answers("rmse_l1", "Two pixels differ") == f"L1 {l1:.1f} and RMSE {rmse:.2f}"
    assert pair.norm() == 1


def test_8_a_blot_in_the_corner_weighs_more_in_rmse(
    show: Show, lab: Callable[..., Lab], mnist_sample: Dataset, means: Floats
) -> None:
    says("rmse_l1", "where the mean digits have hardly any ink")
    assert means[:, :5, :5].max() < 0.002
    for image in mnist_sample.valid.images[::200]:
        for side in range(1, 6):
            table = show("rmse_l1", lab("rmse_l1", image), blot=side)[2]
            assert isinstance(table, Table)
            added = [[float(cell) for cell in row[1:3]] for row in table.rows[1::2]]
            assert all(rmse > l1 > 0 for l1, rmse in added)


@pytest.mark.parametrize(
    ("slow", "quick", "least", "count"),
    [
        ("[abs(x - 0.5) for x in numbers]", "(tensor - 0.5).abs()", 10, 100_000),
        ("[abs(x - 0.5) for x in numbers]", "np.abs(array - 0.5)", 10, 100_000),
        ("[x * 2 for x in tensor]", "[x * 2 for x in numbers]", 5, 10_000),  # a tensor is worst
    ],
)
def test_9_how_many_times_as_fast(slow: str, quick: str, least: float, count: int) -> None:
    says("thousands_at_once", "expect factors from ten to about a thousand")
    says("thousands_at_once", "it's even slower than with a list")
    assert least < times(slow, quick, count) < 2000


@pytest.mark.parametrize("quick", ["(tensor - 0.5).abs()", "np.abs(array - 0.5)"])
def test_9_the_more_numbers_the_more_and_few_cost_the_call(quick: str) -> None:
    says("thousands_at_once", "With ten numbers the call costs more than the calculation")
    slow = "[abs(x - 0.5) for x in numbers]"
    few, some, many = (times(slow, quick, count) for count in (10, 1000, 100_000))
    assert few < some < many
    one = min(repeat(quick, repeat=9, number=500, globals=numbers(1)))
    ten = min(repeat(quick, repeat=9, number=500, globals=numbers(10)))
    assert ten < 2 * one  # were it the calculation, it would be ten times as long


def numbers(count: int) -> dict[str, object]:
    array = np.random.default_rng(0).random(count, np.float32)
    return {"np": np, "array": array, "tensor": torch.tensor(array), "numbers": array.tolist()}


def times(slow: str, quick: str, count: int) -> float:
    """Return how many times as long the slow one takes: the best of some tries of each."""
    calls = max(1, 1000 // count)
    best = [min(repeat(c, repeat=5, number=calls, globals=numbers(count))) for c in (slow, quick)]
    return best[0] / best[1]


def test_10_three_by_three() -> None:
    t = torch.arange(1, 10).reshape(3, 3) * 2
    says("three_by_three", f"these are {t[1:, 1:].tolist()}. t[-2:, -2:] selects the same four")
    assert t[1:, 1:].tolist() == t[-2:, -2:].tolist() == [[10, 12], [16, 18]]
    assert (t[2].ndim, tuple(t[2:].shape)) == (1, (1, 3))
    assert answers("three_by_three", "t[0, 1:]") == str(t[0, 1:].tolist())
    says("three_by_three", f"Row 0 is {t[0].tolist()}")
    sketch = torch.arange(784).reshape(28, 28)
    says("three_by_three", "“:14” is its upper half, “::2, ::2” every other row and column")
    assert 2 * sketch[:14].numel() == sketch.numel()
    assert sketch[:14].max() < sketch[14:].min()
    every_other = [[28 * y + x for x in range(0, 28, 2)] for y in range(0, 28, 2)]
    assert sketch[::2, ::2].tolist() == every_other


def test_11_broadcasting() -> None:
    says("broadcasting", "the sketch, (28, 28), minus the stack of means, (2, 28, 28)")
    sketch, stack = torch.rand(28, 28), torch.rand(2, 28, 28)
    assert torch.equal(sketch - stack, torch.stack([sketch - mean for mean in stack]))
    assert answers("broadcasting", "(1010, 1, 28)") == str(
        tuple((torch.ones(1010, 1, 28) + torch.ones(28, 1)).shape)
    )
    says("broadcasting", "Nothing is really copied", "a stride of 0")
    repeated = torch.rand(28).expand(28, 28)
    assert repeated.stride() == (0, 1)
    assert repeated.untyped_storage().size() == 28 * 4
    says("broadcasting", "Try (3,) with (4, 3), then (4,) with (4, 3)")
    assert (torch.ones(3) + torch.ones(4, 3)).shape == (4, 3)
    with pytest.raises(RuntimeError, match="must match"):
        torch.ones(4) + torch.ones(4, 3)


def test_28_view() -> None:
    says("view", "so what is written into one is seen in the other")
    picture = torch.arange(784).reshape(28, 28).contiguous()
    row = picture.view(784)
    row[29] = -1
    assert picture[1, 1] == -1
    assert row.data_ptr() == picture.data_ptr()
    batch = torch.zeros(64, 28, 28)
    assert answers("view", "(64, 28, 28)") == str(tuple(batch.view(-1, 784).shape))
    with pytest.raises(RuntimeError, match="invalid for input"):
        picture.view(28, 27)
    says("view", "After .T they mostly don't: then call contiguous() first, or use reshape")
    with pytest.raises(RuntimeError, match="view size is not compatible"):
        picture.T.view(784)
    assert torch.equal(picture.T.contiguous().view(784), picture.T.reshape(784))
    assert picture.T.reshape(784).data_ptr() != picture.data_ptr()
    assert picture.reshape(784).data_ptr() == picture.data_ptr()
    assert torch.arange(5).reshape(5, 1).T.view(5).tolist() == [0, 1, 2, 3, 4]  # mostly


def test_30_the_matrix_product() -> None:
    says("matmul", "(4, 784) @ (784, 30) has the shape (4, 30)")
    xb, weights = torch.rand(4, 784), torch.rand(784, 30)
    result = xb @ weights
    assert result.shape == (4, 30)
    says("matmul", "what (xb[i] * w).sum() does for one")
    for i, j in product(range(4), (0, 29)):
        assert (xb[i] * weights[:, j]).sum() == pytest.approx(float(result[i, j]), rel=1e-5)
    a, b = torch.tensor([[1, 2], [3, 4]]), torch.tensor([[5, 6], [7, 8]])
    says("matmul", "A @ B and B @ A usually differ")
    assert not torch.equal(a @ b, b @ a)
    other = torch.rand(4, 784)
    assert answers("matmul", "B has the shape (4, 784)") == "A * B"
    assert (xb * other).shape == (4, 784)
    with pytest.raises(RuntimeError, match="cannot be multiplied"):
        xb @ other
    says("matmul", f"A @ B.T would work, with shape {tuple((xb @ other.T).shape)}")
