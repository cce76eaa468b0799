import type { IntakeSettings } from "../../bindings/IntakeSettings";
import type { IntakeView } from "../../bindings/IntakeView";
import type { Ledger } from "../../bindings/Ledger";

const NONE = { expected: 0, by_webhook: 0, recovered: 0, left_out: 0, waiting: 0, missing: 0 };

let settings: IntakeSettings = {
  grace_seconds: 60,
  sweep_minutes: 5,
  live_seconds: 15,
  live_calls_per_hour: 600,
  rules: [],
};

const view = (): IntakeView => ({
  settings,
  following: 0,
  live_calls: 0,
  projects: [],
  channels: [],
});

/** How conversations come in: on the sample data nothing does. */
export const INTAKE_HANDLERS = {
  intake: view,
  set_intake: (_: unknown, request: IntakeSettings) => {
    settings = request;
    return view();
  },
  sweeps: () => [],
  sweep_now: () => [],
  start_backfill: () => [],
  stop_backfill: () => [],
  backfills: () => [],
  ledger: (): Ledger => ({ rows: [], total: NONE, sweeps: [], missing: [] }),
  handle_again: () => ({ count: 0 }),
};
