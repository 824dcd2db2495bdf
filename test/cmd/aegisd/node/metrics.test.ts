/** Metrics: what is counted, and where it is served. */
import { expect } from "chai";
import { type Application, baseApplication } from "../../../../app/abci/application.ts";
import { openMemoryStore } from "../../../../app/store/memory.ts";
import { createMetrics, serveMetrics } from "../../../../cmd/aegisd/node/metrics.ts";
import { Crowd } from "../../../kit/crowd.ts";
import { Attesters } from "../../../kit/crowdAttest.ts";
import { doubleSign } from "../../../modules/staking/rotations.ts";
import { RequestCheckTx, ResponseCheckTx } from "../../../../proto/gen/tendermint/abci/types.ts";

function refusing(): Application {
  return {
    ...baseApplication(),
    checkTx: () => ResponseCheckTx.create({ code: 13, codespace: "sdk" }),
    commit: () => {
      throw new Error("disk full");
    },
  };
}

describe("createMetrics", () => {
  const metrics = createMetrics(openMemoryStore({ storeNames: ["app"] }));

  it("times calls and counts refusals without changing them", async () => {
    const app = metrics.instrument(refusing());
    const answer = app.checkTx(RequestCheckTx.create());
    expect(answer).to.include({ code: 13, codespace: "sdk" });
    expect(() => app.commit()).to.throw("disk full");
    const text = await metrics.registry.metrics();
    expect(text).to.contain('aegisd_checktx_refused_total{codespace="sdk",code="13"} 1');
    expect(text).to.contain('aegisd_abci_seconds_count{method="checkTx"} 1');
    expect(text).to.contain('aegisd_abci_seconds_count{method="commit"} 1');
    expect(text).to.contain("aegisd_height 0");
  });

  it("serves them at /metrics and nothing elsewhere, or nowhere at all", async () => {
    const server = await serveMetrics("127.0.0.1:0", metrics.registry);
    try {
      const response = await fetch(`http://${server.address}/metrics`);
      expect(await response.text()).to.contain("aegisd_height");
      expect((await fetch(`http://${server.address}/`)).status).to.equal(404);
      const again = await serveMetrics(server.address, metrics.registry).catch((e: unknown) => e);
      expect(again).to.be.instanceOf(RangeError);
    } finally {
      await server.close();
    }
    const none = await serveMetrics("", metrics.registry);
    expect(none.address).to.equal("");
    await none.close();
    const wrong = await serveMetrics("nonsense", metrics.registry).catch((e: unknown) => e);
    expect(wrong).to.be.instanceOf(RangeError);
  });

  it("tell of epochs, checkpoints and slashes what blocks say", async () => {
    const crowd = new Crowd({ validators: 12, epochBlocks: 3n });
    const own = createMetrics(openMemoryStore({ storeNames: ["app"] }));
    const app = own.instrument(crowd.app);
    const attesters = new Attesters(crowd, 12, 12);
    for (let height = 1; height <= 14; height += 1) {
      const txs = height % 3 === 2 && height > 3 ? [attesters.transaction()] : [];
      const misbehavior =
        height === 13 ? [doubleSign(crowd, [...crowd.current.keys()][0] ?? "")] : [];
      const request = crowd.request({ txs, misbehavior });
      crowd.execute(request, app.finalizeBlock(request));
    }
    const text = await own.registry.metrics();
    expect(text).to.contain("aegisd_epoch 4");
    expect(text).to.contain("aegisd_committee_seats 12");
    expect(text).to.contain("aegisd_validators 12");
    expect(text).to.contain("aegisd_checkpoint_final_epoch 3");
    expect(text).to.match(/aegisd_checkpoint_signed_percent [6-9]\d/);
    expect(text).to.match(/aegisd_validators_minted_uasi [1-9]/);
    expect(text).to.contain('aegisd_validator_slashes_total{reason="double_sign"} 1');
    expect(text).to.match(/aegisd_epoch_change_seconds 0\.\d/);
  });
});
