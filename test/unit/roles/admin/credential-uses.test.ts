import { expect, test } from "bun:test";

import { parseCredentialId } from "../../../../src/core/credential.ts";
import { CredentialUses } from "../../../../src/roles/admin/access/credential-uses.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";

const id = parseCredentialId("0123456789abcdef");

test("who is wrong about a credential does not take its end from who is right at the same time", async () => {
  const clock = new FakeClock();
  using uses = new CredentialUses(clock);
  const wrong = uses.hold(id);
  const right = uses.hold(id);
  wrong.undo();
  uses.expireAt(id, clock.now() + 1000);
  expect(right.signal.aborted).toBe(false);
  await clock.advance(1000);
  expect(right.signal.aborted).toBe(true);
});

test("who was let in is cut when it is revoked, whoever was wrong before or after", () => {
  using uses = new CredentialUses(new FakeClock());
  uses.hold(id).undo();
  const { signal } = uses.hold(id);
  uses.hold(id).undo();
  uses.cut(id);
  expect(signal.aborted).toBe(true);
});
