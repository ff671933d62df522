/** What the client's unit tests share: a clock that is moved by hand, a folder of their own, a transport without a network. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FakeClock, settle } from "../../../helpers/fake-clock.ts";
import { type ContactData, makeContactData } from "../../../../src/core/contact.ts";
import { type MessageId, newMessageId } from "../../../../src/core/ids.ts";
import { type Message, makeMessage } from "../../../../src/core/message.ts";
import { getLog } from "../../../../src/observability/log.ts";
import {
  decodeContactData,
  decodeWrappedContact,
  encodeContactData,
} from "../../../../src/proto/codec.ts";
import type {
  ClientChannel,
  ClientTransport,
} from "../../../../src/roles/client/comms/transport.ts";
import { ClientDatabase } from "../../../../src/roles/client/state/database.ts";
import { clientPaths } from "../../../../src/roles/client/state/paths.ts";

export const silentLog = getLog("test");

export { FakeClock, settle };

export interface TemporaryFolder extends Disposable {
  readonly path: string;
  readonly stateFile: string;
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), "fleet-client-"));
  return {
    path,
    stateFile: join(path, "state"),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

export function openDatabase(folder: TemporaryFolder): ClientDatabase {
  return ClientDatabase.open(clientPaths(folder.stateFile), "NORMAL");
}

/** A message of a client service to the server. */
export function outgoing(messageType: string, fields: Partial<Message> = {}): Message {
  const address = { clientId: undefined, serviceName: "test" };
  return makeMessage({ source: address, destination: address, messageType, ...fields });
}

/** A message of the server to a service of the client. */
export function incoming(
  serviceName: string,
  fields: Partial<Message> = {},
): Message & { messageId: MessageId } {
  const address = { clientId: undefined, serviceName };
  const message = makeMessage({
    source: address,
    destination: address,
    messageType: "Test",
    ...fields,
  });
  return { ...message, messageId: message.messageId ?? newMessageId() };
}

/** The server's end of a channel that is no network. */
export class FakeServerChannel implements ClientChannel {
  /** What the client wrote. */
  readonly records: { readonly data: ContactData; readonly labels: readonly string[] }[] = [];
  finished = false;
  closed = false;
  #answers: (Uint8Array | undefined)[] = [];
  #waiting:
    | { resolve: (bytes: Uint8Array | undefined) => void; reject: (reason: Error) => void }
    | undefined;
  #broken: Error | undefined;

  write(record: Uint8Array): Promise<void> {
    if (this.#broken) return Promise.reject(this.#broken);
    const wrapped = decodeWrappedContact(record);
    this.records.push({
      data: decodeContactData(wrapped.contactData).data,
      labels: wrapped.clientLabels,
    });
    return Promise.resolve();
  }

  read(): Promise<Uint8Array | undefined> {
    if (this.#broken) return Promise.reject(this.#broken);
    if (this.#answers.length > 0) return Promise.resolve(this.#answers.shift());
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
  }

  finish(): Promise<void> {
    this.finished = true;
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  /** Sends from the server. */
  async send(fields: Partial<ContactData>): Promise<void> {
    this.#push(encodeContactData(makeContactData(fields)));
    await settle();
  }

  async sendBytes(bytes: Uint8Array): Promise<void> {
    this.#push(bytes);
    await settle();
  }

  async end(): Promise<void> {
    this.#push(undefined);
    await settle();
  }

  async break(reason: Error): Promise<void> {
    this.#broken = reason;
    this.#waiting?.reject(reason);
    await settle();
  }

  #push(bytes: Uint8Array | undefined): void {
    if (this.#waiting) {
      this.#waiting.resolve(bytes);
      this.#waiting = undefined;
    } else this.#answers.push(bytes);
  }
}

/** Opens the channels it was given, in order; throws the errors among them. */
export class FakeTransport implements ClientTransport {
  readonly kind: ClientTransport["kind"];
  readonly opened: string[] = [];
  readonly next: (FakeServerChannel | Error)[];
  readonly clientIds: string[] = [];

  constructor(kind: ClientTransport["kind"], next: (FakeServerChannel | Error)[]) {
    this.kind = kind;
    this.next = next;
  }

  open({ server, credentials }: Parameters<ClientTransport["open"]>[0]): Promise<ClientChannel> {
    this.opened.push(server);
    this.clientIds.push(credentials.clientId);
    const next = this.next.shift();
    if (next instanceof Error) return Promise.reject(next);
    return Promise.resolve(next ?? new FakeServerChannel());
  }
}
