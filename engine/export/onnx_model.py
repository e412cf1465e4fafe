"""A model as ONNX, written out node by node: what `classifier` computes, for other programs.

torch's own exporter isn't used. It brings a compiler along that the program otherwise leaves out,
and what makes a model useful elsewhere - bytes in, calibrated probabilities out, the classes'
names - it would not write. The package onnx is an extra: import this module only to export.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from engine import options
from engine.augment import SIDE
from engine.errors import ModelFileError
from engine.files import write_whole
from engine.inference.checkpoint import ModelCard
from engine.inference.classifier import Classifier
from engine.inference.second_look import view_grids
from engine.models import ACTIVATIONS, output_count
from engine.version import program_version
from engine.words.message import reason

OPSET, IR_VERSION = 17, 8  # of 2022: every onnxruntime since 1.12 reads them

_FUNCTIONS: dict[type[nn.Module], str] = {
    ACTIVATIONS[name]: option.onnx for name, option in options.ACTIVATIONS.items()
}


def export_onnx(classifier: Classifier, path: Path) -> None:
    """Write the classifier as an ONNX file, whole or not at all.

    Input: `images` uint8 (N, 28, 28), 0 paper to 255 ink. Outputs: `probabilities` float32 (N, C),
    and `strangeness` float32 (N,) of a model that learned what is no digit. The metadata hold
    `classes` (JSON) and `card` (JSON, with `refuse_above`). Raises ModelFileError where a layer is
    unknown or the file can't be written.
    """
    content = onnx_model(classifier).SerializeToString()
    try:
        write_whole(path, content)
    except OSError as error:
        raise ModelFileError("model_unwritten", file=path, reason=reason(error)) from error


def onnx_model(classifier: Classifier) -> onnx.ModelProto:
    """Return what `export_onnx` writes, checked by ONNX's own rules."""
    card = classifier.card
    graph = _Graph()
    logits = _logits(graph, classifier)
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            card.config.model,
            [helper.make_tensor_value_info("images", TensorProto.UINT8, ["N", 28, 28])],
            _outputs(graph, logits, card),
            graph.arrays,
        ),
        producer_name="inkgrad",
        producer_version=program_version(),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    notes = {"classes": json.dumps(card.classes), "card": json.dumps(asdict(card))}
    helper.set_model_props(model, notes)
    onnx.checker.check_model(model, full_check=True)
    return model


class _Graph:
    """Nodes in the order of computation, and the constants that they read."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: list[onnx.TensorProto] = []

    def add(self, operator: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        """Append a node and return the name of its output."""
        output = output or f"value{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def constant(self, value: Tensor | NDArray[Any]) -> str:
        """Keep an array in the file and return its name."""
        name = f"constant{len(self.arrays)}"
        if isinstance(value, Tensor):
            value = value.detach().cpu().contiguous().numpy()
        self.arrays.append(numpy_helper.from_array(value, name))
        return name

    def number(self, value: float) -> str:
        """Keep one float32."""
        return self.constant(np.array(value, np.float32))

    def integers(self, *values: int) -> str:
        """Keep a row of int64: a shape or indices."""
        return self.constant(np.array(values, np.int64))


def _pixels(graph: _Graph) -> str:
    """Bytes (N, 28, 28) -> floats (N, 784), 0 to 1."""
    flat = graph.add("Reshape", "images", graph.integers(0, 28 * 28))
    floats = graph.add("Cast", flat, to=TensorProto.FLOAT)
    return graph.add("Div", floats, graph.number(255))


def _logits(graph: _Graph, classifier: Classifier) -> str:
    """Append the model, and a second look at what it isn't sure of, if its card asks for one.

    A graph can't leave out what it doesn't need: here all images are looked at in all views.
    """
    card, x = classifier.card, _pixels(graph)
    if card.look_again_below is None:
        return _tempered(graph, _layer(graph, classifier.model, x), card)
    views = _tempered(graph, _layer(graph, classifier.model, _views(graph, x)), card)
    count = graph.integers(1 + len(view_grids()), -1, output_count(card.config, card.outputs))
    views = graph.add("Reshape", views, count)
    first = graph.add("Gather", views, graph.constant(np.array(0)), axis=0)
    surest = graph.add("ReduceMax", _shares(graph, first, card), axes=[1], keepdims=1)
    unsure = graph.add("Less", surest, graph.number(card.look_again_below))
    mean = graph.add("ReduceMean", views, axes=[0], keepdims=0)
    return graph.add("Where", unsure, mean, first)


def _tempered(graph: _Graph, logits: str, card: ModelCard) -> str:
    return graph.add("Div", logits, graph.number(card.temperature))


def _views(graph: _Graph, x: str) -> str:
    """Append images (N, 784) as they are and as `second_look` has them: (views x N, 784)."""
    grids = view_grids()
    images = graph.add("Reshape", x, graph.integers(0, SIDE, SIDE))
    images = graph.add("Unsqueeze", images, graph.integers(0))
    many = graph.add("Expand", images, graph.integers(len(grids), 1, 1, 1))
    others = graph.add("GridSample", many, graph.constant(grids), mode="bilinear")
    return graph.add("Flatten", graph.add("Concat", images, others, axis=0), axis=2)


def _layer(graph: _Graph, layer: nn.Module, x: str) -> str:
    """Append a layer that reads `x`, and return what it gives."""
    match layer:
        case nn.Sequential():
            for part in layer:
                x = _layer(graph, part, x)
            return x
        case nn.Linear():
            return graph.add("Gemm", x, *_weights(graph, layer), transB=1)
        case nn.Conv2d():
            return graph.add("Conv", x, *_weights(graph, layer), **_conv(layer))
        case nn.MaxPool2d():
            return graph.add("MaxPool", x, **_window(layer))
        case nn.Flatten(start_dim=1, end_dim=-1):
            return graph.add("Flatten", x, axis=1)
        case nn.Unflatten(dim=1):
            return graph.add("Reshape", x, graph.integers(0, *layer.unflattened_size))
    if type(layer) not in _FUNCTIONS:
        raise ModelFileError("no_onnx_layer", layer=str(layer))
    return graph.add(_FUNCTIONS[type(layer)], x)


def _weights(graph: _Graph, layer: nn.Linear | nn.Conv2d) -> list[str]:
    parameters = [layer.weight] if layer.bias is None else [layer.weight, layer.bias]
    return [graph.constant(parameter) for parameter in parameters]


def _conv(layer: nn.Conv2d) -> dict[str, Any]:
    return {
        "kernel_shape": layer.kernel_size,
        "strides": layer.stride,
        "pads": _pads(layer.padding),
        "dilations": layer.dilation,
        "group": layer.groups,
    }


def _window(layer: nn.MaxPool2d) -> dict[str, Any]:
    return {
        "kernel_shape": _pair(layer.kernel_size),
        "strides": _pair(layer.stride),
        "pads": _pads(layer.padding),
        "ceil_mode": int(layer.ceil_mode),
    }


def _pads(padding: Any) -> tuple[int, ...]:
    return _pair(padding) * 2  # at the beginning of both sides, then at the end


def _pair(size: Any) -> tuple[int, ...]:
    return tuple(size) if isinstance(size, tuple) else (size, size)


def _outputs(graph: _Graph, logits: str, card: ModelCard) -> list[onnx.ValueInfoProto]:
    """Append what `Classifier` makes of tempered logits, and describe what comes out."""
    n = len(card.classes)
    outputs = [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["N", n])]
    if card.refuse_above is not None:  # the last logit stands for "no digit"
        shares = graph.add("Softmax", logits, axis=1)
        graph.add("Gather", shares, graph.constant(np.array(n)), axis=1, output="strangeness")
        outputs.append(helper.make_tensor_value_info("strangeness", TensorProto.FLOAT, ["N"]))
        start, end, axis = graph.integers(0), graph.integers(n), graph.integers(1)
        logits = graph.add("Slice", logits, start, end, axis)
    _shares(graph, logits, card, output="probabilities")
    return outputs


def _shares(graph: _Graph, logits: str, card: ModelCard, output: str = "") -> str:
    """Append what turns logits into shares that add up to 1."""
    if output_count(card.config, card.outputs) > 1:
        return graph.add("Softmax", logits, axis=1, output=output)
    p = graph.add("Sigmoid", logits)  # the probability of the first of two
    return graph.add("Concat", p, graph.add("Sub", graph.number(1), p), axis=1, output=output)
