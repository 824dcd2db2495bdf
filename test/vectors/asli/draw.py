"""Inputs that look random and are the same on every run."""

import hashlib


class Draw:
    """Integers from SHA-256 of a label and a counter."""

    def __init__(self, label):
        self.label, self.count = label.encode(), 0

    def bytes(self, size=32):
        self.count += 1
        return hashlib.sha256(self.label + self.count.to_bytes(8, "big")).digest()[:size]

    def below(self, limit):
        return int.from_bytes(self.bytes(16), "big") % limit

    def pick(self, values):
        return values[self.below(len(values))]


def random_ranked(draw, size, spread):
    """Ranked candidates whose q falls off at random; equal q now and then."""
    ids = []
    while len(ids) < size:
        token = draw.below(49152)
        if token not in ids:
            ids.append(token)
    depths = sorted(draw.below(spread + 1) for _ in range(size))
    ranked = [(token, depths[0] - depth) for token, depth in zip(ids, depths)]
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))


def listed(ranked):
    return {"ids": [token for token, _ in ranked], "q": [q for _, q in ranked]}
