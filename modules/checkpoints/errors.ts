/** Refusals of checkpoints. Codes are hashed: they never change and are never reused. */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

type Name =
  | "unauthorized"
  | "invalidParams"
  | "invalidGenesis"
  | "invalidAddress"
  | "unknownEpoch"
  | "closed"
  | "invalidBitfield"
  | "noSigners"
  | "notAMember"
  | "overlapping"
  | "badSignature"
  | "cancelling"
  | "malformed"
  | "sameCheckpoint"
  | "noCulprit"
  | "alreadyFound"
  | "noValidator"
  | "notFinal"
  | "setForgotten";

export const errors: ErrorTable<Name> = errorTable("checkpoints", {
  unauthorized: [2, "only the authority may do this"],
  invalidParams: [3, "invalid parameters of checkpoints"],
  invalidGenesis: [4, "invalid genesis of checkpoints"],
  invalidAddress: [5, "invalid address"],
  unknownEpoch: [6, "no checkpoint of this epoch"],
  closed: [7, "the checkpoint is closed"],
  invalidBitfield: [8, "not a bitfield over the validator set"],
  noSigners: [9, "nobody signed"],
  notAMember: [10, "a signer does not belong to the validator set"],
  overlapping: [11, "a signer is known to have signed"],
  badSignature: [12, "not the signature of all signers"],
  cancelling: [13, "the signatures cancel out what is known"],
  malformed: [14, "a hash, signature or attestation is missing or has the wrong length"],
  sameCheckpoint: [15, "both attestations are of the same checkpoint"],
  noCulprit: [16, "nobody signed both"],
  alreadyFound: [17, "everybody who signed both is known to have"],
  noValidator: [18, "no such validator"],
  notFinal: [19, "the checkpoint is not final"],
  setForgotten: [20, "the validator set of this epoch is not known"],
});
