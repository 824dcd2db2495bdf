/** Settings of the gRPC server. */
import { readHostPort, type Setting } from "./setting.ts";

/** Their table. */
export const GRPC_SETTINGS: { readonly grpcAddress: Setting<string> } = {
  grpcAddress: {
    name: "grpc.address",
    about:
      "host:port of the gRPC server, with reflection; empty means none. It has no encryption: " +
      "put a proxy before it when others shall reach it.",
    initial: "127.0.0.1:9090",
    read: readHostPort,
  },
};
