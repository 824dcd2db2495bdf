/** What a cheat is: which of a daemon's products it replaces. All else is the shipped daemon's. */
import type { Engine } from "../../../app/asli/engine.ts";
import type { Outcome } from "../../../app/asli/executor.ts";
import type { Job as AsliJob } from "../../../app/asli/job.ts";
import type { Gguf } from "../../../cmd/aegis-resource/calibrate/gguf.ts";
import type { Chain, Sending } from "../../../cmd/aegis-resource/chain/chain.ts";
import type { Job, StepKind } from "../../../cmd/aegis-resource/journal/job.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";

/** What a cheat works with. */
export interface Tools {
  /** The node's own address. */
  readonly address: string;
  readonly chain: Chain;
  /** An engine with the right weights, beside that of the daemon. */
  right(): Promise<Engine>;
  /** An engine over a changed copy of the model's file, which is written under `name`. */
  changed(name: string, change: (model: Gguf) => Gguf): Promise<Engine>;
  /** The newest few tasks of the chain, newest first. */
  newestTasks(): Promise<readonly TaskRecord[]>;
}

/** A calculation that the node is to answer. */
export interface Question {
  readonly job: AsliJob;
  readonly endTokens: readonly number[];
}

/** A piece of work whose product is replaced. */
export interface Occasion {
  readonly work: Job;
  /** The task, as the chain has it now. */
  readonly record: TaskRecord;
}

/** A step that the node is about to make. */
export interface Due extends Occasion {
  readonly step: StepKind;
  /** The node's own address. */
  readonly address: string;
}

/** A way to cheat. */
export interface Cheat {
  /** Names it on a command line and in tables. */
  readonly name: string;
  /** What it does, for people, without a full stop. */
  readonly about: string;
  /** Makes ready what it needs, such as weights, before the node starts. */
  readonly prepare?: (tools: Tools) => Promise<unknown>;
  /** Replaces what an executor commits. */
  readonly result?: (question: Question, tools: Tools) => Promise<Outcome>;
  /** Replaces the content of a verification. */
  readonly verification?: (occasion: Occasion, tools: Tools) => Promise<Uint8Array>;
  /** Replaces the content of a vote in a committee. */
  readonly vote?: (occasion: Occasion, tools: Tools) => Promise<Uint8Array>;
  /** Challenges every soft final result of another with this content. */
  readonly accusation?: (occasion: Occasion) => Promise<Uint8Array>;
  /** Whether it leaves a step out, for now or for good. */
  readonly withholds?: (due: Due) => boolean;
  /** Changes what the node is about to sign. */
  readonly sending?: (sending: Sending, tools: Tools) => Promise<Sending>;
}
