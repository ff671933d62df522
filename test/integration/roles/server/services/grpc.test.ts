/** GRPC services against a Processor of @grpc/grpc-js on a port of its own. */
import { type ServerCredentials, ServerCredentials as Credentials, status } from "@grpc/grpc-js";
import { describe, expect, test } from "bun:test";

import { systemClock } from "../../../../../src/core/clock.ts";
import { type FleetError, toFleetError } from "../../../../../src/core/errors.ts";
import { newMessageId } from "../../../../../src/core/ids.ts";
import { type IdentifiedMessage, makeMessage } from "../../../../../src/core/message.ts";
import {
  type GrpcServiceOptions,
  createGrpcService,
} from "../../../../../src/roles/server/services/grpc.ts";
import { FakeClock } from "../../../../helpers/fake-clock.ts";
import { readCertificate } from "../../../../helpers/net-certificates.ts";
import {
  type Processor,
  inTurn,
  startProcessor as startAnswering,
} from "../../../../helpers/processor.ts";
import { waitFor } from "../../../../helpers/wait-for.ts";

/** @param answers the status of each call in turn, then OK. */
function startProcessor(
  answers: readonly number[] = [],
  credentials: ServerCredentials = Credentials.createInsecure(),
  address = "127.0.0.1:0",
): Promise<Processor> {
  return startAnswering({ answer: inTurn(answers), credentials, address });
}

function makeService(target: string, fields: Partial<GrpcServiceOptions> = {}) {
  const clock = systemClock;
  return createGrpcService({ target, insecure: true, trustedRoots: undefined, clock, ...fields });
}

function message(): IdentifiedMessage {
  const address = { clientId: undefined, serviceName: "remote" };
  return {
    ...makeMessage({ source: address, destination: address, messageType: "Test" }),
    messageId: newMessageId(),
    creationTime: { seconds: 1, nanos: 0 },
  };
}

const never = new AbortController().signal;

async function failureOf(work: Promise<void>): Promise<FleetError> {
  return await work.then(
    () => {
      throw new Error("it went well");
    },
    (thrown: unknown) => toFleetError(thrown),
  );
}

test("a message arrives whole", async () => {
  await using processor = await startProcessor();
  await using service = makeService(processor.target);
  const sent = message();
  await service.process(sent, never);
  expect(processor.received.map(({ messageId }) => messageId)).toEqual([sent.messageId]);
});

describe("statuses", () => {
  for (const name of [
    "DEADLINE_EXCEEDED",
    "UNAVAILABLE",
    "ABORTED",
    "CANCELLED",
    "UNAUTHENTICATED",
    "PERMISSION_DENIED",
  ] as const) {
    test(`${name} is tried again, and is temporary in the end`, async () => {
      await using processor = await startProcessor(Array<number>(20).fill(status[name]));
      const clock = new FakeClock();
      await using service = makeService(processor.target, { clock });
      const failure = failureOf(service.process(message(), never));
      const waiting = () => clock.pending > 0;
      for (let tries = 1; tries <= 5; tries += 1) {
        await waitFor(() => processor.received.length === tries && waiting(), { what: "a pause" });
        await clock.advance(500 * 2 ** (tries - 1));
      }
      expect(await failure).toMatchObject({ code: "unavailable" });
      expect(processor.received.length).toBe(6);
    });
  }

  for (const name of [
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "DATA_LOSS",
  ] as const) {
    test(`${name} is final, at the first answer`, async () => {
      await using processor = await startProcessor([status[name]]);
      await using service = makeService(processor.target);
      const failure = await failureOf(service.process(message(), never));
      expect(failure).toMatchObject({ code: "invalid_data" });
      expect(failure.message).toContain(`${name}: as the test wants it`);
      expect(processor.received.length).toBe(1);
    });
  }
});

test("a service that is away for a moment loses nothing", async () => {
  await using processor = await startProcessor([status.UNAVAILABLE, status.ABORTED]);
  const clock = new FakeClock();
  await using service = makeService(processor.target, { clock });
  const done = service.process(message(), never);
  for (const pauseMs of [500, 1000]) {
    await waitFor(() => clock.pending > 0, { what: "a pause" });
    await clock.advance(pauseMs);
  }
  await done;
  expect(processor.received.length).toBe(3);
});

test("a service that is not there is temporary", async () => {
  const gone = await startProcessor();
  await gone[Symbol.asyncDispose]();
  await using service = makeService(gone.target);
  const stop = new AbortController();
  const failure = failureOf(service.process(message(), stop.signal));
  setImmediate(() => stop.abort());
  expect(await failure).toMatchObject({ code: "unavailable" });
});

describe("TLS", () => {
  const { certificates, key } = readCertificate("server");
  const pair = { cert_chain: Buffer.from(certificates), private_key: Buffer.from(key) };
  const secured = (address?: string) =>
    startProcessor([], Credentials.createSsl(null, [pair]), address);

  for (const host of ["127.0.0.1", "localhost"]) {
    test(`with the right roots works by ${host}`, async () => {
      await using processor = await secured();
      const target = processor.target.replace("127.0.0.1", host);
      const trustedRoots = readCertificate("ca").certificates;
      await using service = makeService(target, { insecure: false, trustedRoots });
      await service.process(message(), never);
      expect(processor.received.length).toBe(1);
    });
  }

  test("an address that the certificate does not name is not trusted", async () => {
    await using processor = await secured("0.0.0.0:0");
    const target = processor.target.replace("127.0.0.1", "127.0.0.2");
    const clock = new FakeClock();
    const trustedRoots = readCertificate("ca").certificates;
    await using service = makeService(target, { insecure: false, trustedRoots, clock });
    const stop = new AbortController();
    const failure = failureOf(service.process(message(), stop.signal));
    await waitFor(() => clock.pending > 0, { what: "the first attempt to fail" });
    stop.abort();
    expect(await failure).toMatchObject({ code: "unavailable" });
    expect(processor.received).toEqual([]);
  });

  for (const [what, trustedRoots] of [
    ["another CA's roots", readCertificate("other-ca").certificates],
    ["the public roots", undefined],
  ] as const) {
    test(`with ${what} delivers nothing, and is temporary`, async () => {
      await using processor = await secured();
      const clock = new FakeClock();
      await using service = makeService(processor.target, { insecure: false, trustedRoots, clock });
      const stop = new AbortController();
      const failure = failureOf(service.process(message(), stop.signal));
      await waitFor(() => clock.pending > 0, { what: "the first attempt to fail" });
      stop.abort();
      expect(await failure).toMatchObject({ code: "unavailable" });
      expect(processor.received).toEqual([]);
    });
  }
});
