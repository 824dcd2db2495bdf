/** Attestations of a crowd: the sum of many secrets signs what all of them together would. */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bitfieldOf } from "../../app/checkpoint/bitfield.ts";
import { checkpointMessage } from "../../app/checkpoint/message.ts";
import { anyOf } from "../../app/client/sign.ts";
import { present } from "../../app/lib/assert.ts";
import { blsSign } from "../../app/lib/bls.ts";
import { fromHex, hex } from "../../app/lib/bytes.ts";
import { seededBlsSecret, seededValidator } from "../../cmd/aegisd/genesis/seededValidators.ts";
import { checkpoints } from "../../modules/checkpoints/state.ts";
import { MsgAttest } from "../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { CROWD_CHAIN_ID, type Crowd } from "./crowd.ts";

const ORDER = bls12_381.fields.Fr.ORDER;

/** Validators of a crowd that always attest together. */
export class Attesters {
  private readonly crowd: Crowd;
  private readonly slots: readonly number[];
  private readonly secret: Uint8Array;

  constructor(crowd: Crowd, slots: readonly number[]) {
    this.crowd = crowd;
    this.slots = slots;
    const sum = slots.reduce(
      (total, slot) => (total + BigInt(`0x${hex(seededBlsSecret(crowd.seed, slot))}`)) % ORDER,
      0n,
    );
    this.secret = fromHex(sum.toString(16).padStart(64, "0"));
  }

  /** A transaction in which all of them attest the checkpoint of the epoch before this one. */
  transaction(): Uint8Array {
    const { context, seed } = this.crowd;
    const epoch = context.block.epoch - 1n;
    const checkpoint = present(checkpoints.get(context, epoch), "a checkpoint");
    const message = checkpointMessage({ chainId: CROWD_CHAIN_ID, ...checkpoint });
    const { operator } = seededValidator(seed, 0);
    const attestation = MsgAttest.create({
      sender: operator.address,
      epoch,
      signers: bitfieldOf(checkpoint.slots, this.slots),
      signature: blsSign(this.secret, message),
    });
    return this.crowd.sign(operator, [anyOf(MsgAttest, attestation)]);
  }
}
