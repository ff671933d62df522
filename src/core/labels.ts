/**
 * Labels: what a client claims to be, and what selects clients. They never authenticate (ours.md 5).
 */

export interface Label {
  /** The service that set it; "client" for what the client itself reports. */
  readonly serviceName: string;
  readonly label: string;
}

/** The service name of labels that clients report of themselves (protocol.md 7). */
export const clientLabelService = "client";

/** Whether every required label is among those had. No requirement is met by everybody. */
export function hasLabels(had: readonly Label[], required: readonly Label[]): boolean {
  return required.every((want) =>
    had.some((label) => label.serviceName === want.serviceName && label.label === want.label),
  );
}
