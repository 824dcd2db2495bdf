/**
 * The page: connects an account, asks, shows the answer while it is made, and checks the proof.
 * Texts of models and nodes are strangers' texts: they are only ever set as text, never as HTML.
 */
import type { AegisClient, FactGroup, StreamEvent } from "../../../../app/client/sdk/index.ts";
import { type Config, connectBurner, connectWallet, fund } from "./account.ts";
import { type Proof, proofOf } from "./proof.ts";

const UASI_PER_ASI = 1_000_000;
const OUTPUT_TOKENS = 64;

let client: AegisClient | undefined;
let asking: AbortController | undefined;

function byId<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

function button(id: string): HTMLButtonElement {
  return byId<HTMLButtonElement>(id);
}

async function config(): Promise<Config> {
  const response = await fetch("config.json", { cache: "no-store" });
  if (!response.ok) throw new Error("the network does not answer: does npm start run?");
  return (await response.json()) as Config;
}

/** Runs what a button starts; whatever goes wrong is said in words. */
async function attempt(work: () => Promise<void>): Promise<void> {
  byId("problem").textContent = "";
  try {
    await work();
  } catch (error) {
    byId("problem").textContent = error instanceof Error ? error.message : String(error);
  }
}

async function showAccount(): Promise<void> {
  if (client === undefined) return;
  const asi = Number(await client.balance()) / UASI_PER_ASI;
  byId("account").textContent = `${client.address} has ${asi.toFixed(6)} ASI on ${client.chainId}.`;
  button("fund").disabled = false;
  button("send").disabled = asking !== undefined || asi === 0;
}

async function use(connecting: Promise<AegisClient>): Promise<void> {
  client?.close();
  client = await connecting;
  await showAccount();
}

function happened(text: string): void {
  const item = document.createElement("li");
  item.textContent = text;
  byId("events").append(item);
}

/** Shows one event; returns the task's hash once it is known. */
function show(event: StreamEvent): void {
  const answer = byId("answer");
  if (event.type === "submitted") happened(`block ${event.height} has the task ${event.taskHash}`);
  else if (event.type === "text") answer.textContent += event.text;
  else if (event.type === "replaced") happened(`${event.executor} is left: ${event.reason}`);
  else if (event.type === "state") happened(event.state.toLowerCase().replaceAll("_", " "));
  else if (event.type === "checked") {
    happened(event.matches ? "the stream is what was committed" : "THE STREAM WAS A LIE");
  } else answer.textContent = event.answer.text;
}

async function ask(): Promise<void> {
  if (client === undefined) return;
  const asked = client;
  const controller = new AbortController();
  asking = controller;
  for (const id of ["answer", "events", "checks", "facts", "save"]) byId(id).textContent = "";
  say("", "The answer is being made.");
  button("send").disabled = true;
  button("stop").disabled = false;
  try {
    const prompt = byId<HTMLTextAreaElement>("prompt").value;
    const options = { temperature: 0, maxOutputTokens: OUTPUT_TOKENS, signal: controller.signal };
    let taskHash = "";
    for await (const event of asked.stream(prompt, options)) {
      if (event.type === "submitted") taskHash = event.taskHash;
      show(event);
    }
    say("", "The receipt is being fetched and checked.");
    showProof(await proofOf(asked, taskHash, async () => (await config()).trust));
  } finally {
    asking = undefined;
    button("stop").disabled = true;
    await showAccount();
  }
}

function say(className: string, text: string): void {
  const verdict = byId("verdict");
  verdict.className = className;
  verdict.textContent = text;
}

function showProof(proof: Proof): void {
  if (!proof.valid) {
    say("invalid", `The receipt proves nothing: ${proof.reason}`);
    return;
  }
  say("valid", "The receipt is valid: this page has checked it against the trusted hash.");
  for (const check of proof.checks) {
    const item = document.createElement("li");
    item.textContent = check;
    byId("checks").append(item);
  }
  byId("facts").append(groupOf(proof.facts));
  offer(new Uint8Array(proof.bytes));
}

/** The receipt as a file: whoever gets it can check it too. */
function offer(bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/json" }));
  link.download = "receipt.json";
  link.textContent = "Save the receipt";
  byId("save").replaceChildren(link);
}

function groupOf({ title, rows, groups }: FactGroup): HTMLElement {
  const section = document.createElement("section");
  const heading = document.createElement("h3");
  heading.textContent = title;
  const list = document.createElement("dl");
  for (const [name, value] of rows) {
    const term = document.createElement("dt");
    term.textContent = name;
    const text = document.createElement("dd");
    text.textContent = value;
    list.append(term, text);
  }
  section.append(heading, list, ...groups.map(groupOf));
  return section;
}

button("use-burner").addEventListener("click", () => {
  void attempt(async () => use(connectBurner(await config(), localStorage)));
});
button("use-keplr").addEventListener("click", () => {
  void attempt(async () => use(connectWallet(await config())));
});
button("fund").addEventListener("click", () => {
  void attempt(async () => {
    await fund(await config(), client?.address ?? "");
    await showAccount();
  });
});
button("stop").addEventListener("click", () => asking?.abort(new Error("you stopped waiting")));
byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(ask);
});
