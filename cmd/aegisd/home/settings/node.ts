/** Settings of the application itself. */
import { type GasPrice, parseGasPrice } from "../../../../app/tx/fee.ts";
import { readBoolean, readHostPort, readText, type Setting } from "./setting.ts";

function readPrice(value: unknown): GasPrice {
  const text = readText(value);
  if (text === "") throw new RangeError('must be a price such as "0.025uasi" or "0uasi"');
  return parseGasPrice(text);
}

/** Their table. */
export const NODE_SETTINGS: {
  readonly minimumGasPrice: Setting<GasPrice>;
  readonly metricsAddress: Setting<string>;
  readonly checkInvariants: Setting<boolean>;
} = {
  minimumGasPrice: {
    name: "minimum-gas-prices",
    about: "Least price per gas that this node's mempool accepts.",
    initial: "0.025uasi",
    read: readPrice,
  },
  metricsAddress: {
    name: "metrics-address",
    about: "host:port of a Prometheus endpoint; empty means none.",
    initial: "",
    read: readHostPort,
  },
  checkInvariants: {
    name: "check-invariants",
    about: "Check every invariant after every block. Costs time in proportion to the state.",
    initial: false,
    read: readBoolean,
  },
};
