import { useLingui } from "@lingui/react/macro";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useLiveChanges } from "../../api/use-live-changes";
import classes from "./shell.module.css";
import { Shortcuts } from "./shortcuts";
import { Sidebar } from "./sidebar";
import { StatusBar } from "./status-bar";
import { useGlobalKeys } from "./use-global-keys";

/** The frame around every screen. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [helpOpen, help] = useDisclosure(false);
  useLiveChanges();
  useGlobalKeys(help.open);

  return (
    <div className={classes.shell}>
      <Sidebar onShortcuts={help.open} />
      <main className={classes.main} aria-label={t`Content`}>
        {children}
      </main>
      <StatusBar />
      <Shortcuts opened={helpOpen} onClose={help.close} />
    </div>
  );
}
