/** `aegisd docs`: documents that follow from the declarations; no node is needed. */
import type { Command } from "commander";
import type { AnyModule } from "../../../app/module/module.ts";
import { DOCUMENT_PATHS } from "../api/documents.ts";
import { openApi } from "../api/openapi.ts";
import { restRoutes } from "../api/rest/routes.ts";
import { apiMethods } from "../api/services.ts";
import { makeCommand, makeGroup } from "../command.ts";
import type { Io } from "../io.ts";

/** The group. */
export function docsGroup(io: Io, modules: readonly AnyModule[]): Command {
  return makeGroup(io, {
    name: "docs",
    summary: "documents about the node's interfaces",
    example: "aegisd docs openapi > openapi.json",
    commands: [
      makeCommand(io, {
        name: "openapi",
        summary: "the OpenAPI document of the REST server, as /openapi.json has it",
        examples: ["aegisd docs openapi > openapi.json"],
        run: () => {
          const described = openApi(restRoutes(apiMethods(modules)), DOCUMENT_PATHS);
          io.out(`${JSON.stringify(described, undefined, 2)}\n`);
        },
      }),
    ],
  });
}
