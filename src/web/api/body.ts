/** Bodies of requests, of which no more is held than may be. */
import { HttpFaultError } from "./problem.ts";

/** @throws HttpFaultError 413 as soon as it is known to be longer. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const length = Number(request.headers.get("content-length") ?? "0");
  if (length > maxBytes) throw tooLong(maxBytes);
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: ReadableStream<Uint8Array> = request.body;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLong(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function tooLong(maxBytes: number): HttpFaultError {
  return new HttpFaultError(413, `the body has over ${maxBytes} bytes`);
}
