import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { sentence } from "../words/sentence";
import classes from "./email-form.module.css";

interface EmailFormProps {
  onSubmit: (email: string) => void;
  busy: boolean;
  /** Why the last one was not taken. */
  error?: string | null;
}

/** For a lead whose person nobody could name yet. */
export function EmailForm({ onSubmit, busy, error }: EmailFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim()) onSubmit(email.trim());
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        className={classes.input}
        type="email"
        required
        aria-label={t`The person’s email`}
        placeholder={t`name@example.com`}
        data-testid="lead-email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={error ? sentence(error) : undefined}
      />
      <Button type="submit" loading={busy} data-testid="lead-email-save">
        <Trans>Use this email</Trans>
      </Button>
    </form>
  );
}
