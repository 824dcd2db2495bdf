/** Events out of blocks back to the types that modules emitted. */
import { expect } from "chai";
import { eventReader, eventsOf } from "../../../app/client/events.ts";
import { plainEvent, typedEvent } from "../../../app/module/event.ts";
import { BeaconWithheld, ValidatorJailed } from "../../../proto/gen/aegis/staking/v1/event.ts";

const withheld = typedEvent(BeaconWithheld);
const jailed = typedEvent(ValidatorJailed);
const transfer = plainEvent("transfer", ["recipient", "sender", "amount"]);

const first = BeaconWithheld.create({ height: 7n, signer: "a", proposer: "b" });
const second = ValidatorJailed.create({ operator: "a", reason: 1 });
const third = { recipient: "a", sender: "b", amount: "5uasi" };

describe("eventReader", () => {
  const stranger = { type: "later.v9.Thing", attributes: [] };
  const events = [
    withheld.toAbci(first),
    stranger,
    transfer.toAbci(third),
    jailed.toAbci(second),
    withheld.toAbci(first),
  ];

  it("gives what was emitted, in order, and leaves strangers out", () => {
    const reader = eventReader([withheld, jailed, transfer]);
    expect(reader.read(events)).to.deep.equal([
      { type: "aegis.staking.v1.BeaconWithheld", value: first },
      { type: "transfer", value: third },
      { type: "aegis.staking.v1.ValidatorJailed", value: second },
      { type: "aegis.staking.v1.BeaconWithheld", value: first },
    ]);
    expect(eventReader([jailed]).read(events)).to.have.length(1);
    expect(eventReader([]).read(events)).to.deep.equal([]);
  });

  it("does not mind what hosts add to an event", () => {
    const event = withheld.toAbci(first);
    const extra = { key: "msg_index", value: "0", index: false };
    const marked = { ...event, attributes: [...event.attributes, extra] };
    expect(eventReader([withheld]).read([marked])).to.deep.equal([
      { type: withheld.type, value: first },
    ]);
  });

  it("does not let a declared event of another form pass", () => {
    const attributes = [{ key: "height", value: "seven", index: false }];
    expect(() => eventReader([withheld]).read([{ type: withheld.type, attributes }])).to.throw(
      /height/,
    );
  });

  it("picks the events of one declaration", () => {
    expect(eventsOf(withheld, events)).to.deep.equal([first, first]);
    expect(eventsOf(jailed, events)).to.deep.equal([second]);
  });
});
