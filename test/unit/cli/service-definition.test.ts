import { expect, test } from "bun:test";

import { describeService } from "../../../src/cli/service-definition.ts";

test("a server without files is installed with the names that its certificate is for", () => {
  const options = {
    role: "server",
    https_addr: ":443",
    public_host: ["fleet.example.com", "192.0.2.1"],
  };
  const { arguments: words } = describeService(options, "/usr/local/sbin/fleet-server", undefined);
  expect(words).toEqual([
    ...["server", "--database_path", "/var/lib/fleet/fleet.sqlite", "--https_addr", ":443"],
    ...["--public_host", "fleet.example.com", "--public_host", "192.0.2.1"],
  ]);
});

test.each([
  [{ role: "server", public_host: ["x"] }, "--public_host goes with --https_addr"],
  [{ role: "client", public_host: ["x"] }, "--public_host is no flag of --role client"],
])("%j is refused", (options, message) => {
  expect(() => describeService(options, "/usr/local/sbin/fleet", undefined)).toThrow(message);
});
