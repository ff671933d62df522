/**
 * A service on the endpoint, run by a Fleetspeak client: as its Daemon, or beside it over a Socket.
 *
 *     const fleet = connectDaemon({ version: "1.0" });
 *     for await (const message of fleet.messages()) await fleet.send({ messageType: "Pong", data: message.data });
 */
import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { createConnection } from "node:net";
import type { Duplex, Readable, Writable } from "node:stream";

import { Channel } from "./channel.ts";
import { type Message, decodeAckedIds, encodeStartupData, makeMessage, nobody } from "./message.ts";

export { type Address, type Data, type Message, makeMessage, textData, textOf } from "./message.ts";

export type Outgoing = Partial<Message> & Pick<Message, "messageType">;

export interface EndpointOptions {
  /** Of this service, for the client's reports. */
  readonly version?: string;
}

export interface Endpoint {
  /**
   * Sends a message: without a destination to the server service of this service's name, which only this project's client
   * adds. A daemon's is on its way when this resolves; over a socket it resolves when the client has it on its disk.
   */
  send(message: Outgoing): Promise<void>;
  /** Messages to this service, until the client wants it to end. */
  messages(): AsyncGenerator<Message, void>;
  /** For a service with monitor_heartbeats: says that it is alive. */
  heartbeat(): Promise<void>;
  close(): void;
}

/** The channel of a process that a client has started. @throws Error where no client did. */
export function connectDaemon(options: EndpointOptions = {}): Endpoint {
  const input = createReadStream("", { fd: descriptor("FLEETSPEAK_COMMS_CHANNEL_INFD") });
  const output = createWriteStream("", { fd: descriptor("FLEETSPEAK_COMMS_CHANNEL_OUTFD") });
  return connectStreams(input, output, options);
}

/** The same over any two streams. */
export function connectStreams(
  input: Readable,
  output: Writable,
  { version = "" }: EndpointOptions = {},
): Endpoint {
  const channel = new Channel(input, output);
  introduce(channel, version);
  return {
    send: (message) => channel.send(makeMessage(message)),
    heartbeat: () => channel.send(systemMessage("Heartbeat")),
    close: () => channel.close(),
    async *messages() {
      for (let next = await channel.receive(); next; next = await channel.receive()) yield next;
    },
  };
}

export interface SocketOptions extends EndpointOptions {
  /** api_proxy_path of the service. */
  readonly path: string;
  /** Between attempts to connect, milliseconds. */
  readonly retryMs?: number;
}

/** A Socket service. Connects, and again when the connection breaks; sends again what was not acknowledged. */
export function connectSocket(options: SocketOptions): Endpoint {
  return new SocketEndpoint(options);
}

interface Unacknowledged {
  readonly message: Message;
  readonly acknowledged: () => void;
  readonly failed: (error: Error) => void;
}

class SocketEndpoint implements Endpoint {
  readonly #options: SocketOptions;
  /** By source_message_id, hex, in the order of sending. */
  readonly #unacknowledged = new Map<string, Unacknowledged>();
  #socket: Duplex | undefined;
  #channel: Channel | undefined;
  #closed = false;

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  send(message: Outgoing): Promise<void> {
    const sourceMessageId = message.sourceMessageId ?? randomBytes(16);
    const whole = makeMessage({ ...message, sourceMessageId });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const id = Buffer.from(sourceMessageId).toString("hex");
    this.#unacknowledged.set(id, { message: whole, acknowledged: resolve, failed: reject });
    // Where it fails now it is sent again on the next connection.
    this.#channel?.send(whole).catch(() => {});
    return promise;
  }

  async heartbeat(): Promise<void> {
    await this.#channel?.send(systemMessage("Heartbeat"));
  }

  close(): void {
    this.#closed = true;
    this.#socket?.destroy();
    for (const { failed } of this.#unacknowledged.values())
      failed(new Error("the endpoint is closed"));
    this.#unacknowledged.clear();
  }

  /** To be called once: it is what keeps the connection. */
  async *messages(): AsyncGenerator<Message, void> {
    while (!this.#closed) {
      try {
        yield* this.#connection();
      } catch (thrown) {
        if (!isConnectionError(thrown)) throw thrown;
      }
      this.#channel = undefined;
      if (!this.#closed) await pause(this.#options.retryMs ?? 1000);
    }
  }

  async *#connection(): AsyncGenerator<Message, void> {
    const socket = createConnection({ path: this.#options.path });
    this.#socket = socket;
    const channel = new Channel(socket, socket);
    introduce(channel, this.#options.version ?? "");
    this.#channel = channel;
    for (const { message } of this.#unacknowledged.values()) channel.send(message).catch(() => {});
    for (let next = await channel.receive(); next; next = await channel.receive()) {
      if (next.source.serviceName === "client" && next.messageType === "LocalAck") this.#take(next);
      else yield next;
    }
  }

  #take({ data }: Message): void {
    for (const bytes of decodeAckedIds(data?.value ?? new Uint8Array())) {
      const id = Buffer.from(bytes).toString("hex");
      this.#unacknowledged.get(id)?.acknowledged();
      this.#unacknowledged.delete(id);
    }
  }
}

function introduce(channel: Channel, version: string): void {
  const value = encodeStartupData(process.pid, version);
  const data = { typeUrl: "type.googleapis.com/fleetspeak.channel.StartupData", value };
  channel.send({ ...systemMessage("StartupData"), data }).catch(() => {});
}

function systemMessage(messageType: string): Message {
  return makeMessage({ messageType, destination: { ...nobody, serviceName: "system" } });
}

function descriptor(variable: string): number {
  const fd = Number(process.env[variable] ?? "");
  if (Number.isInteger(fd) && fd > 2) return fd;
  throw new Error(`${variable} is not set: this program is to be started by a Fleetspeak client`);
}

function isConnectionError(thrown: unknown): boolean {
  return thrown instanceof Error && "syscall" in thrown;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
