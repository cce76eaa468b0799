import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { FaultNotice } from "../components/fault-notice";
import { toFault } from "../platform/types";
import classes from "./broken.module.css";

/** What is left when a screen fails: the reason, and a way to draw it again. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={classes.broken}>
      <FaultNotice fault={toFault(error)} onRetry={retry} />
    </div>
  );
}
