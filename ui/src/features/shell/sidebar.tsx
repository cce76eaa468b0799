import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  Inbox,
  Keyboard,
  ListChecks,
  MessageCircleQuestionMark,
  Settings,
  UserRound,
} from "lucide-react";
import { setupSteps } from "../../api/setup";
import { useAsk } from "../../api/use-ask";
import { Logo } from "./logo";
import { NavItem } from "./nav-item";
import classes from "./sidebar.module.css";
import { ThemeButton } from "./theme-button";

export function Sidebar({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useLingui();
  const counts = useAsk("status", {}).data?.counts;
  const settings = useAsk("settings", {}).data;
  const steps = settings ? setupSteps(settings) : [];
  const done = steps.filter((step) => step.done).length;
  const leads = counts && Object.values(counts.leads).reduce((sum, count) => sum + count, 0);
  const stuck = counts ? counts.leads.refused + counts.leads.failed : 0;

  return (
    <nav className={classes.side} aria-label={t`Main`}>
      <Link to="/" className={classes.brand} aria-label="Leadbridge">
        <Logo />
        <span className={classes.name}>Leadbridge</span>
      </Link>
      <div className={classes.items}>
        {steps.length > 0 && done < steps.length && (
          <NavItem
            to="/welcome"
            icon={ListChecks}
            label={t`Set up`}
            count={`${done}/${steps.length}`}
            id="welcome"
          />
        )}
        <NavItem
          to="/conversations"
          icon={Inbox}
          label={t`Conversations`}
          count={counts?.conversations}
          id="conversations"
        />
        <NavItem
          to="/leads"
          icon={UserRound}
          label={t`Leads`}
          count={leads}
          alert={stuck > 0}
          id="leads"
        />
        <NavItem
          to="/questions"
          icon={MessageCircleQuestionMark}
          label={t`Questions`}
          id="questions"
        />
        <NavItem to="/settings" icon={Settings} label={t`Settings`} id="settings" />
      </div>
      <div className={classes.foot}>
        <ThemeButton />
        <Tooltip label={t`Keyboard shortcuts`} position="right">
          <ActionIcon aria-label={t`Keyboard shortcuts`} onClick={onShortcuts}>
            <Keyboard size={16} strokeWidth={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
}
