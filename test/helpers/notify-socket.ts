/** A socket in systemd's place that keeps what is sent to it (Linux). */
import { dlopen, ptr } from "bun:ffi";

import { libcName } from "../../src/platform/libc.ts";
import { waitFor } from "./wait-for.ts";

const unixFamily = 1;
const datagram = 2;
const doNotWait = 0x40;

export class NotifySocket implements Disposable {
  /** For NOTIFY_SOCKET. */
  readonly path: string;
  readonly #libc = dlopen(libcName(), {
    socket: { args: ["i32", "i32", "i32"], returns: "i32" },
    bind: { args: ["i32", "ptr", "u32"], returns: "i32" },
    recv: { args: ["i32", "ptr", "u64", "i32"], returns: "i64" },
    close: { args: ["i32"], returns: "i32" },
  });
  readonly #descriptor: number;
  readonly #buffer = Buffer.alloc(4096);
  #text = "";

  /** @param path a path, or a name of the abstract namespace after "@". */
  constructor(path: string) {
    this.path = path;
    const name = Buffer.from(path);
    if (path.startsWith("@")) name[0] = 0;
    const address = Buffer.concat([Buffer.from([unixFamily, 0]), name]);
    this.#descriptor = this.#libc.symbols.socket(unixFamily, datagram, 0);
    const bound = this.#libc.symbols.bind(this.#descriptor, ptr(address), address.length);
    if (bound !== 0) throw new Error(`cannot bind ${path}`);
  }

  /** Everything that has come, as lines. */
  lines(): string[] {
    for (;;) {
      const { symbols } = this.#libc;
      const bytes = symbols.recv(this.#descriptor, ptr(this.#buffer), 4096, doNotWait);
      if (bytes <= 0) break;
      this.#text += this.#buffer.subarray(0, Number(bytes)).toString();
    }
    return this.#text.split("\n").filter((line) => line !== "");
  }

  async waitForLine(line: string, count = 1): Promise<void> {
    await waitFor(() => this.lines().filter((each) => each === line).length >= count, {
      what: `${count} × ${line}`,
      deadlineMs: 10_000,
    });
  }

  [Symbol.dispose](): void {
    this.#libc.symbols.close(this.#descriptor);
    this.#libc.close();
  }
}
