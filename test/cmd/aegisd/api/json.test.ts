/** JSON of the gateway: decimals in both directions, and that none is forgotten. */
import { expect } from "chai";
import { buildModules } from "../../../../app/modules.ts";
import type { MessageSpec } from "../../../../app/module/module.ts";
import { registerTypes } from "../../../../cmd/aegisd/derive/registry.ts";
import { isDecimal } from "../../../../cmd/aegisd/api/rest/decimals.ts";
import { fromGatewayJson, gatewayJson } from "../../../../cmd/aegisd/api/rest/json.ts";
import { apiMethods } from "../../../../cmd/aegisd/api/services.ts";
import { Params } from "../../../../proto/gen/cosmos/slashing/v1beta1/slashing.ts";
import {
  MsgCreateValidator,
  MsgEditValidator,
} from "../../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { Tx } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Codec } from "../../../../proto/wire/codec.ts";

const { modules } = buildModules().manager;

/** What the Cosmos SDK declares as `cosmos.Dec`, of the messages that this chain shows. */
const COSMOS_DECIMALS = [
  "/cosmos.base.v1beta1.DecCoin amount",
  "/cosmos.distribution.v1beta1.Params base_proposer_reward",
  "/cosmos.distribution.v1beta1.Params bonus_proposer_reward",
  "/cosmos.distribution.v1beta1.Params community_tax",
  "/cosmos.distribution.v1beta1.ValidatorSlashEvent fraction",
  "/cosmos.slashing.v1beta1.Params min_signed_per_window",
  "/cosmos.slashing.v1beta1.Params slash_fraction_double_sign",
  "/cosmos.slashing.v1beta1.Params slash_fraction_downtime",
  "/cosmos.staking.v1beta1.CommissionRates max_change_rate",
  "/cosmos.staking.v1beta1.CommissionRates max_rate",
  "/cosmos.staking.v1beta1.CommissionRates rate",
  "/cosmos.staking.v1beta1.Delegation shares",
  "/cosmos.staking.v1beta1.MsgEditValidator commission_rate",
  "/cosmos.staking.v1beta1.Params min_commission_rate",
  "/cosmos.staking.v1beta1.RedelegationEntry shares_dst",
  "/cosmos.staking.v1beta1.Validator delegator_shares",
];

function decimalsIn(codec: Codec<never>, seen: Map<string, readonly string[]>): void {
  if (seen.has(codec.typeUrl)) return;
  const own = codec.fields.filter(({ jsonName }) => isDecimal(codec.typeUrl, jsonName));
  seen.set(
    codec.typeUrl,
    own.map(({ jsonName }) => `${codec.typeUrl} ${jsonName}`),
  );
  for (const { message } of codec.fields) if (message !== undefined) decimalsIn(message(), seen);
}

describe("JSON of the gateway", () => {
  before(() => registerTypes(modules));

  it("knows the decimals of everything that is asked, answered or signed", () => {
    const seen = new Map<string, readonly string[]>();
    for (const { method } of apiMethods(modules)) {
      decimalsIn(method.request as Codec<never>, seen);
      decimalsIn(method.response as Codec<never>, seen);
    }
    for (const { messages } of modules) {
      for (const spec of messages as unknown as readonly MessageSpec<never, never>[]) {
        decimalsIn(spec.request as Codec<never>, seen);
      }
    }
    expect([...seen.values()].flat().sort()).to.deep.equal(COSMOS_DECIMALS);
  });

  it("writes and reads them within a transaction's messages", () => {
    const message = MsgCreateValidator.create({
      commission: {
        rate: "100000000000000000",
        maxRate: "1000000000000000000",
        maxChangeRate: "0",
      },
    });
    const value = MsgCreateValidator.encode(message);
    const messages = [{ typeUrl: MsgCreateValidator.typeUrl, value }];
    const body = { ...Tx.create().body, messages, memo: "", timeoutHeight: 0n, unordered: false };
    const tx = Tx.decode(
      Tx.encode(
        Tx.create({
          body: {
            ...body,
            timeoutTimestamp: undefined,
            extensionOptions: [],
            nonCriticalExtensionOptions: [],
          },
        }),
      ),
    );
    const json = gatewayJson(Tx, tx);
    expect(json).to.have.nested.property(
      "body.messages[0].commission.max_rate",
      "1.000000000000000000",
    );
    expect(fromGatewayJson(Tx, json)).to.deep.equal(tx);
  });

  it("writes and reads those that are bytes, and leaves out what is not said", () => {
    const minSignedPerWindow = new Uint8Array(Buffer.from("500000000000000000"));
    const params = Params.create({ minSignedPerWindow });
    const json = gatewayJson(Params, params);
    expect(json).to.include({ min_signed_per_window: "0.500000000000000000" });
    expect(fromGatewayJson(Params, json)).to.deep.equal(params);
    const edit = MsgEditValidator.create();
    expect(gatewayJson(MsgEditValidator, edit)).to.include({ commission_rate: "" });
    expect(fromGatewayJson(MsgEditValidator, { commission_rate: "" })).to.deep.equal(edit);
  });

  for (const rate of ["-0.1", "0.1234567890123456789", "1e5", "abc", "1.", ".5", " 1", "0x1"]) {
    it(`refuses ${JSON.stringify(rate)} for a decimal`, () => {
      expect(() => fromGatewayJson(MsgEditValidator, { commission_rate: rate })).to.throw(
        "commission_rate",
      );
    });
  }
});
