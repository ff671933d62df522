/**
 * What goes into a support bundle: texts under names. Whatever a part of it is, it passes hideKeyMaterial once more; a part
 * that cannot be had is a line in the list and ends nothing.
 */
import { describeThrown } from "../../../core/errors.ts";
import { hideKeyMaterial } from "../../../core/redact.ts";

export interface CollectedPart {
  /** "server/database.json" */
  readonly path: string;
  readonly text: string;
}

export interface MissingPart {
  readonly path: string;
  readonly reason: string;
}

export class Collector {
  readonly #parts: CollectedPart[] = [];
  readonly #missing: MissingPart[] = [];

  get parts(): readonly CollectedPart[] {
    return this.#parts;
  }

  get missing(): readonly MissingPart[] {
    return this.#missing;
  }

  add(path: string, text: string): void {
    this.#parts.push({ path, text: hideKeyMaterial(text) });
  }

  /** Adds what `make` gives: text, or a value as JSON; undefined: there is none, and none is missed. */
  async gather(path: string, make: () => unknown): Promise<void> {
    try {
      const made: unknown = await make();
      if (made === undefined) return;
      this.add(path, typeof made === "string" ? made : `${JSON.stringify(made, null, 2)}\n`);
    } catch (thrown) {
      this.miss(path, describeThrown(thrown));
    }
  }

  miss(path: string, reason: string): void {
    this.#missing.push({ path, reason: hideKeyMaterial(reason) });
  }
}
