"""A second implementation of ASLI v1, written from app/asli/README.md and sharing no code with it.

Standard library only. From q on nothing but Python integers; floats appear in `quantise` alone,
where the specification has binary64 too. Sizes of integers are Python's, so nothing can overflow.
"""

import hashlib
import hmac
import math

CLIP_INT16 = 32767
OUTSIDE = -32768


# -- preimages ---------------------------------------------------------------------------------


def u32(value):
    return value.to_bytes(4, "big")


def u64(value):
    return value.to_bytes(8, "big")


def field(data):
    return u32(len(data)) + data


def sha256(data):
    return hashlib.sha256(data).digest()


def task_preimage(encoding):
    return b"aegis/task/v1" + field(encoding)


def seed_preimage(task_hash, index, attempt, beacon):
    return b"aegis/seed/v1" + task_hash + u64(index) + u64(attempt) + beacon


def salt(node_key, task_hash, index, attempt, number):
    message = task_hash + u64(index) + u64(attempt) + u64(number)
    return hmac.new(node_key, message, hashlib.sha256).digest()


def hidden_preimage(salt_bytes, data):
    return salt_bytes + field(data)


def result_preimage(chain_id, task_hash, index, attempt, node, result_hash, fingerprint_hash):
    head = b"aegis/result/v1" + field(chain_id.encode()) + task_hash + u64(index) + u64(attempt)
    return head + node + result_hash + fingerprint_hash


def verification_preimage(
    chain_id, task_hash, index, attempt, executor, verifier, salt_bytes, data
):
    head = b"aegis/verification/v1" + field(chain_id.encode()) + task_hash
    return head + u64(index) + u64(attempt) + executor + verifier + salt_bytes + field(data)


def prompt_hash(ids):
    return sha256(b"".join(value.to_bytes(4, "little") for value in ids))


# -- numbers -----------------------------------------------------------------------------------


def log2_mantissa(bits, lead):
    fraction = 0
    for _ in range(24):
        lead = lead * lead >> 25
        fraction *= 2
        if lead >= 1 << 26:
            fraction += 1
            lead >>= 1
    return ((bits - 1) << 24) + fraction


def lead26(value):
    shift = value.bit_length() - 26
    return value >> shift if shift >= 0 else value << -shift


def log2(value):
    return log2_mantissa(value.bit_length(), lead26(value))


def exp_negative(depth):
    if depth >= 1 << 21:
        return 0
    halvings, rest = divmod(depth * 96817625, 1 << 42)
    power = (rest >> 16) * 46516320 >> 26
    total = 1 << 26
    for term in range(10, 0, -1):
        total = (1 << 26) - (power * total >> 26) // term
    return total >> halvings


def ln_of_mass(mass):
    return ((log2(mass) - (26 << 24)) * 5814540 + (1 << 36)) >> 37


def gumbel(h):
    odd = 2 * h + 1
    if h >= 15 << 60:
        small = (1 << 65) - odd
        x = small >> 40
        series = 6710886
        for constant in (8388608, 11184811, 16777216, 33554432):
            series = constant + (series * x >> 25)
        bits = small.bit_length()
        lead = lead26(small) * series >> 25
        if lead >= 1 << 26:
            lead >>= 1
            bits += 1
        return (((65 << 24) - log2_mantissa(bits, lead)) * 5814540 + (1 << 30)) >> 31
    depth = (65 << 24) - log2(odd)
    return (((24 << 24) - log2(depth)) * 5814540 + 51582107892439 + (1 << 30)) >> 31


def noise(seed, position, token):
    digest = sha256(b"aegis/gumbel/v1" + seed + u64(position) + u64(token))
    return gumbel(int.from_bytes(digest[:8], "big"))


# -- ranking and sampling ----------------------------------------------------------------------


def quantise(logits):
    best = max(logits)
    return [max(-65536, math.floor((logit - best) * 1024 + 0.5)) for logit in logits]


def rank(ids, logits):
    """[(id, q)], or the error's code."""
    if not ids or len(ids) != len(logits):
        return "candidates_malformed"
    if not all(math.isfinite(logit) for logit in logits):
        return "logit_not_finite"
    return sorted(zip(ids, quantise(logits)), key=lambda pair: (-pair[1], pair[0]))[:128]


def scaled(q, temperature):
    return -(-q * 64000 // temperature)


def draw_size(ranked, temperature, top_k, top_p):
    size = min(top_k or 64, len(ranked))
    if top_p in (0, 1000):
        return size
    masses = [exp_negative(-scaled(q, temperature)) for _, q in ranked[:size]]
    need = sum(masses) * top_p
    return next(n for n in range(1, size + 1) if sum(masses[:n]) * 1000 >= need)


def scores(ranked, temperature, seed, position):
    return [scaled(q, temperature) + noise(seed, position, token) for token, q in ranked]


def sample(ranked, temperature, top_k, top_p, seed, position):
    if temperature == 0:
        return ranked[0][0]
    drawn = ranked[: draw_size(ranked, temperature, top_k, top_p)]
    values = scores(drawn, temperature, seed, position)
    return drawn[values.index(max(values))][0]


# -- fingerprint and check ---------------------------------------------------------------------


def probe_rank(challenge, position, available):
    digest = sha256(b"aegis/probe/v1" + challenge + u64(position))
    return digest[0] % min(64, available)


def fingerprint_entry(ranked, token, challenge, position):
    total = ln_of_mass(sum(exp_negative(-q * 64) for _, q in ranked[:64]))
    clamp = lambda value: max(-CLIP_INT16, min(CLIP_INT16, value))
    chosen = [q for other, q in ranked if other == token]
    probe = ranked[probe_rank(challenge, position, len(ranked))][1]
    return (clamp(chosen[0] - total) if chosen else OUTSIDE, clamp(probe - total))


def encode_fingerprint(entries):
    return b"".join(v.to_bytes(2, "little", signed=True) for entry in entries for v in entry)


def deficit(ranked, token, sampling, seed, position, clip, slack):
    temperature, top_k, top_p = sampling
    place = [at for at, (other, _) in enumerate(ranked) if other == token]
    if not place:
        return clip
    at = place[0]
    if temperature == 0:
        return min(clip, -ranked[at][1])
    cut = top_p not in (0, 1000)
    narrow = draw_size(ranked, temperature, top_k, max(1, top_p - slack) if cut else 0)
    wide = draw_size(ranked, temperature, top_k, min(1000, top_p + slack) if cut else 0)
    found = 0 if at < wide else ranked[wide - 1][1] - ranked[at][1]
    values = scores(ranked, temperature, seed, position)
    for rival in range(narrow):
        gap = max(0, values[rival] - values[at]) * temperature // 64000
        if narrow < len(ranked):
            gap = min(gap, ranked[rival][1] - ranked[narrow][1])
        found = max(found, gap)
    return min(clip, found)


def chosen_distance(a, b):
    """1 nat where only one of the two had the token among its candidates."""
    if (a == OUTSIDE) != (b == OUTSIDE):
        return 1024
    return abs(a - b)


def distance(ours, theirs, bound):
    chosen = sum(chosen_distance(a[0], b[0]) for a, b in zip(ours, theirs))
    probes = [abs(a[1] - b[1]) for a, b in zip(ours, theirs)]
    return chosen, sum(probes), sum(1 for value in probes if value > bound)


def cell(tokens, temperature):
    row = sum(1 for start in (2, 5, 17, 65, 257) if tokens >= start)
    column = sum(1 for start in (1, 500, 1200) if temperature >= start)
    return row * 4 + column


def judge(statistics, tokens, limits):
    """`statistics` and `limits` by name; the broken rules in the specification's order."""
    broken = []
    for name in (
        "deficit_sum",
        "deficit_count",
        "deficit_max",
        "chosen_sum",
        "probe_sum",
        "probe_count",
    ):
        if name == "deficit_max":
            wrong = statistics[name] > limits[name]
        else:
            wrong = statistics[name] * 1000 > limits[name + "_per_1000"] * tokens
        if wrong:
            broken.append(name)
    return broken


# -- prompts and ends --------------------------------------------------------------------------


def bad_text(text):
    return any(char == "\0" or 0xD800 <= ord(char) <= 0xDFFF for char in text)


def pieces(prompt):
    """The pieces of {messages} or {prompt}, or the error's code."""
    if "prompt" in prompt:
        if bad_text(prompt["prompt"]):
            return "prompt_invalid"
        found = [{"beginning": True}, {"text": prompt["prompt"]}]
        return [piece for piece in found if piece.get("text") != ""]
    if not prompt["messages"]:
        return "prompt_invalid"
    found = []
    for message in prompt["messages"]:
        if bad_text(message["content"]):
            return "prompt_invalid"
        found.append({"special": "<|im_start|>"})
        found.append({"text": message["role"] + "\n"})
        if message["content"]:
            found.append({"text": message["content"]})
        found.append({"special": "<|im_end|>"})
        found.append({"text": "\n"})
    return found + [{"special": "<|im_start|>"}, {"text": "assistant\n"}]


def stop_match(text, stops):
    places = [(text.index(stop), -len(stop), stop) for stop in stops if stop in text]
    return min(places)[2] if places else None


def output_text(text, stops):
    match = stop_match(text, stops)
    return text if match is None else text[: text.index(match)]


def finish(rules, length, last, text):
    if last in rules["end_tokens"]:
        return "stop"
    if stop_match(text, rules["stop"]) is not None:
        return "stop_string"
    full = rules["prompt_length"] + length >= rules["context_length"]
    return "length" if full or length >= rules["max_output_tokens"] else None
