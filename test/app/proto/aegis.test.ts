/**
 * Our own messages: decoding what was encoded gives the value back, in bytes and in JSON, and the
 * bytes of a value are the only ones that decode to it.
 */
import { expect } from "chai";
import fc from "fast-check";
import * as app from "../../../proto/gen/aegis/app/v1/app.ts";
import * as base from "../../../proto/gen/aegis/base/v1/base.ts";
import * as rewardsEvent from "../../../proto/gen/aegis/rewards/v1/event.ts";
import * as rewardsGenesis from "../../../proto/gen/aegis/rewards/v1/genesis.ts";
import * as rewardsQuery from "../../../proto/gen/aegis/rewards/v1/query.ts";
import * as rewards from "../../../proto/gen/aegis/rewards/v1/rewards.ts";
import * as slashingEvent from "../../../proto/gen/aegis/slashing/v1/event.ts";
import * as slashingGenesis from "../../../proto/gen/aegis/slashing/v1/genesis.ts";
import * as slashingQuery from "../../../proto/gen/aegis/slashing/v1/query.ts";
import * as slashing from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import * as beacon from "../../../proto/gen/aegis/staking/v1/beacon.ts";
import * as stakingEvent from "../../../proto/gen/aegis/staking/v1/event.ts";
import * as stakingGenesis from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import * as stakingQuery from "../../../proto/gen/aegis/staking/v1/query.ts";
import * as staking from "../../../proto/gen/aegis/staking/v1/staking.ts";
import * as tasksEvent from "../../../proto/gen/aegis/tasks/v1/event.ts";
import * as tasksGenesis from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import * as tasks from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import * as tasksTx from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { typedEvent } from "../../../app/module/event.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { isCodec, randomMessage } from "../../kit/randomMessage.ts";

const files: readonly object[] = [
  app,
  base,
  beacon,
  staking,
  stakingEvent,
  stakingGenesis,
  stakingQuery,
  rewards,
  rewardsEvent,
  rewardsGenesis,
  rewardsQuery,
  slashing,
  slashingEvent,
  slashingGenesis,
  slashingQuery,
  tasks,
  tasksEvent,
  tasksGenesis,
  tasksTx,
];
const codecs = files.flatMap((file) => Object.values(file).filter(isCodec));

describe("messages of aegis", () => {
  for (const codec of codecs) {
    it(`${codec.typeUrl} comes back from its bytes and from its JSON`, () => {
      fc.assert(
        fc.property(randomMessage(codec, 3), (value) => {
          const bytes = codec.encode(value as never);
          expect(codec.decode(bytes)).to.deep.equal(value);
          const json = JSON.parse(JSON.stringify(codec.toJson(value as never)));
          expect(codec.fromJson(json)).to.deep.equal(value);
        }),
        { numRuns: 15 },
      );
    });
  }

  it("have one form: bytes that were changed are refused or mean something else", () => {
    const cases = fc
      .constantFrom(...codecs.filter(({ fields }) => fields.length > 0))
      .chain((codec) =>
        fc.tuple(
          fc.constant(codec),
          randomMessage(codec, 2),
          fc.nat(),
          fc.integer({ min: 1, max: 255 }),
        ),
      );
    fc.assert(
      fc.property(cases, ([codec, value, place, change]) => {
        const bytes = codec.encode(value as never);
        fc.pre(bytes.length > 0);
        const changed = bytes.slice();
        const at = place % bytes.length;
        changed[at] = (changed[at] as number) ^ change;
        try {
          expect(codec.encode(codec.decode(changed))).to.deep.equal(changed);
        } catch (error) {
          if (!(error instanceof WireError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("events of aegis", () => {
  const events = [app, stakingEvent, rewardsEvent, slashingEvent, tasksEvent]
    .flatMap((file) => Object.values(file).filter(isCodec))
    .filter(({ typeUrl }) => !/\.(Msg|Query|Genesis)/.test(typeUrl));
  for (const codec of events) {
    it(`${codec.typeUrl} comes back from its attributes`, () => {
      const spec = typedEvent(codec);
      fc.assert(
        fc.property(randomMessage(codec, 2), (value) => {
          const event = spec.toAbci(value as never);
          expect(event.attributes.every(({ key }) => key.length > 0)).to.equal(true);
          expect(spec.fromAbci(JSON.parse(JSON.stringify(event)))).to.deep.equal(value);
        }),
        { numRuns: 15 },
      );
    });
  }
});
