/**
 * One run of a daemon service's process, from its start to the end of its whole group (protocol.md 8 and 9).
 *
 * Whatever ends it first decides how: what breaks a rule is killed, what is no longer wanted is asked. It is started
 * once; whether and when there is another run is daemon.ts's.
 */
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

import type { DaemonSettings } from "../../../../config/schemas/client-service.ts";
import { describeThrown } from "../../../../core/errors.ts";
import type { Message } from "../../../../core/message.ts";
import { timestampFromMs } from "../../../../core/time.ts";
import type { KillNotice, StartupData } from "../../../../proto/service-codec.ts";
import { LocalChannel } from "../channel/local-channel.ts";
import { servePeer } from "../channel/serve-peer.ts";
import { readProcessUsage } from "../resources/proc.ts";
import { ResourceMonitor } from "../resources/resource-monitor.ts";
import type { ServiceContext } from "../service.ts";
import { killNotification, resourceMessage } from "../system-messages.ts";
import { type Child, startChild } from "./child.ts";
import { Heartbeats } from "./heartbeats.ts";
import { StdOutput } from "./std-output.ts";

/** Why a run ended. */
export interface ExecutionEnd {
  readonly kind: "exited" | "closed" | "broken" | "killed" | "idle" | "stopped";
  /** For a person. */
  readonly reason: string;
}

/** Of standard error, kept for the log. Characters. */
const shownErrorLength = 500;
/** A process that floods its standard error is read this slowly where nobody but the log wants it. */
const flood = { chunkBytes: 16 * 1024, pauseMs: 10 };

export class Execution {
  readonly #settings: DaemonSettings;
  readonly #context: ServiceContext;
  readonly #child: Child;
  readonly #channel: LocalChannel;
  readonly #startedAt: number;
  readonly #over = Promise.withResolvers<ExecutionEnd>();
  readonly #monitor: ResourceMonitor;
  readonly #output: StdOutput | undefined;
  readonly #stack = new DisposableStack();
  /** What the process says of itself, as far as it can be true. */
  #self: StartupData;
  #heartbeats: Heartbeats | undefined;
  #lastActivity: number;
  #takenCount = 0;
  #errorEnd = "";
  /** When the process and its group are gone and all of it is reported. */
  readonly ended: Promise<ExecutionEnd>;

  private constructor(settings: DaemonSettings, context: ServiceContext, child: Child) {
    this.#settings = settings;
    this.#context = context;
    this.#child = child;
    this.#startedAt = context.clock.now();
    this.#lastActivity = context.clock.elapsed();
    this.#self = { pid: child.pid, version: "" };
    this.#channel = this.#stack.use(new LocalChannel(child.input, child.output));
    this.#output = this.#watchOutput();
    this.#monitor = this.#stack.use(this.#makeMonitor());
    this.#watchHeartbeats();
    this.#watchMemory();
    this.#watchActivity();
    this.ended = this.#run();
  }

  /** @throws unavailable or configuration when the process cannot be started. */
  static async start(settings: DaemonSettings, context: ServiceContext): Promise<Execution> {
    return new Execution(settings, context, await startChild(settings, context.clientId));
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** Resolves when the system has taken it. @throws unavailable when the process ends first; the signal's reason. */
  async send(message: Message, signal: AbortSignal): Promise<void> {
    const { clock, log, timers, name } = this.#context;
    this.#lastActivity = clock.elapsed();
    using _unread = clock.after(timers.unreadMs, () => {
      log.warn("service {serviceName} has not read its messages for {ms} ms", {
        serviceName: name,
        ms: timers.unreadMs,
      });
    });
    await this.#channel.write(message, signal);
  }

  /** Ends the run in order; `ended` tells when it is over. */
  stop(reason: string): void {
    this.#over.resolve({ kind: "stopped", reason });
  }

  async #run(): Promise<ExecutionEnd> {
    const reading = this.#serve();
    this.#child.exited.then(
      (reason) => this.#over.resolve({ kind: "exited", reason }),
      (thrown: unknown) => this.#over.resolve({ kind: "exited", reason: describeThrown(thrown) }),
    );
    const end = await this.#over.promise;
    this.#heartbeats?.[Symbol.dispose]();
    if (end.kind === "broken" || end.kind === "killed") this.#child.signalGroup("SIGKILL");
    else if (end.kind !== "exited") await this.#askToEnd();
    const exit = await this.#child.exited.catch(describeThrown);
    // What it started and left behind is of its group; what it wrote before is still read.
    this.#child.signalGroup("SIGKILL");
    await this.#drain(reading);
    this.#stack.dispose();
    await this.#output?.flush();
    this.#monitor.finish();
    return this.#withErrors(
      end.reason === exit ? end : { ...end, reason: `${end.reason}, ${exit}` },
    );
  }

  async #serve(): Promise<void> {
    const { log, name } = this.#context;
    try {
      await servePeer(this.#channel, this.#context, {
        onStartup: (startup) => this.#takeStartup(startup),
        onHeartbeat: () => this.#heartbeats?.beat(),
        onTaken: () => {
          this.#takenCount++;
          this.#lastActivity = this.#context.clock.elapsed();
        },
      });
      this.#over.resolve({ kind: "closed", reason: "closed its channel" });
    } catch (thrown) {
      const reason = describeThrown(thrown);
      log.debug("service {serviceName}: its channel broke: {reason}", {
        serviceName: name,
        reason,
      });
      this.#over.resolve({ kind: "broken", reason: `broke its channel: ${reason}` });
    }
  }

  async #askToEnd(): Promise<void> {
    this.#channel.end();
    if (await this.#exitsWithin(this.#context.timers.stopStepMs)) return;
    this.#child.signalGroup("SIGINT");
    if (await this.#exitsWithin(this.#context.timers.stopStepMs)) return;
    this.#child.signalGroup("SIGKILL");
  }

  async #exitsWithin(ms: number): Promise<boolean> {
    const waiting = Promise.withResolvers<false>();
    using _timer = this.#context.clock.after(ms, () => waiting.resolve(false));
    return await Promise.race([this.#child.exited.then(Boolean, () => true), waiting.promise]);
  }

  /** Reads on until the channel ends, or nothing more comes: somebody who left the group may hold it open. */
  async #drain(reading: Promise<void>): Promise<void> {
    const { clock, timers } = this.#context;
    let over = false;
    const done = reading.then(() => void (over = true));
    for (let taken = -1; !over && taken !== this.#takenCount;) {
      taken = this.#takenCount;
      const waited = Promise.withResolvers<void>();
      using _timer = clock.after(timers.lingerMs, waited.resolve);
      await Promise.race([done, waited.promise]);
    }
    this.#channel[Symbol.dispose]();
    for (const stream of [this.#child.stdout, this.#child.stderr]) if (!over) stream?.destroy();
    await done;
  }

  #takeStartup({ pid, version }: StartupData): void {
    const { log, name } = this.#context;
    // A wrapper may have started the service; a process that is not of this run is none of its business.
    const own = pid === this.#child.pid || readProcessUsage(pid)?.processGroup === this.#child.pid;
    if (!own)
      log.warn("service {serviceName} claims to be process {pid}, which is not of its group", {
        serviceName: name,
        pid,
      });
    this.#self = { pid: own ? pid : this.#child.pid, version };
  }

  #watchOutput(): StdOutput | undefined {
    const { stdParams: params } = this.#settings;
    const { stdout, stderr, pid } = this.#child;
    const decoder = new StringDecoder();
    stderr?.on("error", () => {});
    stderr?.on("data", (chunk: Buffer) => {
      const tail = chunk.subarray(-shownErrorLength);
      this.#errorEnd = (this.#errorEnd + decoder.write(tail)).slice(-shownErrorLength);
      if (!params && chunk.length >= flood.chunkBytes) this.#rest(stderr);
    });
    if (!params) return undefined;
    const output = new StdOutput({ params, context: this.#context, pid });
    output.collect("stdout", stdout);
    output.collect("stderr", stderr);
    return output;
  }

  #rest(stream: Readable): void {
    stream.pause();
    this.#context.clock.after(flood.pauseMs, () => stream.resume());
  }

  #makeMonitor(): ResourceMonitor {
    const { name, clock, timers, report } = this.#context;
    return new ResourceMonitor({
      scope: name,
      target: () => this.#self,
      monitoring: this.#settings.resources,
      firstSampleMs: timers.firstSampleMs,
      clock,
      report: (data) => report(resourceMessage(data)),
    });
  }

  #watchHeartbeats(): void {
    const {
      monitorHeartbeats,
      heartbeatGraceMs: graceMs,
      heartbeatKillMs: killMs,
    } = this.#settings;
    if (!monitorHeartbeats) return;
    const onMissed = (silentMs: number): void => {
      this.#kill("heartbeat_failure", `sent no heartbeat for ${silentMs} ms`);
    };
    const { clock } = this.#context;
    this.#heartbeats = this.#stack.use(new Heartbeats({ clock, graceMs, killMs, onMissed }));
  }

  #watchMemory(): void {
    const { memoryLimitBytes: limit } = this.#settings;
    if (limit === undefined) return;
    this.#every(this.#context.timers.memoryCheckMs, () => {
      const used = readProcessUsage(this.#self.pid)?.residentBytes ?? 0;
      if (used > limit)
        this.#kill("memory_exceeded", `uses ${used} bytes of memory, over ${limit}`);
    });
  }

  #watchActivity(): void {
    const { inactivityTimeoutMs } = this.#settings;
    if (inactivityTimeoutMs === undefined) return;
    const { clock } = this.#context;
    this.#every(inactivityTimeoutMs, () => {
      const leftMs = this.#lastActivity + inactivityTimeoutMs - clock.elapsed();
      if (leftMs > 0) return leftMs;
      this.#over.resolve({ kind: "idle", reason: "had nothing to do" });
      return undefined;
    });
  }

  /** Calls back again and again while the run lasts. @param callback may say when it wants to be called next. */
  #every(ms: number, callback: () => number | undefined | void): void {
    let timer: Disposable;
    const arm = (nextMs: number): void => {
      timer = this.#context.clock.after(nextMs, () => arm(callback() ?? ms));
    };
    arm(ms);
    this.#stack.defer(() => timer[Symbol.dispose]());
  }

  #kill(reason: KillNotice["reason"], text: string): void {
    const { name, clock, report } = this.#context;
    const { pid, version } = this.#self;
    const processStartTime = timestampFromMs(this.#startedAt);
    const killedWhen = timestampFromMs(clock.now());
    report(killNotification({ service: name, pid, version, processStartTime, killedWhen, reason }));
    this.#over.resolve({ kind: "killed", reason: text });
  }

  #withErrors(end: ExecutionEnd): ExecutionEnd {
    const shown = this.#errorEnd.trim();
    if (shown === "" || end.kind === "idle" || end.kind === "stopped") return end;
    return { ...end, reason: `${end.reason}; it wrote: ${shown}` };
  }
}
