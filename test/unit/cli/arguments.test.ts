import { describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findAdminAddress } from "../../../src/cli/server/admin-address.ts";
import { parseDuration } from "../../../src/cli/terminal/duration.ts";
import { clearForeignVariables } from "../../../src/cli/terminal/environment.ts";
import { readEnvironment } from "../../../src/cli/terminal/terminal.ts";
import { packText } from "../../../src/cli/terminal/text-value.ts";

const nothing = readEnvironment({});

describe("where the server is", () => {
  function makeState(content: string | undefined) {
    const folder = mkdtempSync(join(tmpdir(), "fleet-cli-"));
    const database = join(folder, "db.sqlite");
    mkdirSync(`${database}.d`);
    if (content !== undefined) writeFileSync(`${database}.d/run.json`, content);
    return {
      database,
      state: `${database}.d`,
      [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
    };
  }

  test("the flag comes first, then FLEET_ADMIN_ADDR, then run.json, then the original's port", () => {
    using state = makeState('{"admin":"127.0.0.1:7"}');
    const environment = readEnvironment({ FLEET_ADMIN_ADDR: "b:2", FLEET_STATE: state.state });
    const withState = readEnvironment({ FLEET_STATE: state.state });
    expect(findAdminAddress({ admin_addr: "a:1" }, environment).target).toBe("a:1");
    expect(findAdminAddress({}, environment)).toEqual({
      target: "b:2",
      foundBy: "from FLEET_ADMIN_ADDR",
    });
    expect(findAdminAddress({}, withState).target).toBe("127.0.0.1:7");
    expect(findAdminAddress({ database_path: state.database }, nothing).target).toBe("127.0.0.1:7");
    expect(findAdminAddress({}, nothing)).toEqual({
      target: "localhost:6061",
      foundBy: "the default",
    });
  });

  test("the socket is preferred to the port", () => {
    using state = makeState('{"admin":"127.0.0.1:7","socket":"/x/admin.sock"}');
    expect(findAdminAddress({ database_path: state.database }, nothing).target).toBe(
      "unix:/x/admin.sock",
    );
  });

  test.each([undefined, "", "[]", "{}", '{"admin":5}', '{"admin":"\u001b"}', "null"])(
    "run.json with %p gives no address, and says so",
    (content) => {
      using state = makeState(content);
      expect(() => findAdminAddress({ database_path: state.database }, nothing)).toThrow();
    },
  );

  test("a missing run.json means that no server runs, with how to start one", () => {
    const choice = { database_path: "/no/such/db" };
    expect(() => findAdminAddress(choice, nothing)).toThrow(
      expect.objectContaining({
        code: "unavailable",
        hint: expect.stringContaining("fleet all --database_path"),
      }),
    );
  });

  test("a missing run.json of FLEET_STATE is said to be that, and that the path is relative", () => {
    const environment = readEnvironment({ FLEET_STATE: "no-such.d" });
    expect(() => findAdminAddress({}, environment)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining("(from FLEET_STATE)"),
        hint: expect.stringContaining("FLEET_STATE is relative to this folder"),
      }),
    );
  });

  test.each([
    ["unix:/a/b", "unix:/a/b"],
    ["unix:///a/b", "unix:/a/b"],
    [":99", "localhost:99"],
    ["[::1]:99", "[::1]:99"],
  ])("%p means %p", (text, target) => {
    expect(findAdminAddress({ admin_addr: text }, nothing).target).toBe(target);
  });
});

describe("durations", () => {
  test.each([
    ["60", 60_000],
    ["1.5s", 1500],
    ["250ms", 250],
    ["2m", 120_000],
    ["24h", 86_400_000],
  ])("%p is %d ms", (text, ms) => expect(parseDuration(text)).toBe(ms));

  test.each(["", "0", "-1", "1d", "25h", "1e3", "NaN", "1 s", "9".repeat(400)])(
    "%p is none",
    (text) => expect(() => parseDuration(text)).toThrow("Write a number of seconds"),
  );
});

test("the environment keeps what is the system's and loses what would change the runtime", () => {
  const variables: Record<string, string> = {
    PATH: "p",
    FLEET_STATE: "f",
    HTTPS_PROXY: "p",
    NO_PROXY: "n",
    NODE_TLS_REJECT_UNAUTHORIZED: "0",
    BUN_CONFIG_VERBOSE_FETCH: "1",
    SSL_CERT_FILE: "x",
    GRPC_TRACE: "all",
    grpc_proxy: "x",
    http_proxy: "x",
  };
  clearForeignVariables(variables);
  expect(Object.keys(variables)).toEqual(["PATH", "FLEET_STATE", "HTTPS_PROXY", "NO_PROXY"]);
});

test("an empty variable is none", () => {
  expect(readEnvironment({ FLEET_ADMIN_ADDR: "" }).adminAddress).toBeUndefined();
});

test.each([0, 1, 127, 128, 300, 20_000])("text of %d bytes is packed as protobuf does", (bytes) => {
  const { value } = packText("x".repeat(bytes));
  const head =
    { 0: "", 1: "0a01", 127: "0a7f", 128: "0a8001", 300: "0aac02", 20000: "0aa09c01" }[bytes] ?? "";
  expect(Buffer.from(value).toString("hex")).toBe(head + "78".repeat(bytes));
});
