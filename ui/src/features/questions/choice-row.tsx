import { useLingui } from "@lingui/react/macro";
import { ActionIcon, TagsInput, TextInput } from "@mantine/core";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import type { ChoiceOption } from "../../bindings/ChoiceOption";
import { keepOldValue } from "./edits";
import { FieldFindings } from "./field-findings";
import classes from "./question-editor.module.css";

interface ChoiceRowProps {
  option: ChoiceOption;
  place: number;
  count: number;
  path: string;
  autoFocus: boolean;
  onChange: (option: ChoiceOption, what?: string) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  /** Enter in a value goes on with the next choice. */
  onNext: () => void;
}

export function ChoiceRow(props: ChoiceRowProps) {
  const { option, place, count, path, autoFocus, onChange, onMove, onRemove, onNext } = props;
  const { t } = useLingui();
  const name = option.value || String(place + 1);
  // The value as it was before it was typed over.
  const old = useRef<string | null>(null);
  const keepOld = () => {
    const next = old.current === null ? option : keepOldValue(option, old.current);
    old.current = null;
    if (next !== option) onChange(next, "value");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Another choice comes to this place with the focus.
    if (event.altKey && event.key.startsWith("Arrow")) old.current = null;
    if (event.altKey && event.key === "ArrowUp") onMove(place - 1);
    else if (event.altKey && event.key === "ArrowDown") onMove(place + 1);
    else if (event.key === "Enter" && option.value) onNext();
    else return;
    event.preventDefault();
  };
  const setLabels = (labels: string[]) =>
    onChange(labels.length > 0 ? { value: option.value, labels } : { value: option.value });

  return (
    <li className={classes.option} data-path={path}>
      <span className={classes.optionPlace} aria-hidden>
        {place + 1}.
      </span>
      <TextInput
        aria-label={t`Choice ${place + 1}: what is written to the lead`}
        value={option.value}
        autoFocus={autoFocus}
        onChange={(event) => {
          old.current ??= option.value;
          onChange({ ...option, value: event.currentTarget.value }, "value");
        }}
        onBlur={keepOld}
        onKeyDown={onKeyDown}
        data-path={`${path}.value`}
      />
      <div data-path={`${path}.labels`} className={classes.optionWords}>
        <TagsInput
          aria-label={t`Choice ${name}: what visitors say`}
          placeholder={option.labels?.length ? "" : t`A word that visitors say, Enter`}
          value={option.labels ?? []}
          onChange={setLabels}
          splitChars={[",", ";"]}
          acceptValueOnBlur
        />
      </div>
      <span className={classes.optionButtons}>
        <ActionIcon
          aria-label={t`Move ${name} up`}
          onClick={() => onMove(place - 1)}
          disabled={place === 0}
        >
          <ArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          aria-label={t`Move ${name} down`}
          onClick={() => onMove(place + 1)}
          disabled={place === count - 1}
        >
          <ArrowDown size={14} />
        </ActionIcon>
        <ActionIcon aria-label={t`Remove ${name}`} onClick={onRemove}>
          <X size={14} />
        </ActionIcon>
      </span>
      <div className={classes.optionNotes}>
        <FieldFindings path={path} />
      </div>
    </li>
  );
}
