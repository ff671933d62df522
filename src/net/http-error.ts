/**
 * A FleetError with an HTTP status that no code of its own stands for (408, 413, 415, 431, 501, 505 …).
 */
import { type ErrorCode, FleetError, type FleetErrorOptions } from "../core/errors.ts";

export interface HttpErrorOptions extends FleetErrorOptions {
  /** Where another than the usual one for the status says more. */
  readonly code?: ErrorCode;
}

export class HttpError extends FleetError {
  readonly #status: number;

  /** @param message is sent to the peer as well: it holds nothing that the peer did not send or may not know. */
  constructor(status: number, message: string, options: HttpErrorOptions = {}) {
    super(options.code ?? codeOf(status), message, options);
    this.#status = status;
  }

  override get httpStatus(): number {
    return this.#status;
  }
}

function codeOf(status: number): ErrorCode {
  if (status === 408) return "deadline_exceeded";
  if (status === 413 || status === 503) return "resource_exhausted";
  return "invalid_data";
}

const maxQuoted = 60;

/** A peer's text as a message may show it: short, printable, in quotes. */
export function quote(text: string): string {
  const shown = text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
  return `"${shown.replace(/[^\x20-\x7e…]/g, "?")}"`;
}
