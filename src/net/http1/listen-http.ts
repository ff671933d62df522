/**
 * A small HTTP server in clear text, for the ports that operators and other servers use: health, notifications, metrics.
 * Never for clients.
 */
import type { Clock } from "../../core/clock.ts";
import { type HostPort, formatHostPort } from "../address.ts";
import { listenPlain } from "../listener.ts";
import { ServerConnection, serveRequests } from "./server-connection.ts";
import type { ServerRequest } from "./server-request.ts";

export interface HttpListenOptions {
  /** Port 0 chooses a free one. */
  readonly address: HostPort;
  readonly clock: Clock;
  /** Answers one request. What it throws is answered with the status of that error. */
  readonly onRequest: (request: ServerRequest) => Promise<void>;
}

export interface HttpListener extends AsyncDisposable {
  /** "host:port" with the port that was chosen. */
  readonly address: string;
}

/** Scrapers and probes are few. */
const maxConnections = 1000;

/** @throws conflict when the address is taken, configuration when it is not of this machine. */
export async function listenHttp(options: HttpListenOptions): Promise<HttpListener> {
  const { address, clock, onRequest } = options;
  const listener = await listenPlain({
    ...{ address, clock, maxConnections, maxPerAddress: maxConnections },
    onConnection: async (socket, stopping) => {
      using connection = new ServerConnection(socket, { clock });
      const stop = () => connection.stop();
      stopping.addEventListener("abort", stop, { once: true });
      await serveRequests(connection, onRequest).finally(() =>
        stopping.removeEventListener("abort", stop),
      );
    },
  });
  return {
    address: formatHostPort(listener.address),
    [Symbol.asyncDispose]: () => listener.close(),
  };
}
