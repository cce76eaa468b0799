import type { Topic } from "../bindings/Topic";
import { Fault, type Platform, toFault } from "./types";

const TOPICS: readonly Topic[] = ["events", "conversations", "leads", "settings", "questions"];

/** The engine behind the address this page came from. */
export const httpPlatform: Platform = {
  kind: "http",
  async call(command, request) {
    const response = await post(command, request);
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && body !== undefined) return body as never;
    const fault = toFault(body);
    if (body !== undefined && fault.code !== "internal") throw fault;
    if (response.status === 401 || response.status === 403) {
      throw new Fault("session_ended", `${command}: ${response.status}`);
    }
    throw body === undefined ? new Fault("unreachable", `${command}: ${response.status}`) : fault;
  },
  onChange(listener) {
    const source = new EventSource("/changes");
    // What changed while the line was down, nobody told us.
    let wasDown = false;
    source.onerror = () => {
      wasDown = true;
    };
    source.onopen = () => {
      if (wasDown) for (const topic of TOPICS) listener(topic);
      wasDown = false;
    };
    source.onmessage = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as Topic);
    return () => source.close();
  },
};

async function post(command: string, request: unknown): Promise<Response> {
  try {
    return await fetch(`/rpc/${command}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
    });
  } catch (cause) {
    throw new Fault("unreachable", cause instanceof Error ? cause.message : String(cause));
  }
}
