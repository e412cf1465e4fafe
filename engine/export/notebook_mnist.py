"""The lines of a notebook that read MNIST: from the program's own files, or fetched."""

import assets

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


def mnist_reader() -> str:
    """Return the functions `read_idx`, which reads a file, and `mnist_file`, which finds it."""
    return f"{READ_IDX}\n\n\n{_MNIST_FILE.format(folder=str(assets.path('mnist')))}"
