import { testConnections } from "../../helpers/connection-suite.ts";
import { tlsEnvironment } from "../../helpers/transport-peers.ts";

for (const kind of ["poll", "long_poll", "stream", "websocket"] as const) {
  for (const compression of [false, true]) testConnections(tlsEnvironment(kind, compression));
}
