/** Why a job is given up for good. */

/** A job that can never be run here: it is given up, with the reason. */
export class GiveUp extends Error {
  override readonly name = "GiveUp";
}
