/**
 * The header fields of one message, in order, repeated ones apart (RFC 9110 5.2 and 5.3).
 */
import { HttpError } from "../http-error.ts";

const noValues: readonly string[] = [];

export class Headers {
  /** Lower-case. */
  readonly #names: string[] = [];
  readonly #values: string[] = [];

  get size(): number {
    return this.#names.length;
  }

  /** @param name in lower case. */
  append(name: string, value: string): void {
    this.#names.push(name);
    this.#values.push(value);
  }

  /** @param name in lower case. */
  has(name: string): boolean {
    return this.#names.includes(name);
  }

  /** Every value of this name, in order. @param name in lower case. */
  all(name: string): readonly string[] {
    const first = this.#names.indexOf(name);
    if (first === -1) return noValues;
    const values: string[] = [];
    for (let index = first; index < this.#names.length; index += 1) {
      const value = this.#values[index];
      if (this.#names[index] === name && value !== undefined) values.push(value);
    }
    return values;
  }

  /**
   * The value of a header that may occur once.
   * @param name in lower case. @throws HttpError 400 when it is repeated.
   */
  only(name: string): string | undefined {
    const first = this.#names.indexOf(name);
    if (first === -1) return undefined;
    if (this.#names.includes(name, first + 1)) {
      throw new HttpError(400, `the header ${name} occurs more than once`);
    }
    return this.#values[first];
  }

  /** Whether a comma-separated list header holds this token, in any case. @param name, token in lower case. */
  hasToken(name: string, token: string): boolean {
    return this.all(name).some((value) =>
      value.split(",").some((item) => item.trim().toLowerCase() === token),
    );
  }

  *[Symbol.iterator](): IterableIterator<readonly [name: string, value: string]> {
    for (const [index, name] of this.#names.entries()) yield [name, this.#values[index] ?? ""];
  }
}
