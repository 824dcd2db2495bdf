/** Watching: gaps, failures and restarts lose nothing. */
import { expect } from "chai";
import { silentLogger } from "../../../app/lib/log.ts";
import { type View, WrongChainError, watch } from "../../../cmd/aegis-resource/watch.ts";
import { FakeChain } from "../../kit/fakeChain.ts";

describe("watching the chain", () => {
  interface Seen {
    readonly chain: FakeChain;
    readonly views: View[];
    readonly order: string[];
    /** Resolves once `isSo`; rejects when watching ended before. */
    until(isSo: () => boolean): Promise<void>;
    stop(): Promise<void>;
  }

  function begin(onView: (view: View) => Promise<void> = async () => {}): Seen {
    const chain = new FakeChain();
    const views: View[] = [];
    const order: string[] = [];
    const stop = new AbortController();
    const watching = watch({
      chain,
      chainId: "fake-1",
      models: () => ["a", "b"],
      pollMs: 1,
      log: silentLogger,
      signal: stop.signal,
      onHeight: async (height) => {
        order.push(`height ${height}`);
      },
      onView: async (view) => {
        order.push(`view ${view.height}`);
        await onView(view);
        views.push(view);
      },
    });
    const until = async (isSo: () => boolean): Promise<void> => {
      const waiting = (async () => {
        while (!isSo() && !stop.signal.aborted) await new Promise((r) => setTimeout(r, 1));
      })();
      await Promise.race([waiting, watching]);
      expect(isSo()).to.equal(true);
    };
    return {
      chain,
      views,
      order,
      until,
      stop: async () => {
        stop.abort();
        await watching;
      },
    };
  }

  it("looks once at every height that it sees, transactions first", async () => {
    const seen = begin();
    await seen.until(() => seen.views.length === 1);
    const { asked } = seen.chain;
    await seen.until(() => seen.chain.asked > asked + 5);
    expect(seen.order).to.deep.equal(["height 10", "view 10"]);
    seen.chain.height = 11n;
    await seen.until(() => seen.views.length === 2);
    expect(seen.order.slice(2)).to.deep.equal(["height 11", "view 11"]);
    await seen.stop();
  });

  it("sees after a gap what is owed now, without a single event", async () => {
    const seen = begin();
    await seen.until(() => seen.views.length === 1);
    seen.chain.height = 5_000n;
    seen.chain.dutyList = [
      {
        taskHash: new Uint8Array(32),
        calculation: 0,
        attempt: 0,
        executor: "me",
        kind: 2,
        deadlineMs: 0n,
        round: 0,
      },
    ];
    await seen.until(() => seen.views.length === 2);
    expect(seen.views[1]?.duties).to.deep.equal(seen.chain.dutyList);
    await seen.stop();
  });

  it("waits out a node that does not answer, and goes on", async () => {
    const seen = begin();
    await seen.until(() => seen.views.length === 1);
    seen.chain.isUp = false;
    seen.chain.height = 20n;
    const { asked } = seen.chain;
    await seen.until(() => seen.chain.asked > asked + 1);
    seen.chain.isUp = true;
    await seen.until(() => seen.views.length === 2);
    expect(seen.views[1]?.height).to.equal(20n);
    await seen.stop();
  });

  it("looks again at a height whose handling failed", async () => {
    let failures = 0;
    const seen = begin(async () => {
      failures += 1;
      if (failures === 1) throw new Error("something went wrong");
    });
    await seen.until(() => seen.views.length === 1);
    expect(seen.order).to.deep.equal(["height 10", "view 10", "height 10", "view 10"]);
    await seen.stop();
  });

  it("asks for every model's calculations", async () => {
    const seen = begin();
    seen.chain.pendingList = [];
    await seen.until(() => seen.views.length === 1);
    expect(seen.views[0]?.pending).to.deep.equal([]);
    await seen.stop();
  });

  it("measures the time between blocks", async () => {
    const seen = begin();
    for (let block = 1; block <= 60; block += 1) {
      await seen.until(() => seen.views.length === block);
      seen.chain.height += 2n;
      seen.chain.clockMs += 1_000n;
    }
    expect(seen.views.at(-1)?.blockMs).to.be.closeTo(500, 10);
    await seen.stop();
  });

  it("refuses to work for another chain", async () => {
    const chain = new FakeChain();
    chain.chainId = "other-1";
    const watching = watch({
      chain,
      chainId: "fake-1",
      models: () => [],
      pollMs: 1,
      log: silentLogger,
      signal: new AbortController().signal,
      onHeight: async () => {},
      onView: async () => {},
    });
    const error = await watching.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(WrongChainError);
  });
});
