/** Every decoder of bytes from outside. A new one is a file here and a line below. */
import type { FuzzTarget } from "../target.ts";
import { archiveTarget } from "./archives.ts";
import { armorTarget, keyFileTarget } from "./keyFiles.ts";
import { beaconTarget } from "./beacon.ts";
import { codecTarget } from "./codecs.ts";
import { genesisTarget, modelFileTarget, partialTarget, settingsTarget } from "./files.ts";
import { frameTarget } from "./frames.ts";
import { checkpointTarget, stateProofTarget } from "./proofs.ts";
import { multisigTarget } from "./keys.ts";
import { lightBlockTarget, receiptTarget } from "./receipts.ts";
import { bodyTarget, callTarget, documentTarget, restPathTarget } from "./requests.ts";
import { snapshotTarget } from "./snapshots.ts";
import { transactionTarget } from "./transactions.ts";

/** Each with its name, made when it is wanted: some change with what they are given. */
export const FUZZ_TARGETS: Readonly<Record<string, () => FuzzTarget | Promise<FuzzTarget>>> = {
  codecs: codecTarget,
  transactions: transactionTarget,
  "keys and signatures of multisigs": multisigTarget,
  "ABCI frames": frameTarget,
  "beacon entries and vote extensions": beaconTarget,
  "ICS-23 proofs": stateProofTarget,
  "checkpoint proofs": checkpointTarget,
  receipts: receiptTarget,
  "light blocks": lightBlockTarget,
  snapshots: snapshotTarget,
  "REST paths": restPathTarget,
  "bodies of requests": bodyTarget,
  "JSON-RPC calls": callTarget,
  "transactions in files": documentTarget,
  "genesis files": genesisTarget,
  "settings files": settingsTarget,
  "model files": modelFileTarget,
  "attestations on the wire": partialTarget,
  "key files": keyFileTarget,
  "armored keys": armorTarget,
  "snapshots in files": archiveTarget,
};
