import type { DetectionChannel } from '@objektiv/forensics'

/** Message ids (`channel-cause.*`, `channel-check.*`) that go with a channel, most likely first. */
interface ChannelTexts {
  readonly causes: readonly string[]
  readonly checks: readonly string[]
}

const TEXTS: Readonly<Record<DetectionChannel, ChannelTexts>> = {
  level: {
    causes: ['gymnasium', 'strict-journal', 'self-selection', 'small-class'],
    checks: ['remark', 'other-subjects', 'journal'],
  },
  'task-profile': {
    causes: ['topic-just-revised', 'one-teacher', 'small-class'],
    checks: ['ask-teacher', 'remark'],
  },
  homogeneity: {
    causes: ['gymnasium', 'self-selection', 'small-class'],
    checks: ['compare-answers', 'remark'],
  },
  similarity: { causes: ['group-work', 'one-teacher', 'small-class'], checks: ['compare-answers', 'remark'] },
  boundary: {
    causes: ['benefit-of-doubt', 'own-marking-habit', 'small-class'],
    checks: ['remark', 'who-marked'],
  },
  leniency: {
    causes: ['own-marking-habit', 'topic-just-revised', 'one-teacher'],
    checks: ['remark', 'who-marked'],
  },
  leak: {
    causes: ['topic-just-revised', 'one-teacher', 'uploaded-late'],
    checks: ['ask-teacher', 'compare-answers'],
  },
  journal: { causes: ['strict-journal', 'self-selection', 'small-class'], checks: ['journal', 'remark'] },
  omission: {
    causes: ['taught-to-try', 'blanks-not-recorded', 'topic-just-revised', 'own-marking-habit'],
    checks: ['how-blanks', 'remark'],
  },
  tail: {
    causes: ['two-levels', 'gymnasium', 'small-class'],
    checks: ['remark', 'who-marked'],
  },
  'cohort-drift': {
    causes: ['classes-regrouped', 'new-teacher', 'self-selection', 'small-class'],
    checks: ['class-lists', 'next-year', 'remark'],
  },
  external: {
    causes: ['other-pupils', 'new-teacher'],
    checks: ['exam-next', 'remark'],
  },
}

export function channelTexts(channel: DetectionChannel): ChannelTexts {
  return TEXTS[channel]
}
