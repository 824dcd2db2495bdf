/** A node's home: what it is made of, and what is wrong with a broken one. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "smol-toml";
import { blsPublicKey } from "../../../../app/lib/bls.ts";
import { publicKeyOf } from "../../../../cmd/aegisd/home/cometKeys.ts";
import {
  COMET_DEFAULTS,
  readCometAddresses,
  readMoniker,
} from "../../../../cmd/aegisd/home/config.ts";
import { createHome, readBlsSecret, readIdentity } from "../../../../cmd/aegisd/home/createHome.ts";
import { homePaths } from "../../../../cmd/aegisd/home/paths.ts";
import { readAppSettings } from "../../../../cmd/aegisd/home/settings/index.ts";

describe("a node's home", () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "aegisd-home-"));
    createHome({
      home,
      comet: { ...COMET_DEFAULTS, moniker: 'say "hi"', persistentPeers: ["a@b:1", "c@d:2"] },
      app: { "minimum-gas-prices": "0.025uasi", "check-invariants": false },
    });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it("has its secrets for the owner only", () => {
    const { nodeKey, validatorKey, blsKey, validatorState } = homePaths(home);
    for (const path of [nodeKey, validatorKey, blsKey, validatorState]) {
      expect(statSync(path).mode & 0o777, path).to.equal(0o600);
    }
  });

  it("has new keys each time, and never overwrites them", () => {
    const other = mkdtempSync(join(tmpdir(), "aegisd-home-"));
    const options = {
      comet: { ...COMET_DEFAULTS, moniker: "b" },
      app: { "minimum-gas-prices": "0uasi", "check-invariants": false },
    };
    try {
      createHome({ home: other, ...options });
      expect(readIdentity(other)).not.to.deep.equal(readIdentity(home));
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
    const before = readFileSync(homePaths(home).validatorKey, "utf8");
    expect(() => createHome({ home, ...options })).to.throw(/not overwritten/);
    expect(readFileSync(homePaths(home).validatorKey, "utf8")).to.equal(before);
  });

  it("has keys in CometBFT's form, whose public half is computed, not believed", () => {
    const { validatorKey } = homePaths(home);
    const json = JSON.parse(readFileSync(validatorKey, "utf8"));
    const { consensusKey, blsPublicKey: bls } = readIdentity(home);
    expect(Buffer.from(consensusKey).toString("base64")).to.equal(json.pub_key.value);
    expect(json.address).to.match(/^[0-9A-F]{40}$/);
    expect(bls).to.deep.equal(blsPublicKey(readBlsSecret(home)));
    const secret = Buffer.from(json.priv_key.value, "base64");
    secret.fill(0, 32);
    json.priv_key.value = secret.toString("base64");
    expect(publicKeyOf(json)).to.deep.equal(consensusKey);
  });

  it("has settings that CometBFT reads as they were meant", () => {
    const { configToml } = homePaths(home);
    const toml = parse(readFileSync(configToml, "utf8"));
    expect(toml).to.have.nested.property("p2p.persistent_peers", "a@b:1,c@d:2");
    expect(toml).to.have.nested.property("tx_index.indexer", "kv");
    expect(toml).to.have.nested.property("instrumentation.prometheus", false);
    expect(readMoniker(configToml)).to.equal('say "hi"');
    expect(readCometAddresses(configToml)).to.deep.equal({
      rpc: "tcp://127.0.0.1:26657",
      p2p: "tcp://0.0.0.0:26656",
    });
  });

  it("says which setting of app.toml is wrong, and where", () => {
    const { appToml } = homePaths(home);
    expect(readAppSettings(appToml)).to.deep.include({
      minimumGasPrice: 25_000n,
      logLevel: "info",
    });
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['minimum-gas-prices = ""', /minimum-gas-prices/],
      ['minimum-gas-prices = "5atom"', /5atom/],
      ["minimum-gas-prices = 5", /must be text/],
      ['minimum-gas-prices = "0uasi"\nkept-versions = 0', /kept-versions/],
      ['minimum-gas-prices = "0uasi"\nkept-versions = "ten"', /kept-versions/],
      ["minimum-gas-prices = ", /app\.toml/],
      ["kept-version = 5", /no setting kept-version/],
      ['[apy]\naddress = ""', /no section apy/],
    ];
    for (const [text, words] of wrong) {
      writeFileSync(appToml, text);
      expect(() => readAppSettings(appToml), text).to.throw(RangeError, words);
    }
    rmSync(appToml);
    expect(() => readAppSettings(appToml)).to.throw(/aegisd init/);
  });

  it("says which key file is missing or broken", () => {
    const { validatorKey, blsKey } = homePaths(home);
    for (const text of ["", "{", "{}", "null", '{"priv_key":{"value":"AAAA"}}']) {
      writeFileSync(validatorKey, text);
      expect(() => readIdentity(home), text).to.throw(RangeError);
    }
    for (const text of ["{", "{}", '{"secret_key":"zz"}']) {
      writeFileSync(blsKey, text);
      expect(() => readBlsSecret(home), text).to.throw(RangeError, /bls_key\.json/);
    }
    rmSync(blsKey);
    expect(() => readBlsSecret(home)).to.throw(/aegisd init/);
  });
});
