"""Cases for streams: requests, the chain of chunks, and what differs from a result."""

import struct

import reference as asli
from draw import Draw

CHUNKS = [
    {"token_ids": [], "text": "", "finish_reason": 0},
    {"token_ids": [1, 2**32 - 1], "text": "Gr\u00fc\u00df \U0001f600", "finish_reason": 0},
    {"token_ids": [0], "text": "\n", "finish_reason": 3},
]


def name(prefix, case):
    head = prefix + asli.field(case["chain_id"].encode()) + bytes.fromhex(case["task_hash"])
    head += asli.u64(case["calculation"]) + asli.u64(case["attempt"])
    return head + bytes.fromhex(case["node"])


def chunk_head(before, chunk):
    ids = b"".join(struct.pack("<I", one) for one in chunk["token_ids"])
    preimage = b"aegis/stream-chunk/v1" + before + asli.field(ids)
    preimage += asli.field(chunk["text"].encode()) + asli.u64(chunk["finish_reason"])
    return asli.sha256(preimage)


def streams():
    draw = Draw("streams")
    found = {"request": [], "chain": []}
    for calculation, attempt, expires in [(0, 0, 0), (15, 2, 1_750_000_000_000)]:
        case = {
            "chain_id": "aegis-local-1",
            "task_hash": draw.bytes(32).hex(),
            "calculation": calculation,
            "attempt": attempt,
            "node": draw.bytes(20).hex(),
        }
        request = name(b"aegis/stream-request/v1", case) + asli.u64(expires)
        out = asli.sha256(request).hex()
        found["request"].append({**case, "expires_ms": expires, "out": out})
        head = asli.sha256(name(b"aegis/stream/v1", case))
        heads = [head.hex()]
        for chunk in CHUNKS:
            head = chunk_head(head, chunk)
            heads.append(head.hex())
        found["chain"].append({**case, "chunks": CHUNKS, "out": heads})
    return found
