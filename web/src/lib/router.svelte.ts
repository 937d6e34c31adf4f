// Addresses of the page: history API, no hash routes. A view reads `route` and changes it with
// `go` (adds to the history), `replace` (does not) or `set_query`. Ordinary links work by
// themselves: a click on one of this page's addresses is taken over here.

export interface Route {
  path: string;
  query: URLSearchParams;
  hash: string; // without the sign, decoded
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function here(): Route {
  return {
    path: location.pathname,
    query: new URLSearchParams(location.search),
    hash: decoded(location.hash.slice(1)),
  };
}

export const router = $state<{ route: Route; visit: number }>({ route: here(), visit: 0 });

export function replace(address: string): void {
  history.replaceState(history.state, "", address);
  router.route = here();
}

export function go(address: string): void {
  history.replaceState({ y: scrollY }, "");
  const before: string = location.pathname;
  history.pushState({ y: 0 }, "", address);
  router.route = here();
  router.visit += 1;
  if (location.hash) requestAnimationFrame(() => find_target());
  else if (location.pathname !== before) scrollTo(0, 0);
}

// An element of that id, where the view has one already; views find their own entries themselves.
function find_target(): void {
  document.getElementById(router.route.hash)?.scrollIntoView();
}

// Sets parameters of the query, empty ones taken out; keeps path and hash.
export function set_query(values: Record<string, string | null>, add: boolean = false): void {
  const query: URLSearchParams = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const text: string = query.toString();
  const address: string = location.pathname + (text ? "?" + text : "") + location.hash;
  if (add) go(address);
  else replace(address);
}

function on_click(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link: Element | null = (event.target as Element).closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

// A view fills in its content after it has loaded; the place is found again once it is tall enough.
function return_to(y: number, tries: number = 40): void {
  scrollTo(0, y);
  if (y > 0 && tries > 0 && Math.abs(scrollY - y) > 2) setTimeout(return_to, 25, y, tries - 1);
}

export function start_router(): void {
  history.scrollRestoration = "manual";
  addEventListener("click", on_click);
  addEventListener("popstate", () => {
    router.route = here();
    router.visit += 1;
    return_to((history.state as { y?: number } | null)?.y ?? 0);
  });
  addEventListener("hashchange", () => (router.route = here()));
}
