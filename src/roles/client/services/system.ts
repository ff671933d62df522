/**
 * The client's "system" service: what the server asks of the client itself (protocol.md 7).
 */
import { FleetError } from "../../../core/errors.ts";
import type { Message } from "../../../core/message.ts";
import { decodeDieRequest, decodeRestartService } from "../../../proto/system-codec.ts";
import type { ClientService, Processed } from "./service.ts";

/** What the client can be told to do; each returns when it is done, or is bound to happen. */
export interface ClientControls {
  /** Ends the program, with exit code 7. @param force without waiting for services. */
  die(force: boolean): void;
  /** Takes a new key and connects again. @throws configuration when the state file cannot be written. */
  rekey(): void;
  /** @throws not_found for a service that is not installed. */
  restartService(name: string): Promise<void>;
}

export function makeSystemService(controls: ClientControls): ClientService {
  return {
    process: (message) => processSystemMessage(message, controls),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function processSystemMessage(
  message: Message,
  controls: ClientControls,
): Promise<Processed> {
  const bytes = message.data?.value ?? new Uint8Array();
  switch (message.messageType) {
    case "Die":
      controls.die(decodeDieRequest(bytes).force);
      return { unanswered: true };
    case "RekeyRequest":
      controls.rekey();
      return {};
    case "RestartService":
      await controls.restartService(decodeRestartService(bytes).name);
      return {};
    default:
      throw new FleetError(
        "invalid_argument",
        `unknown system message type "${message.messageType}"`,
      );
  }
}
