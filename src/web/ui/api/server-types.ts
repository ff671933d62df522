/**
 * What the HTTP API answers about the server itself, as far as the page reads it: see types.ts.
 */

export type AlertSeverity = "info" | "warning" | "critical";

export interface Alert {
  readonly id: string;
  readonly kind: string;
  readonly severity: AlertSeverity;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly since: string;
  readonly client_id?: string | undefined;
}

export interface RatePoint {
  readonly time: string;
  /** Per second. */
  readonly in: number;
  readonly out: number;
}

export interface Overview {
  readonly time: string;
  readonly server: {
    readonly version: string;
    readonly name: string;
    readonly started_time: string;
    readonly uptime_seconds: number;
  };
  readonly clients: {
    readonly online: number;
    readonly seen_today: number;
    readonly ever: number;
    readonly blacklisted: number;
  };
  readonly messages: {
    readonly pending: number;
    readonly failed: number;
    readonly failed_today: number;
    readonly stored_today: number;
  };
  readonly rates: {
    readonly in_per_second: number;
    readonly out_per_second: number;
    readonly history: readonly RatePoint[];
  };
  readonly streams: {
    readonly websocket: number;
    readonly stream: number;
    readonly long_poll: number;
    /** Contacts per minute. */
    readonly poll: number;
  };
  readonly commit: {
    readonly p50_ms: number;
    readonly p99_ms: number;
    readonly per_second: number;
  };
  readonly disk?:
    | {
        readonly free_bytes: number;
        readonly total_bytes: number;
        readonly floor_bytes?: number | undefined;
        readonly database_bytes: number;
      }
    | undefined;
  readonly certificate?: { readonly expires_time: string; readonly days_left: number } | undefined;
  readonly alerts: readonly Alert[];
}

export interface LogEvent {
  readonly time: string;
  readonly level: string;
  readonly area: string;
  readonly text: string;
}

export interface ServerDetails {
  readonly name: string;
  readonly version: string;
  readonly started_time: string;
  readonly listeners: readonly { readonly name: string; readonly address: string }[];
  readonly services: readonly { readonly name: string; readonly factory: string }[];
  /** By section; a secret is "set" or "not set". */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface AccessToken {
  readonly token_id: string;
  readonly name: string;
  readonly scope: string;
  readonly state: "active" | "revoked" | "expired";
  readonly created_time: string;
  readonly created_from: string;
  readonly expires_time?: string | undefined;
  readonly revoked_time?: string | undefined;
  readonly last_used_time?: string | undefined;
  readonly last_used_from?: string | undefined;
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditEntry {
  readonly seq: number;
  readonly time: string;
  readonly door: string;
  /** Empty where the door asks nobody. */
  readonly who: string;
  readonly from: string;
  readonly action: string;
  readonly what: string;
  readonly outcome: "done" | "failed";
  readonly reason?: string | undefined;
  readonly hash: string;
}
