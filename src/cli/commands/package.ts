/** fleet package */
import { Option } from "commander";

import type { PackageCommandOptions } from "../actions/package.ts";
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";
import { withRepackFlags } from "./repack.ts";

export function registerPackage(program: FleetCommand, { terminal, run }: CommandContext): void {
  const command = program
    .command("package")
    .summary("make a deb, rpm, zip, pkg layout or image")
    .description(
      "make what the installer of a system takes: deb and rpm (Linux with glibc), zip (Windows), pkg (macOS: what " +
        "pkgbuild takes, as a zip), oci (an image, servers only)\n\n" +
        "A client's package needs an executable that was repacked, or flags that say what it is to carry.",
    )
    .addOption(
      new Option("--format <format>", "what to make")
        .choices(["deb", "rpm", "zip", "pkg", "oci"])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--role <role>", "what it installs")
        .choices(["client", "server"])
        .default("client"),
    )
    .option("--output <file>", "the file to write; by default the format's usual name, here")
    .option("--package_version <version>", "by default that of the executable")
    .option("--maintainer <text>", "who answers for it: Name <address>")
    .addOption(
      new Option(
        "--compression <name>",
        "of deb and rpm: xz takes a minute or two, gzip seconds, for a third more bytes",
      )
        .choices(["xz", "gzip"])
        .default("xz"),
    )
    .option("--sysroot <folder>", "the system whose C library goes into an image; by default /");
  withRepackFlags(command).examples(
    "fleet package --format deb --from fleet-client",
    "fleet package --format rpm --config client.config --from fleet-linux-arm64",
    "fleet package --format deb --role server",
  );
  withJson(command).action((options: PackageCommandOptions) =>
    run(async () => {
      const { makePackage } = await import("../actions/package.ts");
      return makePackage(terminal, options);
    }),
  );
}
