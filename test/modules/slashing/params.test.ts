/** Parameters of slashing: who may change them, and what they may be. */
import { expect } from "chai";
import { formatDec, parseDecText } from "../../../app/lib/dec.ts";
import { Query } from "../../../proto/gen/aegis/slashing/v1/query.ts";
import type { Params } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import { MsgUpdateParams } from "../../../proto/gen/aegis/slashing/v1/tx.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask, deliver } from "../../kit/modules.ts";
import { SlashingWorld } from "./world.ts";

const a = addressFor("a");
const authority = addressFor("authority");

describe("MsgUpdateParams of slashing", () => {
  const { slashing, ctx: first } = new SlashingWorld();
  const chain = { slashing, ctx: first.at({ authority }) };
  const { params: defaults } = chain.slashing.genesis.defaults;
  const change = (who: string, part: Partial<Params>) => () =>
    deliver(chain.slashing, chain.ctx, MsgUpdateParams, {
      authority: who,
      params: { ...(defaults as Params), ...part },
    });
  const set = (who: string, slashBurnMillionths: number) => change(who, { slashBurnMillionths });

  it("lets only the authority change them, within bounds", () => {
    set(authority, 600_000)();
    const { params } = ask(chain.slashing, chain.ctx, Query.Params);
    expect(params?.slashBurnMillionths).to.equal(600_000);
    expect(refusal(set(a, 600_000))).to.equal("slashing/102");
    expect(refusal(set(authority, 99_999))).to.equal("slashing/103");
    expect(refusal(set(authority, 1_000_001))).to.equal("slashing/103");
    const empty = () => deliver(chain.slashing, chain.ctx, MsgUpdateParams, { authority });
    expect(refusal(empty)).to.equal("slashing/103");
  });

  const cases: readonly [string, Partial<Params>][] = [
    ["no window", { signedBlocksWindow: 0 }],
    ["a window beyond the limit", { signedBlocksWindow: 100_001 }],
    ["a jail of no time", { downtimeJailDurationMs: 0n }],
    ["a jail of more than ten years", { downtimeJailDurationMs: 315_360_000_001n }],
    ["to sign more than all", { minSignedPerWindow: formatDec(parseDecText("1.01")) }],
    ["a part that is no decimal", { minSignedPerWindow: "0.5" }],
    ["to take more than all", { slashFractionDoubleSign: "1000000000000000001" }],
    ["to take a negative part", { slashFractionDowntime: "-1" }],
  ];
  for (const [name, part] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(change(authority, part))).to.equal("slashing/103");
    });
  }
});
