/** Settings of the state and its history. */
import { readInteger, type Setting } from "./setting.ts";

/** Their table. */
export const STATE_SETTINGS: { readonly keptVersions: Setting<number> } = {
  keptVersions: {
    name: "kept-versions",
    about: "Committed heights that queries can ask for.",
    initial: 100,
    read: readInteger(1, 1_000_000),
  },
};
