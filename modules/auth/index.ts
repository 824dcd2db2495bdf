/** What others may import of auth. */
export type { AuthDeps, ModuleAccountSpec, TxLimits } from "./deps.ts";
export { errors as authErrors } from "./errors.ts";
export type { AuthKeeper } from "./keeper.ts";
export { authModule } from "./module.ts";
