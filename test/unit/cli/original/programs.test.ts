import { expect, test } from "bun:test";

import { originalProgram } from "../../../../src/cli/original/programs.ts";

test.each([
  ["fleetspeak-server", "fleetspeak-server"],
  ["/usr/bin/fleetspeak-client", "fleetspeak-client"],
  ["./fleetspeak-admin", "fleetspeak-admin"],
  ["C:\\Program Files\\fleetspeak-client.exe", "fleetspeak-client"],
  ["fleetspeak-config.EXE", "fleetspeak-config"],
  ["fleet", undefined],
  ["/usr/bin/fleetspeak-server/fleet", undefined],
  ["fleetspeak-server-2", undefined],
  ["myfleetspeak-server", undefined],
  ["", undefined],
])("called %p it is %p", (argv0, program) => {
  expect(originalProgram(argv0)).toBe(program as ReturnType<typeof originalProgram>);
});
