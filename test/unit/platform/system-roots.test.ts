import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { readSystemRoots } from "../../../src/platform/system-roots.ts";
import { makeTemporaryFolder } from "../../helpers/binary.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";

test("the first file that holds a certificate counts, and nothing of the environment", () => {
  using folder = makeTemporaryFolder();
  const path = (name: string) => join(folder.path, name);
  const [first, second] = [readCertificate("ca"), readCertificate("other-ca")];
  writeFileSync(path("empty"), "# nothing\n");
  writeFileSync(path("first"), first.certificates);
  writeFileSync(path("second"), second.certificates);
  const paths = ["missing", "empty", "first", "second"].map(path);
  const before = process.env["SSL_CERT_FILE"];
  process.env["SSL_CERT_FILE"] = path("second");
  try {
    expect(readSystemRoots(paths)).toBe(first.certificates);
    expect(readSystemRoots([path("missing"), folder.path])).toBeUndefined();
  } finally {
    if (before === undefined) delete process.env["SSL_CERT_FILE"];
    else process.env["SSL_CERT_FILE"] = before;
  }
});
