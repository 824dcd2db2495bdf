/** Where things lie in a node's home, as in every Cosmos chain. */
import { homedir } from "node:os";
import { join } from "node:path";

export interface HomePaths {
  readonly home: string;
  readonly config: string;
  readonly data: string;
  readonly appToml: string;
  readonly configToml: string;
  readonly genesis: string;
  readonly nodeKey: string;
  readonly validatorKey: string;
  readonly validatorState: string;
  readonly blsKey: string;
  readonly state: string;
  readonly snapshots: string;
  readonly upgradeInfo: string;
}

/** All paths under `home`. */
export function homePaths(home: string): HomePaths {
  const config = join(home, "config");
  const data = join(home, "data");
  return {
    home,
    config,
    data,
    appToml: join(config, "app.toml"),
    configToml: join(config, "config.toml"),
    genesis: join(config, "genesis.json"),
    nodeKey: join(config, "node_key.json"),
    validatorKey: join(config, "priv_validator_key.json"),
    validatorState: join(data, "priv_validator_state.json"),
    blsKey: join(config, "bls_key.json"),
    state: join(data, "application.db"),
    snapshots: join(data, "snapshots"),
    upgradeInfo: join(data, "upgrade-info.json"),
  };
}

/** $AEGISD_HOME, else ~/.aegisd. */
export function defaultHome(): string {
  return process.env["AEGISD_HOME"] ?? join(homedir(), ".aegisd");
}
