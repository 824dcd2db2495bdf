/** Licences of a local network: two for each operator, in test mode, behind nothing at first. */
import { LOCAL_PARAMS } from "../modules/tasks/index.ts";
import type { GenesisState } from "../proto/gen/aegis/staking/v1/genesis.ts";
import { Licence, LicenceUse, Params } from "../proto/gen/aegis/staking/v1/staking.ts";
import type { Accounts } from "./accounts.ts";

/** What each stands for, in uasi: 1,000 ASI. */
export const LICENCE_STAKE = 1_000_000_000n;

const LICENCES_EACH = 2;
/** About two minutes of local epochs. */
const SUSPENSION_EPOCHS = 12;

/** The licences by number: of validators' operators, then of nodes'. */
export function localLicences({ validators, operators }: Accounts): readonly Licence[] {
  const owners = [...validators, ...operators].flatMap(({ address }) =>
    Array.from({ length: LICENCES_EACH }, () => address),
  );
  const use = LicenceUse.LICENCE_USE_NOTHING;
  return owners.map((owner, at) => Licence.create({ number: at + 1, owner, use }));
}

/** Staking's genesis with them. */
export function withLicences(genesis: GenesisState, accounts: Accounts): GenesisState {
  const licences = localLicences(accounts);
  return {
    ...genesis,
    params: {
      ...Params.create(genesis.params),
      testnet: true,
      unbondingTimeMs: LOCAL_PARAMS.unbondingTimeMs,
      licenceSuspensionEpochs: SUSPENSION_EPOCHS,
    },
    licenceStake: LICENCE_STAKE,
    licences,
    licenceTotals: { issued: licences.length, liquidated: 0, redeemed: 0 },
  };
}
