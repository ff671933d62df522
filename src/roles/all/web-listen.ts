/** Where the page and the API listen when the section names no address (ours.md 2). */
export const defaultWebListen = { host: "127.0.0.1", port: 6062 };
