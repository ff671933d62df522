/**
 * What node:http makes of bytes: reads lines of hex on stdin, prints for each a line of JSON with the requests it saw.
 *
 * Run by the tests with Node.js itself, so that its parser is another than the one of the runtime under test.
 */
import http from "node:http";
import { createInterface } from "node:readline";
import { Duplex } from "node:stream";

function makeSocket() {
  return new Duplex({ allowHalfOpen: true, read() {}, write: (_chunk, _encoding, done) => done() });
}

function readRequests(bytes) {
  return new Promise((resolve) => {
    const requests = [];
    const server = http.createServer({ keepAliveTimeout: 1, connectionsCheckingInterval: 2 ** 30 });
    const onRequest = (request, response) => {
      const body = [];
      request.on("data", (piece) => body.push(piece));
      request.on("error", () => {});
      request.on("end", () => {
        const { method, url, rawHeaders } = request;
        requests.push({
          method,
          target: url,
          headers: rawHeaders,
          body: Buffer.concat(body).toString("hex"),
        });
        response.end();
      });
    };
    server.on("request", onRequest);
    server.on("checkContinue", onRequest);
    server.on("checkExpectation", (_request, response) => response.end());
    // Requests before the one that is refused are still being read.
    server.on("clientError", (_error, socket) =>
      setImmediate(() => setImmediate(() => socket.destroy())),
    );
    const socket = makeSocket();
    const giveUp = setTimeout(() => socket.destroy(), 500);
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(giveUp);
      server.close();
      resolve(requests);
    });
    server.emit("connection", socket);
    socket.push(bytes);
    socket.push(null);
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await readRequests(Buffer.from(line, "hex"))));
}
process.exit();
