/**
 * What a node proves to itself before it works: that its tokenizer and its kernel class are those
 * of the model's revision, and that a prefill has the bits of decoding where that is registered.
 * With others every result would be wrong and would cost stake, or no check would be paid.
 */
import type { KernelClass, ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import type { Candidates, Engine } from "../../../app/asli/engine.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { knownAnswer, ordered } from "../engine/knownAnswer.ts";

/** The registered facts that an engine must reproduce. */
export type Registered = Pick<
  ModelRevision,
  "model" | "number" | "tokenizerVectors" | "kernelClasses" | "knownAnswerPrompt" | "tolerances"
>;

/** Tokens that are decoded one by one and then evaluated at once. */
const EXACT_TOKENS = 24;

const SHOWN_CHARACTERS = 40;

/**
 * Requires that `engine` gives what `revision` registered.
 * @throws Error naming the first difference; whatever the engine throws.
 */
export async function prove(engine: Engine, revision: Registered): Promise<void> {
  const own = revision.kernelClasses.find(({ name }) => name === engine.kernelClass);
  const fault =
    own === undefined
      ? `its classes are ${revision.kernelClasses.map(({ name }) => name).join(", ") || "none"}`
      : ((await tokenizerFault(engine, revision)) ??
        (await classFault(engine, revision, own)) ??
        (await exactnessFault(engine, revision)));
  if (fault === undefined) return;
  throw new Error(
    `this node cannot serve revision ${revision.number} of ${revision.model} ` +
      `in kernel class ${engine.kernelClass}: ${fault}`,
  );
}

/** What is wrong with an `answer` where the class has another; undefined when it is right. */
export function answerFault(answer: string, expected: string): string | undefined {
  if (answer === expected) return undefined;
  return `this machine answers ${answer}, the class ${expected}`;
}

async function classFault(
  engine: Engine,
  { knownAnswerPrompt }: Registered,
  registered: KernelClass,
): Promise<string | undefined> {
  const answer = await knownAnswer(engine, knownAnswerPrompt);
  return answerFault(answer, hex(registered.knownAnswer));
}

async function exactnessFault(
  engine: Engine,
  { knownAnswerPrompt, tolerances }: Registered,
): Promise<string | undefined> {
  if (tolerances?.exact !== true) return undefined;
  const prompt = await engine.tokenize(knownAnswerPrompt);
  const decoded = [ordered(await engine.begin(prompt))];
  const output: number[] = [];
  while (output.length < EXACT_TOKENS) {
    output.push((decoded.at(-1) as Candidates).ids[0] as number);
    if (output.length === EXACT_TOKENS) break;
    decoded.push(ordered(await engine.step(output.at(-1) as number)));
  }
  const prefilled = await engine.prefill(prompt, Uint32Array.from(output));
  const at = decoded.findIndex(
    (one, position) => !isSame(one, ordered(prefilled[position] as Candidates)),
  );
  if (at < 0) return undefined;
  return `its table says "exact", but here a prefill has other bits than decoding (position ${at})`;
}

function isSame(one: Candidates, other: Candidates): boolean {
  const isId = one.ids.every((id, rank) => id === other.ids[rank]);
  return isId && one.logits.every((logit, rank) => logit === other.logits[rank]);
}

async function tokenizerFault(
  engine: Engine,
  { tokenizerVectors }: Registered,
): Promise<string | undefined> {
  for (const { text, ids } of tokenizerVectors) {
    const own = [...(await engine.tokenize(text))];
    if (own.join() === ids.join()) continue;
    const shown = JSON.stringify(text.slice(0, SHOWN_CHARACTERS));
    return `its tokenizer makes [${ids.join()}] of ${shown}, the one here [${own.join()}]`;
  }
  return undefined;
}
