/** Random work: whatever validators do, no invariant breaks, and what is punished was found. */
import { expect } from "chai";
import fc from "fast-check";
import { ModuleError } from "../../../app/module/error.ts";
import { MsgDoubleAttestation } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { brokenInvariants, deliver } from "../../kit/modules.ts";
import {
  aggregator,
  attest,
  equals,
  kept,
  messageOf,
  partialOf,
  type World,
  world,
} from "./world.ts";

const SLOTS = 12;
const OTHER = { appHash: new Uint8Array(32).fill(1) };

interface Signing {
  readonly do: "attest" | "double";
  /** Epochs before the running one. */
  readonly back: number;
  readonly slots: readonly number[];
}

type Step =
  | Signing
  | { readonly do: "next" | "begin" }
  | { readonly do: "leave" | "join"; readonly slot: number };

const slots = fc.uniqueArray(fc.nat(SLOTS - 1), { minLength: 1, maxLength: SLOTS });
const slot = fc.nat(SLOTS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom("attest" as const, "attest" as const, "double" as const),
    back: fc.integer({ min: 0, max: 4 }),
    slots,
  }),
  fc.record({ do: fc.constantFrom("next" as const, "begin" as const, "begin" as const) }),
  fc.record({ do: fc.constantFrom("leave" as const, "join" as const), slot }),
);

function double(chain: World, epoch: bigint, signers: readonly number[]): void {
  const { height, blockHash, appHash, commitment, slots: of } = kept(chain, epoch);
  const signed = [{}, OTHER].map((other) => ({
    ...{ height, blockHash, appHash, commitment },
    ...other,
    attestation: partialOf(signers, messageOf(chain, epoch, other), of),
  }));
  const [first, second] = signed;
  deliver(chain.module, chain.ctx, MsgDoubleAttestation, {
    sender: aggregator,
    epoch,
    first,
    second,
  });
}

/** Does one step; a refusal is an answer too. */
function take(chain: World, one: Step): void {
  const { epoch } = chain.ctx.block;
  switch (one.do) {
    case "begin":
      chain.begin(epoch + 1n);
      break;
    case "next":
      chain.next();
      break;
    case "leave":
      chain.powers = new Map([...chain.powers].filter(([taken]) => taken !== one.slot));
      break;
    case "join":
      chain.powers = new Map([...chain.powers, [one.slot, 10]]);
      break;
    default:
      sign(chain, one);
  }
}

function sign(chain: World, { do: what, back, slots: signers }: Signing): void {
  const { epoch } = chain.ctx.block;
  const of = epoch - BigInt(back);
  if (of < 0n || of >= epoch) return;
  const within = signers.filter((taken) => taken < kept(chain, of).slots);
  try {
    if (what === "attest") attest(chain, of, within);
    else double(chain, of, within);
  } catch (error) {
    if (!(error instanceof ModuleError)) throw error;
  }
}

describe("random work on checkpoints", () => {
  it("breaks no invariant, pays or returns each epoch once, and punishes nobody twice", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        const chain = world(equals(SLOTS));
        chain.begin(1n);
        for (const one of steps) {
          take(chain, one);
          expect(brokenInvariants(chain.ctx, chain.module)).to.deep.equal([]);
        }
        const { paid, returned, doubles } = chain.calls;
        const closed = [...paid.map(({ epoch }) => epoch), ...returned];
        expect(closed.length).to.equal(new Set(closed).size);
        expect(BigInt(closed.length)).to.equal(
          chain.ctx.block.epoch < 3n ? 0n : chain.ctx.block.epoch - 2n,
        );
        const punished = doubles.map(({ operator, epoch }) => `${operator}/${epoch}`);
        expect(punished.length).to.equal(new Set(punished).size);
      }),
      { numRuns: 60 },
    );
  });
});
