/**
 * Refusals of slashing. Codes up to 100 and their texts are those of the Cosmos SDK's slashing;
 * from 102 on they are ours. They are hashed: they never change and are never reused.
 */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

type CosmosName =
  | "noValidator"
  | "stillJailed"
  | "notJailed"
  | "noSelfDelegation"
  | "selfDelegationTooLow"
  | "noSigningInfo"
  | "tombstoned";

type OwnName = "unauthorized" | "invalidParams" | "invalidGenesis" | "invalidAddress";

export const errors: ErrorTable<CosmosName | OwnName> = errorTable("slashing", {
  noValidator: [2, "address is not associated with any known validator"],
  stillJailed: [4, "validator still jailed; cannot be unjailed"],
  notJailed: [5, "validator not jailed; cannot be unjailed"],
  noSelfDelegation: [6, "validator has no self-delegation; cannot be unjailed"],
  selfDelegationTooLow: [7, "validator's self delegation less than minimum; cannot be unjailed"],
  noSigningInfo: [8, "no validator signing info found"],
  tombstoned: [9, "validator already tombstoned"],
  unauthorized: [102, "only the authority may do this"],
  invalidParams: [103, "invalid parameters of slashing"],
  invalidGenesis: [104, "invalid genesis of slashing"],
  invalidAddress: [105, "invalid address"],
});
