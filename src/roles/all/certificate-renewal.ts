/**
 * Renews the server's certificate while the server runs: issued anew with the CA of the state directory once less than a
 * third of its life is left, and swapped without a pause (ours.md 5). Never a CA, never an operator's own certificate.
 */
import type { Clock } from "../../core/clock.ts";
import { toFleetError } from "../../core/errors.ts";
import type { CertifiedKey } from "../../net/certificates.ts";
import type { Log } from "../../observability/log.ts";

export interface CertificateRenewalOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** How often it is looked; `timers.certificate_renewal`. */
  readonly intervalMs: number;
  /** The certificate that is to be used now, issued anew if it is due. */
  readonly current: () => Promise<CertifiedKey>;
  /** For handshakes from now on. */
  readonly replace: (certificate: CertifiedKey) => void;
}

/** Looks again and again until disposed. @param used the certificate that the server was started with, PEM. */
export function startCertificateRenewal(
  options: CertificateRenewalOptions,
  used: string,
): AsyncDisposable {
  const stop = new AbortController();
  const running = renewForever(options, used, stop.signal);
  return {
    [Symbol.asyncDispose]: () => {
      stop.abort();
      return running;
    },
  };
}

async function renewForever(
  options: CertificateRenewalOptions,
  started: string,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log, intervalMs } = options;
  let used = started;
  for (;;) {
    await clock.sleep(intervalMs, signal).catch(() => {});
    if (signal.aborted) return;
    try {
      used = await renewOnce(options, used);
    } catch (thrown) {
      log.error("the server certificate cannot be renewed: {error}", {
        error: toFleetError(thrown).message,
      });
    }
  }
}

/** @returns the certificate that is used now. */
async function renewOnce(
  { log, current, replace }: CertificateRenewalOptions,
  used: string,
): Promise<string> {
  const certified = await current();
  if (certified.certificate === used) return used;
  replace(certified);
  log.info("the server certificate was renewed");
  return certified.certificate;
}
