/** The SDK's parts that need no chain: its bundle for browsers, requests, and the doorbell. */
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { build } from "esbuild";
import { AegisError } from "../../../app/client/sdk/error.ts";
import { taskRequestOf } from "../../../app/client/sdk/request.ts";
import type { AskOptions } from "../../../app/client/sdk/types.ts";
import { Doorbell, type Socket, type SocketMaker } from "../../../app/client/sdk/watch.ts";
import { secretWallet } from "../../../app/client/sdk/wallet.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { anyOf, signTx, keySigner } from "../../../app/client/sign.ts";
import { hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import * as browserKeys from "../../../app/lib/secp256k1Browser.ts";
import * as nodeKeys from "../../../app/lib/secp256k1.ts";
import { PROJECT } from "../../kit/program.ts";

/** A page that asks must not be slow because of us. */
const GZIP_BYTES_MAX = 190_000;

describe("the SDK's bundle for browsers", function () {
  this.timeout(60_000);
  let bundle = "";
  before(async () => {
    const result = await build({
      entryPoints: [join(PROJECT, "app/client/sdk/index.ts")],
      ...{ bundle: true, minify: true, write: false, logLevel: "silent" },
      format: "iife",
      globalName: "Aegis",
      platform: "browser",
      target: "es2022",
    });
    bundle = result.outputFiles[0]?.text ?? "";
  });

  it("needs nothing of Node, and is small", () => {
    const size = gzipSync(bundle).length;
    console.log(`      ${bundle.length} bytes, ${size} gzipped`);
    expect(size).to.be.lessThan(GZIP_BYTES_MAX);
  });

  it("derives, signs and refuses with nothing but what browsers have", async () => {
    const secret = sha256(utf8("bundle"));
    const globals = {
      ...{ TextEncoder, TextDecoder, URL, URLSearchParams, AbortSignal, AbortController },
      ...{ setTimeout, clearTimeout, crypto: globalThis.crypto, console },
      fetch: async () => {
        throw new TypeError("offline");
      },
      secret: Array.from(secret),
    };
    const script = `${bundle};
      (async () => {
        const wallet = Aegis.secretWallet(new Uint8Array(secret));
        const content = { messages: [], gasLimit: 1n, fee: 1n };
        const place = { chainId: "c", accountNumber: 1n, sequence: 2n };
        const tx = await wallet.sign(content, place);
        const words = (await Aegis.mnemonicWallet(Aegis.newMnemonic())).address;
        const error = await Aegis.connect({ url: "http://x" }).catch((e) => e.code);
        return JSON.stringify([wallet.address, Array.from(tx), words.slice(0, 6), error]);
      })()`;
    const answered = JSON.parse((await runInNewContext(script, globals)) as string) as unknown[];
    const signer = keySigner(secret);
    const tx = signTx(
      signer,
      { messages: [], gasLimit: 1n, fee: 1n },
      { chainId: "c", accountNumber: 1n, sequence: 2n },
    );
    expect(answered).to.deep.equal([signer.address, Array.from(tx), "aegis1", "network"]);
  });
});

describe("keys in a browser and in Node", () => {
  it("are the same, and sign the same", () => {
    for (let i = 0; i < 20; i += 1) {
      const secret = sha256(utf8(`secret ${i}`));
      const digest = sha256(utf8(`digest ${i}`));
      for (const of of [browserKeys, nodeKeys]) expect(of.isSecretKey(secret)).to.equal(true);
      expect(hex(browserKeys.publicKeyOf(secret))).to.equal(hex(nodeKeys.publicKeyOf(secret)));
      const made = [browserKeys, nodeKeys].map((of) => hex(of.signDigest(digest, secret)));
      expect(made[0]).to.equal(made[1]);
    }
    for (const wrong of [new Uint8Array(32), new Uint8Array(31), new Uint8Array(32).fill(255)]) {
      for (const of of [browserKeys, nodeKeys]) expect(of.isSecretKey(wrong)).to.equal(false);
    }
  });

  it("make a wallet that signs what the chain's own client signs", async () => {
    const secret = sha256(utf8("wallet"));
    const { address, sign } = secretWallet(secret);
    const send = { fromAddress: address, toAddress: address, amount: [] };
    const content = { messages: [anyOf(MsgSend, send)], gasLimit: 5n, fee: 7n };
    const place = { chainId: "c", accountNumber: 1n, sequence: 2n };
    expect(hex(await sign(content, place))).to.equal(
      hex(signTx(keySigner(secret), content, place)),
    );
  });
});

describe("a request", () => {
  const make = (options: AskOptions, prompt: string | readonly never[] = "Hi.") =>
    taskRequestOf(prompt, "m", options);

  it("has the chain's numbers, and sensible ones where none are given", () => {
    const { sampling, maxOutputTokens, targetCount } = make({ temperature: 1.5, topP: 0.9 });
    expect(sampling).to.deep.equal({ temperatureMilli: 1_500, topK: 64, topPMilli: 900 });
    expect([maxOutputTokens, targetCount]).to.deep.equal([256, 1]);
    expect(make({}).sampling?.temperatureMilli).to.equal(700);
    const chat = taskRequestOf([{ role: "system", content: "a" }], "m", {});
    expect([chat.prompt, chat.messages]).to.deep.equal(["", [{ role: 1, content: "a" }]]);
  });

  it("is refused by the name of what is wrong", () => {
    const wrong: readonly (readonly [AskOptions, string])[] = [
      [{ temperature: 0.01 }, "temperature"],
      [{ temperature: 2.1 }, "temperature"],
      [{ temperature: Number.NaN }, "temperature"],
      [{ topP: -1 }, "topP"],
      [{ topK: 65 }, "topK"],
      [{ count: 17 }, "count"],
      [{ count: 2, temperature: 0 }, "count"],
      [{ maxOutputTokens: 0 }, "maxOutputTokens"],
      [{ maxOutputTokens: 1.5 }, "maxOutputTokens"],
      [{ stop: ["", "a"] }, "stop"],
      [{ stop: ["a", "b", "c", "d", "e"] }, "stop"],
      [{ stop: ["é".repeat(33)] }, "stop"],
    ];
    for (const [options, param] of wrong) {
      expect(() => make(options), param)
        .to.throw(AegisError)
        .with.nested.property("details.param", param);
    }
    expect(() => make({}, "")).to.throw(AegisError, "prompt");
    const odd = [{ role: "tool", content: "a" }] as never;
    expect(() => taskRequestOf(odd, "m", {})).to.throw(AegisError, "role");
  });
});

describe("a doorbell", () => {
  const TASK = "ab".repeat(32);

  class FakeSocket implements Socket {
    static readonly made: FakeSocket[] = [];
    readonly sent: string[] = [];
    readonly listeners = new Map<string, ((event: never) => void)[]>();
    constructor() {
      FakeSocket.made.push(this);
    }
    addEventListener(type: string, listener: (event: never) => void): void {
      this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
    }
    send(text: string): void {
      this.sent.push(text);
    }
    close(): void {
      this.fire("close");
    }
    fire(type: string, event: unknown = {}): void {
      for (const listener of this.listeners.get(type) ?? []) listener(event as never);
    }
  }

  it("rings when the node says something, when it is lost, and in time without one", async () => {
    const bell = new Doorbell("http://node", FakeSocket as unknown as SocketMaker);
    const first = bell.next(TASK);
    const [socket] = FakeSocket.made;
    socket?.fire("open");
    expect(socket?.sent[0]).to.include(TASK);
    const params = { result: { data: { taskHash: TASK } } };
    for (const data of ["not JSON", "null", "{}", JSON.stringify({ params })]) {
      socket?.fire("message", { data });
    }
    await first;
    const second = bell.next(TASK);
    socket?.fire("close");
    await second;
    const stop = new AbortController();
    const third = bell.next(TASK, stop.signal);
    stop.abort();
    await third;
    await new Doorbell("http://node", undefined).next(TASK);
    bell.close();
    await bell.next(TASK);
  });
});
