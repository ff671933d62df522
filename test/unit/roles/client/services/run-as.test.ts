import { describe, expect, test } from "bun:test";

import { resolveRunAs } from "../../../../../src/roles/client/services/daemon/run-as.ts";

const own = process.geteuid?.() ?? 0;
const passwd = `root:x:0:0:root:/root:/bin/bash
worker:x:${own}:${own}:Worker,,,:/srv/worker:
broken:x:a:b:::
`;

describe("run_as", () => {
  test("finds a user by name, with what belongs to a login", () => {
    expect(resolveRunAs("worker", passwd)).toEqual({
      uid: own,
      gid: own,
      environment: { HOME: "/srv/worker", USER: "worker", LOGNAME: "worker", SHELL: "/bin/sh" },
    });
  });

  test("takes numbers as they are", () => {
    expect(resolveRunAs(`${own}:12`, passwd)).toEqual({ uid: own, gid: 12, environment: {} });
  });

  test.each(["nobody-here", "broken", "work", ""])("refuses %j, who is no user", (name) => {
    expect(() => resolveRunAs(name, passwd)).toThrow(`names the user "${name}"`);
  });

  test("refuses to become somebody else without being root", () => {
    expect(() => resolveRunAs("root", passwd, 1000)).toThrow("only root");
    expect(resolveRunAs("root", passwd, 0).uid).toBe(0);
    expect(resolveRunAs("1000:1000", passwd, 1000).uid).toBe(1000);
  });
});
