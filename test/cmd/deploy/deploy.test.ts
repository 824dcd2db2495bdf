/** What operators are given beside the programs: it names only what there is. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { expect } from "chai";
import { buildModules } from "../../../app/modules.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { createMetrics } from "../../../cmd/aegisd/node/metrics.ts";
import { buildProgram } from "../../../cmd/aegisd/program.ts";
import { command as checkCommand } from "../../../cmd/aegis-resource/commands/check.ts";
import { command as doctorCommand } from "../../../cmd/aegis-resource/commands/doctor.ts";
import { command as initCommand } from "../../../cmd/aegis-resource/commands/init.ts";
import { command as startCommand } from "../../../cmd/aegis-resource/commands/start.ts";
import { resourceMetrics } from "../../../cmd/aegis-resource/metrics.ts";
import { PROJECT } from "../../kit/program.ts";

const DEPLOY = join(PROJECT, "cmd/aegisd/deploy");
const DOCS = ["cmd/aegisd/docs", "cmd/aegis-resource/docs"];
const silent = { out: () => {}, err: () => {} };

function text(path: string): string {
  return readFileSync(path, "utf8");
}

/** Names of metrics in a dashboard or rule. */
function metricsIn(content: string): Set<string> {
  const names = content.match(/\b(?:aegisd|aegis_resource|process|nodejs)_[a-z0-9_]+/g) ?? [];
  return new Set(names.map((name) => name.replace(/_(bucket|count|sum)$/, "")));
}

describe("dashboards and alerts", () => {
  it("name only metrics that the programs have", async () => {
    const storeNames = buildModules().manager.modules.map((module) => module.name);
    const node = createMetrics(openMemoryStore({ storeNames }));
    const source = { jobs: () => ({}), speed: () => ({}) };
    const port = 20_000 + (process.pid % 20_000);
    const resource = await resourceMetrics(`127.0.0.1:${port}`, source);
    const served = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const ready = await fetch(`http://127.0.0.1:${port}/ready`);
    expect(ready.status).to.equal(503);
    resource.ready();
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).to.equal(200);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).to.equal(200);
    await resource.close();
    const known = new Set(
      `${await node.registry.metrics()}${served}`.match(/(?<=# HELP )\S+/g) ?? [],
    );
    for (const file of ["grafana/aegisd.json", "grafana/aegis-resource.json", "alerts.yml"]) {
      for (const name of metricsIn(text(join(DEPLOY, file)))) {
        if (name === "aegisd_json") continue;
        expect(known, `${name} in ${file}`).to.include(name);
      }
    }
  });

  for (const file of ["aegisd.json", "aegis-resource.json"]) {
    it(`${file} is a dashboard`, () => {
      const board = JSON.parse(text(join(DEPLOY, "grafana", file)));
      expect(board).to.include.keys("uid", "title", "schemaVersion", "templating", "panels");
      const ids = board.panels.map(({ id }: { id: number }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const panel of board.panels) {
        expect(panel.targets.length).to.be.greaterThan(0);
        expect(panel.gridPos.x + panel.gridPos.w).to.be.at.most(24);
      }
    });
  }
});

describe("systemd units", () => {
  const units = readdirSync(DEPLOY).filter((name) => name.endsWith(".service"));

  it("are there for every program that runs for long, and start what exists", () => {
    expect(units).to.have.members([
      "aegisd.service",
      "aegisd-attest.service",
      "aegis-resource.service",
    ]);
    for (const unit of units) {
      const [, program] = /^ExecStart=\S+ \/opt\/aegisai\/build\/(\S+)\.js/m.exec(
        text(join(DEPLOY, unit)),
      ) ?? ["", ""];
      expect(existsSync(join(PROJECT, `${program}.ts`)), unit).to.equal(true);
    }
  });

  it("have nothing that systemd does not know", () => {
    const known = spawnSync("systemd-analyze", ["--version"]).status === 0;
    for (const unit of units) {
      const content = text(join(DEPLOY, unit));
      expect(content).to.match(/^NoNewPrivileges=true$/m);
      expect(content).to.match(/^UMask=0077$/m);
      if (!known) continue;
      const { stderr } = spawnSync("systemd-analyze", ["verify", join(DEPLOY, unit)], {
        encoding: "utf8",
      });
      expect(stderr).not.to.match(/Unknown key|Failed to parse/);
    }
  });
});

describe("how-tos", () => {
  const programs: Readonly<Record<string, Command>> = {
    aegisd: buildProgram(silent as never, buildModules().manager.modules),
    "aegis-resource": new Command("aegis-resource")
      .addCommand(initCommand())
      .addCommand(startCommand())
      .addCommand(doctorCommand())
      .addCommand(checkCommand()),
  };

  /** Command lines in the code blocks and in code spans of a page. */
  function commandsIn(page: string): string[] {
    const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
      block.split("\n"),
    );
    const spans = [...page.matchAll(/`(aegis(?:d|-resource) [^`]+)`/g)].map(
      ([, span = ""]) => span,
    );
    return [...lines, ...spans].filter((line) => /^aegis(d|-resource) /.test(line));
  }

  function check(line: string): void {
    const [name = "", ...words] = (line.split(/ > | && /)[0] ?? "").split(/\s+/);
    let command = programs[name] as Command;
    for (const word of words) {
      const next = command.commands.find(
        (one) => one.name() === word || one.aliases().includes(word),
      );
      if (next === undefined) break;
      command = next;
    }
    const flags = command.options.flatMap(({ long, short }) => [long, short]);
    for (const word of words.filter((one) => one.startsWith("-"))) {
      expect(flags, `${word} in "${line}"`).to.include(word);
    }
    const isGroup = command.commands.length > 0;
    expect(isGroup, `"${line}" names no command`).to.equal(false);
  }

  for (const folder of DOCS) {
    for (const page of readdirSync(join(PROJECT, folder))) {
      it(`${page} has only commands and options that exist`, () => {
        const found = commandsIn(text(join(PROJECT, folder, page)));
        for (const line of found) check(line);
        if (page !== "validator-security.md") expect(found.length).to.be.greaterThan(0);
      });
    }
  }
});
