/**
 * One transport between the compiled server and the compiled client, with the test at both far ends: it is the server's
 * GRPC service, and the peer of the client's Socket service.
 */
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";

import { type Endpoint, connectSocket } from "../../packages/connector/src/endpoint.ts";
import type { ClientTransport } from "../../src/config/schemas/client.ts";
import { toFleetError } from "../../src/core/errors.ts";
import { type MessageId, newMessageId } from "../../src/core/ids.ts";
import { type Message, makeMessage, maxMessageBytes } from "../../src/core/message.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { CompiledClient } from "./compiled-client.ts";
import { CompiledServer } from "./compiled-server.ts";
import { type Processor, startProcessor } from "./processor.ts";
import type { Random } from "./mutations.ts";
import { waitFor } from "./wait-for.ts";

export interface CellOptions {
  readonly transport: ClientTransport;
  readonly compression: boolean;
}

export interface Payload {
  /** Its message's type, unlike any other. */
  readonly type: string;
  readonly value: Uint8Array;
}

const serviceName = "cell";
const typeUrl = "type.googleapis.com/test";
/** Left for everything of a message that is not its data. */
const maxPayloadBytes = maxMessageBytes - 512;
const concurrentInserts = 8;

export class TransportCell implements AsyncDisposable {
  readonly server: CompiledServer;
  readonly client: CompiledClient;
  readonly processor: Processor;
  readonly #endpoint: Endpoint;
  readonly #stack: AsyncDisposableStack;
  /** How often what came, by fingerprint. */
  readonly #arrivals: Map<string, number>;
  readonly #deliveries = new Map<string, number>();

  private constructor(
    parts: Pick<TransportCell, "server" | "client" | "processor">,
    { endpoint, arrivals, stack }: PrivateParts,
  ) {
    ({ server: this.server, client: this.client, processor: this.processor } = parts);
    this.#endpoint = endpoint;
    this.#arrivals = arrivals;
    this.#stack = stack;
  }

  static async start({ transport, compression }: CellOptions): Promise<TransportCell> {
    await using stack = new AsyncDisposableStack();
    const arrivals = new Map<string, number>();
    const answer = ({ messageType, data }: Message): undefined => {
      count(arrivals, messageType, data?.value);
    };
    const processor = stack.use(await startProcessor({ answer }));
    const server = stack.use(
      await CompiledServer.start({ services: grpcService(processor), extension }),
    );
    const client = stack.use(
      await CompiledClient.start({
        ...{ server: `127.0.0.1:${server.port}`, caCertificate: server.caCertificate },
        ...{ transport, compression },
        services: { [serviceName]: socketService },
      }),
    );
    // The client's working directory is its folder; a socket's path must be short.
    const endpoint = connectSocket({ path: join(client.folder, "own/socket"), retryMs: 20 });
    stack.defer(() => endpoint.close());
    await client.waitForContact(transport.toLowerCase());
    const cell = new TransportCell(
      { server, client, processor },
      { endpoint, arrivals, stack: stack.move() },
    );
    void cell.#receive();
    return cell;
  }

  /** Hands messages to the client's service. Each promise is kept when the client has it on its disk. */
  sendUp(payloads: readonly Payload[]): Promise<void>[] {
    return payloads.map(({ type, value }) =>
      this.#endpoint.send({ messageType: type, data: { typeUrl, value } }),
    );
  }

  /** Inserts messages, each under one id until the server takes it. @returns the ids. */
  async sendDown(payloads: readonly Payload[]): Promise<MessageId[]> {
    const { clientId } = this.client;
    const messages = payloads.map(({ type, value }) => ({
      ...makeMessage({
        source: { clientId: undefined, serviceName },
        destination: { clientId, serviceName },
        messageType: type,
        data: { typeUrl, value },
      }),
      messageId: newMessageId(),
    }));
    const left = messages.values();
    const work = async () => {
      for (const message of left) await this.#insert(message);
    };
    await Promise.all(Array.from({ length: concurrentInserts }, work));
    return messages.map(({ messageId }) => messageId);
  }

  /** How often a message of that type and these bytes reached the server's service. */
  arrivals({ type, value }: Payload): number {
    return this.#arrivals.get(fingerprint(type, value)) ?? 0;
  }

  /** How often a message of that type and these bytes reached the client's service. */
  deliveries({ type, value }: Payload): number {
    return this.#deliveries.get(fingerprint(type, value)) ?? 0;
  }

  /** Every one of them has a result that is no failure. */
  async waitForResults(ids: readonly MessageId[]): Promise<void> {
    using admin = this.server.openAdmin();
    for (const messageId of ids) {
      const what = `the acknowledgement of ${messageId}`;
      const isAcknowledged = async () => {
        const { result } = await admin.call(adminMethods.getMessageStatus, { messageId });
        if (result?.failed) throw new Error(`${what} is a failure: ${result.failedReason}`);
        return result !== undefined;
      };
      await waitFor(isAcknowledged, { what, deadlineMs: 20_000 });
    }
  }

  async waitForAll(payloads: readonly Payload[], way: "arrivals" | "deliveries"): Promise<void> {
    const missing = () => payloads.filter((payload) => this[way](payload) === 0);
    await waitFor(() => missing().length === 0, { what: way, deadlineMs: 15_000 }).catch(
      (error: unknown) => {
        const types = missing().map(({ type, value }) => `${type} (${value.length} bytes)`);
        throw new Error(
          `${String(error)}; missing: ${types.join()}\n${this.client.log}\n${this.server.log}`,
        );
      },
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stack.disposeAsync();
  }

  async #receive(): Promise<void> {
    for await (const { messageType, data } of this.#endpoint.messages()) {
      count(this.#deliveries, messageType, data?.value);
    }
  }

  async #insert(message: Message): Promise<void> {
    const inserted = async () => {
      using admin = this.server.openAdmin();
      const outcome = await admin.call(adminMethods.insertMessage, message).catch(toFleetError);
      if (!(outcome instanceof Error)) return true;
      if (outcome.code === "unavailable") return false;
      throw outcome;
    };
    await waitFor(inserted, {
      what: `the server takes ${message.messageType}`,
      deadlineMs: 20_000,
    });
  }
}

interface PrivateParts {
  readonly endpoint: Endpoint;
  readonly arrivals: Map<string, number>;
  readonly stack: AsyncDisposableStack;
}

function count(
  counts: Map<string, number>,
  type: string,
  value: Uint8Array = new Uint8Array(),
): void {
  const key = fingerprint(type, value);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function fingerprint(type: string, value: Uint8Array): string {
  return `${type} ${createHash("sha256").update(value).digest("hex")}`;
}

function grpcService({ target }: Processor): string {
  return `services { name: "${serviceName}" factory: "GRPC" config {
    [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "${target}" insecure: true } } }`;
}

/** A message that was with its service when the server was killed is due again after this. */
const extension = "timers { retry_base { nanos: 300000000 } sweep { seconds: 1 } }";

const socketService = `name: "${serviceName}" factory: "Socket" config {
  [type.googleapis.com/fleetspeak.socketservice.Config] { api_proxy_path: "own/socket" } }`;

/** Sizes from 1 byte to just under 2 MiB, as many of each order of magnitude; every second one can be compressed. */
export function makePayloads(prefix: string, count: number, random: Random): Payload[] {
  const steps = 1_000_000;
  return Array.from({ length: count }, (_, index) => {
    const exponent = count > 1 && index === count - 1 ? 1 : random(steps) / steps;
    const bytes = Math.round(maxPayloadBytes ** exponent);
    const value = index % 2 === 0 ? randomBytes(bytes) : Buffer.alloc(bytes, `${prefix}${index}`);
    return { type: `${prefix}-${index}`, value };
  });
}
