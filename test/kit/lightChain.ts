/** Chains of signed headers whose validators change, and providers of them, honest and not. */
import { encodeLightBlock, type LightBlock } from "../../app/client/light/types.ts";
import type { LightProvider } from "../../app/client/light/client.ts";
import { validatorsHash } from "../../app/client/light/hash.ts";
import {
  FIRST_SECOND,
  headerWith,
  type SigningValidator,
  signedBlock,
  signingValidators,
} from "./lightBlocks.ts";

const SEATS = 8;
/** One seat goes to another validator every so many heights. */
const CHANGE_HEIGHTS = 3;

/** The set of a height: seats change one after the other. */
function setAt(name: string, height: number): SigningValidator[] {
  const changes = Math.floor(height / CHANGE_HEIGHTS);
  return Array.from({ length: SEATS }, (_, seat) => {
    const generation = Math.floor((changes + SEATS - 1 - seat) / SEATS);
    return signingValidators(`${name} ${seat} ${generation}`, [10n])[0] as SigningValidator;
  });
}

export interface LightChainOptions {
  readonly heights: number;
  /** From this height on the headers are others, by the same validators. */
  readonly forkAt?: number;
  readonly name?: string;
}

/** Blocks 1 to `heights`, each naming the one before it. */
export function lightChain({ heights, forkAt, name = "chain" }: LightChainOptions): LightBlock[] {
  const blocks: LightBlock[] = [];
  for (let height = 1; height <= heights; height += 1) {
    const validators = setAt(name, height);
    const isForked = forkAt !== undefined && height >= forkAt;
    const before = blocks.at(-1)?.commit.blockId;
    const header = headerWith(validators, {
      height: BigInt(height),
      ...(before !== undefined && { lastBlockId: before }),
      nextValidatorsHash: validatorsHash(setAt(name, height + 1)),
      ...(isForked ? { evidenceHash: new Uint8Array(32).fill(0xf0) } : {}),
    });
    blocks.push(signedBlock(header, validators));
  }
  return blocks;
}

/** When the last of `heights` headers was made, in milliseconds. */
export function timeOfHeight(height: number): number {
  return Number(FIRST_SECOND + BigInt(height)) * 1_000 + 500;
}

/** A provider of these blocks; `change` may lie about single ones. Counts what it was asked. */
export class MemoryProvider implements LightProvider {
  readonly url: string;
  asked = 0;
  private readonly blocks: readonly LightBlock[];
  private readonly change: (block: LightBlock) => LightBlock;

  constructor(
    url: string,
    blocks: readonly LightBlock[],
    change: (block: LightBlock) => LightBlock = (block) => block,
  ) {
    this.url = url;
    this.blocks = blocks;
    this.change = change;
  }

  async latestHeight(): Promise<bigint> {
    return BigInt(this.blocks.length);
  }

  async lightBlock(height: bigint): Promise<Uint8Array> {
    this.asked += 1;
    const block = this.blocks[Number(height) - 1];
    if (block === undefined) throw new Error("no such block");
    return encodeLightBlock(this.change(block));
  }
}
