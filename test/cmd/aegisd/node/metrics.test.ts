/** Metrics: what is counted, and where it is served. */
import { expect } from "chai";
import { type Application, baseApplication } from "../../../../app/abci/application.ts";
import { openMemoryStore } from "../../../../app/store/memory.ts";
import { createMetrics, serveMetrics } from "../../../../cmd/aegisd/node/metrics.ts";
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
});
