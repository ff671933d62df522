/**
 * fleet.v1.ServerExtension: the `fleet { … }` block of a components file (ours.md 1). Its defaults are the figures of
 * protocol.md and ours.md.
 */
import { z } from "zod";

import { isCidr } from "../addresses.ts";
import { clientSchema } from "./client.ts";
import {
  addIssue,
  choice,
  duration,
  flag,
  integer,
  logSchema,
  optionalListenAddress,
  optionalText,
  pemCertificates,
} from "./fields.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const kib = 1024;
const mib = 1024 * kib;
const maxBytes = 2 ** 50;

const timersSchema = z
  .strictObject({
    contact_lifetime: duration(10 * minuteMs),
    done_sending_lead: duration(30 * secondMs),
    retry_base: duration(minuteMs),
    requeue_stock: duration(15 * minuteMs),
    sweep: duration(10 * secondMs),
    certificate_renewal: duration(12 * hourMs),
    header_timeout: duration(10 * secondMs),
    body_timeout: duration(20 * minuteMs),
    idle_timeout: duration(30 * secondMs),
    handshake_timeout: duration(10 * secondMs),
  })
  .prefault({})
  .transform((timers) => ({
    /** How long a stream lives. */
    contactLifetimeMs: timers.contact_lifetime,
    /** How long before its end it is told so. */
    doneSendingLeadMs: timers.done_sending_lead,
    /** The first pause before a server service is tried again. */
    retryBaseMs: timers.retry_base,
    /** When a stock client is offered again what it did not acknowledge. */
    requeueStockMs: timers.requeue_stock,
    /** How often the store is asked what is due for connected clients. */
    sweepMs: timers.sweep,
    /** How often it is looked whether the server certificate must be issued anew. */
    certificateRenewalMs: timers.certificate_renewal,
    headerTimeoutMs: timers.header_timeout,
    bodyTimeoutMs: timers.body_timeout,
    idleTimeoutMs: timers.idle_timeout,
    handshakeTimeoutMs: timers.handshake_timeout,
  }));

const limitsSchema = z
  .strictObject({
    contact_bytes: integer({
      min: 64 * kib,
      max: 20 * mib,
      fallback: 20 * mib,
    }),
    new_identity_bytes: integer({ min: 4 * kib, max: 20 * mib, fallback: mib }),
    unfinished_bytes: integer({ min: mib, max: maxBytes, fallback: 256 * mib }),
    connections: integer({ min: 1, max: 10_000_000, fallback: 100_000 }),
    connections_per_address: integer({
      min: 1,
      max: 10_000_000,
      fallback: 10_000,
    }),
  })
  .prefault({})
  .transform((limits) => ({
    contactBytes: limits.contact_bytes,
    newIdentityBytes: limits.new_identity_bytes,
    unfinishedBytes: limits.unfinished_bytes,
    connections: limits.connections,
    connectionsPerAddress: limits.connections_per_address,
  }));

/** 0 s, written out: kept forever. */
function age(days: number) {
  return duration(days * dayMs, { minMs: 0 }).transform((ms) => (ms === 0 ? undefined : ms));
}

const retentionSchema = z
  .strictObject({
    messages: age(30),
    contacts: age(90),
    resource_usage: age(30),
    broadcasts: age(365),
  })
  .prefault({})
  .transform((retention) => ({
    /** undefined: forever; so are the others. */
    messagesMs: retention.messages,
    contactsMs: retention.contacts,
    resourceUsageMs: retention.resource_usage,
    broadcastsMs: retention.broadcasts,
  }));

/** "https://host" or "https://host:port". */
const origin = z.string().transform((text, ctx) => {
  const url = URL.parse(text);
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === "/" &&
    `${url.origin}/` === url.href
  )
    return url.origin;
  const hint = 'Write "https://fleet.example.com", without a path.';
  addIssue(ctx, `${JSON.stringify(text)} is not the address of a page`, hint);
  return z.NEVER;
});

const webSchema = z
  .strictObject({
    listen_address: optionalListenAddress(),
    certificates: pemCertificates(),
    key: optionalText(),
    public_url: z.array(origin).default([]),
    allow_plain: flag(),
  })
  .transform((web) => ({
    listen: web.listen_address,
    certificates: web.certificates === "" ? undefined : web.certificates,
    /** A secret. */
    key: web.key,
    /** Origins: "https://fleet.example.com". */
    publicUrls: web.public_url,
    allowPlain: web.allow_plain,
  }));

const adminAccessSchema = z
  .strictObject({
    unix_socket: optionalText(),
    client_ca: pemCertificates(),
    allow_unauthenticated: flag(),
    tokens: flag(),
  })
  .prefault({})
  .transform((admin) => ({
    unixSocket: admin.unix_socket,
    /** PEM. */
    clientCa: admin.client_ca === "" ? undefined : admin.client_ca,
    allowUnauthenticated: admin.allow_unauthenticated,
    tokens: admin.tokens,
  }));

const cidr = z.string().transform((text, ctx) => {
  if (!isCidr(text))
    addIssue(
      ctx,
      `"${text}" is not a range of addresses`,
      'Write "10.0.0.0/8" or "2001:db8::/32".',
    );
  return text;
});

export const serverExtensionSchema = z.strictObject({
  database_path: optionalText(),
  state_directory: optionalText(),
  web: webSchema.optional(),
  admin: adminAccessSchema,
  trusted_proxies: z.array(cidr).default([]),
  client_address_header: optionalText(),
  timers: timersSchema,
  limits: limitsSchema,
  retention: retentionSchema,
  disk: z
    .strictObject({
      min_free_bytes: integer({ min: 0, max: maxBytes, fallback: 64 * mib }),
    })
    .prefault({})
    .transform((disk) => ({ minFreeBytes: disk.min_free_bytes })),
  notification_key_file: optionalText(),
  client_config: clientSchema.optional(),
  log: logSchema,
  xfcc_element: choice(["ONLY", "FIRST", "LAST"]),
});

export type ServerTimersConfig = z.output<typeof timersSchema>;
export type ServerLimitsConfig = z.output<typeof limitsSchema>;
export type RetentionConfig = z.output<typeof retentionSchema>;
export type WebConfig = z.output<typeof webSchema>;
export type AdminAccessConfig = z.output<typeof adminAccessSchema>;
export type ServerExtension = z.output<typeof serverExtensionSchema>;
