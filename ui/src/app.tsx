import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
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
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <Notifications position="bottom-right" limit={2} />
        <PlatformContext value={platform}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </PlatformContext>
      </MantineProvider>
    </I18nProvider>
  );
}
