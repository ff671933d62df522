/** That the recordings in test/fixtures/stock/command_lines.json are still what the original's programs say. */
import { expect, test } from "bun:test";

import { originalPrograms } from "../../src/cli/original/programs.ts";
import recorded from "../fixtures/stock/command_lines.json";
import { runBinary } from "../helpers/binary.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";

test.each(originalPrograms)("%s", async (program) => {
  const { usage, runs } = recorded[program];
  const name = program.replace("fleetspeak-", "") as "server" | "client" | "admin" | "config";
  const executable = stockPrograms[name];
  for (const { arguments: argv, status, complaint } of runs) {
    const stderr = `${complaint}Usage of ${executable}:\n${usage}`;
    expect(await runBinary(argv, { executable })).toEqual({ status, stdout: "", stderr });
  }
});
