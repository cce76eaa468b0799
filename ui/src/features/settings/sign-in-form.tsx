import { Trans, useLingui } from "@lingui/react/macro";
import { Button, PasswordInput, Select, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useDo } from "../../api/use-do";
import type { AccountView } from "../../bindings/AccountView";
import { FaultNotice } from "../../components/fault-notice";
import classes from "./settings.module.css";

interface SignInFormProps {
  account: AccountView | null;
  onDone: () => void;
}

export function SignInForm({ account, onDone }: SignInFormProps) {
  const { t } = useLingui();
  const signIn = useDo("sign_in");

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const base_url = text("base_url");
    signIn.mutate(
      {
        email: text("email"),
        password: String(form.get("password") ?? ""),
        platform: text("platform") === "sd" ? "sd" : "ha",
        ...(base_url ? { base_url } : {}),
      },
      { onSuccess: onDone },
    );
  };

  return (
    <form onSubmit={submit} className={classes.fields}>
      <TextInput
        label={t`Email`}
        name="email"
        type="email"
        required
        withAsterisk={false}
        autoComplete="username"
        defaultValue={account?.email ?? ""}
        data-testid="sign-in-email"
      />
      <PasswordInput
        label={t`Password`}
        name="password"
        required
        withAsterisk={false}
        autoComplete="current-password"
        data-testid="sign-in-password"
        visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
      />
      <Select
        label={t`Platform`}
        description={t`Look at the address of your iAdvize`}
        name="platform"
        data={["ha.iadvize.com", "sd.iadvize.com"].map((label) => ({
          value: label.slice(0, 2),
          label,
        }))}
        defaultValue={account?.platform ?? "ha"}
        allowDeselect={false}
        data-testid="sign-in-platform"
      />
      <TextInput
        label={t`Base address (advanced)`}
        description={t`Leave empty, unless you try a simulator`}
        name="base_url"
        placeholder="https://api.iadvize.com"
        className={classes.mono ?? ""}
        data-testid="sign-in-base-url"
      />
      {signIn.error && (
        <div className={classes.wide}>
          <FaultNotice fault={signIn.error} />
        </div>
      )}
      <div className={classes.wide}>
        <Button type="submit" loading={signIn.isPending} data-testid="sign-in-submit">
          <Trans>Sign in to iAdvize</Trans>
        </Button>
      </div>
    </form>
  );
}
