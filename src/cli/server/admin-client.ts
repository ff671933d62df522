/**
 * Calls of a server's admin API, typed by the same table that the server is made from.
 */
import {
  type CallOptions,
  Client,
  type ClientReadableStream,
  Metadata,
  type ServiceError,
  credentials,
} from "@grpc/grpc-js";

import type { FleetError } from "../../core/errors.ts";
import type { Method } from "../../proto/admin-methods.ts";
import type { AdminAddress } from "./admin-address.ts";
import { type AdminTlsFiles, tlsChannel } from "./admin-tls.ts";
import { fromServiceError } from "./service-error.ts";

const channelOptions = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
  // Nothing but the address that was found decides where calls go.
  "grpc.enable_http_proxy": 0,
  "grpc.service_config_disable_resolution": 1,
  "grpc.enable_channelz": 0,
};

/** Of one call with one answer. */
const defaultDeadlineMs = 30_000;

export interface AdminClientOptions {
  readonly address: AdminAddress;
  /** undefined: in clear text. */
  readonly tls?: AdminTlsFiles | undefined;
  /** Shown with every call. A secret. */
  readonly token?: string | undefined;
  /** Ends every call, with its reason. */
  readonly signal: AbortSignal;
  readonly deadlineMs?: number;
}

export class AdminClient implements Disposable {
  readonly #client: Client;
  readonly #options: AdminClientOptions;

  constructor(options: AdminClientOptions) {
    this.#options = options;
    const { target } = options.address;
    const tls = options.tls && tlsChannel(target, options.tls);
    this.#client = new Client(target, tls?.credentials ?? credentials.createInsecure(), {
      ...channelOptions,
      ...tls?.options,
    });
  }

  /** Resolves once there is a connection, however long that takes. @throws the signal's reason. */
  async ready(): Promise<void> {
    const { signal } = this.#options;
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
    const connected = new Promise<void>((resolve, fail) => {
      this.#client.waitForReady(Infinity, (error) => (error ? fail(error) : resolve()));
    });
    // Waiting for a connection alone does not keep the process alive.
    const alive = setInterval(() => {}, 0x7fffffff);
    try {
      await Promise.race([connected, aborted]);
    } finally {
      clearInterval(alive);
      signal.removeEventListener("abort", abort);
    }
  }

  /**
   * One request, one answer. @param idempotencyKey of a write of fleet.v1.Api, which is made once with it.
   * @throws FleetError as the server said it, or unavailable.
   */
  call<Request, Response>(
    method: Method<Request, Response, false>,
    request: Request,
    idempotencyKey?: string,
  ): Promise<Response> {
    const { signal, deadlineMs = defaultDeadlineMs } = this.#options;
    return new Promise((resolve, reject) => {
      const cancel = () => call.cancel();
      const call = this.#client.makeUnaryRequest(
        method.path,
        (value: Request) => asBuffer(method.request.encode(value)),
        (bytes) => bytes,
        request,
        this.#metadata(idempotencyKey),
        // The library's timers are the system's.
        { deadline: Date.now() + deadlineMs } satisfies CallOptions,
        (error, bytes) => {
          signal.removeEventListener("abort", cancel);
          if (error || !bytes) return reject(this.#failure(error, signal));
          try {
            resolve(method.response.decode(bytes));
          } catch (thrown) {
            reject(thrown);
          }
        },
      );
      signal.addEventListener("abort", cancel, { once: true });
      if (signal.aborted) cancel();
    });
  }

  /**
   * A request that is answered with many values. Resolves once the server has taken it up; ended by leaving the
   * iteration or by the signal, whose reason is thrown.
   */
  async open<Request, Response>(
    method: Method<Request, Response, true>,
    request: Request,
    signal: AbortSignal = this.#options.signal,
  ): Promise<AsyncIterable<Response>> {
    const call = this.#client.makeServerStreamRequest(
      method.path,
      (value: Request) => asBuffer(method.request.encode(value)),
      (bytes: Buffer) => bytes,
      request,
      this.#metadata(),
    );
    const cancel = () => call.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    if (signal.aborted) cancel();
    // Without a listener an error before the iteration starts would end the process.
    call.on("error", () => {});
    await this.#opened(call, signal);
    return this.#read(method, call, signal, () => signal.removeEventListener("abort", cancel));
  }

  [Symbol.dispose](): void {
    this.#client.close();
  }

  #metadata(idempotencyKey?: string): Metadata {
    const { token } = this.#options;
    const metadata = new Metadata();
    if (token !== undefined) metadata.set("authorization", `Bearer ${token}`);
    if (idempotencyKey !== undefined) metadata.set("idempotency-key", idempotencyKey);
    return metadata;
  }

  #opened(call: ClientReadableStream<Buffer>, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      call.once("metadata", () => resolve());
      call.once("error", (error: Error) => reject(this.#failure(error, signal)));
    });
  }

  async *#read<Request, Response>(
    method: Method<Request, Response, true>,
    call: ClientReadableStream<Buffer>,
    signal: AbortSignal,
    done: () => void,
  ): AsyncGenerator<Response> {
    try {
      const chunks: AsyncIterable<Buffer> = call;
      for await (const bytes of chunks) yield method.response.decode(bytes);
    } catch (thrown) {
      throw this.#failure(thrown, signal);
    } finally {
      done();
      call.cancel();
    }
  }

  #failure(thrown: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return signal.reason;
    if (!isServiceError(thrown)) return thrown;
    const { address, tls } = this.#options;
    return fromServiceError(thrown, address, tls !== undefined) satisfies FleetError;
  }
}

function isServiceError(thrown: unknown): thrown is ServiceError {
  return thrown instanceof Error && "code" in thrown && "details" in thrown;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
