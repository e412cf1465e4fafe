"""Times single predictions of the starter that reads ten digits, 28x28 bytes to probabilities.

usage: prediction_latency in-a-row|idle|training

idle: a moment between two, in which the processor may turn to other things, as while a hand draws;
training: the same, and another thread trains the book's network all the while
"""

import sys
import threading
import time
from itertools import islice

from benchmarks.contender import Result, serve
from engine import Classifier, Learner, TrainConfig, load_dataset

PREDICTIONS = 2000
PAUSE_S = 0.001 if sys.argv[1] != "in-a-row" else 0

images = load_dataset("mnist").valid.images[:500]
classifier = Classifier.starter("mnist")


def time_predictions(seed: int) -> Result:
    """Ask for one image after another; return the milliseconds of each answer, sorted."""
    times_ms = []
    for number in range(PREDICTIONS):
        image = images[(seed * PREDICTIONS + number) % len(images)]
        start = time.perf_counter()
        classifier.predict(image)
        times_ms.append(1000 * (time.perf_counter() - start))
        if PAUSE_S:
            time.sleep(PAUSE_S)
    return {"milliseconds": sorted(times_ms)}


def time_predictions_while_training(seed: int) -> Result:
    """The same, with a learner at work in another thread of this process all the while."""
    learner = Learner(load_dataset("mnist_sample"), TrainConfig(epochs=100_000, seed=seed))
    stopped = threading.Event()

    def train() -> None:
        for _ in learner.fit():
            if stopped.is_set():
                return

    thread = threading.Thread(target=train)
    thread.start()
    try:
        return time_predictions(seed)
    finally:
        stopped.set()
        thread.join()


for image in islice(images, 100):
    classifier.predict(image)
measure = time_predictions_while_training if sys.argv[1] == "training" else time_predictions
serve(measure, one_thread=False)
