/** The whole screen for the page, where the browser can give it. */
import { useEffect, useState } from 'preact/hooks'

export function useFullScreen() {
  const [on, setOn] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const look = () => setOn(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
  }
  return {
    can: document.fullscreenEnabled,
    on,
    leave,
    toggle() {
      if (document.fullscreenElement) leave()
      // Refused, for instance by a policy: the class fills the window as it is.
      else document.documentElement.requestFullscreen().catch(() => undefined)
    }
  }
}
