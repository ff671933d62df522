/** The platforms that fleet is built for, each with the npm package of its runtime. */

export interface Target {
  /** "linux-x64-musl": what the name of its file ends with. */
  readonly name: string;
  /** As Bun calls it. */
  readonly bunTarget: Bun.Build.CompileTarget;
  /** The npm package of its runtime. */
  readonly runtime: string;
  /** What the file name ends with. */
  readonly suffix: "" | ".exe";
}

/** With the C library of most distributions first: the first that fits is a machine's own. */
export const targets: readonly Target[] = [
  makeTarget("linux", "x64"),
  makeTarget("linux", "x64", "-musl"),
  makeTarget("linux", "arm64"),
  makeTarget("linux", "arm64", "-musl"),
  makeTarget("windows", "x64"),
  makeTarget("windows", "arm64"),
  makeTarget("darwin", "x64"),
  makeTarget("darwin", "arm64"),
];

/** "fleet-windows-x64.exe" */
export function releaseFileName({ name, suffix }: Target): string {
  return `fleet-${name}${suffix}`;
}

/** @throws when this machine is of a kind that there is no runtime for. */
export function targetOfThisMachine(): Target {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const own = targets.find(({ name }) => name === `${os}-${process.arch}`);
  if (own) return own;
  const names = targets.map(({ name }) => name).join(", ");
  throw new Error(`there is no runtime for ${os}-${process.arch}: build on one of ${names}`);
}

function makeTarget(
  os: "linux" | "windows" | "darwin",
  cpu: "x64" | "arm64",
  libc: "" | "-musl" = "",
): Target {
  const packageCpu = cpu === "arm64" ? "aarch64" : cpu;
  return {
    name: `${os}-${cpu}${libc}`,
    bunTarget: `bun-${os}-${cpu}${libc}` as Bun.Build.CompileTarget,
    runtime: `@oven/bun-${os}-${packageCpu}${libc}`,
    suffix: os === "windows" ? ".exe" : "",
  };
}
