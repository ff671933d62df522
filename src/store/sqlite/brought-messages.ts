/**
 * How many messages of those that are kept each contact brought: added up for a transaction, and written before its
 * commit. A contact that messages still name is not forgotten; an index for that would be written once for each message.
 */
import type { ContactId } from "../records.ts";
import type { Participant } from "./group-commit.ts";
import type { Query, Session } from "./session.ts";

export class BroughtMessages implements Participant {
  readonly #add: Query<unknown>;
  /** Of the call that is running. */
  readonly #call = new Map<ContactId, number>();
  /** Of the calls of this transaction that did not fail. */
  readonly #turn = new Map<ContactId, number>();

  constructor(session: Session) {
    this.#add = session.prepare(
      "UPDATE contact_rows SET messages = messages + ? WHERE contact = ?",
    );
    session.takePart(this);
  }

  /** A message is being stored. Only inside a write. */
  stored(contactId: ContactId): void {
    this.#call.set(contactId, (this.#call.get(contactId) ?? 0) + 1);
  }

  /** Messages were removed, brought by these contacts: written at once, their contacts may be next. Only inside a write. */
  removed(contactIds: readonly (ContactId | null)[]): void {
    const counts = new Map<ContactId, number>();
    for (const contactId of contactIds)
      if (contactId !== null) counts.set(contactId, (counts.get(contactId) ?? 0) + 1);
    for (const [contactId, count] of counts) this.#add.run(-count, contactId);
  }

  callDone(): void {
    for (const [contactId, count] of this.#call)
      this.#turn.set(contactId, (this.#turn.get(contactId) ?? 0) + count);
    this.#call.clear();
  }

  callUndone(): void {
    this.#call.clear();
  }

  beforeCommit(): void {
    for (const [contactId, count] of this.#turn) this.#add.run(count, contactId);
    this.#turn.clear();
  }

  transactionUndone(): void {
    this.#call.clear();
    this.#turn.clear();
  }
}
