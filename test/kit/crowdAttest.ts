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

/** All validators of a crowd; in each epoch one of `groups` groups of them is absent. */
export class Attesters {
  private readonly crowd: Crowd;
  private readonly validators: number;
  /** Sum of the secrets of each group: the slots with one remainder. */
  private readonly sums: readonly bigint[];

  constructor(crowd: Crowd, validators: number, groups: number) {
    this.crowd = crowd;
    this.validators = validators;
    const sums = new Array<bigint>(groups).fill(0n);
    for (let slot = 0; slot < validators; slot += 1) {
      const secret = BigInt(`0x${hex(seededBlsSecret(crowd.seed, slot))}`);
      sums[slot % groups] = ((sums[slot % groups] as bigint) + secret) % ORDER;
    }
    this.sums = sums;
  }

  /** A transaction in which all others attest the checkpoint of the epoch before this one. */
  transaction(): Uint8Array {
    const { context, seed } = this.crowd;
    const epoch = context.block.epoch - 1n;
    const absent = Number(epoch % BigInt(this.sums.length));
    const checkpoint = present(checkpoints.get(context, epoch), "a checkpoint");
    const message = checkpointMessage({ chainId: CROWD_CHAIN_ID, ...checkpoint });
    const slots = Array.from({ length: this.validators }, (_, slot) => slot).filter(
      (slot) => slot % this.sums.length !== absent,
    );
    const secret = this.sums.reduce((sum, one, at) => (at === absent ? sum : sum + one), 0n);
    const { operator } = seededValidator(seed, 0);
    const attestation = MsgAttest.create({
      sender: operator.address,
      epoch,
      signers: bitfieldOf(checkpoint.slots, slots),
      signature: blsSign(fromHex((secret % ORDER).toString(16).padStart(64, "0")), message),
    });
    return this.crowd.sign(operator, [anyOf(MsgAttest, attestation)]);
  }
}
