/** Typed events out of blocks and transactions, by the declarations of the modules. */
import type { AbciEvent, AnyEvent, EventSpec } from "../module/event.ts";

/** An event that was recognised; `value` has the type of the declaration with that `type`. */
export interface TypedEvent {
  readonly type: string;
  readonly value: unknown;
}

/** Reads events of any declaration of a list. */
export interface EventReader {
  /**
   * The events that are declared, in order; others (of the host, of later versions) are left out.
   * @throws WireError when a declared event does not have the form of its declaration: the node
   * runs another version of the protocol.
   */
  read(events: readonly AbciEvent[]): readonly TypedEvent[];
}

/** A reader for all of `declared`. */
export function eventReader(declared: readonly AnyEvent[]): EventReader {
  const byType = new Map(declared.map((spec) => [spec.type, spec]));
  return {
    read: (events) =>
      events.flatMap((event) => {
        const spec = byType.get(event.type);
        return spec === undefined ? [] : [{ type: event.type, value: spec.fromAbci(event) }];
      }),
  };
}

/** The values of one declaration's events, in order. @throws WireError as `EventReader.read`. */
export function eventsOf<E>(spec: EventSpec<E>, events: readonly AbciEvent[]): readonly E[] {
  return events.flatMap((event) => {
    const value = spec.fromAbci(event);
    return value === undefined ? [] : [value];
  });
}
