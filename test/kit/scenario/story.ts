/** Tells what a block did to a task, one line per event, for people. */
import type { AbciEvent, EventSpec } from "../../../app/module/event.ts";
import { nodeSlashed } from "../../../modules/slashing/index.ts";
import * as events from "../../../modules/tasks/events.ts";
import { DisputeOutcome } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { SlashReason } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import { ResultFault, State, Verdict } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { asi } from "../../../localnet/report.ts";

/** Gives the name of an address. */
export type NameOf = (address: string) => string;

type Teller = (event: AbciEvent, nameOf: NameOf) => string | undefined;

/** How an event of one type is told. */
function tell<E>(spec: EventSpec<E>, line: (value: E, nameOf: NameOf) => string): Teller {
  return (event, nameOf) => {
    const value = spec.fromAbci(event);
    return value === undefined ? undefined : line(value, nameOf);
  };
}

/** Names, each once, in order. */
function list(addresses: readonly string[], nameOf: NameOf): string {
  return [...new Set(addresses.map(nameOf))].join(", ") || "nobody";
}

/** "SLASH_REASON_WRONG_RESULT" without its prefix, as people read it. */
export function words(of: Readonly<Record<string, string | number>>, number: number): string {
  const name = Object.entries(of).find(([, value]) => value === number)?.[0] ?? `${number}`;
  const prefix = /^(SLASH_REASON|RESULT_FAULT|DISPUTE_OUTCOME|VERDICT|STATE|REASON)_/;
  return name.replace(prefix, "").replaceAll("_", " ").toLowerCase();
}

const WORK: readonly Teller[] = [
  tell(events.taskSubmitted, () => "the task is in a block; its fee is in escrow"),
  tell(
    events.taskStarted,
    ({ positions }, nameOf) => `work begins; in order of privilege: ${list(positions, nameOf)}`,
  ),
  tell(events.resultCommitted, ({ executor }, nameOf) => `${nameOf(executor)} commits an answer`),
  tell(events.resultRevealed, ({ executor }, nameOf) => `${nameOf(executor)} shows its answer`),
  tell(
    events.verifiersDrawn,
    ({ duties }, nameOf) =>
      `drawn to verify it: ${list(
        duties.map(({ verifier }) => verifier),
        nameOf,
      )}`,
  ),
  tell(
    events.verificationMissed,
    ({ verifier }, nameOf) => `${nameOf(verifier)} was drawn and did not verify`,
  ),
  tell(events.verificationsClosed, () => "all verdicts are committed: now they are shown"),
  tell(
    events.verificationRevealed,
    ({ verifier, verdict }, nameOf) => `${nameOf(verifier)} says ${words(Verdict, verdict)}`,
  ),
  tell(
    events.verificationWithheld,
    ({ verifier }, nameOf) => `${nameOf(verifier)} does not show its verdict`,
  ),
];

const JUDGEMENT: readonly Teller[] = [
  tell(events.resultSoftFinal, () => "two verifiers agree: soft final, the challenge window opens"),
  tell(events.auditDrawn, ({ auditor }, nameOf) => `drawn to replay it: ${nameOf(auditor)}`),
  tell(
    events.challengeCommitted,
    ({ challenger, bond }, nameOf) =>
      `${nameOf(challenger)} challenges it with a bond of ${asi(`${bond}`)}`,
  ),
  tell(
    events.resultDisputed,
    ({ executor }, nameOf) => `DISPUTE about the answer of ${nameOf(executor)}`,
  ),
  tell(events.committeeDrawn, ({ members, round }, nameOf) => {
    const seats = members.map((one) => `${nameOf(one.member)} (${one.seats})`).join(", ");
    return `committee of round ${round + 1}, with seats: ${seats}`;
  }),
  tell(
    events.voteRevealed,
    ({ member, verdict }, nameOf) =>
      `${nameOf(member)} replayed it token by token: ${words(Verdict, verdict)}`,
  ),
  tell(events.disputeContinued, () => "no two thirds: another round, with twice the seats"),
  tell(
    events.disputeClosed,
    ({ outcome, seatsValid, seatsInvalid, seats }) =>
      `VERDICT: ${words(DisputeOutcome, outcome)}; of ${seats} seats ${seatsInvalid} said ` +
      `invalid, ${seatsValid} valid`,
  ),
  tell(
    events.resultRejected,
    ({ executor, fault }, nameOf) =>
      `the answer of ${nameOf(executor)} is rejected: ${words(ResultFault, fault)}`,
  ),
  tell(
    events.resultVoid,
    ({ executor, fault }, nameOf) =>
      `the answer of ${nameOf(executor)} is void: ${words(ResultFault, fault)}`,
  ),
];

const MONEY: readonly Teller[] = [
  tell(nodeSlashed, ({ node, reason, amount, burned, beneficiaries }, nameOf) => {
    const shared = amount - burned;
    const rest =
      shared === 0n ? "" : `, ${asi(`${shared}`)} shared by ${list(beneficiaries, nameOf)}`;
    return (
      `SLASH: ${nameOf(node)} loses ${asi(`${amount}`)} (${words(SlashReason, reason)}); ` +
      `${asi(`${burned}`)} burned${rest}`
    );
  }),
  tell(events.bondReturned, ({ challenger, amount }, nameOf) => {
    return `${nameOf(challenger)} gets its bond of ${asi(`${amount}`)} back`;
  }),
  tell(events.bondLost, ({ challenger, amount, beneficiaries }, nameOf) => {
    const to = beneficiaries.length === 0 ? "burned" : `shared by ${list(beneficiaries, nameOf)}`;
    return `${nameOf(challenger)} loses its bond of ${asi(`${amount}`)}: ${to}`;
  }),
  tell(events.calculationReopened, () => "the calculation is open again, with a new seed"),
  tell(events.resultFinal, ({ executor }, nameOf) => `the answer of ${nameOf(executor)} is FINAL`),
  tell(events.taskSettled, ({ state, settlement }) => {
    const { charged = 0n, refunded = 0n } = settlement ?? {};
    const money = `${asi(`${charged}`)} charged, ${asi(`${refunded}`)} refunded`;
    return `the task is settled: ${words(State, state)}, ${money}`;
  }),
];

const TELLERS: readonly Teller[] = [...WORK, ...JUDGEMENT, ...MONEY];

/** The line of an event; undefined for those that a story can do without. */
export function storyLine(event: AbciEvent, nameOf: NameOf): string | undefined {
  for (const teller of TELLERS) {
    const line = teller(event, nameOf);
    if (line !== undefined) return line;
  }
  return undefined;
}
