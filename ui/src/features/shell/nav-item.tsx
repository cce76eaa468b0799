import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import { useFormat } from "../../i18n/format";
import classes from "./sidebar.module.css";

interface NavItemProps {
  to: "/welcome" | "/conversations" | "/leads" | "/questions" | "/settings";
  icon: LucideIcon;
  label: string;
  id: string;
  count?: number | string | undefined;
  alert?: boolean;
}

export function NavItem({ to, icon: Icon, label, id, count, alert = false }: NavItemProps) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Link
      to={to}
      className={classes.item}
      activeProps={{ "aria-current": "page" }}
      data-testid={`nav-${id}`}
      title={label}
    >
      <Icon size={16} strokeWidth={1.7} aria-hidden />
      <span className={classes.label}>{label}</span>
      {alert && (
        <span className={classes.alert} role="img" aria-label={t`Some need your attention`} />
      )}
      {count !== undefined && (
        <span className={classes.count}>
          {typeof count === "number" ? format.number(count) : count}
        </span>
      )}
    </Link>
  );
}
