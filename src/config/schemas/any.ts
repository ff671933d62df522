/**
 * `config` of a service: a google.protobuf.Any whose type the factory decides (protocol.md 8 and 11).
 */
import { z } from "zod";

import { toFleetError } from "../../core/errors.ts";
import { decodePlainMessage } from "../message-wire.ts";
import type { RuleIssue } from "../file-kind.ts";
import { judgeMessage } from "../issues.ts";
import {
  type PlainMessage,
  type PlainValue,
  isPlainMessage,
  typeUrlPrefix,
} from "../plain-message.ts";
import { suggestion } from "../suggest.ts";

export const anySchema = z.strictObject({
  type_url: z.string().default(""),
  value: z.instanceof(Uint8Array).default(() => new Uint8Array()),
});

export interface FactorySchema<Settings> {
  /** What `config` must hold; undefined: nothing. */
  readonly typeName?: string;
  /** Of that message, as it was read; an absent one counts as empty. */
  readonly schema: z.ZodType<Settings>;
}

export type FactorySchemas<Settings> = Readonly<Record<string, FactorySchema<Settings>>>;

export interface JudgedSettings<Settings> {
  /** undefined exactly where there are issues. */
  readonly settings: Settings | undefined;
  readonly issues: readonly RuleIssue[];
}

/** What is looked at of a service, whichever message it is. */
interface ServiceFields {
  readonly factory?: PlainValue | undefined;
  readonly config?: PlainValue | undefined;
}

/**
 * The settings of a service, or what is wrong with its `factory` and `config`.
 * @param path of it in the file; empty for the file as a whole.
 */
export function judgeSettings<Settings>(
  factories: FactorySchemas<Settings>,
  service: ServiceFields,
  path: string,
): JudgedSettings<Settings> {
  const name = typeof service.factory === "string" ? service.factory : "";
  const at = (field: string): string => (path === "" ? field : `${path}.${field}`);
  // That it is required is the schema's to say.
  if (name === "") return { settings: undefined, issues: [] };
  const factory = Object.hasOwn(factories, name) ? factories[name] : undefined;
  if (!factory) {
    const hint = suggestion(name, Object.keys(factories));
    return failed({ path: at("factory"), message: `there is no factory "${name}"`, hint });
  }
  const content = readContent(name, factory.typeName, service.config);
  if (content.fault) return failed({ path: at("config"), ...content.fault });
  const { value, issues } = judgeMessage(
    { name, typeName: factory.typeName ?? "", schema: factory.schema },
    content.message,
  );
  const placed = issues.map((issue) => ({ ...issue, path: at(`config.${issue.path}`) }));
  return { settings: value, issues: placed };
}

function failed(issue: RuleIssue): { settings: undefined; issues: RuleIssue[] } {
  return { settings: undefined, issues: [issue] };
}

type Content =
  | { readonly message: PlainMessage; readonly fault?: undefined }
  | { readonly fault: { readonly message: string; readonly hint?: string } };

function readContent(
  name: string,
  expected: string | undefined,
  config: PlainValue | undefined,
): Content {
  // What a factory does not read does it no harm: the original passes it over, too.
  if (expected === undefined || !isPlainMessage(config)) return { message: {} };
  const { type_url: url, value } = config;
  const typeName = typeof url === "string" ? url.slice(url.lastIndexOf("/") + 1) : "";
  if (typeName !== expected) {
    const hint = `Write config { [${typeUrlPrefix}${expected}] { … } }.`;
    return { fault: { message: `factory "${name}" takes ${expected}, not "${typeName}"`, hint } };
  }
  try {
    return {
      message: decodePlainMessage(typeName, value instanceof Uint8Array ? value : new Uint8Array()),
    };
  } catch (thrown) {
    return { fault: { message: toFleetError(thrown).message } };
  }
}
