/** Keys of accounts and signatures of several keys, as they stand in a transaction. */
import { accountKey, multisigAny } from "../../../app/tx/publicKey.ts";
import { memberSignatures, multiSignature } from "../../../app/tx/multisig.ts";
import { ModuleError } from "../../../app/module/error.ts";
import { concatBytes, uint32BigEndian } from "../../../app/lib/bytes.ts";
import { ModeInfo, type ModeInfoMulti } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { testSigner } from "../../kit/chain.ts";
import { type FuzzTarget, refusing, require } from "../target.ts";

const THRESHOLD = 2;
const KEYS = 3;

/** An input is three parts, each behind its length: key, mode and signatures. */
function partsIn(input: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  const parts: Uint8Array[] = [];
  for (let at = 0; at + 4 <= input.length && parts.length < 3; ) {
    const end = at + 4 + view.getUint32(at);
    parts.push(input.slice(at + 4, end));
    at = end;
  }
  return parts;
}

/** The target. */
export function multisigTarget(): FuzzTarget {
  const keys = Array.from({ length: KEYS }, (_, at) => testSigner(`member ${at}`).publicKey);
  const any = multisigAny(THRESHOLD, keys);
  const signatures = new Map([0, 2].map((at) => [at, new Uint8Array(64).fill(at + 1)]));
  const { modeInfo, signature } = multiSignature(KEYS, signatures);
  const parts = [any.value, ModeInfo.encode(modeInfo), signature];
  return {
    name: "keys and signatures of multisigs",
    promise: "a refusal by name, or at least as many signatures as the threshold",
    seeds: [concatBytes(...parts.flatMap((part) => [uint32BigEndian(part.length), part]))],
    share: 0.5,
    run: (input) =>
      refusing(
        () => {
          const [value, mode, bytes] = partsIn(input);
          if (value === undefined || mode === undefined || bytes === undefined) {
            throw new WireError("parts are missing");
          }
          const key = accountKey({ typeUrl: any.typeUrl, value }, false);
          const multi: ModeInfoMulti | undefined = ModeInfo.decode(mode).multi;
          if (multi === undefined) throw new WireError("one signature");
          const found = memberSignatures(key, multi, bytes);
          require(found.length >= (key.threshold ?? 1), "too few signatures");
          require(found.length <= key.keys.length, "more signatures than keys");
        },
        (error) => error instanceof ModuleError || error instanceof WireError,
      ),
  };
}
