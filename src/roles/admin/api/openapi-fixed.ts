/** The parts of the API's description that no operation decides. */

export const apiIntroduction = {
  title: "fleet",
  version: "1",
  description:
    "What operators of a fleet see and do. Times are RFC 3339, ids lower-case hex, bytes base64; what is absent is left out. " +
    "Fields are added over time: a client passes over those it does not know.",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
};

const problem = {
  type: "object",
  description: "RFC 9457",
  properties: {
    type: { type: "string", examples: ["urn:fleet:error:not_found"] },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string", examples: ["not_found"] },
    hint: { type: "string", description: "The next step" },
  },
  required: ["type", "title", "status", "detail", "code"],
};

export const fixedComponents = {
  schemas: { Problem: problem },
  parameters: {
    "Idempotency-Key": {
      name: "Idempotency-Key",
      in: "header",
      description:
        "Chosen by the caller: the same write with the same key is made once within 24 hours, and answered as the first time",
      schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" },
    },
  },
  headers: {
    "Idempotency-Replayed": {
      description: "true where the write had been made before",
      schema: { type: "string", enum: ["true"] },
    },
  },
  responses: {
    Problem: {
      description: "Why it was not done",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  },
  securitySchemes: {
    token: { type: "http", scheme: "bearer", description: "fleet token create" },
    session: {
      type: "apiKey",
      in: "cookie",
      name: "__Host-fleet_6062",
      description:
        "Of the page, by fleet web login; with the port of the server, and without TLS fleet_session_6062",
    },
  },
};

export const errorResponses = { default: { $ref: "#/components/responses/Problem" } };
