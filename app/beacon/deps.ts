/** What the beacon needs of validators; `modules/staking` implements it. */
import type { BlockContext, QueryContext } from "../module/context.ts";

/** The validator that is designated to sign one height's beacon. */
export interface DesignatedSigner {
  /** Consensus address, 20 bytes, as it stands in commits. */
  readonly consensusAddress: Uint8Array;
  /** BLS12-381 public key, 48 bytes compressed; its possession is proven. */
  readonly blsPublicKey: Uint8Array;
}

/** How one height's draw went. */
export interface BeaconDraw {
  readonly height: bigint;
  readonly signer: DesignatedSigner;
  /** Consensus address of the block's proposer. */
  readonly proposer: Uint8Array;
  /** Whether the block skipped although the signer's precommit stands in its last commit. */
  readonly isWithheld: boolean;
}

export interface BeaconStaking {
  /**
   * The signer of `height`, drawn by power from the committee of `height − 1` with
   * SHA-256("aegis/beacon-signer/v1" ‖ chain_id ‖ `previousBeacon` ‖ `height`), or undefined when
   * nobody there may sign. `ctx` is the state after `height − 1` or `height − 2`: both know that
   * committee, because CometBFT uses updates two heights later.
   */
  readonly beaconSigner: (
    ctx: QueryContext,
    height: bigint,
    previousBeacon: Uint8Array,
  ) => DesignatedSigner | undefined;
  /** Counts a draw; who withheld more than half of its last 40 is jailed. */
  readonly recordBeaconDraw: (ctx: BlockContext, draw: BeaconDraw) => void;
}
