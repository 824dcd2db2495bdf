/**
 * The prompts of a calibration: many kinds, because how far two honest runs are apart depends on
 * the text. Half of each kind is held out: limits are set on one half and tried on the other.
 */
import type { Prompt } from "../../../app/asli/prompt.ts";
import { Prng } from "./prng.ts";

const KINDS_OF_PROMPT = [
  "question",
  "story",
  "code",
  "repetition",
  "rare",
  "language",
  "document",
  "long",
] as const;

/** Name of a kind of prompt. */
export type PromptKind = (typeof KINDS_OF_PROMPT)[number];

/** The prompts of each kind; those that begin with `raw:` are no chat. */
const KINDS: Readonly<Record<PromptKind, readonly string[]>> = {
  question: [
    "Why is the sky blue?",
    "How do vaccines work?",
    "What is the difference between a virus and a bacterium?",
    "Explain how a bill becomes a law.",
    "What are the causes of inflation?",
    "How does a refrigerator keep food cold?",
    "Who was Marie Curie and why is she remembered?",
    "What should I pack for a week of hiking in the mountains?",
    "How do I learn to play the guitar?",
    "What is photosynthesis?",
    "Give me three tips for a job interview.",
    "Why do cats purr?",
  ],
  story: [
    "Write a short story about a lighthouse keeper who finds a letter.",
    "Describe a rainy evening in a big city.",
    "Write a poem about the sea in winter.",
    "Invent a fairy tale with a fox and a clockmaker.",
    "Write a dialogue between two old friends who meet at a station.",
    "Tell me about a journey to an island that is on no map.",
    "Write the first page of a detective novel set in Lisbon.",
    "Describe the taste of an orange to someone who never ate one.",
    "Write a letter from a soldier to his sister.",
    "Tell a joke and explain why it is funny.",
    "Write a speech for the opening of a small library.",
    "Describe a machine that turns music into colours.",
  ],
  code: [
    "Write a Python function that checks whether a number is prime.",
    "raw:def fibonacci(n):\n    ",
    "Explain what a hash table is and show one in JavaScript.",
    'raw:{"name": "example", "version": "1.0.0", "dependencies": {',
    "Write an SQL query for the ten customers with the most orders.",
    "raw:#include <stdio.h>\n\nint main(void) {\n",
    "Write a regular expression for an e-mail address and explain it.",
    "raw:import numpy as np\nimport pandas as pd\n\ndata = pd.read_csv(",
    "Write a bash script that renames all files in a folder.",
    "raw:<!DOCTYPE html>\n<html>\n<head>\n<title>",
    "How do I reverse a linked list in C?",
    "raw:SELECT name, COUNT(*) FROM",
  ],
  repetition: [
    "raw:ha ha ha ha ha ha ha ha ha ha",
    "raw:1, 2, 3, 4, 5, 6, 7, 8, 9, 10,",
    "Repeat the word banana one hundred times.",
    "raw:All work and no play makes Jack a dull boy.\n" +
      "All work and no play makes Jack a dull boy.\n",
    "Count from one to one hundred in words.",
    "raw:Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, Monday, Tuesday,",
    "Write the alphabet five times.",
    "raw:2 4 8 16 32 64 128 256",
    "Say yes again and again.",
    "raw:abc abc abc abd abc abc abc abd abc",
    "List all even numbers below two hundred.",
    "raw:- - - - - - - - - - - - - - - -",
  ],
  rare: [
    "raw:\u16A0\u16C7\u16BB \u16EB \u16D2\u16E6\u16A6 \u16EB \u16A0\u16B1\u16A9\u16A0\u16A2\u16B1",
    "raw:qzxv 7f3a9c zzyxw 0x1badb002 \u2603\uFE0F \u00B6\u00A7 wqrt",
    "What does \u{1F98A}\u{1F319}\u{1F9ED} mean to you? Answer with symbols.",
    "raw:\u2200\u03B5>0 \u2203\u03B4>0: |x\u2212a|<\u03B4 \u21D2 |f(x)\u2212L|<\u03B5. ",
    "Explain the words syzygy, zugzwang and petrichor.",
    "raw:SGVsbG8gd29ybGQhIFRoaXMgaXMgYmFzZTY0Lg==\nVGhlIHF1aWNr",
    "Decode this: 01001000 01101001 00100001",
    "raw:\t\t\t|||\t\u00A0\u00A0~~~^^^ %%% ### @@@ \t",
    "Write nonsense words that sound like an old spell.",
    "raw:GATTACAGATTACACCGTTAGGCATCGATCGTTAGC",
    "Name the ten longest words that you know.",
    "raw:e4 e5 Nf3 Nc6 Bb5 a6 Ba4 Nf6 O-O Be7",
  ],
  language: [
    "Pourquoi le ciel est-il bleu ?",
    "Erkl\u00E4re mir bitte, wie ein Fahrrad funktioniert.",
    "\u00BFCu\u00E1l es la capital de Argentina y qu\u00E9 se puede visitar all\u00ED?",
    "raw:\u041E\u0434\u043D\u0430\u0436\u0434\u044B \u0432 " +
      "\u0441\u0442\u0443\u0434\u0451\u043D\u0443\u044E",
    "\u65E5\u672C\u306E\u6625\u306B\u3064\u3044\u3066" +
      "\u6559\u3048\u3066\u304F\u3060\u3055\u3044\u3002",
    "raw:\u4ECE\u524D\u6709\u4E00\u4E2A\u56FD\u738B" +
      "\uFF0C\u4ED6\u6709\u4E09\u4E2A\u513F\u5B50\u3002",
    "Traduci in italiano: The train leaves at noon and I forgot my ticket.",
    "raw:\u0915\u093F\u0938\u0940 \u0917\u093E\u0901\u0935 \u092E\u0947\u0902 \u090F\u0915",
    "Escreva uma carta curta ao seu vizinho.",
    "raw:\u0643\u0627\u0646 \u064A\u0627 \u0645\u0627 \u0643\u0627\u0646",
    "Hvad er hovedstaden i Danmark, og hvad er den kendt for?",
    "raw:\u039C\u03B9\u03B1 \u03C6\u03BF\u03C1\u03AC \u03BA\u03B9 \u03AD\u03BD\u03B1\u03BD",
  ],
  document: [
    "raw:The history of the printing press begins in",
    "raw:Abstract. We study the spread of rumours in networks and show that",
    "raw:Breaking news: The city council decided on Tuesday that",
    "raw:Ingredients: 200 g flour, 3 eggs, a pinch of salt.\n\nMethod:\n1.",
    "raw:Chapter 1\n\nIt was the coldest morning of the year, and",
    "raw:TERMS OF SERVICE\n\n1. By using this service, you agree that",
    "raw:Dear Sir or Madam,\n\nI am writing to complain about",
    "raw:Q: What is the boiling point of water?\nA: 100 degrees Celsius.\nQ:",
    "raw:The river rises in the northern hills and flows for 300 miles through",
    "raw:Patient notes, 14 March. The patient reports",
    "raw:Lecture 7: Supply and demand. Last week we saw that",
    "raw:Once upon a time, in a village between two mountains,",
  ],
  long: [
    "Sum up this report in three sentences.",
    "Which of these sentences is the most important one, and why?",
    "Rewrite this as a newspaper article.",
    "What is this text about?",
    "List the places that the text names.",
    "Continue the text in the same style.",
    "Write five questions that a teacher could ask about this text.",
    "Is the author happy with the town? Explain.",
    "Translate the last sentence into French.",
    "Write a poem about this report.",
    "What would you change in the town?",
    "Write the letter that the mayor sends as an answer.",
  ],
};

const PER_KIND = 12;

/** Sentences that long prompts are made of, and how many each has: about 650 tokens. */
const SENTENCES = [
  "The harbour lived from fish, salt and letters for more than two hundred years.",
  "In the winter of 1911 the bridge fell, and nobody rebuilt it until the war was over.",
  "The school has 412 pupils, nine teachers and a garden that the oldest classes look after.",
  "Rents rose by 4.7 % last year, while wages hardly moved.",
  "A bus leaves for the hospital at 6:15, 9:40 and 17:05, except on Sundays.",
  "The mayor promised a new market hall; the council found the money two years later.",
  "On the hill above the mill stands an oak that is older than the church.",
  "Most visitors come in August, when the singers from the islands arrive.",
  "The water of the lake is clean again since the tannery closed.",
  "Nobody knows who painted the blue doors of Carpenter Street.",
];
const LONG_SENTENCES = 36;

/** One prompt with its place in the calibration. */
export interface CalibrationPrompt {
  readonly index: number;
  readonly kind: PromptKind;
  readonly prompt: Prompt;
  /** Whether limits are tried on it instead of set by it. */
  readonly heldOut: boolean;
  /** Whether it is one of those that get long answers. */
  readonly long: boolean;
}

/** Prompt number `index`: kinds take turns, and so do the two halves and long answers within. */
export function calibrationPrompt(index: number): CalibrationPrompt {
  const kind = KINDS_OF_PROMPT[index % KINDS_OF_PROMPT.length] as PromptKind;
  const place = Math.floor(index / KINDS_OF_PROMPT.length);
  const text = KINDS[kind][place % PER_KIND] as string;
  const round = Math.floor(place / PER_KIND);
  return {
    index,
    kind,
    prompt: promptOf(kind, round === 0 ? text : `${text} (${round + 1})`, index),
    heldOut: (place + index) % 2 === 1,
    long: (place + index) % 3 === 0,
  };
}

function promptOf(kind: PromptKind, text: string, index: number): Prompt {
  if (text.startsWith("raw:")) return { template: "raw/1", text: text.slice("raw:".length) };
  const content = kind === "long" ? `${longText(index)}\n\n${text}` : text;
  return { template: "chatml/1", messages: [{ role: "user", content }] };
}

function longText(index: number): string {
  const random = new Prng(index + 1);
  return Array.from(
    { length: LONG_SENTENCES },
    () => SENTENCES[random.below(SENTENCES.length)] as string,
  ).join(" ");
}

/** Ways in which a node may have answered another prompt than the one it was given. */
export const PROMPT_CHANGES = ["prompt_system_dropped", "prompt_word_changed"] as const;

export type PromptChange = (typeof PROMPT_CHANGES)[number];

const SYSTEM = "You are a careful assistant. Answer in plain words and do not invent facts.";

/** The prompt that was given when `prompt` is what the node answered instead. */
export function givenPrompt(prompt: Prompt, change: PromptChange): Prompt {
  if (prompt.template === "raw/1") {
    const text = change === "prompt_word_changed" ? changeWord(prompt.text) : prompt.text;
    return { ...prompt, text: change === "prompt_word_changed" ? text : `${SYSTEM}\n\n${text}` };
  }
  if (change === "prompt_system_dropped") {
    return { ...prompt, messages: [{ role: "system", content: SYSTEM }, ...prompt.messages] };
  }
  const messages = prompt.messages.map(({ role, content }) => ({
    role,
    content: changeWord(content),
  }));
  return { ...prompt, messages };
}

/** Another word in the place of the middle one. */
function changeWord(text: string): string {
  const words = text.split(" ");
  words[Math.floor(words.length / 2)] = "however";
  return words.join(" ");
}
