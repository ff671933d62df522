/**
 * The chain of sequencing nonces of a client's contacts, as places in a picture. Each contact repeats what the server sent
 * at the one before; a contact that repeats an older one comes from a copy or a restored state. Pure.
 */

export interface ChainContact {
  readonly sent_nonce: string;
  readonly received_nonce: string;
}

export interface ChainKnot {
  /** 0 is the newest. */
  readonly row: number;
  /** 0 is the lane of the newest contact; each further lane is a history of its own. */
  readonly lane: number;
  readonly kind: "continues" | "first" | "splits" | "unknown";
  /** The row of the contact that it goes on from, where that is shown. */
  readonly parent: number | undefined;
}

/** @param contacts newest first. */
export function layoutChain(contacts: readonly ChainContact[]): ChainKnot[] {
  const heads = new Map<number, number>();
  const knots: ChainKnot[] = [];
  let lanes = 0;
  for (let row = contacts.length - 1; row >= 0; row -= 1) {
    const { received_nonce: received } = contacts[row] ?? { received_nonce: "" };
    const parent = findParent(contacts, row, received);
    const parentLane = knots.find((knot) => knot.row === parent)?.lane;
    const continues = parentLane !== undefined && heads.get(parentLane) === parent;
    const lane = continues ? parentLane : lanes++;
    heads.set(lane, row);
    knots.push({ row, lane, parent, kind: judge(contacts, row, received, parent) });
  }
  return renumber(knots);
}

/** The nearest older contact whose nonce it repeats. */
function findParent(contacts: readonly ChainContact[], row: number, received: string) {
  if (isNone(received)) return undefined;
  const found = contacts.findIndex((other, index) => index > row && other.sent_nonce === received);
  return found === -1 ? undefined : found;
}

function judge(
  contacts: readonly ChainContact[],
  row: number,
  received: string,
  parent: number | undefined,
): ChainKnot["kind"] {
  if (parent === row + 1) return "continues";
  if (parent !== undefined) return "splits";
  if (isNone(received)) return row === contacts.length - 1 ? "first" : "splits";
  // What it goes on from may be older than what is shown; that of any other is not.
  return row === contacts.length - 1 ? "unknown" : "splits";
}

/** A client that has had no contact yet, or has lost its state, sends nothing. */
function isNone(nonce: string): boolean {
  return /^0*$/.test(nonce);
}

/** The newest contact's lane comes first. */
function renumber(knots: readonly ChainKnot[]): ChainKnot[] {
  const order = new Map<number, number>();
  const newestFirst = knots.toReversed();
  for (const { lane } of newestFirst) if (!order.has(lane)) order.set(lane, order.size);
  return newestFirst.map((knot) => ({ ...knot, lane: order.get(knot.lane) ?? 0 }));
}
