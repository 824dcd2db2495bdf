/**
 * The prompt of a qualification: words of one length that the beacon draws for each node, so that
 * every prompt has the same bytes and none is known before its draw.
 */
import { addressBytes } from "../../app/lib/address.ts";
import { hashOf } from "../../app/lib/bytes.ts";

/** 256 words of five letters: one for each value of a byte. */
const WORDS: readonly string[] = (
  "actor adult after agent alarm album alert alone amber angle apple april arrow aspen " +
  "attic audio autos award bacon badge baker basic basin beach beard berry birch black " +
  "blaze blend block bloom board boats bonus boots brain brass bread brick bride brief " +
  "broom brown brush cabin cable camel candy canoe cargo carol cedar chain chair chalk " +
  "charm chart chess chief child choir cigar civil claim class clean clerk cliff clock " +
  "cloth cloud clown coach coast cocoa coral couch court cover crane cream crest crowd " +
  "crown curve cycle daily dairy dance delta depot denim diary dough draft drama dream " +
  "dress drift drill drink drive eagle early earth elbow elder empty enjoy entry envoy " +
  "equal essay event exact extra fable faith fancy feast fence fever field final flame " +
  "flask fleet flock flour flute focus forge forum frame fresh front fruit ghost giant " +
  "glass globe glove grace grain grand grape grass green greet guard guest guide habit " +
  "happy haste heart heavy hedge honey horse hotel house human humor ideal image index " +
  "inlet inner input ivory jelly jewel joint judge juice knife label labor large later " +
  "laugh layer learn lemon level light limit linen lunar lunch magic major maple march " +
  "match medal melon merit metal meter minor mixer model money month moral motor mount " +
  "mouse mouth movie music nerve night noble noise north novel nurse ocean offer olive " +
  "onion opera orbit order organ other outer owner paint panel paper party patio pearl " +
  "pedal phone piano pilot pitch place plain plane plant plate plaza point porch power " +
  "press price pride prism"
).split(" ");

/** How many words a prompt has at most: one for each byte of a hash. */
const WORDS_MAX = 32;
/** Bytes of a word and of the space after it. */
const WORD_BYTES = 6;

/**
 * The prompt for `node`, drawn by `beacon`: at most a quarter of the context in bytes, so that its
 * tokens and as many again for the answer always fit.
 */
export function qualificationPrompt(
  model: string,
  node: string,
  beacon: Uint8Array,
  contextLength: number,
): string {
  const digest = hashOf(
    { domain: "aegis/qualification/v1" },
    { text: model },
    { address: addressBytes(node) },
    { hash: beacon },
  );
  const fitting = Math.floor(contextLength / (4 * WORD_BYTES));
  const count = Math.max(1, Math.min(WORDS_MAX, fitting));
  return Array.from(digest.subarray(0, count), (byte) => WORDS[byte]).join(" ");
}
