/** Makes the types of all modules known to the JSON form of transactions and answers. */
import type { Codec } from "../../../proto/wire/codec.ts";
import { registerAny } from "../../../proto/wire/json.ts";
import { BaseAccount, ModuleAccount } from "../../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { PubKey as Ed25519PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import { LegacyAminoPubKey } from "../../../proto/gen/cosmos/crypto/multisig/keys.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { BeaconEntry } from "../../../proto/gen/aegis/staking/v1/beacon.ts";
import type { AnyModule, MessageSpec } from "../../../app/module/module.ts";

/** Registering twice is harmless. */
export function registerTypes(modules: readonly AnyModule[]): void {
  const keys = [PubKey, Ed25519PubKey, LegacyAminoPubKey];
  const known = [...keys, BaseAccount, ModuleAccount, BeaconEntry];
  const codecs = known as unknown as Codec<never>[];
  for (const module of modules) {
    for (const message of module.messages) {
      const { request, response } = message as unknown as MessageSpec<never, never>;
      codecs.push(request, response);
    }
  }
  registerAny(...codecs);
}
