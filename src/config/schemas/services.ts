/**
 * fleetspeak.server.ServerConfig: the server services file (protocol.md 2, 11 and 18).
 */
import { z } from "zod";

import { reservedServiceNames } from "../../core/message.ts";
import type { FileKind, RuleIssue } from "../file-kind.ts";
import {
  type PlainMessage,
  type PlainValue,
  isPlainList,
  isPlainMessage,
} from "../plain-message.ts";
import { type FactorySchemas, anySchema, judgeSettings } from "./any.ts";
import {
  addIssue,
  choice,
  duration,
  flag,
  integer,
  optionalText,
  requiredText,
  targetAddress,
} from "./fields.ts";

/** What a factory is given, by its name. */
export type ServerServiceSettings =
  | { readonly factory: "NOOP" }
  | {
      readonly factory: "GRPC";
      /** "host:port". */
      readonly target: string;
      readonly insecure: boolean;
      /** A PEM file with the roots that are trusted; undefined: the system's. */
      readonly certFile: string | undefined;
    }
  | {
      readonly factory: "MessageSaver";
      readonly path: string;
      readonly format: "text" | "json";
    }
  | {
      readonly factory: "Webhook";
      /** http or https, without credentials. */
      readonly url: string;
      /** Holds the secret of the signature. */
      readonly secretFile: string;
      /** For one attempt. */
      readonly timeoutMs: number;
      /** A PEM file with the roots that are trusted; undefined: the public ones. */
      readonly caFile: string | undefined;
    };

export interface ServerServiceConfig {
  readonly name: string;
  readonly settings: ServerServiceSettings;
  /** Messages processed at once. */
  readonly maxParallelism: number;
}

export interface ServicesConfig {
  readonly services: readonly ServerServiceConfig[];
  readonly broadcastPollMs: number;
}

const factories: FactorySchemas<ServerServiceSettings> = {
  NOOP: {
    schema: z.strictObject({}).transform(() => ({ factory: "NOOP" as const })),
  },
  GRPC: {
    typeName: "fleetspeak.grpcservice.Config",
    schema: z
      .strictObject({
        target: targetAddress().prefault(""),
        insecure: flag(),
        cert_file: optionalText(),
      })
      .transform(({ target, insecure, cert_file }) => ({
        factory: "GRPC" as const,
        target,
        insecure,
        certFile: cert_file,
      })),
  },
  MessageSaver: {
    typeName: "fleet.v1.MessageSaverConfig",
    schema: z
      .strictObject({
        path: requiredText("Name a folder."),
        format: choice(["TEXT", "JSON"]),
      })
      .transform(({ path, format }) => ({
        factory: "MessageSaver" as const,
        path,
        format: format === "JSON" ? ("json" as const) : ("text" as const),
      })),
  },
  Webhook: {
    typeName: "fleet.v1.WebhookConfig",
    schema: z
      .strictObject({
        url: requiredText('Write url: "https://…".').superRefine((url, ctx) => {
          const fault = url === "" ? undefined : findUrlFault(url);
          if (fault !== undefined) addIssue(ctx, fault, 'Write url: "https://host/path".');
        }),
        secret_file: requiredText("Name a file with the secret that messages are signed with."),
        timeout: duration(10_000, { minMs: 100, maxMs: 120_000 }),
        ca_file: optionalText(),
      })
      .transform(({ url, secret_file, timeout, ca_file }) => ({
        factory: "Webhook" as const,
        url,
        secretFile: secret_file,
        timeoutMs: timeout,
        caFile: ca_file,
      })),
  },
};

/** A URL that a password would be in is never quoted. */
function findUrlFault(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url) return "is not a URL";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "must be http or https";
  return url.username !== "" || url.password !== ""
    ? "must not hold a user or password"
    : undefined;
}

const serviceSchema = z
  .strictObject({
    name: requiredText('Write name: "…": clients address their messages to it.'),
    factory: requiredText(`Known are ${Object.keys(factories).join(", ")}.`),
    max_parallelism: integer({ min: 1, max: 100_000, fallback: 100 }),
    config: anySchema.optional(),
  })
  .transform((service): ServerServiceConfig => {
    const settings = judgeSettings(factories, service, "").settings;
    return {
      name: service.name,
      settings: settings ?? { factory: "NOOP" },
      maxParallelism: service.max_parallelism,
    };
  });

const servicesSchema = z
  .strictObject({
    services: z.array(serviceSchema).default([]),
    broadcast_poll_time: duration(60_000),
  })
  .transform((file): ServicesConfig => ({
    services: file.services,
    broadcastPollMs: file.broadcast_poll_time,
  }));

function servicesRules(file: PlainMessage): RuleIssue[] {
  const list = file["services"];
  const services = isPlainList(list) ? list.filter(isPlainMessage) : [];
  const names = services.map((service) => service["name"]);
  return services.flatMap((service, index) => [
    ...nameIssues(names, index),
    ...judgeSettings(factories, service, `services[${index}]`).issues,
  ]);
}

function nameIssues(names: readonly (PlainValue | undefined)[], index: number): RuleIssue[] {
  const name = names[index];
  const path = `services[${index}].name`;
  if (typeof name !== "string" || name === "") return [];
  if (reservedServiceNames.has(name)) {
    return [{ path, message: `"${name}" is reserved, no service can be called so` }];
  }
  if (names.indexOf(name) === index) return [];
  return [{ path, message: `a service "${name}" is configured already` }];
}

export const servicesKind: FileKind<ServicesConfig> = {
  name: "services file",
  typeName: "fleetspeak.server.ServerConfig",
  schema: servicesSchema,
  rules: servicesRules,
};
