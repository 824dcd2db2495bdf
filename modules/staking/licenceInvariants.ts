/** What is always true of licences. */
import { LicenceUse } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import type { KeySet } from "../../app/module/collections/schema.ts";
import { hex } from "../../app/lib/bytes.ts";
import type { QueryContext } from "../../app/module/context.ts";
import type { Invariant } from "../../app/module/module.ts";
import { LICENCES_ACCOUNT, LICENCES_MAX } from "./constants.ts";
import type { StakingDeps } from "./deps.ts";
import { backingOf } from "./licences.ts";
import {
  licenceReleases,
  licences,
  licencesByBacker,
  licencesByOwner,
  licenceStakeItem,
  licenceSuspensions,
  licenceTotalsOf,
  validators,
} from "./state.ts";

/** The invariants; the tokens are compared with bank's books. */
export function licenceInvariants(deps: StakingDeps): readonly Invariant[] {
  return [
    { name: "licences", check: (ctx) => checkTotals(deps, ctx) },
    { name: "licence indexes", check: checkIndexes },
    { name: "validators' licences", check: checkValidators },
  ];
}

function checkTotals(deps: StakingDeps, ctx: QueryContext): string | undefined {
  const count = [...licencesByOwner.keys(ctx)].length;
  const { issued, liquidated, redeemed } = licenceTotalsOf(ctx);
  if (issued > LICENCES_MAX) return `${issued} licences were issued`;
  if (count !== issued - liquidated - redeemed) {
    return `${count} licences, totals say ${issued} - ${liquidated} - ${redeemed}`;
  }
  const wanted = BigInt(count) * licenceStakeItem.require(ctx);
  const held = deps.bank.balance(ctx, moduleAddress(LICENCES_ACCOUNT));
  return held === wanted ? undefined : `account holds ${held}, licences stand for ${wanted}`;
}

function checkIndexes(ctx: QueryContext): string | undefined {
  const wanted = new Map<string, Set<string>>();
  const add = <K>(index: KeySet<K>, key: K): void => {
    const keys = wanted.get(index.name) ?? new Set<string>();
    wanted.set(index.name, keys.add(hex(index.key.encode(key))));
  };
  for (const [number, one] of licences.entries(ctx)) {
    const { owner, use, backs, releasingUntilMs, suspendedUntilEpoch } = one;
    const isUsed = use !== LicenceUse.LICENCE_USE_NOTHING;
    if (isUsed !== (backs !== "")) return `licence ${number} backs "${backs}" as ${use}`;
    if (!isUsed && releasingUntilMs > 0n) return `licence ${number} is taken back from nothing`;
    add(licencesByOwner, [owner, number]);
    if (isUsed) add(licencesByBacker, [use, [backs, number]]);
    if (releasingUntilMs > 0n) add(licenceReleases, [releasingUntilMs, number]);
    if (suspendedUntilEpoch > 0n) add(licenceSuspensions, [suspendedUntilEpoch, number]);
  }
  const compare = <K>(index: KeySet<K>): string | undefined => {
    const keys = wanted.get(index.name) ?? new Set<string>();
    const held = [...index.keys(ctx)].map((key) => hex(index.key.encode(key)));
    const isSame = held.length === keys.size && held.every((key) => keys.has(key));
    return isSame ? undefined : `${index.name}: ${held.length} entries, licences say ${keys.size}`;
  };
  return (
    compare(licencesByOwner) ??
    compare(licencesByBacker) ??
    compare(licenceReleases) ??
    compare(licenceSuspensions)
  );
}

function checkValidators(ctx: QueryContext): string | undefined {
  for (const [operator, { licences: count, licenceStake }] of validators.entries(ctx)) {
    const use = LicenceUse.LICENCE_USE_VALIDATOR;
    const { licences: behind, stake } = backingOf(ctx, { use, address: operator });
    if (count !== behind || licenceStake !== stake) {
      return `${operator} says ${count} and ${licenceStake}, licences ${behind} and ${stake}`;
    }
  }
  return undefined;
}
