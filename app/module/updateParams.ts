/** MsgUpdateParams, which modules have alike: the authority replaces a module's parameters. */
import type { Codec } from "../../proto/wire/codec.ts";
import { present } from "../lib/assert.ts";
import type { Item } from "./collections/schema.ts";
import type { ModuleError } from "./error.ts";
import { type AminoForm, type Message, message } from "./module.ts";

const UPDATE_PARAMS_GAS = 20_000n;

/** What every MsgUpdateParams has. */
interface UpdateParams<P> {
  readonly authority: string;
  readonly params: P | undefined;
}

/** What differs between modules. */
export interface UpdateParamsOptions<P, M extends UpdateParams<P>, R> {
  readonly module: string;
  readonly request: Codec<M>;
  readonly response: Codec<R>;
  readonly amino?: AminoForm;
  readonly item: Item<P>;
  /** @throws ModuleError naming the parameter. */
  readonly validate: (params: P) => void;
  readonly invalid: (detail: string) => ModuleError;
  readonly unauthorized: () => ModuleError;
}

/** Declares the message. */
export function updateParamsMessage<P, M extends UpdateParams<P>, R>(
  options: UpdateParamsOptions<P, M, R>,
): Message {
  return message<M, R>({
    request: options.request,
    response: options.response,
    ...(options.amino === undefined ? {} : { amino: options.amino }),
    signer: (msg) => msg.authority,
    gas: () => UPDATE_PARAMS_GAS,
    validate: (msg) => {
      if (msg.params === undefined) throw options.invalid("params are missing");
      options.validate(msg.params);
    },
    execute: (ctx, msg) => {
      if (msg.authority !== ctx.block.authority) throw options.unauthorized();
      options.item.set(ctx, present(msg.params, "params"));
      return options.response.create();
    },
    commandLine: {
      summary: `change the parameters of ${options.module} (authority only)`,
      example: `aegisd tx ${options.module} update-params --params @params.json --from authority`,
    },
  });
}
