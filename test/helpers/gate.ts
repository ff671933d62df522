/**
 * A TCP gate before a server, which can be shut for what clients send: they still hear the server, and it hears nothing.
 */
import net, { type Socket } from "node:net";

import { parseHostPort } from "../../src/net/address.ts";

export class Gate implements AsyncDisposable {
  readonly #server: net.Server;
  readonly #near = new Set<Socket>();
  #isShut = false;
  /** In one connection, from the server; undefined: any number. */
  #shutAtBytes: number | undefined;

  private constructor(target: string) {
    this.#server = net.createServer((near) => this.#join(near, target));
  }

  static async open(target: string): Promise<Gate> {
    const gate = new Gate(target);
    await new Promise<void>((resolve) => gate.#server.listen(0, "127.0.0.1", resolve));
    return gate;
  }

  /** "host:port" */
  get address(): string {
    const address = this.#server.address();
    return `127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`;
  }

  get isShut(): boolean {
    return this.#isShut;
  }

  /** Shuts as soon as the server has sent so many bytes in one connection. */
  shutAtAnswer(bytes: number): void {
    this.#shutAtBytes = bytes;
  }

  /** From now on nothing that clients send goes through. */
  shut(): void {
    this.#isShut = true;
    for (const near of this.#near) near.pause();
  }

  /** Ends the connections that were held, and lets new ones through. */
  reopen(): void {
    this.#isShut = false;
    this.#shutAtBytes = undefined;
    for (const near of this.#near) near.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const near of this.#near) near.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket, target: string): void {
    const far = net.connect(parseHostPort(target));
    this.#near.add(near);
    near.on("data", (chunk: Buffer) => far.write(chunk));
    let answered = 0;
    far.on("data", (chunk: Buffer) => {
      answered += chunk.length;
      if (answered >= (this.#shutAtBytes ?? Infinity)) this.shut();
      near.write(chunk);
    });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => {});
      from.on("close", () => {
        this.#near.delete(near);
        to.destroy();
      });
    }
    if (this.#isShut) near.pause();
  }
}
