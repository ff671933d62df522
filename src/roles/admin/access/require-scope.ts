/** Scopes where a call is let through or not, whatever its door; and what sending asks for by what is sent. */
import { type Caller, type Scope, includesScope } from "../../../core/caller.ts";
import { FleetError } from "../../../core/errors.ts";
import { type Message, systemService } from "../../../core/message.ts";

/** @param what is called, for the message. @throws refused */
export function requireScope({ scope }: Caller, needed: Scope, what: string): void {
  if (includesScope(scope, needed)) return;
  throw new FleetError("refused", `${what} needs the scope "${needed}", and this is "${scope}"`, {
    hint: `Use a token that was made with: fleet token create --scope ${needed}`,
  });
}

/**
 * The system service of a client ends it, restarts its services and gives it a new identity, and that of the server believes
 * what clients say of themselves (protocol.md 7): both are an administrator's, and so is speaking for a client.
 */
export function scopeOfMessage({
  source,
  destination,
}: Pick<Message, "source" | "destination">): Scope {
  const service = destination.serviceName === "" ? source.serviceName : destination.serviceName;
  return service === systemService || source.clientId !== undefined ? "admin" : "send";
}

/** As scopeOfMessage, of what is sent under the name of the service that it is for. */
export function scopeOfService(serviceName: string): Scope {
  const address = { clientId: undefined, serviceName };
  return scopeOfMessage({ source: address, destination: address });
}
