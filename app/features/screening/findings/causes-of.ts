import { DETECTION_CHANNELS, type DetectionChannel, type MarkerId } from '@objektiv/forensics'
import { channelTexts } from './channel-texts.ts'
import { methodsById } from './methods.ts'

/**
 * Message ids of every innocent cause that goes with these channels and markers, each once, most likely first: what a
 * school chooses from when it replies. Ids that are neither are passed over.
 */
export function causesOf(ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap(causesOfOne))]
}

function causesOfOne(id: string): string[] {
  const method = methodsById.get(id as MarkerId)
  if (method) return method.innocent.map(cause => cause.id)
  if (!isChannel(id)) return []
  return channelTexts(id).causes.map(cause => `channel-cause.${cause}`)
}

function isChannel(id: string): id is DetectionChannel {
  return (DETECTION_CHANNELS as readonly string[]).includes(id)
}
