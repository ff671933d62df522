/**
 * Contacts as the original's clients of any age make them, byte by byte, against the compiled server: certificates whose
 * dates mean nothing, fields that are not there yet, fields that do not exist here.
 */
import { Database } from "bun:sqlite";
import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { AdminClient } from "../../src/cli/server/admin-client.ts";
import type { ContactData } from "../../src/core/contact.ts";
import { type ClientId, newMessageId } from "../../src/core/ids.ts";
import { makeMessage } from "../../src/core/message.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { decodeContactData } from "../../src/proto/codec.ts";
import { encodeMessageAck } from "../../src/proto/system-codec.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { identityWithDates } from "../helpers/odd-certificates.ts";
import { RawClient, type TestIdentity, newTestIdentity } from "../helpers/raw-client.ts";

let server: CompiledServer;
let admin: AdminClient;
beforeAll(async () => {
  server = await CompiledServer.start();
  const address = { target: `unix:${server.socket}`, foundBy: "from a test" };
  admin = new AdminClient({ address, signal: new AbortController().signal });
});
afterAll(async () => {
  admin[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

type Bytes = Uint8Array;
const join = (...parts: Bytes[]) => new Uint8Array(Buffer.concat(parts));

function varint(value: bigint): Bytes {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    const last = rest < 0x80n;
    bytes.push(Number(rest & 0x7fn) | (last ? 0 : 0x80));
    if (last) return new Uint8Array(bytes);
  }
}

const tag = (field: number, wireType: number) => varint(BigInt(field * 8 + wireType));
const number = (field: number, value: bigint) => join(tag(field, 0), varint(value));
function block(field: number, content: Bytes | string): Bytes {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return join(tag(field, 2), varint(BigInt(bytes.length)), bytes);
}

/** Fields 90 to 94, one of each wire type: a group, too. */
const unknown = join(
  number(90, 2n ** 64n - 1n),
  join(tag(91, 1), new Uint8Array(8)),
  block(92, "unknown"),
  join(tag(93, 3), number(1, 1n), tag(93, 4)),
  join(tag(94, 5), new Uint8Array(4)),
);

let nextId = 1;

interface Extra {
  readonly message?: Bytes;
  readonly address?: Bytes;
  readonly contact?: Bytes;
  readonly wrapped?: Bytes;
}

const none = new Uint8Array();

/** A message to the service "sink" with the least that one must have. */
function message({ message: more = none, address = none }: Extra = {}): Bytes {
  nextId += 1;
  const source = block(2, join(block(2, "old"), address));
  const destination = block(4, join(block(2, "sink"), address));
  return join(source, block(3, `id${nextId}`), destination, block(5, "Old"), more);
}

/** WrappedContactData of ContactData. */
function contact(extra: Extra = {}, messages: readonly Bytes[] = [message(extra)]): Bytes {
  const data = join(
    number(1, 2n ** 64n - 1n),
    ...messages.map((bytes) => block(2, bytes)),
    extra.contact ?? none,
  );
  return join(block(1, data), extra.wrapped ?? none);
}

async function poll(identity: TestIdentity, body: Bytes): Promise<ContactData> {
  const { port, caCertificate: trustedRoots } = server;
  using client = await RawClient.connect({ port, trustedRoots, identity });
  const head = `POST /message HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
  client.socket.write(Buffer.concat([Buffer.from(head), body]));
  expect(await client.status()).toBe(200);
  await client.waitForClose();
  const bytes = client.receivedBytes;
  return decodeContactData(bytes.subarray(bytes.indexOf("\r\n\r\n") + 4)).data;
}

function statesOf(column: "source_client_id" | "destination_client_id", id: ClientId): string[] {
  using database = new Database(server.databasePath, { readonly: true });
  const sql = `SELECT state FROM messages WHERE ${column} = ? AND message_type = 'Old'`;
  return database
    .query<{ state: string }, [string]>(sql)
    .all(id)
    .map(({ state }) => state);
}

/** Takes and acknowledges a message from the server, at its next two polls. */
async function expectDelivery(identity: TestIdentity): Promise<void> {
  const { clientId } = identity;
  const messageId = newMessageId();
  await admin.call(adminMethods.insertMessage, {
    ...makeMessage({
      source: { clientId: undefined, serviceName: "sink" },
      destination: { clientId, serviceName: "old" },
      messageType: "Old",
    }),
    messageId,
  });
  const answer = await poll(identity, contact({}, []));
  expect(answer.messages.map((one) => one.messageId)).toEqual([messageId]);
  const data = block(1, "type.googleapis.com/fleetspeak.MessageAckData");
  const any = block(7, join(data, block(2, encodeMessageAck([messageId]))));
  const toSystem = block(4, block(2, "system"));
  const ack = join(
    block(2, block(2, "system")),
    block(3, `ack${nextId}`),
    toSystem,
    block(5, "MessageAck"),
  );
  await poll(identity, contact({}, [join(ack, any)]));
  expect(statesOf("destination_client_id", clientId)).toEqual(["processed"]);
}

describe("a certificate", () => {
  test.each<[string, readonly [string, string]]>([
    ["of the year 1, as the original's client makes it,", ["00010101000000Z", "00010101000000Z"]],
    ["that has expired", ["20000101000000Z", "20010101000000Z"]],
    ["that is not valid yet", ["20900101000000Z", "20910101000000Z"]],
    ["that ends before it begins", ["20910101000000Z", "20000101000000Z"]],
  ])("%s is served", async (_, dates) => {
    const identity = identityWithDates(dates);
    const { raw } = new X509Certificate(identity.certificate);
    expect(dates.map((date) => raw.includes(date))).toEqual([true, true]);
    await poll(identity, contact());
    expect(statesOf("source_client_id", identity.clientId)).toEqual(["processed"]);
    await expectDelivery(identity);
  });
});

/** Of a certificate that can be read, and an algorithm of the future. */
const { certificate } = newTestIdentity();
const der = new Uint8Array(new X509Certificate(certificate).raw);
const strangeSignature = block(2, join(block(1, der), number(2, 99n), block(3, "signature")));

describe("a contact", () => {
  const clock = block(3, number(1, 1_700_000_000n));
  test.each<[string, Extra]>([
    ["of a client without flow control, clock and labels", {}],
    ["with fields that do not exist in the contact", { contact: unknown, wrapped: unknown }],
    ["with fields that do not exist in messages", { message: unknown, address: unknown }],
    ["with a priority that does not exist", { message: number(10, 77n) }],
    ["with a negative priority", { message: number(10, 2n ** 64n - 1n) }],
    ["whose priority is a text", { message: block(10, "high") }],
    ["whose clock is a number", { contact: number(3, 5n) }],
    ["with two clocks", { contact: join(clock, clock) }],
    ["with a clock of the year 1", { contact: block(3, number(1, 2n ** 64n - 62_135_596_800n)) }],
    ["with its message's source in two parts", { message: block(2, unknown) }],
    ["with a label twice", { wrapped: join(block(3, "linux"), block(3, "linux")) }],
    ["with a signature of an unknown algorithm", { wrapped: strangeSignature }],
    ["with flow control for a service without a name", { contact: block(6, number(2, 5n)) }],
  ])("%s is served", async (_, extra) => {
    const identity = newTestIdentity();
    await poll(identity, contact(extra));
    expect(statesOf("source_client_id", identity.clientId)).toEqual(["processed"]);
    await expectDelivery(identity);
  });

  test("with a message that no service can take keeps the others", async () => {
    const identity = newTestIdentity();
    const withoutId = join(block(2, block(2, "old")), block(4, block(2, "sink")), block(5, "Old"));
    await poll(identity, contact({}, [withoutId, unknown, message()]));
    expect(statesOf("source_client_id", identity.clientId)).toEqual(["processed"]);
  });

  test("with a message of an unknown type for the system is served", async () => {
    const identity = newTestIdentity();
    const ends = join(block(2, block(2, "system")), block(4, block(2, "system")));
    const strange = join(ends, block(3, "strange"), block(5, "SomethingNew"));
    await poll(identity, contact({}, [strange, message()]));
    expect(statesOf("source_client_id", identity.clientId)).toEqual(["processed"]);
    await expectDelivery(identity);
  });
});
