import { describe, expect, test } from "bun:test";

import { decodePlainMessage, encodePlainMessage } from "../../../src/config/message-wire.ts";
import { parseText } from "../../../src/config/text-format.ts";
import { printText } from "../../../src/config/text-printer.ts";
import messages from "../../fixtures/stock/messages.json";
import vectors from "../../fixtures/stock/text_format.json";

const components = "fleetspeak.components.Config";

function faultsOf(text: string, type = components): string[] {
  return parseText(type, text).faults.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe("text format, as the original reads it", () => {
  for (const { name, type, text, hex } of vectors) {
    test(name, () => {
      const { value, faults } = parseText(type, text);
      if (hex === undefined) return expect(faults).not.toBeEmpty();
      expect(faults).toEqual([]);
      expect(Buffer.from(encodePlainMessage(type, value)).toString("hex")).toBe(hex);
    });
  }

  test("a printed message reads back the same", () => {
    for (const { type, text, hex } of vectors) {
      if (hex === undefined) continue;
      const printed = printText(type, parseText(type, text).value);
      const { value, faults } = parseText(type, printed);
      expect(faults).toEqual([]);
      expect(Buffer.from(encodePlainMessage(type, value)).toString("hex")).toBe(hex);
    }
  });
});

describe("messages of the original", () => {
  for (const [index, { type, hex }] of messages.entries()) {
    test(`${index} ${type}: wire, plain, text and back`, () => {
      const plain = decodePlainMessage(type, Buffer.from(hex, "hex"));
      expect(Buffer.from(encodePlainMessage(type, plain)).toString("hex")).toBe(hex);
      const { value, faults } = parseText(type, printText(type, plain));
      expect(faults).toEqual([]);
      expect(Buffer.from(encodePlainMessage(type, value)).toString("hex")).toBe(hex);
    });
  }

  test("bytes that are cut short are refused", () => {
    const { type, hex } = messages.find(({ hex: { length } }) => length > 20) ?? {
      type: "",
      hex: "",
    };
    const bytes = Buffer.from(hex, "hex");
    expect(() => decodePlainMessage(type, bytes.subarray(0, bytes.length - 1))).toThrow(
      "these bytes are no",
    );
  });
});

describe("faults", () => {
  test("all of a file, each at its place", () => {
    const text = [
      "https_config {",
      '  listen_adress: ":443"',
      "  disable_streaming: maybe",
      '  key: "never closed',
      "}",
      'required_label: "a"',
      "proxy_protocol: true",
      'required_label: "b"',
    ].join("\n");
    expect(faultsOf(text)).toEqual([
      '2:3 fleetspeak.components.HttpsConfig has no field "listen_adress"',
      '3:22 "maybe" is not true or false',
      "4:8 this string is not closed before the end of its line",
      '8:1 "required_label" is set already in line 6',
    ]);
  });

  test("a misspelt field gets a suggestion", () => {
    expect(parseText(components, 'requiredLabels: "x"').faults[0]?.hint).toBe(
      'Did you mean "required_label"?',
    );
  });

  test("names that every object has are no fields", () => {
    expect(faultsOf("constructor: 1 __proto__ { }")).toHaveLength(2);
    expect(faultsOf("compression: toString", "fleetspeak.client.CommunicatorConfig")).toHaveLength(
      1,
    );
  });

  test.each([
    ["https_config {", '1:14 "{" is never closed'],
    ["https_config { listen_address: 'a' >", '1:36 ">" cannot close the "{" of line 1, column 14'],
    ["}", '1:1 "}" closes nothing that is open'],
    ["required_label 'a'", '1:16 a ":" is missing after "required_label"'.replace("16", "1")],
    ["required_label:\nproxy_protocol: true", '1:1 "required_label" has no value'],
    ["required_label: 5", '1:17 "5" is not a string in quotes'],
    ["required_label: ['a']", '1:17 "required_label" takes one value, not a list'],
    ["https_config: 5", '1:15 "5" stands where a message must begin'],
    ["required_label: '\\q'", '1:18 "\\q" is no escape sequence'],
    ["required_label: '\\400'", "1:18 \\400 is over \\377"],
    ["required_label: '\\xff'", "1:17 this string is not valid UTF-8"],
    ["required_label: '\\ud800'", "1:18 \\ud800 is no Unicode character"],
    ["1: 5", '1:1 "1" stands where a field name must stand'],
    ["[a.b.c]: 5", '1:1 fleetspeak.components.Config has no field "[a.b.c]"'],
    ["required_label: 'a',, proxy_protocol: 2", '1:21 "," stands where a field name must stand'],
    ["$ proxy_protocol: true", '1:1 "$" stands where a field name must stand'],
  ])("%j", (text, fault) => {
    expect(faultsOf(text)[0]).toBe(fault);
  });

  test("what follows a fault is read", () => {
    const text = "nonsense { a: [1, 2] b <> }\nrequired_label: 5\nproxy_protocol: true";
    const { value, faults } = parseText(components, text);
    expect(value).toEqual({ proxy_protocol: true });
    expect(faults).toHaveLength(2);
  });

  test("deep nesting ends in a fault", () => {
    const type = "fleetspeak.ClientServiceConfig";
    const any = "[type.googleapis.com/fleetspeak.ClientServiceConfig] { config {";
    const { faults } = parseText(type, `config { ${any.repeat(5000)}`);
    expect(faults.map(({ message }) => message)).toContain("messages are nested deeper than 100");
  });

  test("hostile text neither hangs nor throws", () => {
    for (const text of [
      "[".repeat(50_000),
      "{".repeat(50_000),
      "'",
      "a:".repeat(50_000),
      "\\",
      "\u0000",
      "-",
    ]) {
      expect(parseText(components, text).faults).not.toBeEmpty();
    }
  });
});

describe("the rest of the grammar", () => {
  const communicator = "fleetspeak.client.CommunicatorConfig";

  test("unknown fields can be ignored, whatever they hold", () => {
    const text = "x: -5 y { z: [1, {}] } [a.b/c] { } v: 'a' 'b'; max_poll_delay_seconds: 7";
    const { value, faults } = parseText(communicator, text, {
      ignoreUnknown: true,
    });
    expect(faults).toEqual([]);
    expect(value).toEqual({ max_poll_delay_seconds: 7 });
  });

  test.each([
    ["1", true],
    ["0x1", true],
    ["00", false],
    ["f", false],
  ])("bool %s", (text, expected) => {
    expect(parseText(communicator, `prefer_http2: ${text}`).value).toEqual({
      prefer_http2: expected,
    });
  });

  test.each(["TRUE", "2", "-1", "'true'", "-true"])("no bool: %s", (text) => {
    expect(faultsOf(`prefer_http2: ${text}`, communicator)).toHaveLength(1);
  });

  test.each(["08", "1a", "0x", "- 'a'", "1.", "--1", "2147483648", "-2147483649"])(
    "no int32: %s",
    (text) => {
      expect(faultsOf(`max_poll_delay_seconds: ${text}`, communicator)).not.toBeEmpty();
    },
  );

  test("an unsigned integer has no sign", () => {
    expect(faultsOf("sequencing_nonce: -0", "fleetspeak.ContactData")).toHaveLength(1);
    expect(
      faultsOf("sequencing_nonce: 18446744073709551616", "fleetspeak.ContactData"),
    ).toHaveLength(1);
  });

  test.each([
    ["1.5e3", 1500],
    ["-.5f", -0.5],
    ["10", 10],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["nan", Number.NaN],
  ])("double %s", (text, expected) => {
    const type = "fleetspeak.monitoring.AggregatedResourceUsage";
    expect(parseText(type, `mean_user_cpu_rate: ${text}`).value).toEqual({
      mean_user_cpu_rate: expected,
    });
  });

  test("an Any that is not expanded", () => {
    const { value, faults } = parseText(
      "fleetspeak.ClientServiceConfig",
      "config { type_url: 'x/y' value: 'z' }",
    );
    expect(faults).toEqual([]);
    expect(value["config"]).toEqual({
      type_url: "x/y",
      value: Buffer.from("z") as Uint8Array,
    });
  });

  test("an Any whose bytes are not of its type is printed as it is", () => {
    const type = "fleetspeak.ClientServiceConfig";
    const type_url = "type.googleapis.com/fleetspeak.client.ByteBlob";
    const message = { name: "a", config: { type_url, value: Buffer.from("\x07\x07") } };
    const { value, faults } = parseText(type, printText(type, message));
    expect(faults).toEqual([]);
    expect(value).toEqual({ name: "a", config: { type_url, value: new Uint8Array([7, 7]) } });
  });

  test("positions name every field, also inside an Any", () => {
    const text =
      "services {\n  name: 'G'\n  config { [type.googleapis.com/fleetspeak.grpcservice.Config] {\n    target: 'h:1' } }\n}";
    const { positions } = parseText("fleetspeak.server.ServerConfig", text);
    expect(positions.get("services[0].name")).toMatchObject({
      line: 2,
      column: 3,
    });
    expect(positions.get("services[0].config.target")).toMatchObject({
      line: 4,
      column: 5,
    });
  });

  test("columns count characters", () => {
    expect(faultsOf("required_label: '😀' nonsense: 1")[0]).toStartWith("1:21 ");
  });
});
