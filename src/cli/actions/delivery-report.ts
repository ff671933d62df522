/** What became of messages to many clients: told as it happens, then as totals. */
import { FleetError, toFleetError } from "../../core/errors.ts";
import type { ClientId, MessageId } from "../../core/ids.ts";
import type { AdminClient } from "../server/admin-client.ts";
import { formatJsonLine, showRemark } from "../terminal/text.ts";
import { Interruption, type Terminal } from "../terminal/terminal.ts";

export interface Delivery {
  readonly clientId: ClientId;
  readonly messageId: MessageId;
  /**
   * not_sent: nobody tried; unanswered: the server was gone before it said whether it stored the message; sent: stored by the server; pending: sent, and not processed when the
   * time was over.
   */
  status: "not_sent" | "unanswered" | "sent" | "pending" | "processed" | "failed";
  error: string | undefined;
}

/** What the steps of a sending share. */
export interface Sending {
  readonly terminal: Terminal;
  readonly admin: AdminClient;
  readonly deliveries: readonly Delivery[];
  readonly report: DeliveryReport;
}

type Status = Delivery["status"];

/** Failures that are told one by one; all of them are in --json. */
const shownFailures = 20;
/** What would happen to every other message, too. */
const endsAll = ["unavailable", "deadline_exceeded", "unauthenticated", "refused"];
const pendingExitCode = new FleetError("deadline_exceeded", "").exitCode;

export class DeliveryReport {
  readonly #terminal: Terminal;
  readonly #deliveries: readonly Delivery[];
  readonly #json: boolean;
  readonly #settled = new Set<Delivery>();
  #failures = 0;

  constructor(terminal: Terminal, deliveries: readonly Delivery[], json: boolean) {
    this.#terminal = terminal;
    this.#deliveries = deliveries;
    this.#json = json;
  }

  /** For a progress line; empty when all is well. */
  get note(): string {
    return this.#failures === 0 ? "" : `${this.#failures} failed`;
  }

  /** Keeps why a message could not be sent. @throws it when it concerns the server and not this client. */
  failed(delivery: Delivery, thrown: unknown): void {
    delivery.status = "unanswered";
    if (thrown instanceof Interruption) throw thrown;
    const error = toFleetError(thrown);
    if (endsAll.includes(error.code)) throw error;
    delivery.status = "failed";
    delivery.error = error.message;
  }

  /** Nothing more will happen to it. */
  settled(delivery: Delivery): void {
    if (this.#settled.has(delivery)) return;
    this.#settled.add(delivery);
    if (delivery.status === "failed") this.#failures += 1;
    if (this.#json) void this.#terminal.write(formatJsonLine(deliveryJson(delivery)));
  }

  /** Tells the failures and the totals. @param waited whether it was to be known that messages were processed. */
  async finish(waited: boolean): Promise<void> {
    for (const delivery of this.#deliveries) {
      if (waited && delivery.status === "sent") delivery.status = "pending";
      this.settled(delivery);
    }
    if (!this.#json) await this.#tellFailures();
    const totals = `${this.#totals(waited)}\n`;
    await (this.#json ? this.#terminal.writeError(totals) : this.#terminal.write(totals));
  }

  /** 0, 1 when something failed, 5 when nothing did and something is still pending. */
  get exitCode(): number {
    if (this.#count("failed", "not_sent", "unanswered") > 0) return 1;
    return this.#count("pending") > 0 ? pendingExitCode : 0;
  }

  async #tellFailures(): Promise<void> {
    const failures = this.#deliveries.filter(({ status }) => status === "failed");
    for (const { clientId, error } of failures.slice(0, shownFailures))
      await this.#terminal.writeError(`${clientId} failed: ${showRemark(error ?? "")}\n`);
    const more = failures.length - shownFailures;
    if (more > 0) await this.#terminal.writeError(`and ${more} more; --json lists them all\n`);
  }

  #totals(waited: boolean): string {
    const shown: readonly Status[] = waited
      ? ["processed", "pending", "failed", "unanswered", "not_sent"]
      : ["sent", "failed", "unanswered", "not_sent"];
    const [first, ...others] = shown.map((status) => ({ status, count: this.#count(status) }));
    const parts = others.filter(({ count }) => count > 0);
    const texts = parts.map(({ status, count }) => `, ${count} ${status.replace("_", " ")}`);
    return `${first?.count ?? 0} of ${this.#deliveries.length} ${first?.status ?? ""}${texts.join("")}`;
  }

  #count(...wanted: readonly Status[]): number {
    return this.#deliveries.filter(({ status }) => wanted.includes(status)).length;
  }
}

/** `state`, as in fleet message status. */
function deliveryJson({ clientId, messageId, status: state, error }: Delivery) {
  return { client_id: clientId, message_id: messageId, state, error };
}
