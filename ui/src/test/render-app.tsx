import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { makeQueryClient } from "../api/query-client";
import { App } from "../app";
import { type LanguageChoice, speak } from "../i18n/language";
import { memoryPlatform } from "../platform/memory/memory";
import type { Command, Platform, RequestOf, ResponseOf } from "../platform/types";
import { makeRouter } from "../routes/router";

interface Options {
  language?: LanguageChoice;
  /** As in the address: `scene`, `fault`, `many`. */
  ask?: Record<string, string>;
  /** Answers to commands that the sample data can not give. */
  answers?: Answers;
}

/** What a fake engine answers to some commands; a `Fault` thrown is one that it gives. */
export type Answers = {
  [C in Command]?: (request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>>;
};

/** The platform, with some commands answered by a test. */
function answering(platform: Platform, answers: Answers): Platform {
  return {
    ...platform,
    async call<C extends Command>(command: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
      const answer = answers[command] as
        | ((request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>>)
        | undefined;
      return answer ? answer(request) : platform.call(command, request);
    },
  };
}

/** The whole window at an address, on the sample data. */
export async function renderApp(
  address: string,
  { language = "en", ask = {}, answers = {} }: Options = {},
) {
  await speak(language);
  const sample = memoryPlatform(new URLSearchParams({ delay: "0", many: "4", ...ask }));
  const platform = answering(sample, answers);
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }));
  render(<App platform={platform} client={makeQueryClient()} router={router} />);
  return { router, platform, user: userEvent.setup() };
}

export const CAMILLE = "4c8c7408-f73c-42cd-89e9-afbbee7d9024";
export const JAMES = "9b0de1c6-53d2-4c0e-8f6a-2f1f0c9b7e11";
export const AMELIE = "1f2a86f0-0f55-4f0e-9d5a-6d3c0f4f8a02";
export const LUCIA = "3b9a2c11-94f7-4a2c-8a0d-6f5e1d7c2b55";
