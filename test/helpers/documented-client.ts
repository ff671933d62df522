/** A client of the API as it would be made from its description: it knows nothing else, and believes nothing unchecked. */
import { expect } from "bun:test";
import Ajv2020 from "ajv/dist/2020";

type Fields = Readonly<Record<string, unknown>>;

/** Makes a request. @param body JSON; undefined: none. */
export type Send = (
  method: string,
  target: string,
  body: Fields | undefined,
) => Promise<{ readonly status: number; readonly type: string | null; readonly answer: unknown }>;

export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A client that was made from the document. */
export class DocumentedClient {
  readonly #send: Send;
  readonly #document: Described;
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false });

  constructor(document: Described, send: Send) {
    this.#send = send;
    this.#document = document;
    this.#ajv.addSchema(document, "api");
  }

  async call(name: string, input: Fields): Promise<unknown> {
    const { method, path, operation } = this.#find(name);
    const left = { ...input };
    const query = new URLSearchParams();
    let target = path;
    for (const { name: field = "", in: place } of operation.parameters ?? []) {
      if (left[field] === undefined) continue;
      const value = left[field];
      const text = Array.isArray(value) ? value.join(",") : asText(value);
      if (place === "path") target = target.replace(`{${field}}`, encodeURIComponent(text));
      else query.set(field, text);
      delete left[field];
    }
    const body = operation.requestBody?.content["application/json"];
    if (body) this.#check(body.schema, left, `the body of ${name}`);
    else expect(left).toEqual({});
    const text = query.size > 0 ? `${target}?${query.toString()}` : target;
    const { status, type, answer } = await this.#send(method, text, body && left);
    if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(answer)}`);
    expect(type).toBe("application/json");
    const described = operation.responses["200"]?.content["application/json"];
    this.#check(described?.schema ?? false, answer, `the answer of ${name}`);
    return answer;
  }

  #find(name: string) {
    for (const [path, methods] of Object.entries(this.#document.paths)) {
      for (const [method, operation] of Object.entries(methods))
        if (operation.operationId === name)
          return { method: method.toUpperCase(), path, operation };
    }
    throw new Error(`the document has no ${name}`);
  }

  #check(schema: object | boolean, value: unknown, what: string): void {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"api#/components');
    const ok = this.#ajv.validate(JSON.parse(text) as object, value);
    if (!ok) throw new Error(`${what}: ${this.#ajv.errorsText()}: ${JSON.stringify(value)}`);
  }
}
