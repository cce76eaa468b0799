import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/mantine";
import "./styles/tokens.css";
import "./styles/global.css";
import { makeQueryClient } from "./api/query-client";
import { App } from "./app";
import { chosenLanguage, speak } from "./i18n/language";
import { choosePlatform } from "./platform/choose";
import { makeRouter } from "./routes/router";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  const [platform] = await Promise.all([choosePlatform(), speak(chosenLanguage())]);
  createRoot(root).render(
    <StrictMode>
      <App platform={platform} client={makeQueryClient()} router={makeRouter()} />
    </StrictMode>,
  );
}

void start();
