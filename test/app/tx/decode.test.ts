/** What a transaction may not say, because this chain would not do it. */
import { expect } from "chai";
import { messageRouter } from "../../../app/router/messages.ts";
import { decodeTx } from "../../../app/tx/decode.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { AuthInfo, TxBody, TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { coinModules } from "../../kit/coinChain.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor } from "../../kit/modules.ts";

const router = messageRouter([coinModules().bank as never]);
const send = MsgSend.encode({
  fromAddress: addressFor("alice"),
  toAddress: addressFor("bob"),
  amount: [{ denom: "uasi", amount: "1" }],
});
const any = { typeUrl: MsgSend.typeUrl, value: send };

function txOf(body: Partial<TxBody>, authInfo: Partial<AuthInfo> = {}): Uint8Array {
  return TxRaw.encode({
    bodyBytes: TxBody.encode(TxBody.create({ messages: [any], ...body })),
    authInfoBytes: AuthInfo.encode(AuthInfo.create(authInfo)),
    signatures: [],
  });
}

describe("decodeTx", () => {
  it("reads what is declared", () => {
    const tx = decodeTx(router, txOf({ memo: "hello", timeoutHeight: 7n }));
    expect(tx.body).to.include({ memo: "hello", timeoutHeight: 7n });
    expect(tx.messages.map(({ spec }) => spec.request.typeUrl)).to.deep.equal([MsgSend.typeUrl]);
  });

  const cases: readonly [string, Uint8Array, string][] = [
    ["unordered execution", txOf({ unordered: true }), "sdk/37"],
    ["a timeout by time", txOf({ timeoutTimestamp: { seconds: 1n, nanos: 0 } }), "sdk/37"],
    ["an extension", txOf({ extensionOptions: [any] }), "sdk/37"],
    ["an extension that may be ignored", txOf({ nonCriticalExtensionOptions: [any] }), "sdk/37"],
    ["a tip", txOf({}, { tip: { amount: [], tipper: addressFor("alice") } }), "sdk/37"],
    ["65 messages", txOf({ messages: Array.from({ length: 65 }, () => any) }), "sdk/18"],
    [
      "a message with a field too many",
      txOf({ messages: [{ ...any, value: Uint8Array.of(...send, 0x20, 1) }] }),
      "sdk/2",
    ],
    [
      "a message that is invalid in itself",
      txOf({ messages: [{ ...any, value: new Uint8Array(0) }] }),
      "sdk/7",
    ],
  ];
  for (const [name, bytes, code] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(() => decodeTx(router, bytes))).to.equal(code);
    });
  }
});
