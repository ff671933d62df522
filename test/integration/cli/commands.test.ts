import { describe, expect, test } from "bun:test";

import { runCommandLine } from "../../../src/cli/run.ts";
import { type ClientId, newMessageId } from "../../../src/core/ids.ts";
import {
  type IdentifiedMessage,
  type Message,
  failureAt,
  makeMessage,
  successAt,
} from "../../../src/core/message.ts";
import { packAny } from "../../../src/proto/codec.ts";
import {
  decodeStdinInput,
  encodeMessageError,
  encodeStdinOutput,
  typeNames,
} from "../../../src/proto/system-codec.ts";
import { type AdminFixture, addClients, startFixture } from "../../helpers/admin-fixture.ts";
import { FakeTerminal, runFleet } from "../../helpers/fake-terminal.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const hostile = "\u001b[2J\u202eevil\n";

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

describe("fleet exec", () => {
  test("prints what the program wrote and ends with its code", async () => {
    const { fixture, clientId, fleet } = await start();
    await using _ = fixture;
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
