import { expect, test } from 'vitest'
import { approvalNumber } from './approval-number.ts'

test.each([
  ['УТВЕРЖДАЮ\nМинистр\n___ З.И. Сова\n«10» сентября 2026 г. № 15', '15'],
  ['УТВЕРЖДЕНО\nприказом директора школы № 12\nот 10.09.2026 № 45-од', '45-од'],
  ['УТВЕРЖДЕН\nраспоряжением от 01.09.2026 г. № 112/1.', '112/1'],
  ['УТВЕРЖДАЮ\nДиректор МБОУ СОШ № 12\n__________ Р.Р. Сойка\n«___» _______ 2026 г.', null],
  ['УТВЕРЖДАЮ', null],
])('the number under %j is %j', (block, number) => {
  expect(approvalNumber(block)).toBe(number)
})
