/**
 * `config` of a service: a google.protobuf.Any whose type the factory decides (protocol.md 8 and 11).
 */
import { z } from "zod";

import { toFleetError } from "../../core/errors.ts";
import { decodePlainMessage } from "../message-wire.ts";
import type { PlainMessage } from "../plain-message.ts";
import { suggestion } from "../suggest.ts";

export const anySchema = z.strictObject({
  type_url: z.string().default(""),
  value: z.instanceof(Uint8Array).default(() => new Uint8Array()),
});

type Any = z.output<typeof anySchema>;

export interface FactorySchema<Settings> {
  /** What `config` must hold; undefined: nothing. */
  readonly typeName?: string;
  /** Of that message, as it was read; an absent one counts as empty. */
  readonly schema: z.ZodType<Settings>;
}

export type FactorySchemas<Settings> = Readonly<Record<string, FactorySchema<Settings>>>;

/** The settings of a service of this factory; undefined, and issues at "factory" or "config", where they are wrong. */
export function readSettings<Settings>(
  factories: FactorySchemas<Settings>,
  factoryName: string,
  config: Any | undefined,
  ctx: z.RefinementCtx,
): Settings | undefined {
  const factory = Object.hasOwn(factories, factoryName) ? factories[factoryName] : undefined;
  if (!factory) {
    const known = Object.keys(factories);
    addAt(ctx, ["factory"], `there is no factory "${factoryName}"`, suggestion(factoryName, known));
    return undefined;
  }
  const content = readContent(factoryName, factory.typeName, config, ctx);
  if (!content) return undefined;
  const result = factory.schema.safeParse(content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const hint: unknown = issue.code === "custom" ? issue.params?.["hint"] : undefined;
    addAt(
      ctx,
      ["config", ...issue.path],
      issue.message,
      typeof hint === "string" ? hint : undefined,
    );
  }
  return undefined;
}

function readContent(
  factoryName: string,
  expected: string | undefined,
  config: Any | undefined,
  ctx: z.RefinementCtx,
): PlainMessage | undefined {
  // What a factory does not read does it no harm: the original passes it over, too.
  if (expected === undefined || config === undefined) return {};
  const typeName = config.type_url.slice(config.type_url.lastIndexOf("/") + 1);
  if (typeName !== expected) {
    const hint = `Write config { [type.googleapis.com/${expected}] { … } }.`;
    addAt(ctx, ["config"], `factory "${factoryName}" takes ${expected}, not "${typeName}"`, hint);
    return undefined;
  }
  try {
    return decodePlainMessage(typeName, config.value);
  } catch (thrown) {
    addAt(ctx, ["config"], toFleetError(thrown).message);
    return undefined;
  }
}

function addAt(ctx: z.RefinementCtx, path: PropertyKey[], message: string, hint?: string): void {
  ctx.addIssue({ code: "custom", path, message, params: { hint } });
}
