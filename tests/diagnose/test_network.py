"""The sums as the diagnosis finds them are the sums that the model lists."""

from random import Random

import pytest
from adversarial import draw
from tables import appendix

from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.model.sections import opened
from sxtdbv_cli.model.sums import Kind, promised


@pytest.mark.parametrize("nested", [False, True])
def test_every_promised_sum_is_found_from_its_key_and_from_its_cells(nested: bool) -> None:
    plans = [draw(Random(seed), nested=nested)[0] for seed in range(80)]
    for plan in [*plans, appendix()]:
        network = Network(opened(plan))
        listed = [sum_ for sum_ in promised(plan) if sum_.kind is not Kind.DECLARED or plan.source.complete]
        keys = [network.key(sum_) for sum_ in listed]
        assert len(set(keys)) == len(keys)
        for sum_, key in zip(listed, keys, strict=True):
            weights = {sum_.whole: 1, **dict.fromkeys(sum_.plus, -1), **dict.fromkeys(sum_.minus, 1)}
            if len(weights) == 1:
                continue  # a whole without parts promises nothing
            assert dict(network.terms(key)) == weights
            for cell, weight in weights.items():
                assert (key, weight) in network.sums_of(cell)
