import type { ReactNode } from "react";
import classes from "./choice-card.module.css";

interface ChoiceCardProps {
  name: string;
  checked: boolean;
  onChoose: () => void;
  title: ReactNode;
  children: ReactNode;
  testId?: string;
  disabled?: boolean;
}

/** One of a few ways to go, with what it means. */
export function ChoiceCard(props: ChoiceCardProps) {
  const { name, checked, onChoose, title, children, testId, disabled = false } = props;
  return (
    <label className={classes.card} data-checked={checked || undefined} data-testid={testId}>
      <input type="radio" name={name} checked={checked} onChange={onChoose} disabled={disabled} />
      <span>
        <span className={classes.title}>{title}</span>
        <span className={classes.words}>{children}</span>
      </span>
    </label>
  );
}
