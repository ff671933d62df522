/**
 * Which of the configured services are installed on this client, and why others are not (protocol.md 8; ours.md 3).
 */
import type { ServiceDefinition } from "../../../config/service-signing.ts";
import { type Label, hasLabels } from "../../../core/labels.ts";
import { reservedServiceNames } from "../../../core/message.ts";
import { microsFromTimestamp } from "../../../core/time.ts";
import type { ClientMemory } from "../state/memory.ts";
import { makeService } from "./factories.ts";
import type { ServiceInstallation } from "./installed-services.ts";

export interface ServiceDefinitions {
  readonly definitions: readonly ServiceDefinition[];
  /** Why other configurations cannot be used: by the name of the service, or of the file where that is unknown. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Reads what is configured; called at start and at each reload. */
export type LoadServices = () => Promise<ServiceDefinitions>;

export interface Installations {
  readonly installations: readonly ServiceInstallation[];
  readonly refused: ReadonlyMap<string, string>;
}

/** Decides about each definition; of those accepted and signed, the signed time is remembered. */
export async function chooseInstallations(
  { definitions, refused }: ServiceDefinitions,
  labels: readonly Label[],
  memory: ClientMemory,
): Promise<Installations> {
  const chosen = new Map<string, ServiceInstallation>();
  const reasons = new Map(refused);
  for (const definition of definitions) {
    const { name } = definition.config;
    const reason = chosen.has(name)
      ? "it is configured twice"
      : reasonAgainst(definition, labels, memory);
    if (reason === undefined) {
      await rememberSignedTime(definition, memory);
      chosen.set(name, installationOf(definition));
    } else if (reason !== "") reasons.set(name, reason);
  }
  return { installations: [...chosen.values()], refused: reasons };
}

/** undefined where there is none; empty where the service is simply not for this client. */
function reasonAgainst(
  { config, signature }: ServiceDefinition,
  labels: readonly Label[],
  memory: ClientMemory,
): string | undefined {
  const { name, requiredLabels, signedTime } = config;
  if (reservedServiceNames.has(name)) return `the name "${name}" is reserved`;
  const newest = memory.newestSignedTime(name);
  const time = signedTime ? microsFromTimestamp(signedTime) : 0;
  if (signature.length > 0 && newest !== undefined && time < newest) {
    return "its signed_time is older than that of a configuration accepted before";
  }
  return hasLabels(labels, requiredLabels) ? undefined : "";
}

async function rememberSignedTime(
  { config: { name, signedTime }, signature }: ServiceDefinition,
  memory: ClientMemory,
): Promise<void> {
  if (!signedTime || signature.length === 0) return;
  await memory.acceptSignedTime(name, microsFromTimestamp(signedTime));
}

function installationOf({ config, signature }: ServiceDefinition): ServiceInstallation {
  const { name, settings } = config;
  return {
    name,
    signature,
    make: (context) => makeService(settings, context),
    fingerprint: JSON.stringify(settings),
  };
}
