import { describe, expect, test } from "bun:test";

import { cutText, splitVisible, visibleText } from "../../../../src/web/ui/text/visible.ts";

describe("text of others", () => {
  test.each([
    ["a right-to-left override", "invoice\u202egnp.exe", "invoice\\u202egnp.exe"],
    ["an isolate", "a\u2066b\u2069", "a\\u2066b\\u2069"],
    ["an ANSI escape", "\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"],
    ["C1 controls", "\x9b31m", "\\x9b31m"],
    ["NUL and DEL", "\0\x7f", "\\x00\\x7f"],
    ["line ends and tabs", "a\r\nb\tc", "a\\r\\nb\\tc"],
    ["other line ends", "a\u2028b\u2029", "a\\u2028b\\u2029"],
    ["characters of no width", "a\u200bb\u200d\ufeff", "a\\u200bb\\u200d\\ufeff"],
    ["fillers", "\u3164\u115f\u2800", "\\u3164\\u115f\\u2800"],
    ["tags", "a\u{e0041}", "a\\u{e0041}"],
    ["variation selectors", "a\ufe0f\u{e0100}", "a\\ufe0f\\u{e0100}"],
    ["a lone surrogate", "a\ud800b", "a\\ud800b"],
    ["a private character", "\ue000", "\\ue000"],
  ])("shows %s", (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
    expect(splitVisible(text).some(({ escaped }) => escaped)).toBe(true);
  });

  test.each(["plain", "Grüße", "日本語", "שלום", "नमस्ते", "🚀", "é", "<script>alert(1)</script>"])(
    "leaves %s as it is",
    (text) => expect(splitVisible(text)).toEqual([{ text, escaped: false }]),
  );

  test("breaks up a pile of marks", () => {
    const pieces = splitVisible(`a${"\u0301".repeat(5)}b`);
    expect(pieces.filter(({ escaped }) => escaped)).toHaveLength(3);
  });

  test("keeps lines where lines are wanted, and nothing else", () => {
    expect(splitVisible("a\nb\tc\r\x1b", true)).toEqual([
      { text: "a\nb\tc", escaped: false },
      { text: "\\r", escaped: true },
      { text: "\\x1b", escaped: true },
    ]);
  });

  test("cuts between characters", () => {
    expect(cutText("abc", 3)).toBe("abc");
    expect(cutText("abcd", 3)).toBe("abc");
    expect(cutText("a🚀b", 2)).toBe("a");
    expect(cutText("a🚀b", 3)).toBe("a🚀");
  });

  test("a long text is split in time that grows with it", () => {
    const text = "\u202e".repeat(100_000);
    expect(splitVisible(text)).toHaveLength(100_000);
  });
});
