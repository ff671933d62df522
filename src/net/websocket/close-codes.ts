/**
 * Close codes (RFC 6455 7.4; IANA's registry) and what errors they stand for.
 */
import { type ErrorCode, FleetError, type FleetErrorOptions } from "../../core/errors.ts";

export const closeCode = {
  normal: 1000,
  goingAway: 1001,
  protocolError: 1002,
  unsupportedData: 1003,
  /** Never sent: a Close frame without a code. */
  none: 1005,
  invalidPayload: 1007,
  policy: 1008,
  tooBig: 1009,
  internal: 1011,
  tryAgainLater: 1013,
} as const;

/** A peer broke the rules of the WebSocket protocol. */
export class WebSocketError extends FleetError {
  /** What the peer is told. */
  readonly closeCode: number;

  constructor(code: number, message: string, options: FleetErrorOptions = {}) {
    super(code === closeCode.tooBig ? "resource_exhausted" : "invalid_data", message, options);
    this.closeCode = code;
  }
}

const codesOfErrors: Partial<Record<ErrorCode, number>> = {
  invalid_data: closeCode.protocolError,
  invalid_argument: closeCode.protocolError,
  unavailable: closeCode.tryAgainLater,
  resource_exhausted: closeCode.tryAgainLater,
  deadline_exceeded: closeCode.policy,
  unauthenticated: closeCode.policy,
  refused: closeCode.policy,
};

/** What a peer is told of an error. */
export function closeCodeOf(error: FleetError): number {
  if (error instanceof WebSocketError) return error.closeCode;
  return codesOfErrors[error.code] ?? closeCode.internal;
}

/** Whether a Close frame may carry this code (RFC 6455 7.4.1 and 7.4.2). */
export function mayBeSent(code: number): boolean {
  if (code >= 3000) return code < 5000;
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
}

/** Whether the peer ended in order; else the error that its code stands for. */
export function errorOfClose(code: number): FleetError | undefined {
  if (code === closeCode.normal || code === closeCode.goingAway || code === closeCode.none) {
    return undefined;
  }
  const isFault = code >= closeCode.protocolError && code <= closeCode.tooBig;
  const text = `the peer closed the WebSocket with code ${code}`;
  return new FleetError(
    isFault && code !== closeCode.policy ? "invalid_data" : "unavailable",
    text,
  );
}
