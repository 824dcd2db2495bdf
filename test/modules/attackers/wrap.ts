/** What a dishonest node changes of what it sends. */
import type { Signer } from "../../../app/client/sign.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { Chain } from "../../../cmd/aegis-resource/chain/chain.ts";
import { txHash } from "../../../cmd/aegis-resource/chain/rpcChain.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";

/** What becomes of a message: another one, or undefined for none. */
export type Meddle = (message: Any) => Any | undefined;

/** A chain on which some messages are sent otherwise than the daemon meant, or never. */
export function meddling(honest: Chain, signer: Signer, meddle: Meddle): Chain {
  const dropped = new Set<string>();
  return {
    ...honest,
    send: async (sending, onSigned) => {
      const message = meddle(sending.message);
      if (message !== undefined) {
        await honest.send({ ...sending, message }, onSigned);
        return;
      }
      const bytes = sha256(utf8(`never sent ${dropped.size} by ${signer.address}`));
      dropped.add(txHash(bytes));
      onSigned(bytes, txHash(bytes));
    },
    rebroadcast: async (bytes) => {
      if (!dropped.has(txHash(bytes))) await honest.rebroadcast(bytes);
    },
  };
}
