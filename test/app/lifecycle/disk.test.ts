/** A disk that fills up while a block is committed: the node stops, and nothing is lost. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { anyOf } from "../../../app/client/sign.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { buildModules } from "../../../app/modules.ts";
import { StoreError } from "../../../app/store/errors.ts";
import { openStore } from "../../../app/store/multistore.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { createChain, testSigner } from "../../kit/chain.ts";

const SENDS_PER_BLOCK = 20;
const BLOCKS_MAX = 200;

describe("a node whose disk is full", () => {
  const folder = mkdtempSync(join(tmpdir(), "aegis-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("fails the commit by name, comes back at the last one, and goes on with more room", () => {
    const storeNames = buildModules().manager.modules.map((module) => module.name);
    let fileBytesMax: number | undefined = 200_000;
    const chain = createChain({
      resourceNodes: 1,
      openStore: () =>
        openStore({ path: join(folder, "state.db"), storeNames, keptVersions: 5, fileBytesMax }),
    });
    const [user] = chain.users;
    if (user === undefined) throw new Error("a user");
    let receivers = 0;
    const fill = (): void => {
      for (let i = 0; i < SENDS_PER_BLOCK; i++) {
        const toAddress = testSigner(`receiver ${receivers++}`).address;
        const amount = [{ denom: "uasi", amount: "1" }];
        const message = anyOf(MsgSend, { fromAddress: user.address, toAddress, amount });
        chain.mock.broadcast(chain.sign(user, [message]));
      }
      chain.mock.block();
    };

    let failure: unknown;
    for (let i = 0; i < BLOCKS_MAX && failure === undefined; i++) {
      try {
        fill();
      } catch (error) {
        failure = error;
      }
    }
    expect(failure).to.be.instanceOf(StoreError);
    expect((failure as StoreError).code).to.equal("disk_full");

    const { height } = chain.mock;
    const appHash = hex(chain.mock.appHash);
    expect(height > 2n).to.equal(true);
    chain.app().host.store.close();
    fileBytesMax = undefined;
    chain.mock.restart(0);
    const { store } = chain.app().host;
    expect(store.latest().height).to.equal(height);
    expect(hex(store.latest().appHash)).to.equal(appHash);
    chain.mock.run(5);
    expect(store.latest().height).to.equal(height + 5n);
    store.close();
  });
});
