/** gRPC: queries under their own paths, heights, refusals as statuses, and reflection. */
import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { expect } from "chai";
import { FileDescriptorProto } from "../../../../proto/gen/google/protobuf/descriptor.ts";
import { Query as Bank } from "../../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import {
  ServerReflectionRequest,
  ServerReflectionResponse,
} from "../../../../proto/gen/grpc/reflection/v1/reflection.ts";
import { silentLogger } from "../../../../app/lib/log.ts";
import { createBackend } from "../../../../cmd/aegisd/api/backend.ts";
import { type GrpcServer, startGrpc } from "../../../../cmd/aegisd/api/grpc/server.ts";
import { type ApiNode, apiMethods } from "../../../../cmd/aegisd/api/services.ts";
import { createChain, testSigner } from "../../../kit/chain.ts";

const NO_COMET = "http://127.0.0.1:1";
const MODES = ["v1", "v1alpha"] as const;

interface Given {
  readonly bytes: Uint8Array;
  readonly height: string | undefined;
}

describe("gRPC", () => {
  const chain = createChain({ users: 1 });
  const address = chain.users[0]?.address ?? "";
  const node = (): ApiNode => ({
    backend: createBackend(chain.app(), NO_COMET),
    facts: { minimumGasPrice: 0n, keptVersions: 100 },
  });
  let server: GrpcServer;
  let client: Client;

  before(async () => {
    chain.mock.run(3);
    server = await startGrpc({ ...node(), address: "127.0.0.1:0", logger: silentLogger });
    client = new Client(server.address, credentials.createInsecure());
  });

  after(async () => {
    client.close();
    await server.close();
  });

  const same = (bytes: Buffer): Buffer => bytes;

  function call(path: string, request: Uint8Array, height?: string): Promise<Given> {
    const metadata = new Metadata();
    if (height !== undefined) metadata.set("x-cosmos-block-height", height);
    let given: string | undefined;
    return new Promise((resolve, reject) => {
      const answered = (error: ServiceError | null, bytes?: Buffer): void => {
        if (error !== null) reject(error);
        else resolve({ bytes: new Uint8Array(bytes ?? []), height: given });
      };
      client
        .makeUnaryRequest(path, same, same, Buffer.from(request), metadata, answered)
        .on("metadata", (header) => {
          given = header.get("x-cosmos-block-height")[0]?.toString();
        });
    });
  }

  async function refusal(path: string, request: Uint8Array, height?: string): Promise<status> {
    try {
      await call(path, request, height);
    } catch (error) {
      return (error as ServiceError).code;
    }
    throw new Error(`${path} was answered`);
  }

  const balance = Bank.Balance.request.encode({ address, denom: "uasi" });

  it("answers a declared query, at the latest and at a past height", async () => {
    const now = await call(Bank.Balance.path, balance);
    expect(now.height).to.equal("3");
    expect(Bank.Balance.response.decode(now.bytes).balance?.denom).to.equal("uasi");
    const past = await call(Bank.Balance.path, balance, "2");
    expect(past.height).to.equal("2");
  });

  it("refuses with the status that clients of Cosmos chains expect", async () => {
    expect(await refusal("/cosmos.bank.v1beta1.Query/Nothing", balance)).to.equal(
      status.UNIMPLEMENTED,
    );
    expect(await refusal(Bank.Balance.path, balance, "99")).to.equal(status.INVALID_ARGUMENT);
    expect(await refusal(Bank.Balance.path, balance, "-1")).to.equal(status.INVALID_ARGUMENT);
    expect(await refusal(Bank.Balance.path, new Uint8Array([255, 255]))).to.equal(
      status.INVALID_ARGUMENT,
    );
    const nobody = Bank.Balance.request.encode({ address: "cosmos1nobody", denom: "uasi" });
    expect(await refusal(Bank.Balance.path, nobody)).to.equal(status.INVALID_ARGUMENT);
    const { address: unknown } = testSigner("nobody at all");
    const account = Bank.AllBalances.request.encode({
      address: unknown,
      pagination: undefined,
      resolveDenom: false,
    });
    const path = "/cosmos.auth.v1beta1.Query/Account";
    expect(await refusal(path, account)).to.equal(status.NOT_FOUND);
  });

  /** Asks one stream all of `requests`, in order. */
  function reflect(
    version: string,
    requests: readonly Partial<ServerReflectionRequest>[],
  ): Promise<ServerReflectionResponse[]> {
    const path = `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`;
    return new Promise((resolve, reject) => {
      const stream = client.makeBidiStreamRequest<Buffer, Buffer>(path, same, same);
      const answers: ServerReflectionResponse[] = [];
      stream.on("data", (bytes: Buffer) => {
        answers.push(ServerReflectionResponse.decode(new Uint8Array(bytes)));
      });
      stream.on("end", () => resolve(answers));
      stream.on("error", reject);
      for (const request of requests) {
        const full = ServerReflectionRequest.create({ host: "any", ...request });
        stream.write(Buffer.from(ServerReflectionRequest.encode(full)));
      }
      stream.end();
    });
  }

  for (const version of MODES) {
    it(`describes every service and what it stands on (${version})`, async () => {
      const [list] = await reflect(version, [{ listServices: "" }]);
      const names = (list?.listServicesResponse?.service ?? []).map(({ name }) => name);
      const methods = apiMethods(chain.app().host.manager.modules);
      const declared = new Set(methods.map(({ method }) => method.path.split("/")[1] ?? ""));
      expect(names).to.include.members([
        ...declared,
        `grpc.reflection.${version}.ServerReflection`,
      ]);
      const answers = await reflect(
        version,
        names.map((fileContainingSymbol) => ({ fileContainingSymbol })),
      );
      for (const [i, { fileDescriptorResponse }] of answers.entries()) {
        const files = (fileDescriptorResponse?.fileDescriptorProto ?? []).map((bytes) =>
          FileDescriptorProto.decode(bytes),
        );
        const found = new Set(files.map((file) => file.name));
        for (const file of files)
          for (const need of file.dependency) expect(found).to.include(need);
        const services = files.flatMap((file) =>
          file.service.map(({ name }) => `${file.package}.${name}`),
        );
        expect(services).to.include(names[i]);
      }
    });
  }

  it("answers what it does not know with an error of the stream, and goes on", async () => {
    const answers = await reflect("v1", [
      { fileByFilename: "no/such.proto" },
      { fileContainingSymbol: "no.Such" },
      { allExtensionNumbersOfType: "cosmos.bank.v1beta1.Params" },
      {},
      { fileByFilename: "cosmos/bank/v1beta1/query.proto" },
      { fileContainingSymbol: "cosmos.bank.v1beta1.Query.Balance" },
    ]);
    expect(answers.map((answer) => answer.errorResponse?.errorCode)).to.deep.equal([
      status.NOT_FOUND,
      status.NOT_FOUND,
      status.UNIMPLEMENTED,
      status.UNIMPLEMENTED,
      undefined,
      undefined,
    ]);
  });

  it("says when its address is taken", async () => {
    const again = startGrpc({ ...node(), address: server.address, logger: silentLogger });
    const error = await again.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(RangeError);
  });
});
