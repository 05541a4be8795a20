/**
 * What MediaWiki has as extensions, and a wiki of ours has only when the setting `Extensions` names
 * it; what MediaWiki has not at all is called Jeton….
 */
export const extensionNames = [
  'CentralAuth',
  'JetonSessions',
  'JetonTokens',
  'OATHAuth',
  'ThirdPartySessionVerification',
] as const
export type ExtensionName = (typeof extensionNames)[number]

/** What switching an extension on changes in the defaults of other settings. */
export const extensionSettings: Readonly<Record<ExtensionName, Readonly<Record<string, unknown>>>> =
  {
    CentralAuth: {
      GroupPermissions: {
        steward: {
          'centralauth-lock': true,
          'centralauth-suppress': true,
          'centralauth-unmerge': true,
        },
      },
    },
    JetonSessions: {},
    JetonTokens: {},
    OATHAuth: {
      GroupPermissions: { user: { 'oathauth-enable': true } },
      GrantPermissions: { oath: { 'oathauth-api-all': true } },
      RateLimits: { badoath: { '&can-bypass': false, user: [10, 60], 'user-global': [10, 60] } },
    },
    ThirdPartySessionVerification: {},
  }
