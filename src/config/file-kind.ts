/**
 * What a kind of configuration file is: its message, its schema, and the rules that concern several fields.
 */
import type { z } from "zod";

import type { PlainMessage } from "./plain-message.ts";

export interface RuleIssue {
  /** "https_config.key" */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export interface FileKind<T> {
  /** "components file" */
  readonly name: string;
  /** "<package>.<Message>" of the file. */
  readonly typeName: string;
  /** Of `fleet { … }`, which may stand in `<file>.fleet` instead; undefined: there is none. */
  readonly extensionType?: string;
  /** Fields that the message does not have are no fault (protocol.md 18). */
  readonly ignoreUnknown?: boolean;
  readonly schema: z.ZodType<T>;
  /** Sees the message as it was read, also when fields of it are wrong. */
  readonly rules?: (message: PlainMessage) => readonly RuleIssue[];
}
