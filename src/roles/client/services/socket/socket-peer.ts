/**
 * One peer of a Socket service, from its connection to its end.
 */
import type { Socket } from "node:net";

import type { SocketSettings } from "../../../../config/schemas/client-service.ts";
import { describeThrown } from "../../../../core/errors.ts";
import type { Message } from "../../../../core/message.ts";
import { LocalChannel } from "../channel/local-channel.ts";
import { servePeer } from "../channel/serve-peer.ts";
import { ResourceMonitor } from "../resources/resource-monitor.ts";
import type { ServiceContext } from "../service.ts";
import type { StartupData } from "../../../../proto/service-codec.ts";
import { resourceMessage } from "../system-messages.ts";
import { LocalAcks } from "./local-acks.ts";

export class SocketPeer {
  readonly #settings: SocketSettings;
  readonly #context: ServiceContext;
  readonly #channel: LocalChannel;
  readonly #acks: LocalAcks;
  #monitor: ResourceMonitor | undefined;
  /** When it is gone; why, for a person. */
  readonly ended: Promise<string>;

  /** Takes the socket over. */
  constructor(socket: Socket, settings: SocketSettings, context: ServiceContext) {
    this.#settings = settings;
    this.#context = context;
    this.#channel = new LocalChannel(socket, socket);
    this.#acks = new LocalAcks(context.clock, context.timers.localAckMs, (ack) => {
      // Where it does not arrive, the peer sends the messages again.
      this.#channel.write(ack).catch(() => {});
    });
    this.ended = this.#serve();
  }

  /** Resolves when the system has taken it. @throws unavailable when the peer is gone; the signal's reason. */
  async send(message: Message, signal: AbortSignal): Promise<void> {
    const { clock, log, timers, name } = this.#context;
    using _unread = clock.after(timers.unreadMs, () => {
      log.warn("service {serviceName} has not read its messages for {ms} ms", {
        serviceName: name,
        ms: timers.unreadMs,
      });
    });
    await this.#channel.write(message, signal);
  }

  /** Ends the connection; the process is nobody's to end. */
  stop(): void {
    this.#channel[Symbol.dispose]();
  }

  async #serve(): Promise<string> {
    try {
      await servePeer(this.#channel, this.#context, {
        onStartup: (startup) => this.#watch(startup),
        onHeartbeat: () => {},
        onTaken: ({ sourceMessageId }) => this.#acks.add(sourceMessageId),
      });
      return "it closed the connection";
    } catch (thrown) {
      const { log, name } = this.#context;
      const error = describeThrown(thrown);
      log.warn("service {serviceName}: the connection of its peer is broken off: {error}", {
        serviceName: name,
        error,
      });
      return error;
    } finally {
      this.#acks[Symbol.dispose]();
      this.#channel[Symbol.dispose]();
      this.#monitor?.finish();
    }
  }

  #watch({ pid, version }: StartupData): void {
    const { name, clock, timers, report } = this.#context;
    this.#monitor?.[Symbol.dispose]();
    this.#monitor = new ResourceMonitor({
      scope: name,
      target: () => ({ pid, version }),
      monitoring: this.#settings.resources,
      firstSampleMs: timers.firstSampleMs,
      clock,
      report: (data) => report(resourceMessage(data)),
    });
  }
}
