import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ListRequest } from "../bindings/ListRequest";
import type { Command, Fault, RequestOf, ResponseOf } from "../platform/types";
import { usePlatform } from "./platform-context";

interface AskOptions {
  enabled?: boolean;
  keepPrevious?: boolean;
}

/** The answer to a command that only reads. */
export function useAsk<C extends Command>(
  command: C,
  request: RequestOf<C>,
  options: AskOptions = {},
) {
  const platform = usePlatform();
  return useQuery<ResponseOf<C>, Fault>({
    queryKey: [command, request],
    queryFn: () => platform.call(command, request),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type ListCommand = "conversations" | "leads" | "events";
type RowOf<C extends ListCommand> = ResponseOf<C>["rows"][number];

/** Rows of a list, page after page. */
export function useRows<C extends ListCommand>(command: C, request: Omit<ListRequest, "after">) {
  const platform = usePlatform();
  const query = useInfiniteQuery({
    queryKey: [command, request],
    queryFn: ({ pageParam }): Promise<ResponseOf<C>> =>
      platform.call<ListCommand>(
        command,
        pageParam ? { ...request, after: pageParam } : request,
      ) as Promise<ResponseOf<C>>,
    initialPageParam: null as string | null,
    getNextPageParam: (page: ResponseOf<C>) => page.next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.rows as RowOf<C>[]), [pages]);
  return {
    rows,
    fault: query.error as Fault | null,
    isPending: query.isPending,
    isPlaceholder: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isFetchingMore: query.isFetchingNextPage,
    fetchMore: query.fetchNextPage,
    retry: query.refetch,
  };
}
