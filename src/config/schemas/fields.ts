/**
 * Building blocks of the schemas: fields of plain messages to values with a unit.
 *
 * proto3 does not tell a field at its default from one that is not set, so here neither: 0, "" and false mean "not said".
 */
import { z } from "zod";

import { type ListenAddress, parseListenAddress } from "../addresses.ts";
import { certificateBlocks, findCertificates } from "../pem.ts";

export const maxDurationMs = 100 * 365 * 24 * 3600 * 1000;

/** Adds an issue whose hint the problem shows. */
export function addIssue(ctx: z.RefinementCtx, message: string, hint?: string): void {
  ctx.addIssue({ code: "custom", message, params: { hint } });
}

/** undefined where it is absent or empty. */
export function optionalText() {
  return z
    .string()
    .optional()
    .transform((text) => (text === "" ? undefined : text));
}

/** @param what goes into the hint: "Write …". */
export function requiredText(hint?: string) {
  return z
    .string()
    .default("")
    .transform((text, ctx) => {
      if (text === "") addIssue(ctx, "is required", hint);
      return text;
    });
}

export function flag() {
  return z.boolean().default(false);
}

export function texts() {
  return z.array(z.string()).default([]);
}

export interface IntegerRange {
  readonly min: number;
  readonly max: number;
  /** Stands in for 0 and for a field that is not set. */
  readonly fallback: number;
}

export function integer({ min, max, fallback }: IntegerRange) {
  return z
    .union([z.number(), z.bigint()])
    .optional()
    .transform((given, ctx) => {
      if (given === undefined || Number(given) === 0) return fallback;
      if (given < min || given > max)
        addIssue(ctx, `${given} is out of range: from ${min} to ${max}`);
      return Number(given);
    });
}

const durationMessage = z.strictObject({
  seconds: z.bigint().default(0n),
  nanos: z.number().default(0),
});

/** google.protobuf.Duration to milliseconds. @param fallbackMs where it is not set. */
export function duration(fallbackMs: number, { minMs = 1, maxMs = maxDurationMs } = {}) {
  return durationMessage.optional().transform((given, ctx) => {
    if (given === undefined) return fallbackMs;
    const ms = Number(given.seconds) * 1000 + given.nanos / 1e6;
    if (ms < minMs || ms > maxMs) {
      addIssue(ctx, `${ms / 1000} s is out of range: from ${minMs / 1000} s to ${maxMs / 1000} s`);
    }
    return ms;
  });
}

/** An enum by name; its first name is the default. */
export function choice<const Names extends readonly [string, ...string[]]>(names: Names) {
  const [first] = names;
  return z
    .enum(names, {
      error: ({ input }) => `${String(input)} is none of ${names.join(", ")}`,
    })
    .default(() => first);
}

const addressHint = 'Write "host:port", ":port" for every interface, or "[ipv6]:port".';

function readAddress(text: string, ctx: z.RefinementCtx): ListenAddress {
  const address = parseListenAddress(text);
  if (!address) addIssue(ctx, `"${text}" is not an address`, addressHint);
  return address ?? { host: "", port: 0 };
}

export function listenAddress() {
  return requiredText(addressHint).transform((text, ctx) => readAddress(text, ctx));
}

export function optionalListenAddress() {
  return optionalText().transform((text, ctx) =>
    text === undefined ? undefined : readAddress(text, ctx),
  );
}

/** "host:port" to connect to: with a host, and a port. */
export function targetAddress() {
  return z.string().transform((text, ctx) => {
    const address = parseListenAddress(text);
    if (!address?.host || address.port === 0) {
      addIssue(
        ctx,
        `"${text}" is not the address of a server`,
        'Write "host:port" or "[ipv6]:port".',
      );
    }
    return text;
  });
}

const pemHint = "Put the file's content here, with \\n for each end of a line.";

/**
 * One or more PEM certificates, as text: nothing but the blocks CERTIFICATE, as with the original. The TLS library would take
 * "X509 CERTIFICATE" too, which nothing here shows or checks. Empty where they are not set.
 */
export function pemCertificates() {
  return z
    .string()
    .default("")
    .transform((pem, ctx) => {
      if (pem === "") return pem;
      const { certificates, fault } = findCertificates(pem);
      if (fault !== undefined) addIssue(ctx, fault, pemHint);
      else if (certificates.length === 0) addIssue(ctx, "holds no PEM certificate", pemHint);
      return certificateBlocks(pem);
    });
}

export const logSchema = z
  .strictObject({
    level: choice(["INFO", "DEBUG", "WARNING", "ERROR"]),
    format: choice(["CONSOLE", "JSON"]),
    file: optionalText(),
    max_bytes: integer({ min: 64 * 1024, max: 2 ** 40, fallback: 10 * 1024 * 1024 }),
    keep: integer({ min: 1, max: 1000, fallback: 5 }),
  })
  .prefault({})
  .transform(({ level, format, file, max_bytes, keep }) => ({
    level: level.toLowerCase() as Lowercase<typeof level>,
    format: format.toLowerCase() as Lowercase<typeof format>,
    file,
    maxBytes: max_bytes,
    keep,
  }));

/** log { … }: what is logged, for whom it is formatted, and where it goes. */
export type LogConfig = z.output<typeof logSchema>;

/** Where no file says anything. */
export const defaultLog: LogConfig = logSchema.parse({});
