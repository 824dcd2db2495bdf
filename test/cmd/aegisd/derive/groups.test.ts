/** Groups of derived commands: one per module, by its name and by that which Cosmos has for it. */
import { expect } from "chai";
import { buildModules } from "../../../../app/modules.ts";
import { EXIT } from "../../../../cmd/aegisd/exit.ts";
import { runProgram } from "../../../../cmd/aegisd/program.ts";
import { fakeIo } from "../fakeIo.ts";

describe("groups of derived commands", () => {
  for (const group of ["query", "tx"]) {
    it(`know rewards as distribution too: ${group}`, async () => {
      const io = fakeIo();
      const { modules } = buildModules().manager;
      const code = await runProgram(io, modules, [group, "distribution", "--help"]);
      expect(code).to.equal(EXIT.ok);
      expect(io.written.out).to.include(`aegisd ${group} rewards|distribution`);
    });
  }
});
