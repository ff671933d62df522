/**
 * Counts messages as they are written: what a transaction changes is added up and written just before its commit, a row
 * for each tally. A call that fails leaves no counts, and neither does a commit that does.
 */
import { countedName, dayOf, type CountedName, type NamesOfDay } from "../counted-names.ts";
import { otherName, type MessageDirection, type MessageState } from "../reports.ts";
import type { Participant } from "./group-commit.ts";
import type { Query, Session } from "./session.ts";

export type TallyRow = number;

/** By how much a tally's figures grow. */
type Change = { -readonly [Figure in "stored" | "processed" | "failed"]: number };

/** Days whose names are kept in memory: today, and those of which old messages are just coming in. */
const maxDays = 4;

export class Tallies implements Participant {
  readonly #day: Query<{ tally: number; to_client: number; service: string; message_type: string }>;
  readonly #insert: Query<unknown>;
  readonly #add: Query<unknown>;
  readonly #days = new Map<number, DayOfTallies>();
  /** Of the call that is running. */
  readonly #call = new Map<TallyRow, Change>();
  /** Of the calls of this transaction that did not fail. */
  readonly #turn = new Map<TallyRow, Change>();
  /** Whether the call has made tallies: #days names them already. */
  #callMadeSome = false;

  constructor(session: Session) {
    this.#day = session.prepare(
      "SELECT tally, to_client, service, message_type FROM tally_rows WHERE day = ?",
    );
    this.#insert = session.prepare(
      "INSERT INTO tally_rows (day, to_client, service, message_type) VALUES (?, ?, ?, ?)",
    );
    this.#add = session.prepare(
      `UPDATE tally_rows SET stored = stored + ?1, processed = processed + ?2, failed = failed + ?3, kept = kept + ?1
       WHERE tally = ?4`,
    );
    session.takePart(this);
  }

  /** The tally of a message that is about to be stored. Only inside a write. */
  of(
    creationSeconds: number,
    toClient: boolean,
    serviceName: string,
    messageType: string,
  ): TallyRow {
    const number = dayOf(creationSeconds);
    const day = this.#days.get(number) ?? this.#load(number);
    const direction = toClient ? "to_client" : "to_server";
    return (
      day.find(direction, serviceName, messageType) ??
      this.#make(number, day, {
        direction,
        serviceName,
        messageType,
      })
    );
  }

  stored(tally: TallyRow, state: MessageState): void {
    const change = this.#changeOf(this.#call, tally);
    change.stored += 1;
    if (state !== "pending") change[state] += 1;
  }

  /** @param count messages that had the one state and now have the other. */
  moved(tally: TallyRow, from: MessageState, to: MessageState, count: number): void {
    const change = this.#changeOf(this.#call, tally);
    if (from !== "pending") change[from] -= count;
    if (to !== "pending") change[to] += count;
  }

  callDone(): void {
    for (const [tally, { stored, processed, failed }] of this.#call) {
      const change = this.#changeOf(this.#turn, tally);
      change.stored += stored;
      change.processed += processed;
      change.failed += failed;
    }
    this.#call.clear();
    this.#callMadeSome = false;
  }

  callUndone(): void {
    this.#call.clear();
    if (this.#callMadeSome) this.#days.clear();
    this.#callMadeSome = false;
  }

  beforeCommit(): void {
    for (const [tally, { stored, processed, failed }] of this.#turn)
      this.#add.run(stored, processed, failed, tally);
    this.#turn.clear();
  }

  transactionUndone(): void {
    this.#call.clear();
    this.#turn.clear();
    this.#days.clear();
    this.#callMadeSome = false;
  }

  #changeOf(changes: Map<TallyRow, Change>, tally: TallyRow): Change {
    let change = changes.get(tally);
    if (change === undefined) {
      change = { stored: 0, processed: 0, failed: 0 };
      changes.set(tally, change);
    }
    return change;
  }

  #load(number: number): DayOfTallies {
    const day = new DayOfTallies();
    for (const { tally, to_client, service, message_type } of this.#day.all(number))
      day.add(to_client === 1 ? "to_client" : "to_server", service, message_type, tally);
    const [oldest] = this.#days.keys();
    if (this.#days.size >= maxDays && oldest !== undefined) this.#days.delete(oldest);
    this.#days.set(number, day);
    return day;
  }

  #make(number: number, day: DayOfTallies, wanted: CountedName): TallyRow {
    const { direction, serviceName, messageType } = countedName(wanted, day);
    const present = day.find(direction, serviceName, messageType);
    if (present !== undefined) return present;
    const toClient = direction === "to_client" ? 1 : 0;
    const { lastInsertRowid } = this.#insert.run(number, toClient, serviceName, messageType);
    const tally = Number(lastInsertRowid);
    this.#callMadeSome = true;
    day.add(direction, serviceName, messageType, tally);
    return tally;
  }
}

/** Direction → service → type → tally. */
class DayOfTallies implements NamesOfDay {
  readonly #services = {
    to_client: new Map<string, Map<string, TallyRow>>(),
    to_server: new Map<string, Map<string, TallyRow>>(),
  };
  total = 0;

  find(
    direction: MessageDirection,
    serviceName: string,
    messageType: string,
  ): TallyRow | undefined {
    return this.#services[direction].get(serviceName)?.get(messageType);
  }

  add(
    direction: MessageDirection,
    serviceName: string,
    messageType: string,
    tally: TallyRow,
  ): void {
    const services = this.#services[direction];
    const types = services.get(serviceName) ?? new Map<string, TallyRow>();
    services.set(serviceName, types.set(messageType, tally));
    if (messageType !== otherName) this.total += 1;
  }

  has({ direction, serviceName, messageType }: CountedName): boolean {
    return this.find(direction, serviceName, messageType) !== undefined;
  }

  types(direction: MessageDirection, serviceName: string): number {
    const types = this.#services[direction].get(serviceName);
    return types === undefined ? 0 : types.size - (types.has(otherName) ? 1 : 0);
  }
}
