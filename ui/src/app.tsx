import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { MantineProvider, mergeThemeOverrides, Notification } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { PlatformContext } from "./api/platform-context";
import type { Platform } from "./platform/types";
import type { makeRouter } from "./routes/router";
import { theme, variables } from "./styles/theme";

interface AppProps {
  platform: Platform;
  client: QueryClient;
  router: ReturnType<typeof makeRouter>;
}

export function App({ platform, client, router }: AppProps) {
  return (
    <I18nProvider i18n={i18n}>
      <Look>
        <Notifications position="bottom-right" limit={2} />
        <PlatformContext value={platform}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </PlatformContext>
      </Look>
    </I18nProvider>
  );
}

/** The look of everything, with the words that Mantine's own parts need in the person's language. */
function Look({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const close = t`Close`;
  const worded = useMemo(() => {
    const closeButtonProps = { "aria-label": close };
    const components = {
      Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
    };
    return mergeThemeOverrides(theme, { components });
  }, [close]);
  return (
    <MantineProvider theme={worded} cssVariablesResolver={variables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
