/** fleet api: every operation of the server's API, by name. */
import type { ApiOptions } from "../actions/call-api.ts";
import { type CommandContext, type FleetCommand, withJson, withServerChoice } from "../command.ts";

export function registerApi(program: FleetCommand, { terminal, run }: CommandContext): void {
  const api = program
    .command("api [words...]")
    .usage("[operation] [--field value...] [options]")
    .summary("call any operation of the server's API")
    .description(
      "call an operation of the server's API; prints its answer as JSON. Without an operation, lists them.\n\n" +
        "Fields of the input are flags; those in the path may be given as words, in their order. " +
        "fleet api OPERATION --help lists them. docs/api.md describes the API.",
    )
    .option("--input <file>", "the input as a JSON object; - is standard input. Flags win over it")
    .option("--idempotency_key <text>", "a write with the same key is made once within a day")
    .allowUnknownOption()
    .helpOption(false)
    .examples(
      "fleet api",
      "fleet api list_clients --state online --limit 10",
      "fleet api get_client 0123456789abcdef",
      "fleet api send_message --input message.json",
      "fleet api watch_events --types message.failed,alert",
    );
  withJson(withServerChoice(api), "with a list of operations: print JSON").action(
    (words: string[], options: ApiOptions) =>
      run(async () => {
        const { callApi } = await import("../actions/call-api.ts");
        return callApi(terminal, words, options, api.helpInformation());
      }),
  );
}
