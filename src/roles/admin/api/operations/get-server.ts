/** This server's configuration, without its secrets. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { defineOperation } from "../operation.ts";
import { serverDetails } from "../shapes/overview.ts";

export const getServer = defineOperation({
  name: "get_server",
  summary: "show this server's configuration, without its secrets",
  scope: "read",
  http: "GET /server",
  input: z.strictObject({}),
  output: serverDetails,
  examples: [{ summary: "now", input: {} }],
  async run({ server }) {
    const { listeners, services, settings } = server.configuration();
    return {
      name: server.name,
      version: server.version,
      started_time: formatMicros(server.started),
      listeners: listeners.map(({ name, address }) => ({ name, address })),
      services: services.map(({ name, factory }) => ({ name, factory })),
      settings: { ...settings },
    };
  },
});
