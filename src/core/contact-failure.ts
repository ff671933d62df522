/**
 * Why a client's contact failed, in few words: what its counters and metrics are labelled with.
 *
 * Finer than an error's code where somebody is in between. Numbers of each are in the client's status file.
 */
export const contactFailures = [
  /** No connection to the proxy. */
  "proxy_unreachable",
  /** The certificate of an HTTPS proxy. */
  "proxy_untrusted",
  /** It wants other credentials. */
  "proxy_credentials",
  /** It answers that it does not connect. */
  "proxy_refused",
  /** It does not answer in time. */
  "proxy_hangs",
  /** It answers something else than its protocol has, or breaks off. */
  "proxy_invalid",
  "unreachable",
  /** The server's certificate. */
  "untrusted",
  /** No connection, or no handshake, in time. */
  "timeout",
  /** No answer to the first record in time: a middle box that buffers looks like this. */
  "unanswered",
  /** Another status than 200. */
  "refused",
  /** What the server says breaks the rules. */
  "invalid",
  /** The connection broke or ended. */
  "lost",
  "other",
] as const;

export type ContactFailure = (typeof contactFailures)[number];

/** The one that the error names, else what its code says of a contact. */
export function contactFailureOf(error: {
  readonly failure: ContactFailure | undefined;
  readonly code: string;
}): ContactFailure {
  const { failure, code } = error;
  if (failure !== undefined) return failure;
  switch (code) {
    case "deadline_exceeded":
      return "unanswered";
    case "not_found":
    case "refused":
      return "refused";
    case "invalid_data":
      return "invalid";
    case "unavailable":
      return "lost";
    default:
      return "other";
  }
}
