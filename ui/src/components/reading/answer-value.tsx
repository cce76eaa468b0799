import { Trans, useLingui } from "@lingui/react/macro";
import type { Question } from "../../bindings/Question";
import { type Format, useFormat } from "../../i18n/format";
import classes from "./answer-value.module.css";

interface AnswerValueProps {
  question: Question | undefined;
  value: unknown;
}

/** A value set in the way its type is read. */
export function AnswerValue({ question, value }: AnswerValueProps) {
  const { t } = useLingui();
  const format = useFormat();
  if (value === null || value === undefined) {
    return (
      <span className={classes.none}>
        <Trans>No value</Trans>
      </span>
    );
  }
  if (typeof value === "boolean")
    return <span className={classes.value}>{value ? t`Yes` : t`No`}</span>;
  const type = question?.answer.type ?? "text";
  if (Array.isArray(value)) {
    return (
      <span className={classes.several}>
        {value.map((each) => (
          <span key={String(each)} className={classes.option}>
            {String(each)}
          </span>
        ))}
      </span>
    );
  }
  return (
    <span className={classes.value} data-type={type}>
      {inWords(value, type, format)}
    </span>
  );
}

/** A value as one line of text. */
export function inWords(value: unknown, type: string, format: Format): string {
  if (isAmount(value)) return format.money(value.amount, value.currency);
  if (typeof value === "number") return format.number(value);
  const text = String(value);
  return type === "date" && /^\d{4}-\d\d-\d\d$/.test(text) ? format.date(text) : text;
}

function isAmount(value: unknown): value is { amount: string; currency: string } {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value;
}
