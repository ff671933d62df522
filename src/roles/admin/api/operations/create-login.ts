/** A link that lets a browser in, once. */
import { z } from "zod";

import { FleetError } from "../../../../core/errors.ts";
import { formatMicros } from "../../../../core/rfc3339.ts";
import { microsFromMs } from "../../../../core/time.ts";
import { defineOperation } from "../operation.ts";
import { credentialName, scope } from "../shapes/access.ts";
import { time } from "../shapes/basic.ts";

export const createLogin = defineOperation({
  name: "create_login",
  summary: "make a link that lets a browser in, once and within five minutes",
  scope: "admin",
  http: "POST /logins",
  socketOnly: true,
  ownEntry: true,
  input: z.strictObject({ name: credentialName, scope: scope.default("admin") }),
  output: z.strictObject({
    url: z.string().meta({ description: "A secret until it is used" }),
    expires_time: time,
  }),
  change: ({ name, scope: granted }) =>
    `made a login for ${JSON.stringify(name)} with scope ${granted}`,
  async run({ access, webLinks }, { name, scope: granted }, { caller }) {
    const links = webLinks?.();
    if (!links) {
      throw new FleetError("unavailable", "this server serves no page to log in to", {
        hint: "Start it with --web_addr, or set fleet { web { listen_address } } in its configuration.",
      });
    }
    const { login, expiresMs } = await access.createLogin({ name, scope: granted }, caller);
    return { url: links.linkOf(login), expires_time: formatMicros(microsFromMs(expiresMs)) };
  },
});
