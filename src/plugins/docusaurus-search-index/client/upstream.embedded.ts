/** Without a hosted service there is no client for it. */
export const createUpstream = (_appId: string, _apiKey: string): undefined => undefined;
