/** MsgRotateConsPubKey: an operator gives its validator another consensus key. */
import {
  MsgRotateConsPubKey,
  MsgRotateConsPubKeyResponse,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { VALIDATOR_GAS } from "../constants.ts";
import { rotateConsensusKey } from "../keys.ts";
import { consensusKeyIn, operatorOf } from "./checks.ts";

export const rotateConsPubKey: Message = message<MsgRotateConsPubKey, MsgRotateConsPubKeyResponse>({
  request: MsgRotateConsPubKey,
  response: MsgRotateConsPubKeyResponse,
  signer: (msg) => operatorOf(msg.validatorAddress),
  amino: { name: "cosmos-sdk/MsgRotateConsPubKey", full: true },
  gas: () => VALIDATOR_GAS,
  validate: (msg) => {
    operatorOf(msg.validatorAddress);
    consensusKeyIn(msg.newPubkey);
  },
  execute: (ctx, { validatorAddress, newPubkey }) => {
    rotateConsensusKey(ctx, operatorOf(validatorAddress), consensusKeyIn(newPubkey));
    return {};
  },
  commandLine: {
    summary: "vote with another consensus key, two heights on",
    example: "aegisd tx staking rotate-cons-pub-key --new-pubkey @key.json --from validator1",
  },
});
