/** A chain of checkpoints behind an RPC: what is broadcast is executed at once. */
import type { Rpc } from "../../../../app/client/rpc.ts";
import { EMPTY_BYTES } from "../../../../app/lib/bytes.ts";
import { ModuleError } from "../../../../app/module/error.ts";
import type { QuerySpec } from "../../../../app/module/module.ts";
import { ChainState, Params, Query as AppQuery } from "../../../../proto/gen/aegis/app/v1/app.ts";
import { MsgAttest } from "../../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { BaseAccount } from "../../../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { Query as AuthQuery } from "../../../../proto/gen/cosmos/auth/v1beta1/query.ts";
import { TxBody, TxRaw } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Method } from "../../../../proto/wire/codec.ts";
import { deliver } from "../../../kit/modules.ts";
import type { World } from "../../../modules/checkpoints/world.ts";

export interface FakeRpc extends Rpc {
  /** Whether the node answers. */
  isUp: boolean;
  /** Attestations that were broadcast. */
  readonly sent: MsgAttest[];
}

function answered<Q, A>(method: Method<Q, A>, value: Partial<A>): [string, () => Uint8Array] {
  return [method.path, () => method.response.encode(method.response.create(value))];
}

/** Answers of other modules, by path. */
function others({ ctx }: World): ReadonlyMap<string, () => Uint8Array> {
  const { chainId, height } = ctx.block;
  const account = { typeUrl: BaseAccount.typeUrl, value: BaseAccount.encode(BaseAccount.create()) };
  return new Map([
    answered(AppQuery.Status, { state: ChainState.create({ chainId, height }) }),
    answered(AppQuery.Params, { params: Params.create({ epochBlocks: 10n }) }),
    answered(AuthQuery.Account, { account }),
  ]);
}

/** The node of a chain whose epochs have ten blocks. */
export function fakeRpc(chain: World): FakeRpc {
  const specs = chain.module.queries as readonly unknown[] as readonly QuerySpec<
    unknown,
    unknown
  >[];
  const unused = (): never => {
    throw new Error("the fake has no such call");
  };
  const attempt = <T>(work: () => T): { readonly value?: T; readonly error?: ModuleError } => {
    try {
      return { value: work() };
    } catch (error) {
      if (error instanceof ModuleError) return { error };
      throw error;
    }
  };
  const ask = (path: string, data: Uint8Array): Uint8Array => {
    const spec = specs.find(({ method }) => method.path === path);
    if (spec === undefined) return others(chain).get(path)?.() ?? EMPTY_BYTES;
    const { request, response } = spec.method;
    return response.encode(spec.handle(chain.ctx, request.decode(data)));
  };
  const execute = (tx: Uint8Array): void => {
    const [any] = TxBody.decode(TxRaw.decode(tx).bodyBytes).messages;
    const message = MsgAttest.decode(any?.value ?? EMPTY_BYTES);
    rpc.sent.push(message);
    deliver(chain.module, chain.ctx, MsgAttest, message);
  };
  const rpc: FakeRpc = {
    isUp: true,
    sent: [],
    url: "http://fake",
    query: async (path, data) => {
      if (!rpc.isUp) throw new Error("the node is down");
      const { value = EMPTY_BYTES, error } = attempt(() => ask(path, data));
      const { code = 0, codespace = "", message: log = "" } = error ?? {};
      return { code, codespace, log, value, height: Number(chain.ctx.block.height) };
    },
    broadcastSync: async (tx) => {
      const { error } = attempt(() => execute(tx));
      const { code = 0, codespace = "", message: log = "" } = error ?? {};
      return { code, codespace, log, hash: `${rpc.sent.length}` };
    },
    broadcastAsync: unused,
    status: unused,
    tx: unused,
    block: unused,
    blockResults: unused,
  };
  return rpc;
}
