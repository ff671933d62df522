/**
 * fleetspeak.stdinservice.Config, as a Stdin service needs it (protocol.md 2).
 */
import { decodePlainMessage } from "../../../config/message-wire.ts";
import { FleetError } from "../../../core/errors.ts";
import type { AnyData } from "../../../core/message.ts";
import type { StdinConfig } from "./stdin.ts";

const typeName = "fleetspeak.stdinservice.Config";

/** @throws configuration for another type, and where no program is named. */
export function readStdinConfig(config: AnyData | undefined): StdinConfig {
  if (config?.typeUrl.split("/").at(-1) !== typeName) {
    throw new FleetError("configuration", `a Stdin service has no configuration "${typeName}"`, {
      hint: `Give it: config { [type.googleapis.com/${typeName}] { cmd: "/bin/ls" } }`,
    });
  }
  const { cmd, args } = decodePlainMessage(typeName, config.value);
  if (typeof cmd !== "string" || cmd === "") {
    throw new FleetError("configuration", "the configuration of a Stdin service names no program", {
      hint: 'Set its field "cmd".',
    });
  }
  const list = Array.isArray(args) ? args : [];
  return { cmd, args: list.filter((one): one is string => typeof one === "string") };
}
