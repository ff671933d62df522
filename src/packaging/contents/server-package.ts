/**
 * The package of a server: the executable, a user of its own, a folder for its configuration, and a unit that is not
 * enabled: what it is to serve, and to whom, somebody has to say first.
 */
import { serverUser, systemdUnit, unitName } from "../../platform/service/systemd-unit.ts";
import type { Entry } from "../entry.ts";
import type { SystemPackage } from "../system-package.ts";
import { type PackageOptions, copyrightText, releaseFields } from "./release.ts";
import { maintainerScripts } from "./scripts.ts";

export const serverPackageName = unitName("server");
export const serverExecutable = "/usr/bin/fleet";
export const serverStateFolder = "/var/lib/fleet";
export const serverConfigurationFolder = "/etc/fleetspeak-server";

export const serverArguments = [
  "run",
  "--components_config",
  `${serverConfigurationFolder}/server.components.config`,
];

export function serverPackage(options: PackageOptions): SystemPackage {
  return {
    name: serverPackageName,
    ...releaseFields(options),
    summary: "Fleetspeak server in a single executable",
    description: [
      "Carries messages between services here and services on many machines.",
      `It starts once ${serverConfigurationFolder} is filled and its unit enabled.`,
    ],
    entries: entriesOf(options),
    neededBefore: { deb: "passwd", rpm: "/usr/sbin/useradd" },
    scripts: maintainerScripts({
      unit: unitName("server"),
      enable: false,
      systemUser: { name: serverUser, home: serverStateFolder },
      // The configuration is an administrator's own work, and has the CA's key: it stays.
      purge: [`rm -rf ${serverStateFolder}`],
    }),
  };
}

function entriesOf({ executable }: PackageOptions): Entry[] {
  const text = (path: string, content: string): Entry => ({
    kind: "file",
    path,
    mode: 0o644,
    bytes: Buffer.from(content),
  });
  const unit = systemdUnit("server", { executable: serverExecutable, arguments: serverArguments });
  return [
    { kind: "file", path: serverExecutable.slice(1), mode: 0o755, bytes: executable },
    text(`usr/lib/systemd/system/${unitName("server")}.service`, unit),
    text(`usr/share/doc/${serverPackageName}/copyright`, copyrightText(serverPackageName)),
    text(`usr/share/doc/${serverPackageName}/deployment.txt`, exampleDeployment),
    {
      kind: "folder",
      path: serverConfigurationFolder.slice(1),
      mode: 0o750,
      group: serverUser,
    },
  ];
}

/** For `fleet config init`, run in the folder of the configuration; README "Rolling out" goes through it. */
const exampleDeployment = `# Copy this to ${serverConfigurationFolder}, say what clients call the server, then there:
#   fleet config init --config deployment.txt
#   chgrp ${serverUser} server.* && chmod 640 server.*
#   systemctl enable --now ${unitName("server")}
configuration_name: "example"
components_config {
  https_config { listen_address: ":6060" }
  fleet {
    database_path: "${serverStateFolder}/fleet.sqlite"
    web { listen_address: "127.0.0.1:6062" }
  }
}
public_host_port: "fleet.example.com:6060"
trusted_cert_file: "ca.pem"           trusted_cert_key_file: "ca.key"
server_cert_file: "server.pem"        server_cert_key_file: "server.key"
server_component_configuration_file: "server.components.config"
linux_client_configuration_file: "client.config"
fleet { deployment_key_file: "deployment.key" deployment_public_key_file: "deployment.pub" }
`;
