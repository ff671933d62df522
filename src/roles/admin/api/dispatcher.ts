/**
 * The one way by which every operation is called, whatever the door: may the caller, does the input fit, was this write
 * made before; then the operation, and its entry in the audit log.
 */
import type { Caller } from "../../../core/caller.ts";
import { FleetError } from "../../../core/errors.ts";
import { entryOf } from "../access/audit-entry.ts";
import { requireScope } from "../access/require-scope.ts";
import type { ApiContext } from "./context.ts";
import { judgeChange } from "./judge.ts";
import type { Operation, OperationCall, PreparedCall } from "./operation.ts";
import { type ApiAnswer, answerOnce } from "./repetition.ts";

export interface ApiCall extends OperationCall {
  /** Chosen by the caller: a write with the same key is done once. */
  readonly idempotencyKey?: string | undefined;
}

export class Dispatcher {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /** Whether the caller may call it, before its input is read. @throws refused */
  check(operation: Operation, caller: Caller): void {
    authorize(operation, caller);
  }

  /** @throws refused, invalid_argument, conflict for a key that was used otherwise, and what the operation throws. */
  async call<Input, Output>(
    operation: Operation<Input, Output>,
    input: unknown,
    call: ApiCall,
  ): Promise<ApiAnswer<Output>> {
    authorize(operation, call.caller);
    const prepared = operation.prepare(input);
    requireScope(call.caller, prepared.scope, `this ${operation.name}`);
    const run = () => this.#run(operation, prepared, call);
    if (call.idempotencyKey === undefined || !operation.changes)
      return { output: await run(), replayed: false };
    const { canonicalInput } = prepared;
    const key = { ...call, idempotencyKey: call.idempotencyKey };
    return await answerOnce(this.#context, operation, canonicalInput, key, run);
  }

  /** Fails at once, not at the first value, where call would. */
  stream<Input, Output>(
    operation: Operation<Input, Output>,
    input: unknown,
    call: ApiCall,
  ): AsyncIterable<Output> {
    authorize(operation, call.caller);
    return operation.prepare(input).stream(this.#context, call);
  }

  async #run<Output>(
    operation: Operation<unknown, Output>,
    prepared: PreparedCall<Output>,
    call: OperationCall,
  ): Promise<Output> {
    const { store, clock, changed } = this.#context;
    const run = () => prepared.run(this.#context, call);
    if (prepared.change === undefined) return await run();
    const { caller } = call;
    const record = () => {
      const entry = entryOf(operation.name, prepared.change ?? "", caller, clock);
      return store.audit.record(entry, run, judgeChange);
    };
    const output = operation.ownEntry ? await run() : await record();
    changed?.({ action: prepared.change, isFrequent: operation.isFrequent, caller });
    return output;
  }
}

function authorize({ name, scope, socketOnly }: Operation, caller: Caller): void {
  if (socketOnly && caller.door !== "socket") {
    throw new FleetError("refused", `${name} is served only on the server's Unix socket`, {
      hint: "Call it on the server's machine: --admin_addr unix:PATH, or --database_path.",
    });
  }
  requireScope(caller, scope, name);
}
