import { expect, test } from "bun:test";

import { makeDaemonService } from "../../../../../src/roles/client/services/daemon/daemon.ts";
import { decodeStdOutput } from "../../../../../src/proto/service-codec.ts";
import { daemonSettings, makeServiceHarness } from "../../../../helpers/service-harness.ts";
import { waitFor } from "../../../../helpers/wait-for.ts";

const own = process.geteuid?.() ?? 0;
// As root somebody else, so that the change is seen; else the only user that is allowed.
const runAs = own === 0 ? "65534:65534" : `${own}:${process.getegid?.() ?? own}`;

test("run_as: the process is that user, in no other group", async () => {
  using harness = makeServiceHarness();
  const stdParams = { serviceName: "out", flushBytes: 1000, flushTimeMs: 60_000 };
  const argv = ["/bin/sh", "-c", "id -u; id -g; id -G"];
  const service = makeDaemonService(daemonSettings(argv, { runAs, stdParams }), harness.context);
  const output = await waitFor(() => harness.sent[0]?.data?.value, { what: "the output" });
  await service[Symbol.asyncDispose]();
  const [uid, gid, groups] = Buffer.from(decodeStdOutput(output).stdout).toString().split("\n");
  expect(`${uid}:${gid}`).toBe(runAs);
  if (own === 0) expect(groups).toBe("65534");
});

test("run_as: a user who does not exist refuses the service at once", () => {
  using harness = makeServiceHarness();
  const settings = daemonSettings(["/bin/true"], { runAs: "nobody-of-this-name" });
  expect(() => makeDaemonService(settings, harness.context)).toThrow("nobody-of-this-name");
});
