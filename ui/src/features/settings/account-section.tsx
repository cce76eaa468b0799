import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useDo } from "../../api/use-do";
import type { AccountView } from "../../bindings/AccountView";
import { EvidenceLine } from "../../components/evidence-line";
import { FaultNotice } from "../../components/fault-notice";
import { Section } from "../../components/section";
import classes from "./settings.module.css";
import { SignInForm } from "./sign-in-form";
import { SignOutDialog } from "./sign-out-dialog";

const USUAL_ADDRESS = "https://api.iadvize.com";

export function AccountSection({ account }: { account: AccountView | null }) {
  const [changing, change] = useDisclosure(false);
  return (
    <Section
      id="account"
      title={<Trans>iAdvize account</Trans>}
      about={
        <Trans>
          Leadbridge reads closed conversations with this account. The password stays in this
          computer’s keyring.
        </Trans>
      }
    >
      {account && <SignedIn account={account} onChange={change.toggle} />}
      {(!account || changing) && <SignInForm account={account} onDone={change.close} />}
    </Section>
  );
}

function SignedIn({ account, onChange }: { account: AccountView; onChange: () => void }) {
  const check = useDo("check_account");
  const [leaving, leave] = useDisclosure(false);
  return (
    <>
      <dl className={classes.facts}>
        <dt>
          <Trans>Email</Trans>
        </dt>
        <dd data-testid="account-email">{account.email}</dd>
        <dt>
          <Trans>Platform</Trans>
        </dt>
        <dd>{account.platform}.iadvize.com</dd>
        {account.base_url !== USUAL_ADDRESS && (
          <>
            <dt>
              <Trans>Base address</Trans>
            </dt>
            <dd className={classes.code}>{account.base_url}</dd>
          </>
        )}
      </dl>
      {account.check && <EvidenceLine check={account.check} />}
      {!account.has_password && (
        <p className={classes.bad}>
          <Trans>The password is no longer in the keyring. Sign in again to go on.</Trans>
        </p>
      )}
      {check.error && <FaultNotice fault={check.error} onRetry={() => check.mutate({})} />}
      <div className={classes.row}>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
          <Trans>Check now</Trans>
        </Button>
        <Button variant="default" onClick={onChange}>
          <Trans>Sign in again</Trans>
        </Button>
        <Button variant="subtle" color="gray" onClick={leave.open} data-testid="sign-out">
          <Trans>Sign out</Trans>
        </Button>
      </div>
      <SignOutDialog opened={leaving} onClose={leave.close} email={account.email} />
    </>
  );
}
