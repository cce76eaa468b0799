import type { Check } from "../bindings/Check";
import { useSaid } from "../words/use-said";
import { Dot } from "./dot";
import classes from "./evidence-line.module.css";
import { TimeAgo } from "./time-ago";

/** What the last try proved, and when. */
export function EvidenceLine({ check }: { check: Check }) {
  const say = useSaid();
  return (
    <p className={classes.line} data-ok={check.ok}>
      <Dot tone={check.ok ? "good" : "bad"} />
      <span>{say(check.message)}</span>
      <span className={classes.time}>
        <TimeAgo at={check.at} />
      </span>
    </p>
  );
}
