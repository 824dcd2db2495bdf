/** What a figure was measured on: the line that reports and calibrations share. */
export { machineLine } from "../../cmd/lib/machine.ts";
