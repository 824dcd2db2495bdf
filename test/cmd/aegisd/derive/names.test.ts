/** Names of derived commands. */
import { expect } from "chai";
import { kebab, messageVerb, queryName } from "../../../../cmd/aegisd/derive/names.ts";

describe("names of commands", () => {
  it("follow from full names", () => {
    expect(messageVerb("/aegis.tasks.v1.MsgSubmitTask")).to.equal("submit-task");
    expect(queryName("/cosmos.bank.v1beta1.Query/AllBalances")).to.equal("all-balances");
    expect(kebab("SPDXName_of")).to.equal("spdx-name-of");
  });

  it("differ where our own query has the name of one of Cosmos", () => {
    const [own, theirs] = [
      "/aegis.slashing.v1.Query/Params",
      "/cosmos.slashing.v1beta1.Query/Params",
    ];
    const all = [own, theirs] as string[];
    expect(all.map((path) => queryName(path, all))).to.deep.equal(["params", "cosmos-params"]);
    expect(queryName(theirs as string, [theirs as string])).to.equal("params");
  });
});
