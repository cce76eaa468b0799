import type { ApiError } from "../bindings/ApiError";
import type { Code } from "../bindings/Code";
import type { Commands } from "../bindings/Commands";
import type { Topic } from "../bindings/Topic";

export type Command = keyof Commands;
export type RequestOf<C extends Command> = Commands[C][0];
export type ResponseOf<C extends Command> = Commands[C][1];

/** The engine, wherever it runs. */
export interface Platform {
  readonly kind: "tauri" | "http" | "memory";
  /** Runs a command. Rejects with a `Fault` and nothing else. */
  call<C extends Command>(command: C, request: RequestOf<C>): Promise<ResponseOf<C>>;
  /** Tells of each change until the returned function is called. */
  onChange(listener: (topic: Topic) => void): () => void;
}

/** What the engine can say went wrong, and what only this side of the wire can. */
export type FaultCode = Code | "unreachable" | "session_ended";

/** A failed command. */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string) {
    super(message);
    this.name = "Fault";
    this.code = code;
  }
}

/** Reads whatever a back end rejected with. */
export function toFault(cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  if (isApiError(cause)) return new Fault(cause.code, cause.message);
  return new Fault("internal", cause instanceof Error ? cause.message : String(cause));
}

function isApiError(cause: unknown): cause is ApiError {
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    typeof cause.code === "string" &&
    "message" in cause &&
    typeof cause.message === "string"
  );
}
