/** Licences in the genesis file, the only place where any can come from. */
import type { GenesisState } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import {
  type Licence,
  LicenceTotals,
  LicenceUse,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { isAccountAddress, moduleAddress } from "../../app/lib/address.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { LICENCES_ACCOUNT, LICENCES_MAX, LICENCES_PER_BACKER_MAX } from "./constants.ts";
import type { StakingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { counts } from "./licences.ts";
import {
  licenceReleases,
  licences,
  licencesByBacker,
  licencesByOwner,
  licenceStakeItem,
  licenceSuspensions,
  licenceTotals,
} from "./state.ts";

function check(condition: boolean, what: string): void {
  if (!condition) throw errors.invalidGenesis(what);
}

function checkLicence(licence: Licence, operators: ReadonlySet<string>): void {
  const { number, owner, use, backs, releasingUntilMs } = licence;
  const where = `licence ${number}`;
  check(isAccountAddress(owner), `${where}: owner is not an account address`);
  if (use === LicenceUse.LICENCE_USE_NOTHING) {
    check(backs === "" && releasingUntilMs === 0n, `${where} backs nothing and says what`);
  } else if (use === LicenceUse.LICENCE_USE_VALIDATOR) {
    check(backs === owner && operators.has(owner), `${where}: its owner runs no such validator`);
  } else {
    check(use === LicenceUse.LICENCE_USE_NODE, `${where}: unknown use`);
    check(isAccountAddress(backs), `${where}: backs is not an account address`);
  }
}

/** Refuses more licences than there can be, and any that do not fit. @throws ModuleError. */
export function checkLicences(genesis: GenesisState): void {
  const { licences: list, licenceStake, validators } = genesis;
  const { issued, liquidated, redeemed } = genesis.licenceTotals ?? LicenceTotals.create();
  check(
    licenceStake >= 1n && licenceStake <= AMOUNT_MAX / BigInt(LICENCES_MAX),
    `licence_stake must be 1 to ${AMOUNT_MAX / BigInt(LICENCES_MAX)}`,
  );
  check(list.length <= LICENCES_MAX, `${list.length} licences, at most ${LICENCES_MAX}`);
  check(issued <= LICENCES_MAX, `${issued} licences were issued, at most ${LICENCES_MAX}`);
  check(
    issued - liquidated - redeemed === list.length,
    `${list.length} licences, totals say ${issued} - ${liquidated} - ${redeemed}`,
  );
  const operators = new Set(validators.map(({ operator }) => operator));
  const behind = new Map<string, Licence[]>();
  let last = 0;
  for (const licence of list) {
    const { number, use, backs } = licence;
    check(number > last && number <= LICENCES_MAX, `licence ${number}: numbers must ascend from 1`);
    last = number;
    checkLicence(licence, operators);
    if (use === LicenceUse.LICENCE_USE_NOTHING) continue;
    const key = `${use}/${backs}`;
    const own = behind.get(key) ?? [];
    check(own.push(licence) <= LICENCES_PER_BACKER_MAX, `${backs} has too many licences`);
    behind.set(key, own);
  }
  for (const { operator, licences: count, licenceStake: stake } of validators) {
    const own = behind.get(`${LicenceUse.LICENCE_USE_VALIDATOR}/${operator}`) ?? [];
    const expected = BigInt(own.filter(counts).length) * licenceStake;
    check(count === own.length && stake === expected, `validator ${operator}: licences`);
  }
}

/** Writes the licences of a checked genesis. @throws ModuleError when their tokens are missing. */
export function initLicences(deps: StakingDeps, ctx: BlockContext, genesis: GenesisState): void {
  const { licences: list, licenceStake } = genesis;
  const wanted = BigInt(list.length) * licenceStake;
  const held = deps.bank.balance(ctx, moduleAddress(LICENCES_ACCOUNT));
  if (held !== wanted) {
    throw errors.invalidGenesis(`${LICENCES_ACCOUNT} holds ${held}, licences stand for ${wanted}`);
  }
  licenceStakeItem.set(ctx, licenceStake);
  const totals = genesis.licenceTotals ?? LicenceTotals.create();
  if (totals.issued > 0) licenceTotals.set(ctx, totals);
  for (const licence of list) {
    const { number, owner, use, backs, releasingUntilMs, suspendedUntilEpoch } = licence;
    licences.set(ctx, number, licence);
    licencesByOwner.add(ctx, [owner, number]);
    if (use !== LicenceUse.LICENCE_USE_NOTHING) licencesByBacker.add(ctx, [use, [backs, number]]);
    if (releasingUntilMs > 0n) licenceReleases.add(ctx, [releasingUntilMs, number]);
    if (suspendedUntilEpoch > 0n) licenceSuspensions.add(ctx, [suspendedUntilEpoch, number]);
  }
}
