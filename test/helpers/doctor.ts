/** `fleet doctor` of the compiled file, and what it finds. */
import { type RunOptions, runBinary } from "./binary.ts";

export interface Found {
  readonly role: "client" | "server";
  readonly check: string;
  readonly status: "ok" | "warn" | "fail";
  readonly text: string;
  readonly fix?: string;
}

export interface DoctorRun {
  readonly exitStatus: number;
  readonly found: readonly Found[];
  /** "fail tcp", "warn clock": sorted, each once; what is ok is left out. */
  readonly complaints: readonly string[];
  /** The only finding of this check that is not ok, or else the only one. */
  readonly of: (check: string) => Found;
  /** The whole output. */
  readonly output: string;
}

export async function runDoctor(
  args: readonly string[],
  options: RunOptions = {},
): Promise<DoctorRun> {
  const { status, stdout, stderr } = await runBinary(["doctor", ...args, "--json"], options);
  if (!stdout.startsWith("{")) throw new Error(`no JSON: ${stdout}${stderr}`);
  const { checks: found } = JSON.parse(stdout) as { checks: Found[] };
  const bad = found.filter((one) => one.status !== "ok");
  for (const { text, fix = "" } of bad) if (fix === "") throw new Error(`without a fix: ${text}`);
  const complaints = [...new Set(bad.map((one) => `${one.status} ${one.check}`))].toSorted();
  const of = (check: string) => {
    const all = found.filter((one) => one.check === check);
    const [first] = [...all.filter((one) => one.status !== "ok"), ...all];
    if (!first) throw new Error(`no ${check} in ${stdout}`);
    return first;
  };
  return { exitStatus: status, found, complaints, of, output: stdout + stderr };
}
