/** Files that people and other programs hand to ours: genesis, settings, models, partials. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keySigner } from "../../../app/client/sign.ts";
import { utf8 } from "../../../app/lib/bytes.ts";
import { buildModules } from "../../../app/modules.ts";
import { partialJson, readPartial } from "../../../cmd/aegisd/attest/wire.ts";
import { CommandError } from "../../../cmd/aegisd/exit.ts";
import { addBalance, addValidator } from "../../../cmd/aegisd/genesis/change.ts";
import { newGenesis, readGenesis } from "../../../cmd/aegisd/genesis/document.ts";
import { genesisComplaints } from "../../../cmd/aegisd/genesis/validate.ts";
import { validatorOfHome } from "../../../cmd/aegisd/genesis/validator.ts";
import {
  COMET_DEFAULTS,
  cometToml,
  readCometAddresses,
  readMoniker,
} from "../../../cmd/aegisd/home/config.ts";
import { createHome } from "../../../cmd/aegisd/home/createHome.ts";
import { appToml, readAppSettings } from "../../../cmd/aegisd/home/settings/index.ts";
import { EngineError } from "../../../cmd/aegis-resource/engine/error.ts";
import { checkGgufHeader } from "../../../cmd/aegis-resource/engine/ggufHeader.ts";
import { tinyGguf } from "../../kit/tinyGguf.ts";
import { type FuzzTarget, refusing } from "../target.ts";

type About = Pick<FuzzTarget, "name" | "promise" | "seeds" | "share">;

/** A target whose inputs are files; `read` gets the path of each. */
function fileTarget(
  about: About,
  read: (path: string) => void,
  isDocumented: (error: unknown) => boolean,
): FuzzTarget {
  const folder = mkdtempSync(join(tmpdir(), "aegis-fuzz-"));
  const path = join(folder, "input");
  return {
    ...about,
    run: (input) => {
      writeFileSync(path, input);
      return refusing(() => read(path), isDocumented);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const isRangeError = (error: unknown): boolean => error instanceof RangeError;

/** app.toml and config.toml: the same readers as at every start. */
export function settingsTarget(): FuzzTarget {
  const comet = cometToml({ ...COMET_DEFAULTS, moniker: "fuzzed" });
  return fileTarget(
    {
      name: "settings files",
      promise: "the sentence of a RangeError names the file and the setting",
      seeds: [utf8(appToml({})), utf8(comet)],
      share: 0.2,
    },
    (path) => {
      readCometAddresses(path);
      readMoniker(path);
      if (!readFileSync(path, "utf8").includes("proxy_app")) readAppSettings(path);
    },
    isRangeError,
  );
}

/** The header of a model file, which the daemon reads before the engine does. */
export function modelFileTarget(): FuzzTarget {
  return fileTarget(
    {
      name: "model files",
      promise: "what cannot be a GGUF is refused before the engine opens it",
      seeds: [tinyGguf().slice(0, 4_096)],
      share: 0.2,
    },
    checkGgufHeader,
    (error) => error instanceof EngineError,
  );
}

/** A genesis file, through the checks and a chain that is started from it. */
export function genesisTarget(): FuzzTarget {
  const folder = mkdtempSync(join(tmpdir(), "aegis-fuzz-"));
  const home = join(folder, "home");
  createHome({ home, comet: { ...COMET_DEFAULTS, moniker: "fuzzed" }, app: {} });
  const operator = keySigner(new Uint8Array(32).fill(1)).address;
  const stake = 1_000_000_000n;
  const chainId = "aegis-test-1";
  const validator = validatorOfHome({ home, operator, chainId, stake, moniker: "one" });
  const rich = addBalance(buildModules().manager.defaultGenesis(), operator, 2n * stake);
  const document = newGenesis({
    chainId,
    genesisTime: new Date("2026-01-02T03:04:05.678Z"),
    appState: addValidator(rich, validator),
  });
  rmSync(folder, { recursive: true, force: true });
  const isDocumented = (error: unknown): boolean => error instanceof CommandError;
  return fileTarget(
    {
      name: "genesis files",
      promise: "complaints in words, or a chain that starts",
      seeds: [utf8(JSON.stringify(document))],
      share: 0.02,
    },
    (path) => {
      const [complaint] = genesisComplaints(readGenesis(path));
      if (complaint !== undefined) throw new CommandError(complaint);
    },
    isDocumented,
  );
}

/** Partial signatures that validators send each other over HTTP. */
export function partialTarget(): FuzzTarget {
  const signers = new Uint8Array([255, 1]);
  const signature = new Uint8Array(96).fill(3);
  return {
    name: "attestations on the wire",
    promise: "a partial, or nothing",
    seeds: [utf8(partialJson({ epoch: 7n, signers, signature }))],
    share: 1,
    run: (input) => {
      const text = Buffer.from(input).toString("utf8");
      return readPartial(text) === undefined ? "refused" : "accepted";
    },
  };
}
