/** Changes to a genesis file, and every kind of mistake in one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keySigner } from "../../../../app/client/sign.ts";
import { moduleAddress } from "../../../../app/lib/address.ts";
import { buildModules } from "../../../../app/modules.ts";
import { addBalance, addValidator } from "../../../../cmd/aegisd/genesis/change.ts";
import {
  type AppState,
  type GenesisDocument,
  newGenesis,
  readGenesis,
  writeGenesis,
} from "../../../../cmd/aegisd/genesis/document.ts";
import { genesisComplaints } from "../../../../cmd/aegisd/genesis/validate.ts";
import { validatorOfHome } from "../../../../cmd/aegisd/genesis/validator.ts";
import { COMET_DEFAULTS } from "../../../../cmd/aegisd/home/config.ts";
import { createHome } from "../../../../cmd/aegisd/home/createHome.ts";

const CHAIN_ID = "aegis-test-1";
const ALICE = keySigner(new Uint8Array(32).fill(1)).address;
const BOB = keySigner(new Uint8Array(32).fill(2)).address;
const STAKE = 1_000_000_000n;

type Loose = Record<string, never>;

describe("a genesis file", () => {
  const folder = mkdtempSync(join(tmpdir(), "aegisd-genesis-"));
  let valid: GenesisDocument;

  const homeOf = (name: string): string => join(folder, name);
  const defaults = (): AppState => buildModules().manager.defaultGenesis();
  const validator = (operator: string, home: string, chainId: string = CHAIN_ID) =>
    validatorOfHome({ home: homeOf(home), operator, chainId, stake: STAKE, moniker: home });

  before(() => {
    for (const name of ["one", "two"]) {
      const comet = { ...COMET_DEFAULTS, moniker: name };
      const rest = { app: { "minimum-gas-prices": "0uasi", "check-invariants": false } };
      createHome({ home: homeOf(name), comet, ...rest });
    }
    const rich = addBalance(defaults(), ALICE, 2n * STAKE);
    valid = newGenesis({
      chainId: CHAIN_ID,
      genesisTime: new Date("2026-01-02T03:04:05.678Z"),
      appState: addValidator(rich, validator(ALICE, "one")),
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const balances = (state: AppState): unknown =>
    (state["bank"] as { readonly balances: unknown }).balances;

  describe("changes", () => {
    it("add gifts up, and leave the old state alone", () => {
      const before = defaults();
      const once = addBalance(before, ALICE, 5n);
      const twice = addBalance(addBalance(once, BOB, 1n), ALICE, 6n);
      expect(balances(before)).to.deep.equal([]);
      expect(balances(twice)).to.deep.equal([
        { address: BOB, coins: [{ denom: "uasi", amount: "1" }] },
        { address: ALICE, coins: [{ denom: "uasi", amount: "11" }] },
      ]);
    });

    it("take a validator's stake out of its operator's balance", () => {
      const list = balances(valid.app_state) as { address: string; coins: { amount: string }[] }[];
      const amounts = new Map(list.map(({ address, coins }) => [address, coins[0]?.amount]));
      expect(amounts.get(ALICE)).to.equal(`${STAKE}`);
      expect(amounts.get(moduleAddress("bonded_tokens_pool"))).to.equal(`${STAKE}`);
    });

    it("refuse what cannot be", () => {
      expect(() => addBalance(defaults(), "aegis1nonsense", 5n)).to.throw(/not an account address/);
      expect(() => addBalance(defaults(), ALICE, 0n)).to.throw(/more than 0/);
      const most = addBalance(defaults(), ALICE, 2n ** 63n - 1n);
      expect(() => addBalance(most, ALICE, 1n)).to.throw(/at most/);
      const poor = addBalance(defaults(), ALICE, STAKE - 1n);
      expect(() => addValidator(poor, validator(ALICE, "one"))).to.throw(/genesis add-account/);
      const richer = addBalance(valid.app_state, ALICE, STAKE);
      expect(() => addValidator(richer, validator(ALICE, "two"))).to.throw(/already/);
      const other = addBalance(valid.app_state, BOB, STAKE);
      expect(() => addValidator(other, validator(BOB, "one"))).to.throw(/already/);
      expect(() => addBalance({}, ALICE, 5n)).to.throw(/app_state.bank is missing/);
    });
  });

  it("is read as it was written", () => {
    const path = join(folder, "genesis.json");
    writeGenesis(path, valid);
    expect(readGenesis(path)).to.deep.equal(valid);
    expect(() => readGenesis(`${path}.gone`)).to.throw(/aegisd init/);
  });

  describe("genesisComplaints", () => {
    it("has none about a valid one, with one validator and with two", () => {
      expect(genesisComplaints(valid)).to.deep.equal([]);
      const richer = addBalance(valid.app_state, BOB, STAKE);
      const two = addValidator(richer, validator(BOB, "two"));
      expect(genesisComplaints({ ...valid, app_state: two })).to.deep.equal([]);
    });

    const mistakes: readonly (readonly [string, RegExp, (copy: Loose) => void])[] = [
      ["no chain id", /chain_id/, (g) => set(g, "chain_id", "")],
      ["a chain id that is too long", /chain_id/, (g) => set(g, "chain_id", "x".repeat(51))],
      ["a chain id with a space", /chain_id/, (g) => set(g, "chain_id", "a b")],
      ["no time", /genesis_time/, (g) => set(g, "genesis_time", undefined)],
      ["a local time", /genesis_time/, (g) => set(g, "genesis_time", "2026-01-02T03:04:05+02:00")],
      ["a 13th month", /genesis_time/, (g) => set(g, "genesis_time", "2026-13-02T03:04:05Z")],
      ["height 0", /initial_height/, (g) => set(g, "initial_height", "0")],
      ["a height that is no text", /initial_height/, (g) => set(g, "initial_height", 1)],
      ["tiny blocks", /max_bytes/, (g) => set(g, "consensus_params.block.max_bytes", "100")],
      ["huge blocks", /max_bytes/, (g) => set(g, "consensus_params.block.max_bytes", "999999999")],
      ["gas that is no number", /max_gas/, (g) => set(g, "consensus_params.block.max_gas", "x")],
      [
        "vote extensions switched off",
        /vote_extensions_enable_height/,
        (g) => set(g, "consensus_params.abci.vote_extensions_enable_height", "0"),
      ],
      ["another kind of key", /pub_key_types/, (g) => set(g, "consensus_params.validator", {})],
      ["no consensus parameters", /consensus_params/, (g) => set(g, "consensus_params", null)],
      [
        "a module missing",
        /app_state.tasks is missing/,
        (g) => set(g, "app_state.tasks", undefined),
      ],
      ["an unknown module", /unknown module mint/, (g) => set(g, "app_state.mint", {})],
      ["an unknown field", /unknown field/, (g) => set(g, "app_state.bank.extra", 1)],
      ["a field of another type", /balances/, (g) => set(g, "app_state.bank.balances", 5)],
      [
        "a supply that is not the sum",
        /supply/,
        (g) => set(g, "app_state.bank.supply", [{ denom: "uasi", amount: "1" }]),
      ],
      ["a pool that lacks the stake", /bonded/, (g) => set(g, "app_state.bank.balances", [])],
      [
        "no validators",
        /no validators/,
        (g) => {
          set(g, "app_state.staking.validators", []);
          set(g, "app_state.staking.delegations", []);
          set(g, "app_state.bank.balances", []);
        },
      ],
      [
        "a proof of possession for another chain",
        /possession|proof/,
        (g) => set(g, "chain_id", "aegis-test-2"),
      ],
      [
        "a parameter out of range",
        /epoch_blocks/,
        (g) => set(g, "app_state.app.params.epoch_blocks", "1"),
      ],
      [
        "an authority that is none",
        /authority/,
        (g) => set(g, "app_state.app.params.authority", "x"),
      ],
    ];
    for (const [name, words, spoil] of mistakes) {
      it(`finds ${name}`, () => {
        const copy = structuredClone(valid) as unknown as Loose;
        spoil(copy);
        const complaints = genesisComplaints(copy as unknown as GenesisDocument);
        expect(complaints.join("; ")).to.match(words);
      });
    }
  });
});

/** Sets the value at a dotted path. */
function set(json: unknown, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop() as string;
  let at = json as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  at[last] = value;
}
