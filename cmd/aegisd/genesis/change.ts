/**
 * Changes to the state of the first block. Each returns a new state and leaves the old one alone.
 */
import { GenesisState as BankGenesis } from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import { GenesisState as StakingGenesis } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import type { Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { isAccountAddress, moduleAddress } from "../../../app/lib/address.ts";
import { equalBytes } from "../../../app/lib/bytes.ts";
import { AMOUNT_MAX, BASE_DENOM, uasi } from "../../../app/lib/coin.ts";
import { BONDED_POOL, selfDelegation } from "../../../modules/staking/index.ts";
import { CommandError } from "../exit.ts";
import type { AppState } from "./document.ts";

/** The genesis of module `name`. @throws CommandError when it is malformed. */
export function partOf<G>(state: AppState, name: string, codec: Codec<G>): G {
  const json = state[name];
  if (json === undefined) throw new CommandError(`app_state.${name} is missing from the genesis`);
  try {
    return codec.fromJson(json);
  } catch (error) {
    throw new CommandError(`app_state.${name}: ${error instanceof Error ? error.message : ""}`);
  }
}

/** The state with another genesis of module `name`. @throws CommandError when it is malformed. */
export function change<G>(
  state: AppState,
  name: string,
  codec: Codec<G>,
  make: (old: G) => G,
): AppState {
  return { ...state, [name]: codec.toJson(make(partOf(state, name, codec))) };
}

function balanceOf(bank: BankGenesis, address: string): bigint {
  const coins = bank.balances.find((one) => one.address === address)?.coins ?? [];
  return BigInt(coins.find(({ denom }) => denom === BASE_DENOM)?.amount ?? "0");
}

/** What an account has in the first block, in uasi. */
export function balanceIn(state: AppState, address: string): bigint {
  return balanceOf(partOf(state, "bank", BankGenesis), address);
}

/** Adds `amount` uasi (which may be negative) to the balance of `address`. */
function changeBalance(state: AppState, address: string, amount: bigint): AppState {
  return change(state, "bank", BankGenesis, (bank) => {
    const after = balanceOf(bank, address) + amount;
    if (after < 0n) {
      throw new CommandError(
        `${address} has ${balanceOf(bank, address)}uasi, ${-amount}uasi are needed: ` +
          'give it more with "aegisd genesis add-account"',
      );
    }
    if (after > AMOUNT_MAX) throw new CommandError("a balance is at most 2^63 - 1 uasi");
    const others = bank.balances.filter((one) => one.address !== address);
    const own = after === 0n ? [] : [{ address, coins: uasi(after) }];
    return { ...bank, balances: [...others, ...own], supply: [] };
  });
}

/** Gives `amount` uasi, more than 0, to `address`; several gifts add up. */
export function addBalance(state: AppState, address: string, amount: bigint): AppState {
  if (!isAccountAddress(address)) {
    throw new CommandError(`${JSON.stringify(address)} is not an account address`);
  }
  if (amount <= 0n) throw new CommandError("the amount must be more than 0uasi");
  return changeBalance(state, address, amount);
}

/**
 * Adds a validator of the first block in the next slot. Its stake comes out of its operator's
 * balance.
 * @throws CommandError when the operator lacks it, or operator or key stands twice.
 */
export function addValidator(state: AppState, validator: Validator): AppState {
  const { operator, tokens } = validator;
  const added = change(state, "staking", StakingGenesis, (staking) => {
    for (const other of staking.validators) {
      const isSame =
        other.operator === operator ||
        equalBytes(other.consensusPublicKey, validator.consensusPublicKey) ||
        equalBytes(other.blsPublicKey, validator.blsPublicKey);
      if (isSame) throw new CommandError(`${operator} or its keys are a validator already`);
    }
    // Slots in the order of arrival, from 0.
    const placed = { ...validator, slot: staking.validators.length };
    return {
      ...staking,
      validators: [...staking.validators, placed],
      delegations: [...staking.delegations, selfDelegation(validator)],
    };
  });
  const paid = changeBalance(added, operator, -tokens);
  return changeBalance(paid, moduleAddress(BONDED_POOL), tokens);
}
