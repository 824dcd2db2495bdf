/** Metrics of epochs and validators, from the events of executed blocks. */
import { Counter, Gauge, type Registry } from "prom-client";
import type { AbciEvent, EventSpec } from "../../../app/module/event.ts";
import type { ResponseFinalizeBlock } from "../../../proto/gen/tendermint/abci/types.ts";
import { checkpointClosed, checkpointFinal } from "../../../modules/checkpoints/index.ts";
import { standbyPaid, validatorsPaid } from "../../../modules/rewards/index.ts";
import { slashed } from "../../../modules/slashing/index.ts";
import { committeeRotated } from "../../../modules/staking/index.ts";

const PERCENT = 100;

/** What an event does to the metrics. */
type Reaction = (event: AbciEvent) => void;

function on<E>(spec: EventSpec<E>, react: (value: E) => void): Reaction {
  return (event) => {
    const value = spec.fromAbci(event);
    if (value !== undefined) react(value);
  };
}

function committeeReaction(registers: Registry[]): Reaction {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const epoch = gauge("aegisd_epoch", "Epoch whose committee was drawn last");
  const seats = gauge("aegisd_committee_seats", "Seats of the committee");
  const joined = gauge("aegisd_committee_joined", "Seats that went to others in this epoch");
  const left = gauge("aegisd_committee_left", "Members that lost their seats in this epoch");
  const members = gauge("aegisd_validators", "Members of the epoch's validator set");
  const power = gauge("aegisd_validators_power", "Their power, whole ASI");
  const eligible = gauge("aegisd_validators_eligible", "Those that could have a seat");
  return on(committeeRotated, (drawn) => {
    epoch.set(Number(drawn.epoch));
    seats.set(drawn.seats);
    joined.set(drawn.joined);
    left.set(drawn.left);
    members.set(drawn.members);
    power.set(Number(drawn.totalPower));
    eligible.set(drawn.eligible);
  });
}

function checkpointReactions(registers: Registry[]): Reaction[] {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const final = gauge("aegisd_checkpoint_final_epoch", "Epoch of the newest final checkpoint");
  const share = gauge(
    "aegisd_checkpoint_signed_percent",
    "Power that signed the checkpoint that closed last, in percent",
  );
  const missing = gauge(
    "aegisd_checkpoint_missing",
    "Validators that did not sign the checkpoint that closed last",
  );
  return [
    on(checkpointFinal, ({ epoch }) => final.set(Number(epoch))),
    on(checkpointClosed, (closed) => {
      const { signedPower, totalPower } = closed;
      share.set((PERCENT * Number(signedPower)) / Math.max(1, Number(totalPower)));
      missing.set(closed.missing);
    }),
  ];
}

function moneyReactions(registers: Registry[]): Reaction[] {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const minted = gauge("aegisd_validators_minted_uasi", "Minted for validators by the last epoch");
  const standby = gauge("aegisd_standby_paid_uasi", "Paid to attesters by the last checkpoint");
  const slashes = new Counter({
    name: "aegisd_validator_slashes_total",
    help: "Slashes of validators in blocks that this process executed, by reason",
    labelNames: ["reason"],
    registers,
  });
  return [
    on(validatorsPaid, (paid) => minted.set(Number(paid.minted))),
    on(standbyPaid, ({ paid }) => standby.set(Number(paid))),
    on(slashed, ({ reason }) => slashes.inc({ reason })),
  ];
}

/** Makes the metrics; what it returns is told of every executed block, and how long it took. */
export function epochMetrics(
  registry: Registry,
): (response: ResponseFinalizeBlock, seconds: number) => void {
  const registers = [registry];
  const reactions = [
    committeeReaction(registers),
    ...checkpointReactions(registers),
    ...moneyReactions(registers),
  ];
  const change = new Gauge({
    name: "aegisd_epoch_change_seconds",
    help: "Time in the last block of the epoch that ended last",
    registers,
  });
  return ({ events, txResults }, seconds) => {
    const all = [...events, ...txResults.flatMap((result) => result.events)];
    for (const event of all) for (const react of reactions) react(event);
    if (events.some((event) => committeeRotated.fromAbci(event) !== undefined)) change.set(seconds);
  };
}
