/** Whether a client's services can be installed: signatures, deployment keys, and the programs that they start. */
import { statSync } from "node:fs";
import { isAbsolute } from "node:path";

import { readPublicKeys } from "../../../config/pem.ts";
import type { ClientConfig } from "../../../config/schemas/client.ts";
import type { ClientServiceConfig } from "../../../config/schemas/client-service.ts";
import { type ServiceOutcome, readServices } from "../../../config/service-files.ts";
import { type Finding, failed, failedBy, passed } from "../../../core/finding.ts";
import { placesOf } from "../places.ts";

const check = "services";
const anyExecute = 0o111;

export function examineServices(config: ClientConfig): Finding[] {
  const { signedServices, deploymentPublicKeys, allowUnsignedServices } = config;
  const places = placesOf(config.persistence);
  const keys = deploymentPublicKeys.flatMap((pem) => readPublicKeys(pem, "deployment_public_key"));
  const outcomes = readServices({
    configurationDirectory: places.configurationDirectory,
    files: places.serviceFiles?.(),
    ...{ signedServices, deploymentPublicKeys, allowUnsignedServices },
  });
  const usable = outcomes.filter(({ definition }) => definition !== undefined).length;
  const keyCount = keys.length === 1 ? "1 deployment key" : `${keys.length} deployment keys`;
  return [
    passed(check, `${usable} of ${outcomes.length} can be installed; ${keyCount} may sign them`),
    ...outcomes.flatMap(examineOutcome),
  ];
}

function examineOutcome({ source, definition, error }: ServiceOutcome): Finding[] {
  if (definition) return examineProgram(definition.config);
  const { text, ...finding } = failedBy(check, error);
  return [{ ...finding, text: `"${source}" is refused: ${text}` }];
}

function examineProgram({ name, settings }: ClientServiceConfig): Finding[] {
  const program = programOf(settings);
  if (program === undefined || !isAbsolute(program)) return [];
  const fault = faultOf(program);
  if (fault === undefined) return [];
  const fix = "Install the program, or correct the path and sign the service again.";
  return [failed(check, `the service "${name}" cannot start "${program}": ${fault}`, fix)];
}

function programOf(settings: ClientServiceConfig["settings"]): string | undefined {
  if (settings.factory === "Stdin") return settings.cmd;
  return settings.factory === "Daemon" ? settings.argv[0] : undefined;
}

function faultOf(program: string): string | undefined {
  const stat = statSync(program, { throwIfNoEntry: false });
  if (!stat) return "there is no such file";
  if (!stat.isFile()) return "it is no file";
  if (process.platform === "win32" || stat.mode & anyExecute) return undefined;
  return "it may not be executed";
}
