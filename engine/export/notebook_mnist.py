"""The lines of a notebook that read bundled data: the program's own files, or MNIST fetched."""

import assets
from engine.data import bundled

READ_IDX = """\
def read_idx(path):
    data = path.read_bytes()
    if data[:2] == b"\\x1f\\x8b":
        data = gzip.decompress(data)
    sizes = np.frombuffer(data, ">u4", data[3], offset=4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes)"""

READ_MNIST = """\
train_x = read_idx(mnist_file("train-images-idx3-ubyte.gz"))
train_y = read_idx(mnist_file("train-labels-idx1-ubyte.gz"))
valid_x = read_idx(mnist_file("t10k-images-idx3-ubyte.gz"))
valid_y = read_idx(mnist_file("t10k-labels-idx1-ubyte.gz"))"""

_MNIST_FILE = """\
def mnist_file(name):
    path = Path({folder!r}) / name  # where Inkgrad has it
    if not path.exists():
        path = Path(name)
    if not path.exists():
        urllib.request.urlretrieve("https://ossci-datasets.s3.amazonaws.com/mnist/" + name, name)
    return path"""


_PENS_FILE = """\
def pens_file(name):
    path = Path({folder!r}) / name  # where Inkgrad has it
    return path if path.exists() else Path(name)"""

READ_PENS = """\
train_x = read_idx(pens_file("train-images-idx3-ubyte.gz"))
train_y = read_idx(pens_file("train-labels-idx1-ubyte.gz"))
valid_x = read_idx(pens_file("valid-images-idx3-ubyte.gz"))
valid_y = read_idx(pens_file("valid-labels-idx1-ubyte.gz"))"""

PENS_AMONG_MNIST = f"""
pens_x = read_idx(pens_file("train-images-idx3-ubyte.gz"))
pens_y = read_idx(pens_file("train-labels-idx1-ubyte.gz"))
train_x = np.concatenate([train_x, *[pens_x] * {bundled.PENS_AMONG_MNIST}])
train_y = np.concatenate([train_y, *[pens_y] * {bundled.PENS_AMONG_MNIST}])
valid_x = np.concatenate([valid_x, read_idx(pens_file("valid-images-idx3-ubyte.gz"))])
valid_y = np.concatenate([valid_y, read_idx(pens_file("valid-labels-idx1-ubyte.gz"))])"""


def pens_reader() -> str:
    """Return the function `pens_file`, which finds a file of the pen strokes."""
    return _PENS_FILE.format(folder=str(assets.path("pens")))


def mnist_reader() -> str:
    """Return the functions `read_idx`, which reads a file, and `mnist_file`, which finds it."""
    return f"{READ_IDX}\n\n\n{_MNIST_FILE.format(folder=str(assets.path('mnist')))}"
