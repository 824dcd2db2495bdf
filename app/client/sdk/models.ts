/** Models as the SDK shows them. */
import { NodeModelState } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { Query, type QueryNodesResponse } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { hex } from "../../lib/bytes.ts";
import { query } from "../query.ts";
import type { NodeApi } from "./api.ts";
import type { ModelView } from "./types.ts";

const ACTIVE = NodeModelState.NODE_MODEL_STATE_ACTIVE;

/** The revision of a model that acts now, and how many of `nodes` serve it. */
export async function modelView(
  api: NodeApi,
  id: string,
  nodes: QueryNodesResponse["nodes"],
): Promise<ModelView> {
  const { revision } = await query(api, Query.Model, { model: id, revision: 0 });
  const active = nodes.filter(({ node }) =>
    node?.models.some(({ model, state }) => model === id && state === ACTIVE),
  );
  return {
    id,
    revision: revision?.number ?? 0,
    contextLength: revision?.contextLength ?? 0,
    promptPrice: revision?.promptPrice ?? 0n,
    outputPrice: revision?.outputPrice ?? 0n,
    activeNodes: active.length,
    sha256: hex(revision?.ggufSha256 ?? new Uint8Array(0)),
  };
}
