import { createContext, use } from "react";
import type { Platform } from "../platform/types";

export const PlatformContext = createContext<Platform | null>(null);

export function usePlatform(): Platform {
  const platform = use(PlatformContext);
  if (!platform) throw new Error("PlatformContext is missing");
  return platform;
}
