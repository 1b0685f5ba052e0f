/**
 * What class of problem an error is. Every surface maps kinds, not single codes, so a new code needs no change there.
 * `status` is the HTTP status, `exit` the process exit code, `jsonRpc` the code of a JSON-RPC error
 * where MCP has no tool result to carry the error (resources, unknown tools).
 */
export const errorKinds = {
  invalid: { status: 400, exit: 2, jsonRpc: -32602 },
  unauthenticated: { status: 401, exit: 4, jsonRpc: -32600 },
  forbidden: { status: 403, exit: 4, jsonRpc: -32600 },
  'not-found': { status: 404, exit: 3, jsonRpc: -32002 },
  'wrong-method': { status: 405, exit: 2, jsonRpc: -32601 },
  conflict: { status: 409, exit: 1, jsonRpc: -32603 },
  'too-large': { status: 413, exit: 1, jsonRpc: -32602 },
  unsupported: { status: 415, exit: 1, jsonRpc: -32602 },
  unprocessable: { status: 422, exit: 1, jsonRpc: -32602 },
  limited: { status: 429, exit: 5, jsonRpc: -32603 },
  cancelled: { status: 499, exit: 130, jsonRpc: -32603 },
  internal: { status: 500, exit: 70, jsonRpc: -32603 },
  unavailable: { status: 503, exit: 5, jsonRpc: -32603 },
} as const satisfies Record<string, { status: number; exit: number; jsonRpc: number }>;

export type ErrorKind = keyof typeof errorKinds;
