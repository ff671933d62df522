import { expect, test } from "bun:test";

import { escapePath } from "../../../../../src/roles/client/comms/http.ts";
import vector from "../../../../fixtures/stock/certificate_header.json";

test("a certificate stands in its header as the original writes it", () => {
  expect(escapePath(vector.pem)).toBe(vector.header);
});

test("what Go's url.PathEscape leaves stays, everything else is escaped", () => {
  expect(escapePath("$&+:=@-_.~")).toBe("$&+:=@-_.~");
  expect(escapePath("!'()*/;,? %")).toBe("%21%27%28%29%2A%2F%3B%2C%3F%20%25");
});
