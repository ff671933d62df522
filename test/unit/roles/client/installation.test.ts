import { describe, expect, test } from "bun:test";

import type { ClientServiceConfig } from "../../../../src/config/schemas/client-service.ts";
import { clientLabels } from "../../../../src/roles/client/labels.ts";
import type { ServiceDefinition } from "../../../../src/config/service-signing.ts";
import { chooseInstallations } from "../../../../src/roles/client/services/installation.ts";
import { ClientMemory } from "../../../../src/roles/client/state/memory.ts";
import { openDatabase, temporaryFolder } from "./support.ts";

const labels = clientLabels(["blue"], "x64", "win32");

function definition(
  name: string,
  fields: Partial<ClientServiceConfig> = {},
  signed = false,
): ServiceDefinition {
  const config: ClientServiceConfig = {
    name,
    settings: { factory: "NOOP" },
    config: undefined,
    requiredLabels: [],
    signedTime: undefined,
    ...fields,
  };
  return { config, signature: new Uint8Array(signed ? 3 : 0) };
}

async function choose(
  definitions: readonly ServiceDefinition[],
): Promise<{ names: string[]; refused: Record<string, string> }> {
  using folder = temporaryFolder();
  await using database = openDatabase(folder);
  return await chooseWith(new ClientMemory(database), definitions);
}

async function chooseWith(
  memory: ClientMemory,
  definitions: readonly ServiceDefinition[],
): Promise<{ names: string[]; refused: Record<string, string> }> {
  const before = new Map([["bad.service", "its signature is wrong"]]);
  const { installations, refused } = await chooseInstallations(
    { definitions, refused: before },
    labels,
    memory,
  );
  return { names: installations.map(({ name }) => name), refused: Object.fromEntries(refused) };
}

describe("the choice of services", () => {
  test("knows this client by Go's names", () => {
    expect(labels.map(({ label }) => label)).toEqual(["amd64", "windows", "blue"]);
    expect(clientLabels(["linux"], "arm64", "linux").map(({ label }) => label)).toEqual([
      "arm64",
      "linux",
    ]);
  });

  test("installs what has no requirements or meets them, and is silent about what is for others", async () => {
    const blue = [{ serviceName: "client", label: "blue" }];
    const red = [{ serviceName: "client", label: "red" }];
    const other = [{ serviceName: "x", label: "blue" }];
    const chosen = await choose([
      definition("any"),
      definition("blue", { requiredLabels: blue }),
      definition("red", { requiredLabels: [...blue, ...red] }),
      definition("other", { requiredLabels: other }),
    ]);
    expect(chosen).toEqual({
      names: ["any", "blue"],
      refused: { "bad.service": "its signature is wrong" },
    });
  });

  test("refuses reserved names and the second of one name", async () => {
    const { names, refused } = await choose([
      definition("system"),
      definition("a"),
      definition("a"),
      definition(""),
    ]);
    expect(names).toEqual(["a"]);
    expect(refused["system"]).toContain("reserved");
    expect(refused[""]).toContain("reserved");
    expect(refused["a"]).toContain("twice");
  });

  test("refuses a signed configuration that is older than one accepted before", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const memory = new ClientMemory(database);
    const at = (seconds: number) => [definition("a", { signedTime: { seconds, nanos: 0 } }, true)];
    expect((await chooseWith(memory, at(100))).names).toEqual(["a"]);
    expect((await chooseWith(memory, at(100))).names).toEqual(["a"]);
    expect((await chooseWith(memory, at(99))).refused["a"]).toContain("older");
    expect((await chooseWith(memory, [definition("a", {}, true)])).refused["a"]).toContain("older");
    expect((await chooseWith(memory, at(101))).names).toEqual(["a"]);
  });

  test("does not let an unsigned configuration move the time", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const memory = new ClientMemory(database);
    await chooseWith(memory, [definition("a", { signedTime: { seconds: 1e9, nanos: 0 } })]);
    expect(memory.newestSignedTime("a")).toBeUndefined();
  });
});
