/** A client service without its client: what it sends and reports is collected, its log too. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { DaemonSettings, SocketSettings } from "../../src/config/schemas/client-service.ts";
import { type Clock, systemClock } from "../../src/core/clock.ts";
import { parseClientId } from "../../src/core/ids.ts";
import { type Message, makeMessage } from "../../src/core/message.ts";
import { configureLog, getLog } from "../../src/observability/log.ts";
import { packAny } from "../../src/proto/codec.ts";
import type { OutgoingMessage, ServiceContext } from "../../src/roles/client/services/service.ts";
import {
  type ServiceTimers,
  defaultServiceTimers,
} from "../../src/roles/client/services/service-timers.ts";

export interface ServiceHarness extends Disposable {
  readonly context: ServiceContext;
  readonly sent: OutgoingMessage[];
  readonly reports: Message[];
  /** Log lines, as JSON text. */
  readonly lines: string[];
  readonly folder: string;
  /** While set, nothing that is sent is kept. */
  full: Promise<void> | undefined;
  types(): string[];
}

const clientId = parseClientId("0102030405060708");

export function makeServiceHarness(
  timers: Partial<ServiceTimers> = {},
  clock: Clock = systemClock,
): ServiceHarness {
  const folder = mkdtempSync(join(tmpdir(), "fleet-service-"));
  const lines: string[] = [];
  configureLog({ level: "debug", format: "json", write: (line) => void lines.push(line) });
  const harness: ServiceHarness = {
    sent: [],
    reports: [],
    lines,
    folder,
    full: undefined,
    types: () => harness.sent.map(({ messageType }) => messageType),
    context: {
      name: "svc",
      clientId,
      clock,
      log: getLog("test"),
      timers: { ...defaultServiceTimers, ...timers },
      report: (message) => void harness.reports.push(message),
      send: async (message) => {
        await harness.full;
        harness.sent.push(message);
      },
    },
    [Symbol.dispose]: () => {
      configureLog({ level: "error", format: "json", write: () => {} });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return harness;
}

const resources = { enabled: false, sampleSize: 20, samplePeriodMs: 30_000 };

export function daemonSettings(
  argv: readonly string[],
  more: Partial<DaemonSettings> = {},
): DaemonSettings {
  return {
    factory: "Daemon",
    argv,
    inactivityTimeoutMs: undefined,
    lazyStart: false,
    resources,
    memoryLimitBytes: undefined,
    monitorHeartbeats: false,
    heartbeatGraceMs: 1000,
    heartbeatKillMs: 1000,
    stdParams: undefined,
    runAs: undefined,
    ...more,
  };
}

export function socketSettings(apiProxyPath: string): SocketSettings {
  return { factory: "Socket", apiProxyPath, resources };
}

/** A message to the service. */
export function toService(messageType: string, value: Uint8Array = new Uint8Array()): Message {
  const address = { clientId: undefined, serviceName: "svc" };
  const data = packAny("google.protobuf.BytesValue", value);
  return makeMessage({ source: address, destination: { ...address, clientId }, messageType, data });
}

export const never = new AbortController().signal;
