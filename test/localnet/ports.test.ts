/** Busy ports are told before anything starts, by number, use and option. */
import { createServer, type Server } from "node:net";
import { expect } from "chai";
import { type Manifest, readManifest } from "../../localnet/manifest.ts";
import { freePorts, portUses, requireFreePorts } from "../../localnet/ports.ts";

describe("requireFreePorts", () => {
  let busy: Server;
  let manifest: Manifest;

  before(async () => {
    const single = readManifest("single");
    manifest = { ...single, ports: await freePorts(single) };
    busy = createServer();
    await new Promise<void>((resolve) => {
      busy.listen(manifest.ports.rpc, "127.0.0.1", resolve);
    });
  });
  after(() => busy.close());

  it("names the port, what it is for and the option that chooses another", async () => {
    const error = await requireFreePorts(manifest).catch((thrown: Error) => thrown);
    expect(error).to.be.instanceOf(RangeError);
    const { message } = error as Error;
    expect(message).to.include(`port ${manifest.ports.rpc} (RPC of validator 0) is in use`);
    expect(message).to.include("--rpc-port").and.not.include("\n");
  });

  it("lets free ports pass", async () => {
    await requireFreePorts({ ...manifest, ports: await freePorts(manifest) });
  });

  it("refuses a port that two would use", async () => {
    const { rpc } = await freePorts(manifest);
    const twice = {
      ...manifest,
      ports: { rpc, p2p: rpc, api: rpc + 2, grpc: rpc + 3, metrics: rpc + 1, stream: rpc + 4 },
    };
    const error = await requireFreePorts(twice).catch((thrown: Error) => thrown);
    expect(error).to.have.property("message").that.includes("is used twice");
  });
});

describe("portUses", () => {
  it("lists different ports for everything that listens", () => {
    const manifest = readManifest("four");
    const ports = portUses(manifest).map(({ port }) => port);
    expect(ports.length).to.equal(4 * 4 + 2 * 3);
    expect(new Set(ports).size).to.equal(ports.length);
  });
});
