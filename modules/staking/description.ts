/** What a validator says of itself, with the Cosmos SDK's limits. */
import type { Description } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { utf8 } from "../../app/lib/bytes.ts";

const LIMITS: readonly (readonly [keyof Description, label: string, bytes: number])[] = [
  ["moniker", "moniker", 70],
  ["identity", "identity", 3_000],
  ["website", "website", 140],
  ["securityContact", "security contact", 140],
  ["details", "details", 280],
];

/** An edit leaves texts that are this as they were. */
export const UNCHANGED_TEXT = "[do-not-modify]";

/** What is wrong with a description, or undefined. Only the moniker is needed. */
export function descriptionFault(description: Description | undefined): string | undefined {
  if (description === undefined || description.moniker === "") return "moniker is empty";
  for (const [field, label, most] of LIMITS) {
    const { length } = utf8(description[field]);
    if (length > most) return `invalid ${label} length; got: ${length}, max: ${most}`;
  }
  return undefined;
}

/** The description after an edit; not checked. */
export function editedDescription(old: Description, edit: Description): Description {
  const text = (field: keyof Description): string =>
    edit[field] === UNCHANGED_TEXT ? old[field] : edit[field];
  return {
    moniker: text("moniker"),
    identity: text("identity"),
    website: text("website"),
    securityContact: text("securityContact"),
    details: text("details"),
  };
}
