/** fleet client status, and the commands of a repacked executable, without processes. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { repackedCommands } from "../../../src/cli/repacked-program.ts";
import { makeConfigFolder } from "../../helpers/config-files.ts";
import { runFleet } from "../../helpers/fake-terminal.ts";

const status = {
  pid: process.pid,
  version: "1",
  clientId: "0123456789abcdef",
  state: "connected",
  since: "2026-05-01T12:00:00.000Z",
  outbox: { messages: 2, bytes: 300 },
  services: ["ls", "cat"],
  refusedServices: { rm: "it is not signed" },
};

describe("fleet client status", () => {
  const run = async (content: object | string, ...more: string[]) => {
    using folder = makeConfigFolder();
    const text = typeof content === "string" ? content : JSON.stringify(content);
    folder.write("state.fleet.status.json", text);
    return await runFleet([
      "client",
      "status",
      "--state_file",
      join(folder.path, "state"),
      ...more,
    ]);
  };

  test("says what the client wrote, for people and as JSON", async () => {
    const { out, exitCode } = await run(status);
    expect(exitCode).toBe(0);
    expect(out).toContain("client id:        0123456789abcdef\n");
    expect(out).toContain("state:            connected\n");
    expect(out).toContain("outbox:           messages 2, bytes 300\n");
    expect(out).toContain("refused services: rm it is not signed\n");
    expect(JSON.parse((await run(status, "--json")).out)).toEqual({ ...status, running: true });
  });

  test("notices that a client ended without saying so, and believes one that said it", async () => {
    // Over the largest that Linux gives.
    const lost = { ...status, pid: 4_194_305 };
    expect((await run(lost)).out).toContain("not running (last: connected)");
    expect(JSON.parse((await run(lost, "--json")).out)).toMatchObject({ running: false });
    expect((await run({ ...status, state: "stopped" })).out).toContain(
      "state:            stopped\n",
    );
  });

  test.each(["", "nothing", "[1", "12", "null"])("%p is no status", async (text) => {
    const { error, exitCode } = await run(text);
    expect([exitCode, error]).toEqual([1, expect.stringContaining("is no status of a client")]);
  });

  test("what is in the file cannot steer a terminal", async () => {
    expect((await run({ ...status, lastError: "\u001b[2J" })).out).toContain("\\u001b[2J");
  });

  test("without a client there is none", async () => {
    const { error, exitCode } = await runFleet([
      "client",
      "status",
      "--state_file",
      "/nowhere/state",
    ]);
    expect(exitCode).toBe(4);
    expect(error).toContain('no client has left its status in "/nowhere/state.fleet.status.json"');
  });

  test("its place comes from the client's file, too", async () => {
    using folder = makeConfigFolder();
    const { error } = await runFleet([
      "client",
      "status",
      "--config",
      join(folder.path, "missing"),
    ]);
    expect(error).toContain("missing");
    const both = await runFleet(["client", "status", "--config", "a", "--state_file", "b"]);
    expect(both.error).toContain("exclude each other");
  });
});

describe("a repacked executable", () => {
  const block = new Uint8Array();

  test("is the client without arguments, and keeps its few commands", () => {
    expect(repackedCommands(block, []).words).toEqual(["client"]);
    for (const argv of [
      ["client", "status"],
      ["version"],
      ["inspect", "x"],
      ["repack"],
      ["--help"],
    ]) {
      expect(repackedCommands(block, argv).words).toEqual(argv);
    }
  });

  test.each(["all", "server", "run", "config", "exec", "complete", "", "constructor"])(
    "%p is refused",
    (command) => {
      expect(() => repackedCommands(block, [command])).toThrow("none of its commands");
    },
  );
});
