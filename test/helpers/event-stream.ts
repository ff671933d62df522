/** Server-sent events as a script reads them: everything that came so far, and whether it is over. */
import { expect } from "bun:test";

import { waitFor } from "./wait-for.ts";

export class EventStream implements Disposable {
  /** All of it, heartbeats and comments too. */
  text = "";
  over = false;
  readonly #stop = new AbortController();

  /** Resolves once the first bytes are there. */
  static async open(
    url: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<EventStream> {
    const stream = new EventStream();
    const response = await fetch(url, { headers, signal: stream.#stop.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    void stream.#read(response);
    await waitFor(() => stream.text.includes("\n\n"), { what: "the first bytes" });
    return stream;
  }

  /** The frames that are events, as field and value. */
  get frames(): Record<string, string>[] {
    return this.text
      .split("\n\n")
      .map((frame) =>
        Object.fromEntries(
          frame.split("\n").map((line) => {
            const colon = line.indexOf(": ");
            return [line.slice(0, colon), line.slice(colon + 2)];
          }),
        ),
      )
      .filter(({ data }) => data !== undefined);
  }

  [Symbol.dispose](): void {
    this.#stop.abort();
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        this.text += decoder.decode(chunk, { stream: true });
      }
    } catch {
      // A connection that was cut is as over as one that was ended.
    }
    this.over = true;
  }
}
