import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

interface EmptyStateProps {
  icon: LucideIcon;
  title: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  /** 1 where it is all that the screen shows. */
  level?: 1 | 2;
}

/** Nothing here, why, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? "h1" : "h2";
  return (
    <div className={classes.empty}>
      <span className={classes.icon}>
        <Icon size={20} strokeWidth={1.6} aria-hidden />
      </span>
      <Title className={classes.title}>{title}</Title>
      <p className={classes.words}>{children}</p>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
