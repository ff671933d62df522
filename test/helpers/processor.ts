/** A fleetspeak.grpcservice.Processor of @grpc/grpc-js that answers as a test says. */
import { Server, ServerCredentials, status } from "@grpc/grpc-js";

import type { IdentifiedMessage } from "../../src/core/message.ts";
import { decodeMessage } from "../../src/proto/codec.ts";

export interface Processor extends AsyncDisposable {
  /** "127.0.0.1:port" */
  readonly target: string;
  /** In the order of arrival, each attempt. */
  readonly received: IdentifiedMessage[];
}

/** The gRPC status of the answer; undefined or 0: processed. It may take its time. */
export type ProcessorAnswer = (
  message: IdentifiedMessage,
) => number | undefined | Promise<number | undefined>;

export interface ProcessorOptions {
  readonly answer?: ProcessorAnswer;
  readonly credentials?: ServerCredentials;
  /** Where it listens; by default any port of 127.0.0.1. */
  readonly address?: string;
}

/** What the details of a failure say. */
export const processorDetails = "as the test wants it";

export async function startProcessor({
  answer = () => undefined,
  credentials = ServerCredentials.createInsecure(),
  address = "127.0.0.1:0",
}: ProcessorOptions = {}): Promise<Processor> {
  const received: IdentifiedMessage[] = [];
  const server = new Server();
  server.addService(definition, {
    Process: ({ request }: { request: Buffer }, callback: Callback) => {
      const message = decodeMessage(request) as IdentifiedMessage;
      received.push(message);
      const fail = (details: string, code: number = status.UNKNOWN) => callback({ code, details });
      Promise.resolve(answer(message)).then(
        (code = 0) => (code === 0 ? callback(null, Buffer.alloc(0)) : fail(processorDetails, code)),
        (thrown: unknown) => fail(String(thrown)),
      );
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(address, credentials, (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    target: `127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: () => Promise.resolve(server.forceShutdown()),
  };
}

type Callback = (error: object | null, value?: Buffer) => void;

const asIs = (bytes: Buffer): Buffer => bytes;
const definition = {
  Process: {
    ...{ path: "/fleetspeak.grpcservice.Processor/Process" },
    ...{ requestStream: false, responseStream: false },
    ...{ requestSerialize: asIs, requestDeserialize: asIs },
    ...{ responseSerialize: asIs, responseDeserialize: asIs },
  },
};

/** Answers with these in turn, then with OK. */
export function inTurn(statuses: readonly number[]): ProcessorAnswer {
  const left = [...statuses];
  return () => left.shift();
}
