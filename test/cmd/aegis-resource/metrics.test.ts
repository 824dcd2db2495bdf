/** What Prometheus reads of a node. */
import { expect } from "chai";
import { resourceMetrics } from "../../../cmd/aegis-resource/metrics.ts";
import { freePorts } from "../../../localnet/ports.ts";
import { readManifest } from "../../../localnet/manifest.ts";

describe("metrics of a resource node", () => {
  const source = { jobs: () => ({ ran: 2 }), speed: () => ({ decode: 20 }) };

  it("tell what the daemon counts, and nothing else", async () => {
    const { metrics: port } = await freePorts(readManifest("single"));
    const metrics = await resourceMetrics(`127.0.0.1:${port}`, source);
    const read = async (path: string): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}${path}`);
    try {
      expect(await (await read("/metrics")).text()).to.match(/^aegis_resource_ready 0$/m);
      metrics.ready();
      metrics.height(77n);
      metrics.run("execute", 3, true);
      metrics.transaction("commit_result", false);
      metrics.account({ balance: 5n, stake: 70n, lost: 0n });
      metrics.account({ balance: 4n, stake: 60n, lost: 10n });
      const text = await (await read("/metrics")).text();
      expect(text).to.match(/^aegis_resource_ready 1$/m);
      expect(text).to.match(/^aegis_resource_height 77$/m);
      expect(text).to.match(/^aegis_resource_balance_uasi 4$/m);
      expect(text).to.match(/^aegis_resource_stake_uasi 60$/m);
      expect(text).to.match(/^aegis_resource_stake_lost_uasi_total 10$/m);
      expect(text).to.match(/^aegis_resource_start_seconds 0\.\d+$/m);
      expect(text).to.include('aegis_resource_jobs{state="ran"} 2');
      expect(text).to.include('aegis_resource_tokens_per_second{kind="decode"} 20');
      const failed = 'aegis_resource_transactions_total{kind="commit_result",outcome="failed"} 1';
      expect(text).to.include(failed);
      expect((await read("/other")).status).to.equal(404);
    } finally {
      await metrics.close();
    }
  });

  it("say that it is not ready while the node is not believed", async () => {
    const { metrics: port } = await freePorts(readManifest("single"), 31);
    const proofs: { height: bigint; refused: number; doubt?: string } = { height: 5n, refused: 1 };
    const withProofs = { ...source, proofs: () => proofs };
    const metrics = await resourceMetrics(`127.0.0.1:${port}`, withProofs);
    const ready = async (): Promise<Response> => fetch(`http://127.0.0.1:${port}/ready`);
    try {
      metrics.ready();
      expect((await ready()).status).to.equal(200);
      proofs.doubt = "the proof is of another value";
      const refused = await ready();
      expect(refused.status).to.equal(503);
      expect(await refused.text()).to.include(proofs.doubt);
      expect((await fetch(`http://127.0.0.1:${port}/health`)).status).to.equal(200);
    } finally {
      await metrics.close();
    }
  });

  it("are off without an address, and refuse one that is none", async () => {
    const metrics = await resourceMetrics("", source);
    metrics.height(1n);
    await metrics.close();
    const error = await resourceMetrics("here", source).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(RangeError);
  });
});
