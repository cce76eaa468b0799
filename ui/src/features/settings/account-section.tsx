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

export function AccountsSection({ accounts }: { accounts: AccountView[] }) {
  const [adding, add] = useDisclosure(false);
  const first = accounts.length === 0;
  return (
    <Section
      id="account"
      title={<Trans>iAdvize accounts</Trans>}
      about={
        <Trans>
          Leadbridge reads closed conversations with these accounts. The passwords stay where this
          computer keeps secrets.
        </Trans>
      }
    >
      {accounts.map((account) => (
        <Account key={account.key} account={account} />
      ))}
      {(first || adding) && <SignInForm account={null} onDone={add.close} />}
      {!first && !adding && (
        <div className={classes.row}>
          <Button variant="default" onClick={add.open}>
            <Trans>Add another account</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

function Account({ account }: { account: AccountView }) {
  const [changing, change] = useDisclosure(false);
  return (
    <>
      <SignedIn account={account} onChange={change.toggle} />
      {changing && <SignInForm account={account} onDone={change.close} />}
    </>
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
      {check.error && (
        <FaultNotice fault={check.error} onRetry={() => check.mutate({ account: account.key })} />
      )}
      <div className={classes.row}>
        <Button
          variant="default"
          loading={check.isPending}
          onClick={() => check.mutate({ account: account.key })}
        >
          <Trans>Check now</Trans>
        </Button>
        <Button variant="default" onClick={onChange}>
          <Trans>Sign in again</Trans>
        </Button>
        <Button variant="subtle" color="gray" onClick={leave.open} data-testid="sign-out">
          <Trans>Sign out</Trans>
        </Button>
      </div>
      <SignOutDialog opened={leaving} onClose={leave.close} account={account} />
    </>
  );
}
