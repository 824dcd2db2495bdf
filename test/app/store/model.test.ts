/** The store against plain maps, in its short form; `npm run campaign -- store` is the long one. */
import { checkHistories } from "./histories.ts";

describe("Store", () => {
  it("reads, proves and restores what plain maps hold", () => checkHistories(25));
});
