/** The server certificate of an installation, renewed while it runs. */
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { expect, test } from "bun:test";

import { type Clock, systemClock } from "../../../../src/core/clock.ts";
import { parseHostPort } from "../../../../src/net/address.ts";
import { startProvisioned } from "../../../../src/roles/all/all.ts";
import { makeAdminCertificates } from "../../../helpers/admin-certificates.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

const dayMs = 24 * 3600 * 1000;
const renewalMs = dayMs / 2;

/** The system's clock, but for its date, and for the renewal's pauses, which end when the test says so. */
class ShiftedClock implements Clock {
  // As if it had been started long ago: what is issued later must be valid today.
  shiftMs = -250 * dayMs;
  #wake: (() => void)[] = [];

  now(): number {
    return systemClock.now() + this.shiftMs;
  }

  elapsed(): number {
    return systemClock.elapsed();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms !== renewalMs) return systemClock.sleep(ms, signal);
    return new Promise((resolve, reject) => {
      this.#wake.push(resolve);
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  }

  after(ms: number, callback: () => void): Disposable {
    return systemClock.after(ms, callback);
  }

  /** Ends the pauses. */
  wake(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}

function presentedBy(address: string, ca: string): Promise<X509Certificate> {
  const { host, port } = parseHostPort(address);
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host, port, ca }, () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      if (certificate) resolve(certificate);
      else reject(new Error("the server presented no certificate"));
    });
    socket.once("error", reject);
  });
}

test("is issued anew by the same CA once less than a third of its life is left, without a pause", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fleet-renewal-"));
  const clock = new ShiftedClock();
  const adminCa = join(folder, "admin-ca.pem");
  writeFileSync(adminCa, (await makeAdminCertificates()).adminCa.certificate);
  try {
    const { installation, paths, caCertificate } = await startProvisioned({
      databasePath: join(folder, "fleet.sqlite"),
      listen: { https: "127.0.0.1:0", admin: "127.0.0.1:0" },
      adminClientCaFile: adminCa,
      ...{ services: undefined, onStep: () => {}, clock },
    });
    await using _installation = installation;
    const https = installation.https ?? "";
    const caKey = readFileSync(paths.caKey, "utf8");
    const first = await presentedBy(https, caCertificate);

    clock.shiftMs = -150 * dayMs;
    clock.wake();
    expect((await presentedBy(https, caCertificate)).serialNumber).toBe(first.serialNumber);

    clock.shiftMs = 0;
    const renewed = await waitFor(
      async () => {
        clock.wake();
        const presented = await presentedBy(https, caCertificate);
        return presented.serialNumber === first.serialNumber ? undefined : presented;
      },
      { what: "a renewed certificate" },
    );
    expect(renewed.validToDate.getTime()).toBeGreaterThan(
      first.validToDate.getTime() + 200 * dayMs,
    );
    expect(renewed.ca).toBe(false);
    const shownToAdmins = await presentedBy(installation.admin ?? "", caCertificate);
    expect(shownToAdmins.serialNumber).toBe(renewed.serialNumber);
    expect(readFileSync(paths.caCertificate, "utf8")).toBe(caCertificate);
    expect(readFileSync(paths.caKey, "utf8")).toBe(caKey);
    const stored = new X509Certificate(readFileSync(paths.serverCertificate));
    expect(stored.serialNumber).toBe(renewed.serialNumber);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
