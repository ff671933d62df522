import { expect, spyOn, test } from "bun:test";

import { countMessages } from "../../../../src/roles/admin/api/operations/count-messages.ts";
import type { CountQuery } from "../../../../src/store/reports.ts";
import { makeContext } from "../../../helpers/admin-fixture.ts";
import { operator } from "../../../helpers/web-fixture.ts";

test("counts that clients have made too many of are refused, not cut off", async () => {
  const context = makeContext();
  const row = {
    ...{ day: 0, direction: undefined, serviceName: undefined, messageType: "made up" },
    ...{ stored: 1, processed: 0, failed: 1, pending: 0 },
  };
  const there = { rows: 50_000 };
  const counts = async ({ limit = Infinity }: CountQuery) =>
    Array.from({ length: Math.min(there.rows, limit) }, () => row);
  spyOn(context.store.reports, "counts").mockImplementation(counts);
  const call = () =>
    countMessages
      .prepare({ by: ["type", "day"] })
      .run(context, { caller: operator, signal: new AbortController().signal });
  expect((await call()).counts.length).toBe(50_000);
  there.rows = 1_000_000;
  const refused = await call().catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({
    code: "resource_exhausted",
    message: "there are more than 50000 counts",
    hint: expect.stringContaining("from and to"),
  });
});
