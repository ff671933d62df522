import { describe, expect, test } from "bun:test";

import { type Answer, readAnswer, waitForAnswer } from "../../../src/cli/actions/stdin-answer.ts";
import { newMessageId, parseClientId } from "../../../src/core/ids.ts";
import { type Annotation, type IdentifiedMessage, makeMessage } from "../../../src/core/message.ts";
import { packAny } from "../../../src/proto/codec.ts";
import {
  encodeMessageError,
  encodeStdinOutput,
  typeNames,
} from "../../../src/proto/system-codec.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

const messageId = newMessageId();
const question = { messageId, service: "ls" };
const clientId = parseClientId("0011223344556677");

function fromClient(
  service: string,
  destination: string,
  fields: Partial<IdentifiedMessage>,
): IdentifiedMessage {
  return {
    ...makeMessage({
      source: { clientId, serviceName: service },
      destination: { clientId: undefined, serviceName: destination },
      messageType: "StdinServiceOutputMessage",
    }),
    messageId: newMessageId(),
    creationTime: { seconds: 1, nanos: 0 },
    ...fields,
  };
}

function reply(
  text: string,
  annotations: readonly Annotation[] = [],
  service = "ls",
): IdentifiedMessage {
  const output = { stdout: Buffer.from(text), stderr: new Uint8Array(), timestamp: undefined };
  const data = packAny(typeNames.stdinOutput, encodeStdinOutput(output));
  return fromClient(service, service, { data, annotations });
}

function errorReport(about = messageId): IdentifiedMessage {
  const data = packAny(typeNames.messageError, encodeMessageError(about, "it broke"));
  return fromClient("system", "system", { messageType: "MessageError", data });
}

const mine = { key: "fleet.in_reply_to", value: messageId };
const code = (value: string) => ({ key: "fleet.exit_code", value });
const textOf = (answer: Answer | undefined) => Buffer.from(answer?.output?.stdout ?? []).toString();

describe("one message", () => {
  test("a reply that names the question is the answer, with the program's exit code", () => {
    const answer = readAnswer(reply("out", [mine, code("3")]), question);
    expect(textOf(answer)).toBe("out");
    expect(answer?.exitCode).toBe(3);
  });

  test("a reply to another question is not", () => {
    expect(
      readAnswer(reply("out", [{ ...mine, value: newMessageId() }]), question),
    ).toBeUndefined();
  });

  test("a stock client's reply says nothing, and is taken as success", () => {
    expect(readAnswer(reply("out"), question)?.exitCode).toBe(0);
  });

  test.each(["-1", "256", "1e1", "", "x"])("an exit code of %p is none", (text) => {
    expect(readAnswer(reply("out", [mine, code(text)]), question)?.exitCode).toBeUndefined();
  });

  test("other services, types and data are passed over", () => {
    expect(readAnswer(reply("out", [mine], "cat"), question)).toBeUndefined();
    expect(readAnswer({ ...reply("out"), messageType: "Other" }, question)).toBeUndefined();
    expect(readAnswer({ ...reply("out"), data: undefined }, question)).toBeUndefined();
    const foreign = { typeUrl: "type.googleapis.com/x.Y", value: Buffer.from("x") };
    expect(readAnswer({ ...reply("out"), data: foreign }, question)).toBeUndefined();
  });

  test("a MessageError about the question is an answer, one about another is not", () => {
    expect(readAnswer(errorReport(), question)).toEqual({
      output: undefined,
      exitCode: undefined,
      error: "it broke",
    });
    expect(readAnswer(errorReport(newMessageId()), question)).toBeUndefined();
  });
});

describe("waiting", () => {
  /** Gives the messages, then nothing until it is ended. */
  async function* endless(
    messages: readonly IdentifiedMessage[],
    signal: AbortSignal,
  ): AsyncGenerator<IdentifiedMessage> {
    yield* messages;
    await new Promise((_, reject) => {
      const stop = () => reject(new Error("stopped"));
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop);
    });
  }

  function start(messages: readonly IdentifiedMessage[]) {
    const clock = new FakeClock();
    const enough = new AbortController();
    const feed = endless(messages, enough.signal);
    const answer = waitForAnswer({ messages: feed, question, timeoutMs: 60_000, clock, enough });
    return { clock, answer };
  }

  test("the reply is preferred to the error that overtook it", async () => {
    const { answer } = start([errorReport(), reply("out", [mine, code("1")])]);
    expect(textOf(await answer)).toBe("out");
  });

  test("an error without a reply is the answer after a moment", async () => {
    const { clock, answer } = start([errorReport()]);
    await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(1000);
    expect((await answer)?.error).toBe("it broke");
  });

  test("nothing at all is nothing, once the time is over", async () => {
    const { clock, answer } = start([reply("out", [], "cat")]);
    await clock.advance(59_999);
    expect(await Promise.race([answer, Promise.resolve("still waiting")])).toBe("still waiting");
    await clock.advance(1);
    expect(await answer).toBeUndefined();
  });

  test("what ends the feed by itself is thrown", async () => {
    async function* broken(): AsyncGenerator<IdentifiedMessage> {
      yield reply("x", [], "cat");
      throw new Error("cut");
    }
    const enough = new AbortController();
    const clock = new FakeClock();
    const answer = waitForAnswer({
      messages: broken(),
      question,
      timeoutMs: 60_000,
      clock,
      enough,
    });
    await expect(answer).rejects.toThrow("cut");
  });
});
