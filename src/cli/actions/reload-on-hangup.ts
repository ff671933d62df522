/** SIGHUP: reads the configuration again, and says in the log what is wrong with it, line by line. */
import { FleetError, toFleetError } from "../../core/errors.ts";
import type { Log } from "../../observability/log.ts";

type Reload = () => Promise<void>;

export interface Hangups {
  /** From now on each signal reloads these one after the other, also one that came before; never two at once. */
  serve(...reloads: readonly Reload[]): void;
}

/** Has to be called before the program says that it runs: a signal would end it. */
export function catchHangups(log: Log): Hangups {
  let reloads: readonly Reload[] = [];
  let isWanted = false;
  let isRunning = false;
  const run = async () => {
    if (isRunning || reloads.length === 0) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      for (const reload of reloads) {
        await reload().catch((thrown: unknown) => reportFaults(log, thrown));
      }
    }
    isRunning = false;
  };
  process.on("SIGHUP", () => {
    isWanted = true;
    void run();
  });
  return {
    serve(...given) {
      reloads = given;
      void run();
    },
  };
}

/** Runs both loaders, so that what is wrong with one file does not hide what is wrong with the other. */
export function loadBoth<First, Second>(
  loadFirst: () => First,
  loadSecond: () => Second,
): [First, Second] {
  let first: First;
  try {
    first = loadFirst();
  } catch (thrown) {
    throw withFaultsOf(loadSecond, toFleetError(thrown));
  }
  return [first, loadSecond()];
}

function withFaultsOf(load: () => unknown, first: FleetError): FleetError {
  try {
    load();
    return first;
  } catch (thrown) {
    const { message } = toFleetError(thrown);
    return new FleetError("configuration", `${first.message}\n${message}`, {
      hint: "Correct both files; fleet config check FILE says what is wrong with one.",
    });
  }
}

function reportFaults(log: Log, thrown: unknown): void {
  const { message, hint } = toFleetError(thrown);
  for (const fault of message.split("\n")) log.error("not reloaded: {fault}", { fault });
  if (hint !== undefined) log.error("hint: {hint}", { hint });
}
