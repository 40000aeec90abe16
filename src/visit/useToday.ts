/** The day on this device's wall clock. It turns at midnight, and when a page that slept is looked at again. */
import { useEffect, useState } from 'preact/hooks'
import { type CalendarDay, dayOf, untilTomorrow, writeDay } from './calendarDay.ts'

export function useToday(): CalendarDay {
  const [today, setToday] = useState(() => dayOf(new Date()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const now = new Date()
      clearTimeout(timer)
      // A little later than midnight: a timer may come early, and a clock may be set meanwhile.
      timer = setTimeout(look, Math.max(1000, untilTomorrow(now) + 50))
      setToday(known => (writeDay(known) === writeDay(dayOf(now)) ? known : dayOf(now)))
    }
    look()
    document.addEventListener('visibilitychange', look)
    addEventListener('pageshow', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pageshow', look)
    }
  }, [])
  return today
}
