"""Every sentence of the engine by its code; they stand in the modules beside this one."""

from engine.words.commands import COMMANDS
from engine.words.data import DATA
from engine.words.datasets import DATASETS
from engine.words.images import IMAGES
from engine.words.lessons import LESSONS
from engine.words.models import MODELS
from engine.words.pythons import PYTHONS
from engine.words.runs import RUNS
from engine.words.system import SYSTEM
from engine.words.training import TRAINING

TABLE = COMMANDS | DATA | DATASETS | IMAGES | LESSONS | MODELS | PYTHONS | RUNS | SYSTEM | TRAINING
