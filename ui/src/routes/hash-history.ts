import { createBrowserHistory, parseHref, type RouterHistory } from "@tanstack/history";

/**
 * Addresses live wholly behind the `#`, so that they work from a file, a window and a server
 * alike. What stands before it (`?memory`, a token) is the page's own: TanStack's own hash history
 * would read it as part of the address.
 */
export function hashHistory(page: Window = window): RouterHistory {
  return createBrowserHistory({
    window: page,
    createHref: (href) => `${page.location.pathname}${page.location.search}#${href}`,
    parseLocation: () => parseHref(page.location.hash.slice(1) || "/", page.history.state),
  });
}
