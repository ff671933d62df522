/**
 * Forwards what a process writes to its standard output and error as StdOutputData, within limits (protocol.md 8): a
 * message when flush_bytes have come or flush_time has passed, and no reading while one waits to be kept.
 */
import type { Readable } from "node:stream";

import type { DaemonSettings } from "../../../../config/schemas/client-service.ts";
import { describeThrown } from "../../../../core/errors.ts";
import { packAny } from "../../../../proto/codec.ts";
import { encodeStdOutput, serviceTypeNames } from "../../../../proto/service-codec.ts";
import type { ServiceContext } from "../service.ts";

export interface StdOutputOptions {
  readonly params: NonNullable<DaemonSettings["stdParams"]>;
  readonly context: ServiceContext;
  readonly pid: number;
}

type Kind = "stdout" | "stderr";

export class StdOutput {
  readonly #options: StdOutputOptions;
  readonly #streams: Readable[] = [];
  #held: { readonly kind: Kind; readonly bytes: Uint8Array }[] = [];
  #heldBytes = 0;
  #index = 0;
  #timer: Disposable | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(options: StdOutputOptions) {
    this.#options = options;
  }

  collect(kind: Kind, stream: Readable | null): void {
    if (!stream) return;
    this.#streams.push(stream);
    stream.on("error", () => {});
    stream.on("data", (chunk: Buffer) => this.#take(kind, chunk));
  }

  /** Sends what is held. Resolves when it is kept. */
  async flush(): Promise<void> {
    this.#flush();
    await this.#sending;
  }

  #take(kind: Kind, bytes: Uint8Array): void {
    const { params, context } = this.#options;
    this.#held.push({ kind, bytes });
    this.#heldBytes += bytes.length;
    if (this.#heldBytes >= params.flushBytes) this.#flush();
    else this.#timer ??= context.clock.after(params.flushTimeMs, () => this.#flush());
  }

  #flush(): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    for (const stream of this.#streams) stream.pause();
    this.#sending = this.#sending.then(() => this.#send());
  }

  async #send(): Promise<void> {
    try {
      while (this.#heldBytes > 0) await this.#sendOne();
    } catch (thrown) {
      this.#held = [];
      this.#heldBytes = 0;
      const { log, name } = this.#options.context;
      log.warn("output of service {serviceName} is lost: {error}", {
        serviceName: name,
        error: describeThrown(thrown),
      });
    }
    for (const stream of this.#streams) stream.resume();
  }

  async #sendOne(): Promise<void> {
    const { params, context, pid } = this.#options;
    const parts = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
    let room = params.flushBytes;
    for (let next = this.#held[0]; next && room > 0; next = this.#held[0]) {
      this.#held.shift();
      const [now, later] = [next.bytes.subarray(0, room), next.bytes.subarray(room)];
      parts[next.kind].push(now);
      room -= now.length;
      if (later.length > 0) this.#held.unshift({ kind: next.kind, bytes: later });
    }
    this.#heldBytes -= params.flushBytes - room;
    const [stdout, stderr] = [Buffer.concat(parts.stdout), Buffer.concat(parts.stderr)];
    const data = encodeStdOutput({ pid, messageIndex: this.#index++, stdout, stderr });
    await context.send({
      messageType: "StdOutput",
      destination: { clientId: undefined, serviceName: params.serviceName },
      // A process that floods its output holds up nobody's messages.
      priority: "low",
      data: packAny(serviceTypeNames.stdOutput, data),
    });
  }
}
