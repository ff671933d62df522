/**
 * Watches what one process uses and reports it: samples after 1, 2, 4, … s at first, then once per period, a report
 * every so many of them, and a last one when the process is over (protocol.md 8).
 */
import type { ResourceMonitoring } from "../../../../config/schemas/client-service.ts";
import type { Clock } from "../../../../core/clock.ts";
import { timestampFromMs } from "../../../../core/time.ts";
import type { ResourceReport } from "../../../../proto/service-codec.ts";
import { type ReadUsage, readProcessUsage } from "./proc.ts";
import { UsageWindow } from "./usage-window.ts";

export interface MonitoredProcess {
  readonly pid: number;
  readonly version: string;
}

export interface ResourceMonitorOptions {
  /** The service, or "system". */
  readonly scope: string;
  /** Of that moment: a process may say later which one it is. */
  readonly target: () => MonitoredProcess;
  readonly monitoring: ResourceMonitoring;
  /** The first interval. */
  readonly firstSampleMs: number;
  readonly clock: Clock;
  /** Takes a report; must not throw. */
  readonly report: (report: ResourceReport) => void;
  /** Replaced by tests. */
  readonly readUsage?: ReadUsage;
}

export class ResourceMonitor implements Disposable {
  readonly #options: ResourceMonitorOptions;
  readonly #readUsage: ReadUsage;
  readonly #window = new UsageWindow();
  readonly #startedAt: number;
  #elapsedMs = 0;
  #nextMs: number;
  #pid = 0;
  #timer: Disposable | undefined;

  /** Begins; of a process that is not to be monitored only the end is reported. */
  constructor(options: ResourceMonitorOptions) {
    this.#options = options;
    this.#readUsage = options.readUsage ?? readProcessUsage;
    this.#startedAt = options.clock.now();
    this.#nextMs = options.firstSampleMs;
    if (!options.monitoring.enabled) return;
    this.#begin();
    this.#arm();
  }

  /** The process is over: reports what is left, and that. */
  finish(): void {
    this[Symbol.dispose]();
    if (this.#options.monitoring.enabled) this.#report(true);
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]();
  }

  /** A rate is of one process; another one that takes its place begins anew. */
  #begin(): void {
    this.#pid = this.#options.target().pid;
    const usage = this.#readUsage(this.#pid);
    if (usage) this.#window.begin(this.#options.clock.elapsed(), usage);
  }

  #arm(): void {
    const { clock, monitoring } = this.#options;
    // At 1, 2, 4, 8 … after the start: each interval is as long as all before it.
    const ms = Math.min(this.#nextMs, monitoring.samplePeriodMs);
    this.#timer = clock.after(ms, () => {
      this.#elapsedMs += ms;
      this.#nextMs = this.#elapsedMs;
      this.#sample();
      this.#arm();
    });
  }

  #sample(): void {
    const { target, clock, monitoring } = this.#options;
    const { pid } = target();
    if (pid !== this.#pid) {
      this.#begin();
      return;
    }
    const usage = this.#readUsage(pid);
    if (usage) this.#window.add(clock.elapsed(), usage);
    if (this.#window.size >= monitoring.sampleSize) this.#report(false);
  }

  #report(processTerminated: boolean): void {
    const { scope, target, clock, report } = this.#options;
    const usage = this.#window.take();
    report({
      scope,
      ...target(),
      processStartTime: timestampFromMs(this.#startedAt),
      dataTimestamp: timestampFromMs(clock.now()),
      usage,
      debugStatus: usage || processTerminated ? "" : "no usage can be read of this process",
      processTerminated,
    });
  }
}
