/**
 * The metrics of a server, for Prometheus: the original's names where it has one (protocol.md 19), `fleet_…` for ours.
 *
 * Fed by events.ts and by the store's commits. No label takes a value that a client chose freely: services are named only
 * as far as they are configured here.
 */
import { Counter, Gauge, Histogram, Registry } from "prom-client";

import { buildInfo } from "../core/build-info.ts";
import type { Clock } from "../core/clock.ts";
import type { ContactFailure } from "../core/contact-failure.ts";
import type { IdentifiedMessage } from "../core/message.ts";
import type { ClientMetrics } from "./client-events.ts";
import { type FleetSources, registerFleetMetrics } from "./fleet-metrics.ts";
import { type MachineSources, registerMachineMetrics } from "./machine-metrics.ts";

export interface MetricsOptions {
  readonly clock: Clock;
  /** The names of the configured server services; messages for others count as "other". */
  readonly services: readonly string[];
}

/** What is counted of a client's report of its resource usage: CPU in milliseconds per second, memory in bytes. */
export interface UsageFigures {
  readonly meanUserCpuRate: number;
  readonly maxUserCpuRate: number;
  readonly meanSystemCpuRate: number;
  readonly maxSystemCpuRate: number;
  readonly meanResidentMemory: number;
  readonly maxResidentMemory: number;
}

const usageNames = [
  "meanUserCpuRate",
  "maxUserCpuRate",
  "meanSystemCpuRate",
  "maxSystemCpuRate",
  "meanResidentMemory",
  "maxResidentMemory",
] as const satisfies readonly (keyof UsageFigures)[];

const otherService = "other";
const bytesPerMegabyte = 1_000_000;
const systemService = "system";
const secondsBuckets = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];
/** Megabytes, from an acknowledgement to a contact that is full. */
const megabyteBuckets = [0.0001, 0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 20];
/** Milliseconds of CPU per second. */
const cpuBuckets = [1, 5, 10, 50, 100, 250, 500, 1000, 2000, 4000];
/** Bytes: 1 MiB to 16 GiB. */
const memoryBuckets = Array.from({ length: 15 }, (_, power) => 2 ** (20 + power));
const countBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

export class Metrics implements ClientMetrics, Disposable {
  readonly #registry = new Registry();
  #services: ReadonlySet<string> = new Set();
  readonly #clock: Clock;
  #certificateEndsAt: number | undefined;

  readonly #ingested = this.#counter(
    "fleetspeak_messages_ingested_total",
    "Messages of clients, as they arrive",
    ["destination_service"],
  );
  readonly #ingestedBytes = this.#counter(
    "fleetspeak_messages_ingested_payload_bytes_size",
    "Bytes of payload of messages of clients",
    ["destination_service"],
  );
  readonly #sent = this.#counter(
    "fleetspeak_messages_sent_total",
    "Messages handed out to clients",
    ["destination_service"],
  );
  readonly #sentBytes = this.#counter(
    "fleetspeak_messages_sent_payload_bytes_size",
    "Bytes of payload handed out to clients",
    ["destination_service"],
  );
  readonly #saved = this.#counter(
    "fleetspeak_messages_saved_total",
    "Messages of clients, as they were stored for the first time",
    ["destination_service"],
  );
  readonly #savedBytes = this.#counter(
    "fleetspeak_messages_saved_payload_bytes_size",
    "Bytes of payload of messages of clients that were stored",
    ["destination_service"],
  );
  readonly #dropped = this.#counter(
    "fleetspeak_server_messages_dropped_total",
    "Messages of clients that could not be taken",
    [],
  );
  readonly #polls = this.#counter(
    "fleetspeak_server_client_polls_total",
    "Contacts of clients, by transport",
    ["transport"],
  );
  readonly #pollTimes = {
    operation: this.#poll("operation_time_latency", "Seconds from a record to its answer"),
    read: this.#poll("read_time_latency", "Seconds until a contact's first record has arrived"),
    write: this.#poll("write_time_latency", "Seconds until a record to a client is on its way"),
  };
  readonly #pollSizes = {
    read: this.#poll("read_megabytes_size_distribution", "Records of clients", megabyteBuckets),
    write: this.#poll("write_megabytes_size_distribution", "Records to clients", megabyteBuckets),
  };
  readonly #usage = this.#counter(
    "fleetspeak_server_resource_usage_data_received_total",
    "Resource usage reports of clients",
    [],
  );
  readonly #usageFigures: Readonly<Record<keyof UsageFigures, Histogram>> = {
    meanUserCpuRate: this.#usageOf("mean_user_cpu_rate_distribution", cpuBuckets),
    maxUserCpuRate: this.#usageOf("max_user_cpu_rate_distribution", cpuBuckets),
    meanSystemCpuRate: this.#usageOf("mean_system_cpu_rate_distribution", cpuBuckets),
    // The original's name for it lacks the end that the others have.
    maxSystemCpuRate: this.#usageOf("max_system_cpu_rate", cpuBuckets),
    meanResidentMemory: this.#usageOf("mean_resident_memory_bytes_distribution", memoryBuckets),
    maxResidentMemory: this.#usageOf("max_resident_memory_bytes_distribution", memoryBuckets),
  };
  readonly #kills = this.#counter(
    "fleetspeak_server_kill_notifications_received_total",
    "Service processes that clients killed",
    ["reason"],
  );
  readonly #processed = this.#histogram(
    "fleetspeak_server_messages_processed_latency",
    "Seconds that a server service took for a message",
    secondsBuckets,
    ["service"],
  );
  readonly #errored = this.#histogram(
    "fleetspeak_server_messages_errored_latency",
    "Seconds until a server service failed on a message",
    secondsBuckets,
    ["service"],
  );
  readonly #operations = this.#histogram(
    "fleetspeak_server_datastore_operations_completed_latency",
    "Seconds of a transaction of the store",
    secondsBuckets,
    [],
  );
  readonly #batches = this.#histogram(
    "fleet_commit_calls",
    "Store calls that shared one transaction",
    countBuckets,
    [],
  );
  readonly #streams = this.#gauge("fleet_streams", "Open streams of clients", ["transport"]);
  readonly #enrolled = this.#counter(
    "fleet_clients_enrolled_total",
    "Clients that made contact for the first time",
    [],
  );
  readonly #replaced = this.#counter(
    "fleet_streams_replaced_total",
    "Streams that took the place of a live one of the same client",
    [],
  );
  readonly #mismatches = this.#counter(
    "fleet_key_mismatches_total",
    "Contacts with another key than the one stored",
    [],
  );
  readonly #rejected = this.#counter(
    "fleet_contacts_rejected_total",
    "Requests and contacts that were refused",
    ["stage"],
  );
  readonly #refused = this.#counter(
    "fleet_access_refused_total",
    "Tokens, sessions and login links that were not taken",
    [],
  );
  readonly #broadcasts = this.#counter(
    "fleet_broadcast_messages_total",
    "Messages saved for broadcasts",
    [],
  );
  readonly #clientContacts = this.#counter(
    "fleet_client_contacts_total",
    "Contacts that the client of this process made, by transport",
    ["transport"],
  );
  readonly #clientFailures = this.#counter(
    "fleet_client_contact_failures_total",
    "Contacts of the client of this process that failed, by cause",
    ["cause"],
  );
  readonly #lag = this.#histogram(
    "fleet_event_loop_lag_seconds",
    "How late a timer of the event loop fires",
    secondsBuckets,
    [],
  );
  readonly #expiry = this.#gauge(
    "fleet_server_certificate_expiry_seconds",
    "Seconds until the server's certificate ends",
    [],
  );

  constructor({ clock, services }: MetricsOptions) {
    this.#clock = clock;
    this.setServices(services);
    const { version, commit } = buildInfo;
    this.#gauge("fleet_build_info", "1, with what was built", ["version", "commit"]).set(
      { version, commit },
      1,
    );
  }

  /** The configured server services have changed; what was counted under other names stays. */
  setServices(names: readonly string[]): void {
    this.#services = new Set([...names, systemService]);
  }

  /** The text that Prometheus reads, and its type. */
  async render(): Promise<{ readonly text: string; readonly contentType: string }> {
    if (this.#certificateEndsAt !== undefined) {
      this.#expiry.set((this.#certificateEndsAt - this.#clock.now()) / 1000);
    }
    return { text: await this.#registry.metrics(), contentType: this.#registry.contentType };
  }

  messagesStored(messages: readonly IdentifiedMessage[]): void {
    this.#countEach(messages, this.#ingested, this.#ingestedBytes);
    this.#countEach(messages, this.#saved, this.#savedBytes);
  }

  messagesHandedOut(messages: readonly IdentifiedMessage[]): void {
    this.#countEach(messages, this.#sent, this.#sentBytes);
  }

  messagesDropped(count: number): void {
    this.#dropped.inc(count);
  }

  contactMade(transport: string): void {
    this.#polls.inc({ transport });
  }

  streamOpened(transport: string): void {
    this.#streams.inc({ transport });
  }

  streamClosed(transport: string): void {
    this.#streams.dec({ transport });
  }

  streamReplaced(): void {
    this.#replaced.inc();
  }

  clientEnrolled(): void {
    this.#enrolled.inc();
  }

  keyMismatch(): void {
    this.#mismatches.inc();
  }

  /** @param stage "request" before a client was known, "contact" after. */
  rejected(stage: "request" | "contact"): void {
    this.#rejected.inc({ stage });
  }

  /** A token, a session or a login link was not taken. */
  accessRefused(): void {
    this.#refused.inc();
  }

  resourceUsageReceived(figures: UsageFigures): void {
    this.#usage.inc();
    for (const name of usageNames) this.#usageFigures[name].observe(figures[name]);
  }

  /** @param ms undefined for a record that was waited for, as the later ones of a stream are. */
  recordRead(transport: string, bytes: number, ms: number | undefined): void {
    this.#pollSizes.read.observe({ transport }, bytes / bytesPerMegabyte);
    if (ms !== undefined) this.#pollTimes.read.observe({ transport }, ms / 1000);
  }

  recordWritten(transport: string, bytes: number, ms: number): void {
    this.#pollSizes.write.observe({ transport }, bytes / bytesPerMegabyte);
    this.#pollTimes.write.observe({ transport }, ms / 1000);
  }

  recordAnswered(transport: string, ms: number): void {
    this.#pollTimes.operation.observe({ transport }, ms / 1000);
  }

  serviceKilled(reason: string): void {
    this.#kills.inc({ reason });
  }

  clientConnected(transport: string): void {
    this.#clientContacts.inc({ transport });
  }

  clientContactFailed(cause: ContactFailure): void {
    this.#clientFailures.inc({ cause });
  }

  broadcastSent(clients: number): void {
    this.#broadcasts.inc(clients);
  }

  messageProcessed(service: string, ms: number, failed: boolean): void {
    (failed ? this.#errored : this.#processed).observe(
      { service: this.#named(service) },
      ms / 1000,
    );
  }

  committed({ calls, durationMs }: { readonly calls: number; readonly durationMs: number }): void {
    this.#operations.observe(durationMs / 1000);
    this.#batches.observe(calls);
  }

  loopLagged(ms: number): void {
    this.#lag.observe(ms / 1000);
  }

  /** More metrics, which are looked at when these are read. */
  watch(sources: MachineSources & FleetSources): void {
    registerMachineMetrics(this.#registry, sources);
    registerFleetMetrics(this.#registry, sources);
  }

  /** @param endsAt milliseconds since the epoch. Called again when the certificate was replaced. */
  serverCertificate(endsAt: number): void {
    this.#certificateEndsAt = endsAt;
  }

  [Symbol.dispose](): void {
    this.#registry.clear();
  }

  #countEach(messages: readonly IdentifiedMessage[], count: Counter, bytes: Counter): void {
    for (const { destination, data } of messages) {
      const labels = { destination_service: this.#named(destination.serviceName) };
      count.inc(labels);
      bytes.inc(labels, data?.value.length ?? 0);
    }
  }

  #named(service: string): string {
    return this.#services.has(service) ? service : otherService;
  }

  #poll(name: string, help: string, buckets: readonly number[] = secondsBuckets): Histogram {
    return this.#histogram(
      `fleetspeak_server_client_polls_${name}`,
      help,
      [...buckets],
      ["transport"],
    );
  }

  #usageOf(name: string, buckets: readonly number[]): Histogram {
    const help = "What clients report of a process's resource usage";
    return this.#histogram(
      `fleetspeak_server_resource_usage_data_received_${name}`,
      help,
      [...buckets],
      [],
    );
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.#registry] });
  }

  #histogram(name: string, help: string, buckets: number[], labelNames: string[]): Histogram {
    return new Histogram({ name, help, buckets, labelNames, registers: [this.#registry] });
  }
}
