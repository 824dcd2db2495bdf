/** Verifiers that say `VALID` of everything, with numbers that cost them less than the model. */
import type { Engine } from "../../../app/asli/engine.ts";
import { encodeFingerprint } from "../../../app/asli/fingerprint.ts";
import { verify } from "../../../app/asli/verifier.ts";
import { present } from "../../../app/lib/assert.ts";
import { equalBytes } from "../../../app/lib/bytes.ts";
import { asQ40 } from "../../../cmd/aegis-resource/calibrate/weights.ts";
import { asliJob, claimedOf } from "../../../cmd/aegis-resource/work/asliJob.ts";
import { asliTolerances } from "../../../modules/tasks/index.ts";
import type { ResultContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { VerificationContent, Verdict } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Cheat, Occasion, Tools } from "./cheat.ts";

const POSITION_BYTES = 4;
/** What both numbers of a position usually are, in 1/1024 nat. */
const USUAL = { chosen: -700, probe: -5_500 };

/** Makes a fingerprint for a claimed result out of something else than the model. */
type Fake = (claimed: ResultContent, occasion: Occasion, tools: Tools) => Promise<Uint8Array>;

/** The cheat that agrees with everything and shows what `fake` makes. */
function agreeing(name: string, about: string, fake: Fake): Cheat {
  return {
    name,
    about,
    verification: async (occasion, tools) => {
      const claimed = claimOf(occasion);
      const fingerprint = await fake(claimed, occasion, tools);
      const verdict = Verdict.VERDICT_VALID;
      return VerificationContent.encode(VerificationContent.create({ verdict, fingerprint }));
    },
  };
}

/** What the executor whom `work` is about has revealed. */
export function claimOf({ work, record }: Occasion): ResultContent {
  const found = record.revealed.find(
    ({ calculation, attempt, executor }) =>
      calculation === work.calculation && attempt === work.attempt && executor === work.executor,
  );
  return present(found?.content, "a revealed result");
}

/** The numbers that `engine` gives for the claimed tokens. */
async function numbersOf(
  engine: Engine,
  claimed: ResultContent,
  { work, record }: Occasion,
  tools: Tools,
): Promise<Uint8Array> {
  const identity = present(record.task?.identity, "the task's identity");
  const revision = await tools.chain.revision(identity.model, identity.revision);
  const claim = claimedOf(claimed);
  if ("unservable" in claim) return new Uint8Array(0);
  const job = asliJob(record, revision, work.calculation);
  const { endTokens } = revision;
  const tolerances = asliTolerances(present(revision.tolerances, "tolerances"));
  const options = { endTokens, tolerances, sameKernelClass: false };
  const { evaluation } = await verify(engine, job, claim.claim, options);
  return present(evaluation, "an evaluation").fingerprint;
}

/** The newest fingerprint of another task, cut or repeated to `length` bytes. */
async function anothersNumbers(
  { work }: Occasion,
  length: number,
  tools: Tools,
): Promise<Uint8Array> {
  const others = (await tools.newestTasks()).filter(
    ({ task }) => !equalBytes(task?.hash ?? work.taskHash, work.taskHash),
  );
  const shown = others.flatMap(({ fingerprints }) => fingerprints);
  const { fingerprint } = present(
    shown.find((one) => one.fingerprint.length > 0),
    "another task's fingerprint",
  );
  return Uint8Array.from({ length }, (_, at) => fingerprint[at % fingerprint.length] ?? 0);
}

/** Cheats of verifiers. */
export const LAZY_CHEATS: readonly Cheat[] = [
  agreeing("lazy-zeros", "verifies nothing: valid, and all zeros", async ({ tokenIds }) => {
    return new Uint8Array(tokenIds.length * POSITION_BYTES);
  }),
  agreeing("lazy-constant", "verifies nothing: valid, and the usual numbers", async (claimed) =>
    encodeFingerprint(claimed.tokenIds.map(() => USUAL)),
  ),
  {
    ...agreeing("lazy-cheap", "verifies with weights rounded to Q4_0: valid", async (...of) => {
      const [claimed, occasion, tools] = of;
      return numbersOf(await tools.changed("q4_0", asQ40), claimed, occasion, tools);
    }),
    prepare: (tools) => tools.changed("q4_0", asQ40),
  },
  agreeing("lazy-other", "verifies nothing: valid, and another result's numbers", async (...of) => {
    const [{ tokenIds }, occasion, tools] = of;
    return anothersNumbers(occasion, tokenIds.length * POSITION_BYTES, tools);
  }),
];
