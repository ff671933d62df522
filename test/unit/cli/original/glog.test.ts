/** The log of the original's programs: lines, thresholds and files. */
import { describe, expect, test } from "bun:test";
import { mkdirSync, readFileSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { GlogFiles } from "../../../../src/cli/original/glog-files.ts";
import { Glog, formatGlogLine } from "../../../../src/cli/original/glog.ts";
import { GoFlags } from "../../../../src/cli/original/go-flags.ts";
import { declareLogFlags } from "../../../../src/cli/original/log-flags.ts";
import type { LogLevel } from "../../../../src/observability/log.ts";
import { makeConfigFolder } from "../../../helpers/config-files.ts";

const now = new Date(2026, 0, 2, 3, 4, 5, 6).getTime();

function open(argv: readonly string[], temporaryFolder = "/nowhere") {
  const flags = new GoFlags();
  const logFlags = declareLogFlags(flags);
  expect(flags.parse(argv).kind).toBe("arguments");
  let error = "";
  const writeError = (line: string) => void (error += line);
  const names = { program: "fleetspeak-x", temporaryFolder };
  const log = new Glog({ ...names, flags: logFlags, now: () => now, writeError });
  const say = (level: LogLevel, area = "server") =>
    log.entry({ level, area, text: `${level} of ${area}`, timestampMs: now });
  return { log, say, error: () => error };
}

/** What each severity's file holds besides its head. */
function filesIn(folder: string): Record<string, string> {
  const links = readdirSync(folder).filter((name) => !name.includes(".log."));
  return Object.fromEntries(
    links.map((name) => {
      const text = readFileSync(join(folder, readlinkSync(join(folder, name))), "utf8");
      return [name, text.slice(text.indexOf("msg\n") + 4)];
    }),
  );
}

const line = (severity: "INFO" | "WARNING" | "ERROR" | "FATAL", text: string) =>
  formatGlogLine(severity, now, "server", text);

describe("glog", () => {
  test("a line", () => {
    const pid = String(process.pid).padStart(7);
    expect(line("WARNING", "text")).toBe(`W0102 03:04:05.006000 ${pid} server:0] text\n`);
  });

  test("files hold their severity and what is above; errors go to standard error too", () => {
    using folder = makeConfigFolder();
    const { log, say, error } = open(["-log_dir", folder.path]);
    say("info");
    say("warning");
    say("error");
    say("debug");
    log.log("FATAL", "server", "over");
    const [info, warning, failure, fatal] = [
      line("INFO", "info of server"),
      line("WARNING", "warning of server"),
      line("ERROR", "error of server"),
      line("FATAL", "over"),
    ];
    expect(filesIn(folder.path)).toEqual({
      "fleetspeak-x.INFO": info + warning + failure + fatal,
      "fleetspeak-x.WARNING": warning + failure + fatal,
      "fleetspeak-x.ERROR": failure + fatal,
      "fleetspeak-x.FATAL": fatal,
    });
    expect(error()).toBe(failure + fatal);
  });

  test("names and head are those of glog", () => {
    using folder = makeConfigFolder();
    open(["-log_dir", folder.path]).say("info");
    const link = readlinkSync(join(folder.path, "fleetspeak-x.INFO"));
    expect(link).toMatch(
      new RegExp(`^fleetspeak-x\\.[^.]+\\.\\w+\\.log\\.INFO\\.20260102-030405\\.${process.pid}$`),
    );
    expect(readFileSync(join(folder.path, link), "utf8")).toStartWith(
      "Log file created at: 2026/01/02 03:04:05\nRunning on machine: ",
    );
  });

  test.each([
    [["-logtostderr"], ["info", "warning", "error"], false],
    [["-alsologtostderr"], ["info", "warning", "error"], true],
    [["-stderrthreshold=1"], ["warning", "error"], true],
    [["-stderrthreshold=FATAL"], [], true],
    [["-logtostderr", "-v=1"], ["debug", "info", "warning", "error"], false],
    [["-logtostderr", "-vmodule=serv*=1"], ["debug", "info", "warning", "error"], false],
    [["-logtostderr", "-v=2", "-vmodule=server=0"], ["info", "warning", "error"], false],
    [["-logtostderr", "-vmodule=client=1"], ["info", "warning", "error"], false],
  ] as const)("%j", (argv, shown, hasFiles) => {
    using folder = makeConfigFolder();
    const { say, error } = open([...argv, "-log_dir", folder.path]);
    for (const level of ["debug", "info", "warning", "error"] as const) say(level);
    const levels = error().match(/(?<=\] )\w+/g) ?? [];
    expect<readonly string[]>(levels).toEqual(shown);
    expect(readdirSync(folder.path).length > 0).toBe(hasFiles);
  });

  test("only what may have to be written is asked for", () => {
    expect(open([]).log.lowestLevel).toBe("info");
    expect(open(["-v=1"]).log.lowestLevel).toBe("debug");
    expect(open(["-vmodule=a=0,b=2"]).log.lowestLevel).toBe("debug");
  });

  test("-log_link has links to whole paths", () => {
    using folder = makeConfigFolder();
    const links = join(folder.path, "links");
    mkdirSync(links);
    open(["-log_dir", folder.path, "-log_link", links]).say("info");
    const target = readlinkSync(join(links, "fleetspeak-x.INFO"));
    expect(readFileSync(target, "utf8")).toContain("info of server");
  });

  test("a link that lies where the file belongs is not followed", () => {
    using folder = makeConfigFolder();
    using other = makeConfigFolder();
    open(["-log_dir", other.path]).say("info");
    const name = readlinkSync(join(other.path, "fleetspeak-x.INFO"));
    const target = folder.write("target", "mine\n");
    symlinkSync(target, join(folder.path, name));
    using temporary = makeConfigFolder();
    open(["-log_dir", folder.path], temporary.path).say("info");
    expect(readFileSync(target, "utf8")).toBe("mine\n");
    expect(filesIn(temporary.path)).toEqual({
      "fleetspeak-x.INFO": line("INFO", "info of server"),
    });
  });

  test("where no file can be made, standard error is told once", () => {
    const { say, error } = open(["-log_dir", "/nowhere/else"]);
    say("info");
    say("warning");
    expect(error().match(/log: cannot create log: /g)).toHaveLength(1);
  });
});

test("a full file is continued in the next", () => {
  using folder = makeConfigFolder();
  const flags = declareLogFlags(new GoFlags());
  const options = { directory: { value: folder.path }, linkDirectory: flags.linkDirectory };
  const files = new GlogFiles({
    flags: options,
    program: "fleetspeak-x",
    writeError: () => {},
    maxBytes: 400,
  });
  const text = `${"x".repeat(180)}\n`;
  for (const seconds of [0, 0, 0, 1, 1]) files.write(["INFO"], now + seconds * 1000, text);
  const names = readdirSync(folder.path).filter((name) => name.includes(".log."));
  const [first = "", second = ""] = names.toSorted().map((name) => join(folder.path, name));
  expect(names).toHaveLength(2);
  expect(readFileSync(first, "utf8")).toEndWith(
    `${text}Next log: ${second}\nCONTINUED IN NEXT FILE\n`,
  );
  expect(readFileSync(second, "utf8")).toContain(`Previous log: ${first}\n`);
  expect(readlinkSync(join(folder.path, "fleetspeak-x.INFO"))).toBe(
    second.slice(folder.path.length + 1),
  );
});
