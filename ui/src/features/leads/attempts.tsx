import { Trans, useLingui } from "@lingui/react/macro";
import { useFieldLabel } from "../../api/use-field-label";
import type { AttemptView } from "../../bindings/AttemptView";
import { Dot } from "../../components/dot";
import { useFormat } from "../../i18n/format";
import { OUTCOMES, TRIGGERS } from "../../words/leads";
import { useSaid } from "../../words/use-said";
import classes from "./lead-drawer.module.css";

/** Every try, newest first, with what the destination said. */
export function Attempts({ attempts }: { attempts: readonly AttemptView[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const say = useSaid(useFieldLabel());
  return (
    <section className={classes.section}>
      <h3>
        <Trans>Tries</Trans>
      </h3>
      {attempts.length === 0 && (
        <p className={classes.none}>
          <Trans>Not sent so far.</Trans>
        </p>
      )}
      <ol className={classes.attempts}>
        {attempts.map(({ number, outcome, started_at, finished_at, trigger, message }) => (
          <li key={number}>
            <Dot
              tone={outcome ? OUTCOMES[outcome].tone : "info"}
              pulse={!outcome && !finished_at}
            />
            <div>
              <div className={classes.outcome}>
                <span>
                  {outcome ? t(OUTCOMES[outcome].label) : <Trans>No answer recorded yet</Trans>}
                </span>
                <time dateTime={started_at} title={format.full(started_at)}>
                  {format.moment(started_at)}
                </time>
              </div>
              {message && <p className={classes.answer}>{say(message)}</p>}
              <p className={classes.trigger}>
                <Trans>
                  Try {number}, {t(TRIGGERS[trigger])}
                </Trans>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
