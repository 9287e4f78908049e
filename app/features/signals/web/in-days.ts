/** The local date so many days from now, 'YYYY-MM-DD'. */
export function inDays(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return day.toLocaleDateString('sv')
}
