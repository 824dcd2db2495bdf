/** Transactions: offered to the mempool, and in blocks whatever the mempool said of them. */
import { anyOf } from "../../../app/client/sign.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { MsgDelegate } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { RequestCheckTx } from "../../../proto/gen/tendermint/abci/types.ts";
import { addressBytes, operatorAddress } from "../../../app/lib/address.ts";
import { createChain, testSigner } from "../../kit/chain.ts";
import { type FuzzTarget, require } from "../target.ts";

/** Inputs that make one block. */
const BLOCK_INPUTS = 40;

/** The target. */
export function transactionTarget(): FuzzTarget {
  const chain = createChain({ users: 4, replicas: 1 });
  const [one, two] = chain.users;
  const to = testSigner("receiver").address;
  const send = { fromAddress: one?.address ?? "", toAddress: to, amount: uasi(1n) };
  const delegation = {
    delegatorAddress: two?.address ?? "",
    validatorAddress: operatorAddress(addressBytes(testSigner("validator 0").address)),
    amount: uasi(5n)[0],
  };
  const sign = (index: number, ...messages: Parameters<typeof chain.sign>[1]): Uint8Array =>
    chain.sign(chain.users[index] as (typeof chain.users)[number], messages);
  const seeds = [
    sign(0, anyOf(MsgSend, send)),
    sign(1, anyOf(MsgDelegate, delegation)),
    sign(2, anyOf(MsgSend, { ...send, fromAddress: chain.users[2]?.address ?? "" })),
  ];
  const waiting: Uint8Array[] = [];
  return {
    name: "transactions",
    promise: "an answer with a code, the same on every replica, and every invariant holds",
    seeds,
    share: 0.2,
    run: (input) => {
      const { code, log } = chain.app().checkTx(RequestCheckTx.create({ tx: input }));
      require(Number.isInteger(code) && code >= 0, "a code");
      require(!log.includes("internal error"), `CheckTx: ${log}`);
      waiting.push(input);
      if (waiting.length === BLOCK_INPUTS) {
        const { response } = chain.mock.block({ unjudged: waiting.splice(0) });
        for (const result of response.txResults) {
          require(!result.log.includes("internal error"), `FinalizeBlock: ${result.log}`);
        }
      }
      return code === 0 ? "accepted" : "refused";
    },
  };
}
