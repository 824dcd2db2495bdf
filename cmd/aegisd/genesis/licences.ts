/** Licences of a genesis from a list of their owners. */
import { GenesisState as StakingGenesis } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import { Licence, LicenceTotals, LicenceUse } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { isAccountAddress, moduleAddress } from "../../../app/lib/address.ts";
import { LICENCES_ACCOUNT, LICENCES_MAX } from "../../../modules/staking/index.ts";
import { CommandError } from "../exit.ts";
import { addBalance, change } from "./change.ts";
import type { AppState } from "./document.ts";

/** So many licences of one account. */
export interface LicenceGrant {
  readonly owner: string;
  readonly count: number;
}

/**
 * Reads lines `owner` or `owner,count`; a line `owner,count` by name at the top, comments after #
 * and empty lines are skipped.
 * @throws CommandError naming the line that is wrong.
 */
export function readGrants(csv: string): LicenceGrant[] {
  const grants: LicenceGrant[] = [];
  let total = 0;
  for (const [at, line] of csv.split(/\r?\n/).entries()) {
    const [text = ""] = line.replace(/^\uFEFF/, "").split("#");
    const [owner = "", number = "1", ...more] = text.split(",").map((part) => part.trim());
    const isHeader = grants.length === 0 && owner.toLowerCase() === "owner";
    if (text.trim() === "" || isHeader) continue;
    const where = `line ${at + 1}`;
    if (more.length > 0) throw new CommandError(`${where}: expected owner or owner,count`);
    if (!isAccountAddress(owner)) {
      throw new CommandError(`${where}: ${JSON.stringify(owner)} is not an account address`);
    }
    if (!/^[1-9]\d{0,4}$/.test(number)) {
      throw new CommandError(`${where}: ${JSON.stringify(number)} is not a number of licences`);
    }
    total += Number(number);
    if (total > LICENCES_MAX) {
      throw new CommandError(`${where}: there can be at most ${LICENCES_MAX} licences`);
    }
    grants.push({ owner, count: Number(number) });
  }
  if (grants.length === 0) throw new CommandError("it names no owner");
  return grants;
}

/**
 * Issues licences, numbered after those that there are; their tokens are new.
 * @throws CommandError when there would be too many, or `stake` differs from that of the others.
 */
export function addLicences(
  state: AppState,
  grants: readonly LicenceGrant[],
  stake?: bigint,
): AppState {
  let added = 0n;
  const next = change(state, "staking", StakingGenesis, (staking) => {
    const totals = staking.licenceTotals ?? LicenceTotals.create();
    const isOther = stake !== undefined && stake !== staking.licenceStake;
    if (isOther && totals.issued > 0) {
      throw new CommandError(`licences stand for ${staking.licenceStake}uasi each already`);
    }
    const licences = [...staking.licences];
    let number = totals.issued;
    for (const { owner, count } of grants) {
      for (let at = 0; at < count; at += 1) {
        number += 1;
        const use = LicenceUse.LICENCE_USE_NOTHING;
        licences.push(Licence.create({ number, owner, use }));
      }
    }
    if (number > LICENCES_MAX) {
      throw new CommandError(`${number} licences: there can be at most ${LICENCES_MAX}`);
    }
    const licenceStake = stake ?? staking.licenceStake;
    added = BigInt(number - totals.issued) * licenceStake;
    return { ...staking, licences, licenceStake, licenceTotals: { ...totals, issued: number } };
  });
  return addBalance(next, moduleAddress(LICENCES_ACCOUNT), added);
}
