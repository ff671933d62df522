import { expect, test } from "bun:test";

import { makeCertificateAuthority } from "../../../src/net/certificates.ts";
import { makeConfigFolder, quoted } from "../../helpers/config-files.ts";
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

test("what a service writes is writable to it: its database, its state and its log", async () => {
  using folder = makeConfigFolder();
  const admin = `admin_config { listen_address: "127.0.0.1:1" }`;
  const components = folder.write(
    "components",
    `${admin} fleet { database_path: "/var/lib/fleet/x.sqlite" log { file: "/var/log/fleet/x.log" } }`,
    0o644,
  );
  const server = { role: "server", components_config: components };
  expect(describeService(server, "/fleet", undefined).writablePaths).toEqual(["/var/log/fleet"]);
  const { certificate } = await makeCertificateAuthority({ name: "x", now: Date.now() });
  const client = folder.write(
    "client",
    `trusted_certs: ${quoted(certificate)} server: "h:1" filesystem_handler { state_file: "/srv/state/s" }
     fleet { log { file: "/srv/state/client.log" } }`,
  );
  const confined = { role: "client", config: client, confined: true };
  expect(describeService(confined, "/fleet", undefined).writablePaths).toEqual(["/srv/state"]);
  const free = { role: "client", config: client };
  expect(describeService(free, "/fleet", undefined).writablePaths).toEqual([]);
});

test.each([
  [{ role: "server", public_host: ["x"] }, "--public_host goes with --https_addr"],
  [{ role: "client", public_host: ["x"] }, "--public_host is no flag of --role client"],
])("%j is refused", (options, message) => {
  expect(() => describeService(options, "/usr/local/sbin/fleet", undefined)).toThrow(message);
});
