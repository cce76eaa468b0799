import { Trans } from "@lingui/react/macro";
import type { LeadRow } from "../bindings/LeadRow";
import type { PushResult } from "../bindings/PushResult";
import { useSaid } from "../words/use-said";
import classes from "./dry-run-dialog.module.css";

interface DryRunResultProps {
  result: PushResult;
  lead: Pick<LeadRow, "name" | "email"> | undefined;
  /** A field's name for people. */
  label: (field: string) => string;
}

export function DryRunResult({ result, lead, label }: DryRunResultProps) {
  const say = useSaid(label);
  return (
    <section className={classes.result}>
      <header className={classes.head}>
        <strong>{lead?.name ?? lead?.email ?? result.id}</strong>
        <span className={wouldBeWritten(result) ? classes.message : classes.warning}>
          {say(result.message)}
        </span>
      </header>
      {result.findings.length > 0 && (
        <ul className={classes.findings}>
          {result.findings.map((finding) => (
            <li key={finding.text}>{say(finding)}</li>
          ))}
        </ul>
      )}
      {result.changes.length === 0 && wouldBeWritten(result) && (
        <p className={classes.note}>
          <Trans>
            This conversation answers nothing that the mapping names: only the email and the
            transcript would be written.
          </Trans>
        </p>
      )}
      {result.changes.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Field</Trans>
              </th>
              <th scope="col">
                <Trans>Now</Trans>
              </th>
              <th scope="col">
                <Trans>Proposed</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {result.changes.map(({ field, now, proposed }) => (
              <tr key={field} data-same={now === proposed || undefined}>
                <th scope="row" title={field}>
                  {label(field)}
                </th>
                <td>
                  {now ?? (
                    <span className={classes.none}>
                      <Trans>empty</Trans>
                    </span>
                  )}
                </td>
                <td className={classes.proposed}>
                  {now === proposed ? (
                    <span className={classes.none}>
                      <Trans>unchanged</Trans>
                    </span>
                  ) : (
                    proposed
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Whether a push would write anything. */
export function wouldBeWritten({ message: { key } }: PushResult): boolean {
  return key === "would_create" || key === "would_update";
}
