import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useAsk } from "../../api/use-ask";
import { useDo } from "../../api/use-do";
import type { MappingRow } from "../../bindings/MappingRow";
import type { Settings } from "../../bindings/Settings";
import { FaultNotice } from "../../components/fault-notice";
import { Section } from "../../components/section";
import { MappingLine } from "./mapping-line";
import classes from "./settings.module.css";

/** A row being edited; the key keeps its fields apart while rows come and go. */
interface DraftRow extends MappingRow {
  key: number;
}

let nextKey = 0;
const draftOf = (rows: readonly MappingRow[]): DraftRow[] =>
  rows.map((row) => ({ ...row, key: nextKey++ }));

export function MappingSection({ settings }: { settings: Settings }) {
  const save = useDo("set_mapping");
  const fields = useAsk("destination_fields", {}, { enabled: settings.destination !== null });
  const [draft, setDraft] = useState<DraftRow[] | null>(null);
  const [kept, setKept] = useState(() => draftOf(settings.mapping));
  const [seen, setSeen] = useState(settings.mapping);
  if (seen !== settings.mapping) {
    setSeen(settings.mapping);
    setKept(draftOf(settings.mapping));
  }
  const rows = draft ?? kept;
  const complete = rows.filter((row) => row.from && row.to).map(({ from, to }) => ({ from, to }));
  const change = (key: number, part: Partial<MappingRow>) =>
    setDraft(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));

  return (
    <Section
      id="mapping"
      title={<Trans>Mapping</Trans>}
      about={<Trans>What is written to which field. The person’s email always goes along.</Trans>}
    >
      {!settings.destination && (
        <p className={classes.hint}>
          <Trans>Choose a destination first; its fields then appear here.</Trans>
        </p>
      )}
      {fields.error && settings.destination && (
        <FaultNotice fault={fields.error} onRetry={() => fields.refetch()} />
      )}
      {settings.destination && (
        <>
          <ul className={classes.mapping}>
            {rows.map((row) => (
              <MappingLine
                key={row.key}
                row={row}
                set={settings.question_set}
                fields={fields.data ?? []}
                twice={rows.some(
                  (other) => other.key !== row.key && other.to !== "" && other.to === row.to,
                )}
                onChange={(part) => change(row.key, part)}
                onRemove={() => setDraft(rows.filter((each) => each.key !== row.key))}
              />
            ))}
          </ul>
          {save.error && <FaultNotice fault={save.error} />}
          <div className={classes.row}>
            <Button
              variant="default"
              leftSection={<Plus size={14} />}
              onClick={() => setDraft([...rows, { from: "", to: "", key: nextKey++ }])}
            >
              <Trans>Add a row</Trans>
            </Button>
            {draft && (
              <>
                <Button
                  loading={save.isPending}
                  onClick={() =>
                    save.mutate({ rows: complete }, { onSuccess: () => setDraft(null) })
                  }
                  data-testid="mapping-save"
                >
                  <Trans>Save the mapping</Trans>
                </Button>
                <Button variant="subtle" color="gray" onClick={() => setDraft(null)}>
                  <Trans>Undo changes</Trans>
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </Section>
  );
}
