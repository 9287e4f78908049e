/** Tags that the registry has columns of their own for. They are data in the language of the region, not messages. */
export const SPECIAL_TAG = 'коррекционная'
export const CONTROLLED_TAG = 'контроль объективности'
