"""Cases for deficits, distances and verdicts."""

import reference as asli
from draw import Draw, listed, random_ranked


def deficits():
    draw = Draw("deficits")
    cases = []
    for number in range(150):
        ranked = random_ranked(
            draw, draw.pick([1, 3, 64, 70, 128, 128]), draw.pick([0, 900, 9000, 65536])
        )
        temperature = draw.pick([0, 50, 499, 800, 1000, 2000])
        options = (
            temperature,
            draw.pick([0, 1, 2, 40, 64]),
            draw.pick([0, 1, 500, 900, 990, 1000]),
        )
        seed, position = draw.bytes(), draw.below(4096)
        token = [
            60_000,
            ranked[-1][0],
            draw.pick(ranked)[0],
            ranked[min(1, len(ranked) - 1)][0],
            asli.sample(ranked, *options, seed, position),
        ][number % 5]
        clip, slack = draw.pick([1, 819, 4096, 65536]), draw.pick([0, 20, 200, 999])
        cases.append(
            {
                **listed(ranked),
                "temperature_milli": temperature,
                "top_k": options[1],
                "top_p_milli": options[2],
                "seed": seed.hex(),
                "position": position,
                "token": token,
                "deficit_clip": clip,
                "top_p_slack_milli": slack,
                "out": asli.deficit(ranked, token, options, seed, position, clip, slack),
            }
        )
    return {"deficit": cases}


LIMITS = [
    "deficit_sum_per_1000",
    "deficit_count_per_1000",
    "deficit_max",
    "chosen_sum_per_1000",
    "probe_sum_per_1000",
    "probe_count_per_1000",
]


def verdicts():
    draw = Draw("verdicts")
    lengths, columns = ["1", "2-4", "5-16", "17-64", "65-256", "257+"], [
        "0",
        "1-499",
        "500-1199",
        "1200+",
    ]
    limits = [
        {"tokens": t, "temperature_milli": c, **{name: draw.below(3000) for name in LIMITS}}
        for t in lengths
        for c in columns
    ]
    table = {
        "name": "vectors",
        "deficit_clip": 4096,
        "top_p_slack_milli": 20,
        "deficit_bound": 200,
        "probe_bound": 300,
        "limits": limits,
    }
    cases, distances = [], []
    for tokens in (1, 2, 4, 5, 16, 17, 64, 65, 256, 257, 5000):
        for temperature in (0, 50, 499, 500, 1199, 1200, 2000):
            here = limits[asli.cell(tokens, temperature)]
            edge = {name.removesuffix("_per_1000"): here[name] * tokens // 1000 for name in LIMITS}
            edge["deficit_max"] = here["deficit_max"]
            over = draw.pick(list(edge))
            for statistics in (
                edge,
                {**edge, over: edge[over] + 1},
                {name: value + 1 for name, value in edge.items()},
            ):
                cases.append(
                    {
                        "tokens": tokens,
                        "temperature_milli": temperature,
                        "statistics": statistics,
                        "out": asli.judge(statistics, tokens, here),
                    }
                )
    for size in (1, 2, 65):
        pair = [
            [(draw.below(65536) - 32768, draw.below(65536) - 32768) for _ in range(size)]
            for _ in range(2)
        ]
        for ours, theirs in (pair, (pair[0], pair[0])):
            bound = draw.pick([0, 300, 30000])
            chosen, probe, count = asli.distance(ours, theirs, bound)
            distances.append(
                {
                    "executor": asli.encode_fingerprint(ours).hex(),
                    "length": size,
                    "probe_bound": bound,
                    "verifier": asli.encode_fingerprint(theirs).hex(),
                    "chosen_sum": chosen,
                    "probe_sum": probe,
                    "probe_count": count,
                }
            )
    return {"table": [table], "verdict": cases, "distance": distances}
