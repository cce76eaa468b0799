import { QueryClient } from "@tanstack/react-query";
import { toFault } from "../platform/types";

/** Failures that a second try may cure by itself. */
const PASSING = new Set(["unreachable", "iadvize_unavailable", "destination_unavailable"]);

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The engine tells of changes, so an answer stays good until it does.
        staleTime: 60_000,
        refetchOnWindowFocus: true,
        networkMode: "always",
        retry: (count, cause) => count < 1 && PASSING.has(toFault(cause).code),
        retryDelay: 400,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
