import { describe, expect, test } from "bun:test";

import { runCommandLine } from "../../../src/cli/run.ts";
import { type ClientId, type MessageId, newMessageId } from "../../../src/core/ids.ts";
import {
  type IdentifiedMessage,
  type Message,
  failureAt,
  makeMessage,
  successAt,
} from "../../../src/core/message.ts";
import { microsFromMs } from "../../../src/core/time.ts";
import { packAny } from "../../../src/proto/codec.ts";
import {
  decodeStdinInput,
  encodeMessageError,
  encodeStdinOutput,
  typeNames,
} from "../../../src/proto/system-codec.ts";
import { type AdminFixture, addClients, startFixture } from "../../helpers/admin-fixture.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { FakeTerminal, runFleet } from "../../helpers/fake-terminal.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const hostile = "\u001b[2J\u202eevil\n";

/** As if the client held a stream. */
async function openStream({ context }: AdminFixture, clientId: ClientId): Promise<void> {
  await context.store.contacts.record([
    {
      ...{ clientId, time: microsFromMs(Date.now()), sentNonce: 1n, receivedNonce: 0n },
      ...{ observedAddress: "127.0.0.1:1", clientClock: undefined, streamingTo: "here" },
      ...{ server: "local", reofferAtEnd: true },
    },
  ]);
}

/** A server whose clients a test plays; `fleet` runs a command against its Unix socket. */
async function start() {
  const fixture = await startFixture();
  const [clientId] = (await addClients(fixture.context.store, "one")) as [ClientId];
  const environment = { adminAddress: `unix:${fixture.socket}` };
  const fleet = (argv: readonly string[], input?: string) =>
    runFleet(argv, { environment, ...(input !== undefined && { input: Buffer.from(input) }) });
  return { fixture, clientId, environment, fleet, store: fixture.context.store };
}

async function pendingMessage(
  { context }: AdminFixture,
  clientId: ClientId,
): Promise<IdentifiedMessage> {
  const query = { clientIds: [clientId], offset: 0, limit: undefined, wantData: true };
  const find = async () => (await context.store.messages.pending(query))[0];
  return await waitFor(find, { what: "a message for the client" });
}

/** Plays a client's Stdin service: takes the next message and sends what `answer` makes of it. */
async function answerNext(
  fixture: AdminFixture,
  clientId: ClientId,
  answer: (message: IdentifiedMessage) => readonly Partial<Message>[],
): Promise<void> {
  const question = await pendingMessage(fixture, clientId);
  for (const fields of answer(question)) {
    const { serviceName } = question.destination;
    fixture.context.feed.send({
      ...makeMessage({
        source: { clientId, serviceName },
        destination: { clientId: undefined, serviceName },
        messageType: "StdinServiceOutputMessage",
      }),
      ...fields,
      messageId: newMessageId(),
      creationTime: { seconds: 1, nanos: 0 },
    });
  }
}

function output(stdout: string, stderr = ""): Pick<Message, "data"> {
  const content = {
    stdout: Buffer.from(stdout),
    stderr: Buffer.from(stderr),
    timestamp: undefined,
  };
  return { data: packAny(typeNames.stdinOutput, encodeStdinOutput(content)) };
}

function annotated(question: IdentifiedMessage, exitCode: number): Pick<Message, "annotations"> {
  return {
    annotations: [
      { key: "fleet.in_reply_to", value: question.messageId },
      { key: "fleet.exit_code", value: String(exitCode) },
    ],
  };
}

function errorAbout(question: IdentifiedMessage): Partial<Message> {
  return {
    destination: { clientId: undefined, serviceName: "system" },
    messageType: "MessageError",
    data: packAny(typeNames.messageError, encodeMessageError(question.messageId, "it broke")),
  };
}

describe("fleet clients list", () => {
  test("shows clients, and nothing of theirs steers a terminal", async () => {
    const { fixture, clientId, fleet, store } = await start();
    await using _ = fixture;
    await store.clients.setLabels([
      { clientId, serviceName: "client", labels: ["linux", hostile] },
    ]);
    const { exitCode, out, error } = await fleet(["clients", "list"]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(out).toContain(clientId);
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202e");
    expect(out.trimEnd().split("\n")).toHaveLength(2);

    const json = await fleet(["clients", "list", "--json"]);
    expect(json.out).not.toContain("\u001b");
    expect(JSON.parse(json.out)).toMatchObject([
      { client_id: clientId, blacklisted: false, labels: [{ label: hostile }, { label: "linux" }] },
    ]);
  });

  test("without clients, says so and prints an empty list", async () => {
    await using fixture = await startFixture();
    const environment = { adminAddress: fixture.admin.addresses[1] };
    expect((await runFleet(["clients", "list"], { environment })).error).toContain("No client");
    expect((await runFleet(["clients", "list", "--json"], { environment })).out).toBe("[]\n");
  });

  test("more clients than one page", async () => {
    const { fixture, fleet, store } = await start();
    await using _ = fixture;
    const names = Array.from({ length: 1200 }, (_unused, index) => `client ${index}`);
    await addClients(store, ...names);
    const clients: unknown = JSON.parse((await fleet(["clients", "list", "--json"])).out);
    expect(clients).toHaveLength(1201);
  });
});

describe("which client is meant", () => {
  test("the beginning of an id is enough if it is no other's", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    const { exitCode, out } = await fleet([
      "message",
      "pending",
      clientId.slice(0, 4).toUpperCase(),
      "--json",
    ]);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: "[]\n" });
  });

  test("none, several and nonsense are told apart", async () => {
    const { fixture, clientId, fleet, store } = await start();
    await using _ = fixture;
    const none = clientId.startsWith("0") ? "1" : "0";
    expect(await fleet(["message", "pending", none])).toMatchObject({ exitCode: 4 });
    expect(await fleet(["message", "pending", "nonsense"])).toMatchObject({ exitCode: 2 });
    await addClients(store, ...Array.from({ length: 64 }, (_unused, index) => `client ${index}`));
    const several = await fleet(["message", "pending", clientId.slice(0, 1)]);
    expect(several).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining("several clients' ids begin with"),
    });
  });
});

describe("fleet message", () => {
  test("a message that is sent is pending, then done", async () => {
    const { fixture, clientId, fleet, store } = await start();
    await using _ = fixture;
    const sent = await fleet(["message", "send", clientId, "echo", "Greeting", "--text", "hello"]);
    const id = sent.out.trim();
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    const message = await pendingMessage(fixture, clientId);
    expect(message).toMatchObject({ messageId: id, messageType: "Greeting" });
    expect(message.data?.typeUrl).toBe("type.googleapis.com/google.protobuf.StringValue");
    expect((await fleet(["message", "pending", clientId])).out).toContain(id);
    expect(await fleet(["message", "status", id])).toMatchObject({
      exitCode: 0,
      out: `${id} pending\n`,
    });

    const result = successAt({ seconds: 1_700_000_000, nanos: 0 });
    await store.messages.setResults([
      { messageId: message.messageId, result, onlyForClient: undefined },
    ]);
    const status = await fleet(["message", "status", id, "--json"]);
    expect(JSON.parse(status.out)).toMatchObject({ message_id: id, state: "processed" });
  });

  test("--wait waits for the result; a failed one ends with 1", async () => {
    const { fixture, clientId, fleet, store } = await start();
    await using _ = fixture;
    const sending = fleet(["message", "send", clientId, "echo", "Greeting", "--wait"]);
    const { messageId } = await pendingMessage(fixture, clientId);
    const result = failureAt({ seconds: 1_700_000_000, nanos: 0 }, hostile);
    await store.messages.setResults([{ messageId, result, onlyForClient: undefined }]);
    const { exitCode, out } = await sending;
    expect(exitCode).toBe(1);
    expect(out).toContain(`${messageId} failed`);
    expect(out).not.toContain("\u001b");
  });

  test("waiting has an end: 5, and where to look later", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    const { exitCode, error } = await fleet([
      "message",
      "send",
      clientId,
      "x",
      "T",
      "--wait",
      "--timeout",
      "50ms",
    ]);
    expect(exitCode).toBe(5);
    expect(error).toContain("hint: It stays in the queue. See: fleet message status --wait ");
  });

  test("an unknown message is 4", async () => {
    const { fixture, fleet } = await start();
    await using _ = fixture;
    expect(await fleet(["message", "status", "ab".repeat(32)])).toMatchObject({ exitCode: 4 });
  });
});

describe("fleet message delete", () => {
  test("takes back single messages, and leaves the others", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    const send = async () => (await fleet(["message", "send", clientId, "x", "T"])).out.trim();
    const [a, b, c] = [await send(), await send(), await send()];
    const removed = await fleet(["message", "delete", a, c.toUpperCase(), "--json"]);
    expect(JSON.parse(removed.out)).toEqual({ deleted: "2", client_ids: [], message_ids: [a, c] });
    expect((await pendingMessage(fixture, clientId)).messageId).toBe(b as MessageId);
    expect((await fleet(["message", "status", a])).out).toContain("Removed by admin action.");
    expect((await fleet(["message", "delete", clientId])).out).toBe("1 pending message deleted\n");
  });

  test("one that is not known is 4, one that is done is 8; the others are deleted", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    const sent = (await fleet(["message", "send", clientId, "x", "T"])).out.trim();
    const unknown = await fleet(["message", "delete", "ab".repeat(32), sent]);
    expect(unknown).toMatchObject({ exitCode: 4, out: "1 pending message deleted\n" });
    expect(unknown.error).toContain("the server has no message abab");
    const done = await fleet(["message", "delete", sent]);
    expect(done).toMatchObject({ exitCode: 8, out: "0 pending messages deleted\n" });
    expect(done.error).toContain(`hint: See: fleet message status ${sent}`);
  });
});

describe("fleet file", () => {
  test("stores, lists and deletes; what is not there is 4", async () => {
    const { fixture, fleet } = await start();
    await using _ = fixture;
    expect(await fleet(["file", "list"])).toMatchObject({ error: "No file is stored.\n" });
    expect(await fleet(["file", "store", "svc", `a${hostile}`, "-"], "12345")).toMatchObject({
      exitCode: 0,
      error: expect.not.stringContaining("\u001b"),
    });
    await fleet(["file", "store", "other", "b", "-"], "");
    const { out } = await fleet(["file", "list", "svc"]);
    expect(out).toMatch(/^SERVICE  NAME +BYTES  STORED\nsvc +"a\S+ +5 +2\S+Z\n$/);
    expect(JSON.parse((await fleet(["file", "list", "--json"])).out)).toMatchObject([
      { service_name: "other", file_name: "b", size_bytes: 0 },
      { service_name: "svc", file_name: `a${hostile}`, size_bytes: 5 },
    ]);
    expect(await fleet(["file", "delete", "other", "b"])).toMatchObject({
      exitCode: 0,
      error: "deleted other/b\n",
    });
    const again = await fleet(["file", "delete", "other", "b"]);
    expect(again).toMatchObject({ exitCode: 4, out: "" });
    expect(again.error).toStartWith("error: the server has no file other/b\nhint: fleet file list");
  });

  test("over TCP it cannot be known whether there was a file, and that is said", async () => {
    const { fixture } = await start();
    await using _ = fixture;
    const environment = { adminAddress: fixture.admin.addresses[1] };
    const { exitCode, error } = await runFleet(["file", "delete", "a", "b"], { environment });
    expect(exitCode).toBe(0);
    expect(error).toBe("deleted a/b (this server does not say whether it was there)\n");
  });
});

describe("fleet exec", () => {
  test("prints what the program wrote and ends with its code", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    await openStream(fixture, clientId);
    const running = fleet(["exec", clientId, "ls", "--stdin", "--", "-l", "--a-b"], "typed");
    await answerNext(fixture, clientId, (question) => {
      const { input, args } = decodeStdinInput(question.data?.value ?? new Uint8Array());
      expect(args).toEqual(["-l", "--a-b"]);
      expect(Buffer.from(input).toString()).toBe("typed");
      return [
        errorAbout(question),
        { ...output("to out\n", "to error\n"), ...annotated(question, 3) },
      ];
    });
    expect(await running).toEqual({ exitCode: 3, out: "to out\n", error: "to error\n" });
  });

  test("takes a stock client's reply, and passes over those to others", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    await openStream(fixture, clientId);
    const running = fleet(["exec", clientId, "ls"]);
    const other = { key: "fleet.in_reply_to", value: newMessageId() };
    await answerNext(fixture, clientId, () => [
      { ...output("other"), annotations: [other] },
      output("mine"),
    ]);
    expect(await running).toEqual({ exitCode: 0, out: "mine", error: "" });
  });

  test("a message that could not be processed is 125", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    await openStream(fixture, clientId);
    const running = fleet(["exec", clientId, "ls"]);
    await answerNext(fixture, clientId, (question) => [errorAbout(question)]);
    const { exitCode, error } = await running;
    expect(exitCode).toBe(125);
    expect(error).toContain("it broke");
  });

  test("no answer in time is 5, and says that the client is not there", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
    const { exitCode, error } = await fleet(["exec", clientId, "ls", "--timeout", "50ms"]);
    expect(exitCode).toBe(5);
    expect(error).toContain("is not connected; its last contact was");
    expect(error).toMatch(/hint: Message [0-9a-f]{64} stays queued, and the program runs when/);
  });

  test("Ctrl-C is 130", async () => {
    const { fixture, clientId, environment } = await start();
    await using _ = fixture;
    const terminal = new FakeTerminal({ environment });
    const running = runCommandLine(["exec", clientId, "ls"], terminal);
    await pendingMessage(fixture, clientId);
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(terminal.error).toContain("stays queued");
  });

  test("a connected client that says nothing is told of while the command waits", async () => {
    const { fixture, clientId, environment } = await start();
    await using _ = fixture;
    await openStream(fixture, clientId);
    const clock = new FakeClock();
    const terminal = new FakeTerminal({ environment, clock });
    const running = runCommandLine(["exec", clientId, "ls", "--timeout", "10s"], terminal);
    await waitFor(() => clock.pendingMs.includes(10_000), { what: "the wait for the answer" });
    await clock.advance(4999);
    expect(terminal.error).toBe("");
    await clock.advance(1);
    expect(terminal.error).toBe(
      `no answer yet; is a service "ls" installed on client ${clientId}? waiting up to 10 s\n`,
    );
    await clock.advance(5000);
    expect(await running).toBe(5);
  });

  test("a client that is not there is told of before the waiting", async () => {
    const { fixture, clientId, fleet, store } = await start();
    await using _ = fixture;
    const argv = ["exec", clientId, "ls", "--timeout", "50ms"];
    const idle = await fleet(argv);
    expect(idle.error).toMatch(
      /^client \w{16} is not connected \(last contact \d+ s ago\): waiting up to 0.05 s\n/,
    );
    await openStream(fixture, clientId);
    const { error } = await fleet(argv);
    expect(error).toStartWith("error: no answer within 0.05 s");
    expect(error).toMatch(/fleet message delete [0-9a-f]{64} takes it back/);
    await store.clients.blacklist([clientId]);
    expect((await fleet(argv)).error).toStartWith(`client ${clientId} is blacklisted`);
  });

  test("a client that the server does not know is 125, and nothing is queued", async () => {
    const { fixture, fleet } = await start();
    await using _ = fixture;
    const { exitCode, error } = await fleet(["exec", "00".repeat(8), "ls"]);
    expect(exitCode).toBe(125);
    expect(error).toStartWith("error: the server knows no client 0000000000000000\nhint: ");
  });

  test("over TCP it is 125, with the address to use instead", async () => {
    const { fixture, clientId } = await start();
    await using _ = fixture;
    const environment = { adminAddress: fixture.admin.addresses[1] };
    const { exitCode, error } = await runFleet(["exec", clientId, "ls"], { environment });
    expect(exitCode).toBe(125);
    expect(error).toContain(`hint: Use --admin_addr 'unix:${fixture.socket}'.`);
  });

  test("without a server it is 125", async () => {
    const environment = { adminAddress: "unix:/no/such/socket" };
    const { exitCode, error } = await runFleet(["exec", "00112233aabbccdd", "ls"], { environment });
    expect(exitCode).toBe(125);
    expect(error).toContain(
      "no fleet server answers at unix:/no/such/socket (from FLEET_ADMIN_ADDR)",
    );
  });
});
