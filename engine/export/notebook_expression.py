"""The lines of a notebook that work out a typed expression, one sign at a time, with torch."""

from collections.abc import Callable, Mapping
from itertools import count

from engine.lessons.autograd import parts_of
from engine.lessons.controls import Values
from engine.lessons.expressions import Operation, Part
from engine.lessons.lab import Lab

_TAKEN = ("F", "nn", "np", "part", "parts", "name", "plt", "result", "tensor", "torch")
_SIGNS = {"+": "+", "−": "-", "×": "*", "÷": "/", "**": "**"}
_KEPT = """\
for part in parts.values():
    if part.requires_grad:
        part.retain_grad()
result = {result}"""


def leaves(lab: Lab, values: Values) -> str:
    """Return a line for each name and number in the expression. Raises InkgradError."""
    parts = parts_of(lab, values)
    if not any(part.is_named for part in parts):
        raise lab.refusal("no_names")
    lines, listed = [], []
    for part, name in zip(parts, _names(parts), strict=True):
        if part.operation is None:
            asked = ", requires_grad=True" * part.is_named
            lines.append(f"{name} = tensor({part.value!r}, dtype=torch.double{asked})")
            listed.append(f"{(part.name if part.is_named else name)!r}: {name}")
    return "\n".join([*lines, f"parts = {{{', '.join(listed)}}}"])


def operations(lab: Lab, values: Values) -> str:
    """Return two lines for each sign and function in the order of the work."""
    parts = parts_of(lab, values)
    names = _names(parts)
    lines: list[str] = []
    for part, name in zip(parts, names, strict=True):
        if part.operation is not None:
            line = f"{name} = {_result(part.operation, [names[at] for at in part.inputs])}"
            lines += [line, f"parts[{line!r}] = {name}"]
    return "\n".join([*lines, _KEPT.format(result=names[-1])])


def _names(parts: list[Part]) -> list[str]:
    """Return what each part is called: by its name, unless the notebook calls others so."""
    steps, numbers = count(1), count(1)
    found = []
    for part in parts:
        if part.operation:
            found.append(f"step_{next(steps)}")
        elif part.is_named:
            taken = part.name in _TAKEN or part.name.startswith(("step_", "number_"))
            found.append(f"{part.name}_" if taken else part.name)
        else:
            found.append(f"number_{next(numbers)}")
    return found


def _result(operation: Operation, inputs: list[str]) -> str:
    sign = _SIGNS.get(operation.sign)
    if sign is None:
        library = "F" if operation.sign == "relu" else "torch"
        return f"{library}.{operation.sign}({inputs[0]})"
    return f"{sign}{inputs[0]}" if len(inputs) == 1 else f"{inputs[0]} {sign} {inputs[1]}"


EXPRESSION: Mapping[str, Callable[[Lab, Values], str]] = {
    "leaves": leaves,
    "operations": operations,
}
