/** Reproducible pseudo-random numbers for tests: those of the calibration. */
export { Prng } from "../../cmd/aegis-resource/calibrate/prng.ts";
