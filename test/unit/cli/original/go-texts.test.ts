/** Texts of Go's standard library, against Go's own. */
import { describe, expect, test } from "bun:test";

import {
  goAtoi,
  goAtoiError,
  goFileError,
  goParseInt,
  goQuote,
} from "../../../../src/cli/original/go-text.ts";
import { columnTime, goTime } from "../../../../src/cli/original/go-time.ts";
import recorded from "../../../fixtures/stock/go_texts.json";

describe("as Go writes them", () => {
  test.each(recorded.quote)("quoted: $quoted", ({ text, quoted }) => {
    expect(goQuote(text)).toBe(quoted);
  });

  test.each(recorded.atoi)("Atoi: $text", ({ text, value, fault }) => {
    const read = goAtoi(text);
    if (typeof read === "number") expect(BigInt(read)).toBe(BigInt(Number(value)));
    else expect(goAtoiError(text, read)).toBe(fault ?? "");
  });

  test.each(recorded.parse_int)("ParseInt: $text", ({ text, value, fault }) => {
    const read = goParseInt(text);
    expect(read).toBe(value === undefined ? (fault as typeof read) : Number(value));
  });

  test.each(recorded.time)("time: $text", ({ seconds, nanos, text, column }) => {
    expect({ text: goTime({ seconds, nanos }), column: columnTime({ seconds, nanos }) }).toEqual({
      text,
      column,
    });
  });

  test("errors of files", () => {
    const error = (code: string) => Object.assign(new Error("told"), { code });
    expect(goFileError("/x", error("ENOENT"))).toBe("open /x: no such file or directory");
    expect(goFileError("/x", error("EISDIR"))).toBe("read /x: is a directory");
    expect(goFileError("/x", error("EACCES"))).toBe("open /x: permission denied");
    expect(goFileError("/x", error("EIO"))).toBe("open /x: told");
  });
});
