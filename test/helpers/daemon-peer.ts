/** The process of a Daemon service in tests: what it does is its first argument. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, writeSync } from "node:fs";

import { connectDaemon } from "../../packages/connector/src/endpoint.ts";

const [mode = "", argument = ""] = process.argv.slice(2);
const outFd = Number(process.env["FLEETSPEAK_COMMS_CHANNEL_OUTFD"]);
const magic = Buffer.from("0110eef1", "hex");

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function stay(): void {
  setInterval(() => {}, 1000);
}

async function echo(): Promise<void> {
  const fleet = connectDaemon({ version: "7.1" });
  if (argument === "hello") {
    await fleet.send({
      messageType: `Hello ${process.pid} ${process.env["FLEETSPEAK_CLIENT_ID"]}`,
    });
  }
  for await (const message of fleet.messages()) {
    await fleet.send({ messageType: `${message.messageType}Response`, data: message.data });
  }
}

async function beat(): Promise<void> {
  const fleet = connectDaemon();
  for (let n = 0; n < Number(argument); n++) {
    await fleet.heartbeat();
    await Bun.sleep(20);
  }
  await fleet.send({ messageType: "LastBeat" });
  stay();
}

async function asSystem(): Promise<void> {
  const fleet = connectDaemon();
  const destination = { clientId: new Uint8Array(), serviceName: "system" };
  await fleet.send({ messageType: "MessageAck", destination });
  await fleet.send({ messageType: "After" });
  stay();
}

const modes: Readonly<Record<string, () => void | Promise<void>>> = {
  echo,
  beat,
  system: asSystem,
  garbage: () => {
    writeSync(outFd, "GET / HTTP/1.1\r\n\r\n");
    stay();
  },
  half: () => {
    writeSync(outFd, Buffer.concat([magic, word(100), Buffer.from("only this")]));
  },
  huge: () => {
    writeSync(outFd, Buffer.concat([magic, word(2 * 1024 * 1024 + 1)]));
    stay();
  },
  "no-message": () => {
    writeSync(outFd, Buffer.concat([magic, word(3), Buffer.from([0xff, 0xff, 0xff])]));
    stay();
  },
  "never-reads": stay,
  fail: () => {
    console.error("out of luck");
    process.exit(3);
  },
  stubborn: () => {
    process.on("SIGINT", () => {});
    connectDaemon()
      .send({ messageType: "Ready" })
      .catch(() => {});
    stay();
  },
  closes: () => {
    closeSync(outFd);
    closeSync(Number(process.env["FLEETSPEAK_COMMS_CHANNEL_INFD"]));
    stay();
  },
  deaf: async () => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
    await connectDaemon().send({ messageType: "Ready" });
    stay();
  },
  flood: async () => {
    connectDaemon();
    const chunk = Buffer.alloc(65_536, "flood ");
    for (;;) {
      for (const stream of [process.stdout, process.stderr]) {
        if (!stream.write(chunk)) await once(stream, "drain");
      }
    }
  },
  fork: () => {
    // Of the group, and holding the channel open.
    const child = spawn("sleep", ["1000"], { stdio: ["ignore", "ignore", "ignore", 3, 4] });
    writeSync(outFd, magic);
    console.error(`child ${child.pid}`);
    process.exit(0);
  },
  hog: async () => {
    const fleet = connectDaemon({ version: "hog" });
    const held = Buffer.alloc(Number(argument), 1);
    await fleet.send({ messageType: `Holds${held.length}` });
    stay();
  },
  write: async () => {
    connectDaemon();
    process.stdout.write("o".repeat(Number(argument)));
    process.stderr.write("oops\n");
    await Bun.sleep(50);
    process.exit(0);
  },
};

await modes[mode]?.();
