/**
 * fleetspeak.ClientServiceConfig: a service of a client, from textservices/ or signed (protocol.md 2 and 8).
 */
import { z } from "zod";

import type { Label } from "../../core/labels.ts";
import { type AnyData, reservedServiceNames } from "../../core/message.ts";
import type { Timestamp } from "../../core/time.ts";
import type { FileKind } from "../file-kind.ts";
import { type FactorySchemas, anySchema, judgeSettings } from "./any.ts";
import { addIssue, choice, duration, flag, integer, requiredText, texts } from "./fields.ts";

export interface StdinSettings {
  readonly factory: "Stdin";
  readonly cmd: string;
  /** Before those of a message. */
  readonly args: readonly string[];
  readonly logLevel: "none" | "stderr" | "all";
}

export interface DaemonSettings {
  readonly factory: "Daemon";
  /** The program, then its arguments; not empty. */
  readonly argv: readonly string[];
  /** undefined: it runs on. */
  readonly inactivityTimeoutMs: number | undefined;
  /** Whether it starts with the first message only. */
  readonly lazyStart: boolean;
  readonly resources: ResourceMonitoring;
  /** undefined: no limit. */
  readonly memoryLimitBytes: number | undefined;
  readonly monitorHeartbeats: boolean;
  readonly heartbeatGraceMs: number;
  readonly heartbeatKillMs: number;
  readonly stdParams:
    | {
        readonly serviceName: string;
        readonly flushBytes: number;
        readonly flushTimeMs: number;
      }
    | undefined;
  /** A user name or "uid:gid"; undefined: the client's own user (docs/decisions/0006-run-as.md). */
  readonly runAs: string | undefined;
  /** Whether it has the client's own standard input and outputs, for tests of the program; no file says so. */
  readonly attached?: boolean;
}

export interface SocketSettings {
  readonly factory: "Socket";
  readonly apiProxyPath: string;
  readonly resources: ResourceMonitoring;
}

export interface ResourceMonitoring {
  readonly enabled: boolean;
  /** Samples per report. */
  readonly sampleSize: number;
  readonly samplePeriodMs: number;
}

export type ClientServiceSettings =
  StdinSettings | DaemonSettings | SocketSettings | { readonly factory: "NOOP" };

export interface ClientServiceConfig {
  readonly name: string;
  readonly settings: ClientServiceSettings;
  /** As it was written. */
  readonly config: AnyData | undefined;
  readonly requiredLabels: readonly Label[];
  readonly signedTime: Timestamp | undefined;
}

const maxSeconds = 2 ** 31 - 1;
const mib = 1024 * 1024;
/** Ours: a service that is watched and says nothing of periods must not be killed at once. */
const defaultHeartbeatGraceMs = 600_000;
const defaultHeartbeatKillMs = 300_000;

function seconds() {
  return integer({ min: 1, max: maxSeconds, fallback: 0 }).transform((value) => value * 1000);
}

const stdinSchema = z
  .strictObject({
    cmd: requiredText("Name the program."),
    args: texts(),
    log_level: choice(["LOG_LEVEL_NONE", "LOG_LEVEL_STDERR", "LOG_LEVEL_ALL"]),
  })
  .transform(({ cmd, args, log_level }): StdinSettings => {
    const levels = {
      LOG_LEVEL_NONE: "none",
      LOG_LEVEL_STDERR: "stderr",
      LOG_LEVEL_ALL: "all",
    } as const;
    return { factory: "Stdin", cmd, args, logLevel: levels[log_level] };
  });

const stdParamsSchema = z
  .strictObject({
    service_name: requiredText("Name the server service that gets the output."),
    flush_bytes: integer({ min: 1, max: mib, fallback: mib }),
    flush_time_seconds: integer({ min: 1, max: maxSeconds, fallback: 60 }),
  })
  .transform((std) => ({
    serviceName: std.service_name,
    flushBytes: std.flush_bytes,
    flushTimeMs: std.flush_time_seconds * 1000,
  }));

const runAsPattern = /^([a-z_][a-z0-9_.-]{0,63}\$?|[0-9]{1,10}:[0-9]{1,10})$/i;

const runAs = z
  .string()
  .default("")
  .transform((text, ctx) => {
    if (text !== "" && !runAsPattern.test(text)) {
      addIssue(ctx, `"${text}" is no user`, 'Write a user name, or "uid:gid" in numbers.');
    }
    return text === "" ? undefined : text;
  });

const daemonSchema = z
  .strictObject({
    argv: texts().transform((argv, ctx) => {
      if (!argv[0]) addIssue(ctx, "is required", "Name the program, then its arguments.");
      return argv;
    }),
    inactivity_timeout: duration(0, { minMs: 0 }),
    lazy_start: flag(),
    disable_resource_monitoring: flag(),
    resource_monitoring_sample_size: integer({
      min: 1,
      max: maxSeconds,
      fallback: 20,
    }),
    resource_monitoring_sample_period_seconds: seconds(),
    memory_limit: integer({
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
      fallback: 0,
    }),
    monitor_heartbeats: flag(),
    heartbeat_unresponsive_grace_period_seconds: seconds(),
    heartbeat_unresponsive_kill_period_seconds: seconds(),
    std_params: stdParamsSchema.optional(),
    resource_monitoring_sample_period: duration(0, { minMs: 0 }),
    heartbeat_unresponsive_grace_period: duration(0, { minMs: 0 }),
    heartbeat_unresponsive_kill_period: duration(0, { minMs: 0 }),
    fleet: z.strictObject({ run_as: runAs }).optional(),
  })
  .transform((daemon): DaemonSettings => ({
    factory: "Daemon",
    argv: daemon.argv,
    inactivityTimeoutMs: daemon.inactivity_timeout || undefined,
    lazyStart: daemon.lazy_start,
    resources: {
      enabled: !daemon.disable_resource_monitoring,
      sampleSize: daemon.resource_monitoring_sample_size,
      samplePeriodMs:
        daemon.resource_monitoring_sample_period ||
        daemon.resource_monitoring_sample_period_seconds ||
        30_000,
    },
    memoryLimitBytes: daemon.memory_limit || undefined,
    monitorHeartbeats: daemon.monitor_heartbeats,
    // The deprecated fields count where the newer ones are not set.
    heartbeatGraceMs:
      daemon.heartbeat_unresponsive_grace_period ||
      daemon.heartbeat_unresponsive_grace_period_seconds ||
      defaultHeartbeatGraceMs,
    heartbeatKillMs:
      daemon.heartbeat_unresponsive_kill_period ||
      daemon.heartbeat_unresponsive_kill_period_seconds ||
      defaultHeartbeatKillMs,
    stdParams: daemon.std_params,
    runAs: daemon.fleet?.run_as,
  }));

const socketSchema = z
  .strictObject({
    api_proxy_path: requiredText("Name the path of the socket."),
    disable_resource_monitoring: flag(),
    resource_monitoring_sample_size: integer({
      min: 1,
      max: maxSeconds,
      fallback: 20,
    }),
    resource_monitoring_sample_period_seconds: seconds(),
  })
  .transform((socket): SocketSettings => ({
    factory: "Socket",
    apiProxyPath: socket.api_proxy_path,
    resources: {
      enabled: !socket.disable_resource_monitoring,
      sampleSize: socket.resource_monitoring_sample_size,
      samplePeriodMs: socket.resource_monitoring_sample_period_seconds || 30_000,
    },
  }));

const factories: FactorySchemas<ClientServiceSettings> = {
  Daemon: { typeName: "fleetspeak.daemonservice.Config", schema: daemonSchema },
  Stdin: { typeName: "fleetspeak.stdinservice.Config", schema: stdinSchema },
  Socket: { typeName: "fleetspeak.socketservice.Config", schema: socketSchema },
  NOOP: {
    schema: z.strictObject({}).transform(() => ({ factory: "NOOP" as const })),
  },
};

const labelSchema = z
  .strictObject({
    service_name: z.string().default(""),
    label: z.string().default(""),
  })
  .transform(({ service_name, label }): Label => ({
    serviceName: service_name,
    label,
  }));

const timestampSchema = z
  .strictObject({
    seconds: z.bigint().default(0n),
    nanos: z.number().default(0),
  })
  .transform(({ seconds, nanos }, ctx): Timestamp => {
    const isValid = Number.isSafeInteger(Number(seconds)) && nanos >= 0 && nanos < 1e9;
    if (!isValid) addIssue(ctx, "is not a point in time");
    return { seconds: Number(seconds), nanos };
  });

const clientServiceSchema = z
  .strictObject({
    name: requiredText("Messages are addressed to it.").transform((name, ctx) => {
      if (name !== "" && reservedServiceNames.has(name)) {
        addIssue(ctx, `"${name}" is reserved, no service can be called so`);
      }
      return name;
    }),
    factory: requiredText(`Known are ${Object.keys(factories).join(", ")}.`),
    config: anySchema.optional(),
    required_labels: z.array(labelSchema).default([]),
    signed_time: timestampSchema.optional(),
  })
  .transform((service): ClientServiceConfig => {
    const { name, config, required_labels: requiredLabels, signed_time: signedTime } = service;
    const settings = judgeSettings(factories, service, "").settings ?? {
      factory: "NOOP",
    };
    const any = config && { typeUrl: config.type_url, value: config.value };
    return { name, settings, config: any, requiredLabels, signedTime };
  });

export const clientServiceKind: FileKind<ClientServiceConfig> = {
  name: "client service",
  typeName: "fleetspeak.ClientServiceConfig",
  ignoreUnknown: true,
  schema: clientServiceSchema,
  rules: (service) => judgeSettings(factories, service, "").issues,
};
