/** Four validators: any one of them killed with -9, and the chain goes on and agrees. */
import { expect } from "chai";
import { commonHeight, compareAppHashes } from "../../localnet/agreement.ts";
import { killValidator, type Part, restartValidator } from "../../localnet/perturb.ts";
import { waitUntil } from "../../localnet/start.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

const ROUNDS: readonly (readonly [number, Part])[] = [
  [0, "all"],
  [1, "application"],
  [2, "cometbft"],
  [3, "all"],
];

describe("a network of four validators", function () {
  this.timeout(600_000);
  let network: TestNetwork;

  before(async () => {
    network = await testNetwork({ name: "four", startedResourceNodes: 0 });
  });
  after(() => network?.close());

  for (const [victim, part] of ROUNDS) {
    it(`goes on without validator ${victim} (${part} killed), which comes back`, async () => {
      const { running } = network;
      await killValidator(running, victim, part);
      const others = running.rpcs.filter((_, i) => i !== victim);
      const before = await commonHeight(others);
      const goesOn = async (): Promise<boolean> => (await commonHeight(others)) >= before + 3;
      await waitUntil(goesOn, 60_000, "three more blocks", new AbortController().signal);
      await restartValidator(running, victim);
      const height = await commonHeight(running.rpcs);
      const { heights, disagreements } = await compareAppHashes(running.rpcs, 1, height);
      expect(heights).to.be.greaterThan(before);
      expect(disagreements).to.deep.equal([]);
      expect(network.failures).to.deep.equal([]);
    });
  }
});
