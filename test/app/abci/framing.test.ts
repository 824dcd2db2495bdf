/** Frames are cut right wherever the chunks break, and a length is judged before its frame. */
import { expect } from "chai";
import fc from "fast-check";
import { FrameError, FrameReader, frame } from "../../../app/abci/framing.ts";
import { FRAME_BYTES_MAX } from "../../../app/abci/limits.ts";
import { concatBytes, hex, utf8 } from "../../../app/lib/bytes.ts";

const MESSAGES = [utf8("one"), new Uint8Array(0), new Uint8Array(300).fill(7), utf8("four")];

function stream(messages: readonly Uint8Array[]): Buffer {
  return Buffer.from(concatBytes(...messages.flatMap((message) => frame(message))));
}

function read(reader: FrameReader, chunks: readonly Buffer[]): string[] {
  return chunks.flatMap((chunk) => [...reader.push(chunk)].map((bytes) => hex(bytes)));
}

const HEX = MESSAGES.map((message) => hex(message));

describe("frame", () => {
  const lengths: readonly (readonly [number, string])[] = [
    [0, "00"],
    [127, "7f"],
    [128, "8001"],
    [300, "ac02"],
    [16_383, "ff7f"],
    [16_384, "808001"],
    [2_097_152, "80808001"],
  ];
  for (const [length, bytes] of lengths) {
    it(`writes a length of ${length} as ${bytes}`, () => {
      expect(hex(frame(new Uint8Array(length))[0])).to.equal(bytes);
    });
  }
});

describe("FrameReader", () => {
  it("cuts a stream that comes in two chunks, broken at every byte", () => {
    const bytes = stream(MESSAGES);
    for (let at = 0; at <= bytes.length; at += 1) {
      const reader = new FrameReader();
      expect(read(reader, [bytes.subarray(0, at), bytes.subarray(at)])).to.deep.equal(HEX);
      expect(reader.isPartial).to.equal(false);
    }
  });

  it("cuts a stream that comes byte by byte", () => {
    const bytes = stream(MESSAGES);
    const chunks = [...bytes].map((byte) => Buffer.of(byte));
    expect(read(new FrameReader(), chunks)).to.deep.equal(HEX);
  });

  it("cuts any messages in any chunks", () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 });
    const cuts = fc.array(fc.nat(), { maxLength: 30 });
    fc.assert(
      fc.property(messages, cuts, (sent, at) => {
        const bytes = stream(sent);
        const places = at.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b);
        const chunks = [0, ...places].map((from, i) => bytes.subarray(from, places[i]));
        const reader = new FrameReader();
        expect(read(reader, chunks)).to.deep.equal(sent.map((message) => hex(message)));
        expect(reader.isPartial).to.equal(false);
      }),
    );
  });

  it("knows that a frame has begun, in its length and in its content", () => {
    const reader = new FrameReader();
    expect(reader.isPartial).to.equal(false);
    read(reader, [Buffer.of(0x80)]);
    expect(reader.isPartial).to.equal(true);
    read(reader, [Buffer.of(0x01, 1, 2)]);
    expect(reader.isPartial).to.equal(true);
    expect(read(reader, [Buffer.alloc(126)])).to.have.length(1);
    expect(reader.isPartial).to.equal(false);
  });

  it("copies a frame of many chunks once, into one buffer of its size", () => {
    const bytesMax = 8_388_608;
    const reader = new FrameReader(bytesMax);
    const message = Buffer.alloc(bytesMax, 5);
    const [length] = frame(message);
    const frames = [...reader.push(Buffer.from(length))];
    for (let at = 0; at < bytesMax; at += 65_536) {
      frames.push(...reader.push(message.subarray(at, at + 65_536)));
    }
    expect(frames).to.have.length(1);
    expect(frames[0]?.byteLength).to.equal(bytesMax);
    expect(frames[0]?.buffer.byteLength).to.equal(bytesMax);
    expect(frames[0]?.equals(message)).to.equal(true);
  });

  it("does not copy a frame that lies in one chunk", () => {
    const bytes = stream([utf8("whole")]);
    const [only] = [...new FrameReader().push(bytes)];
    expect(only?.buffer).to.equal(bytes.buffer);
  });

  it("admits the limit and refuses one byte more before any of it came", () => {
    const limit = 1_000;
    const [atLimit] = frame(new Uint8Array(limit));
    const [above] = frame(new Uint8Array(limit + 1));
    expect(read(new FrameReader(limit), [Buffer.from(atLimit)])).to.deep.equal([]);
    expect(() => read(new FrameReader(limit), [Buffer.from(above)])).to.throw(FrameError, "1001");
  });

  it("admits an InitChain with 256 MB of state, and its validators, by default", () => {
    expect(FRAME_BYTES_MAX).to.be.above(256 * 2 ** 20 + 1_000_000);
  });

  const refused: readonly (readonly [string, string])[] = [
    ["of 2^31", "8080808008"],
    ["of 2^35 - 1", "ffffffff7f"],
    ["of six bytes", "808080808000"],
    ["that does not end", "ffffffffffff"],
  ];
  for (const [what, bytes] of refused) {
    it(`refuses a length ${what}`, () => {
      expect(() => read(new FrameReader(), [Buffer.from(bytes, "hex")])).to.throw(FrameError);
    });
  }
});
