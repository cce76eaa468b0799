import { Navigate } from "@tanstack/react-router";
import { setupSteps } from "../api/setup";
import { useAsk } from "../api/use-ask";

/** Where to begin: at the first step when nothing is set up, else at the work. */
export function Home() {
  const settings = useAsk("settings", {});
  if (settings.isPending) return null;
  const started = settings.data ? setupSteps(settings.data).some((step) => step.done) : true;
  return <Navigate to={started ? "/conversations" : "/welcome"} replace />;
}
