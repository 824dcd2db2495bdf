/**
 * The limits and costs of transactions in Cosmos' form. They are compiled into the host: a genesis
 * that says otherwise is refused, and there is no message that changes them.
 */
import { Params } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { TxLimits } from "./deps.ts";
import { errors } from "./errors.ts";

/** The parameters that describe `limits`. */
export function paramsOf(limits: TxLimits): ParamsSpec<Params> {
  const defaults: Params = {
    maxMemoCharacters: BigInt(limits.memoBytesMax),
    txSigLimit: BigInt(limits.signersMax),
    txSizeCostPerByte: limits.gasPerTxByte,
    // No account has an ed25519 key; the field has to say something.
    sigVerifyCostEd25519: limits.gasPerSignature,
    sigVerifyCostSecp256k1: limits.gasPerSignature,
  };
  return {
    codec: Params,
    defaults,
    validate: (params) => {
      if (!equalBytes(Params.encode(params), Params.encode(defaults))) {
        throw errors.invalidGenesis("params are compiled in: leave the defaults");
      }
    },
  };
}
