"""Streams: requests, heads, signatures, and which streams are those of a result."""

import hashlib
import hmac

from reference import field, sha256, u64

PRIME = 2**256 - 2**32 - 977
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
BASE = (
    0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
    0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
)


def add(a, b):
    """Sum of two points of secp256k1; None is the point at infinity."""
    if a is None or b is None:
        return b if a is None else a
    if a[0] == b[0] and (a[1] + b[1]) % PRIME == 0:
        return None
    if a == b:
        slope = 3 * a[0] * a[0] * pow(2 * a[1], -1, PRIME) % PRIME
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, PRIME) % PRIME
    x = (slope * slope - a[0] - b[0]) % PRIME
    return x, (slope * (a[0] - x) - a[1]) % PRIME


def multiply(scalar, point):
    total = None
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def public_key(secret):
    x, y = multiply(secret, BASE)
    return bytes([2 + y % 2]) + x.to_bytes(32, "big")


def nonce(secret, digest):
    """RFC 6979 with SHA-256; its first candidate, which practically always does."""
    seed = secret.to_bytes(32, "big") + (int.from_bytes(digest, "big") % ORDER).to_bytes(32, "big")
    key, value = bytes(32), b"\x01" * 32
    for separator in (b"\x00", b"\x01"):
        key = hmac.new(key, value + separator + seed, hashlib.sha256).digest()
        value = hmac.new(key, value, hashlib.sha256).digest()
    return int.from_bytes(hmac.new(key, value, hashlib.sha256).digest(), "big")


def sign(secret, digest):
    k = nonce(secret, digest)
    r = multiply(k, BASE)[0] % ORDER
    s = pow(k, -1, ORDER) * (int.from_bytes(digest, "big") + r * secret) % ORDER
    return r.to_bytes(32, "big") + min(s, ORDER - s).to_bytes(32, "big")


def name(chain_id, task_hash, calculation, attempt, node):
    return field(chain_id.encode()) + task_hash + u64(calculation) + u64(attempt) + node


def next_head(head, chunk):
    ids = b"".join(token.to_bytes(4, "little") for token in chunk["token_ids"])
    text = field(chunk["text"].encode())
    preimage = b"aegis/stream-chunk/v1" + head + field(ids) + text + u64(chunk["finish_reason"])
    return sha256(preimage)


def chunk(token_ids, text, finish_reason=0):
    return {"token_ids": token_ids, "text": text, "finish_reason": finish_reason}


WHOLE = [chunk([5, 2**32 - 1], "Fo"), chunk([7], ""), chunk([0, 2], "ur \U0001f994.", 1)]


def streams():
    cases = []
    places = [(WHOLE, 0, 0), (WHOLE[:1], 15, 3), ([], 0, 1)]
    for at, (chunks, calculation, attempt) in enumerate(places):
        secret = int.from_bytes(sha256(b"stream %d" % at), "big") % ORDER
        task_hash, node = sha256(b"task %d" % at), sha256(b"node %d" % at)[:20]
        named = name("aegis-%d" % at, task_hash, calculation, attempt, node)
        expires = 1_800_000_000_000 + at
        request = sha256(b"aegis/stream-request/v1" + named + u64(expires))
        heads = [sha256(b"aegis/stream/v1" + named)]
        for one in chunks:
            heads.append(next_head(heads[-1], one))
        cases.append(
            {
                "chain_id": "aegis-%d" % at,
                "task_hash": task_hash.hex(),
                "calculation": calculation,
                "attempt": attempt,
                "node": node.hex(),
                "expires_ms": expires,
                "chunks": chunks,
                "heads": [head.hex() for head in heads],
                "request": request.hex(),
                "secret": secret.to_bytes(32, "big").hex(),
                "public_key": public_key(secret).hex(),
                "signature": sign(secret, heads[-1]).hex(),
                "request_signature": sign(secret, request).hex(),
            }
        )
    return cases


def stream():
    result = chunk([5, 2**32 - 1, 7, 0, 2], "Four \U0001f994.", 1)
    faults = [
        (WHOLE, None),
        (WHOLE[:2], None),
        ([], None),
        ([result], None),
        ([chunk([6], "")], "tokens"),
        ([chunk([5], "fo")], "text"),
        ([chunk([5], "Fo", 1)], "incomplete"),
        ([chunk(result["token_ids"], "Four", 1)], "incomplete"),
        ([chunk(result["token_ids"], result["text"], 3)], "finish_reason"),
        ([result, chunk([], "", 1)], "after_end"),
        ([result, chunk([9], "")], "after_end"),
    ]
    compared = [{"chunks": chunks, "result": result, "out": out} for chunks, out in faults]
    return {"streams": streams(), "faults": compared}
