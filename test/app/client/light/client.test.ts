/** A light client: follows by signatures alone, and finds out who lies. */
import { expect } from "chai";
import {
  LightClient,
  type LightClientOptions,
  type LightProvider,
} from "../../../../app/client/light/client.ts";
import { ForkError, LightError } from "../../../../app/client/light/error.ts";
import { headerHash } from "../../../../app/client/light/hash.ts";
import type { LightBlock } from "../../../../app/client/light/types.ts";
import { hex } from "../../../../app/lib/bytes.ts";
import { lightChain, MemoryProvider, timeOfHeight } from "../../../kit/lightChain.ts";
import { headerWith, signedBlock, signingValidators } from "../../../kit/lightBlocks.ts";

const HEIGHTS = 120;
const DAY_MS = 86_400_000;
const chain = lightChain({ heights: HEIGHTS });

function block(height: number): LightBlock {
  return chain[height - 1] as LightBlock;
}

function options(
  primary: LightProvider,
  change: Partial<LightClientOptions> = {},
): LightClientOptions {
  return {
    chainId: "aegis-test-1",
    primary,
    witnesses: [],
    trust: { height: 1n, hash: headerHash(block(1).header) },
    trustingPeriodMs: DAY_MS,
    nowMs: () => timeOfHeight(HEIGHTS) + 1_000,
    ...change,
  };
}

const honest = (): MemoryProvider => new MemoryProvider("honest", chain);

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof LightError) return error.code;
    if (error instanceof ForkError) return "fork";
    throw error;
  }
  return "accepted";
}

describe("a light client", () => {
  it("comes to the latest header by few steps, though all validators have changed", async () => {
    const primary = honest();
    const client = await LightClient.start(options(primary, { witnesses: [honest()] }));
    const latest = await client.update();
    expect(latest.fact.height).to.equal(BigInt(HEIGHTS));
    expect(latest.fact.hash).to.equal(hex(headerHash(block(HEIGHTS).header)));
    expect(primary.asked).to.be.lessThan(HEIGHTS / 2);
    expect(primary.asked).to.be.greaterThan(2);
  });

  it("steps by single heights", async () => {
    const primary = honest();
    const trust = { height: 50n, hash: headerHash(block(50).header) };
    const client = await LightClient.start(options(primary, { trust }));
    for (let height = 51n; height < 60n; height += 1n) await client.verify(height);
    const { asked } = primary;
    expect((await client.verify(55n)).fact.height).to.equal(55n);
    expect(primary.asked).to.equal(asked);
  });

  it("goes back by hashes from its trust, but not far", async () => {
    const trust = { height: 100n, hash: headerHash(block(100).header) };
    const client = await LightClient.start(options(honest(), { trust }));
    expect((await client.verify(97n)).fact.hash).to.equal(hex(headerHash(block(97).header)));
    expect((await client.verify(33n)).fact.hash).to.equal(hex(headerHash(block(33).header)));
    const fresh = await LightClient.start(options(honest(), { trust }));
    expect(await codeOf(fresh.verify(35n))).to.equal("too_early");
    expect(await codeOf(fresh.verify(0n))).to.equal("too_early");
    const other = lightChain({ heights: HEIGHTS, forkAt: 98 }).slice(0, 99);
    const liar = new MemoryProvider("liar", [...other, ...chain.slice(99)]);
    const cheated = await LightClient.start(options(liar, { trust }));
    expect(await codeOf(cheated.verify(99n))).to.equal("bad_header");
    expect(await codeOf(cheated.verify(96n))).to.equal("bad_header");
  });

  it("refuses a provider that has another header at the trusted height", async () => {
    const trust = { height: 1n, hash: new Uint8Array(32).fill(1) };
    expect(await codeOf(LightClient.start(options(honest(), { trust })))).to.equal(
      "trust_mismatch",
    );
  });

  it("refuses when its trust is too old, and headers of the future", async () => {
    const late = { nowMs: () => timeOfHeight(HEIGHTS) + 2 * DAY_MS };
    const old = await LightClient.start(options(honest(), late));
    expect(await codeOf(old.update())).to.equal("trust_expired");
    const early = { nowMs: () => timeOfHeight(60) };
    const client = await LightClient.start(options(honest(), early));
    expect((await client.verify(65n)).fact.height).to.equal(65n);
    expect(await codeOf(client.verify(90n))).to.equal("from_the_future");
  });

  const stranger = signingValidators("stranger", [10n, 10n, 10n]);
  const lies: Readonly<Record<string, (one: LightBlock) => LightBlock>> = {
    "one whose signature is broken": (one) => ({
      ...one,
      commit: {
        ...one.commit,
        signatures: one.commit.signatures.map((part, i) =>
          i === 0 ? { ...part, signature: new Uint8Array(64).fill(3) } : part,
        ),
      },
    }),
    "one that too few have signed": (one) =>
      signedBlock(one.header, stranger.slice(0, 0), () => "absent"),
    "one by validators whom nobody trusts": (one) =>
      signedBlock(headerWith(stranger, { height: one.header.height }), stranger),
    "one of another chain": (one) =>
      signedBlock(headerWith(stranger, { height: one.header.height, chainId: "other" }), stranger),
    "one of another height": () => block(3),
  };
  for (const [name, lie] of Object.entries(lies)) {
    it(`refuses ${name}`, async () => {
      const liar = new MemoryProvider("liar", chain, (one) =>
        one.header.height === 2n ? lie(one) : one,
      );
      const client = await LightClient.start(options(liar));
      expect(await codeOf(client.verify(2n))).to.equal("bad_header");
    });
  }

  it("says when the provider does not answer", async () => {
    const client = await LightClient.start(options(honest()));
    expect(await codeOf(client.verify(BigInt(HEIGHTS + 5)))).to.equal("no_answer");
  });

  it("drops a witness that lies or is silent, with the reason, and ends without any", async () => {
    const dropped: string[] = [];
    const liar = new MemoryProvider("liar", chain, (one) =>
      one.header.height === 80n
        ? signedBlock(headerWith(stranger, { height: 80n }), stranger)
        : one,
    );
    const behind = new MemoryProvider("behind", chain.slice(0, 60));
    const client = await LightClient.start(
      options(honest(), {
        witnesses: [liar, behind, honest()],
        onDropped: (url, reason) => dropped.push(`${url} ${reason.split(":")[0]}`),
      }),
    );
    await client.verify(80n);
    expect(dropped).to.deep.equal(["liar bad_header", "behind no_answer"]);
    expect(client.witnessUrls).to.deep.equal(["honest"]);
    const alone = await LightClient.start(options(honest(), { witnesses: [behind] }));
    expect(await codeOf(alone.verify(70n))).to.equal("no_witness");
  });

  for (const forkAt of [40, HEIGHTS]) {
    it(`finds a fork from height ${forkAt} on, whoever of the two is its primary`, async () => {
      const forked = new MemoryProvider("forked", lightChain({ heights: HEIGHTS, forkAt }));
      for (const [primary, witness] of [
        [honest(), forked],
        [forked, honest()],
      ] as const) {
        const client = await LightClient.start(options(primary, { witnesses: [witness] }));
        await client.verify(BigInt(forkAt - 1));
        const found = await client.update().catch((error: unknown) => error);
        expect(found).to.be.instanceOf(ForkError);
        const { height, witness: url, blocks } = found as ForkError;
        expect(height).to.equal(BigInt(HEIGHTS));
        expect(url).to.equal(witness.url);
        expect(blocks[0]).not.to.deep.equal(blocks[1]);
      }
    });
  }
});
