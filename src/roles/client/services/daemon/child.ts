/**
 * The process of a Daemon service: started with its channel, ended with everything of its group (protocol.md 9).
 *
 * Knows nothing of messages.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { Duplex, Readable } from "node:stream";

import type { DaemonSettings } from "../../../../config/schemas/client-service.ts";
import { FleetError, describeThrown } from "../../../../core/errors.ts";
import { resolveRunAs } from "./run-as.ts";

export interface Child {
  readonly pid: number;
  /** What it writes to the client. */
  readonly input: Readable;
  /** What it reads from the client. */
  readonly output: Duplex;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** How it ended, for a person. */
  readonly exited: Promise<string>;
  /** To every process of its group; one that left it is out of reach. */
  signalGroup(signal: NodeJS.Signals): void;
}

/** Descriptors in the child, as it is told in its environment. */
const inFd = 3;
const outFd = 4;

/** @throws configuration or unavailable when it cannot be started. */
export async function startChild(settings: DaemonSettings, clientId: string): Promise<Child> {
  const [program = "", ...args] = settings.argv;
  const { environment = {}, ...user } =
    settings.runAs === undefined ? {} : resolveRunAs(settings.runAs);
  try {
    const child = spawn(program, args, {
      stdio: [...standardStreams(settings), "pipe", "pipe"],
      env: { ...process.env, ...environment, ...channelEnvironment(clientId) },
      detached: true,
      windowsHide: true,
      ...user,
    });
    const exited = exitOf(child);
    exited.catch(() => {});
    if (child.pid === undefined)
      throw await exited.then(describeThrown, (thrown: unknown) => thrown);
    return describeChild(child, child.pid, exited);
  } catch (thrown) {
    throw new FleetError(
      "unavailable",
      `"${program}" cannot be started: ${describeThrown(thrown)}`,
      {
        hint: "Check argv of the service: the whole path of a program that this user may run.",
        cause: thrown,
      },
    );
  }
}

/** Without std_params nobody reads its output; of its errors the log shows the end. */
function standardStreams({
  attached,
  stdParams,
}: DaemonSettings): ("inherit" | "ignore" | "pipe")[] {
  if (attached) return ["inherit", "inherit", "inherit"];
  return ["ignore", stdParams ? "pipe" : "ignore", "pipe"];
}

function channelEnvironment(clientId: string): Record<string, string> {
  return {
    FLEETSPEAK_COMMS_CHANNEL_INFD: String(inFd),
    FLEETSPEAK_COMMS_CHANNEL_OUTFD: String(outFd),
    FLEETSPEAK_CLIENT_ID: clientId,
  };
}

function describeChild(child: ChildProcess, pid: number, exited: Promise<string>): Child {
  const [output, input] = [child.stdio[inFd], child.stdio[outFd]];
  if (!(output instanceof Duplex) || !(input instanceof Readable)) {
    throw new FleetError("internal", "the pipes of the process are missing");
  }
  const { stdout, stderr } = child;
  return {
    pid,
    input,
    output,
    stdout,
    stderr,
    exited,
    signalGroup: (signal) => signalGroup(child, signal),
  };
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      resolve(signal === null ? `ended with exit status ${code}` : `was ended by ${signal}`);
    });
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
