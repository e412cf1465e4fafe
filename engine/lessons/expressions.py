"""Small expressions that are typed in, as graphs: parsed, worked out, and differentiated.

Nothing that is typed is ever evaluated by Python: `ast` only takes it apart, and each part is
looked up here. What can't be read raises InkgradError in the lesson's own words: `bad_expression`,
`bad_values`, `bad_result`, `no_value`, `too_long`.
"""

import ast
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.lessons.lab import Lab

_LONGEST = 80  # characters
_MOST = 24  # nodes
_LARGEST = 1e6
_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}")  # it may be a thousand
_VALUE = re.compile(
    r"([a-z_]\w{0,9})\s*=\s*([-+]?(?:[0-9]{1,6}(?:[.,][0-9]{0,6})?|[.,][0-9]{1,6})(?:e[-+]?[0-9])?)",
    re.IGNORECASE,
)

Pair = tuple[float, ...]


@dataclass(frozen=True)
class Operation:
    """What a node does: its value, and how fast that grows with each of its inputs."""

    sign: str
    value: Callable[..., float]
    slopes: Callable[..., Pair]  # of the inputs, then the value
    torch: Callable[..., Tensor]


@dataclass
class Part:
    """A node of the computation; `inputs` are the places of the parts it comes from."""

    name: str
    value: float
    inputs: tuple[int, ...] = ()
    operation: Operation | None = None
    is_named: bool = False  # whether it is a name with a value: what one asks the gradient of
    gradient: float = 0.0


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


_BINARY: dict[type[ast.operator], Operation] = {
    ast.Add: Operation("+", lambda a, b: a + b, lambda a, b, v: (1.0, 1.0), torch.add),
    ast.Sub: Operation("−", lambda a, b: a - b, lambda a, b, v: (1.0, -1.0), torch.sub),
    ast.Mult: Operation("×", lambda a, b: a * b, lambda a, b, v: (b, a), torch.mul),
    ast.Div: Operation("÷", lambda a, b: a / b, lambda a, b, v: (1 / b, -v / b), torch.div),
    ast.Pow: Operation("**", math.pow, lambda a, b, v: _power_slopes(a, b, v), torch.pow),
}
_MINUS = Operation("−", lambda a: -a, lambda a, v: (-1.0,), torch.neg)
_FUNCTIONS = {
    "relu": Operation(
        "relu", lambda a: max(a, 0.0), lambda a, v: (float(a > 0),), torch.nn.functional.relu
    ),
    "sigmoid": Operation("sigmoid", _sigmoid, lambda a, v: (v * (1 - v),), torch.sigmoid),
    "tanh": Operation("tanh", math.tanh, lambda a, v: (1 - v * v,), torch.tanh),
    "exp": Operation("exp", math.exp, lambda a, v: (v,), torch.exp),
    "log": Operation("log", math.log, lambda a, v: (1 / a,), torch.log),
}


def read_values(lab: Lab, typed: str) -> dict[str, float]:
    """Read "w = 1.5, x = -2"; a comma before a digit is a decimal one. Raises InkgradError.

    Where the language doesn't write it so, 1,000 may be meant as a thousand: it is refused.
    """
    values = {}
    parts = re.split(r"[,;](?!\d)", typed.replace("−", "-"))
    for part in filter(None, (part.strip() for part in parts)):
        match = _VALUE.fullmatch(part)
        value = float(match[2].replace(",", ".")) if match else math.inf
        if (
            match is None
            or match[1] in _FUNCTIONS
            or abs(value) >= _LARGEST
            or (lab.numbers.point != "," and _GROUPED.fullmatch(match[2]))
        ):
            raise lab.refusal("bad_values", typed=part)
        values[match[1]] = value
    return values


def read_expression(lab: Lab, typed: str, values: Mapping[str, float]) -> list[Part]:
    """Return the parts of an expression in the order of their work; the last is the result.

    Equal names are one part. Raises InkgradError.
    """
    if len(typed) > _LONGEST:
        raise lab.refusal("too_long")
    try:
        tree = ast.parse(typed.strip().replace("−", "-"), mode="eval")
        parts = _Reader(lab, values).read(tree.body)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        raise lab.refusal("bad_expression", typed=typed) from None
    if len(parts) > _MOST:
        raise lab.refusal("too_long")
    return parts


def differentiate(parts: list[Part]) -> None:
    """Fill every part's gradient: backward from the result, by the chain rule."""
    parts[-1].gradient = 1.0
    for part in reversed(parts):
        if part.operation:
            inputs = [parts[at] for at in part.inputs]
            slopes = part.operation.slopes(*(i.value for i in inputs), part.value)
            for source, slope in zip(inputs, slopes, strict=True):
                source.gradient += slope * part.gradient  # added: a part may be used twice


def torch_gradients(parts: list[Part]) -> dict[str, float]:
    """Return what torch.autograd says of the same parts: name -> gradient."""
    tensors: list[Tensor] = []
    for part in parts:
        if part.operation:
            tensors.append(part.operation.torch(*(tensors[at] for at in part.inputs)))
        else:
            leaf = torch.tensor(part.value, dtype=torch.float64, requires_grad=part.is_named)
            tensors.append(leaf)
    if tensors[-1].requires_grad:
        tensors[-1].backward()
    return {
        part.name: 0.0 if tensor.grad is None else float(tensor.grad)
        for part, tensor in zip(parts, tensors, strict=True)
        if part.is_named
    }


class _Reader:
    """Walks through a tree once and lists its parts."""

    def __init__(self, lab: Lab, values: Mapping[str, float]) -> None:
        self.lab = lab
        self.values = values
        self.parts: list[Part] = []
        self.places: dict[str, int] = {}

    def read(self, tree: ast.expr) -> list[Part]:
        self._visit(tree)
        return self.parts

    def _visit(self, node: ast.expr) -> int:
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                return self._add(Part(f"{value:g}", self._checked(float(value))))
            case ast.Name(id=name):
                return self._name(name)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
                return self._apply(_BINARY[type(op)], left, right)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self._apply(_MINUS, operand)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self._visit(operand)
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if (
                name in _FUNCTIONS
            ):
                return self._apply(_FUNCTIONS[name], argument)
        raise ValueError("not one of the signs and functions")

    def _name(self, name: str) -> int:
        if name not in self.places:
            if name not in self.values:
                raise self.lab.refusal("no_value", name=name)
            self.places[name] = self._add(Part(name, self.values[name], is_named=True))
        return self.places[name]

    def _apply(self, operation: Operation, *arguments: ast.expr) -> int:
        places = tuple(self._visit(argument) for argument in arguments)
        values = [self.parts[at].value for at in places]
        try:
            if operation.sign == "**" and self.parts[places[1]].inputs and values[0] <= 0:
                raise ArithmeticError  # its slope by the exponent is no number
            value = self._checked(float(operation.value(*values)))
            for slope in operation.slopes(*values, value):
                self._checked(slope)
        except (ArithmeticError, ValueError):
            raise self.lab.refusal("bad_result", sign=operation.sign) from None
        return self._add(Part(operation.sign, value, places, operation))

    def _checked(self, value: float) -> float:
        if not abs(value) <= _LARGEST:
            raise ArithmeticError
        return value

    def _add(self, part: Part) -> int:
        self.parts.append(part)
        return len(self.parts) - 1


def _power_slopes(base: float, exponent: float, value: float) -> Pair:
    return (
        exponent * math.pow(base, exponent - 1) if exponent else 0.0,
        value * math.log(base) if base > 0 else 0.0,
    )
