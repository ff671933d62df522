/**
 * Who makes a call is asked when its header is there, before its request is read: whoever is not let in has nothing kept
 * for it, however much it sends.
 */
import {
  type Metadata,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  ServerInterceptingCall,
} from "@grpc/grpc-js";

import type { Caller } from "../../core/caller.ts";
import { FleetError } from "../../core/errors.ts";
import type { Log } from "../../observability/log.ts";
import { reportOf } from "./status.ts";

/** Who makes a call. */
export interface Identified {
  readonly caller: Caller;
  /** Aborted when what the caller showed is worth nothing any more; undefined: it showed nothing that could end. */
  readonly ended?: AbortSignal;
}

/**
 * @param peer "host:port", or what the library has in its place for a Unix socket.
 * @param authorization what the call's metadata has under that name.
 * @throws unauthenticated
 */
export type Identify = (peer: string, authorization: string | undefined) => Promise<Identified>;

/** Whether a caller may call the method of this path. @throws unauthenticated, refused */
export type PathCheck = (path: string, caller: Caller) => void;

export class CallGate {
  readonly #identify: Identify;
  readonly #check: PathCheck;
  readonly #log: Log;
  /** By what the library hands on to the method. */
  readonly #admitted = new WeakMap<Metadata, Identified>();

  constructor(identify: Identify, check: PathCheck, log: Log) {
    this.#identify = identify;
    this.#check = check;
    this.#log = log;
  }

  readonly interceptor: ServerInterceptor = ({ path }, call) =>
    new ServerInterceptingCall(call, {
      start: (next) =>
        next({
          onReceiveMetadata: (metadata, handOn) => {
            this.#admit(path, call, metadata).then(
              () => handOn(metadata),
              (thrown: unknown) => call.sendStatus(reportOf(path, thrown, this.#log)),
            );
          },
        }),
    });

  /** Who was let in with this metadata. @throws unauthenticated when what was shown is worth nothing by now. */
  admittedOf(metadata: Metadata): Identified {
    const admitted = this.#admitted.get(metadata);
    if (!admitted) throw new FleetError("internal", "a call came by without being asked");
    admitted.ended?.throwIfAborted();
    return admitted;
  }

  async #admit(path: string, call: ServerInterceptingCallInterface, metadata: Metadata) {
    const identified = await this.#identify(call.getPeer(), textOf(metadata, "authorization"));
    this.#check(path, identified.caller);
    this.#admitted.set(metadata, identified);
  }
}

export function textOf(metadata: Metadata, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === "string" ? value : undefined;
}
