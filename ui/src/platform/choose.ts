import type { Platform } from "./types";

/** The engine's window if this is one, sample data if asked for, else the address we came from. */
export async function choosePlatform(): Promise<Platform> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriPlatform;
  const asked = new URLSearchParams(window.location.search);
  if (asked.has("memory") || import.meta.env.VITE_PLATFORM === "memory") {
    const { memoryPlatform } = await import("./memory/memory");
    return memoryPlatform(asked);
  }
  return (await import("./http")).httpPlatform;
}
