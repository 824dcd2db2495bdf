/** The settings that decide the bits, and who is in the kernel class. */
import { expect } from "chai";
import { EngineError } from "../../../../cmd/aegis-resource/engine/error.ts";
import { expectedAnswer } from "../../../../cmd/aegis-resource/engine/knownAnswer.ts";
import { childEnvironment } from "../../../../cmd/aegis-resource/engine/link.ts";
import {
  checkKernelClass,
  contextOptions,
  KERNEL_CLASS,
  KERNEL_CLASSES,
  LIBRARY_OPTIONS,
  MODEL_OPTIONS,
} from "../../../../cmd/aegis-resource/engine/profile.ts";
import { DEFAULT_MODEL_SHA256 } from "../../../../cmd/setup/model.mjs";

const AVX2 = "CPU : SSE3 = 1 | AVX = 1 | AVX2 = 1 | F16C = 1 | FMA = 1 | REPACK = 1 | ";

describe("the execution profile", () => {
  it("has the settings that decide the bits", () => {
    expect(LIBRARY_OPTIONS).to.include({ gpu: false, build: "never", maxThreads: 0 });
    expect(MODEL_OPTIONS).to.include({ checkTensors: true, gpuLayers: 0 });
    const shared = {
      sequences: 1,
      batchSize: 512,
      flashAttention: true,
      experimentalKvCacheValueType: "F16",
      failedCreationRemedy: false,
    };
    const keys = (type: string): object => ({ ...shared, experimentalKvCacheKeyType: type });
    expect(contextOptions(64)).to.deep.equal(keys("Q8_0"));
    expect(contextOptions(80), "heads that do not fill blocks").to.deep.equal(keys("BF16"));
    expect(contextOptions(0), "a file that does not say").to.deep.equal(keys("BF16"));
  });

  it("knows the default model's answer in every class, each another", () => {
    const answers = KERNEL_CLASSES.map((name) => expectedAnswer(name, DEFAULT_MODEL_SHA256));
    for (const answer of answers) expect(answer).to.match(/^[0-9a-f]{64}$/);
    expect(new Set(answers).size).to.equal(KERNEL_CLASSES.length);
    expect(expectedAnswer(KERNEL_CLASS, "00".repeat(32))).to.equal(undefined);
  });
});

describe("checkKernelClass", () => {
  it("accepts the AVX2 library", () => {
    checkKernelClass(KERNEL_CLASS, AVX2);
  });

  it("accepts each library in its own class only", () => {
    const infos = new Map([
      [KERNEL_CLASS, AVX2],
      ["cpu-x64-avx512", `${AVX2}AVX512 = 1 | `],
      ["cpu-x64-sse42", "CPU : SSE3 = 1 | SSSE3 = 1 | REPACK = 1 | "],
    ]);
    expect([...infos.keys()]).to.have.members(KERNEL_CLASSES);
    for (const name of KERNEL_CLASSES) {
      for (const [other, systemInfo] of infos) {
        const check = (): void => checkKernelClass(name, systemInfo);
        if (other === name) check();
        else expect(check, `${other} as ${name}`).to.throw(EngineError);
      }
    }
  });

  const refused: readonly [string, string, string][] = [
    ["a library without AVX2", KERNEL_CLASS, AVX2.replace("AVX2 = 1", "AVX2 = 0")],
    ["a library without fused multiplication", KERNEL_CLASS, AVX2.replace("FMA = 1", "FMA = 0")],
    ["the AVX-512 library", KERNEL_CLASS, `${AVX2}AVX512 = 1 | AVX512_VNNI = 1 | `],
    ["the AVX-VNNI library", KERNEL_CLASS, `${AVX2}AVX_VNNI = 1 | `],
    ["a class that is not known", "cpu-arm64-neon", AVX2],
  ];
  for (const [name, kernelClass, systemInfo] of refused) {
    it(`refuses ${name}`, () => {
      expect(() => checkKernelClass(kernelClass, systemInfo))
        .to.throw(EngineError)
        .with.property("code", "kernel_class");
    });
  }
});

describe("childEnvironment", () => {
  it("keeps what changes the engine's work away from it", () => {
    const env = childEnvironment({
      PATH: "/bin",
      HOME: "/home",
      GGML_BACKEND_PATH: "other.so",
      LLAMA_ARG_THREADS: "64",
      NODE_LLAMA_CPP_GPU: "cuda",
      OMP_NUM_THREADS: "64",
      NODE_OPTIONS: "--inspect",
      AEGIS_PASSPHRASE: "secret",
    });
    expect(env).to.deep.equal({ PATH: "/bin", HOME: "/home" });
  });
});
