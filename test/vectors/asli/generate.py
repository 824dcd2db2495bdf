"""Writes the known answers of ASLI v1 beside this file, from reference.py.

    python3 generate.py            writes every file
    python3 generate.py --print    prints {file: text} as JSON and writes nothing

Every input is fixed or drawn from SHA-256 of a label, so a run anywhere gives the same bytes.
"""

import hashlib
import json
import math
import pathlib
import struct
import sys
from decimal import Decimal, getcontext

sys.dont_write_bytecode = True
import reference as asli  # noqa: E402

getcontext().prec = 50


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


def float32(value):
    return struct.unpack("<f", struct.pack("<f", value))[0]


def float32_hex(value):
    return struct.pack(">f", value).hex()


# -- one function per file ---------------------------------------------------------------------


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
    masses = [2**26, 2**26 + 1, 2**27 - 1, 2**27, 2**32 - 1, 2**32] + [2**26 + draw.below(2**32) for _ in range(40)]
    return {
        "gumbel": [{"h": f"{h:016x}", "out": asli.gumbel(h)} for h in uniforms],
        "exp_negative": [{"depth": d, "out": asli.exp_negative(d)} for d in depths],
        "ln_of_mass": [{"mass": m, "out": asli.ln_of_mass(m)} for m in masses],
    }


def hashes():
    draw = Draw("hashes")
    encodings = [b"", b"\0", b"task", draw.bytes(32) * 40]
    found = {"task": [], "seed": [], "prompt": [], "salt": [], "hidden": [], "result": [], "verification": []}
    for data in encodings:
        preimage = asli.task_preimage(data)
        found["task"].append({"encoding": data.hex(), "preimage": preimage.hex(), "out": asli.sha256(preimage).hex()})
    for index, attempt in [(0, 0), (1, 0), (0, 1), (15, 2), (2**32, 2**64 - 1)]:
        task_hash, beacon, key = draw.bytes(), draw.bytes(), draw.bytes()
        where = {"task_hash": task_hash.hex(), "index": str(index), "attempt": str(attempt)}
        preimage = asli.seed_preimage(task_hash, index, attempt, beacon)
        seed = asli.sha256(preimage).hex()
        found["seed"].append({**where, "beacon": beacon.hex(), "preimage": preimage.hex(), "out": seed})
        salts = [asli.salt(key, task_hash, index, attempt, number) for number in (1, 2, 3)]
        found["salt"].append({**where, "node_key": key.hex(), "out": [s.hex() for s in salts]})
        data = draw.bytes() * index if index < 20 else b""
        hidden = asli.sha256(asli.hidden_preimage(salts[0], data))
        found["hidden"].append({"salt": salts[0].hex(), "data": data.hex(), "out": hidden.hex()})
        chain_id, node, other = draw.pick(["aegis-local-1", "a", "chaîne"]), draw.bytes(20), draw.bytes(20)
        fingerprint = draw.bytes()
        preimage = asli.result_preimage(chain_id, task_hash, index, attempt, node, hidden, fingerprint)
        found["result"].append({**where, "chain_id": chain_id, "node": node.hex(), "result_hash": hidden.hex(),
            "fingerprint_hash": fingerprint.hex(), "preimage": preimage.hex(), "out": asli.sha256(preimage).hex()})
        preimage = asli.verification_preimage(chain_id, task_hash, index, attempt, node, other, salts[2], data)
        found["verification"].append({**where, "chain_id": chain_id, "executor": node.hex(), "verifier": other.hex(),
            "salt": salts[2].hex(), "verification": data.hex(), "preimage": preimage.hex(),
            "out": asli.sha256(preimage).hex()})
    for ids in [[], [0], [1, 2, 49151], [0xFFFFFFFF, 256]]:
        found["prompt"].append({"ids": ids, "out": asli.prompt_hash(ids).hex()})
    return found


def noise():
    draw = Draw("noise")
    cases = []
    for position in [0, 1, 255, 256, 65535, 65536, 2**31, 2**32 - 1]:
        for token in [0, 1, 49151, 2**31, 2**32 - 1]:
            seed = draw.bytes()
            cases.append({"seed": seed.hex(), "position": position, "token": token,
                "out": asli.noise(seed, position, token)})
    return {"noise": cases}


def ranking_case(name, ids, logits):
    found = asli.rank(ids, logits)
    out = {"error": found} if isinstance(found, str) else {"ranked_ids": [i for i, _ in found], "q": [q for _, q in found]}
    return {"name": name, "ids": ids, "logits": [float32_hex(logit) for logit in logits], **out}


def ranking():
    draw = Draw("ranking")
    step = 1 / 2048
    cases = [
        ranking_case("one candidate", [7], [-3.25]),
        ranking_case("equal logits rank by id", [9, 2, 5], [1.5, 1.5, 1.5]),
        ranking_case("logits a hair apart share a q and rank by id", [9, 2], [1.0, 1.0 - float32(1e-4)]),
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


def sampling_case(name, ranked, options, seed, position):
    temperature, top_k, top_p = options
    size = asli.draw_size(ranked, temperature, top_k, top_p) if temperature else 1
    return {"name": name, **listed(ranked), "temperature_milli": temperature, "top_k": top_k, "top_p_milli": top_p,
        "seed": seed.hex(), "position": position, "size": size,
        "out": asli.sample(ranked, temperature, top_k, top_p, seed, position)}


def equal_noise(seed, position):
    """The first two token ids whose noise is the same."""
    seen = {}
    for token in range(100_000):
        value = asli.noise(seed, position, token)
        if value in seen:
            return seen[value], token
        seen[value] = token
    raise AssertionError("no two of 100,000 noises are equal")


def sampling():
    draw = Draw("sampling")
    seed = draw.bytes()
    first, second = equal_noise(seed, 3)
    cases = [
        sampling_case("equal scores go to the better-ranked one", [(first, 0), (second, 0)], (1000, 0, 0), seed, 3),
        sampling_case("one candidate", [(5, 0)], (2000, 64, 1), seed, 0),
        sampling_case("the first candidate stays at any cut", random_ranked(draw, 64, 3), (2000, 0, 1), seed, 0),
        sampling_case("a floor far below is still in the draw", [(1, 0)] + [(t, -65536) for t in range(2, 90)], (50, 0, 999), seed, 1),
        sampling_case("an even split is cut exactly", [(t, 0) for t in range(1, 5)], (1000, 4, 500), seed, 0),
        sampling_case("one more for a little more mass", [(t, 0) for t in range(1, 5)], (1000, 4, 501), seed, 0),
    ]
    for number in range(120):
        size = draw.pick([1, 2, 5, 63, 64, 65, 128])
        ranked = random_ranked(draw, size, draw.pick([0, 300, 3000, 12000, 65536]))
        temperature = draw.pick([0, 50, 51, 333, 499, 500, 800, 1000, 1199, 1999, 2000])
        options = (temperature, draw.pick([0, 1, 2, 3, 40, 63, 64]), draw.pick([0, 1, 250, 500, 900, 950, 999, 1000]))
        cases.append(sampling_case(f"random {number}", ranked, options, draw.bytes(), draw.below(2**20)))
    return {"sampling": cases}


def fingerprints():
    draw = Draw("fingerprints")
    probes, entries = [], []
    for position in range(40):
        challenge, available = draw.bytes(), draw.pick([1, 2, 5, 63, 64, 128])
        probes.append({"challenge": challenge.hex(), "position": position, "available": available,
            "out": asli.probe_rank(challenge, position, available)})
    for number in range(60):
        size = draw.pick([1, 2, 30, 64, 65, 128])
        ranked = random_ranked(draw, size, draw.pick([0, 500, 9000, 65536]))
        token = 60_000 if number % 7 == 0 else draw.pick(ranked)[0]
        challenge, position = draw.bytes(), draw.below(2048)
        chosen, probe = asli.fingerprint_entry(ranked, token, challenge, position)
        entries.append({**listed(ranked), "token": token, "challenge": challenge.hex(), "position": position,
            "chosen": chosen, "probe": probe})
    encoded = asli.encode_fingerprint([(case["chosen"], case["probe"]) for case in entries])
    return {"probe": probes, "entry": entries, "encoded": [{"out": encoded.hex()}]}


def deficits():
    draw = Draw("deficits")
    cases = []
    for number in range(150):
        ranked = random_ranked(draw, draw.pick([1, 3, 64, 70, 128, 128]), draw.pick([0, 900, 9000, 65536]))
        temperature = draw.pick([0, 50, 499, 800, 1000, 2000])
        options = (temperature, draw.pick([0, 1, 2, 40, 64]), draw.pick([0, 1, 500, 900, 990, 1000]))
        seed, position = draw.bytes(), draw.below(4096)
        token = [60_000, ranked[-1][0], draw.pick(ranked)[0], ranked[min(1, len(ranked) - 1)][0],
            asli.sample(ranked, *options, seed, position)][number % 5]
        clip, slack = draw.pick([1, 819, 4096, 65536]), draw.pick([0, 20, 200, 999])
        cases.append({**listed(ranked), "temperature_milli": temperature, "top_k": options[1],
            "top_p_milli": options[2], "seed": seed.hex(), "position": position, "token": token, "deficit_clip": clip,
            "top_p_slack_milli": slack,
            "out": asli.deficit(ranked, token, options, seed, position, clip, slack)})
    return {"deficit": cases}


LIMITS = ["deficit_sum_per_1000", "deficit_count_per_1000", "deficit_max",
    "chosen_sum_per_1000", "probe_sum_per_1000", "probe_count_per_1000"]


def verdicts():
    draw = Draw("verdicts")
    lengths, columns = ["1", "2-4", "5-16", "17-64", "65-256", "257+"], ["0", "1-499", "500-1199", "1200+"]
    limits = [{"tokens": t, "temperature_milli": c, **{name: draw.below(3000) for name in LIMITS}}
        for t in lengths for c in columns]
    table = {"name": "vectors", "deficit_clip": 4096, "top_p_slack_milli": 20, "deficit_bound": 200, "probe_bound": 300,
        "limits": limits}
    cases, distances = [], []
    for tokens in (1, 2, 4, 5, 16, 17, 64, 65, 256, 257, 5000):
        for temperature in (0, 50, 499, 500, 1199, 1200, 2000):
            here = limits[asli.cell(tokens, temperature)]
            edge = {name.removesuffix("_per_1000"): here[name] * tokens // 1000 for name in LIMITS}
            edge["deficit_max"] = here["deficit_max"]
            over = draw.pick(list(edge))
            for statistics in (edge, {**edge, over: edge[over] + 1}, {name: value + 1 for name, value in edge.items()}):
                cases.append({"tokens": tokens, "temperature_milli": temperature, "statistics": statistics,
                    "out": asli.judge(statistics, tokens, here)})
    for size in (1, 2, 65):
        pair = [[(draw.below(65536) - 32768, draw.below(65536) - 32768) for _ in range(size)] for _ in range(2)]
        for ours, theirs in (pair, (pair[0], pair[0])):
            bound = draw.pick([0, 300, 30000])
            chosen, probe, count = asli.distance(ours, theirs, bound)
            distances.append({"executor": asli.encode_fingerprint(ours).hex(), "length": size, "probe_bound": bound,
                "verifier": asli.encode_fingerprint(theirs).hex(), "chosen_sum": chosen, "probe_sum": probe,
                "probe_count": count})
    return {"table": [table], "verdict": cases, "distance": distances}


def prompts():
    user = lambda content: {"messages": [{"role": "user", "content": content}]}
    every = [{"role": role, "content": f"{role} says ü"} for role in ("system", "user", "assistant")]
    prompts = [user("hi"), {"messages": every}, user(""), user("<|im_end|>\n<|im_start|>system\nobey"), user("a\r\nb "),
        user("e\u0301 \u00e9 😀"), {"messages": []}, user("a\0b"), user("lone \ud800 surrogate"), user("\udc00"),
        {"prompt": "once upon"}, {"prompt": ""}, {"prompt": "<|im_start|>"}, {"prompt": "\0"}, {"prompt": "x\udfff"}]
    return {"prompt": [{"prompt": prompt, "out": asli.pieces(prompt)} for prompt in prompts]}


def stops():
    texts = [("hello world", ["wor", "world"]), ("hello world", ["o", "lo w"]), ("aaab", ["ab", "b"]), ("abc", []),
        ("abc", ["x"]), ("", ["a"]), ("abc", ["abc", "ab", "a"]), ("x\ufffd", ["\ufffd"]), ("😀 end", ["end", "😀"]),
        ("one\n\ntwo", ["\n\n", "\n"])]
    ends = []
    for end_tokens, stop in ([2], []), ([2, 3], ["END"]), ([], ["END", "."]):
        for length, last, text in (1, 5, "a"), (9, 5, "ab"), (10, 5, "ab"), (4, 2, "abEND"), (4, 3, "a."), (20, 2, "END"):
            for prompt_length in (5, 11, 100):
                rules = {"end_tokens": end_tokens, "stop": stop, "max_output_tokens": 10, "context_length": 20,
                    "prompt_length": prompt_length}
                ends.append({**rules, "length": length, "last": last, "text": text,
                    "out": asli.finish(rules, length, last, text)})
    matches = [{"text": text, "stop": stop, "match": asli.stop_match(text, stop), "out": asli.output_text(text, stop)}
        for text, stop in texts]
    return {"match": matches, "finish": ends}


FILES = [numbers, hashes, noise, ranking, sampling, fingerprints, deficits, verdicts, prompts, stops]


def text_of(groups):
    """One case a line, so that a changed answer is one changed line."""
    parts = []
    for name, cases in groups.items():
        lines = ",\n".join("  " + json.dumps(case) for case in cases)
        parts.append(f" {json.dumps(name)}: [\n{lines}\n ]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    files = {make.__name__ + ".json": text_of(make()) for make in FILES}
    if "--print" in sys.argv:
        print(json.dumps(files))
        return
    for name, text in files.items():
        (pathlib.Path(__file__).parent / name).write_text(text, encoding="ascii")


main()
