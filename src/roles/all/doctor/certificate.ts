/** The server's certificate: its dates, its key, its names, and whether the running server shows it. */
import type { X509Certificate } from "node:crypto";

import { type ListenAddress, formatListenAddress } from "../../../config/addresses.ts";
import { findCertificates } from "../../../config/pem.ts";
import type { Clock } from "../../../core/clock.ts";
import { type Finding, doubtful, failed, passed } from "../../../core/finding.ts";
import { type ServerCertificate, checkServerCertificate } from "../../../net/tls-listener.ts";
import { handshake } from "../../../net/tls-handshake.ts";
import { localAddress } from "./ports.ts";

const check = "certificate";
const dayMs = 86_400_000;
const soonMs = 14 * dayMs;
const handshakeMs = 10_000;

/**
 * @param isOwn whether the server issues it itself.
 * @throws configuration for a certificate and a key that do not fit.
 */
export function examineCertificate(
  isOwn: boolean,
  certificate: ServerCertificate,
  now: number,
): Finding[] {
  checkServerCertificate(certificate);
  const [leaf, ...chain] = findCertificates(certificate.certificates).certificates;
  if (!leaf)
    return [failed(check, "there is no certificate", "Write https_config { certificates: … }.")];
  const fix = isOwn
    ? "A start, or SIGHUP, issues it anew."
    : "Put a newer one in its place, then send the server SIGHUP.";
  return [leaf, ...chain].map((each, index) => judge(each, index === 0, fix, now));
}

function judge(certificate: X509Certificate, isLeaf: boolean, fix: string, now: number): Finding {
  const { subject, subjectAltName = "no name", validFromDate, validToDate } = certificate;
  const what = isLeaf ? `for ${subjectAltName}` : `of "${subject.replaceAll("\n", ", ")}"`;
  const [from, to] = [validFromDate.getTime(), validToDate.getTime()];
  const until = `until ${validToDate.toISOString().slice(0, 10)}`;
  const text = `the certificate ${what} is valid ${until}`;
  if (now < from) {
    const wait = `the certificate ${what} is valid only from ${validFromDate.toISOString()} on`;
    return failed(check, wait, "Is this machine's clock right? Else wait, or use another.");
  }
  if (now > to)
    return failed(check, `the certificate ${what} was valid ${until}: no client connects`, fix);
  const days = Math.floor((to - now) / dayMs);
  return to - now < soonMs
    ? doubtful(check, `${text}, ${days} days more`, fix)
    : passed(check, `${text}, ${days} days`);
}

/** Whether the running server shows the certificate of its configuration. */
export async function examineShown(
  listen: ListenAddress,
  { certificates }: ServerCertificate,
  clock: Clock,
): Promise<Finding> {
  const [configured] = findCertificates(certificates).certificates;
  const shown = await fetchCertificate(listen, clock);
  const where = formatListenAddress(localAddress(listen));
  if (shown.fingerprint256 === configured?.fingerprint256) {
    return passed("tls", `${where} speaks TLS with this certificate`);
  }
  const text = `${where} shows another certificate than the configuration has`;
  return doubtful("tls", text, "Send the server SIGHUP: it reads its certificate again.");
}

async function fetchCertificate(listen: ListenAddress, clock: Clock): Promise<X509Certificate> {
  const giveUp = new AbortController();
  using _timer = clock.after(handshakeMs, () =>
    giveUp.abort(new Error("no TLS handshake within 10 s")),
  );
  const address = localAddress(listen);
  // It is only looked at: nothing is sent.
  const options = { minVersion: "TLSv1.2" as const, rejectUnauthorized: false };
  const socket = await handshake({ address }, options, giveUp.signal);
  const shown = socket.getPeerX509Certificate();
  socket.destroy();
  if (!shown) throw new Error("the clients' port shows no certificate");
  return shown;
}
