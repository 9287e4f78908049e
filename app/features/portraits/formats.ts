/** Forms in which a portrait is saved. */
export const FORMATS = ['pdf', 'docx', 'xlsx', 'html'] as const
export type PortraitFormat = (typeof FORMATS)[number]
