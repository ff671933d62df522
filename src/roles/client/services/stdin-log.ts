/**
 * What of a program's output goes to the client's own log: `log_level` of a Stdin service (protocol.md 2). Its output is
 * in the reply all the same; this is for whoever watches the endpoint, and bounded.
 */
import type { StdinSettings } from "../../../config/schemas/client-service.ts";
import type { ProgramResult } from "./program.ts";
import type { ServiceContext } from "./service.ts";

/** Of one output of one run. */
const maxLines = 50;
const maxLineLength = 500;

type Output = "stdout" | "stderr";

const logged: Readonly<Record<StdinSettings["logLevel"], readonly Output[]>> = {
  none: [],
  stderr: ["stderr"],
  all: ["stdout", "stderr"],
};

export function logOutput(
  level: StdinSettings["logLevel"],
  result: Pick<ProgramResult, Output>,
  messageId: string,
  { name, log }: Pick<ServiceContext, "name" | "log">,
): void {
  for (const output of logged[level]) {
    const { lines, leftOut } = firstLines(result[output]);
    const facts = { service: name, messageId, output };
    for (const line of lines) {
      log.info("service {service}, message {messageId}, {output}: {line}", { ...facts, line });
    }
    if (leftOut === 0) continue;
    log.info("service {service}, message {messageId}, {output}: {leftOut} more lines", {
      ...facts,
      leftOut,
    });
  }
}

function firstLines(bytes: Uint8Array): {
  readonly lines: readonly string[];
  readonly leftOut: number;
} {
  if (bytes.length === 0) return { lines: [], leftOut: 0 };
  const all = Buffer.from(bytes).toString().replace(/\n$/, "").split("\n");
  const lines = all.slice(0, maxLines).map(shorten);
  return { lines, leftOut: all.length - lines.length };
}

function shorten(line: string): string {
  return line.length > maxLineLength ? `${line.slice(0, maxLineLength)}…` : line;
}
