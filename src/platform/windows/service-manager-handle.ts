/** The service control manager's database, opened by an administrator: calls of advapi32, and their errors. */
import { dlopen } from "bun:ffi";

import { FleetError } from "../../core/errors.ts";
import { addressOf, nothing, wide, win32Errors } from "./win32.ts";

const allAccess = 0xf003f;
const serviceAllAccess = 0xf01ff;
const ownProcess = 0x10;
const startWithMachine = 2;
const errorNormal = 1;
const stopControl = 1;
const noChange = 0xffff_ffff;
const failureActions = 2;
/** SC_ACTION_RESTART */
const restart = 1;
const restartMs = 10_000;
const resetSeconds = 86_400;

/** SERVICE_STATUS.dwCurrentState, as far as it is asked for. */
export const serviceStates = { stopped: 1, running: 4 } as const;

const advapiCalls = {
  OpenSCManagerW: { args: ["u64", "u64", "u32"], returns: "u64" },
  OpenServiceW: { args: ["u64", "u64", "u32"], returns: "u64" },
  CreateServiceW: {
    args: [
      "u64",
      "u64",
      "u64",
      "u32",
      "u32",
      "u32",
      "u32",
      "u64",
      "u64",
      "u64",
      "u64",
      "u64",
      "u64",
    ],
    returns: "u64",
  },
  ChangeServiceConfigW: {
    args: ["u64", "u32", "u32", "u32", "u64", "u64", "u64", "u64", "u64", "u64", "u64"],
    returns: "i32",
  },
  ChangeServiceConfig2W: { args: ["u64", "u32", "u64"], returns: "i32" },
  QueryServiceStatus: { args: ["u64", "u64"], returns: "i32" },
  StartServiceW: { args: ["u64", "u32", "u64"], returns: "i32" },
  ControlService: { args: ["u64", "u32", "u64"], returns: "i32" },
  DeleteService: { args: ["u64"], returns: "i32" },
  CloseServiceHandle: { args: ["u64"], returns: "i32" },
} as const;

function openAdvapi() {
  return dlopen("advapi32.dll", advapiCalls);
}

function openKernel() {
  return dlopen("kernel32.dll", { GetLastError: { args: [], returns: "u32" } });
}

export class ServiceManagerHandle implements Disposable {
  readonly #advapi = openAdvapi();
  readonly #kernel = openKernel();
  #manager = nothing;

  /** @throws refused for a user who is no administrator. */
  static open(): ServiceManagerHandle {
    const opened = new ServiceManagerHandle();
    const { symbols } = opened.#advapi;
    opened.#manager = BigInt(symbols.OpenSCManagerW(nothing, nothing, allAccess));
    if (opened.#manager !== nothing) return opened;
    const failure = opened.#kernel.symbols.GetLastError();
    opened[Symbol.dispose]();
    throw new FleetError("refused", `cannot open the service control manager: error ${failure}`, {
      hint: "Run the same command as an administrator.",
    });
  }

  /** @returns undefined where there is no such service. */
  state(name: string): number | undefined {
    return this.#withService(name, (service) => {
      const status = new Uint32Array(7);
      const done = this.#advapi.symbols.QueryServiceStatus(service, addressOf(status));
      this.#check(done, `ask for the state of ${name}`);
      return status[1];
    });
  }

  /** Makes the service, or changes the command of the one that is there. It is started again when it fails. */
  define(name: string, command: string): void {
    const path = wide(command);
    const changed = this.#withService(name, (service) => {
      const { symbols } = this.#advapi;
      const done = symbols.ChangeServiceConfigW(
        ...([service, noChange, startWithMachine, noChange] as const),
        ...([addressOf(path), nothing, nothing, nothing, nothing, nothing, nothing] as const),
      );
      this.#check(done, `change the service ${name}`);
      this.#restartWhenFailed(service);
      return true;
    });
    if (!changed) this.#create(name, path);
  }

  start(name: string): void {
    this.#withService(name, (service) => {
      this.#check(this.#advapi.symbols.StartServiceW(service, 0, nothing), `start ${name}`);
    });
  }

  stop(name: string): void {
    this.#withService(name, (service) => {
      const status = new Uint32Array(7);
      const { symbols } = this.#advapi;
      if (symbols.ControlService(service, stopControl, addressOf(status)) !== 0) return;
      const failure = this.#kernel.symbols.GetLastError();
      if (failure !== win32Errors.serviceNotActive) throw failed(`stop ${name}`, failure);
    });
  }

  remove(name: string): void {
    this.#withService(name, (service) => {
      this.#check(this.#advapi.symbols.DeleteService(service), `remove the service ${name}`);
    });
  }

  [Symbol.dispose](): void {
    if (this.#manager !== nothing) this.#advapi.symbols.CloseServiceHandle(this.#manager);
    this.#advapi.close();
    this.#kernel.close();
  }

  #create(name: string, path: Buffer): void {
    const wideName = wide(name);
    const description = wide("Fleetspeak client (fleet)");
    const service = BigInt(
      this.#advapi.symbols.CreateServiceW(
        ...([
          this.#manager,
          addressOf(wideName),
          addressOf(description),
          serviceAllAccess,
        ] as const),
        ...([ownProcess, startWithMachine, errorNormal, addressOf(path)] as const),
        ...([nothing, nothing, nothing, nothing, nothing] as const),
      ),
    );
    this.#check(service === nothing ? 0 : 1, `make the service ${name}`);
    this.#restartWhenFailed(service);
    this.#advapi.symbols.CloseServiceHandle(service);
  }

  /** SERVICE_FAILURE_ACTIONSW with one SC_ACTION, which counts for each failure after it too. */
  #restartWhenFailed(service: bigint): void {
    const action = Uint32Array.of(restart, restartMs);
    const actions = BigUint64Array.of(
      BigInt(resetSeconds),
      nothing,
      nothing,
      1n,
      addressOf(action),
    );
    const { symbols } = this.#advapi;
    const done = symbols.ChangeServiceConfig2W(service, failureActions, addressOf(actions));
    this.#check(done, "have the service restarted when it fails");
  }

  #withService<T>(name: string, work: (service: bigint) => T): T | undefined {
    const { symbols } = this.#advapi;
    const wideName = wide(name);
    const service = BigInt(
      symbols.OpenServiceW(this.#manager, addressOf(wideName), serviceAllAccess),
    );
    if (service === nothing) {
      const failure = this.#kernel.symbols.GetLastError();
      if (failure === win32Errors.serviceDoesNotExist) return undefined;
      throw failed(`open the service ${name}`, failure);
    }
    try {
      return work(service);
    } finally {
      symbols.CloseServiceHandle(service);
    }
  }

  #check(done: number, action: string): void {
    if (done !== 0) return;
    throw failed(action, this.#kernel.symbols.GetLastError());
  }
}

function failed(action: string, failure: number): FleetError {
  return new FleetError("unavailable", `cannot ${action}: Windows says error ${failure}`, {
    hint: `net helpmsg ${failure} says what that is.`,
  });
}
