"""Cases for numbers, hashes, noise and ranking."""

import math
import struct
from decimal import Decimal, getcontext

import reference as asli
from draw import Draw

getcontext().prec = 50


def float32(value):
    return struct.unpack("<f", struct.pack("<f", value))[0]


def float32_hex(value):
    return struct.pack(">f", value).hex()


def numbers():
    draw = Draw("numbers")
    edges = [0, 1, 2, 3, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**63]
    edges += [(15 << 60) - 1, 15 << 60, (15 << 60) + 1, 2**64 - 2**32, 2**64 - 2**31]
    edges += [2**64 - 2**31 - 1, 2**64 - 2**31 + 1, 2**64 - 3, 2**64 - 2, 2**64 - 1]
    shifted = [int.from_bytes(draw.bytes(8), "big") >> bits for bits in range(64)]
    uniforms = edges + shifted + [2**64 - 1 - h for h in shifted]
    for h in uniforms:
        exact = -(-(Decimal(2 * h + 1) / 2**65).ln()).ln() * 65536
        assert abs(asli.gumbel(h) - exact) < 1, "the specification promises less than one unit"
    depths = [0, 1, 63, 64, 65, 45425, 45426, 65536, 2**21 - 1, 2**21, 83886080]
    depths += [draw.below(2**21) for _ in range(60)]
    masses = [2**26, 2**26 + 1, 2**27 - 1, 2**27, 2**32 - 1, 2**32] + [
        2**26 + draw.below(2**32) for _ in range(40)
    ]
    return {
        "gumbel": [{"h": f"{h:016x}", "out": asli.gumbel(h)} for h in uniforms],
        "exp_negative": [{"depth": d, "out": asli.exp_negative(d)} for d in depths],
        "ln_of_mass": [{"mass": m, "out": asli.ln_of_mass(m)} for m in masses],
    }


def hashes():
    draw = Draw("hashes")
    encodings = [b"", b"\0", b"task", draw.bytes(32) * 40]
    found = {
        "task": [],
        "seed": [],
        "prompt": [],
        "salt": [],
        "hidden": [],
        "result": [],
        "verification": [],
    }
    for data in encodings:
        preimage = asli.task_preimage(data)
        found["task"].append(
            {"encoding": data.hex(), "preimage": preimage.hex(), "out": asli.sha256(preimage).hex()}
        )
    for index, attempt in [(0, 0), (1, 0), (0, 1), (15, 2), (2**32, 2**64 - 1)]:
        task_hash, beacon, key = draw.bytes(), draw.bytes(), draw.bytes()
        where = {"task_hash": task_hash.hex(), "index": str(index), "attempt": str(attempt)}
        preimage = asli.seed_preimage(task_hash, index, attempt, beacon)
        seed = asli.sha256(preimage).hex()
        found["seed"].append(
            {**where, "beacon": beacon.hex(), "preimage": preimage.hex(), "out": seed}
        )
        salts = [asli.salt(key, task_hash, index, attempt, number) for number in (1, 2, 3)]
        found["salt"].append({**where, "node_key": key.hex(), "out": [s.hex() for s in salts]})
        data = draw.bytes() * index if index < 20 else b""
        hidden = asli.sha256(asli.hidden_preimage(salts[0], data))
        found["hidden"].append({"salt": salts[0].hex(), "data": data.hex(), "out": hidden.hex()})
        chain_id, node, other = (
            draw.pick(["aegis-local-1", "a", "chaîne"]),
            draw.bytes(20),
            draw.bytes(20),
        )
        fingerprint = draw.bytes()
        preimage = asli.result_preimage(
            chain_id, task_hash, index, attempt, node, hidden, fingerprint
        )
        found["result"].append(
            {
                **where,
                "chain_id": chain_id,
                "node": node.hex(),
                "result_hash": hidden.hex(),
                "fingerprint_hash": fingerprint.hex(),
                "preimage": preimage.hex(),
                "out": asli.sha256(preimage).hex(),
            }
        )
        preimage = asli.verification_preimage(
            chain_id, task_hash, index, attempt, node, other, salts[2], data
        )
        found["verification"].append(
            {
                **where,
                "chain_id": chain_id,
                "executor": node.hex(),
                "verifier": other.hex(),
                "salt": salts[2].hex(),
                "verification": data.hex(),
                "preimage": preimage.hex(),
                "out": asli.sha256(preimage).hex(),
            }
        )
    for ids in [[], [0], [1, 2, 49151], [0xFFFFFFFF, 256]]:
        found["prompt"].append({"ids": ids, "out": asli.prompt_hash(ids).hex()})
    return found


def noise():
    draw = Draw("noise")
    cases = []
    for position in [0, 1, 255, 256, 65535, 65536, 2**31, 2**32 - 1]:
        for token in [0, 1, 49151, 2**31, 2**32 - 1]:
            seed = draw.bytes()
            cases.append(
                {
                    "seed": seed.hex(),
                    "position": position,
                    "token": token,
                    "out": asli.noise(seed, position, token),
                }
            )
    return {"noise": cases}


def ranking_case(name, ids, logits):
    found = asli.rank(ids, logits)
    out = (
        {"error": found}
        if isinstance(found, str)
        else {"ranked_ids": [i for i, _ in found], "q": [q for _, q in found]}
    )
    return {"name": name, "ids": ids, "logits": [float32_hex(logit) for logit in logits], **out}


def ranking():
    draw = Draw("ranking")
    step = 1 / 2048
    cases = [
        ranking_case("one candidate", [7], [-3.25]),
        ranking_case("equal logits rank by id", [9, 2, 5], [1.5, 1.5, 1.5]),
        ranking_case(
            "logits a hair apart share a q and rank by id", [9, 2], [1.0, 1.0 - float32(1e-4)]
        ),
        ranking_case("halves round up", [1, 2, 3, 4], [0.0, -step, -3 * step, -5 * step]),
        ranking_case("just under a half rounds down", [1, 2], [0.0, float32(-step * 1.001)]),
        ranking_case("both zeros are equal", [2, 1], [0.0, -0.0]),
        ranking_case("far below is clamped", [1, 2, 3], [0.0, -64.0, -1e30]),
        ranking_case("the largest floats", [1, 2], [float32(3.4e38), float32(-3.4e38)]),
        ranking_case("no candidate", [], []),
        ranking_case("an id too many", [1, 2], [0.0]),
        ranking_case("not a number", [1, 2], [0.0, math.nan]),
        ranking_case("infinite", [1, 2], [math.inf, 0.0]),
        ranking_case("minus infinity", [1, 2], [-math.inf, 0.0]),
    ]
    for size in (3, 128, 140):
        ids = sorted({draw.below(49152) for _ in range(size)}, key=lambda _: draw.below(2**32))
        logits = [float32((draw.below(40_000) - 20_000) / 1000) for _ in ids]
        cases.append(ranking_case(f"{len(ids)} random candidates", ids, logits))
    return {"ranking": cases}
