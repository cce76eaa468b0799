import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Textarea } from "@mantine/core";
import { X } from "lucide-react";
import { FieldFindings } from "./field-findings";
import { LengthMeter } from "./length-meter";
import classes from "./question-editor.module.css";

interface WordingFieldProps {
  id: string;
  label: string;
  number: number;
  value: string;
  path: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  /** Takes the language away; not there for the set's own. */
  onRemove?: () => void;
  autoFocus?: boolean;
}

/** The question in one language, measured as it is written. */
export function WordingField(props: WordingFieldProps) {
  const { id, label, number, value, path, onChange, onBlur, onRemove, autoFocus = false } = props;
  const { t } = useLingui();
  return (
    <div className={classes.wording} data-path={path} data-other={onRemove ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      <Textarea
        id={id}
        autosize
        minRows={onRemove ? 1 : 2}
        maxRows={8}
        value={value}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...(onBlur ? { onBlur } : {})}
        aria-describedby={`${id}-meter`}
      />
      {onRemove && (
        <ActionIcon aria-label={t`Remove ${label}`} title={t`Remove ${label}`} onClick={onRemove}>
          <X size={13} />
        </ActionIcon>
      )}
      <div className={classes.below}>
        <LengthMeter number={number} text={value} id={`${id}-meter`} />
        <FieldFindings path={path} />
      </div>
    </div>
  );
}
