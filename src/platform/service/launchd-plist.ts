/** The property list of a role for macOS' launchd, as text. */
import { FleetError } from "../../core/errors.ts";
import { type InstalledRole, type UnitOptions, unitName } from "./systemd-unit.ts";

const logFolder = "/Library/Logs";
const openFiles: Readonly<Record<InstalledRole, number>> = { server: 65_536, client: 8192 };

/**
 * launchd starts it with the machine and again when it ends; it ends in order at SIGTERM.
 * @throws invalid_argument for a path that a property list cannot hold.
 */
export function launchdPlist(role: InstalledRole, options: UnitOptions): string {
  const name = unitName(role);
  const log = `${logFolder}/${name}.log`;
  const words = [options.executable, ...options.arguments].map((word) => `    ${text(word)}`);
  const limit = `<dict><key>NumberOfFiles</key><integer>${openFiles[role]}</integer></dict>`;
  const entries: readonly (readonly [string, string])[] = [
    ["Label", text(name)],
    ["ProgramArguments", `<array>\n${words.join("\n")}\n  </array>`],
    ["RunAtLoad", "<true/>"],
    ["KeepAlive", "<true/>"],
    ["ThrottleInterval", "<integer>10</integer>"],
    ["ExitTimeOut", "<integer>60</integer>"],
    ["ProcessType", text("Background")],
    ["SoftResourceLimits", limit],
    // 077: an integer here is decimal.
    ["Umask", "<integer>63</integer>"],
    ["StandardOutPath", text(log)],
    ["StandardErrorPath", text(log)],
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    "<dict>",
    ...entries.map(([key, value]) => `  <key>${key}</key>\n  ${value}`),
    "</dict>",
    "</plist>",
    "",
  ].join("\n");
}

function text(word: string): string {
  if (/\p{Cc}/u.test(word)) {
    throw new FleetError(
      "invalid_argument",
      `${JSON.stringify(word)} cannot stand in a property list: it holds a control character`,
    );
  }
  const escaped = word.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<string>${escaped}</string>`;
}
