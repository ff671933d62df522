/**
 * The labels that a client reports of itself: processor and system in Go's words, then those configured (protocol.md 7).
 */
import { type Label, clientLabelService } from "../../core/labels.ts";

const architectures: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };
const systems: Readonly<Record<string, string>> = { win32: "windows" };

export function clientLabels(
  configured: readonly string[],
  architecture: string = process.arch,
  system: string = process.platform,
): Label[] {
  const names = [
    architectures[architecture] ?? architecture,
    systems[system] ?? system,
    ...configured,
  ];
  return [...new Set(names)].map((label) => ({ serviceName: clientLabelService, label }));
}
