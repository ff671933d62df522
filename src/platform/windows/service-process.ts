/**
 * This process as a Windows service: it answers the service control manager, which starts it and asks it to stop.
 *
 * StartServiceCtrlDispatcherW keeps its thread until the service has stopped. It takes one pointer and returns a number, as
 * a thread does, and is one here. What it calls back comes to the event loop from its threads.
 */
import { FFIType, JSCallback, dlopen } from "bun:ffi";

import type { ServiceManager, ServiceState } from "../service/service-manager.ts";
import { addressOf, asPointer, nothing, wide } from "./win32.ts";

const ownProcess = 0x10;
const acceptStopAndShutdown = 1 | 4;
const states = { stopped: 1, starting: 2, stopping: 3, ready: 4 } as const;
type Reported = keyof typeof states;
const stopControls = new Set([1, 5]);
/** What the manager waits for a start or a stop at most. */
const waitHintMs = 60_000;

/**
 * Connects to the manager that started this process. Has to be called soon after the start.
 * @param onStop called once, when the service is to stop.
 */
export function connectToServiceManager(name: string, onStop: () => void): ServiceManager {
  const service = new WindowsService(name, onStop);
  return { watchdogMs: undefined, tell: (state) => Promise.resolve(service.tell(state)) };
}

class WindowsService {
  readonly #name: Buffer;
  readonly #advapi = dlopen("advapi32.dll", {
    RegisterServiceCtrlHandlerW: { args: ["u64", "ptr"], returns: "u64" },
    SetServiceStatus: { args: ["u64", "u64"], returns: "i32" },
  });
  readonly #kernel = dlopen("kernel32.dll", {
    GetModuleHandleW: { args: ["u64"], returns: "u64" },
    GetProcAddress: { args: ["u64", "u64"], returns: "u64" },
    CreateThread: { args: ["u64", "u64", "u64", "u64", "u32", "u64"], returns: "u64" },
  });
  /** Kept as long as the manager may call them, which is until the process ends. */
  readonly #main: JSCallback;
  readonly #control: JSCallback;
  readonly #table: BigUint64Array;
  #handle = nothing;
  #state: Reported = "starting";

  constructor(name: string, onStop: () => void) {
    this.#name = wide(name);
    const threadsafe = true;
    this.#main = new JSCallback(() => this.#started(), {
      args: [FFIType.u32, FFIType.u64],
      returns: FFIType.void,
      threadsafe,
    });
    this.#control = new JSCallback(
      (control: number) => {
        if (stopControls.has(control)) onStop();
      },
      { args: [FFIType.u32], returns: FFIType.void, threadsafe },
    );
    // SERVICE_TABLE_ENTRYW: name and function; the last is all zeros.
    const main = BigInt(this.#main.ptr ?? 0);
    this.#table = BigUint64Array.of(addressOf(this.#name), main, 0n, 0n);
    this.#dispatch();
  }

  tell(state: ServiceState): void {
    if (state === "alive") return;
    this.#state = state;
    this.#report();
  }

  #dispatch(): void {
    const { symbols } = this.#kernel;
    const advapi = wide("advapi32.dll");
    const library = symbols.GetModuleHandleW(addressOf(advapi));
    const name = Buffer.from("StartServiceCtrlDispatcherW\0", "latin1");
    const dispatcher = symbols.GetProcAddress(library, addressOf(name));
    symbols.CreateThread(nothing, nothing, dispatcher, addressOf(this.#table), 0, nothing);
  }

  #started(): void {
    const control = asPointer(BigInt(this.#control.ptr ?? 0));
    const { symbols } = this.#advapi;
    this.#handle = BigInt(symbols.RegisterServiceCtrlHandlerW(addressOf(this.#name), control));
    this.#report();
  }

  /** SERVICE_STATUS */
  #report(): void {
    // The manager has not called yet; it hears of it then.
    if (this.#handle === nothing) return;
    const isWaiting = this.#state === "starting" || this.#state === "stopping";
    const accepted = this.#state === "ready" ? acceptStopAndShutdown : 0;
    const status = Uint32Array.of(
      ...[ownProcess, states[this.#state], accepted, 0, 0],
      ...[0, isWaiting ? waitHintMs : 0],
    );
    this.#advapi.symbols.SetServiceStatus(this.#handle, addressOf(status));
  }
}
