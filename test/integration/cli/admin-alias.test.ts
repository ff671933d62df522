/** fleet admin …: the commands of the original's admin tool against an admin API of ours. test/interop has the original's. */
import { describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { newBroadcastId } from "../../../src/core/ids.ts";
import { addClients, startFixture } from "../../helpers/admin-fixture.ts";
import { FakeTerminal, runFleet } from "../../helpers/fake-terminal.ts";
import { runOriginal } from "../../../src/cli/original/run-original.ts";

const columns = "Client ID:       Last Seen:              Labels:\n";

async function start() {
  const fixture = await startFixture();
  const [first = "", second = ""] = await addClients(fixture.context.store, "one", "two");
  const address = `unix:${fixture.socket}`;
  const fleet = (...args: readonly string[]) =>
    runFleet(["admin", ...args, "--admin_addr", address]);
  const original = async (...args: readonly string[]) => {
    const terminal = new FakeTerminal();
    const argv = ["-logtostderr", "-admin_addr", address, ...args];
    const exitCode = await runOriginal("fleetspeak-admin", "fleetspeak-admin", argv, terminal);
    return { exitCode, out: terminal.out, error: terminal.error };
  };
  return { fixture, first, second, fleet, original };
}

describe("fleet admin", () => {
  test("listclients, of all or of some", async () => {
    const { fixture, first, second, fleet } = await start();
    await using _fixture = fixture;
    const line = (id: string) =>
      `${id} \\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\d{4}\\.\\d\\d\\.\\d\\d \\[\\]\n`;
    const { exitCode, out } = await fleet("listclients");
    expect(exitCode).toBe(0);
    expect(out).toStartWith(columns);
    for (const id of [first, second]) expect(out).toMatch(new RegExp(`^${line(id)}`, "m"));
    expect((await fleet("listclients", second)).out).toMatch(
      new RegExp(`^${columns}${line(second)}$`),
    );
  });

  test("contacts of a client that has made none", async () => {
    const { fixture, first, fleet } = await start();
    await using _fixture = fixture;
    for (const name of ["listcontacts", "analysehistory"])
      expect(await fleet(name, first)).toEqual({
        exitCode: 0,
        out: "No contacts found.\n",
        error: "",
      });
  });

  test("files", async () => {
    const { fixture, fleet } = await start();
    await using _fixture = fixture;
    const path = join(fixture.folder, "file");
    writeFileSync(path, "content");
    expect((await fleet("storefile", "svc", "name", path)).out).toBe(
      "Stored file svc/name to server.\n",
    );
    const name = { serviceName: "svc", fileName: "name" };
    const stored = await fixture.context.store.files.get(name);
    expect(Buffer.from(stored?.data ?? []).toString()).toBe("content");
    expect((await fleet("deletefile", "svc", "name")).out).toBe(
      "Deleted file svc/name from server.\n",
    );
    expect(await fixture.context.store.files.get(name)).toBeUndefined();
    expect(await fleet("storefile", "svc", "name", "/nowhere")).toEqual({
      exitCode: 4,
      out: "",
      error: "error: Failed to read file [/nowhere]: open /nowhere: no such file or directory\n",
    });
  });

  test("broadcasts", async () => {
    const { fixture, fleet } = await start();
    await using _fixture = fixture;
    expect((await fleet("listactivebroadcasts")).out).toBe("No active broadcasts found.\n");
    const id = newBroadcastId();
    expect((await fleet("disablebroadcasts", id)).out).toBe(
      "Successfully sent disable request for 1 broadcasts.\n",
    );
  });

  test("blacklisting shows in the list", async () => {
    const { fixture, first, fleet } = await start();
    await using _fixture = fixture;
    expect(await fleet("blacklistclients", first)).toEqual({ exitCode: 0, out: "", error: "" });
    expect((await fleet("listclients", first)).out).toEndWith("[] *blacklisted*\n");
  });

  test("errors are those of the command line, with the original's words", async () => {
    const { fixture, fleet } = await start();
    await using _fixture = fixture;
    expect(await fleet("listclients", "zz")).toEqual({
      exitCode: 2,
      out: "",
      error:
        "error: Unable to convert [zz] (index 0) to client id: ClientID must be 16 characters\n",
    });
    const unknown = await fleet("blacklistclients", "0123456789abcdef");
    expect(unknown.exitCode).toBe(4);
    expect(unknown.error).toStartWith(
      "error: BlacklistClient RPC failed: rpc error: code = NotFound desc = ",
    );
  });
});

describe("fleetspeak-admin", () => {
  test("prints the same; what goes wrong is the log's last line and 1", async () => {
    const { fixture, first, fleet, original } = await start();
    await using _fixture = fixture;
    expect(await original("listclients", first)).toEqual({
      exitCode: 0,
      out: (await fleet("listclients", first)).out,
      error: "",
    });
    const { exitCode, out, error } = await original("blacklistclients", "0123456789abcdef");
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(error).toMatch(
      /^F\d{4} [\d:.]{15} +\d+ fleetspeak_admin:0\] BlacklistClient RPC failed: rpc error: code = NotFound desc = .*\n$/,
    );
  });

  test("without a command, or with an unknown one, it says which there are", async () => {
    const { fixture, original } = await start();
    await using _fixture = fixture;
    const usage = "Usage:\n    fleetspeak-admin listclients [<client_id>...]\n";
    expect((await original()).error).toStartWith(`A command is required.\n${usage}`);
    expect((await original("nonsense")).error).toStartWith(`Unknown command: nonsense\n${usage}`);
    expect(await original("deletefile")).toMatchObject({ exitCode: 1, out: "" });
  });
});
