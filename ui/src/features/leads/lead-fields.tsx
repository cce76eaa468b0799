import { Trans, useLingui } from "@lingui/react/macro";
import { useAsk } from "../../api/use-ask";
import { useFieldLabel } from "../../api/use-field-label";
import type { LeadField } from "../../bindings/LeadField";
import { CONTEXT_SOURCES, questionOf } from "../../words/sources";
import classes from "./lead-drawer.module.css";

/** What is sent, field by field, and where each value was read. */
export function LeadFields({ fields }: { fields: readonly LeadField[] }) {
  const { t } = useLingui();
  const settings = useAsk("settings", {}).data;

  const label = useFieldLabel();

  const origin = (from: string) => {
    const question = questionOf(from, settings?.question_set);
    if (question) return t`Answer to Q${question.number}`;
    const context = CONTEXT_SOURCES[from];
    return context ? t(context) : from;
  };

  return (
    <section className={classes.section}>
      <h3>
        <Trans>Fields</Trans>
      </h3>
      {fields.length === 0 && (
        <p className={classes.none}>
          <Trans>Nothing is mapped to a field yet.</Trans>
        </p>
      )}
      <dl className={classes.fields}>
        {fields.map(({ field, value, from }) => (
          <div key={field}>
            <dt title={field}>{label(field)}</dt>
            <dd>
              <span className={classes.value}>{value}</span>
              <span className={classes.from}>{origin(from)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
