"""`inkgrad_training` as on a processor that has no instructions for bfloat16; the same usage.

torch knows of none there, so float32 is what the program computes with.
"""

import runpy

import torch


def _none() -> dict[str, object]:
    return {}


torch.cpu.get_capabilities = _none
runpy.run_module("benchmarks.contenders.inkgrad_training")
