/** What a subscription to the live feed has given so far. */
import type { LiveEvent, LiveFact } from "../../src/core/live-event.ts";
import type { LiveSource, SubscribeOptions } from "../../src/observability/live-events.ts";

type Fact<Type extends LiveFact["type"]> = LiveEvent & { readonly type: Type };

export class LiveReader implements Disposable {
  readonly subscription;
  readonly events: LiveEvent[] = [];

  constructor(source: LiveSource, options: SubscribeOptions = {}) {
    this.subscription = source.subscribe(options);
  }

  /** Everything up to now. */
  read(): LiveEvent[] {
    this.events.push(...this.subscription.takeWaiting(Infinity));
    return this.events;
  }

  /** Of what came up to now, the events of one type. */
  of<Type extends LiveFact["type"]>(type: Type): Fact<Type>[] {
    return this.read().filter((event): event is Fact<Type> => event.type === type);
  }

  types(): string[] {
    return this.read().map(({ type }) => type);
  }

  [Symbol.dispose](): void {
    this.subscription.end();
  }
}
