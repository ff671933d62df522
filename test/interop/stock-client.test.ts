/**
 * The stock client under our compiled server: it enrols, takes a message for its Stdin service, answers and acknowledges,
 * by stream and by poll, and is still known after the server was killed.
 */
import { expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { waitFor } from "../helpers/wait-for.ts";

const stockClient = join(
  import.meta.dir,
  "../../.cache/stock-fleetspeak/fleetspeak-client-bin/usr/bin/fleetspeak-client",
);

function writeClientFiles(
  folder: string,
  server: CompiledServer,
  streaming: boolean,
  more: string,
): string {
  mkdirSync(join(folder, "textservices"), { recursive: true });
  writeFileSync(
    join(folder, "textservices/echo.txt"),
    'name: "echo" factory: "Stdin" config { [type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "/bin/echo" } }\n',
  );
  writeFileSync(
    join(folder, "communicator.txt"),
    `max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1 min_failure_delay_seconds: 1 ${more}\n`,
  );
  const config = join(folder, "client.config");
  const text = printText("fleetspeak.client.generic.Config", {
    trusted_certs: server.caCertificate,
    server: [`127.0.0.1:${server.port}`],
    filesystem_handler: { configuration_directory: folder, state_file: join(folder, "state") },
    streaming,
  });
  writeFileSync(config, text);
  return config;
}

test.each([
  ["stream", true, ""],
  ["compressed stream", true, "compression: COMPRESSION_DEFLATE"],
  ["poll", false, ""],
  ["compressed poll", false, "compression: COMPRESSION_DEFLATE"],
  ["stream of a client that would rather speak HTTP/2", true, "prefer_http2: true"],
])(
  "%s",
  async (_, streaming, communicator) => {
    await using server = await CompiledServer.start();
    using folder = makeTemporaryFolder();
    const config = writeClientFiles(folder.path, server, streaming, communicator);
    await using _client = startBinary(["-config", config, "-logtostderr"], {
      executable: stockClient,
    });
    const env = { FLEET_ADMIN_ADDR: `unix:${server.socket}` };
    const listed = async () => {
      const { stdout, status } = await runBinary(["clients", "list", "--json"], { env });
      return status === 0
        ? (JSON.parse(stdout) as { client_id: string }[])[0]?.client_id
        : undefined;
    };
    const id = await waitFor(listed, {
      what: "the stock client's first contact",
      deadlineMs: 20_000,
    });
    const echo = async (text: string) =>
      (
        await runBinary(["exec", id, "echo", "--timeout", "25s", "--", text], {
          env,
          deadlineMs: 30_000,
        })
      ).stdout;
    expect(await echo("one")).toBe("one\n");
    await server.restart("SIGKILL");
    env.FLEET_ADMIN_ADDR = `unix:${server.socket}`;
    expect(await listed()).toBe(id);
  },
  90_000,
);

test("a stock client that is stopped has ended its stream, and is no failure in the server's log", async () => {
  await using server = await CompiledServer.start({ extension: "log { level: DEBUG }" });
  using folder = makeTemporaryFolder();
  const config = writeClientFiles(folder.path, server, true, "");
  await using client = startBinary(["-config", config, "-logtostderr"], {
    executable: stockClient,
  });
  const [, id = ""] = await waitFor(() => /client ([0-9a-f]{16}) connected from/.exec(server.log), {
    ...{ what: "the stream", deadlineMs: 20_000 },
  });
  client.kill("SIGTERM");
  await client.finished;
  await waitFor(() => server.log.includes(`client ${id} ended its stream`), {
    what: "the server's line",
  });
  const failures = server.log.split("\n").filter((line) => /WRN|ERR|disconnected/.test(line));
  expect(failures.filter((line) => line.includes(id))).toEqual([]);
}, 60_000);
