/**
 * What a client looks at before it starts: its options, and the room there is for its outbox.
 */
import { statfsSync } from "node:fs";
import { dirname } from "node:path";

import { FleetError } from "../../core/errors.ts";
import { parseHostPort } from "../../net/address.ts";
import type { ClientOptions, OutboxOptions } from "./options.ts";
import type { OutboxLimits } from "./outbox-room.ts";

/** @throws configuration for options that cannot lead to a contact; invalid_argument for a wrong address. */
export function checkOptions({ servers, trustedCertificates }: ClientOptions): void {
  if (servers.length === 0) {
    throw new FleetError("configuration", "the client has no server to connect to", {
      hint: 'Name one in the field "server", or with --server.',
    });
  }
  for (const server of servers) parseHostPort(server);
  if (!trustedCertificates.includes("-----BEGIN CERTIFICATE-----")) {
    throw new FleetError(
      "configuration",
      "the client's trusted certificates hold no PEM certificate",
      {
        hint: "Put the certificate of the deployment's CA there; nothing else is trusted.",
      },
    );
  }
}

/** The limits in messages and bytes, the share of the disk counted in. @param path of a file on that disk. */
export function outboxLimits(options: OutboxOptions, path: string): OutboxLimits {
  const { blocks, bsize } = statfsSync(dirname(path));
  const shareBytes = (blocks * bsize * options.maxDiskPercent) / 100;
  return { maxMessages: options.maxMessages, maxBytes: Math.min(options.maxBytes, shareBytes) };
}
