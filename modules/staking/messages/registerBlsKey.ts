/** MsgRegisterBlsKey: a validator gets the key with which it signs beacons and checkpoints. */
import {
  MsgRegisterBlsKey,
  MsgRegisterBlsKeyResponse,
} from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { BLS_PUBLIC_KEY_BYTES, BLS_SIGNATURE_BYTES } from "../../../app/lib/bls.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { VALIDATOR_GAS } from "../constants.ts";
import { errors } from "../errors.ts";
import { registerBlsKey } from "../keys.ts";
import { validateAddress } from "./checks.ts";

export const registerBlsKeyMessage: Message = message<MsgRegisterBlsKey, MsgRegisterBlsKeyResponse>(
  {
    request: MsgRegisterBlsKey,
    response: MsgRegisterBlsKeyResponse,
    signer: (msg) => msg.operator,
    gas: () => VALIDATOR_GAS,
    validate: (msg) => {
      validateAddress(msg.operator, "operator");
      if (msg.publicKey.length !== BLS_PUBLIC_KEY_BYTES) throw errors.invalidBlsKey("public_key");
      if (msg.possessionProof.length !== BLS_SIGNATURE_BYTES) {
        throw errors.invalidBlsKey("possession_proof");
      }
    },
    execute: (ctx, { operator, publicKey, possessionProof }) => {
      registerBlsKey(ctx, operator, publicKey, possessionProof);
      return {};
    },
    commandLine: {
      summary: "register your validator's BLS key, that of --home; without one it gets no seat",
      example: "aegisd tx staking register-bls-key --home ~/.aegisd --from alice",
    },
  },
);
