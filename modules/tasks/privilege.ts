/** How many steps a position waits: what privilege delays and ranks count in. */
import type { Task } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";

/** Whether the answer of a task is shown while it is made. */
export function isStreaming(task: Pick<Task, "streamKey">): boolean {
  return task.streamKey.length > 0;
}

/** What decides on a position's step. */
export type PrivilegedTask = Pick<Task, "rules" | "streamKey">;

/**
 * The step of `position` when `calculations` of a task share the positions. Who sees a stream could
 * copy it: of a streaming task, position 0 is alone in the first step.
 */
export function privilegeStep(task: PrivilegedTask, position: number, calculations = 1): number {
  const { privilegeWidth } = present(task.rules, "the task's rules");
  const width = privilegeWidth * calculations;
  if (!isStreaming(task)) return Math.floor(position / width);
  return position === 0 ? 0 : 1 + Math.floor((position - 1) / width);
}
