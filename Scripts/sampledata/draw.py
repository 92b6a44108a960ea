"""Repeatable numbers: noise from a hash, and exact apportionment.

Only + - * / are used on floating point numbers, so every machine gives the same digits.
"""

import hashlib


def noise(*key) -> float:
    """A number in [-1, 1) that depends on nothing but the key."""
    digest = hashlib.sha256("|".join(map(str, ("mine-illustrative", *key))).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**47 - 1


def apportion(total: int, weights: list[float]) -> list[int]:
    """Whole numbers in proportion to the weights whose sum is exactly `total` (largest remainder)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(value) for value in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: (parts[i] - exact[i], i))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts
