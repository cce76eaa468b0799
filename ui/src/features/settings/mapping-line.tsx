import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Select } from "@mantine/core";
import { ArrowRight, X } from "lucide-react";
import type { FieldView } from "../../bindings/FieldView";
import type { MappingRow } from "../../bindings/MappingRow";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { answerSource, CONTEXT_SOURCES } from "../../words/sources";
import classes from "./settings.module.css";

interface MappingLineProps {
  row: MappingRow;
  set: QuestionSet | null;
  fields: readonly FieldView[];
  /** Whether another row writes the same field. */
  twice: boolean;
  onChange: (part: Partial<MappingRow>) => void;
  onRemove: () => void;
}

export function MappingLine({ row, set, fields, twice, onChange, onRemove }: MappingLineProps) {
  const { t } = useLingui();
  const answers = (set?.questions ?? []).map(({ number, field }) => ({
    value: answerSource(field),
    label: `Q${number} · ${field}`,
  }));
  const context = Object.entries(CONTEXT_SOURCES).map(([value, label]) => ({
    value,
    label: t(label),
  }));
  const known = [...answers, ...context].some(({ value }) => value === row.from);
  const targets = fields
    .filter((field) => !field.read_only)
    .map(({ name, label }) => ({
      value: name,
      label: label === name ? name : `${label} (${name})`,
    }));
  const found = targets.some(({ value }) => value === row.to);

  return (
    <li>
      <Select
        aria-label={t`What is read`}
        placeholder={t`What is read`}
        searchable
        selectFirstOptionOnChange
        data={[
          ...(row.from && !known ? [{ group: t`Other`, items: [row.from] }] : []),
          { group: t`Answers`, items: answers },
          { group: t`Context`, items: context },
        ]}
        value={row.from || null}
        onChange={(from) => onChange({ from: from ?? "" })}
        allowDeselect={false}
      />
      <ArrowRight size={14} className={classes.arrow} aria-hidden />
      <Select
        aria-label={t`Field it goes to`}
        placeholder={t`Field it goes to`}
        searchable
        selectFirstOptionOnChange
        data={row.to && !found ? [{ value: row.to, label: row.to }, ...targets] : targets}
        value={row.to || null}
        onChange={(to) => onChange({ to: to ?? "" })}
        allowDeselect={false}
        error={twice ? t`Another row writes this field too` : undefined}
      />
      <ActionIcon aria-label={t`Remove this row`} onClick={onRemove}>
        <X size={15} />
      </ActionIcon>
    </li>
  );
}
