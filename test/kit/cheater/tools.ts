/** The engines and the sight of the chain that cheats work with. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { query } from "../../../app/client/query.ts";
import { httpRpc } from "../../../app/client/rpc.ts";
import { type Gguf, readGguf, writeGguf } from "../../../cmd/aegis-resource/calibrate/gguf.ts";
import type { Chain } from "../../../cmd/aegis-resource/chain/chain.ts";
import { type ChildEngine, openEngine } from "../../../cmd/aegis-resource/engine/engine.ts";
import type { ResourceConfig } from "../../../cmd/aegis-resource/home/config.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import type { Tools } from "./cheat.ts";

const TASKS_LOOKED_AT = 5n;

/** Tools that have something to close. */
export interface OpenTools extends Tools {
  close(): Promise<void>;
}

/** Tools for the node of `config`; changed model files are kept in `folder`. */
export function openTools(
  config: ResourceConfig,
  { chain, address }: { readonly chain: Chain; readonly address: string },
  folder: string,
): OpenTools {
  const { modelPath, threads } = config;
  const rpc = httpRpc(config.nodeUrl);
  const engines = new Map<string, Promise<ChildEngine>>();
  const open = (path: string): Promise<ChildEngine> => {
    const found = engines.get(path) ?? openEngine({ modelPath: path, threads });
    engines.set(path, found);
    return found;
  };
  return {
    address,
    chain,
    right: () => open(modelPath),
    changed: (name, change) => open(changedFile(join(folder, `${name}.gguf`), modelPath, change)),
    newestTasks: async () => {
      const pagination = PageRequest.create({ limit: TASKS_LOOKED_AT, reverse: true });
      const { tasks } = await query(rpc, Query.Tasks, { pagination });
      return Promise.all(tasks.map(({ taskHash }) => chain.task(taskHash)));
    },
    close: async () => {
      for (const engine of engines.values()) await (await engine).close();
    },
  };
}

/** Writes what `change` makes of the model, unless it is there; returns its path. */
export function changedFile(path: string, model: string, change: (model: Gguf) => Gguf): string {
  if (existsSync(path)) return path;
  mkdirSync(join(path, ".."), { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, writeGguf(change(readGguf(readFileSync(model)))));
  renameSync(half, path);
  return path;
}
