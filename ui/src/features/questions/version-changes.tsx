import { Trans, useLingui } from "@lingui/react/macro";
import { Loader, Select } from "@mantine/core";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useAsk } from "../../api/use-ask";
import type { SetChange } from "../../bindings/SetChange";
import { FaultNotice } from "../../components/fault-notice";
import { useFormat } from "../../i18n/format";
import { changeInWords } from "../../words/changes";
import { useDesigner } from "./designer";
import panel from "./side-panels.module.css";
import classes from "./versions-panel.module.css";

const DRAFT = "draft";

/** What changed between two versions, or a version and what is being designed. */
export function VersionChanges() {
  const { t } = useLingui();
  const { detail } = useDesigner();
  const { row, versions } = detail;
  const [before, setBefore] = useState(String(row.in_use ?? versions[0]?.number ?? DRAFT));
  const [after, setAfter] = useState(DRAFT);
  const number = (side: string) => (side === DRAFT ? null : Number(side));
  const compared = useAsk(
    "compare_versions",
    { id: row.id, before: number(before), after: number(after) },
    { keepPrevious: true },
  );
  const sides = [
    { value: DRAFT, label: t`With your changes` },
    ...versions.map((version) => ({
      value: String(version.number),
      label: version.in_use ? t`Version ${version.number} (in use)` : t`Version ${version.number}`,
    })),
  ];
  const changes = compared.data?.changes;

  return (
    <section className={classes.compare} aria-label={t`What changed`}>
      <div className={classes.sides}>
        <Select
          label={t`Compare`}
          data={sides}
          value={before}
          onChange={(value) => setBefore(value ?? DRAFT)}
          allowDeselect={false}
        />
        <ArrowRight size={14} aria-hidden />
        <Select
          label={t`with`}
          data={sides}
          value={after}
          onChange={(value) => setAfter(value ?? DRAFT)}
          allowDeselect={false}
        />
      </div>
      {compared.error && <FaultNotice fault={compared.error} onRetry={() => compared.refetch()} />}
      {compared.isPending && <Loader size={16} aria-label={t`Loading`} />}
      {changes?.length === 0 && (
        <p className={panel.none}>
          <Trans>They are the same.</Trans>
        </p>
      )}
      {changes && changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <Change key={JSON.stringify(change)} change={change} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Change({ change }: { change: SetChange }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { what, before, after } = changeInWords(change, i18n, format);
  return (
    <li className={classes.change} data-kind={change.kind}>
      <span className={classes.where}>
        {change.number === null ? <Trans>Set</Trans> : `Q${change.number}`}
      </span>
      <div>
        <span className={classes.what}>{what}</span>
        {before !== null && <del>{before || "–"}</del>}
        {after !== null && <ins>{after || "–"}</ins>}
      </div>
    </li>
  );
}
