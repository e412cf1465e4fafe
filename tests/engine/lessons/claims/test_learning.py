"""What questions 12 to 27 and 31 to 34 claim of losses, gradients, steps and data, computed."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader

from engine import Dataset, Learner, TrainConfig
from engine.batches import Batches
from engine.data.splits import Split
from engine.lessons import sgd
from engine.lessons.figures import Figure, Outcome, Plot
from engine.lessons.handfuls import draw_few
from engine.lessons.samples import some
from engine.losses import mnist_loss
from engine.optimizers import SGD
from tests.engine.lessons.claims.quoted import answers, says

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.long
def test_12_new_images_are_like_the_validation_images(few_digits: Dataset, mnist: Dataset) -> None:
    assert answers("validation", "What would you expect on new ones?") == "About 62 %"
    new = Split(mnist.valid.images[-1000:], mnist.valid.labels[-1000:])
    config = TrainConfig(
        "mlp", hidden=(100,), epochs=60, lr=0.1, momentum=0.9, batch_size=200, loss="cross_entropy"
    )
    for seed in range(8):
        learner = Learner(draw_few(few_digits, 200, seed), replace(config, seed=seed))
        for _ in learner.fit(every=60):
            pass
        clf, valid = learner.classifier(), few_digits.valid
        on_valid, on_new = (
            (clf.predict_batch(part.images).argmax(axis=1) == part.labels).mean()
            for part in (valid, new)
        )
        assert abs(on_valid - on_new) < 0.1 < 1 - on_valid


def test_12_the_best_of_many_fits_the_set_that_it_was_chosen_by() -> None:
    says("validation", "picks the best of many settings by the validation set begins to fit that")
    for seed in range(8):
        rng = np.random.default_rng(seed)
        labels, guesses = rng.integers(2, size=200), rng.integers(2, size=(100, 200))
        right = guesses == labels  # of a hundred settings that know nothing
        valid, test = right[:, :100].mean(axis=1), right[:, 100:].mean(axis=1)
        best = valid.argmax()
        assert valid[best] > 0.58
        assert abs(test - 0.5).mean() < 0.05
        assert valid[best] > test.mean() + 0.08


def test_13_minus_a_negative_slope_is_to_the_right() -> None:
    assert answers("sgd", "the slope is negative") == "To the right"
    assert answers("gradient", "with respect to one weight is −3") == "Make it larger"
    weight = torch.tensor([0.0], requires_grad=True)
    (-3 * weight).backward()
    SGD([weight], 0.1).step()
    assert weight.item() == pytest.approx(0.3)


@pytest.mark.parametrize("seed", range(8))
def test_13_many_rough_steps_lead_further_in_every_order(
    show: Show, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    says("sgd", "many rough steps lead further than one exact step")
    monkeypatch.setattr(sgd, "_SEED", seed)
    outcomes = [figure for figure in show("sgd", step=15) if isinstance(figure, Outcome)]
    assert [outcome.as_promised for outcome in outcomes] == [True, True]


def test_14_half_the_noise_takes_four_times_as_many() -> None:
    assert answers("mini_batches", "half as large") == "Four times as many"
    rng = np.random.default_rng(0)
    noise = [rng.normal(size=(4000, size)).mean(axis=1).std() for size in (16, 64, 16 * 256)]
    assert noise[0] / noise[1] == pytest.approx(2, rel=0.1)
    says("mini_batches", "256 images are 16 times as")
    assert noise[0] / noise[2] == pytest.approx(16, rel=0.1)


def test_14_hardly_ever_in_the_same_company(mnist_sample: Dataset) -> None:
    says("mini_batches", "an image is hardly ever in the same company twice")
    count = len(mnist_sample.train)
    numbers = np.arange(count)
    split = Split(np.zeros((count, 28, 28), np.uint8), numbers)
    for seed in range(8):
        batches = Batches(split, 256, torch.Generator().manual_seed(seed))
        first, second = (next({*yb.tolist()} for _, yb in batches if 0 in yb) for _ in range(2))
        assert len(first & second) < 0.1 * 256


def test_14_noise_keeps_from_settling_in_a_poor_place() -> None:
    says("mini_batches", "it can keep the weights from settling too early in a poor place")
    generator = torch.Generator().manual_seed(0)

    def finds_the_deep_one(noise: float) -> bool:
        """Walk from the shallow valley of x⁴/8 − x² + x/4, and say whether the other is found."""
        x, lowest = 1.8, 0.0
        for chance in torch.randn(1000, generator=generator).tolist():
            x -= 0.1 * (x**3 / 2 - 2 * x + 0.25 + noise * chance)
            lowest = min(lowest, x)
        return lowest < -1.8

    assert not finds_the_deep_one(0)
    assert sum(finds_the_deep_one(4) for _ in range(40)) > 30


def test_15_the_same_batch_is_read_better_after_the_step(mnist_sample: Dataset) -> None:
    assert answers("seven_steps", "After the step (5)") == "lower"
    for seed in range(8):
        config = TrainConfig("linear", lr=0.5, batch_size=64, seed=seed, device="cpu")
        learner = Learner(some(mnist_sample, 2048), config, fast=False)
        xb, yb = next(iter(learner.batches))
        before = float(learner.gradients(xb, yb))
        learner.optimizer.step()
        with torch.no_grad():
            assert 0 < float(learner.loss(learner.model(xb), yb)) < before


def test_15_before_it_guesses_and_after_an_epoch_little_is_left_to_gain(show: Show) -> None:
    says("seven_steps", "the probabilities scatter around guessing")
    *_, plot = show("seven_steps", step=1)
    assert isinstance(plot, Plot)
    assert 0.4 < plot.curves[0].y.mean() < 0.6
    says("seven_steps", "After the first epoch there is little left to gain here")
    plot = show("seven_steps", step=6)[-2]
    assert isinstance(plot, Plot)
    before, first, *_, last = plot.curves[0].y
    assert last - first < 3 < 20 < first - before


def test_16_a_single_linear_layer_may_begin_at_zero(mnist_sample: Dataset) -> None:
    says("initial_weights", "A model of a single linear layer can start")
    for seed in range(8):
        config = TrainConfig("linear", init="zeros", lr=0.5, epochs=1, seed=seed)
        learner = Learner(mnist_sample, config)
        for _ in learner.fit(every=100):
            pass
        assert learner.validate()[1] > 0.95


def test_16_small_weights_are_spread_as_glorot_and_bengio_do(mnist_sample: Dataset) -> None:
    says("initial_weights", "such as Glorot and Bengio's")
    first, *_ = Learner(mnist_sample, TrainConfig()).model
    assert isinstance(first, nn.Linear)
    bound = (6 / (784 + 30)) ** 0.5
    assert 0.99 * bound < float(first.weight.detach().abs().max()) <= bound
    assert float(first.weight.detach().std()) == pytest.approx(bound / 3**0.5, rel=0.02)
    assert not first.bias.any()


def test_17_a_right_answer_that_hesitates_costs_too() -> None:
    says("loss", "right but hesitant costs something too")
    losses = [
        float(mnist_loss(torch.logit(torch.tensor([[p]])), torch.tensor([0])))
        for p in (0.4, 0.6, 0.9)
    ]
    assert losses == pytest.approx([0.6, 0.4, 0.1])
    of_seven = mnist_loss(torch.logit(torch.tensor([[0.3]])), torch.tensor([1]))
    assert float(of_seven) == pytest.approx(float(answers("loss", "predicted as 0.3")))


def test_18_too_long_steps_grow_and_too_short_ones_take_ages() -> None:
    says("too_high_rate", "is steeper, so the next step is longer still")

    def steps(lr: float, count: int) -> list[float]:
        weight = torch.tensor([1.0], requires_grad=True)
        found, optimizer = [1.0], SGD([weight], lr)
        for _ in range(count):
            optimizer.zero_grad()
            (weight**2).backward()
            optimizer.step()
            found.append(weight.item())
        return found

    long, good, short = (np.array(steps(lr, 20)) for lr in (1.1, 0.4, 0.0001))
    assert (np.diff(np.abs(np.diff(long))) > 0).all()
    assert (long[1:] * long[:-1] < 0).all()  # each lands on the other side
    assert not np.isfinite(steps(1.1, 1000)[-1])
    assert abs(good[-1]) < 1e-6
    assert short[-1] > 0.99
    assert answers("too_high_rate", "What helps first?") == "A lower learning rate"


def test_19_against_the_gradient_it_falls_fastest(few: Dataset) -> None:
    says("gradient", "against it, the loss falls fastest", "it has the shape of the weights")
    learner = Learner(few, TrainConfig("linear", device="cpu"), fast=False)
    xb, yb = learner.batches.x.float() / 255, learner.batches.y
    learner.gradients(xb, yb)
    weight = learner.optimizer.parameters[0]
    gradient, start = weight.grad, weight.detach().clone()
    assert gradient is not None
    assert gradient.shape == weight.shape
    generator = torch.Generator().manual_seed(0)
    ways = [-gradient, *torch.randn(100, 1, 784, generator=generator)]

    @torch.no_grad()
    def loss(way: torch.Tensor) -> float:
        weight.copy_(start + 0.01 * way / way.norm())
        return float(learner.loss(learner.model(xb), yb))

    losses = [loss(way) for way in ways]
    assert losses[0] == min(losses)


def test_20_a_name_used_twice() -> None:
    says("autograd", "In general it is 2w")
    for value in (-1.5, 0.0, 3.0):
        w = torch.tensor(value, requires_grad=True)
        (w * w).backward()
        assert float(w.grad) == 2 * value  # type: ignore[arg-type]
    assert answers("autograd", "What is the slope of w*w") == f"{w.grad:g}"


def test_22_the_sigmoid() -> None:
    x = torch.linspace(-8, 8, 1001, dtype=torch.float64, requires_grad=True)
    y = x.sigmoid()
    y.sum().backward()
    y, slope = y.detach(), x.grad
    assert slope is not None
    says(
        "sigmoid",
        "It always rises",
        "At 0 it is exactly 0.5",
        "It is steepest there, with the slope 0.25",
    )
    assert (y.diff() > 0).all()
    assert (float(y[500]), float(slope[500])) == (0.5, 0.25)
    assert slope.argmax() == 500
    assert slope[0] < 0.001
    says("sigmoid", f"sigmoid(0.3) is {torch.tensor(0.3).sigmoid():.3f}")
    assert answers("sigmoid", "gives the logit 0.3").startswith("A 3")
    says("sigmoid", "confidently wrong learns slowly with a loss that uses")
    slopes = []
    for loss in (mnist_loss, nn.functional.binary_cross_entropy_with_logits):
        logit = torch.tensor([[-8.0]], requires_grad=True)  # of a 3: sure, and wrong
        target = torch.tensor([0]) if loss is mnist_loss else torch.tensor([[1.0]])
        loss(logit, target).backward()
        slopes.append(abs(float(logit.grad)))  # type: ignore[arg-type]
    assert slopes[0] < 0.001 < 0.99 < slopes[1]


def test_23_loss_and_accuracy_may_both_rise() -> None:
    assert answers("loss_against_metric", "Is that possible?").startswith("Yes: more answers are")
    labels = torch.zeros(10, dtype=torch.long)
    before = torch.tensor([[2.0, 0]] * 6 + [[-0.1, 0]] * 3 + [[-4, 0]])
    after = torch.tensor([[2.0, 0]] * 6 + [[0.1, 0]] * 3 + [[-9, 0]])
    assert F.cross_entropy(after, labels) > F.cross_entropy(before, labels)
    right = [(logits.argmax(dim=1) == labels).float().mean() for logits in (before, after)]
    assert right == pytest.approx([0.6, 0.9])
    says("loss_against_metric", "a loss can fall while the accuracy stands still")
    surer = 2 * before[:9]
    assert F.cross_entropy(surer[:6], labels[:6]) < F.cross_entropy(before[:6], labels[:6])
    assert torch.equal(surer.argmax(dim=1), before[:9].argmax(dim=1))


def test_24_the_step() -> None:
    w = torch.tensor([0.5], requires_grad=True)
    w.grad = torch.tensor([-0.2])
    SGD([w], 0.1).step()
    assert w.item() == pytest.approx(float(answers("optimizer_step", "w is 0.5")))
    says("optimizer_step", "The change happens inside no_grad(), or through .data")
    with pytest.raises(RuntimeError, match="leaf"):
        w -= 0.1
    with torch.no_grad():
        w -= 0.1
    w.data -= 0.1
    says("optimizer_step", "steps that agree add up, those that contradict each other cancel out")
    moved = {}
    for name, signs in (("agree", (1, 1, 1, 1)), ("contradict", (1, -1, 1, -1))):
        weight = torch.tensor([0.0], requires_grad=True)
        optimizer = SGD([weight], 0.1, momentum=0.9)
        for sign in signs:
            weight.grad = torch.tensor([float(sign)])
            optimizer.step()
        moved[name] = abs(weight.item())
    assert moved["agree"] > 4 * 0.1 > moved["contradict"]


def test_25_and_27_torchs_own_dataloader_takes_a_list_of_pairs(mnist_sample: Dataset) -> None:
    batches = [len(rows) for rows in torch.arange(12_396).split(256)]
    assert answers("dataloader", "12,396 images") == str(len(batches))
    says("dataloader", f"a last one with the {batches[-1]} images that are left")
    assert len(Learner(mnist_sample, TrainConfig(batch_size=256)).batches) == len(batches)
    says("dataloader", "xb \nof shape (5, 784)".replace("\n", ""))
    images = torch.rand(12, 784)
    pairs = [*zip(images, range(12), strict=True)]
    loader = DataLoader(pairs, batch_size=5, shuffle=True)
    xb, yb = next(iter(loader))
    assert xb.shape == (5, 784)
    assert torch.equal(xb, images[yb])
    says("pairs", "no image ever loses its label", "something that has a")
    orders = [[int(y) for _, yb in loader for y in yb] for _ in range(2)]
    assert sorted(orders[0]) == sorted(orders[1]) == list(range(12))
    assert orders[0] != orders[1]
    assert [len(yb) for _, yb in loader] == [5, 5, 2]

    class Squares:
        def __len__(self) -> int:
            return 3

        def __getitem__(self, place: int) -> tuple[int, int]:
            return place, place**2

    (only,) = DataLoader(Squares(), batch_size=3)  # type: ignore[arg-type,var-annotated]
    assert [part.tolist() for part in only] == [[0, 1, 2], [0, 1, 4]]


def test_26_without_a_step_every_epoch_gives_the_same_loss(few: Dataset) -> None:
    assert answers("epoch_in_five_lines", "left out").endswith("no weight would ever change")
    learner = Learner(few, TrainConfig(batch_size=64, device="cpu"), fast=False)
    epochs = []
    for _ in range(2):
        losses = [float(learner.gradients(xb, yb)) * len(yb) for xb, yb in learner.batches]
        epochs.append(sum(losses) / len(few.train))
    assert epochs[0] == pytest.approx(epochs[1], rel=1e-5)
    says("epoch_in_five_lines", "number of steps in an epoch is the number of batches")
    trained = Learner(few, TrainConfig(batch_size=64, epochs=1))
    for _ in trained.fit():
        pass
    assert trained.step == len(learner.batches) == -(-len(few.train) // 64)


def test_27_pairs_and_zip() -> None:
    def pairs(numbers: list[int], letters: str) -> list[tuple[int, str]]:
        return list(zip(numbers, letters))  # noqa: B905  as the chapter has it

    says("pairs", f"it makes {pairs([1, 2, 3, 4], 'abcd')}", "two lines are enough")
    assert pairs([1, 2], "abcd") == [(1, "a"), (2, "b")]
    with pytest.raises(ValueError, match="longer"):
        list(zip([1, 2], "abcd", strict=True))


def test_27_images_shuffled_alone_are_trained_on_wrong_labels(mnist: Dataset) -> None:
    assert answers("pairs", "shuffle the images") == "It trains, but on wrong labels"
    labels = mnist.train.labels
    for seed in range(8):
        given = labels[np.random.default_rng(seed).permutation(len(labels))]
        assert (given != labels).mean() == pytest.approx(0.9, abs=0.02)


@pytest.fixture
def net() -> nn.Module:
    """Return the book's network, as torch draws it."""
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1))


def gradient(net: nn.Module) -> torch.Tensor:
    return torch.cat([p.grad.flatten() for p in net.parameters() if p.grad is not None])


def test_31_and_32_backward_adds(net: nn.Module) -> None:
    xb, yb = torch.rand(64, 784), torch.rand(64, 1)

    def backward(rows: slice) -> None:
        F.mse_loss(net(xb[rows]), yb[rows], reduction="sum").backward()

    each = []
    for rows in (slice(0, 32), slice(32, 64)):
        net.zero_grad()
        backward(rows)
        each.append(gradient(net))
    backward(slice(0, 32))
    assert answers("backward", "for two batches") == "The sum of both gradients"
    assert torch.allclose(gradient(net), each[0] + each[1], atol=1e-5)
    net.zero_grad()
    backward(slice(0, 64))
    says("zero_grad", "several small batches can deliberately be combined into one big one")
    assert torch.allclose(gradient(net), each[0] + each[1], atol=1e-5)
    net.zero_grad()
    for _ in range(3):
        backward(slice(0, 32))
    assert answers("zero_grad", "called three times") == "Three times the gradient"
    assert torch.allclose(gradient(net), 3 * each[0], atol=1e-4)


@pytest.mark.parametrize("when", ["before backward", "after step"])
def test_32_both_places_of_zero_grad_are_right(few: Dataset, when: str) -> None:
    says("zero_grad", "before backward() or after step(), both are")
    weights = []
    for place in ("before backward", when):
        torch.manual_seed(1)
        model = nn.Linear(784, 1)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        for rows in torch.arange(320).split(32):
            xb = torch.tensor(few.train.images[rows]).flatten(1) / 255
            if place == "before backward":
                optimizer.zero_grad()
            mnist_loss(model(xb), torch.tensor(few.train.labels[rows])).backward()
            optimizer.step()
            if place == "after step":
                optimizer.zero_grad()
        weights.append(model.weight.detach().clone())
    assert torch.equal(*weights)


def test_34_cleared_before_the_step_there_is_nothing_to_step_along(net: nn.Module) -> None:
    assert answers("training_loop", "In which order").startswith("loss.backward(), opt.step()")
    before = [p.detach().clone() for p in net.parameters()]
    optimizer = SGD([*net.parameters()], 0.1)
    net(torch.rand(8, 784)).mean().backward()
    optimizer.zero_grad()
    optimizer.step()
    assert all(torch.equal(a, b) for a, b in zip(before, net.parameters(), strict=True))
