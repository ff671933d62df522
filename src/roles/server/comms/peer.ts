/**
 * What every request of a socket has in common, and the rules for the bodies it may send.
 */
import type { Clock } from "../../../core/clock.ts";
import type { BodyBudget } from "../../../net/body-budget.ts";
import type { PeerIdentity } from "../../../net/connection.ts";
import type { Pace } from "../../../net/pace.ts";

export interface Peer {
  readonly identity: PeerIdentity;
  /** "address:port" */
  readonly observedAddress: string;
}

export interface BodyRules {
  readonly clock: Clock;
  /** How slow a peer may be. */
  readonly pace: Pace;
  /** Shared by all bodies of this process. */
  readonly budget: BodyBudget;
  /** Bytes of one contact; protocol.md 3. */
  readonly maxContactBytes: number;
}
