import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type RouterHistory,
  useParams,
} from "@tanstack/react-router";
import { ConversationsScreen } from "../features/conversations/conversations-screen";
import { LeadsScreen } from "../features/leads/leads-screen";
import { WelcomeScreen } from "../features/onboarding/welcome-screen";
import { QuestionsScreen } from "../features/questions/questions-screen";
import { SettingsScreen } from "../features/settings/settings-screen";
import { Shell } from "../features/shell/shell";
import { Broken } from "./broken";
import { hashHistory } from "./hash-history";
import { Home } from "./home";
import { Lost } from "./lost";
import { QuestionSetPage } from "./question-set-page";
import { type Address, readAddress } from "./search";

const root = createRootRoute({
  validateSearch: (raw: Record<string, unknown>): Address => readAddress(raw),
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: Lost,
});

const home = createRoute({ getParentRoute: () => root, path: "/", component: Home });

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: WelcomeScreen,
});

// The list keeps its place while the conversation beside it changes with the inner address.
const conversations = createRoute({
  getParentRoute: () => root,
  path: "/conversations",
  component: function Conversations() {
    const { search } = conversations.useSearch();
    const { id } = useParams({ strict: false });
    return <ConversationsScreen selected={id ?? null} search={search ?? ""} />;
  },
});

const conversation = createRoute({ getParentRoute: () => conversations, path: "/$id" });

const leads = createRoute({
  getParentRoute: () => root,
  path: "/leads",
  component: function Leads() {
    const { search, state, lead } = leads.useSearch();
    return <LeadsScreen search={search ?? ""} state={state ?? null} lead={lead ?? null} />;
  },
});

const questions = createRoute({
  getParentRoute: () => root,
  path: "/questions",
  component: QuestionsScreen,
});

const questionSet = createRoute({
  getParentRoute: () => root,
  path: "/questions/$id",
  component: function QuestionSetRoute() {
    const { panel, question } = questionSet.useSearch();
    const { id } = questionSet.useParams();
    return <QuestionSetPage key={id} id={id} panel={panel ?? null} question={question ?? null} />;
  },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: function Settings() {
    return <SettingsScreen section={settings.useSearch().section ?? null} />;
  },
});

const routeTree = root.addChildren([
  home,
  welcome,
  conversations.addChildren([conversation]),
  leads,
  questions,
  questionSet,
  settings,
]);

/** Addresses live behind the `#`, so that they work from a file, a window and a server alike. */
export function makeRouter(history: RouterHistory = hashHistory()) {
  return createRouter({ routeTree, history, defaultErrorComponent: Broken });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
