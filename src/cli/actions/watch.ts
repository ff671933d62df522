/** fleet watch: the live feed of a server, a line for each event, for as long as somebody looks. */
import { type ErrorCode, FleetError, toFleetError } from "../../core/errors.ts";
import { isEventType, liveEventTypes } from "../../core/live-event.ts";
import { type InputOf, apiStream } from "../../roles/admin/api/grpc-methods.ts";
import type { ServerChoice } from "../command.ts";
import { connect, resolveClientIds } from "../server/connect.ts";
import { showLine } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { EventLines } from "./event-lines.ts";

export interface WatchOptions extends ServerChoice {
  readonly type?: readonly string[];
  readonly client?: readonly string[];
  readonly service?: readonly string[];
  readonly since?: string;
  readonly json?: boolean;
}

type Filter = Omit<InputOf<"watch_events">, "after">;

const firstPauseMs = 200;
const maxPauseMs = 5_000;

/** Stands for the place of a watcher that has seen no event: going on from there gives a reset. */
const nowhere = "no-event-seen";

/** What waiting does not cure. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  "invalid_argument",
  "unauthenticated",
  "refused",
  "configuration",
]);

/** Ended by Ctrl-C: a server that goes away is waited for. @throws what the first try fails by. */
export async function watchEvents(terminal: Terminal, options: WatchOptions): Promise<void> {
  checkTypes(options.type ?? []);
  const watch = new Watch(terminal, options, await filterOf(terminal, options));
  await watch.run();
}

/** Said before the server is asked: it is the same on each. */
function checkTypes(types: readonly string[]): void {
  const unknown = types.find((type) => !isEventType(type));
  if (unknown === undefined) return;
  throw new FleetError("invalid_argument", `"${unknown}" is no type of event`, {
    hint: `Types: ${liveEventTypes.join(", ")}; or what stands before the dot.`,
  });
}

async function filterOf(terminal: Terminal, options: WatchOptions): Promise<Filter> {
  const { type = [], client = [], service = [] } = options;
  const filter = { types: [...type], client_ids: [], service_names: [...service] };
  if (client.length === 0) return filter;
  using admin = connect(options, terminal);
  return { ...filter, client_ids: await resolveClientIds(admin, client) };
}

class Watch {
  readonly #terminal: Terminal;
  readonly #options: WatchOptions;
  readonly #filter: Filter;
  /** The last event that was seen. */
  #after: string | undefined;
  #wasConnected = false;
  #isLost = false;
  #pauseMs = firstPauseMs;

  constructor(terminal: Terminal, options: WatchOptions, filter: Filter) {
    this.#terminal = terminal;
    this.#options = options;
    this.#filter = filter;
    this.#after = options.since;
  }

  async run(): Promise<never> {
    const { clock, interrupted } = this.#terminal;
    await using lines = new EventLines(this.#terminal, this.#options.json ?? false);
    for (;;) {
      const reason = await this.#follow(lines);
      await lines.flush();
      await this.#noteLost(reason);
      await clock.sleep(this.#pauseMs, interrupted);
      this.#pauseMs = Math.min(2 * this.#pauseMs, maxPauseMs);
    }
  }

  /** One connection, to its end. @returns why it ended. */
  async #follow(lines: EventLines): Promise<string> {
    // Found anew each time: a server that was restarted may listen elsewhere.
    using admin = connect(this.#options, this.#terminal);
    try {
      const after = this.#after ?? (this.#wasConnected ? nowhere : undefined);
      const input = { ...this.#filter, ...(after !== undefined && { after }) };
      const events = await admin.open(apiStream("watch_events"), input);
      await this.#noteConnected();
      for await (const event of events) {
        await lines.show(event);
        this.#after = event.id;
      }
      return "the server ended the stream";
    } catch (thrown) {
      this.#terminal.interrupted.throwIfAborted();
      const error = toFleetError(thrown);
      if (!this.#wasConnected || lasting.has(error.code) || error !== thrown) throw thrown;
      return error.message;
    }
  }

  async #noteConnected(): Promise<void> {
    if (this.#isLost) await this.#terminal.writeError("connected again\n");
    this.#isLost = false;
    this.#wasConnected = true;
    this.#pauseMs = firstPauseMs;
  }

  async #noteLost(reason: string): Promise<void> {
    if (this.#isLost) return;
    this.#isLost = true;
    await this.#terminal.writeError(`${showLine(reason)}: waiting for it to come back\n`);
  }
}
