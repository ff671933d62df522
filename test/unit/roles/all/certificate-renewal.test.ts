import { expect, test } from "bun:test";

import { getLog } from "../../../../src/observability/log.ts";
import { startCertificateRenewal } from "../../../../src/roles/all/certificate-renewal.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

function certified(certificate: string) {
  return { certificate, key: `key of ${certificate}` };
}

test("replaces what has changed, once, and goes on after a failure", async () => {
  const clock = new FakeClock();
  const answers = ["a", undefined, "b", "b"];
  const replaced: string[] = [];
  const renewal = startCertificateRenewal(
    {
      ...{ clock, log: getLog("test"), intervalMs: 1000 },
      current: () => {
        const next = answers.shift();
        return next === undefined
          ? Promise.reject(new Error("no key"))
          : Promise.resolve(certified(next));
      },
      replace: ({ certificate }) => void replaced.push(certificate),
    },
    "a",
  );
  while (answers.length > 0) {
    await waitFor(() => clock.pending > 0, { what: "the pause" });
    await clock.advance(1000);
  }
  await waitFor(() => clock.pending > 0, { what: "the pause" });
  expect(replaced).toEqual(["b"]);
  await renewal[Symbol.asyncDispose]();
});
