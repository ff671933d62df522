/**
 * Which of the configured services are installed on this client, and why others are not (protocol.md 8; ours.md 3).
 */
import { type Label, hasLabels } from "../../../core/labels.ts";
import { type AnyData, reservedServiceNames } from "../../../core/message.ts";
import { type Timestamp, microsFromTimestamp } from "../../../core/time.ts";
import type { ClientMemory } from "../state/memory.ts";
import { serviceFactories } from "./factories.ts";
import type { ServiceInstallation } from "./manager.ts";

/** A service configuration whose signature, if it needs one, was found good. */
export interface ServiceDefinition {
  readonly name: string;
  readonly factory: string;
  readonly config: AnyData | undefined;
  readonly requiredLabels: readonly Label[];
  readonly signedTime: Timestamp | undefined;
  /** Empty where it is not signed. */
  readonly signature: Uint8Array;
}

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
    const { name } = definition;
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
  definition: ServiceDefinition,
  labels: readonly Label[],
  memory: ClientMemory,
): string | undefined {
  const { name, factory, requiredLabels, signedTime, signature } = definition;
  if (reservedServiceNames.has(name)) return `the name "${name}" is reserved`;
  if (!serviceFactories.has(factory)) {
    return `there is no factory "${factory}", only ${[...serviceFactories.keys()].join(", ")}`;
  }
  const newest = memory.newestSignedTime(name);
  const time = signedTime ? microsFromTimestamp(signedTime) : 0;
  if (signature.length > 0 && newest !== undefined && time < newest) {
    return "its signed_time is older than that of a configuration accepted before";
  }
  return hasLabels(labels, requiredLabels) ? undefined : "";
}

async function rememberSignedTime(
  { name, signedTime, signature }: ServiceDefinition,
  memory: ClientMemory,
): Promise<void> {
  if (!signedTime || signature.length === 0) return;
  await memory.acceptSignedTime(name, microsFromTimestamp(signedTime));
}

function installationOf({ name, factory, config, signature }: ServiceDefinition): ServiceInstallation {
  const make = serviceFactories.get(factory);
  const value = Buffer.from(config?.value ?? []).toString("base64");
  return {
    name,
    signature,
    config,
    factory: make ?? (() => Promise.reject(new Error(`no factory "${factory}"`))),
    fingerprint: JSON.stringify([factory, config?.typeUrl ?? "", value]),
  };
}
