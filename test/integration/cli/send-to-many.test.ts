/** fleet message send to many clients, against a real admin role: the clients are played by the test. */
import { describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { runCommandLine } from "../../../src/cli/run.ts";
import type { ClientId } from "../../../src/core/ids.ts";
import { failureAt, successAt } from "../../../src/core/message.ts";
import { addClients, startFixture } from "../../helpers/admin-fixture.ts";
import { FakeTerminal, type FakeTerminalOptions, runFleet } from "../../helpers/fake-terminal.ts";
import { waitFor } from "../../helpers/wait-for.ts";

interface Line {
  readonly client_id: string;
  readonly message_id: string;
  readonly status: string;
  readonly error?: string;
}

async function start(count: number) {
  const fixture = await startFixture();
  const names = Array.from({ length: count }, (_unused, index) => `client ${index}`);
  const { store } = fixture.context;
  const clientIds = await addClients(store, ...names);
  const environment = { adminAddress: `unix:${fixture.socket}` };
  const send = (args: readonly string[], options: FakeTerminalOptions = {}) =>
    runFleet(["message", "send", "echo", "T", ...args], { environment, ...options });
  const pending = (ids: readonly ClientId[] = clientIds) =>
    store.messages.pending({ clientIds: ids, offset: 0, limit: undefined, wantData: false });
  const label = (clientId: ClientId | undefined, ...labels: string[]) =>
    store.clients.setLabels([{ clientId: clientId!, serviceName: "client", labels }]);
  return { fixture, store, clientIds, environment, send, pending, label };
}

const linesOf = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

const unknownId = "00".repeat(8);
const time = { seconds: 1_700_000_000, nanos: 0 };

describe("the clients are chosen", () => {
  test("one by one, by the beginning of an id, twice the same only once", async () => {
    const { fixture, clientIds, send, pending } = await start(3);
    await using _ = fixture;
    const [a, b] = clientIds.map(String) as [string, string];
    const { exitCode, out, error } = await send([
      ...["--client", a, "--client", b.slice(0, 9).toUpperCase(), "--client", a],
    ]);
    expect({ exitCode, out, error }).toEqual({
      exitCode: 0,
      out: "2 of 2 sent\n",
      error: "2 clients chosen\n",
    });
    const receivers = (await pending()).map(({ destination }) => `${destination.clientId}`);
    expect(receivers.toSorted()).toEqual([a, b].toSorted());
  });

  test("by labels, of which each must match; blacklisted ones are left out", async () => {
    const { fixture, clientIds, store, send, pending, label } = await start(4);
    await using _ = fixture;
    await label(clientIds[0], "linux", "test");
    await label(clientIds[1], "linux");
    await label(clientIds[2], "linux", "test");
    await store.clients.blacklist([clientIds[2]!]);
    const { error } = await send(["--label", "linux", "--label", "test"]);
    expect(error).toContain("1 client chosen; 1 blacklisted are left out");
    expect((await pending()).map(({ destination }) => destination.clientId)).toEqual([
      clientIds[0],
    ]);
  });

  test("from a file and from standard input: the first word of each line, without remarks", async () => {
    const { fixture, clientIds, send, pending } = await start(3);
    await using _ = fixture;
    const file = join(fixture.folder, "ids");
    writeFileSync(file, `# a list\n${clientIds[0]}  the first\n\n${clientIds[1]}#second\n`);
    expect((await send(["--clients_from", file])).out).toBe("2 of 2 sent\n");
    const input = Buffer.from(`${clientIds[2]}\r\n`);
    expect((await send(["--clients_from", "-"], { input })).out).toBe("1 of 1 sent\n");
    expect(await pending()).toHaveLength(3);
  });

  test.each([
    [["--all", "--label", "x"], 2, "one way at a time"],
    [["--client", "0", "--label", "x"], 2, "one way at a time"],
    [["--label", "nobody"], 4, "no client is chosen"],
    [["--client", "nonsense"], 2, '"nonsense" is not a client id'],
    [["--clients_from", "/nowhere"], 2, 'cannot read --clients_from "/nowhere"'],
    [
      ["--clients_from", "-", "--data_file", "-", "--type_url", "x"],
      2,
      "cannot both read standard input",
    ],
    [["surplus", "--all"], 2, "; 3 given"],
  ])("%p sends nothing: exit code %d", async (args, expected, message) => {
    const { fixture, send, pending } = await start(2);
    await using _ = fixture;
    const { exitCode, out, error } = await send(args);
    expect({ exitCode, out }).toEqual({ exitCode: expected, out: "" });
    expect(error).toContain(message);
    expect(error).toContain("hint: ");
    expect(await pending()).toEqual([]);
  });

  test("more than a hundred need --yes", async () => {
    const { fixture, send, pending } = await start(101);
    await using _ = fixture;
    const asked = await send(["--all"]);
    expect(asked).toMatchObject({ exitCode: 2, out: "" });
    expect(asked.error).toContain("this would send to 101 clients; nothing is sent");
    expect(await pending()).toEqual([]);
    expect((await send(["--all", "--yes"])).out).toBe("101 of 101 sent\n");
    expect(await pending()).toHaveLength(101);
  });
});

describe("what becomes of each", () => {
  test("one that fails does not end the others: 1, with a line for each in --json", async () => {
    const { fixture, clientIds, send } = await start(40);
    await using _ = fixture;
    const file = join(fixture.folder, "ids");
    writeFileSync(file, [...clientIds.slice(0, 7), unknownId, ...clientIds.slice(7)].join("\n"));
    const { exitCode, out, error } = await send(["--clients_from", file, "--json"]);
    expect(exitCode).toBe(1);
    const lines = linesOf(out);
    expect(lines).toHaveLength(41);
    expect(lines.filter(({ status }) => status === "sent")).toHaveLength(40);
    expect(lines.find(({ client_id: id }) => id === unknownId)).toMatchObject({
      status: "failed",
      error: expect.stringContaining("it is not known"),
    });
    expect(new Set(lines.map(({ message_id: id }) => id)).size).toBe(41);
    expect(error).toEndWith("40 of 41 sent, 1 failed\n");
    const text = await send(["--clients_from", file]);
    expect(text.error).toContain(`${unknownId} failed: `);
    expect(text.out).toBe("40 of 41 sent, 1 failed\n");
  });

  test("the same key again sends nothing twice, another one does", async () => {
    const { fixture, send, pending } = await start(5);
    await using _ = fixture;
    const sent = (await send(["--all", "--json", "--idempotency_key", "one"])).out;
    const again = (await send(["--all", "--json", "--idempotency_key", "one"])).out;
    const ids = (out: string) =>
      linesOf(out)
        .map(({ message_id: id }) => id)
        .toSorted();
    expect(ids(again)).toEqual(ids(sent));
    expect(await pending()).toHaveLength(5);
    await send(["--all", "--idempotency_key", "two"]);
    expect(await pending()).toHaveLength(10);
  });

  test("--wait follows each until it has a result", async () => {
    const { fixture, store, send, pending } = await start(3);
    await using _ = fixture;
    const sending = send(["--all", "--wait", "--json"]);
    const messages = await waitFor(
      async () => {
        const found = await pending();
        return found.length === 3 ? found : undefined;
      },
      { what: "three messages" },
    );
    const results = [successAt(time), failureAt(time, "no \u001b[2J"), successAt(time)];
    await store.messages.setResults(
      messages.map(({ messageId }, index) => ({
        messageId,
        result: results[index]!,
        onlyForClient: undefined,
      })),
    );
    const { exitCode, out, error } = await sending;
    expect(exitCode).toBe(1);
    expect(out).not.toContain("\u001b");
    expect(
      linesOf(out)
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(["failed", "processed", "processed"]);
    expect(error).toEndWith("2 of 3 processed, 1 failed\n");
  });

  test("what is still pending when the time is over is 5", async () => {
    const { fixture, send } = await start(2);
    await using _ = fixture;
    const { exitCode, out } = await send(["--all", "--wait", "--timeout", "50ms"]);
    expect({ exitCode, out }).toEqual({ exitCode: 5, out: "0 of 2 processed, 2 pending\n" });
  });

  test("a server that goes away ends it for those who are left", async () => {
    const { fixture, clientIds, environment } = await start(3);
    await fixture[Symbol.asyncDispose]();
    const argv = ["message", "send", "echo", "T", "--json"];
    const chosen = clientIds.flatMap((clientId) => ["--client", clientId]);
    const { exitCode, out, error } = await runFleet([...argv, ...chosen], { environment });
    expect(exitCode).toBe(5);
    expect(linesOf(out).map(({ status }) => status)).toEqual(Array(3).fill("unanswered"));
    expect(error).toContain("0 of 3 sent, 3 unanswered\nerror: no fleet server answers");
  });

  test("Ctrl-C while waiting says how far it came, and is 130", async () => {
    const { fixture, environment, pending } = await start(2);
    await using _ = fixture;
    const terminal = new FakeTerminal({ environment, errorColumns: 80 });
    const argv = ["message", "send", "echo", "T", "--all", "--wait"];
    const running = runCommandLine(argv, terminal);
    await waitFor(() => terminal.error.includes("waiting for results"), { what: "the waiting" });
    expect(await pending()).toHaveLength(2);
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(terminal.out).toBe("0 of 2 processed, 2 pending\n");
  });

  test("progress is drawn on a terminal only, and taken away", async () => {
    const { fixture, send } = await start(30);
    await using _ = fixture;
    expect((await send(["--all"])).error).not.toContain("\r");
    const { error } = await send(["--all"], { errorColumns: 60 });
    expect(error).toContain("\rsending [####");
    expect(error).toContain("100% 30/30");
    const drawn = error.split("\r").map((text) => text.replaceAll("\b", "").trimEnd());
    expect(Math.max(...drawn.map((text) => text.length))).toBeLessThan(60);
    expect(drawn.at(-1)).toBe("");
  });
});
