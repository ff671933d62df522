import { afterEach, describe, expect, test } from "bun:test";

import { configureLog, getLog } from "../../../src/observability/log.ts";
import {
  type LogFile,
  LogOutput,
  type LogSettings,
} from "../../../src/observability/log-output.ts";

afterEach(() => configureLog({ level: "error", format: "console", write: () => {} }));

const settings: LogSettings = {
  ...{ level: "info", format: "json", file: undefined, maxBytes: 100, keep: 1 },
};

/** A file that can be full. */
class FakeFile implements LogFile {
  readonly path: string;
  readonly lines: string[] = [];
  isFull = false;
  isOpen = true;

  constructor(path: string) {
    this.path = path;
  }

  append(line: string): void {
    if (this.isFull) throw new Error("no space left");
    this.lines.push(line);
  }

  [Symbol.dispose](): void {
    this.isOpen = false;
  }
}

function start(first: Partial<LogSettings>) {
  const errors: string[] = [];
  const files: FakeFile[] = [];
  const output = new LogOutput(
    { ...settings, ...first },
    {
      writeError: (line) => void errors.push(line),
      openFile: ({ path }) => {
        if (path === "refused") throw new Error("refused");
        const file = new FakeFile(path);
        files.push(file);
        return file;
      },
    },
  );
  return { output, errors, files, log: getLog("output") };
}

const textsOf = (lines: readonly string[] = []) =>
  lines.map((line) => (JSON.parse(line) as { text: string }).text);

describe("where the log goes", () => {
  test("to standard error, and to memory", () => {
    const { output, errors, log } = start({});
    log.info("one");
    log.debug("two");
    expect(textsOf(errors)).toEqual(["one"]);
    expect(output.recent.list({ limit: 9 }).map(({ text }) => text)).toEqual(["one"]);
  });

  test("to the file where there is one, and to the next that is named", () => {
    const { output, errors, files, log } = start({ file: "a" });
    log.info("one");
    output.apply({ ...settings, file: "b", level: "debug" });
    log.debug("two");
    output.apply({ ...settings, file: "b" });
    log.info("three");
    expect(files.map(({ path, isOpen, lines }) => [path, isOpen, textsOf(lines)])).toEqual([
      ["a", false, ["one"]],
      ["b", false, ["two"]],
      ["b", true, ["three"]],
    ]);
    expect(errors).toEqual([]);
  });

  test("stays as it is when the next cannot be opened", () => {
    const { output, files, log } = start({ file: "a" });
    expect(() => output.apply({ ...settings, file: "refused" })).toThrow("refused");
    log.info("one");
    expect(textsOf(files[0]?.lines)).toEqual(["one"]);
    expect(files[0]?.isOpen).toBe(true);
  });

  test("to standard error while the file is full, which is told at both places", () => {
    const { errors, files, log } = start({ file: "a" });
    const [file] = files;
    if (!file) throw new Error("no file was opened");
    file.isFull = true;
    log.info("one");
    log.info("two");
    file.isFull = false;
    log.info("three");
    log.info("four");
    expect(textsOf(errors)).toEqual([
      ...['the log file "a" cannot be written: no space left', "one", "two"],
    ]);
    expect(textsOf(file.lines)).toEqual([
      ...["three", "2 lines before this one are missing here", "four"],
    ]);
  });
});
